"""Patterns of the words in a layout: phrases, titles and numbers as they may stand on paper."""

import re
from collections.abc import Sequence
from functools import cache

from tk_desktop.domain.nummer import Nummer, letter
from tk_desktop.intake.indeling import Agendawoorden, op_lengte
from tk_desktop.intake.lettertabellen import VERLOREN

TIJDVORM = r"\d{1,2}[.:]\d{2}(?:\s*(?:[-–]|tot)\s*\d{1,2}[.:]\d{2})?\s*(?:uur|u\b\.?)?"
"""A clock time or span: ``09.00 uur``, ``9:00``, ``09.00 – 09.30 uur``."""

_HOOFD = {
    "1.": rf"(\d{{1,2}})([A-Z]?)(?:\.(?!\d)(?=\s|$|[^\d\s])|\s+(?={TIJDVORM}(?:\s|$)))\s*",
    "1)": r"(\d{1,2})([A-Z]?)\)\s*",
    "1": r"(\d{1,2})([A-Z]?)(?:\.(?!\d)|(?=\s))\s*(?=\S)",
}
_SUB = {
    "a.": r"(?:([a-z])[.)]|(\d{1,2}[A-Z]?)\s?([a-z])\.?(?=\s|$))\s*",
    "a)": r"(?:([a-z])\)|(\d{1,2}[A-Z]?)\s?([a-z])\.?(?=\s|$))\s*",
    "1a": r"(?:([a-z])\)|(\d{1,2}[A-Z]?)\s?([a-z])\.?(?=\s|$))\s*",
    "1.1": r"(?:([a-z])\)|(\d{1,2})\.(\d{1,2})\.?(?=\s|$))\s*",
}
_CONCEPT = re.compile(r"^concept\S*\s+", re.I)
_PUNTNUMMER = re.compile(r"(\d{1,2})\s?([A-Z]?)(?:\s?([a-z])|\.(\d{1,2}))?[.):]*(?=\s|$)\s*")
VERLOREN_NUMMER = re.compile(rf"(?:{VERLOREN}{{1,2}}|(?P<hoofd>\d{{1,2}})(?=,))(?P<sub>[a-z]?)[.,:)]?(?:\s\D*)?")
"""The number of an item in a scan of which a figure or the dot behind it is not certain."""


@cache
def zinnen(woorden: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of these phrases as whole words; ``…`` in one stands for any words."""
    keus = "|".join(
        re.escape(woord).replace(r"\ ", r"\s+").replace(re.escape("…"), r".*").replace("…", r".*")
        for woord in op_lengte(woorden)
    )
    return re.compile(rf"(?<!\w)(?:{keus})(?!\w)" if keus else r"(?!)", re.I)


@cache
def titelvorm(woorden: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a title that names a body: ``Agenda van de vergadering van het bestuur``."""
    keus = "|".join(map(re.escape, op_lengte(woorden)))
    return re.compile(
        rf"(?:{keus})\b\s*(?:(?:van|voor)\s+(?:de|het)\s+)?(?:(?:vergadering|overleg)\s+(?:van\s+)?(?:(?:de|het)\s+)?)?"
        r"(?P<gremium>.*)",
        re.I,
    )


@cache
def hoofdvorm(woorden: Agendawoorden) -> re.Pattern[str]:
    """Return how the number of an item opens a line: main number and the letter of an inserted one."""
    return re.compile(_HOOFD[woorden.hoofdnummer])


@cache
def subvorm(woorden: Agendawoorden) -> re.Pattern[str]:
    """Return how the number of a sub-item opens a line: a letter alone, or the main number and a letter or rank."""
    return re.compile(_SUB[woorden.subnummer])


def subletter(teken: str) -> str:
    """Return the letter of a sub-item that paper counts with a rank: ``3.2`` is our 3b."""
    return letter(int(teken) - 1) if teken.isdigit() and int(teken) else teken


def opent_punt(tekst: str) -> bool:
    """Tell whether a text opens with the number of an item, or is one of which the figures were lost."""
    return lees_puntnummer(tekst) is not None or VERLOREN_NUMMER.fullmatch(tekst) is not None


def lees_puntnummer(tekst: str) -> tuple[Nummer, int] | None:
    """Return the number that a text opens with and its length: ``2``, ``1A.``, ``2a``, ``3.2``."""
    treffer = _PUNTNUMMER.match(tekst)
    if treffer is None:
        return None
    sub = treffer[3] or (subletter(treffer[4]) if treffer[4] else "")
    return Nummer(int(treffer[1]), treffer[2], sub), treffer.end()


def zonder_concept(titel: str) -> str:
    """Return the title of a draft without the word that says it is one."""
    return _CONCEPT.sub("", titel)


def opent_met(tekst: str, woorden: Sequence[str]) -> bool:
    """Tell whether a text opens with one of these words."""
    return bool(woorden) and bool(re.match(rf"(?:{'|'.join(map(re.escape, op_lengte(woorden)))})(?!\w)", tekst, re.I))
