"""What tests of reading share: a paper opened in a reader, and where its words stand in the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.pages.leesblad import Leesblad

Open = Callable[[bytes], Leesblad]
"""Shows a paper, drawn and with its words known."""

LINKS, KAAL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def wacht(qtbot: QtBot, lees: Leesblad) -> None:
    """Wait until all that is on screen is drawn and its words are known."""
    qtbot.waitUntil(lambda: lees.bladen.scherp, timeout=20_000)
    qtbot.waitUntil(lambda: all(lees.teksten.van(plek.pagina) is not None for plek in lees.bladen.plekken()))


def waar(lees: Leesblad, pagina: int, woord: str, *, eind: bool = False) -> QPoint:
    """Return where a word stands in the window: its first letter, or its last."""
    tekst = lees.teksten.van(pagina)
    assert tekst is not None
    kader = tekst.kaders[tekst.tekst.index(woord) + (len(woord) - 1 if eind else 0)]
    x = kader.x1 - 0.5 if eind else kader.x0 + 0.5
    return lees.bladen.plek_van(pagina).punt(x, kader.midden[1]).toPoint()


def beweeg(vlak: QWidget, punt: QPoint, knop: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse over a widget, with or without a button held.

    QTest moves the pointer of the screen instead, and then the window that was made first has it, wherever another
    lies over it: a window that an earlier test left behind is enough.
    """
    QApplication.sendEvent(vlak, QMouseEvent(QEvent.Type.MouseMove, punt, vlak.mapToGlobal(punt), knop, knop, KAAL))


def sleep(lees: Leesblad, van: QPoint, tot: QPoint) -> None:
    """Drag the mouse over the pages."""
    vlak = lees.bladen.viewport()
    QTest.mousePress(vlak, LINKS, KAAL, van)
    beweeg(vlak, (van + tot) / 2, LINKS)
    beweeg(vlak, tot, LINKS)
    QTest.mouseRelease(vlak, LINKS, KAAL, tot)


class _Buiten(QObject):
    """Stands where the browser, the mail program and the files of the computer are."""

    def __init__(self) -> None:
        super().__init__()
        self.geopend: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.geopend.append(url.toString())


@contextmanager
def buitenwereld() -> Iterator[list[str]]:
    """Give the addresses that are opened outside the program; none is really opened."""
    wereld = _Buiten()
    soorten = ("http", "https", "mailto", "file", "ftp", "javascript")
    for soort in soorten:
        QDesktopServices.setUrlHandler(soort, wereld, "open")  # type: ignore[arg-type]  # text, whatever the stub says
    try:
        yield wereld.geopend
    finally:
        for soort in soorten:
            QDesktopServices.unsetUrlHandler(soort)
