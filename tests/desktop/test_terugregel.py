"""What is changed in a window over another is undone there, and it says so."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.agenda.stukken_vensters import Prullenbak
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.planning.gremiumgegevens import Gremiumgegevens
from tk_desktop.desktop.planning.leden import LedenLijst
from tk_desktop.desktop.session.terugregel import Terugregel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.meeting.leden import leden_van
from tk_desktop.meeting.stukken import remove_stukken
from tk_desktop.meeting.vergaderingen import change_vergadering


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        yield geopend


@pytest.fixture
def open_(bediening: Bediening, qtbot: QtBot) -> Callable[[str], tuple[QDialog, Terugregel]]:
    """Give a command and return the dialog that opens, with its line."""

    def geef(id_: str) -> tuple[QDialog, Terugregel]:
        bediening.opdrachten.acties[id_].trigger()
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, QDialog)
        qtbot.waitUntil(venster.isActiveWindow)
        (regel,) = venster.findChildren(Terugregel)
        return venster, regel

    return geef


Openen = Callable[[str], tuple[QDialog, Terugregel]]


def _namen(bediening: Bediening) -> list[str]:
    store = bediening.sessie.store
    return [lid.naam for lid in leden_van(store, store.gremia.all()[0].id)]


def test_what_is_done_in_a_dialog_is_undone_there(bediening: Bediening, open_: Openen) -> None:
    vooraf = _namen(bediening)
    for stap in (
        _a_line_of_text_undoes_its_own_typing_first,
        _standing_items_and_deadlines_are_undone_by_name_in_their_dialog,
        _only_what_was_done_in_the_dialog_is_undone_there,
        _a_member_that_was_added_in_the_roster_goes_again_with_ctrl_z_and_the_line_says_so,
        _a_paper_taken_from_the_bin_goes_back_into_it_with_ctrl_z,
    ):
        stap(bediening, open_)
        if venster := QApplication.activeModalWidget():
            venster.close()
        bediening.venster.activateWindow()  # as the computer does when a window over it closes
        assert QTest.qWaitForWindowActive(bediening.venster)
        while bediening.sessie.geschiedenis.diepte:
            bediening.sessie.maak_ongedaan()
        assert _namen(bediening) == vooraf
    _ctrl_z_in_a_text_of_several_lines_undoes_what_was_typed_there(bediening)
    _the_calendar_opens_in_the_year_of_the_open_meeting(bediening)


def _a_member_that_was_added_in_the_roster_goes_again_with_ctrl_z_and_the_line_says_so(
    bediening: Bediening, open_: Openen
) -> None:
    venster, regel = open_("gremium.leden")
    (blad,) = venster.findChildren(LedenLijst)
    vooraf = _namen(bediening)
    assert regel.knop.isHidden()
    blad.nieuw.setFocus()
    typ("Roos van Dalen")
    druk("Return")
    assert "Roos van Dalen" in _namen(bediening)
    assert regel.knop.text() == "Ongedaan maken: lid toevoegen (Ctrl+Z)"
    druk("Ctrl+Z")
    assert _namen(bediening) == vooraf
    assert regel.tekst == "Ongedaan gemaakt: lid toevoegen"
    assert "Roos van Dalen" not in [
        item.text(0) for rij in range(blad.lijst.topLevelItemCount()) if (item := blad.lijst.topLevelItem(rij))
    ]
    druk("Ctrl+Shift+Z")
    assert "Roos van Dalen" in _namen(bediening)
    assert regel.tekst == "Opnieuw gedaan: lid toevoegen"
    druk("Ctrl+Z")
    druk("Ctrl+Y")
    assert "Roos van Dalen" in _namen(bediening)


def _a_line_of_text_undoes_its_own_typing_first(bediening: Bediening, open_: Openen) -> None:
    venster, _ = open_("gremium.leden")
    (blad,) = venster.findChildren(LedenLijst)
    blad.nieuw.setFocus()
    typ("Roos")
    druk("Return")
    typ("Wim")
    druk("Ctrl+Z")
    assert blad.nieuw.text() == ""
    assert "Roos" in _namen(bediening)
    druk("Ctrl+Z")
    assert "Roos" not in _namen(bediening)


def _standing_items_and_deadlines_are_undone_by_name_in_their_dialog(bediening: Bediening, open_: Openen) -> None:
    venster, regel = open_("gremium.leden")
    (blad,) = venster.findChildren(Gremiumgegevens)
    store = bediening.sessie.store
    vooraf = store.gremia.all()[0]
    blad.dagen["dagen_sluiten"].setFocus()
    blad.dagen["dagen_sluiten"].setValue(21)
    assert store.gremia.all()[0].dagen_sluiten == 21
    druk("Ctrl+Z", blad.dagen["dagen_sluiten"])
    assert store.gremia.all()[0] == vooraf
    assert blad.dagen["dagen_sluiten"].value() == vooraf.dagen_sluiten
    assert regel.tekst == "Ongedaan gemaakt: gremium wijzigen"
    blad.aan_begin.setPlainText("Opening; 5\nRondje; 10")
    druk("Ctrl+Z", blad.aan_begin)
    assert regel.tekst == "Ongedaan gemaakt: vaste punten kiezen"
    assert "Rondje" not in blad.aan_begin.toPlainText()


def _only_what_was_done_in_the_dialog_is_undone_there(bediening: Bediening, open_: Openen) -> None:
    sessie = bediening.sessie
    id_ = bediening.adres.vergadering
    sessie.doe(
        "Plaats wijzigen",
        lambda: change_vergadering(sessie.store, id_, lambda oud: replace(oud, plaats="Waterkant")),
    )
    venster, regel = open_("agenda.versies")
    druk("Ctrl+Z", venster)
    assert sessie.store.vergaderingen.get(id_).plaats == "Waterkant"
    assert regel.knop.isHidden()
    venster.close()
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert sessie.store.vergaderingen.get(id_).plaats != "Waterkant"


def _a_paper_taken_from_the_bin_goes_back_into_it_with_ctrl_z(bediening: Bediening, open_: Openen) -> None:
    sessie = bediening.sessie
    stuk = bediening.werkblad.eerste_stuk() or sessie.store.opname(bediening.adres.vergadering).stukken[0].id
    sessie.doe("Weg", lambda: remove_stukken(sessie.store, [stuk], sessie.nu()))
    venster, regel = open_("stuk.prullenbak")
    assert isinstance(venster, Prullenbak)
    vol = venster.tafel.tabel.rowCount()
    venster.teruggezet.emit([stuk])
    assert venster.tafel.tabel.rowCount() < vol
    druk("Ctrl+Z", venster)
    assert venster.tafel.tabel.rowCount() == vol
    assert regel.tekst.startswith("Ongedaan gemaakt")


def _ctrl_z_in_a_text_of_several_lines_undoes_what_was_typed_there(bediening: Bediening) -> None:
    werkblad = bediening.werkblad
    werkblad.blad.tabs.setCurrentWidget(werkblad.agenda.paneel)
    veld = werkblad.agenda.paneel.toelichting
    vooraf = veld.toPlainText()
    veld.setFocus()
    typ("De kade wordt verlaagd.")
    druk("Ctrl+Z", veld)
    assert veld.toPlainText() == vooraf


def _the_calendar_opens_in_the_year_of_the_open_meeting(bediening: Bediening) -> None:
    sessie, id_ = bediening.sessie, bediening.adres.vergadering
    jaar = sessie.store.vergaderingen.get(id_).datum.year
    bediening.plan.kalender.toon_jaar(jaar + 3)
    bediening.opdrachten.acties["vergadering.kalender"].trigger()
    assert bediening.plan.kalender.jaar == jaar
