"""Order that two laptops can change apart: a place between two neighbours, written as text.

A place is a string over ``0-9a-z`` that never ends in ``0``; comparing strings gives the order. Between two different
places there is always another. Rows with equal places (made apart on two laptops) are ordered by their id.
"""

from bisect import bisect_left
from collections.abc import Sequence

_CIJFERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def tussen(voor: str = "", na: str = "") -> str:
    """Return a place after ``voor`` and before ``na``; an empty text means the open end.

    Raises ``ValueError`` when ``voor`` does not come before ``na``.
    """
    if na and voor >= na:
        raise ValueError(f"{voor!r} komt niet voor {na!r}")
    plek = ""
    i = 0
    while True:
        laag = _CIJFERS.index(voor[i]) if i < len(voor) else 0
        hoog = _CIJFERS.index(na[i]) if i < len(na) else len(_CIJFERS)
        if laag == hoog:
            plek += _CIJFERS[laag]
        elif hoog - laag > 1:
            return plek + _CIJFERS[(laag + hoog) // 2]
        else:
            plek += _CIJFERS[laag]
            na = ""
        i += 1


def op_rang(plekken: Sequence[str], rang: int) -> str:
    """Return a place that puts something at that rank (0: first) among these ascending places.

    Neighbours with the same place, made apart on two laptops, count as one: what comes between them comes after both.
    """
    voor = plekken[rang - 1] if rang else ""
    return tussen(voor, next((plek for plek in plekken[rang:] if plek > voor), ""))


def reeks(aantal: int) -> tuple[str, ...]:
    """Return that many places in ascending order, short and with room between them."""
    breedte = 1
    while len(_CIJFERS) ** breedte <= (aantal + 1) * 2:
        breedte += 1
    ruimte = len(_CIJFERS) ** breedte // (aantal + 1)
    return tuple(_geschreven(ruimte * (n + 1), breedte) for n in range(aantal))


def schik(plekken: Sequence[str]) -> tuple[str, ...]:
    """Return ascending places for a row, keeping as many of these as can stay; an empty text is one without a place."""
    blijft = _langste_oplopende(plekken)
    if not blijft:
        return reeks(len(plekken))
    uit: list[str] = []
    for rang, plek in enumerate(plekken):
        if rang in blijft:
            uit.append(plek)
        else:
            volgende = next((plekken[r] for r in range(rang + 1, len(plekken)) if r in blijft), "")
            uit.append(tussen(uit[-1] if uit else "", volgende))
    return tuple(uit)


def _langste_oplopende(plekken: Sequence[str]) -> frozenset[int]:
    """Return the ranks of a longest row of places that ascends."""
    staarten: list[str] = []
    rangen: list[int] = []
    vorige: dict[int, int] = {}
    for rang, plek in enumerate(plekken):
        if not plek or plek.endswith("0") or set(plek) - set(_CIJFERS):
            continue
        lengte = bisect_left(staarten, plek)
        staarten[lengte:] = [plek, *staarten[lengte + 1 :]]
        rangen[lengte:] = [rang, *rangen[lengte + 1 :]]
        if lengte:
            vorige[rang] = rangen[lengte - 1]
    uit = []
    rang = rangen[-1] if rangen else -1
    while rang >= 0:
        uit.append(rang)
        rang = vorige.get(rang, -1)
    return frozenset(uit)


def _geschreven(getal: int, breedte: int) -> str:
    uit = ""
    for _ in range(breedte):
        getal, cijfer = divmod(getal, len(_CIJFERS))
        uit = _CIJFERS[cijfer] + uit
    return uit.rstrip("0")
