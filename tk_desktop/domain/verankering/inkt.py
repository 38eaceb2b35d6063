"""Where ink goes when its paper is replaced: with the words under it, else with the lines beside it.

Words that were under one stroke may come apart: over the end of a line, over two pages. Then a stroke round them says
nothing any more, and it stands nowhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tk_desktop.domain.aantekening import Vlak

_DUN = 4.0
"""A stroke that is thinner counts for so many points: a line under words lies below them."""
_ZAK = 1.0
"""How many points of those lie below such a stroke."""
_BREED, _HOOG = 0.5, 0.3
"""Which share of a word, or of ink that is smaller, lies under the other."""
_NABIJ = 18.0
"""Points above and below ink at which there are lines still by which it is held."""
_MEESTE = 12
"""Words by which ink is held, at most."""
_SPELING = 3.0
"""Points that words may have gone further than each other and still stay together."""
_SAMEN = 0.6
"""Which share of the words that are found has to stay together."""
_OVER = 0.5
"""Which share of all words that has to be."""


class Inktwoord(NamedTuple):
    """A word of a page: its offset in the text, what it is, and where it stands."""

    begin: int
    tekst: str
    vlak: Vlak

    @property
    def eind(self) -> int:
        """Behind its last sign."""
        return self.begin + len(self.tekst)


class Houvast(NamedTuple):
    """The words by which ink is held; ``onder`` tells that they lie under it, and not beside it."""

    woorden: tuple[Inktwoord, ...] = ()
    onder: bool = False


class Verschuiving(NamedTuple):
    """How many pages and points ink went."""

    bladen: int
    opzij: float
    hoger: float

    def van(self, vlak: Vlak) -> Vlak:
        """Return a rectangle where it came."""
        return Vlak(
            vlak.pagina + self.bladen,
            vlak.x0 + self.opzij,
            vlak.y0 + self.hoger,
            vlak.x1 + self.opzij,
            vlak.y1 + self.hoger,
        )


def houvast(inkt: Vlak, woorden: Sequence[Inktwoord]) -> Houvast:
    """Return which words of its page hold ink: those under it, else the nearest of each line beside or next to it."""
    dik = _minstens_zo_dik(inkt)
    onder = [woord for woord in woorden if _ligt_onder(dik, woord.vlak)]
    if onder:
        return Houvast(tuple(sorted(onder, key=lambda woord: _afstand(inkt, woord.vlak))[:_MEESTE]), True)
    naast = [woord for woord in woorden if woord.vlak.y0 < dik.y1 and woord.vlak.y1 > dik.y0]
    bij = naast or [woord for woord in woorden if _hoogteverschil(inkt, woord.vlak) <= _NABIJ]
    per_regel = {
        (woord.vlak.y0, woord.vlak.y1): woord for woord in sorted(bij, key=lambda woord: -_afstand(inkt, woord.vlak))
    }
    return Houvast(tuple(per_regel.values())[-_MEESTE:], False)


def verschuiving(vast: Houvast, staan: Iterable[Vlak | None]) -> Verschuiving | None:
    """Return how far ink went with its words, where each stands now (nothing: nowhere); nothing when they came apart.

    Ink beside words goes up and down with them, and stays as far from the edge of the page as it was.
    """
    gingen = [
        Verschuiving(nu.pagina - woord.vlak.pagina, nu.x0 - woord.vlak.x0 if vast.onder else 0.0, nu.y0 - woord.vlak.y0)
        for woord, nu in zip(vast.woorden, staan, strict=True)
        if nu is not None
    ]
    samen = max(([een for een in gingen if _zelfde(een, ander)] for ander in gingen), key=len, default=[])
    if not samen or len(samen) < max(_SAMEN * len(gingen), _OVER * len(vast.woorden)):
        return None
    return samen[0]


def _minstens_zo_dik(inkt: Vlak) -> Vlak:
    """Return ink as thick as a hand points with it; a line under words reaches up to them."""
    if inkt.y1 - inkt.y0 < _DUN:
        inkt = replace(inkt, y0=inkt.y0 - _ZAK, y1=max(inkt.y1, inkt.y0 + _DUN - _ZAK))
    if inkt.x1 - inkt.x0 < _DUN:
        midden = (inkt.x0 + inkt.x1) / 2
        inkt = replace(inkt, x0=midden - _DUN / 2, x1=midden + _DUN / 2)
    return inkt


def _ligt_onder(inkt: Vlak, woord: Vlak) -> bool:
    breed, hoog = min(inkt.x1, woord.x1) - max(inkt.x0, woord.x0), min(inkt.y1, woord.y1) - max(inkt.y0, woord.y0)
    return breed >= _BREED * min(inkt.x1 - inkt.x0, woord.x1 - woord.x0) and hoog >= _HOOG * min(
        inkt.y1 - inkt.y0, woord.y1 - woord.y0
    )


def _hoogteverschil(inkt: Vlak, woord: Vlak) -> float:
    return max(woord.y0 - inkt.y1, inkt.y0 - woord.y1, 0.0)


def _afstand(inkt: Vlak, woord: Vlak) -> float:
    """Return how far the middle of a word is from that of ink."""
    opzij = (woord.x0 + woord.x1 - inkt.x0 - inkt.x1) / 2
    hoger = (woord.y0 + woord.y1 - inkt.y0 - inkt.y1) / 2
    return abs(opzij) + abs(hoger)


def _zelfde(een: Verschuiving, ander: Verschuiving) -> bool:
    return een.bladen == ander.bladen and max(abs(een.opzij - ander.opzij), abs(een.hoger - ander.hoger)) <= _SPELING
