"""Going back to where one was before a link was followed (Alt+Left), and forth again."""

from PySide6.QtCore import QObject

from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladindeling import Plek

_MEESTE = 50


class Bladgeschiedenis(QObject):
    """Keeps places of the file that a view shows; another file has none yet."""

    def __init__(self, blad: Bladenweergave) -> None:
        super().__init__(blad)
        self._blad = blad
        self._pad: Pad | None = None
        self._terug: list[Plek] = []
        self._vooruit: list[Plek] = []
        blad.geopend.connect(self._ander)

    @property
    def kan_terug(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._terug)

    @property
    def kan_vooruit(self) -> bool:
        """Whether one came back from somewhere."""
        return bool(self._vooruit)

    def onthoud(self) -> None:
        """Keep where one is now, before going elsewhere."""
        self._terug = [*self._terug[1 - _MEESTE :], self._blad.plek]
        self._vooruit.clear()

    def terug(self) -> None:
        """Go to where one was."""
        self._ga(self._terug, self._vooruit)

    def vooruit(self) -> None:
        """Go to where one came back from."""
        self._ga(self._vooruit, self._terug)

    def _ga(self, van: list[Plek], naar: list[Plek]) -> None:
        if van:
            naar.append(self._blad.plek)
            plek = van.pop()
            self._blad.ga_naar(plek.pagina + 1, plek.deel)

    def _ander(self) -> None:
        if self._blad.pad != self._pad:
            self._pad = self._blad.pad
            self._terug.clear()
            self._vooruit.clear()
