"""A whole window for tests: opened on a werkmap, driven with keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_venster
from tk_desktop.store.kluis import Kluis


@contextmanager
def open_venster(qtbot: QtBot, map_: Path, kluis: Kluis | None = None) -> Iterator[Bediening]:
    """Give the window of a werkmap as it opens, and close it as its user would; ``kluis`` opens a protected one."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    venster = maak_venster(app, map_)
    qtbot.addWidget(venster)
    with open_werkmap(venster, kluis=kluis) as bediening:
        yield bediening
        venster.close()


@contextmanager
def toon_venster(qtbot: QtBot, map_: Path) -> Iterator[Bediening]:
    """Give a window that is on the screen and has the keyboard."""
    with open_venster(qtbot, map_) as bediening:
        bediening.venster.resize(1280, 800)
        bediening.venster.show()
        qtbot.waitUntil(bediening.venster.isActiveWindow)
        yield bediening


def in_menus(bediening: Bediening) -> set[str]:
    """Return the commands that stand in the menus, those within another menu too."""
    return {actie.objectName() for actie in _regels(bediening.venster.menuBar())} - {""}


def _regels(blad: QWidget) -> Iterator[QAction]:
    for actie in blad.actions():
        menu = actie.menu()
        if isinstance(menu, QMenu):
            yield from _regels(menu)
        else:
            yield actie


def druk(toetsen: str, op: QWidget | None = None) -> None:
    """Press keys, named as Qt does (``Ctrl+Shift+N``), where the keyboard is."""
    doel = op or QApplication.focusWidget() or QApplication.activeWindow()
    assert doel is not None
    (combinatie,) = [QKeySequence(toetsen)[0]]  # type: ignore[index]
    QTest.keyClick(doel, combinatie.key(), combinatie.keyboardModifiers())


def typ(tekst: str) -> None:
    """Type a text where the keyboard is, letters with accents too."""
    veld = QApplication.focusWidget()
    assert veld is not None
    for teken in tekst:
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(veld, QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, teken))


def noem(naam: str) -> NaamVraag:
    """Answer the question for a name that stands over the window, and return it; it is there still when refused."""
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, NaamVraag)
    vraag.naam.setText(naam)
    vraag.knop.click()
    return vraag
