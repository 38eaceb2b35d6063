"""Two readers on one laptop: each has a name, asked before the first note, and what had none goes to it once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, lees_venster
from tests.desktop.venster import druk, typ
from tests.notenbouwers import ROOS, WIES
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.reading.voorbereidingen import load_voorbereidingen


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Leesvenster]:
    with lees_venster(qtbot, werkmap) as venster:
        yield venster


def markeer(lezen: Leesvenster, regel: int) -> None:
    woorden = lezen.blad.lezen.teksten.van(1)
    assert woorden is not None
    hier = woorden.regels[regel]
    lezen.selecteer(woorden.tekst[hier.begin : hier.eind])
    lezen.bediening.opdrachten.acties["notitie.markeer"].trigger()


def van_wie(lezen: Leesvenster) -> list[str]:
    noten = lezen.store.aantekeningen.van_vergadering(lezen.bediening.adres.vergadering)
    return sorted(een.eigenaar for een in noten)


def vraag() -> NaamVraag:
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, NaamVraag)
    return venster


def noem(lezen: Leesvenster, naam: str) -> None:
    lezen.bediening.opdrachten.acties["beeld.naam"].trigger()
    vraag().naam.setText(naam)
    druk("Return", vraag().naam)


def _terug(lezen: Leesvenster) -> None:
    """Undo what was done and be again where every step begins: a reader without a name, who was not asked for one."""
    sessie = lezen.bediening.sessie
    lezen.bediening.venster.activateWindow()  # as the computer does when a window over it closes
    assert QTest.qWaitForWindowActive(lezen.bediening.venster)
    while sessie.geschiedenis.diepte:
        sessie.maak_ongedaan()
    sessie.voorkeuren.naam, sessie.voorkeuren.naam_gevraagd = NAAMLOOS, False
    lezen.lezer.reload()
    lezen.lezer.lees("stuk-2a", 1)
    lezen.wacht("stuk-2a")
    lezen.blad.bladen.setFocus()
    assert van_wie(lezen) == []
    assert lezen.notities.alle == ()


def test_a_name_is_asked_before_the_first_word_of_a_reader(lezen: Leesvenster) -> None:
    _where_one_read_goes_to_the_name_that_is_given_with_the_first_note(lezen)
    _terug(lezen)
    _who_has_no_name_is_asked_before_the_first_note(lezen)
    _terug(lezen)
    _who_has_no_name_is_asked_before_a_bookmark_and_a_note_at_an_item_too(lezen, "B")
    _terug(lezen)
    _who_has_no_name_is_asked_before_a_bookmark_and_a_note_at_an_item_too(lezen, "A")
    _terug(lezen)
    _who_has_no_name_is_asked_at_the_first_word_of_a_preparation(lezen)


def test_notes_go_with_the_name_of_who_wrote_them(lezen: Leesvenster) -> None:
    _what_was_noted_without_a_name_goes_to_the_name_in_one_step(lezen)
    _terug(lezen)
    _a_second_reader_does_not_see_what_the_first_kept_private(lezen)
    _terug(lezen)
    _undoing_that_notes_got_a_name_gives_the_reader_the_old_one(lezen)
    _terug(lezen)
    _who_gives_no_name_is_asked_once_and_keeps_the_note(lezen)


def _who_has_no_name_is_asked_before_the_first_note(lezen: Leesvenster) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ""
    markeer(lezen, 0)
    assert van_wie(lezen) == []
    vraag().naam.setText(ROOS)
    druk("Return", vraag().naam)
    assert van_wie(lezen) == [ROOS]
    markeer(lezen, 1)
    assert van_wie(lezen) == [ROOS, ROOS]


def _where_one_read_goes_to_the_name_that_is_given_with_the_first_note(lezen: Leesvenster) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ""
    lezen.lezer.leg_vast()
    standen = lezen.store.leesstanden
    hier = lezen.bediening.adres.vergadering
    assert list(standen.van(hier, NAAMLOOS)) == ["stuk-2a"]
    markeer(lezen, 0)
    vraag().naam.setText(ROOS)
    druk("Return", vraag().naam)
    assert (list(standen.van(hier, NAAMLOOS)), list(standen.van(hier, ROOS))) == ([], ["stuk-2a"])
    assert list(lezen.lezer.plaatsen.standen) == ["stuk-2a"]


def _who_gives_no_name_is_asked_once_and_keeps_the_note(lezen: Leesvenster) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ""
    markeer(lezen, 0)
    druk("Esc", vraag())
    markeer(lezen, 1)
    assert QApplication.activeModalWidget() is None
    assert van_wie(lezen) == [NAAMLOOS, NAAMLOOS]


def _what_was_noted_without_a_name_goes_to_the_name_in_one_step(lezen: Leesvenster) -> None:
    markeer(lezen, 0)
    markeer(lezen, 1)
    noem(lezen, ROOS)
    assert van_wie(lezen) == [ROOS, ROOS]
    assert [een.eigenaar for een in lezen.notities.alle] == [ROOS, ROOS]
    lezen.bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert van_wie(lezen) == [NAAMLOOS, NAAMLOOS]


def _a_second_reader_does_not_see_what_the_first_kept_private(lezen: Leesvenster) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ROOS
    markeer(lezen, 0)
    noem(lezen, WIES)
    assert van_wie(lezen) == [ROOS]
    assert [een.eigenaar for een in lezen.notities.alle] == []
    markeer(lezen, 1)
    assert van_wie(lezen) == [ROOS, WIES]
    noem(lezen, ROOS)
    assert [een.eigenaar for een in lezen.notities.alle] == [ROOS]


def _who_has_no_name_is_asked_before_a_bookmark_and_a_note_at_an_item_too(lezen: Leesvenster, toets: str) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ""
    druk(toets)
    vraag().naam.setText(ROOS)
    druk("Return", vraag().naam)
    vergadering = lezen.bediening.adres.vergadering
    merken = lezen.store.bladwijzers.van(vergadering, ROOS)
    assert len(merken) + len(van_wie(lezen)) == 1


def _who_has_no_name_is_asked_at_the_first_word_of_a_preparation(lezen: Leesvenster) -> None:
    lezen.bediening.sessie.voorkeuren.naam = ""
    druk("Ctrl+Shift+P")
    typ("Voor")
    lezen.bediening.leg_vast()
    vraag().naam.setText(ROOS)
    druk("Return", vraag().naam)
    opname = lezen.lezer.plan().opname
    eigen = [regel.voorbereiding for regel in load_voorbereidingen(lezen.store, opname, ROOS) if not regel.is_leeg]
    assert [een.standpunt for een in eigen] == ["Voor"]


def _undoing_that_notes_got_a_name_gives_the_reader_the_old_one(lezen: Leesvenster) -> None:
    sessie = lezen.bediening.sessie
    sessie.voorkeuren.naam, sessie.voorkeuren.naam_gevraagd = "", True
    markeer(lezen, 0)
    noem(lezen, ROOS)
    assert van_wie(lezen) == [ROOS]
    sessie.maak_ongedaan()
    assert (van_wie(lezen), sessie.voorkeuren.lezer) == ([NAAMLOOS], NAAMLOOS)
    assert len(lezen.notities.alle) == 1
    sessie.doe_opnieuw()
    assert (van_wie(lezen), sessie.voorkeuren.lezer) == ([ROOS], ROOS)
