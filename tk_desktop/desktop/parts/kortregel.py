"""A line of text that ends in dots where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Kortregel(QLabel):
    """Takes the room it gets; the whole of it stands in its tool tip and is what is read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._heel = ""

    def zeg(self, tekst: str) -> None:
        """Show a text, as far as there is room."""
        self._heel = tekst
        self.setToolTip(tekst)
        self.setAccessibleName(tekst)
        self._kort_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again how much fits."""
        super().resizeEvent(event)
        self._kort_in()

    def _kort_in(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._heel, Qt.TextElideMode.ElideRight, self.width()))
