"""Tabs that stay within reach where there is little room: those that do not fit show their sign instead of a name."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QTabBar, QTabWidget, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte

_AANTAL = re.compile(r"\((\d+)\)$")

_RAND = 16
"""What the style leaves beside a name, left and right together."""


class Werktabs(QTabWidget):
    """Panes by turns; add them with ``voeg_toe``. A count in brackets stays beside the sign."""

    def __init__(self) -> None:
        super().__init__()
        self.balk = _Balk()
        self.setTabBar(self.balk)
        self.setDocumentMode(True)
        self.balk.setDrawBase(False)
        self.balk.setElideMode(Qt.TextElideMode.ElideNone)

    def voeg_toe(self, paneel: QWidget, naam: str, teken: str) -> None:
        """Add a pane behind the others; ``teken`` is the icon that stands for it."""
        self.balk.tekens.append(icon(teken))
        self.setTabToolTip(self.addTab(paneel, naam), naam)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tabs the room there is now."""
        self.balk.pas_in(event.size().width())
        super().resizeEvent(event)


class _Balk(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("dicht", "ja")
        self.tekens: list[QIcon] = []
        self._kort: frozenset[int] = frozenset()
        self._ruimte = 0
        self.currentChanged.connect(self._opnieuw)

    def pas_in(self, ruimte: int) -> None:
        """Shorten tabs from the right until all fit; never the one that is open."""
        self._ruimte = ruimte
        kort: set[int] = set()
        breed = {nr: self._breedte(nr, kort=False) for nr in range(self.count()) if self.isTabVisible(nr)}
        for nummer in reversed(breed):
            if sum(breed.values()) <= ruimte:
                break
            if nummer != self.currentIndex():
                breed[nummer] = self._breedte(nummer, kort=True)
                kort.add(nummer)
        if kort != self._kort:
            self._kort = frozenset(kort)
            self.setElideMode(self.elideMode())  # makes Qt measure its tabs anew

    def tabLayoutChange(self) -> None:
        """Look again when a tab came, went or got another name."""
        super().tabLayoutChange()
        self._opnieuw()

    def tabSizeHint(self, index: int) -> QSize:
        """Ask for less where a sign stands for the name."""
        return QSize(self._breedte(index, kort=index in self._kort), super().tabSizeHint(index).height())

    def initStyleOption(self, option: QStyleOptionTab, tabIndex: int) -> None:
        """Put the sign in the place of the name."""
        super().initStyleOption(option, tabIndex)
        if tabIndex in self._kort and tabIndex < len(self.tekens):
            option.icon = self.tekens[tabIndex]
            option.iconSize = self._teken()
            option.text = self._aantal(tabIndex)

    def _opnieuw(self) -> None:
        if self._ruimte:
            self.pas_in(self._ruimte)

    def _breedte(self, nummer: int, *, kort: bool) -> int:
        """Return how wide a tab is with its whole name, or with its sign."""
        letters = self.fontMetrics()
        rand = _RAND + letterbreedte(letters) // 2
        if not kort:
            return letters.horizontalAdvance(self.tabText(nummer)) + rand
        aantal = self._aantal(nummer)
        return self._teken().width() + _RAND + (letters.horizontalAdvance(f" {aantal}") if aantal else 0)

    def _aantal(self, nummer: int) -> str:
        gevonden = _AANTAL.search(self.tabText(nummer))
        return gevonden[1] if gevonden else ""

    def _teken(self) -> QSize:
        maat = self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarIconSize, None, self)
        return QSize(maat, maat)
