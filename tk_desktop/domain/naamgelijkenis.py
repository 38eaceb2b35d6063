"""Names that may be of one person: ``J. de Vries`` and ``Jan de Vries``; only somebody can say that they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.vergelijken import sleutel

_VOORLETTERS = re.compile(r"(?:[A-Z]\.\s?)+")
_TUSSEN = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "op", "aan", "te", "'t", "’t"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naamvoorstel:
    """Two names that may be of one person: the short one, and the whole one that it may stand for."""

    kort: str
    voluit: str


def zelfde_namen(namen: Iterable[str]) -> tuple[Naamvoorstel, ...]:
    """Return for each name with initials the one whole name that fits it; nothing where none or several do."""
    alle = sorted({" ".join(naam.split()) for naam in namen if naam.strip()})
    voluit = [naam for naam in alle if not _VOORLETTERS.match(naam) and len(naam.split()) > 1]
    uit = []
    for kort in alle:
        if _VOORLETTERS.match(kort):
            passend = [naam for naam in voluit if _fits(kort, naam)]
            if len(passend) == 1:
                uit.append(Naamvoorstel(kort=kort, voluit=passend[0]))
    return tuple(uit)


def _fits(kort: str, voluit: str) -> bool:
    voornaam, _, achternaam = voluit.partition(" ")
    treffer = _VOORLETTERS.match(kort)
    eerste = treffer[0][0] if treffer else ""
    return voornaam[:1] == eerste and _family(kort[treffer.end() :] if treffer else kort) == _family(achternaam)


def _family(naam: str) -> str:
    """Return a family name to compare by: with what stands before it, however that is written."""
    return sleutel(" ".join(deel.lower() if deel.lower() in _TUSSEN else deel for deel in naam.split()))
