"""The year of all bodies, who is asked twice at once, and a calendar taken in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.laptops import Laptop, breng_samen
from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.domain.termijnen import Termijnsoort
from tk_desktop.domain.vergadering import Status
from tk_desktop.export.ics import write_ics
from tk_desktop.intake.ics import lees_ics
from tk_desktop.meeting.aanhouden import set_aside
from tk_desktop.meeting.gremia import add_gremium, write_gremium
from tk_desktop.meeting.jaarkalender import dubbele_boekingen, look_ahead, year_calendar, years
from tk_desktop.meeting.kalenderinname import Kalenderlot, propose_calendar
from tk_desktop.meeting.leden import add_lid
from tk_desktop.meeting.vergaderingen import Vergaderplan, add_vergadering, change_vergadering
from tk_desktop.store.werkmap import Store

MAART = date(2026, 3, 11)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def bc(store: Store) -> Gremium:
    return add_gremium(store, "Bestuurscommissie Waterkant", "BC WK")


@pytest.fixture
def ao(store: Store) -> Gremium:
    return add_gremium(store, "Ambtelijk overleg Waterkant", "AO WK")


def test_a_year_shows_all_meetings_with_their_deadlines(store: Store, bc: Gremium, ao: Gremium) -> None:
    add_vergadering(store, bc.id, date(2026, 6, 3))
    add_vergadering(store, ao.id, MAART, begin=time(9))
    add_vergadering(store, bc.id, date(2027, 1, 6))
    regels = year_calendar(store, 2026)
    assert [(regel.gremium.kort, regel.vergadering.datum) for regel in regels] == [
        ("AO WK", MAART), ("BC WK", date(2026, 6, 3)),
    ]  # fmt: skip
    assert [termijn.soort for termijn in regels[0].termijnen] == list(Termijnsoort)
    assert len(year_calendar(store, 2026, bc.id)) == 1
    assert years(store) == (2026, 2027)


def test_who_sits_in_two_bodies_at_one_time_is_named(store: Store, bc: Gremium, ao: Gremium) -> None:
    for gremium in (bc, ao):
        add_lid(store, gremium.id, "Roos van Dalen", rol=Rol.VOORZITTER)
        add_lid(store, gremium.id, "Bram Otter")
    add_lid(store, ao.id, "Anna Wiersma")
    ander = add_vergadering(store, ao.id, MAART, begin=time(10), einde=time(12), plaats="Kamer 2")
    hier = add_vergadering(store, bc.id, MAART, begin=time(9), einde=time(10, 30), plaats="kamer 2")
    assert dubbele_boekingen(store, hier) == (
        "Bram Otter en Roos van Dalen zitten dan ook bij AO WK (10.00 – 12.00 uur).",
        "In kamer 2 is dan ook AO WK (10.00 – 12.00 uur).",
    )
    assert dubbele_boekingen(store, replace(hier, einde=time(10))) == ()
    assert dubbele_boekingen(store, replace(hier, datum=date(2026, 3, 12))) == ()
    assert len(dubbele_boekingen(store, replace(hier, begin=None, einde=None))) == 2
    assert dubbele_boekingen(store, replace(hier, begin=time(8), einde=None)) == ()
    assert dubbele_boekingen(store, replace(hier, status=Status.GEANNULEERD)) == ()
    change_vergadering(store, ander.id, lambda v: replace(v, status=Status.GEANNULEERD))
    assert dubbele_boekingen(store, hier) == ()


def test_one_person_twice_is_one_sentence(store: Store, bc: Gremium, ao: Gremium) -> None:
    roos = add_lid(store, ao.id, "Roos van Dalen")
    add_vergadering(store, ao.id, MAART, begin=time(9))
    hier = add_vergadering(store, bc.id, MAART, begin=time(9), secretaris_id=roos.persoon.id)
    assert dubbele_boekingen(store, hier) == ("Roos van Dalen zit dan ook bij AO WK (09.00 uur).",)


def test_what_a_planned_meeting_brings_is_told_before_it_is_made(store: Store, bc: Gremium, ao: Gremium) -> None:
    add_lid(store, bc.id, "Roos van Dalen")
    add_lid(store, ao.id, "Roos van Dalen")
    ander = add_vergadering(store, ao.id, date(2026, 5, 5), begin=time(9))
    plan = Vergaderplan(gremium_id=bc.id, datum=date(2026, 5, 5), begin=time(9), bron_id=ander.id)
    blik = look_ahead(store, plan)
    assert blik.waarschuwingen == (
        "Dinsdag 5 mei 2026 is Bevrijdingsdag.",
        "Roos van Dalen zit dan ook bij AO WK (09.00 uur).",
    )
    assert (len(blik.termijnen), blik.bezwaar) == (4, "")
    zaterdag = look_ahead(store, Vergaderplan(gremium_naam="Nieuw", datum=date(2026, 5, 9)))
    assert zaterdag.waarschuwingen == ("Zaterdag 9 mei 2026 valt in het weekend.",)
    dubbel = look_ahead(store, replace(plan, gremium_id=ao.id))
    assert dubbel.bezwaar == "Ambtelijk overleg Waterkant vergadert al op dinsdag 5 mei 2026."
    assert "eindigen" in look_ahead(store, replace(plan, einde=time(8))).bezwaar
    assert len(store.vergaderingen.all()) == 1
    set_aside(store, store.opname(ander.id).agendapunten[0].id, "Later.")
    wacht = look_ahead(store, Vergaderplan(gremium_id=ao.id, datum=date(2026, 6, 3)))
    assert wacht.waarschuwingen == (
        "‘Opening en vaststelling agenda’ is aangehouden (AO WK 5-5-2026) en nog niet opnieuw geagendeerd.",
    )


def test_a_moved_meeting_is_newer_in_a_calendar_than_it_was_on_every_laptop(tmp_path: Path) -> None:
    """An appointment with the same name is changed by Outlook only when it is newer: by its number and its moment."""
    een, ander = Laptop("roos"), Laptop("joost")
    bc = add_gremium(een.store, "Bestuurscommissie Waterkant", "BC WK")
    id_ = add_vergadering(een.store, bc.id, MAART, begin=time(9)).id
    (was,) = year_calendar(een.store, 2026)
    een.sql("UPDATE bewerkstand SET klok = klok + (60000 << 16)")  # a minute later than the first moment
    change_vergadering(een.store, id_, lambda die: replace(die, datum=date(2026, 3, 18), begin=time(13)))
    (nu,) = year_calendar(een.store, 2026)
    assert was.gewijzigd.aantal < nu.gewijzigd.aantal
    assert was.gewijzigd.moment < nu.gewijzigd.moment
    breng_samen(een, ander)
    assert year_calendar(ander.store, 2026) == (nu,)
    (voorstel,) = propose_calendar(een.store, bc.id, lees_ics(write_ics([was], tmp_path / "was.ics")))
    assert voorstel.wordt is not None
    assert (voorstel.lot, voorstel.wordt.id) == (Kalenderlot.GEWIJZIGD, id_)  # our own import makes no second one of it
    change_vergadering(een.store, id_, lambda die: replace(die, gelegenheid="Heidag"))
    assert year_calendar(een.store, 2026)[0].gewijzigd == nu.gewijzigd  # a calendar tells nothing of that
    write_gremium(een.store, replace(bc, dagen_verzenden=12))
    assert year_calendar(een.store, 2026)[0].gewijzigd.aantal > nu.gewijzigd.aantal  # its deadlines are other days
