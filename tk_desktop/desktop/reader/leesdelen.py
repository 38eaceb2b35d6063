"""The pages with what stands left and right of them, each as wide as so many letters."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat

BREEDTEN = (46, 42)
"""Letters wide that left and right are until somebody drags their edges."""

_ZIJKANTEN = 0.55
"""The share of the width that both together get at most: the pages are what is read."""


class Leesdelen(QSplitter):
    """Divides the width anew when there is more or less of it, or when the letters grow or shrink."""

    def __init__(self, links: QWidget, midden: QWidget, rechts: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._zij = (links, rechts)
        self._breed = list(BREEDTEN)
        self.setHandleWidth(6)
        self.setChildrenCollapsible(False)
        for nummer, (deel, rekt) in enumerate(((links, 0), (midden, 1), (rechts, 0))):
            self.addWidget(deel)
            self.setStretchFactor(nummer, rekt)
        self.splitterMoved.connect(self._versleept)
        Lettermaat(self, self._anders)

    @property
    def breedten(self) -> tuple[int, int]:
        """How many letters wide left and right are."""
        return self._breed[0], self._breed[1]

    def zet_breedten(self, breedten: tuple[int, int]) -> None:
        """Make left and right so many letters wide."""
        self._breed = list(breedten)
        self.verdeel()

    def verdeel(self) -> None:
        """Give left and right their width, and the pages the rest, which is never less than almost half."""
        letter = letterbreedte(self.fontMetrics())
        zij = [0 if deel.isHidden() else letters * letter for deel, letters in zip(self._zij, self._breed, strict=True)]
        meest = self.width() * _ZIJKANTEN
        if sum(zij) > meest:
            zij = [round(breed * meest / sum(zij)) for breed in zij]
        self.setSizes([zij[0], self.width() - sum(zij), zij[1]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.verdeel()

    def sizeHint(self) -> QSize:
        """Ask as much as the pages do."""
        return self.minimumSizeHint()

    def _anders(self, _: QFontMetrics) -> None:
        self.verdeel()

    def _versleept(self, _: int, __: int) -> None:
        """Remember how wide what is seen was made."""
        letter = letterbreedte(self.fontMetrics())
        links, _midden, rechts = self.sizes()
        for nummer, breed in enumerate((links, rechts)):
            if not self._zij[nummer].isHidden():
                self._breed[nummer] = max(1, round(breed / letter))
