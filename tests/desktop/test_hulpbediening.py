"""Help: the keys on one sheet, the manual beside the work, and back to where something was changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, open_venster, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.handleiding import Handleiding, HandleidingOntbreekt, lees_handleiding
from tk_desktop.desktop.shell.toetsenblad import Toetsenblad, toetsen
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.meeting.agendapunten import rename_punt


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        yield geopend


@pytest.fixture
def blad(bediening: Bediening, qtbot: QtBot) -> Toetsenblad:
    druk("Ctrl+/", bediening.venster)
    blad = QApplication.activeModalWidget()
    assert isinstance(blad, Toetsenblad)
    qtbot.waitUntil(blad.isActiveWindow)
    return blad


def test_the_sheet_tells_every_key_and_finds_it(blad: Toetsenblad, qtbot: QtBot) -> None:
    _the_sheet_holds_every_key_of_every_command_by_where_it_acts(blad)
    _a_key_is_found_by_a_word_and_a_word_by_its_key(blad)
    _the_sheet_closes_with_escape(blad, qtbot)


def _the_sheet_holds_every_key_of_every_command_by_where_it_acts(blad: Toetsenblad) -> None:
    op_blad = " ".join(toets for _, toets in blad.regels())
    eigen = QKeySequence.SequenceFormat.NativeText
    assert [
        (een.id, toets)
        for een in OPDRACHTEN
        for toets in een.toetsen
        if QKeySequence(toets).toString(eigen) not in op_blad
    ] == []
    koppen = [groep.text(0) for nr in range(blad.lijst.topLevelItemCount()) if (groep := blad.lijst.topLevelItem(nr))]
    assert koppen[:2] == ["Overal", "In de agenda"]


def _a_key_is_found_by_a_word_and_a_word_by_its_key(blad: Toetsenblad) -> None:
    typ("vergaderset samen")
    assert blad.regels() == [("Vergaderset samenstellen", "Ctrl+F2")]
    blad.zoek.setText("shift+f5")
    assert [wat for wat, _ in blad.regels()] == ["Laatste wijziging"]
    blad.zoek.setText("zebra")
    assert blad.regels() == []
    assert not blad._leeg.isHidden()


def _the_sheet_closes_with_escape(blad: Toetsenblad, qtbot: QtBot) -> None:
    druk("Escape", blad)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_keys_of_a_text_that_the_sheet_names_are_taken_by_a_text(qtbot: QtBot) -> None:
    veld = RijkeTekst("Tekst", beginmerk="-")
    qtbot.addWidget(veld)
    opmaak = [een for een in OPDRACHTEN if een.id.startswith("tekst.") and een.toetsen]
    genoemd = dict(toetsen({een.id for een in opmaak}))["In de nota en andere opgemaakte tekst"]
    assert [naam for _, naam in genoemd] == [een.naam for een in opmaak]
    for toets in (een.toetsen[0] for een in opmaak):
        combinatie = QKeySequence(toets)[0]  # type: ignore[index]
        druk_ = QKeyEvent(QEvent.Type.ShortcutOverride, combinatie.key(), combinatie.keyboardModifiers())
        druk_.ignore()
        veld.event(druk_)
        assert druk_.isAccepted(), toets


def test_the_manual_is_read_beside_the_work(bediening: Bediening, qtbot: QtBot) -> None:
    _the_manual_opens_beside_the_work_and_is_searched_round(bediening, qtbot)
    _the_manual_opens_once_and_fits_its_window_without_pictures(bediening)


def _the_manual_opens_beside_the_work_and_is_searched_round(bediening: Bediening, qtbot: QtBot) -> None:
    druk("F1", bediening.venster)
    (handleiding,) = bediening.venster.findChildren(Handleiding)
    qtbot.waitUntil(handleiding.isVisible)
    assert not handleiding.isModal()
    assert "TK Desktop gebruiken" in handleiding.tekst.toPlainText()
    handleiding.zoek.setText("Afdrukken")
    handleiding.zoek_verder()
    eerst = handleiding.tekst.textCursor().position()
    handleiding.zoek_verder()
    assert handleiding.tekst.textCursor().position() > eerst
    while handleiding.tekst.textCursor().position() > eerst:
        handleiding.zoek_verder()
    assert handleiding.tekst.textCursor().selectedText().lower() == "afdrukken"
    handleiding.zoek.setText("zebrapad")
    handleiding.zoek_verder()
    assert handleiding._uitleg.isVisible()


def test_a_manual_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tk_desktop.desktop.shell.handleiding.manual", lambda: tmp_path / "weg.md")
    with pytest.raises(HandleidingOntbreekt):
        lees_handleiding()


def _hernoem(bediening: Bediening, rij: int) -> Adres:
    """Rename an item where the keyboard is, and return that place."""
    punt = bediening.werkblad.opname().agendapunten[rij]
    bediening.werkblad.lijst.kies(punt.id)
    store = bediening.sessie.store
    bediening.sessie.doe("Titel wijzigen", lambda: rename_punt(store, punt.id, f"Kade {rij}"))
    return bediening.adres


def test_shift_f5_goes_where_something_was_changed(bediening: Bediening) -> None:
    _without_a_change_shift_f5_says_so(bediening)
    _undoing_is_no_new_place(bediening)
    _shift_f5_goes_round_the_places_where_something_was_changed(bediening)


def _shift_f5_goes_round_the_places_where_something_was_changed(bediening: Bediening) -> None:
    eerste, tweede, derde = (_hernoem(bediening, rij) for rij in (0, 2, 4))
    bediening.ga_naar(Adres(scherm=Scherm.STUKKEN))
    gezien = []
    for _ in range(4):
        druk("Shift+F5", bediening.venster)
        gezien.append(bediening.adres.punt)
    assert gezien == [derde.punt, tweede.punt, eerste.punt, derde.punt]


def test_shift_f5_at_the_last_change_goes_to_the_one_before(bediening: Bediening) -> None:
    eerste = _hernoem(bediening, 0)
    _hernoem(bediening, 2)
    druk("Shift+F5", bediening.venster)
    assert bediening.adres.punt == eerste.punt


def _undoing_is_no_new_place(bediening: Bediening) -> None:
    eerste = _hernoem(bediening, 0)
    bediening.werkblad.lijst.kies(bediening.werkblad.opname().agendapunten[3].id)
    bediening.sessie.maak_ongedaan()
    bediening.ga_naar(Adres(scherm=Scherm.STUKKEN))
    druk("Shift+F5", bediening.venster)
    assert bediening.adres.punt == eerste.punt


def test_the_last_place_is_known_when_the_window_opens_again(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as bediening:
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        plek = _hernoem(bediening, 2)
        bediening.ga_naar(Adres())
    with open_venster(qtbot, werkmap) as bediening:
        bediening.opdrachten.acties["beeld.bewerkplek"].trigger()
        assert bediening.adres.punt == plek.punt


def _without_a_change_shift_f5_says_so(bediening: Bediening) -> None:
    druk("Shift+F5", bediening.venster)
    assert bediening.venster.toast.tekst == "U hebt hier nog niets gewijzigd."


def _the_manual_opens_once_and_fits_its_window_without_pictures(bediening: Bediening) -> None:
    assert "beelden hieronder" not in lees_handleiding()
    for _ in range(2):
        bediening.opdrachten.acties["help.handleiding"].trigger()
    (handleiding,) = [een for een in bediening.venster.findChildren(Handleiding) if een.isVisible()]
    assert handleiding.tekst.horizontalScrollBar().maximum() == 0
