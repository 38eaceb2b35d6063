"""A screen reader gets the words of the page that is looked at."""

import gc
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.papier import a_paper
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.tekstselectie import Tekstplek
from tk_desktop.desktop.session.jobs import Jobs


@pytest.fixture
def lees(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Leesblad:
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(a_paper(["De commissie", "besluit"], ["over het plan"], []))
    blad = Leesblad(Achtergrondbron(jobs), "Nota 2a")
    qtbot.addWidget(blad)
    blad.resize(400, 400)
    blad.show()
    blad.toon(pad)
    qtbot.waitUntil(lambda: blad.bladen.scherp and blad.teksten.van(1) is not None)
    return blad


def test_a_screen_reader_reads_the_words_of_the_page(lees: Leesblad, qtbot: QtBot) -> None:
    toegang = QAccessible.queryAccessibleInterface(lees.bladen)
    assert toegang.role() == QAccessible.Role.Document
    assert toegang.text(QAccessible.Text.Name) == "Nota 2a"
    assert toegang.text(QAccessible.Text.Description) == "blz. 1 van 3"
    assert toegang.text(QAccessible.Text.Value) == "De commissie\nbesluit"
    woorden = toegang.textInterface()
    assert woorden.text(0, woorden.characterCount()) == "De commissie\nbesluit"
    lees.bladen.ga_naar(2)
    qtbot.waitUntil(lambda: lees.teksten.van(2) is not None)
    assert toegang.text(QAccessible.Text.Description) == "blz. 2 van 3"
    assert toegang.textInterface().text(0, 4) == "over"


def test_a_screen_reader_knows_where_the_cursor_is_and_what_is_selected(lees: Leesblad) -> None:
    lees.selectie.zet(Tekstplek(1, 3), Tekstplek(1, 12))
    woorden = QAccessible.queryAccessibleInterface(lees.bladen).textInterface()
    assert (woorden.cursorPosition(), woorden.selectionCount()) == (12, 1)


def test_a_page_without_words_says_so(lees: Leesblad, qtbot: QtBot) -> None:
    lees.bladen.ga_naar(3)
    qtbot.waitUntil(lambda: lees.teksten.van(3) is not None)
    waarde = QAccessible.queryAccessibleInterface(lees.bladen).text(QAccessible.Text.Value)
    assert waarde == "Op deze bladzijde staat geen tekst die voorgelezen kan worden."


def test_other_interfaces_are_not_pretended(lees: Leesblad) -> None:
    toegang = QAccessible.queryAccessibleInterface(lees.bladen)
    assert toegang.valueInterface() is None
    assert toegang.selectionInterface() is None


def test_papers_that_are_closed_leave_nothing_behind(qtbot: QtBot, jobs: Jobs) -> None:
    gc.freeze()  # what other tests left is not gone through thirty times
    for _ in range(30):
        blad = Leesblad(Achtergrondbron(jobs))
        toegang = QAccessible.queryAccessibleInterface(blad.bladen)
        assert toegang.text(QAccessible.Text.Value) == ""
        assert toegang.textInterface().characterCount() == 0
        blad.deleteLater()
        del blad, toegang
        qtbot.wait(1)
        gc.collect()
