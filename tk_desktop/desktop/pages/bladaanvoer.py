"""Images of pages for a view, one at a time: what is looked at first; what was scrolled past is given up."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladvoorraad import Beeldsoort, Blad, Bladvoorraad
from tk_desktop.paper.bladbeeld import Beeld
from tk_desktop.paper.rendering import Maat

_EVEN = 12
"""Milliseconds before pages are drawn that nobody sees yet."""


class Bladaanvoer(QObject):
    """Asks ``bron`` for the images that ``gewenst`` names, again after each one that came; keeps those that came.

    ``gewenst`` gives pages (from 0) with their kind of image, the most wanted first, only those that ``heeft`` does
    not have. Those that are not ``zichtbaar`` wait a moment, until what is has surely been painted. ``bij`` gives the
    pages that must be kept. A file that is shown again is a new *make* of it.
    """

    maten_gekomen = Signal(object)
    """The sizes of the pages, a sequence of ``Maat``."""
    mislukt = Signal(object)
    """A ``TkError``: the file cannot be shown."""
    beeld_gekomen = Signal(int)

    def __init__(
        self,
        bron: Bladenbron,
        gewenst: Callable[[], Iterator[tuple[int, Beeldsoort]]],
        zichtbaar: Callable[[], range],
        bij: Callable[[], range],
        ouder: QObject,
    ) -> None:
        super().__init__(ouder)  # what comes later than the view goes finds nobody
        self._bron = bron
        self._gewenst = gewenst
        self._zichtbaar = zichtbaar
        self._bij = bij
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(_EVEN)
        self._straks.timeout.connect(self._vraag_volgende)
        self._voorraad = Bladvoorraad()
        self._wacht = True
        self.pad: Pad | None = None
        self.make = 0
        self._loopt: _Wens | None = None

    @property
    def onderweg(self) -> bool:
        """Whether an image is being drawn."""
        return self._loopt is not None

    def open(self, pad: Pad) -> None:
        """Ask for the sizes of the pages of a file; until they came no image is asked for."""
        if pad != self.pad:
            self._voorraad.wis()
        self.pad = pad
        self.make += 1
        self._wacht = True
        self._bron.maten(pad, partial(self._maten, self.make), partial(self._geen_maten, self.make))

    def sluit(self) -> None:
        """Forget the file and its images."""
        self.pad = None
        self.make += 1
        self._voorraad.wis()
        self._straks.stop()
        if self._loopt is not None:
            self._loopt.nodig = False

    def rust(self) -> None:
        """Keep no more than what is shown first: nobody looks, and six papers may be open."""
        self._voorraad.beperk_tot(self._zichtbaar())

    def van(self, pagina: int) -> Blad | None:
        """Return the image of a page, also an older or smaller one."""
        return self._voorraad.van(pagina)

    def heeft(self, pagina: int, soort: Beeldsoort) -> bool:
        """Tell whether an image is there."""
        return self._voorraad.heeft(pagina, soort)

    def __len__(self) -> int:
        return len(self._voorraad)

    def vraag_volgende(self) -> None:
        """Ask for the most wanted image that is not there, unless one is on its way."""
        if self.pad is None:
            return
        self._straks.stop()
        if self._loopt is not None:
            self._loopt.nodig = (self._loopt.pagina, self._loopt.soort) in self._gewenst()
        self._vraag_volgende(alleen_zichtbaar=True)

    def _vraag_volgende(self, *, alleen_zichtbaar: bool = False) -> None:
        if self.onderweg or self.pad is None or self._wacht:
            return
        for pagina, soort in self._gewenst():
            if alleen_zichtbaar and pagina not in self._zichtbaar():
                self._straks.start()
                return
            wens = self._loopt = _Wens(pagina, soort)
            klaar, mislukt = partial(self._beeld, wens), partial(self._geen_beeld, wens)
            self._bron.vraag(self.pad, pagina, soort.schaal, klaar, mislukt, donker=soort.donker, nodig=wens.is_nodig)
            return

    def _maten(self, make: int, maten: Sequence[Maat]) -> None:
        if make == self.make:
            self._wacht = False
            self._voorraad.beperk(len(maten))
            self.maten_gekomen.emit(maten)

    def _geen_maten(self, make: int, fout: TkError) -> None:
        if make == self.make:
            self.mislukt.emit(fout)

    def _beeld(self, wens: "_Wens", beeld: Beeld | None) -> None:
        self._loopt = None
        if wens.soort.make == self.make and not self._wacht:
            self._voorraad.neem(wens.pagina, wens.soort, beeld, self._bij())
            self.beeld_gekomen.emit(wens.pagina)
        self.vraag_volgende()

    def _geen_beeld(self, wens: "_Wens", fout: TkError) -> None:
        if isinstance(fout, Onderbroken):
            self._loopt = None
            self.vraag_volgende()
        else:
            self._beeld(wens, None)


@dataclass(slots=True)
class _Wens:
    """An image that is being drawn in another thread, which asks whether it is still wanted."""

    pagina: int
    soort: Beeldsoort
    nodig: bool = True

    def is_nodig(self) -> bool:
        """Tell whether somebody waits for it."""
        return self.nodig
