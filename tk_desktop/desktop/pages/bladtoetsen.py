"""The keys that go through the pages of a view (SCREENS 2.10)."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class Doorbladerd(Protocol):
    """What keys ask of a view of pages."""

    @property
    def aantal(self) -> int:
        """How many pages there are."""

    @property
    def pagina(self) -> int:
        """The page that is read, from 1."""

    @property
    def twee(self) -> bool:
        """Whether two pages stand beside each other."""

    def ga_naar(self, pagina: int) -> None:
        """Show a page."""

    def breedte(self) -> None:
        """Show pages as wide as the window."""

    def zoom_in(self) -> None:
        """Show them larger."""

    def zoom_uit(self) -> None:
        """Show them smaller."""

    def wissel_zoom(self) -> None:
        """Take the next way to fit them."""

    def wissel_twee(self) -> None:
        """Show one or two beside each other."""

    def horizontalScrollBar(self) -> QScrollBar:
        """Return the bar that goes sideways."""

    def verticalScrollBar(self) -> QScrollBar:
        """Return the bar that goes down."""

    def viewport(self) -> QWidget:
        """Return what shows the pages."""


def doe_toets(blad: Doorbladerd, event: QKeyEvent) -> bool:
    """Do what a key asks; tell whether it asks something."""
    ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    kaal = not event.modifiers()
    stap = 2 if blad.twee else 1
    past = not blad.horizontalScrollBar().maximum()
    match event.key():
        case Qt.Key.Key_PageDown | Qt.Key.Key_Space if not ctrl:
            _schuif(blad, 1)
        case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace if not ctrl:
            _schuif(blad, -1)
        case Qt.Key.Key_Home:
            blad.ga_naar(1)
        case Qt.Key.Key_End:
            blad.ga_naar(blad.aantal)
        case Qt.Key.Key_Right if past:
            blad.ga_naar(blad.pagina + stap)
        case Qt.Key.Key_Left if past:
            blad.ga_naar(blad.pagina - stap)
        case Qt.Key.Key_0 if ctrl:
            blad.breedte()
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal if ctrl:
            blad.zoom_in()
        case Qt.Key.Key_Minus if ctrl:
            blad.zoom_uit()
        case Qt.Key.Key_Z if kaal:
            blad.wissel_zoom()
        case Qt.Key.Key_T if kaal:
            blad.wissel_twee()
        case _:
            return False
    return True


def _schuif(blad: Doorbladerd, keer: int) -> None:
    """Go a screen down, or up, and keep a line of it."""
    balk = blad.verticalScrollBar()
    balk.setValue(balk.value() + keer * max(balk.singleStep(), blad.viewport().height() - balk.singleStep()))
