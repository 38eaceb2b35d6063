"""Giving the keyboard on: a pane that is asked to take it, lets the right one of its parts do so.

A focus proxy of Qt would do that too, but Tab then jumps from the pane to that part over all that lies between.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Focusdeur(QObject):
    """Stands before ``vak``: when that gets the keyboard, what ``doel`` gives takes it."""

    def __init__(self, vak: QWidget, doel: Callable[[], QWidget | None]) -> None:
        super().__init__(vak)
        self._doel = doel
        vak.installEventFilter(self)
        if vak.hasFocus():
            self.open()

    def open(self) -> None:
        """Let the right part take the keyboard; for a pane that had it before it had that part."""
        if (doel := self._doel()) is not None:
            doel.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the right part take the keyboard."""
        if event.type() is QEvent.Type.FocusIn:
            self.open()
        return False


def zet_volgorde(*haltes: QWidget) -> None:
    """Let Tab go from each of these to the next."""
    for van, naar in pairwise(haltes):
        QWidget.setTabOrder(van, naar)
