"""When a project begins and ends, as papers say it: a month, a quarter, ``doorlopend``, or not known (catalogue 17)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tk_desktop.domain.datum import MAANDEN, lees_datum

_MAANDWOORD = rf"(?P<woord>{'|'.join(MAANDEN)}|{'|'.join(maand[:3] for maand in MAANDEN)})\.?"
_CIJFERS = re.compile(r"(?P<maand>\d{1,2})[-/](?P<jaar>\d{4})")
_WOORDEN = re.compile(rf"{_MAANDWOORD}\s+[‘’'`]?(?P<jaar>\d{{4}}|\d\d)", re.I)
_KWARTAAL = re.compile(r"Q(?P<eerst>[1-4])(?:\s*[-/]\s*Q?(?P<laatst>[1-4]))?\s*(?P<jaar>\d{4})", re.I)
_SEIZOEN = re.compile(r"(?P<woord>voorjaar|zomer|najaar|winter)\s+(?P<jaar>\d{4})", re.I)
_JAAR = re.compile(r"\d{4}")
_DOORLOPEND = re.compile(r"doorlopende?", re.I)
_EERDER = re.compile(r"v[oó]+r (?:de )?huidige werkagenda", re.I)
_ONBEKEND = re.compile(r"(?:nog )?niet bekend|onbekend|ntb|n\.t\.b\.|nader te bepalen|\?", re.I)
_SEIZOENEN = {"voorjaar": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "winter": (12, 12)}


class Datumsoort(StrEnum):
    """How sure a paper is of a date."""

    DAG = "dag"
    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"
    DOORLOPEND = "doorlopend"
    EERDER = "voor huidige werkagenda"
    ONBEKEND = "nog niet bekend"
    LEEG = ""
    VRIJ = "vrije tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectdatum:
    """A date as it was written, with the first and the last day that it can mean."""

    tekst: str
    soort: Datumsoort
    eerste: date | None = None
    laatste: date | None = None
    zeker: bool = True
    """Not where the paper puts ``?`` or ``>`` to it."""


def lees_projectdatum(tekst: str) -> Projectdatum:
    """Return what a written date means; what is no known form is kept as it is, and means no day.

    ``12-2026``, ``mei 2019``, ``jan 2020``, ``dec ‘23``, ``Q1-Q2 2020``, ``>Q3 2020``, ``najaar 2019``, ``2019``,
    ``1 juli 2019``, ``doorlopend``, ``voor huidige werkagenda``, ``nog niet bekend``, ``september 2019?``.
    """
    kaal = " ".join(tekst.split())
    kern = kaal.rstrip("?").lstrip(">").strip() or kaal
    zeker = kern == kaal
    for vorm, soort in ((_DOORLOPEND, Datumsoort.DOORLOPEND), (_EERDER, Datumsoort.EERDER)):
        if vorm.fullmatch(kern):
            return Projectdatum(tekst=kaal, soort=soort, zeker=zeker)
    if not kaal or _ONBEKEND.fullmatch(kern):
        return Projectdatum(tekst=kaal, soort=Datumsoort.ONBEKEND if kaal else Datumsoort.LEEG, zeker=zeker)
    soort, grenzen = _grenzen(kern)
    if grenzen is None:
        return Projectdatum(tekst=kaal, soort=Datumsoort.VRIJ, zeker=False)
    return Projectdatum(tekst=kaal, soort=soort, eerste=grenzen[0], laatste=grenzen[1], zeker=zeker)


def loopt_achteruit(start: str, eind: str) -> bool:
    """Tell whether an end certainly comes before its start, however they are written."""
    begin, einde = lees_projectdatum(start).eerste, lees_projectdatum(eind).laatste
    return begin is not None and einde is not None and einde < begin


def _grenzen(kern: str) -> tuple[Datumsoort, tuple[date, date] | None]:
    dag = lees_datum(kern)
    if dag is not None and re.fullmatch(r"[\d\s./-]+|\d{1,2} \w+ \d{4}", kern):
        return Datumsoort.DAG, (dag, dag)
    if _JAAR.fullmatch(kern):
        return Datumsoort.JAAR, _maanden(int(kern), 1, 12)
    return _maandgrenzen(kern) or _kwartaalgrenzen(kern) or (Datumsoort.VRIJ, None)


def _maandgrenzen(kern: str) -> tuple[Datumsoort, tuple[date, date] | None] | None:
    cijfers = _CIJFERS.fullmatch(kern)
    if cijfers is not None:
        return Datumsoort.MAAND, _maanden(int(cijfers["jaar"]), int(cijfers["maand"]), int(cijfers["maand"]))
    woorden = _WOORDEN.fullmatch(kern)
    if woorden is not None:
        maand = next(n for n, naam in enumerate(MAANDEN, 1) if naam.startswith(woorden["woord"].lower()[:3]))
        return Datumsoort.MAAND, _maanden(_jaar(woorden["jaar"]), maand, maand)
    return None


def _kwartaalgrenzen(kern: str) -> tuple[Datumsoort, tuple[date, date] | None] | None:
    kwartaal = _KWARTAAL.fullmatch(kern)
    if kwartaal is not None:
        eerst, laatst = int(kwartaal["eerst"]), int(kwartaal["laatst"] or kwartaal["eerst"])
        return Datumsoort.KWARTAAL, _maanden(int(kwartaal["jaar"]), eerst * 3 - 2, laatst * 3)
    seizoen = _SEIZOEN.fullmatch(kern)
    if seizoen is not None:
        return Datumsoort.KWARTAAL, _maanden(int(seizoen["jaar"]), *_SEIZOENEN[seizoen["woord"].lower()])
    return None


def _jaar(cijfers: str) -> int:
    return int(cijfers) if len(cijfers) == 4 else 2000 + int(cijfers)


def _maanden(jaar: int, eerst: int, laatst: int) -> tuple[date, date] | None:
    if not (1 <= eerst <= laatst <= 12 and 1900 <= jaar <= 2200):
        return None
    return date(jaar, eerst, 1), date(jaar, laatst, monthrange(jaar, laatst)[1])
