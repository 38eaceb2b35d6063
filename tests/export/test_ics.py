"""The year calendar as .ics."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.bouwers import een_gremium, een_vergadering
from tk_desktop.domain.afspraak import Afspraak
from tk_desktop.domain.termijnen import Kalenderregel, Wijzigingstand
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.export.ics import write_ics
from tk_desktop.intake.ics import lees_ics


def _regel(**anders: object) -> Kalenderregel:
    stand = Wijzigingstand(moment=datetime(2026, 1, 5, 13, tzinfo=UTC), aantal=7)
    return Kalenderregel.van(een_gremium(), een_vergadering(**anders), stand)


def test_a_meeting_and_its_deadlines_stand_in_the_calendar_in_dutch(tmp_path: Path) -> None:
    regel = _regel(id="abc", gelegenheid="geheime heidag", videolink="https://kade.example/x")
    tekst = write_ics([regel], tmp_path / "jaar.ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert "SUMMARY:Vergadering Bestuurscommissie Waterkant" in tekst
    assert "DTSTART;TZID=Europe/Amsterdam:20260311T090000" in tekst
    assert "DTEND;TZID=Europe/Amsterdam:20260311T103000" in tekst
    assert "LOCATION:Kamer 2\\, Kadehuis" in tekst
    assert "SUMMARY:Stukken aanleveren: BC WK 11 maart 2026" in tekst
    assert "UID:abc.verzenden@tk-desktop" in tekst
    assert "DTSTAMP:20260105T130000Z" in tekst
    assert tekst.count("SEQUENCE:7") == tekst.count("BEGIN:VEVENT")
    assert "heidag" not in tekst
    assert tekst.count("DTSTART;VALUE=DATE:") == tekst.count("CATEGORIES:Termijn") > 0
    assert "DTSTART:2" not in tekst
    assert "TZID:Europe/Amsterdam" in tekst


def test_the_same_meetings_give_the_same_bytes(tmp_path: Path) -> None:
    regels = [_regel(id="a"), _regel(id="b", begin=None, einde=None, plaats="", status=Status.GEANNULEERD)]
    eerste = write_ics(regels, tmp_path / "een.ics").read_bytes()
    assert write_ics(regels, tmp_path / "twee.ics").read_bytes() == eerste


def test_a_cancelled_meeting_has_no_deadlines_and_a_foreign_name_stays(tmp_path: Path) -> None:
    pad = write_ics([_regel(uid="buiten@elders", status=Status.GEANNULEERD)], tmp_path / "jaar.ics")
    (afspraak,) = Calendar.from_ical(pad.read_bytes()).walk("VEVENT")
    assert (str(afspraak["UID"]), str(afspraak["STATUS"])) == ("buiten@elders", "CANCELLED")


_tijden = st.none() | st.times().map(lambda tijd: tijd.replace(second=0, microsecond=0, fold=0))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.dates(date(1996, 6, 1), date(2150, 1, 1)),
    st.tuples(_tijden, _tijden),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
    st.sampled_from([Status.GEANNULEERD, Status.GEPLAND]),
)
def test_a_calendar_is_read_back_as_it_was_written(
    tmp_path: Path, dag: date, tijden: tuple[time | None, time | None], plaats: str, status: Status
) -> None:
    begin, einde = tijden
    vergadering: Vergadering = een_vergadering(datum=dag, begin=begin, einde=einde, plaats=plaats, status=status)
    pad = write_ics([Kalenderregel.van(een_gremium(), vergadering)], tmp_path / "heen.ics")
    (terug,) = lees_ics(pad)
    assert isinstance(terug, Afspraak)
    telt = begin is not None and einde is not None and einde > begin
    assert (terug.datum, terug.begin, terug.einde) == (dag, begin, einde if telt else None)
    assert terug.plaats == " ".join(plaats.split())
    assert terug.geannuleerd == (status is Status.GEANNULEERD)
    assert terug.uid == f"{vergadering.id}@tk-desktop"
