"""What the words of a besluit say of geheimhouding: that it is imposed, on what, on which ground and until when.

A besluit reads as the proposal did (``Geheimhouding op te leggen op deze nota en op het verslag van dit punt tot en met
30 september 2026``) or as a sentence (``De commissie legt geheimhouding op``). What lifts, ratifies, prolongs or denies
imposes nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.datum import MAANDEN, lees_datum
from tk_desktop.domain.geheimhouding import Geheimregels
from tk_desktop.domain.opmaak import platte_tekst

_ZIN = re.compile(r"(?<=[.!?;])\s+|\n")
_OPLEGGEN = re.compile(r"\b(?:op\s*te\s*leggen|te\s+leggen|opleggen|oplegging|opgelegd|legt|leggen)\b", re.I)
_ANDERS = re.compile(
    r"\bgeen\s+geheimhouding\b|\bgeheimhouding\b.*\bniet\b|\bniet\b.*\bgeheimhouding\b"
    r"|\bophef|\bopgeheven\b|\bop\s+te\s+heffen\b|\bheft\b|\bheffen\b|\bbekrachtig|\bverleng"
    r"|\b(?:eerder|reeds)\s+opgelegde?\b|\bopgelegde\s+geheimhouding\b|\bgeheimhouding\s+die\b",
    re.I,
)
_OP = re.compile(r"\b(?:rust(?:en|end)?|leggen|legt|opgelegd|geheimhouding)?\s*\bop\s+(?!te\b|leg)(.+)", re.I)
_DAG = rf"(?:\d{{1,2}}\s+(?:{'|'.join(MAANDEN)})(?:\s+\d{{4}})?|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})"
_TOT = re.compile(rf"\s*,?\s*\b(?:tot(?:\s+en\s+met|\s+uiterlijk)?|t/m|uiterlijk(?:\s+tot)?)\s+({_DAG})", re.I)
_GROND = re.compile(
    r"\s*,?\s*\b(?:op\s+(?:de\s+)?grond(?:\s+van)?|vanwege|wegens|ingevolge|krachtens|voor\s+de\s+duur)\b.*", re.I
)
_WERKWOORD = re.compile(r"\s*\b(?:op\s*te\s*leggen|te\s+leggen|opgelegd|geheimhouding)\b", re.I)
_PAPIER = re.compile(r"\b(?:nota|stuk(?:ken)?|bijlagen?)\b", re.I)
_MEER = re.compile(r"\b(?:verslag|punt|behandelde|besprokene?|beraadslaging|zitting|deel|vergadering|besluit)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenOplegging:
    """What a text says of geheimhouding that it imposes.

    ``omvang`` is on what, in its own words; ``tot`` the last day of it, if one is named; ``alleen_stukken`` says that
    it names papers and nothing of what is said about them.
    """

    omvang: str = ""
    tot: date | None = None
    alleen_stukken: bool = False


def lees_oplegging(tekst: str, dag: date) -> GelezenOplegging | None:
    """Return what the words of a besluit impose, or ``None`` when they impose nothing; ``dag`` is that of the meeting.

    A day without a year is the first such day after ``dag``.
    """
    zin = next((een for een in _zinnen(tekst) if _legt_op(een)), "")
    if not zin:
        return None
    tot = _TOT.search(zin)
    omvang = _omvang(zin)
    return GelezenOplegging(
        omvang=omvang,
        tot=_dag_na(tot[1], dag) if tot else None,
        alleen_stukken=bool(_PAPIER.search(omvang)) and not _MEER.search(omvang),
    )


def grond_in(teksten: Iterable[str], regels: Geheimregels) -> str:
    """Return the key of the ground that texts name, the first text first; empty when they name none or several.

    The article of the law tells it, else the words for that interest.
    """
    for tekst in teksten:
        gevonden = regels.gronden_in(platte_tekst(tekst))
        if gevonden:
            return gevonden[0].sleutel if len(gevonden) == 1 else ""
    return ""


def _legt_op(zin: str) -> bool:
    return "geheimhouding" in zin.casefold() and bool(_OPLEGGEN.search(zin)) and not _ANDERS.search(zin)


def _zinnen(tekst: str) -> list[str]:
    return [" ".join(zin.split()) for zin in _ZIN.split(platte_tekst(tekst)) if zin.strip()]


def _omvang(zin: str) -> str:
    """Return on what a sentence imposes: ``deze nota en het verslag van dit punt``."""
    kaal = _GROND.sub("", _TOT.sub("", zin.rstrip(" .;")))
    treffer = _OP.search(kaal)
    return _WERKWOORD.sub("", treffer[1]).strip(" ,").removesuffix(" op") if treffer else ""


def _dag_na(tekst: str, dag: date) -> date | None:
    gelezen = (lees_datum(tekst, jaar=jaar) for jaar in (dag.year, dag.year + 1))
    return next((een for een in gelezen if een is not None and een > dag), None)
