"""A screen that scrolls up and down where it has too little room."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea


class Rolblad(QScrollArea):
    """Scrolls what stands in it, as wide as itself and at least as high as its words ask for at that width.

    Qt asks what stands in it for its height before it knows its width, and presses lines that wrap into each other.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again at the new width."""
        super().resizeEvent(event)
        self._geef_hoogte()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again after other words."""
        klaar = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._geef_hoogte()
        return klaar

    def _geef_hoogte(self) -> None:
        inhoud = self.widget()
        if inhoud is not None and (indeling := inhoud.layout()) is not None:
            inhoud.setMinimumHeight(max(0, indeling.totalMinimumHeightForWidth(self.viewport().width())))
