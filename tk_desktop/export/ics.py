"""The year calendar as .ics, for Outlook and every other calendar."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, Timezone, vDatetime, vText

from tk_desktop.base.files import replacing
from tk_desktop.domain.datum import lang
from tk_desktop.domain.termijnen import Kalenderregel, Termijn
from tk_desktop.domain.vergadering import Status

ZONE = ZoneInfo("Europe/Amsterdam")
_ZONETEKST = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def write_ics(regels: Iterable[Kalenderregel], target: Path, *, met_termijnen: bool = True) -> Path:
    """Write meetings, with their deadlines as whole days, to a calendar file and return it.

    A meeting keeps its ``UID`` whatever changes, so that a calendar that takes the file in again changes what it has.
    When it was changed last (``DTSTAMP``) and how often (``SEQUENCE``) tell such a calendar that this is newer; they
    come from what was recorded, so the same meetings give the same bytes. No title, paper or occasion is told, and so
    nothing that is besloten.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//TK Desktop//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add_component(Timezone.from_ical(_ZONETEKST.replace("\n", "\r\n")))
    for regel in regels:
        kalender.add_component(_vergadering(regel))
        if met_termijnen and regel.vergadering.status is Status.GEPLAND:
            for termijn in regel.termijnen:
                kalender.add_component(_termijn(regel, termijn))
    with replacing(target) as deel:
        deel.write_bytes(kalender.to_ical())
    return target


def _vergadering(regel: Kalenderregel) -> Component:
    vergadering = regel.vergadering
    afspraak = _begin(vergadering.uid or f"{vergadering.id}@tk-desktop", regel)
    afspraak.add("summary", vText(f"Vergadering {regel.gremium.naam}"))
    if vergadering.begin is None:
        afspraak.add("dtstart", vergadering.datum)
    else:
        begin = datetime.combine(vergadering.datum, vergadering.begin, ZONE)
        afspraak.add("dtstart", vDatetime(begin), parameters={"TZID": ZONE.key})
        if vergadering.einde is not None and vergadering.einde > vergadering.begin:
            einde = datetime.combine(vergadering.datum, vergadering.einde, ZONE)
            afspraak.add("dtend", vDatetime(einde), parameters={"TZID": ZONE.key})
    if vergadering.plaats:
        afspraak.add("location", vText(vergadering.plaats))
    if vergadering.videolink:
        afspraak.add("url", vergadering.videolink)
    afspraak.add("status", "CANCELLED" if vergadering.status is Status.GEANNULEERD else "CONFIRMED")
    return afspraak


def _termijn(regel: Kalenderregel, termijn: Termijn) -> Component:
    naam = termijn.soort.name.lower()
    afspraak = _begin(f"{regel.vergadering.id}.{naam}@tk-desktop", regel)
    wat = f"{termijn.soort.value[0].upper()}{termijn.soort.value[1:]}"
    afspraak.add("summary", vText(f"{wat}: {regel.gremium.kort} {lang(regel.vergadering.datum)}"))
    afspraak.add("dtstart", termijn.dag)
    afspraak.add("dtend", termijn.dag + timedelta(days=1))
    afspraak.add("transp", "TRANSPARENT")
    afspraak.add("categories", ["Termijn"])
    return afspraak


def _begin(uid: str, regel: Kalenderregel) -> Event:
    afspraak = Event()
    afspraak.add("uid", uid)
    afspraak.add("dtstamp", vDatetime(regel.gewijzigd.moment.astimezone(UTC)))
    afspraak.add("sequence", regel.gewijzigd.aantal)
    return afspraak
