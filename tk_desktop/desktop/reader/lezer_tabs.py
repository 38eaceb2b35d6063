"""The papers that are open side by side as tabs: by turns, closed and opened again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar


class Leestabs(QTabBar):
    """One tab for each open paper, by its key. ``gekozen`` tells a paper to show, ``gesloten`` one that was closed."""

    gekozen = Signal(str)
    gesloten = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sleutels: list[str] = []
        self._gebruikt: list[str] = []
        self._weg: list[str] = []
        self.setAccessibleName("Open stukken")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(False)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.currentChanged.connect(self._gewisseld)
        self.tabCloseRequested.connect(self._sluit_nummer)

    @property
    def open(self) -> tuple[str, ...]:
        """The open papers, from left to right."""
        return tuple(self._sleutels)

    @property
    def gebruikt(self) -> tuple[str, ...]:
        """The open papers, the one looked at last first."""
        return tuple(reversed(self._gebruikt))

    def toon(self, sleutel: str, naam: str) -> None:
        """Open a paper, or go to its tab."""
        self.blockSignals(True)
        if sleutel not in self._sleutels:
            self._sleutels.append(sleutel)
            nummer = self.addTab("")
            self._noem(nummer, naam)
        self.setCurrentIndex(self._sleutels.index(sleutel))
        self.blockSignals(False)
        self._bij(sleutel)

    def noem(self, namen: Mapping[str, str]) -> None:
        """Give the tabs the names their papers have now; what is no longer there is closed."""
        for sleutel in [een for een in self._sleutels if een not in namen]:
            self._sluit(sleutel, onthoud=False)
        for nummer, sleutel in enumerate(self._sleutels):
            self._noem(nummer, namen[sleutel])

    def sluit_alle(self) -> None:
        """Close all, to read another meeting."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self.blockSignals(False)
        self._sleutels, self._gebruikt, self._weg = [], [], []

    def vorige(self) -> None:
        """Go to the paper that was looked at before this one; again goes back (Ctrl+Tab)."""
        if len(self._gebruikt) > 1:
            self.gekozen.emit(self._gebruikt[-2])

    def sluit(self) -> None:
        """Close the paper that is looked at."""
        if self._gebruikt:
            self._sluit(self._gebruikt[-1])

    def heropen(self) -> None:
        """Open the paper again that was closed last."""
        if self._weg:
            self.gekozen.emit(self._weg.pop())

    def _noem(self, nummer: int, naam: str) -> None:
        kort = naam if len(naam) <= _LANGST else f"{naam[: _LANGST - 1].rstrip()}…"
        self.setTabText(nummer, kort.replace("&", "&&"))
        self.setTabToolTip(nummer, naam)
        self.setAccessibleTabName(nummer, naam)
        for kant in (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide):
            knop = self.tabButton(nummer, kant)
            if knop is not None:
                knop.setToolTip("Stuk sluiten (Ctrl+W)")
                knop.setAccessibleName(f"{naam} sluiten")

    def _bij(self, sleutel: str) -> None:
        self._gebruikt = [een for een in self._gebruikt if een != sleutel] + [sleutel]

    def _gewisseld(self, nummer: int) -> None:
        if 0 <= nummer < len(self._sleutels):
            self.gekozen.emit(self._sleutels[nummer])

    def _sluit_nummer(self, nummer: int) -> None:
        self._sluit(self._sleutels[nummer])

    def _sluit(self, sleutel: str, *, onthoud: bool = True) -> None:
        self.blockSignals(True)
        nummer = self._sleutels.index(sleutel)
        self._sleutels.pop(nummer)
        self._gebruikt = [een for een in self._gebruikt if een != sleutel]
        self.removeTab(nummer)
        self.blockSignals(False)
        if onthoud:
            self._weg.append(sleutel)
        self.gesloten.emit(sleutel)
        if self._gebruikt:
            self.gekozen.emit(self._gebruikt[-1])


_LANGST = 26
"""Letters of a name on a tab; the whole name is told beside it."""


def volgende(rij: Sequence[str], nu: str, stap: int) -> str:
    """Return the paper that comes ``stap`` places after the present one; the same at either end."""
    if not rij:
        return ""
    plek = rij.index(nu) if nu in rij else -1 if stap > 0 else len(rij)
    return rij[max(0, min(len(rij) - 1, plek + stap))]
