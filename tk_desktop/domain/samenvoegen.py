"""Bringing together what two people did to one text: line by line, only where that is beyond doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

MEESTE_REGELS = 5000
"""Texts with more lines stay apart: comparing them would take too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ingreep:
    """These lines of the old text became those."""

    van: int
    tot: int
    regels: tuple[str, ...]


def voeg_samen(basis: str, een: str, ander: str) -> str | None:
    """Return the text with what both did to ``basis``, or ``None`` when they came in each other's way.

    What they did to the same line or to neighbouring lines is in the way, unless they did the same.
    """
    if een in (ander, basis):
        return ander
    if ander == basis:
        return een
    if max(basis.count("\n"), een.count("\n"), ander.count("\n")) > MEESTE_REGELS:
        return None
    regels = basis.split("\n")
    ingrepen = sorted(
        {*_ingrepen(regels, een.split("\n")), *_ingrepen(regels, ander.split("\n"))}, key=lambda i: (i.van, i.tot)
    )
    if any(later.van <= eerder.tot for eerder, later in pairwise(ingrepen)):
        return None
    return "\n".join(_gedaan(regels, ingrepen))


def _ingrepen(basis: Sequence[str], nieuw: Sequence[str]) -> Iterator[_Ingreep]:
    for soort, van, tot, begin, eind in SequenceMatcher(None, basis, nieuw, autojunk=False).get_opcodes():
        if soort != "equal":
            yield _Ingreep(van=van, tot=tot, regels=tuple(nieuw[begin:eind]))


def _gedaan(basis: Sequence[str], ingrepen: Sequence[_Ingreep]) -> Iterator[str]:
    plek = 0
    for ingreep in ingrepen:
        yield from basis[plek : ingreep.van]
        yield from ingreep.regels
        plek = ingreep.tot
    yield from basis[plek:]
