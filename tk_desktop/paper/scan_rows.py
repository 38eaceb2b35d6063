"""The words of a scan in the rows in which they are seen: who reads pictures takes the columns of a table one by one.

A scan lies seldom straight, so a row is followed from word to word, and all of it gets one height.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

Woordplek = tuple[str, float, float, float, float]
"""A word with where it stands on its page, from its upper left: left, top, right and bottom, as shares of it."""
_NAAST = 0.5
"""A word goes on with a row whose last word stands no more than this share of a letter higher or lower."""
_KORTSTE_REGEL = 0.15
"""A line of this share of the width of a page tells how crooked the page lies; a shorter one may not."""
_ONDER_DE_LIJN = re.compile(r"[gjpqyQ,;()/@]")
_STAART = 0.22
"""So much of the height of a word is under the line where one of its letters reaches there."""


def leaning(regels: Iterable[Sequence[Woordplek]]) -> float:
    """Return how far most of these lines go down for each share that they go to the right: how crooked a page lies."""
    hellingen = [
        (_midden(regel[-1]) - _midden(regel[0])) / (regel[-1][1] - regel[0][1])
        for regel in regels
        if len(regel) > 1 and regel[-1][1] - regel[0][1] >= _KORTSTE_REGEL
    ]
    return median(hellingen) if hellingen else 0.0


def in_rows(woorden: Sequence[Woordplek]) -> tuple[Woordplek, ...]:
    """Return words row by row from the top, each from left to right and as high as its row."""
    rijen: list[list[Woordplek]] = []
    for woord in sorted(woorden, key=lambda een: een[1]):
        naast = [(_apart(rij[-1], woord), nr) for nr, rij in enumerate(rijen)]
        beste = min(naast, default=None)
        if beste is not None and beste[0] <= _NAAST:
            rijen[beste[1]].append(woord)
        else:
            rijen.append([woord])
    rijen.sort(key=lambda rij: median(map(_midden, rij)))
    return tuple(woord for rij in rijen for woord in _level(rij))


def _apart(links: Woordplek, rechts: Woordplek) -> float:
    """Return how much higher or lower a word stands than another, in heights of the lower of both."""
    hoog = min(links[4] - links[2], rechts[4] - rechts[2])
    return abs(_midden(links) - _midden(rechts)) / hoog if hoog > 0 else float("inf")


def _midden(woord: Woordplek) -> float:
    return (woord[2] + woord[4]) / 2


def _foot(woord: Woordplek) -> float:
    """Return how high the line is on which a word stands: some letters reach under it."""
    tekst, _, boven, _, onder = woord
    return onder - _STAART * (onder - boven) if _ONDER_DE_LIJN.search(tekst) else onder


def _level(rij: Sequence[Woordplek]) -> Iterator[Woordplek]:
    """Yield the words of a row with the top that most of them have, standing on the line that they were written on."""
    boven, onder = median(woord[2] for woord in rij), median(map(_foot, rij))
    for tekst, links, _, rechts, _ in rij:
        yield tekst, links, boven, rechts, onder
