"""The words of a page and exactly where they stand: to select, to mark, to search and to read aloud.

``bladtekst_reading`` reads them from a PDF. Offsets count in the text that ``paper.reading`` gives of the same page.
Places are in PDF points from the lower left corner of the page as it is seen: turned as the file says and cut to its
crop box.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import pairwise
from typing import NamedTuple

_STUK = re.compile(r"\S+")
_WOORD = re.compile(r"\w+(?:[-’'./]\w+)*")
_OPSOMMING = re.compile(r"(?:[-–•▪◦·*]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_LEIDRAAD = re.compile(r"(?:\.\s?){5}|…{2}")
"""Dots that lead from a title to its page."""

_KORTSTE_REGEL = 3
"""Signs from which it can be told how a line runs."""

Bereik = tuple[int, int]
"""Offsets in the text of a page: from the first sign to before the last."""


class Kader(NamedTuple):
    """A rectangle on a page, in points from its lower left corner as it is seen; without area for what is not drawn."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def leeg(self) -> bool:
        """Whether nothing is to be seen of it."""
        return self.x1 <= self.x0 or self.y1 <= self.y0

    @property
    def midden(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def met(self, ander: "Kader") -> "Kader":
        """Return the smallest rectangle that holds both."""
        return Kader(min(self.x0, ander.x0), min(self.y0, ander.y0), max(self.x1, ander.x1), max(self.y1, ander.y1))

    def afstand(self, x: float, y: float) -> float:
        """Return how far a point is from it; up and down count for more, for lines of text are wide."""
        return max(self.x0 - x, 0.0, x - self.x1) + 3 * max(self.y0 - y, 0.0, y - self.y1)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of text: offsets from ``begin`` to before ``eind``, without the end of the line itself.

    ``rand`` is where its column ends at the right, 0 where it stands in none.
    """

    begin: int
    eind: int
    kader: Kader
    rand: float = 0.0


@dataclass(frozen=True, kw_only=True)  # no slots: what is worked out from it is kept with it
class Bladtekst:
    """The text of a page with a rectangle for each character, and its lines in the order in which they are read.

    ``afbrekingen`` are the offsets of hyphens that break a word at the end of a line.
    """

    tekst: str = ""
    kaders: tuple[Kader, ...] = ()
    regels: tuple[Regel, ...] = ()
    afbrekingen: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if len(self.tekst) != len(self.kaders):
            raise ValueError("elk teken heeft een kader")

    def plek_bij(self, x: float, y: float) -> int:
        """Return the offset of the gap between two characters that is nearest to a point."""
        if not self.regels:
            return 0
        dichtst = min(
            range(len(self.regels)),
            key=lambda nummer: (self._reik[nummer].afstand(x, y), self.regels[nummer].kader.afstand(x, y)),
        )
        as_, _ = self.richting(self.regels[dichtst])
        return self._plek_langs(dichtst, (x, y)[as_])

    @cached_property
    def _reik(self) -> tuple[Kader, ...]:
        """For each line as far as a hand reaches for it: a short one as wide as the lines it stands between."""
        kaders = [regel.kader for regel in self.regels]
        return tuple(reduce(_even_breed, kaders[max(0, nr - 1) : nr + 2], kader) for nr, kader in enumerate(kaders))

    def plek_in_regel(self, nummer: int, x: float) -> int:
        """Return the offset of the gap in a line (from 0) that is nearest to ``x``; of one on its side its begin."""
        as_, _ = self.richting(self.regels[nummer])
        return self.regels[nummer].begin if as_ else self._plek_langs(nummer, x)

    def _plek_langs(self, nummer: int, waar: float) -> int:
        """Return the offset of the gap in a line that is nearest to a place along it."""
        regel = self.regels[nummer]
        as_, kant = self.richting(regel)
        for plek in range(regel.begin, regel.eind):
            kader = self.kaders[plek]
            if not kader.leeg and kant * (kader.midden[as_] - waar) > 0:
                return plek
        return regel.eind

    def streepje(self, plek: int) -> Kader | None:
        """Return where a cursor stands at an offset: a rectangle without width; nothing on a page without text."""
        if not self.regels:
            return None
        regel = self.regels[self.regelnummer(plek)]
        x = self.kaders[max(plek, regel.begin)].x0 if plek < min(regel.eind, len(self.kaders)) else regel.kader.x1
        return Kader(x, regel.kader.y0, x, regel.kader.y1)

    def teken_onder(self, x: float, y: float) -> int | None:
        """Return the offset of the character at a point, or nothing where there is none."""
        for regel in self.regels:
            if regel.kader.afstand(x, y) == 0:
                op_zijn_kant, _ = self.richting(regel)
                for plek in range(regel.begin, regel.eind):
                    kader = self.kaders[plek]
                    if kader.x0 <= x <= kader.x1 and (kader.y0 <= y <= kader.y1 or not op_zijn_kant):
                        return plek
        return None

    def regelnummer(self, plek: int) -> int:
        """Return which line an offset stands in, from 0; raises ``ValueError`` for a page without text."""
        if not self.regels:
            raise ValueError("er staat geen tekst op deze bladzijde")
        return max(0, bisect_right(self.regels, plek, key=_begin) - 1)

    def woord_bij(self, plek: int) -> tuple[int, int]:
        """Return where the word at an offset begins and ends; a sign that is no word stands alone."""
        for woord in _WOORD.finditer(self.tekst):
            if woord.start() <= plek < woord.end():
                return woord.start(), woord.end()
        return plek, min(plek + 1, len(self.tekst))

    def woorden_van(self, regel: Regel) -> Iterator[tuple[int, int, Kader]]:
        """Yield what stands between spaces on a line: its offsets, and where it stands; not what stands nowhere."""
        for woord in _STUK.finditer(self.tekst, regel.begin, regel.eind):
            kaders = [kader for kader in self.kaders[woord.start() : woord.end()] if not kader.leeg]
            if kaders:
                yield woord.start(), woord.end(), reduce(Kader.met, kaders)

    def stap_woord(self, plek: int, vooruit: bool) -> int:
        """Return where the next word begins, or the one before."""
        begin = [woord.start() for woord in _WOORD.finditer(self.tekst)]
        if vooruit:
            return next((plaats for plaats in begin if plaats > plek), len(self.tekst))
        return next((plaats for plaats in reversed(begin) if plaats < plek), 0)

    def kaders_van(self, begin: int, eind: int) -> tuple[Kader, ...]:
        """Return one rectangle for each line that a passage touches, as high as that line."""
        return tuple(self._stukken(begin, eind))

    def leesbaar(self, begin: int, eind: int) -> str:
        """Return a passage to read on elsewhere: lines of a paragraph on one line, broken words whole again."""
        delen: list[str] = []
        raakt = [regel for regel in self.regels if regel.eind > begin and regel.begin < eind]
        for regel, volgende in pairwise([*raakt, None]):
            if regel is None:
                break
            tekst = self.tekst[max(begin, regel.begin) : min(eind, regel.eind)].rstrip()
            if volgende is None:
                delen.append(tekst)
            elif regel.eind - 1 in self.afbrekingen or _breekt_af(self.tekst, regel, volgende):
                delen.append(tekst[:-1] if _is_een_woord(self.tekst, regel, volgende) else tekst)
            else:
                delen += [tekst, "\n" if self._nieuwe_alinea(regel, volgende) else " "]
        return "".join(delen).strip()

    def _in(self, begin: int, eind: int) -> Iterator[Regel]:
        for regel in self.regels:
            if regel.eind > begin and regel.begin < eind:
                yield regel

    def _stukken(self, begin: int, eind: int) -> Iterator[Kader]:
        for regel in self._in(begin, eind):
            geheel: Kader | None = None
            for plek in range(max(begin, regel.begin), min(eind, regel.eind)):
                if not self.kaders[plek].leeg:
                    geheel = self.kaders[plek] if geheel is None else geheel.met(self.kaders[plek])
            if geheel is not None and self.richting(regel)[0]:
                yield Kader(regel.kader.x0, geheel.y0, regel.kader.x1, geheel.y1)
            elif geheel is not None:
                yield Kader(geheel.x0, regel.kader.y0, geheel.x1, regel.kader.y1)

    def richting(self, regel: Regel) -> tuple[int, int]:
        """Return how a line runs on the page as it is seen: across (0) or on its side (1), and to which end (1, -1)."""
        midden = [self.kaders[plek].midden for plek in range(regel.begin, regel.eind) if not self.kaders[plek].leeg]
        if len(midden) < _KORTSTE_REGEL:
            return 0, 1
        opzij, hoger = (midden[-1][as_] - midden[0][as_] for as_ in (0, 1))
        as_ = 1 if abs(hoger) > abs(opzij) else 0
        return as_, 1 if (opzij, hoger)[as_] >= 0 else -1

    def _nieuwe_alinea(self, regel: Regel, volgende: Regel) -> bool:
        hoog = max(1.0, regel.kader.y1 - regel.kader.y0)
        if regel.kader.midden[1] - volgende.kader.midden[1] > 1.6 * hoog or volgende.kader.y0 > regel.kader.y0:
            return True
        leidraad = _LEIDRAAD.search(self.tekst, regel.begin, regel.eind)
        if leidraad or _OPSOMMING.match(self.tekst, volgende.begin):
            return True
        woord = _WOORD.search(self.tekst, volgende.begin)
        eerste = self.kaders_van(woord.start(), woord.end())[:1] if woord else ()
        breed = eerste[0].x1 - eerste[0].x0 if eerste else 0.0
        rechts = regel.rand or max(ander.kader.x1 for ander in self.regels if ander.kader.x0 < regel.kader.x1)
        return regel.kader.x1 + breed + hoog < min(rechts, max(volgende.kader.x1, regel.kader.x1) + 8 * hoog)


def _breekt_af(tekst: str, regel: Regel, volgende: Regel) -> bool:
    eind = tekst[: regel.eind].rstrip()
    return len(eind) > 1 and eind[-1] in "-\u00ad" and eind[-2].isalpha() and tekst[volgende.begin].isalpha()


def _is_een_woord(tekst: str, regel: Regel, volgende: Regel) -> bool:
    """Tell whether a hyphen at the end of a line only breaks a word: between small letters, two on each side."""
    voor = tekst[regel.begin : regel.eind].rstrip()[-3:-1]
    na = tekst[volgende.begin : volgende.begin + 2]
    return all(len(deel) == 2 and deel.isalpha() and deel.islower() for deel in (voor, na))


def _even_breed(kader: Kader, buur: Kader) -> Kader:
    """Return a line as wide as its neighbour, where that stands right above or below it."""
    hoog = kader.y1 - kader.y0
    los = max(kader.y0 - buur.y1, buur.y0 - kader.y1)
    if not -hoog / 2 < los < 1.5 * hoog or min(kader.x1, buur.x1) <= max(kader.x0, buur.x0):
        return kader
    return kader._replace(x0=min(kader.x0, buur.x0), x1=max(kader.x1, buur.x1))


def _begin(regel: Regel) -> int:
    return regel.begin
