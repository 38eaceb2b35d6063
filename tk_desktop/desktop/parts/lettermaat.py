"""Sizes that are measured in letters: right again when the letters of the window grow or shrink."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget


class Lettermaat(QObject):
    """Calls ``meet`` with the letters of ``vak``, now and whenever they become others."""

    def __init__(self, vak: QWidget, meet: Callable[[QFontMetrics], None]) -> None:
        super().__init__(vak)
        self._meet = meet
        vak.installEventFilter(self)
        meet(vak.fontMetrics())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again."""
        if event.type() is QEvent.Type.FontChange and isinstance(watched, QWidget):
            self._meet(watched.fontMetrics())
        return False


def minstens_hoog(vak: QWidget, regels: int) -> None:
    """Let a pane never be less than so many lines high."""

    def meet(letters: QFontMetrics) -> None:
        vak.setMinimumHeight(letters.lineSpacing() * regels)

    Lettermaat(vak, meet)
