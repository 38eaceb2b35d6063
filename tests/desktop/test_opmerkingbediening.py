"""Remarks in the window: said with keys where one is, marked on the agenda, gone to, dealt with and undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.agenda.agenda_model import AgendaModel
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.text.opmerking_vraag import AntwoordVraag, OpmerkingVraag
from tk_desktop.domain.opmerking import Opmerking

Vraag = TypeVar("Vraag", OpmerkingVraag, AntwoordVraag)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        geopend.sessie.voorkeuren.naam = "Sanne van Heuvelink"
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        yield geopend


def _vraag(qtbot: QtBot, soort: type[Vraag]) -> Vraag:
    """Return the dialog that asks, once it has the keyboard."""

    def is_open() -> bool:
        vraag = QApplication.activeModalWidget()
        return isinstance(vraag, soort) and vraag.isActiveWindow()

    qtbot.waitUntil(is_open)
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, soort)
    return vraag


def _alle(bediening: Bediening) -> tuple[Opmerking, ...]:
    return bediening.sessie.store.opmerkingen.all()


def _tab(bediening: Bediening) -> str:
    tabs = bediening.werkblad.blad.tabs
    return tabs.tabText(tabs.indexOf(bediening.werkblad.opmerkingen.paneel))


def _met_nota(bediening: Bediening) -> str:
    opname = bediening.werkblad.opname()
    return next(stuk.agendapunt_id for stuk in opname.notastukken if stuk.agendapunt_id in opname.nummers) or ""


def test_remarks_are_made_with_keys_answered_and_undone(qtbot: QtBot, bediening: Bediening) -> None:
    for toetsen in ("Ctrl+Alt+M", "Ctrl+Shift+K"):
        _a_remark_on_an_item_is_said_with_keys_and_shows_on_the_agenda(qtbot, bediening, toetsen)
    _a_remark_is_answered_reopened_changed_and_removed_and_each_can_be_undone(qtbot, bediening)
    while bediening.sessie.geschiedenis.diepte:
        bediening.sessie.maak_ongedaan()
    assert _alle(bediening) == ()
    bediening.venster.activateWindow()
    qtbot.waitUntil(bediening.venster.isActiveWindow)
    _in_a_section_of_a_nota_the_remark_is_about_that_section(qtbot, bediening)


def _a_remark_on_an_item_is_said_with_keys_and_shows_on_the_agenda(
    qtbot: QtBot, bediening: Bediening, toetsen: str
) -> None:
    lijst = bediening.werkblad.lijst
    lijst.setFocus()
    punt_id = lijst.huidig_id()
    druk(toetsen)
    vraag = _vraag(qtbot, OpmerkingVraag)
    assert vraag.wie.text() == "Sanne van Heuvelink"
    typ("Meer tijd nodig")
    druk("Ctrl+Return", vraag.tekst)
    (een,) = _alle(bediening)
    assert (een.agendapunt_id, een.tekst, een.wie) == (punt_id, "Meer tijd nodig", "Sanne van Heuvelink")
    assert _tab(bediening) == "Opmerkingen (1)"
    cel = lijst.agenda.index_van(punt_id).siblingAtColumn(AgendaModel.OPMERKINGEN)
    assert (cel.data(), cel.data(Qt.ItemDataRole.ToolTipRole)) == ("1", "1 open opmerking")
    assert cel.data(Qt.ItemDataRole.DecorationRole) is not None
    assert not lijst.isColumnHidden(AgendaModel.OPMERKINGEN)
    bediening.venster.activateWindow()
    qtbot.waitUntil(bediening.venster.isActiveWindow)
    druk("Ctrl+Z", lijst)
    assert _alle(bediening) == ()
    assert _tab(bediening) == "Opmerkingen"
    assert lijst.isColumnHidden(AgendaModel.OPMERKINGEN)


def _in_a_section_of_a_nota_the_remark_is_about_that_section(qtbot: QtBot, bediening: Bediening) -> None:
    werkblad = bediening.werkblad
    werkblad.lijst.kies(_met_nota(bediening))
    werkblad._open_tab(werkblad.nota.blad)
    nota = werkblad.opname().notas[werkblad.nota.stuk_id]
    sectie = sorted(nota.secties, key=lambda sectie: sectie.volgorde)[1]
    werkblad.nota.nota.editor.ga_naar(sectie.id)
    druk("Ctrl+Shift+K")
    vraag = _vraag(qtbot, OpmerkingVraag)
    assert vraag.over.currentText().endswith(f"› {sectie.kop}")
    assert vraag.over.itemText(vraag.over.count() - 1) == "De hele vergadering"
    typ("Te lang")
    druk("Ctrl+Return", vraag.tekst)
    (een,) = _alle(bediening)
    assert (een.nota_id, een.sectie_id) == (nota.id, sectie.id)
    werkblad.lijst.kies(werkblad.opname().agendapunten[-1].id)
    werkblad.opmerkingen.open()
    werkblad.opmerkingen.paneel.kies(een.id)
    druk("Return", werkblad.opmerkingen.paneel.lijst)
    assert werkblad.lijst.huidig_id() == _met_nota(bediening)
    assert werkblad.nota.nota.editor.huidige_sectie() == sectie.id


def _a_remark_is_answered_reopened_changed_and_removed_and_each_can_be_undone(
    qtbot: QtBot, bediening: Bediening
) -> None:
    bediening.opdrachten.acties["opmerking.nieuw"].trigger()
    vraag = _vraag(qtbot, OpmerkingVraag)
    typ("Te lang")
    vraag.accept()
    bediening.opdrachten.acties["opmerking.naar"].trigger()
    paneel = bediening.werkblad.opmerkingen.paneel
    paneel.knop_antwoord.click()
    antwoord = _vraag(qtbot, AntwoordVraag)
    typ("Ingekort")
    antwoord.accept()
    (een,) = _alle(bediening)
    assert (een.antwoord, een.is_open, een.afgehandeld_door) == ("Ingekort", False, "Sanne van Heuvelink")
    paneel.kies(een.id)
    druk("Space", paneel.lijst)
    assert _alle(bediening)[0].is_open
    druk("F2", paneel.lijst)
    bewerkt = _vraag(qtbot, OpmerkingVraag)
    assert not bewerkt.over.isEnabled()
    bewerkt.wie.setText("Roos van Dalen")
    bewerkt.accept()
    assert _alle(bediening)[0].wie == "Roos van Dalen"
    druk("Del", paneel.lijst)
    assert _alle(bediening) == ()
    for _ in range(4):
        bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    (terug,) = _alle(bediening)
    assert (terug.antwoord, terug.wie, terug.is_open) == ("", "Sanne van Heuvelink", True)


def test_the_tab_is_found_again_whatever_number_it_bears(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.opdrachten.acties["opmerking.naar"].trigger()
    hier = bediening.adres
    assert hier.vak == "opmerkingen"
    bediening.opdrachten.acties["opmerking.nieuw"].trigger()
    vraag = _vraag(qtbot, OpmerkingVraag)
    typ("Te lang")
    vraag.accept()
    assert bediening.adres.vak == "opmerkingen"
    bediening.ga_naar(Adres(scherm=Scherm.ZOEKEN))
    bediening.terug()
    tabs = bediening.werkblad.blad.tabs
    assert tabs.currentWidget() is bediening.werkblad.opmerkingen.paneel
