"""The keys that go through the pages of a view (SCREENS 2.10)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from tk_desktop.desktop.pages.bladen import Bladenweergave


def doe_toets(blad: "Bladenweergave", event: QKeyEvent) -> bool:
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


def _schuif(blad: "Bladenweergave", keer: int) -> None:
    """Go a screen down, or up, and keep a line of it."""
    balk = blad.verticalScrollBar()
    balk.setValue(balk.value() + keer * max(balk.singleStep(), blad.viewport().height() - balk.singleStep()))
