"""A calendar of somebody else is read with care."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.export.ics import write_ics
from tk_desktop.intake.ics import KalenderOnleesbaar, KalenderTeGroot, lees_ics
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.jaarkalender import year_calendar
from tk_desktop.meeting.kalenderinname import propose_calendar, take_calendar
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.store.werkmap import Store


def _lees(tmp_path: Path, *afspraken: str) -> tuple[tuple[Afspraak, ...], list[str]]:
    """Return what a calendar tells, and the names of what has no day."""
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test"]
    for afspraak in afspraken:
        regels += ["BEGIN:VEVENT", *afspraak.split("|"), "END:VEVENT"]
    pad = tmp_path / "jaar.ics"
    pad.write_bytes("\r\n".join([*regels, "END:VCALENDAR", ""]).encode())
    gelezen = lees_ics(pad)
    zonder_dag = [een.titel for een in gelezen if isinstance(een, ZonderDag)]
    return tuple(een for een in gelezen if isinstance(een, Afspraak)), zonder_dag


@pytest.mark.parametrize(
    ("regels", "begin", "einde"),
    [
        ("DTSTART:20260311T080000Z|DTEND:20260311T093000Z", time(9), time(10, 30)),
        ("DTSTART:20260708T070000Z|DTEND:20260708T083000Z", time(9), time(10, 30)),
        ("DTSTART:20260311T090000|DTEND:20260311T103000", time(9), time(10, 30)),
        ("DTSTART;TZID=Europe/London:20260311T080000", time(9), None),
        ("DTSTART;TZID=W. Europe Standard Time:20260311T090000", time(9), None),
        ("DTSTART;VALUE=DATE:20260311", None, None),
        ("DTSTART:20260311T220000|DTEND:20260312T003000", time(22), None),
    ],
)
def test_every_kind_of_time_becomes_that_of_the_dutch_clock(
    tmp_path: Path, regels: str, begin: time | None, einde: time | None
) -> None:
    ((afspraak,), _) = _lees(tmp_path, f"UID:a|{regels}|SUMMARY:Overleg")
    assert (afspraak.begin, afspraak.einde, afspraak.titel) == (begin, einde, "Overleg")


def test_an_appointment_late_in_the_evening_elsewhere_falls_on_the_next_day_here(tmp_path: Path) -> None:
    ((afspraak,), _) = _lees(tmp_path, "UID:a|DTSTART:20260311T233000Z")
    assert (afspraak.datum, afspraak.begin) == (date(2026, 3, 12), time(0, 30))


def test_what_has_no_readable_day_is_named_last_and_one_name_comes_once(tmp_path: Path) -> None:
    (naamloos, maandelijks), zonder_dag = _lees(
        tmp_path,
        "UID:a|DTSTART:kapot",
        "UID:b|SUMMARY:zonder dag",
        "UID:c|DTSTART:00010101T000000Z",
        "UID:d|DTSTART;VALUE=DATE:20260603|RRULE:FREQ=MONTHLY",
        "UID:d|DTSTART;VALUE=DATE:20260603",
        "DTSTART;VALUE=DATE:20260311|LOCATION:Kamer  2|STATUS:CANCELLED|SUMMARY:Naamloos",
    )
    assert (naamloos.titel, naamloos.plaats, naamloos.geannuleerd) == ("Naamloos", "Kamer 2", True)
    assert naamloos.uid
    assert (maandelijks.titel, maandelijks.geannuleerd) == ("", False)
    assert zonder_dag == ["", "zonder dag", ""]


def test_what_has_no_readable_day_makes_no_meeting_and_is_told(tmp_path: Path) -> None:
    _lees(tmp_path, "UID:a|DTSTART:kapot|SUMMARY:Heidag", "UID:b|DTSTART;VALUE=DATE:20260603")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        gremium = add_gremium(store, "Bestuurscommissie Waterkant", "BC WK")
        uit = take_calendar(store, propose_calendar(store, gremium.id, lees_ics(tmp_path / "jaar.ics")))
        assert [een.datum for een in uit.nieuw] == [date(2026, 6, 3)]
        assert uit.overgeslagen == ("‘Heidag’ heeft geen dag die te lezen is.",)


def test_a_repeated_appointment_says_so(tmp_path: Path) -> None:
    ((afspraak,), _) = _lees(tmp_path, "UID:d|DTSTART;VALUE=DATE:20260603|RRULE:FREQ=MONTHLY")
    assert afspraak.herhaalt


@pytest.mark.parametrize(
    "inhoud", [b"", b"hallo", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"]
)
def test_a_broken_calendar_is_refused_in_dutch(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "kapot.ics"
    pad.write_bytes(inhoud)
    with pytest.raises(KalenderOnleesbaar, match=r"kapot\.ics"):
        lees_ics(pad)


def test_a_huge_calendar_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pad = tmp_path / "groot.ics"
    pad.write_bytes(b"x" * 5_000_001)
    with pytest.raises(KalenderTeGroot, match="5 MB"):
        lees_ics(pad)
    pad.write_bytes(b"BEGIN:VEVENT\r\n" * 2001)
    with pytest.raises(KalenderTeGroot, match="2000 afspraken"):
        lees_ics(pad)
    with pytest.raises(BestandNietGevonden):
        lees_ics(tmp_path / "weg.ics")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(
    ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "DTSTART:20260311T090000", "DTSTART;TZID=:9",
     "RRULE:", "DTSTART;VALUE=DATE:2026", "UID", "X;Y=\"", ":", "DTEND;VALUE=PERIOD:1/2", "BEGIN:VTIMEZONE", "TZID:a",
     "END:VTIMEZONE", "DTSTART:20260311T090000", "SUMMARY:\\", "\x00"]), max_size=12))  # fmt: skip
def test_whatever_stands_in_a_calendar_it_is_read_or_refused(tmp_path: Path, regels: list[str]) -> None:
    pad = tmp_path / "vreemd.ics"
    pad.write_bytes("\r\n".join(regels).encode())
    try:
        lees_ics(pad)
    except KalenderOnleesbaar:
        return


def test_our_own_calendar_comes_back_without_making_anything_double(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        gremium = add_gremium(store, "Bestuurscommissie Waterkant", "BC WK")
        add_vergadering(store, gremium.id, date(2026, 3, 11), begin=time(9), einde=time(10), plaats="Kamer 2")
        add_vergadering(store, gremium.id, date(2026, 6, 3))
        voor = store.vergaderingen.all()
        pad = write_ics(year_calendar(store, 2026), tmp_path / "jaar.ics")
        uit = take_calendar(store, propose_calendar(store, gremium.id, lees_ics(pad)))
        assert (len(uit.gelijk), uit.nieuw, uit.gewijzigd, uit.overgeslagen) == (2, (), (), ())
        assert store.vergaderingen.all() == voor
