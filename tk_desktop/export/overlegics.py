"""The days of routes and the terms of budget years as .ics, for Outlook and every other calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Component, Event, vDatetime, vText

from tk_desktop.base.files import replacing
from tk_desktop.domain.overleg import Overlegstand
from tk_desktop.export.overlegblad import write_overleg
from tk_desktop.export.vorm import vorm_van


def write_planning(stand: Overlegstand, target: Path, *, op: date) -> Path:
    """Write the planning in the form that the name of the file asks; raises what that form raises."""
    if target.suffix.lower() == ".ics":
        return write_overleg_ics(stand, target, op=op)
    return write_overleg(stand, target, vorm_van(target, ".ics"), op=op)


def write_overleg_ics(stand: Overlegstand, target: Path, *, op: date) -> Path:
    """Write each planned step, term and last day for zienswijzen as a whole day, and return the file.

    A day keeps its ``UID`` whatever changes, so that a calendar that takes the file in again changes what it has; the
    only moment in the file is the day it was made (``op``). Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//TK Desktop//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    for uid, wat, dag in _days(stand):
        kalender.add_component(_day(uid, wat, dag, op))
    with replacing(target) as deel:
        deel.write_bytes(kalender.to_ical())
    return target


def _days(stand: Overlegstand) -> Iterator[tuple[str, str, date]]:
    for route in stand.routes:
        for stap, een in zip(stand.stappen_van(route.id), stand.gepland(route), strict=False):
            if een.dag is not None:
                yield stap.id, f"{een.stap.tafel.naam} {een.stap.rol.value}: {route.naam}", een.dag
    for jaar in stand.jaren:
        for term in stand.kalender(jaar):
            if term.uiterlijk is not None:
                yield f"{jaar.id}.{term.termijn.code}", f"Uiterlijk: {term.termijn.wat} ({jaar.jaar})", term.uiterlijk
    for ronde in stand.rondes:
        if ronde.uiterlijk is not None:
            yield ronde.id, f"Uiterlijk zienswijzen: {ronde.onderwerp}", ronde.uiterlijk


def _day(uid: str, wat: str, dag: date, op: date) -> Component:
    afspraak = Event()
    afspraak.add("uid", f"{uid}@tk-desktop")
    afspraak.add("dtstamp", vDatetime(datetime.combine(op, time(), UTC)))
    afspraak.add("summary", vText(wat))
    afspraak.add("dtstart", dag)
    afspraak.add("dtend", dag + timedelta(days=1))
    afspraak.add("transp", "TRANSPARENT")
    afspraak.add("categories", ["Termijn"])
    return afspraak
