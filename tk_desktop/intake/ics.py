"""Reading a calendar file (.ics) that somebody else's calendar wrote."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.domain.afspraak import Afspraak, ZonderDag

_ZONE = ZoneInfo("Europe/Amsterdam")
_MEESTE_BYTES = 5_000_000
_MEESTE_AFSPRAKEN = 2_000
_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2999
_TERMIJN = re.compile(r"[^.@]+\.[a-z]+@tk-desktop")
"""What this program calls a deadline in a calendar; a deadline is no meeting."""


class KalenderOnleesbaar(TkError):
    """A calendar file could not be read."""

    code = "TK-V23"
    melding = "‘{bestand}’ is geen kalender die TK Desktop kan lezen."
    veilig = "Er is niets overgenomen."
    advies = "Bewaar de kalender opnieuw als iCalendar (.ics) en probeer het met dat bestand."


class KalenderTeGroot(TkError):
    """A calendar file holds more than a year of meetings can."""

    code = "TK-V24"
    melding = "‘{bestand}’ is te groot voor een jaarkalender ({grens} is het meeste dat kan)."
    veilig = "Er is niets overgenomen."
    advies = "Bewaar alleen de vergaderingen van één gremium en één jaar als .ics."


def lees_ics(pad: Path) -> tuple[Afspraak | ZonderDag, ...]:
    """Return the appointments of a calendar file, the earliest first; deadlines that this program wrote are left out.

    Times in UTC and in any zone become those of the clock in the Netherlands; a time without a zone is taken as that.
    What has no day that can be read comes after them, by its name alone. Raises ``KalenderOnleesbaar``,
    ``KalenderTeGroot`` or ``BestandNietGevonden``.
    """
    gegevens = read_bytes(pad)
    if len(gegevens) > _MEESTE_BYTES:
        raise KalenderTeGroot(bestand=pad.name, grens="5 MB")
    if gegevens.count(b"BEGIN:VEVENT") > _MEESTE_AFSPRAKEN:
        raise KalenderTeGroot(bestand=pad.name, grens=f"{_MEESTE_AFSPRAKEN} afspraken")
    try:
        kalender = Calendar.from_ical(gegevens.decode("utf-8-sig"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as fout:
        raise KalenderOnleesbaar(bestand=pad.name) from fout
    if not isinstance(kalender, Calendar):
        raise KalenderOnleesbaar(bestand=pad.name)
    alle = tuple(_afspraken(kalender))
    gelezen = [een for een in alle if isinstance(een, Afspraak)]
    op_dag = sorted(gelezen, key=lambda afspraak: (afspraak.datum, afspraak.begin or time.min))
    zonder = (een for een in alle if isinstance(een, ZonderDag))
    return (*{afspraak.uid: afspraak for afspraak in op_dag}.values(), *zonder)


def _afspraken(kalender: Component) -> Iterator[Afspraak | ZonderDag]:
    for afspraak in kalender.walk("VEVENT"):
        begin, einde = _moment(afspraak, "DTSTART"), _moment(afspraak, "DTEND")
        uid = _tekst(afspraak, "UID")
        if _TERMIJN.fullmatch(uid):
            continue
        if begin is None:
            yield ZonderDag(titel=_tekst(afspraak, "SUMMARY"))
            continue
        datum, van = begin
        tot = einde[1] if einde is not None and einde[0] == datum else None
        herkend = f"{uid}#{_tekst(afspraak, 'RECURRENCE-ID')}".removesuffix("#")
        yield Afspraak(
            uid=herkend or f"{datum.isoformat()} {van} {_tekst(afspraak, 'SUMMARY')}",
            datum=datum,
            titel=_tekst(afspraak, "SUMMARY"),
            begin=van,
            einde=tot,
            plaats=_tekst(afspraak, "LOCATION"),
            videolink=_tekst(afspraak, "URL"),
            geannuleerd=_tekst(afspraak, "STATUS").upper() == "CANCELLED",
            herhaalt="RRULE" in afspraak or "RDATE" in afspraak,
        )


def _moment(afspraak: Component, naam: str) -> tuple[date, time | None] | None:
    """Return a day and, when it has one, a time on the Dutch clock; nothing when it cannot be read."""
    waarde = getattr(afspraak.get(naam), "dt", None) if not _is_kapot(afspraak, naam) else None
    if isinstance(waarde, datetime):
        try:
            hier = waarde.astimezone(_ZONE) if waarde.tzinfo is not None else waarde
        except (ValueError, OverflowError):
            return None
        return (hier.date(), hier.time().replace(microsecond=0, second=0)) if _mogelijk(hier) else None
    if isinstance(waarde, date):
        return (waarde, None) if _mogelijk(waarde) else None
    return None


def _is_kapot(afspraak: Component, naam: str) -> bool:
    return any(welke == naam for welke, _ in afspraak.errors)


def _mogelijk(dag: date) -> bool:
    return _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR


def _tekst(afspraak: Component, naam: str) -> str:
    waarde = afspraak.get(naam)
    if naam == "RECURRENCE-ID":
        moment = _moment(afspraak, naam)
        return f"{moment[0].isoformat()}" if moment else ""
    if isinstance(waarde, list):
        waarde = waarde[0] if waarde else ""
    return " ".join(str(waarde or "").split())
