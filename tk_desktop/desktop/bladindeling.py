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
    """The pages below each other, or two by two, in the middle of a window of a given width."""

    vakken: tuple[Vak, ...] = ()
    breedte: float = 0.0
    hoogte: float = 0.0
    naast: int = 1
    """How many pages stand beside each other."""

    @classmethod
    def van(cls, maten: Sequence[Maat], zoom: Zoom, breed: int, hoog: int, dpi: float, *, naast: int = 1) -> Self:
        """Lay out pages for a window of ``breed`` by ``hoog`` logical pixels, ``dpi`` of which are an inch."""
        rijen = []
        y = float(RUIMTE)
        for eerste in range(0, len(maten), naast):
            rij = maten[eerste : eerste + naast]
            schaal = _schaal([*rij, *[rij[-1]] * (naast - len(rij))], zoom, breed, hoog, dpi)
            rijen.append(_naast_elkaar(rij, y, schaal))
            y = round(y + max(maat.hoogte for maat in rij) * schaal) + RUIMTE
        breedte = max([float(breed), *(_breedte(rij) + 2 * RUIMTE for rij in rijen)])
        if naast > 1:  # a last page alone keeps the place of a left page
            rijen = [rij if len(rij) == naast else (*rij, _ernaast(rij[-1])) for rij in rijen]
        vakken = [replace(vak, x=vak.x + float(round((breedte - _breedte(rij)) / 2))) for rij in rijen for vak in rij]
        return cls(vakken=tuple(vakken[: len(maten)]), breedte=breedte, hoogte=y, naast=naast)

    def zichtbaar(self, boven: float, hoog: float) -> range:
        """Return the pages (from 0) of which something stands between ``boven`` and ``boven + hoog``."""
        if not self.vakken:
            return range(0)
        eerste = self._rij_op(boven)
        laatste = self._rij_op(boven + hoog)
        if self._onderkant(eerste) < boven and eerste < laatste:
            eerste += self.naast
        return range(eerste, min(laatste + self.naast, len(self.vakken)))

    def plek_op(self, y: float, bij: int = 0) -> Plek:
        """Return the place at a height; of pages beside each other the page ``bij``, else the first."""
        if not self.vakken:
            return Plek(0)
        pagina = self._rij_op(y)
        if pagina <= bij < min(pagina + self.naast, len(self.vakken)):
            pagina = bij
        vak = self.vakken[pagina]
        return Plek(pagina, (y - vak.y) / max(1.0, vak.hoogte))

    def hoogte_van(self, plek: Plek) -> float:
        """Return the height at which a place stands."""
        if not self.vakken:
            return 0.0
        vak = self.vakken[max(0, min(plek.pagina, len(self.vakken) - 1))]
        return vak.y + plek.deel * vak.hoogte

    def vak_op(self, x: float, y: float) -> int | None:
        """Return the page (from 0) at a point, or nothing beside the pages."""
        if not self.vakken:
            return None
        eerste = self._rij_op(y)
        for pagina in range(eerste, min(eerste + self.naast, len(self.vakken))):
            vak = self.vakken[pagina]
            if vak.x <= x <= vak.x + vak.breedte and vak.y <= y <= vak.y + vak.hoogte:
                return pagina
        return None

    def dichtstbij(self, x: float, y: float) -> int:
        """Return the page (from 0) that is nearest to a point; there must be one."""
        eerste = self._rij_op(y)
        rij = range(eerste, min(eerste + self.naast, len(self.vakken)))
        return min(rij, key=lambda pagina: abs(self.vakken[pagina].x + self.vakken[pagina].breedte / 2 - x))

    def rondom(self, zichtbaar: range) -> range:
        """Return those pages with the ones before and after them."""
        return range(max(0, zichtbaar.start - self.naast), min(len(self.vakken), zichtbaar.stop + self.naast))

    def volgorde(self, zichtbaar: range, pagina: int) -> list[int]:
        """Return the pages in the order in which they are needed: the one looked at, the visible ones, what is near."""
        eerst = [pagina] if pagina in zichtbaar else []
        erna = [nummer for nummer in self.rondom(zichtbaar) if nummer >= zichtbaar.stop]
        ervoor = [nummer for nummer in self.rondom(zichtbaar) if nummer < zichtbaar.start]
        return [*eerst, *(nummer for nummer in zichtbaar if nummer != pagina), *erna, *ervoor]

    def _rij_op(self, y: float) -> int:
        laatste = max(0, bisect_right(self.vakken, y, key=_bovenkant) - 1)
        return laatste - laatste % self.naast

    def _onderkant(self, eerste: int) -> float:
        return max(vak.y + vak.hoogte for vak in self.vakken[eerste : eerste + self.naast])


def _naast_elkaar(rij: Sequence[Maat], y: float, schaal: float) -> tuple[Vak, ...]:
    vakken: list[Vak] = []
    x = 0.0
    for maat in rij:
        vakken.append(Vak(x, y, maat.breedte * schaal, maat.hoogte * schaal, schaal))
        x = float(round(x + maat.breedte * schaal)) + RUIMTE
    return tuple(vakken)


def _ernaast(vak: Vak) -> Vak:
    return replace(vak, x=vak.x + vak.breedte + RUIMTE)


def _breedte(rij: Sequence[Vak]) -> float:
    return rij[-1].x + rij[-1].breedte


def _bovenkant(vak: Vak) -> float:
    return vak.y - RUIMTE / 2


def _schaal(rij: Sequence[Maat], zoom: Zoom, breed: int, hoog: int, dpi: float) -> float:
    breedste = sum(maat.breedte for maat in rij)
    op_breedte = max(20.0, breed - (len(rij) + 1) * RUIMTE) / max(1.0, breedste)
    match zoom.soort:
        case Zoomsoort.BREEDTE:
            return op_breedte
        case Zoomsoort.PAGINA:
            return min(op_breedte, max(20.0, hoog - 2 * RUIMTE) / max(1.0, *(maat.hoogte for maat in rij)))
        case _:
            return zoom.factor * dpi / PUNTEN_PER_INCH
