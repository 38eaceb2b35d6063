"""Names that may be of one person or body, as ``J. de Vries`` and ``Jan de Vries``; only somebody can say it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from tk_desktop.domain.vergelijken import sleutel

_VOORLETTERS = re.compile(r"(?:[A-Z]\.\s?)+")
_TUSSEN = frozenset({"van", "de", "den", "der", "het", "ten", "ter", "op", "aan", "te", "'t", "’t"})

_BIJNA = 0.9
"""Two names of as many words that are so alike differ by a slip."""
_LIJKT = 0.8
"""Names that are so alike are worth a question to who types one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naamvoorstel:
    """Two names that may be of one person or body: the short one, and the whole one that it may stand for."""

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


def zelfde_gremia(gelezen: Iterable[str], bekend: Iterable[str] = ()) -> tuple[Naamvoorstel, ...]:
    """Return for each body that papers name the one other that it may be: with more words, or spelled nearly so.

    ``bekend`` are bodies that are there already: of two spellings theirs is kept. Nothing is proposed for a name that
    is known itself, nor where several fit.
    """
    vast = {" ".join(naam.split()) for naam in bekend if naam.strip()}
    kernen = {sleutel(naam) for naam in vast}
    namen = {" ".join(naam.split()): naam for naam in gelezen if naam.strip()}
    alle = sorted(vast | set(namen), key=lambda naam: (naam not in vast, -len(naam), naam))
    uit = []
    for plaats, naam in enumerate(alle):
        anderen = [een for een in alle if sleutel(een) != sleutel(naam) and _may_be(naam, een)]
        gelijk = [een for een in anderen if len(_words(een)) == len(_words(naam))]
        ruimer = [een for een in anderen if een not in gelijk]
        passend = ruimer or [een for een in gelijk if alle.index(een) < plaats]
        if naam in namen and sleutel(naam) not in kernen and len(passend) == 1:
            uit.append(Naamvoorstel(kort=namen[naam], voluit=passend[0]))
    return tuple(sorted(uit, key=lambda een: een.kort))


def bijna_gelijk(naam: str, bekend: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that somebody may mean who types this one, the most like it first; none when it is known.

    Those are names with a slip less, and those with more or fewer words.
    """
    namen = tuple(dict.fromkeys(bekend))
    if not sleutel(naam) or sleutel(naam) in map(sleutel, namen):
        return ()
    lijkt = {een: SequenceMatcher(None, sleutel(naam), sleutel(een)).ratio() for een in namen}
    mogelijk = [een for een in namen if lijkt[een] >= _LIJKT or _may_be(naam, een) or _may_be(een, naam)]
    return tuple(sorted(mogelijk, key=lambda een: -lijkt[een]))


def _may_be(kort: str, voluit: str) -> bool:
    """Tell whether a body may be the other: all its words are in it, or it is the same but for a slip."""
    een, ander = _words(kort), _words(voluit)
    if len(een) == len(ander):
        return SequenceMatcher(None, " ".join(een), " ".join(ander)).ratio() >= _BIJNA
    return 0 < len(een) < len(ander) and set(een) < set(ander)


def _words(naam: str) -> list[str]:
    return [sleutel(woord) for woord in naam.split() if woord.lower() not in _TUSSEN and sleutel(woord)]


def _fits(kort: str, voluit: str) -> bool:
    voornaam, _, achternaam = voluit.partition(" ")
    treffer = _VOORLETTERS.match(kort)
    eerste = treffer[0][0] if treffer else ""
    return voornaam[:1] == eerste and _family(kort[treffer.end() :] if treffer else kort) == _family(achternaam)


def _family(naam: str) -> str:
    """Return a family name to compare by: with what stands before it, however that is written."""
    return sleutel(" ".join(deel.lower() if deel.lower() in _TUSSEN else deel for deel in naam.split()))
