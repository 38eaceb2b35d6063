"""The words of the pages that are looked at, read in the background when they are needed."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.paper.bladtekst import Bladtekst
from tk_desktop.paper.rendering import Bladenlezer

_RUST = 40
"""Milliseconds without scrolling after which the words of what is on screen are read."""
_MEESTE = 24
"""Pages of which the words are kept: each takes half a megabyte."""


class Bladteksten(QObject):
    """Has the words of the pages (from 1) of the file that a view shows; asks for those that it does not have."""

    gekomen = Signal(int)

    def __init__(self, blad: Bladenweergave, bron: Bladenbron) -> None:
        super().__init__(blad)
        self._blad = blad
        self._bron = bron
        self._teksten: OrderedDict[int, Bladtekst] = OrderedDict()
        self._onderweg: set[int] = set()
        self._make = 0
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._lees_zichtbare)
        blad.verschoven.connect(self._rust.start)
        blad.geopend.connect(self._begin_opnieuw)

    def van(self, pagina: int) -> Bladtekst | None:
        """Return the words of a page; nothing yet when they still have to be read: then ``gekomen`` tells."""
        if pagina in self._teksten:
            self._teksten.move_to_end(pagina)
            return self._teksten[pagina]
        pad = self._blad.pad
        if pad is not None and 0 < pagina <= self._blad.aantal and pagina not in self._onderweg:
            self._onderweg.add(pagina)
            self._bron.lees(partial(_lees, pad, pagina), partial(self._kent, self._make, pagina), self._zwijg)
        return None

    def _begin_opnieuw(self) -> None:
        self._make += 1
        self._teksten.clear()
        self._onderweg.clear()
        self._rust.start()

    def _lees_zichtbare(self) -> None:
        if self._blad.isVisible():
            for plek in self._blad.plekken():
                self.van(plek.pagina)

    def _kent(self, make: int, pagina: int, tekst: Bladtekst) -> None:
        if make != self._make:
            return
        self._onderweg.discard(pagina)
        self._teksten[pagina] = tekst
        while len(self._teksten) > _MEESTE:
            self._teksten.popitem(last=False)
        self.gekomen.emit(pagina)

    def _zwijg(self, _: TkError) -> None:
        """Have no words of a page that cannot be read; the page itself says that it cannot be shown."""


def _lees(pad: Pad, pagina: int, lezer: Bladenlezer) -> Bladtekst:
    return lezer.tekst(pad, pagina - 1)
