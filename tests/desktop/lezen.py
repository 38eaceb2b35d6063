"""What tests of reading share: a paper opened in a reader, and where its words stand in the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
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


def sleep(lees: Leesblad, van: QPoint, tot: QPoint) -> None:
    """Drag the mouse over the pages."""
    vlak = lees.bladen.viewport()
    QTest.mousePress(vlak, LINKS, KAAL, van)
    QTest.mouseMove(vlak, (van + tot) / 2)
    QTest.mouseMove(vlak, tot)
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
