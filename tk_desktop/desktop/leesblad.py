"""A paper to read: its pages with words to select, marks to click on and a pen to write with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tk_desktop.desktop.bladen import Bladenweergave
from tk_desktop.desktop.bladenbron import Bladenbron
from tk_desktop.desktop.bladinkt import Bladinkt
from tk_desktop.desktop.bladmerken import Bladmerken, Merk
from tk_desktop.desktop.bladmuis import Bladmuis
from tk_desktop.desktop.bladselectie import Bladselectie
from tk_desktop.desktop.bladteksten import Bladteksten


class Leesblad(QWidget):
    """Puts the parts of a reader together over one view of pages.

    The parts are public: ``bladen`` (pages, place, zoom), ``teksten`` (words), ``selectie``, ``merken`` and ``inkt``.
    """

    merk_gekozen = Signal(str)
    """The id of a mark that was clicked."""
    leeg_geklikt = Signal(QPointF)
    """A click beside marks, at a point of ``bladen``: nothing is chosen any more."""

    def __init__(self, bron: Bladenbron, naam: str = "Stuk", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.bladen = Bladenweergave(bron, naam)
        self.teksten = Bladteksten(self.bladen, bron)
        self.merken = Bladmerken(self.bladen)
        self.selectie = Bladselectie(self.bladen, self.teksten)
        self._muis = Bladmuis(self.bladen, self.selectie, self._klikbaar)
        self.inkt = Bladinkt(self.bladen)
        self._muis.geklikt.connect(self._klik)
        self.merken.merk_gekozen.connect(self.merk_gekozen)
        opbouw = QVBoxLayout(self)
        opbouw.setContentsMargins(0, 0, 0, 0)
        opbouw.setSpacing(0)
        opbouw.addWidget(self.bladen, 1)
        self.setFocusProxy(self.bladen)

    def toon(self, pad: Path, pagina: int = 0, deel: float = 0.0) -> None:
        """Show a paper; see ``Bladenweergave.toon``."""
        self.bladen.toon(pad, pagina, deel)

    def zet_merken(self, merken: Sequence[Merk]) -> None:
        """Show these marks and no others."""
        self.merken.zet_merken(merken)

    def _klikbaar(self, waar: QPointF) -> bool:
        return self.merken.merk_op(waar) is not None

    def _klik(self, waar: QPointF) -> None:
        if not self.merken.klik(waar):
            self.leeg_geklikt.emit(waar)
