"""Marked pages by name: made with one key, listed in the order of the set, jumped to, renamed and taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.lezend import lezend_venster, wacht_op
from tests.desktop.venster import druk, typ
from tk_desktop.desktop.reader.bladwijzerpaneel import Bladwijzerpaneel
from tk_desktop.desktop.shell.bediening import Bediening


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with lezend_venster(qtbot, werkmap) as geopend:
        yield geopend


def _veld(qtbot: QtBot) -> QLineEdit:
    """Return the field in which the name is asked."""
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    return veld


def _noem(qtbot: QtBot, lezen: Bediening, naam: str) -> None:
    _veld(qtbot).selectAll()
    typ(naam)
    druk("Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    lezen.venster.activateWindow()
    qtbot.waitUntil(lezen.venster.isActiveWindow)


def _regels(paneel: Bladwijzerpaneel) -> list[tuple[str, str]]:
    rijen = [paneel.topLevelItem(nummer) for nummer in range(paneel.topLevelItemCount())]
    delen = [rij.text(0).split("\n") for rij in rijen if rij is not None]
    return [(deel[0], deel[-1]) for deel in delen]


def test_pages_are_marked_named_and_gone_back_to(qtbot: QtBot, lezen: Bediening) -> None:
    _escape_goes_back_to_the_page(lezen)
    _naming_the_same_page_again_offers_its_name(qtbot, lezen)
    _terug(qtbot, lezen)
    _a_mark_is_renamed_taken_away_and_comes_back(qtbot, lezen)
    _terug(qtbot, lezen)
    _a_page_gets_a_name_and_is_jumped_to(qtbot, lezen)


def _terug(qtbot: QtBot, lezen: Bediening) -> None:
    """Undo what was done, so that no page is marked, with the keyboard on the first page of 2a."""
    lezen.venster.activateWindow()
    qtbot.waitUntil(lezen.venster.isActiveWindow)
    while lezen.sessie.geschiedenis.diepte:
        lezen.sessie.maak_ongedaan()
    assert lezen.sessie.store.bladwijzers.van(lezen.adres.vergadering, lezen.sessie.voorkeuren.lezer) == ()
    blad = lezen.lezer.bediening().actief()
    assert blad is not None
    blad.bladen.setFocus()


def _a_page_gets_a_name_and_is_jumped_to(qtbot: QtBot, lezen: Bediening) -> None:
    lezer = lezen.lezer.bediening()
    lezer.lees("stuk-2b")
    wacht_op(qtbot, lezen, "stuk-2b")
    druk("Ctrl+D")
    _noem(qtbot, lezen, "Verdeelsleutel")
    lezer.lees("stuk-2a", 2)
    wacht_op(qtbot, lezen, "stuk-2a", 2)
    druk("B")
    druk("Ctrl+B")
    paneel = lezen.lezer.zij().bladwijzers.paneel
    assert QApplication.focusWidget() is paneel
    assert _regels(paneel) == [("2a blz. 2", "2a blz. 2"), ("Verdeelsleutel", "2b blz. 1")]
    assert naamloos(paneel) == []
    druk("Down")
    druk("Return")
    wacht_op(qtbot, lezen, "stuk-2b", 1)


def _a_mark_is_renamed_taken_away_and_comes_back(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+D")
    _noem(qtbot, lezen, "Dekking")
    druk("Ctrl+B")
    paneel = lezen.lezer.zij().bladwijzers.paneel
    druk("F2")
    _noem(qtbot, lezen, "Dekking na 2027")
    assert _regels(paneel) == [("Dekking na 2027", "2a blz. 1")]
    paneel.setFocus()
    druk("Del")
    assert _regels(paneel) == []
    druk("Ctrl+Z")
    assert _regels(paneel) == [("Dekking na 2027", "2a blz. 1")]


def _naming_the_same_page_again_offers_its_name(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+D")
    _noem(qtbot, lezen, "Dekking")
    druk("Ctrl+D")
    assert _veld(qtbot).text() == "Dekking"
    druk("Escape")
    lezer = lezen.sessie.voorkeuren.lezer
    assert len(lezen.sessie.store.bladwijzers.van(lezen.adres.vergadering, lezer)) == 1


def _escape_goes_back_to_the_page(lezen: Bediening) -> None:
    druk("Ctrl+B")
    druk("Escape")
    blad, focus = lezen.lezer.bediening().actief(), QApplication.focusWidget()
    assert blad is not None
    assert focus is not None
    assert blad.isAncestorOf(focus)
