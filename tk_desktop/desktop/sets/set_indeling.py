"""The three panes of the builder of sets, side by side or, where that is too narrow, two by two."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.sets.set_midden import Setmidden
from tk_desktop.desktop.sets.set_onderdelen import Onderdelenlijst
from tk_desktop.desktop.sets.set_uitvoer import Uitvoerpaneel

_BREED = 135
"""Letters wide from which three panes fit side by side and most titles can be read."""


class Setindeling(QSplitter):
    """Holds the parts, the preview and the forms.

    Where there is no room for three, the forms come in the place of the parts (``toon_uitvoer``); ``versmald`` tells
    that this began or ended.
    """

    versmald = Signal(bool)

    def __init__(self, lijst: Onderdelenlijst, midden: Setmidden, uitvoer: Uitvoerpaneel) -> None:
        super().__init__()
        self._lijst, self._midden, self._uitvoer = lijst, midden, uitvoer
        self.smal = False
        self.setChildrenCollapsible(False)
        for deel in (lijst, midden, uitvoer):
            self.addWidget(deel)
        teken = letterbreedte(self.fontMetrics())
        lijst.setMinimumWidth(min(220, teken * 24))
        self._verdeel()

    def sizeHint(self) -> QSize:
        """Ask for no more height than it can do with: what scrolls round it would put the buttons out of sight."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def toon_uitvoer(self, aan: bool) -> None:
        """Show the forms in the place of the parts, or the parts again; without effect where both have room."""
        if self.smal:
            self._uitvoer.setVisible(aan)
            self._lijst.setVisible(not aan)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go from three panes to two where they get too narrow, and back."""
        super().resizeEvent(event)
        smal = self.width() < letterbreedte(self.fontMetrics()) * _BREED
        if smal != self.smal:
            self.smal = smal
            self._verdeel()
            self.versmald.emit(smal)

    def _verdeel(self) -> None:
        volgorde: tuple[QWidget, ...] = (self._lijst, self._midden, self._uitvoer)
        if self.smal:
            volgorde = (self._lijst, self._uitvoer, self._midden)
        for plaats, deel in enumerate(volgorde):
            self.insertWidget(plaats, deel)
            self.setStretchFactor(plaats, 0 if deel is self._uitvoer and not self.smal else 4 + (deel is self._midden))
        self._lijst.show()
        self._uitvoer.setVisible(not self.smal)
        teken = letterbreedte(self.fontMetrics())
        helft = self.width() // 2
        breed = [teken * 54, teken * 50, self._uitvoer.sizeHint().width()]
        self.setSizes([helft, helft, helft] if self.smal else breed)
