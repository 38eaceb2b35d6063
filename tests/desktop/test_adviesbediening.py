"""Advice on a nota in the window: told in its head, asked, given, lapsed and asked again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.venster import toon_venster
from tk_desktop.desktop.agenda.agendaversies import AgendaVersies, Versiestand
from tk_desktop.desktop.nota.advies_vraag import AdviesGeven, AdviesVraag
from tk_desktop.desktop.nota.adviezen_blad import AdviezenBlad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.advies import Oordeel
from tk_desktop.meeting.notas import change_nota

DAG = date(2026, 3, 2)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        store = geopend.sessie.store
        id_ = store.vergaderingen.all()[0].id
        opname = store.opname(id_)
        stuk = next(stuk for stuk in opname.notastukken if stuk.agendapunt_id in opname.nummers)
        punt = stuk.agendapunt_id or ""
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt=punt, vak="nota"))
        yield geopend


def _venster(qtbot: QtBot, soort: type[QDialog] = QDialog) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), soort))
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, soort)
    return venster


def _blad(qtbot: QtBot, bediening: Bediening) -> AdviezenBlad:
    bediening.opdrachten.acties["nota.adviezen"].trigger()
    blad = _venster(qtbot).findChild(AdviezenBlad)
    assert isinstance(blad, AdviezenBlad)
    return blad


def _vraag(qtbot: QtBot, van: str) -> None:
    vraag = _venster(qtbot, AdviesVraag)
    assert isinstance(vraag, AdviesVraag)
    vraag.van.setText(van)
    vraag.accept()


def _hoofd(bediening: Bediening) -> str:
    hoofd = bediening.werkblad.nota.nota.editor.hoofd
    return hoofd.adviezen.text() if not hoofd.adviezen.isHidden() else ""


def test_advice_is_asked_given_lapses_and_is_asked_again(qtbot: QtBot, bediening: Bediening) -> None:
    assert _hoofd(bediening) == ""
    blad = _blad(qtbot, bediening)
    assert blad.teksten() == ["Van niemand is advies gevraagd."]
    assert [knop.isEnabled() for knop in (blad.knop_geef, blad.knop_opnieuw, blad.knop_weg)] == [False] * 3
    blad.knop_vraag.click()
    _vraag(qtbot, "Financiën")
    assert (blad.teksten(), _hoofd(bediening)) == (["Financiën: gevraagd"], "Advies: Financiën: gevraagd.")
    QTest.keyClick(blad.lijst, Qt.Key.Key_Return)
    geven = _venster(qtbot, AdviesGeven)
    assert isinstance(geven, AdviesGeven)
    geven.toon(Oordeel.MET_OPMERKINGEN, "Noem de dekking.")
    geven.dag.toon(DAG)
    geven.accept()
    assert blad.teksten() == ["Financiën: met opmerkingen\nGegeven op 2-3-2026\nNoem de dekking."]
    nota_id = bediening.werkblad.nota.nota.editor.nota_id
    store = bediening.sessie.store
    bediening.sessie.doe("Anders", lambda: change_nota(store, nota_id, onderwerp="Geheel anders"))
    assert blad.teksten()[0].startswith("Financiën: vervallen (de nota is gewijzigd)\nMet opmerkingen, gegeven op")
    blad.knop_opnieuw.click()
    vraag = _venster(qtbot, AdviesVraag)
    assert isinstance(vraag, AdviesVraag)
    assert not vraag.van.isEnabled()
    vraag.accept()
    assert len(blad.teksten()) == 2
    assert _hoofd(bediening) == "Advies: Financiën: gevraagd."
    bediening.sessie.maak_ongedaan()
    assert _hoofd(bediening) == "Advies: Financiën: vervallen (de nota is gewijzigd)."
    assert naamloos(blad) == []


def test_what_was_asked_is_changed_and_removed(qtbot: QtBot, bediening: Bediening) -> None:
    blad = _blad(qtbot, bediening)
    blad.knop_vraag.click()
    _vraag(qtbot, "Financiën")
    blad.window().activateWindow()
    blad.lijst.setFocus()
    qtbot.waitUntil(blad.lijst.hasFocus)
    QTest.keyClick(blad.lijst, Qt.Key.Key_F2)
    _vraag(qtbot, "Control")
    assert blad.teksten() == ["Control: gevraagd"]
    blad.window().activateWindow()
    qtbot.waitUntil(blad.lijst.hasFocus)
    QTest.keyClick(blad.lijst, Qt.Key.Key_Delete)
    assert blad.teksten() == ["Van niemand is advies gevraagd."]


def test_advice_is_asked_of_somebody_by_a_day_that_exists(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    vraag = AdviesVraag("Advies vragen", "Vragen", ouder, lambda: DAG, namen=["Financiën"])
    knop = vraag._doe
    vraag.toon("")
    assert not knop.isEnabled()
    vraag.van.setText("Financiën")
    assert knop.isEnabled()
    QTest.keyClicks(vraag.uiterlijk.regel, "31 juni")
    vraag.uiterlijk.regel.editingFinished.emit()
    assert not knop.isEnabled()
    vraag.uiterlijk.regel.clear()
    QTest.keyClicks(vraag.uiterlijk.regel, "6 maart")
    assert knop.isEnabled()
    with qtbot.waitSignal(vraag.gegeven) as gegeven:
        vraag.accept()
    assert gegeven.args == ["Financiën", date(2026, 3, 6)]


def test_the_versions_of_the_agenda_tell_what_advice_says_and_hold_nothing_back(qtbot: QtBot) -> None:
    blad = AgendaVersies(lambda: Versiestand(versies=(), nu=(), adviezen=["2a: Inkoop adviseert negatief"]))
    qtbot.addWidget(blad)
    blad.show()
    assert blad.adviezen.isVisible()
    assert blad.adviezen.text() == "⚠ Adviezen: 2a: Inkoop adviseert negatief."
    stil = AgendaVersies(lambda: Versiestand(versies=(), nu=()))
    qtbot.addWidget(stil)
    stil.show()
    assert not stil.adviezen.isVisible()
