"""The heading of a table of figures: what its columns are called, and in what its amounts are counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tk_desktop.domain.cijfertabel import Eenheid
from tk_desktop.intake.regels import samen

_DUIZEND = re.compile(r"\(?\b(?:bedragen\s+)?[x×]\s*(?:€\s*1\.?000|1\.?000\s*(?:€|euro))\)?", re.I)
_EURO = re.compile(r"\(?\bbedragen\s+in\s+(?:hele\s+)?(?:€|euro.?s?)\)?|\(in\s+(?:€|euro.?s?)\)", re.I)
_GELD = re.compile(
    r"\b(?:lasten|baten|begroting|begroot|begrote?|budget|kosten|uitgaven?|inkomsten|opbrengsten|saldo|eindsaldo|bijdragen?|"
    r"financi\w*|besteed|realisatie|raming|subsidies?|bedrag(?:en)?|overhead|inwonerbijdrage)\b|€|\beuro",
    re.I,
)
_BEGIN = re.compile(r"(?<!\S)(?=[A-ZÀ-Ý%#])")
_BEGIN_OF_JAAR = re.compile(r"(?<!\S)(?=[A-ZÀ-Ý%#]|(?:19|20)\d\d(?!\S))")
_PERIODE = re.compile(r"(?:Begroting|Realisatie|Jaarrekening|Raming)\s+\d{4}\s*")


@dataclass(frozen=True, slots=True)
class Koppen:
    """What the columns of a table are called: that of the names first; ``zeker`` when each column got a heading."""

    kop: str
    namen: tuple[str, ...]
    zeker: bool


def eenheid_van(tekst: str) -> Eenheid | None:
    """Return in what amounts are counted where a heading says so."""
    if _DUIZEND.search(tekst):
        return Eenheid.DUIZEND
    return Eenheid.EURO if _EURO.search(tekst) or "€" in tekst else None


def zonder_eenheid(tekst: str) -> str:
    """Return a heading without the words that tell the unit."""
    return " ".join(_EURO.sub(" ", _DUIZEND.sub(" ", tekst)).split())


def is_eenheid(tekst: str) -> bool:
    """Tell whether a line says in what amounts are counted, and so is no row."""
    return _DUIZEND.search(tekst) is not None


def is_geldkop(tekst: str) -> bool:
    """Tell whether the words of a heading are about money."""
    return _GELD.search(tekst) is not None


def lees_koppen(regels: Sequence[str], aantal: int) -> Koppen:
    """Return what ``aantal`` columns are called by the lines of a heading: each begins with a capital.

    Where that gives another number of columns they get no names but their place, and the heading is not certain.
    """
    if len(regels) > 1 and aantal > 1:
        onderste = lees_koppen(regels[-1:], aantal)
        if onderste.zeker:  # one line that names every column is the heading, whatever stands above it
            return onderste
    tekst = samen(zonder_eenheid(regel) for regel in regels)
    delen = [deel.strip(" :") for deel in _BEGIN.split(tekst) if deel.strip(" :")]
    if len(delen) > aantal + 1:
        delen = _with_period(delen)
    if len(delen) > aantal + 1 and "%" in delen[:-1]:
        delen.remove("%")
    if not aantal <= len(delen) <= aantal + 1:
        delen = [deel.strip(" :") for deel in _BEGIN_OF_JAAR.split(tekst) if deel.strip(" :")]
    if aantal <= len(delen) <= aantal + 1 and aantal:
        kop = delen[0] if len(delen) == aantal + 1 else ""
        return Koppen(kop, tuple(delen[-aantal:]), zeker=True)
    return Koppen("", tuple(f"Kolom {nummer}" for nummer in range(1, aantal + 1)), zeker=False)


def _with_period(delen: Sequence[str]) -> list[str]:
    """Return headings in which a period stands with the words above it: ``Omvang overhead`` and ``Begroting 2025``."""
    uit: list[str] = []
    for deel in delen:
        if uit and _PERIODE.fullmatch(f"{deel} "):
            uit[-1] += f" {deel}"
        else:
            uit.append(deel)
    return uit
