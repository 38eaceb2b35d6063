"""Where the pages of a document stand below each other on the screen, and which of them is where."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from tk_desktop.domain.getal import procent
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
    def tekst(self) -> str:
        """The size in words, or as a percentage."""
        return procent(self.factor) if self.soort is Zoomsoort.VAST else self.soort.value

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
class _Rij:
    """One page, or pages beside each other: places from the top left of the row itself."""

    vakken: tuple[Vak, ...]
    breedte: float
    hoogte: float


@dataclass(frozen=True, slots=True)
class Bladindeling:
    """The pages below each other, or two by two, in the middle of a window of a given width.

    Rows of equal pages are one object, so that 10 000 pages are laid out while one waits for nothing.
    """

    rijen: tuple[_Rij, ...] = ()
    toppen: tuple[float, ...] = ()
    """Where each row begins."""
    aantal: int = 0
    breedte: float = 0.0
    hoogte: float = 0.0
    naast: int = 1
    """How many pages stand beside each other."""

    @classmethod
    def van(cls, maten: Sequence[Maat], zoom: Zoom, breed: int, hoog: int, dpi: float, *, naast: int = 1) -> Self:
        """Lay out pages for a window of ``breed`` by ``hoog`` logical pixels, ``dpi`` of which are an inch."""
        bekend: dict[tuple[Maat, ...], _Rij] = {}
        rijen: list[_Rij] = []
        toppen: list[float] = []
        y = float(RUIMTE)
        vorige: tuple[Maat, ...] = ()
        rij = _Rij((), 0.0, 0.0)
        for eerste in range(0, len(maten), naast):
            maat = tuple(maten[eerste : eerste + naast])
            if maat != vorige:
                rij = bekend.get(maat) or _rij(maat, zoom, breed, hoog, dpi, naast=naast)
                vorige = maat
                bekend[maat] = rij
            rijen.append(rij)
            toppen.append(y)
            y = round(y + rij.hoogte) + RUIMTE
        breedte = max([float(breed), *(rij.breedte + 2 * RUIMTE for rij in bekend.values())])
        return cls(tuple(rijen), tuple(toppen), len(maten), breedte, y, naast)

    def vak(self, pagina: int) -> Vak:
        """Return where a page (from 0) stands."""
        nummer, plaats = divmod(pagina, self.naast)
        rij = self.rijen[nummer]
        vak = rij.vakken[plaats]
        links = float(round((self.breedte - rij.breedte) / 2))
        return Vak(vak.x + links, self.toppen[nummer], vak.breedte, vak.hoogte, vak.schaal)

    def schaal(self, pagina: int) -> float:
        """Return how many pixels a point of a page (from 0) is."""
        return self.rijen[pagina // self.naast].vakken[pagina % self.naast].schaal

    def zichtbaar(self, boven: float, hoog: float) -> range:
        """Return the pages (from 0) of which something stands between ``boven`` and ``boven + hoog``."""
        if not self.aantal:
            return range(0)
        eerste = self._rij_op(boven)
        laatste = self._rij_op(boven + hoog)
        if self.toppen[eerste] + self.rijen[eerste].hoogte < boven and eerste < laatste:
            eerste += 1
        return range(eerste * self.naast, min((laatste + 1) * self.naast, self.aantal))

    def plek_op(self, y: float, bij: int = 0) -> Plek:
        """Return the place at a height; of pages beside each other the page ``bij``, else the first."""
        if not self.aantal:
            return Plek(0)
        rij = self._rij(y)
        pagina = bij if bij in rij else rij.start
        vak = self.vak(pagina)
        return Plek(pagina, (y - vak.y) / (vak.hoogte or 1.0))

    def hoogte_van(self, plek: Plek) -> float:
        """Return the height at which a place stands."""
        if not self.aantal:
            return 0.0
        vak = self.vak(max(0, min(plek.pagina, self.aantal - 1)))
        return vak.y + plek.deel * vak.hoogte

    def vak_op(self, x: float, y: float) -> int | None:
        """Return the page (from 0) at a point, or nothing beside the pages."""
        if not self.aantal:
            return None
        for pagina in self._rij(y):
            vak = self.vak(pagina)
            if vak.x <= x <= vak.x + vak.breedte and vak.y <= y <= vak.y + vak.hoogte:
                return pagina
        return None

    def dichtstbij(self, x: float, y: float) -> int:
        """Return the page (from 0) that is nearest to a point; there must be one."""
        return min(self._rij(y), key=lambda pagina: abs(self.vak(pagina).x + self.vak(pagina).breedte / 2 - x))

    def rondom(self, zichtbaar: range) -> range:
        """Return those pages with the ones before and after them."""
        return range(max(0, zichtbaar.start - self.naast), min(self.aantal, zichtbaar.stop + self.naast))

    def volgorde(self, zichtbaar: range, pagina: int) -> list[int]:
        """Return the pages in the order in which they are needed: the one looked at, the visible ones, what is near."""
        eerst = [pagina] if pagina in zichtbaar else []
        erna = [nummer for nummer in self.rondom(zichtbaar) if nummer >= zichtbaar.stop]
        ervoor = [nummer for nummer in self.rondom(zichtbaar) if nummer < zichtbaar.start]
        return [*eerst, *(nummer for nummer in zichtbaar if nummer != pagina), *erna, *ervoor]

    def _rij_op(self, y: float) -> int:
        return max(0, bisect_right(self.toppen, y + RUIMTE / 2) - 1)

    def _rij(self, y: float) -> range:
        """Return the pages of the row at a height."""
        eerste = self._rij_op(y) * self.naast
        return range(eerste, min(eerste + self.naast, self.aantal))


def _rij(maten: tuple[Maat, ...], zoom: Zoom, breed: int, hoog: int, dpi: float, *, naast: int) -> _Rij:
    """Put pages beside each other; a last page alone keeps the size and the place of a left page."""
    vol = [*maten, *[maten[-1]] * (naast - len(maten))]
    schaal = _schaal(vol, zoom, breed, hoog, dpi)
    vakken: list[Vak] = []
    x = 0.0
    for maat in vol:
        vakken.append(Vak(x, 0.0, maat.breedte * schaal, maat.hoogte * schaal, schaal))
        x = float(int(x + maat.breedte * schaal)) + RUIMTE  # down, so that together they are no wider than they may
    breedte = vakken[-1].x + vakken[-1].breedte
    return _Rij(tuple(vakken[: len(maten)]), breedte, max(maat.hoogte for maat in maten) * schaal)


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
