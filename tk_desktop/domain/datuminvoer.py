"""Dates and times as people type them: 4-3-2026, wo 4 mrt, 9.00."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, time
from enum import StrEnum

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import DAGEN, MAANDEN, lang

_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WEEKDAG = re.compile(
    r"^(ma(?:a|andag)?|di(?:n|nsdag)?|wo(?:e|ensdag)?|do(?:n|nderdag)?|vr(?:ij|ijdag)?|za(?:t|terdag)?|zo(?:n|ndag)?)"
    r"\.?,?\s+"
)
_GETALLEN = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WOORDEN = re.compile(r"(\d{1,2})\s*([a-z]+)\.?(?:\s*(\d{4}|\d{2}))?")
_TIJD = re.compile(r"(\d{1,2})(?:\s*[.:,u]?\s*(\d{2}))?\s*(?:u|uur)?\.?")
_EERSTE_JAAR = 1900
_JAREN = 8
"""Years before and after this one in which a day without a year is looked for: 29 February may be that far."""


class Ligging(StrEnum):
    """On which side of a day another lies that is typed without its year."""

    VOORUIT = "vooruit"
    """It is still to come, or it is today: a meeting, a term."""
    TERUG = "terug"
    """It was, or it is today: when an advice was given, when a letter was written before the meeting."""
    DICHTBIJ = "dichtbij"
    """Before or after, whichever is nearest."""


class DatumOnbekend(TkError):
    """A text was typed where a date belongs."""

    code = "TK-V25"
    melding = "‘{tekst}’ is geen datum."
    veilig = "Er is niets gewijzigd."
    advies = "Typ bijvoorbeeld 4-3-2026, 4 maart of wo 4 mrt."


class DatumBestaatNiet(TkError):
    """A date was typed that no calendar has (SCREENS 2.12, message 12)."""

    code = "TK-V26"
    melding = "De datum ‘{tekst}’ bestaat niet. Bedoelde u {bedoeld}?"
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de dag of de maand."

    @property
    def mogelijk(self) -> tuple[str, ...]:
        """What may have been meant, as one would type it."""
        return tuple(str(self.details.get("mogelijk", self.details["bedoeld"])).split("\n"))


class TijdOnbekend(TkError):
    """A text was typed where a time belongs."""

    code = "TK-V27"
    melding = "‘{tekst}’ is geen tijd."
    veilig = "Er is niets gewijzigd."
    advies = "Typ bijvoorbeeld 9, 900, 9.00 of 09:00."


class WeekdagKloptNiet(TkError):
    """A date was typed with the name of another day."""

    code = "TK-V28"
    melding = "{datum} is een {weekdag}, geen {getypt}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de dag of de datum."


def lees_dag(tekst: str, vandaag: date, ligging: Ligging = Ligging.VOORUIT) -> date:
    """Return the date that somebody typed; without a year the first such day on that side of today.

    Where that is another day of the week than was typed, the nearest year counts in which it is that day: who types
    ``do 2 juli`` on the third of July has the calendar at hand, and means yesterday.

    Raises ``DatumOnbekend``, ``DatumBestaatNiet`` or ``WeekdagKloptNiet``.
    """
    schoon = " ".join(tekst.split()).casefold()
    weekdag = _WEEKDAG.match(schoon)
    rest = schoon[weekdag.end() :] if weekdag else schoon
    dag, maand, jaar = _delen(rest, tekst.strip())
    mogelijk = _bestaande(jaar, maand, dag, tekst.strip(), vandaag)
    gelezen = _gekozen(mogelijk, vandaag, ligging)
    if weekdag and not DAGEN[gelezen.weekday()].startswith(weekdag[1][:2]):
        buren = sorted((een for een in mogelijk if abs(een.year - vandaag.year) <= 1), key=_afstand(vandaag))
        klopt = next((een for een in buren if DAGEN[een.weekday()].startswith(weekdag[1][:2])), None)
        if klopt is not None:
            return klopt
        getypt = next(naam for naam in DAGEN if naam.startswith(weekdag[1][:2]))
        raise WeekdagKloptNiet(datum=lang(gelezen), weekdag=DAGEN[gelezen.weekday()], getypt=getypt)
    return gelezen


def lees_klok(tekst: str) -> time:
    """Return the time that somebody typed: 9, 900, 9.00, 09:00, 9u30; raises ``TijdOnbekend``."""
    treffer = _TIJD.fullmatch(tekst.strip().casefold())
    if treffer is None:
        raise TijdOnbekend(tekst=tekst.strip())
    uur, minuut = int(treffer[1]), int(treffer[2] or 0)
    if uur > 23 or minuut > 59:
        raise TijdOnbekend(tekst=tekst.strip())
    return time(uur, minuut)


def _delen(rest: str, getypt: str) -> tuple[int, int, int | None]:
    """Return day, month and year as they were typed; no year when none was."""
    iso = _ISO.fullmatch(rest)
    if iso:
        return int(iso[3]), int(iso[2]), int(iso[1])
    getallen = _GETALLEN.fullmatch(rest)
    if getallen:
        return int(getallen[1]), int(getallen[2]), _jaar(getallen[3])
    woorden = _WOORDEN.fullmatch(rest)
    maand = _maand(woorden[2]) if woorden else 0
    if woorden is None or not maand:
        raise DatumOnbekend(tekst=getypt)
    return int(woorden[1]), maand, _jaar(woorden[3])


def _jaar(tekst: str | None) -> int | None:
    if not tekst:
        return None
    return int(tekst) if len(tekst) > 2 else 2000 + int(tekst)


def _maand(woord: str) -> int:
    """Return the number of a month by its name or a beginning of it; nothing when no month begins so."""
    if woord in _KORT:
        return _KORT.index(woord) + 1
    passend = [nummer for nummer, naam in enumerate(MAANDEN, 1) if len(woord) >= 3 and naam.startswith(woord)]
    return passend[0] if passend else 0


def _gekozen(mogelijk: Sequence[date], vandaag: date, ligging: Ligging) -> date:
    aan_die_kant = {
        Ligging.VOORUIT: [dag for dag in mogelijk if dag >= vandaag],
        Ligging.TERUG: [dag for dag in mogelijk if dag <= vandaag],
        Ligging.DICHTBIJ: mogelijk,
    }[ligging]
    return min(aan_die_kant or mogelijk, key=_afstand(vandaag))


def _afstand(vandaag: date) -> Callable[[date], int]:
    return lambda dag: abs((dag - vandaag).days)


def _bestaande(jaar: int | None, maand: int, dag: int, getypt: str, vandaag: date) -> Sequence[date]:
    """Return the day that was typed, without a year that of every year near by."""
    if jaar is not None and jaar < _EERSTE_JAAR:
        raise DatumOnbekend(tekst=getypt)
    nu = vandaag.year
    jaren = [jaar] if jaar is not None else range(max(1, nu - _JAREN), min(9999, nu + _JAREN) + 1)
    if not 1 <= maand <= 12:
        if 1 <= dag <= 12 and jaar is not None and maand <= monthrange(jaar, dag)[1] and maand > 0:
            raise DatumBestaatNiet(tekst=getypt, bedoeld=lang(date(jaar, dag, maand)))
        raise DatumOnbekend(tekst=getypt)
    mogelijk = [date(een, maand, dag) for een in jaren if 1 <= dag <= monthrange(een, maand)[1]]
    if not mogelijk:
        raise DatumBestaatNiet(tekst=getypt, **_ernaast(jaar or nu, maand, met_jaar=jaar is not None))
    return mogelijk


def _ernaast(jaar: int, maand: int, *, met_jaar: bool) -> dict[str, str]:
    """Return the last day of a month and the first of the next; to take over with the year when one was typed."""
    laatste, volgende = f"{monthrange(jaar, maand)[1]} {MAANDEN[maand - 1]}", f"1 {MAANDEN[maand % 12]}"
    jaren = (f" {jaar}", f" {jaar + maand // 12}") if met_jaar else ("", "")
    return {"bedoeld": f"{laatste} of {volgende}", "mogelijk": f"{laatste}{jaren[0]}\n{volgende}{jaren[1]}"}
