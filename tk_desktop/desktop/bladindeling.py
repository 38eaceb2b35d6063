"""Where the pages of a document stand below each other on the screen, and which of them is where."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from tk_desktop.paper.rendering import PUNTEN_PER_INCH, Maat

RUIMTE = 10
"""Logical pixels between pages and round them."""

_KLEINST, _GROOTST = 0.1, 5.0
_STAP = 1.25


class Zoomsoort(StrEnum):
    """How large pages are shown."""

    BREEDTE = "Paginabreedte"
    PAGINA = "Hele pagina"
    VAST = "vast"


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are shown; ``factor`` 1 is the size of the paper, used when the kind is ``VAST``."""

    soort: Zoomsoort = Zoomsoort.BREEDTE
    factor: float = 1.0

    @property
    def volgende(self) -> "Zoom":
        """What the key Z goes to: width, whole page, real size, and round again."""
        match self.soort:
            case Zoomsoort.BREEDTE:
                return Zoom(Zoomsoort.PAGINA)
            case Zoomsoort.PAGINA:
                return Zoom(Zoomsoort.VAST, 1.0)
            case _:
                return Zoom(Zoomsoort.BREEDTE)

    def maal(self, factor: float) -> "Zoom":
        """Return this size times a factor, within what can be read."""
        return Zoom(Zoomsoort.VAST, min(_GROOTST, max(_KLEINST, self.factor * factor)))

    def groter(self) -> "Zoom":
        """Return one step larger."""
        return self.maal(_STAP)

    def kleiner(self) -> "Zoom":
        """Return one step smaller."""
        return self.maal(1 / _STAP)


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in the document: a page (from 0) and how far down it, as a part of its height."""

    pagina: int
    deel: float = 0.0


@dataclass(frozen=True, slots=True)
class Vak:
    """Where a page stands, in logical pixels from the top left of the whole; ``schaal`` is pixels to a point."""

    x: float
    y: float
    breedte: float
    hoogte: float
    schaal: float


@dataclass(frozen=True, slots=True)
class Bladindeling:
    """The pages below each other, in the middle of a window of a given width."""

    vakken: tuple[Vak, ...] = ()
    breedte: float = 0.0
    hoogte: float = 0.0

    @classmethod
    def van(cls, maten: Sequence[Maat], zoom: Zoom, breed: int, hoog: int, dpi: float) -> Self:
        """Lay out pages for a window of ``breed`` by ``hoog`` logical pixels, ``dpi`` of which are an inch."""
        vakken = []
        y = float(RUIMTE)
        for maat in maten:
            schaal = _schaal(maat, zoom, breed, hoog, dpi)
            vakken.append(Vak(0.0, y, maat.breedte * schaal, maat.hoogte * schaal, schaal))
            y = round(y + maat.hoogte * schaal) + RUIMTE
        breedte = max([float(breed), *(vak.breedte + 2 * RUIMTE for vak in vakken)])
        midden = tuple(replace(vak, x=float(round((breedte - vak.breedte) / 2))) for vak in vakken)
        return cls(vakken=midden, breedte=breedte, hoogte=y)

    def zichtbaar(self, boven: float, hoog: float) -> range:
        """Return the pages (from 0) of which something stands between ``boven`` and ``boven + hoog``."""
        if not self.vakken:
            return range(0)
        eerste = self._pagina_op(boven)
        laatste = self._pagina_op(boven + hoog)
        if self.vakken[eerste].y + self.vakken[eerste].hoogte < boven and eerste < laatste:
            eerste += 1
        return range(eerste, laatste + 1)

    def plek_op(self, y: float) -> Plek:
        """Return the place at a height."""
        if not self.vakken:
            return Plek(0)
        pagina = self._pagina_op(y)
        vak = self.vakken[pagina]
        return Plek(pagina, (y - vak.y) / max(1.0, vak.hoogte))

    def hoogte_van(self, plek: Plek) -> float:
        """Return the height at which a place stands."""
        if not self.vakken:
            return 0.0
        vak = self.vakken[max(0, min(plek.pagina, len(self.vakken) - 1))]
        return vak.y + plek.deel * vak.hoogte

    def _pagina_op(self, y: float) -> int:
        return max(0, bisect_right(self.vakken, y, key=_bovenkant) - 1)


def _bovenkant(vak: Vak) -> float:
    return vak.y - RUIMTE / 2


def _schaal(maat: Maat, zoom: Zoom, breed: int, hoog: int, dpi: float) -> float:
    op_breedte = max(20.0, breed - 2 * RUIMTE) / max(1.0, maat.breedte)
    match zoom.soort:
        case Zoomsoort.BREEDTE:
            return op_breedte
        case Zoomsoort.PAGINA:
            return min(op_breedte, max(20.0, hoog - 2 * RUIMTE) / max(1.0, maat.hoogte))
        case _:
            return zoom.factor * dpi / PUNTEN_PER_INCH
