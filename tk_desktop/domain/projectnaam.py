"""The same project under names that differ a little: shortened, with an abbreviation, or without a bracket."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tk_desktop.domain.vergelijken import sleutel

_WOORD = re.compile(r"[^\W\d_]+(?:\([^\W\d_]+\))?", re.I)
_LEEG = frozenset({"en", "de", "het", "van", "voor", "bij", "een", "op", "in", "naar", "project", "themalijn"})
_TITEL = re.compile(r"(?:Financi[eë]n|Begroting|Budget)\s+(?:van\s+)?(?:de\s+)?(?:themalijn\s+)?(?P<naam>\S.*)", re.I)
_GELIJK = 0.6
"""Names of which so much of the words is the same are of one project, where no other comes as near."""


def zoek_naam(naam: str, namen: Sequence[str], afkortingen: Mapping[str, str] | None = None) -> str:
    """Return the one of ``namen`` that is meant by a name, or nothing where none is, or two are as near.

    A shorter form counts (``Collectieve zorgverzekering``), and an abbreviation as what it stands for.
    """
    doel = sleutel(naam)
    if not doel:
        return ""
    gelijk = [een for een in namen if sleutel(een) == doel]
    if len(gelijk) == 1:
        return gelijk[0]
    eigen = _woorden(naam, afkortingen or {})
    scores = sorted(((_gelijkenis(eigen, _woorden(een, afkortingen or {})), een) for een in namen), reverse=True)
    if not scores or scores[0][0] < _GELIJK or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return ""
    return scores[0][1]


def zoek_over_en_weer(naam: str, namen: Sequence[str], anderen: Sequence[str]) -> str:
    """Return the one of ``namen`` that is meant by one of ``anderen``, where that one means no other of them better."""
    gevonden = zoek_naam(naam, namen)
    return gevonden if gevonden and zoek_naam(gevonden, anderen) == naam else ""


def groep_van(titel: str) -> str:
    """Return of what a table of money is by its title: ``Ouderen``, ``Financiën themalijn ouderen``; else nothing."""
    treffer = _TITEL.fullmatch(titel)
    return treffer["naam"] if treffer else ""


def _woorden(naam: str, afkortingen: Mapping[str, str]) -> frozenset[str]:
    voluit = " ".join(afkortingen.get(woord, woord) for woord in naam.replace("-", "- ").split())
    return frozenset(sleutel(woord) for woord in _WOORD.findall(voluit)) - _LEEG


def _gelijkenis(een: Iterable[str], ander: Iterable[str]) -> float:
    """Return how much of the shorter name stands in the longer; a word may be cut off in one of them."""
    kort, lang = sorted((list(een), list(ander)), key=len)
    if not kort:
        return 0.0
    raak = sum(
        any(woord == lid or (min(len(woord), len(lid)) > 4 and _deel(woord, lid)) for lid in lang) for woord in kort
    )
    return raak / len(kort) - (len(lang) - raak) * 0.05


def _deel(woord: str, lid: str) -> bool:
    return woord.startswith(lid) or lid.startswith(woord) or woord.endswith(lid) or lid.endswith(woord)
