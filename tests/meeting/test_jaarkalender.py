"""The year of all bodies, who is asked twice at once, and a calendar taken in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tk_desktop.domain.afspraak import Afspraak
from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.domain.termijnen import Termijnsoort
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.aanhouden import set_aside
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.jaarkalender import dubbele_boekingen, look_ahead, take_calendar, year_calendar, years
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


def _afspraak(uid: str, dag: date, **anders: object) -> Afspraak:
    return replace(Afspraak(uid=uid, datum=dag, titel="BC", begin=time(9), einde=time(11)), **anders)  # type: ignore[arg-type]


def test_a_calendar_makes_meetings_once(store: Store, bc: Gremium) -> None:
    jaar = [_afspraak("a", MAART, plaats="Kadehuis"), _afspraak("b", date(2026, 6, 3), begin=None, einde=None)]
    eerst = take_calendar(store, bc.id, jaar)
    assert [v.datum for v in eerst.nieuw] == [MAART, date(2026, 6, 3)]
    assert len(store.opname(eerst.nieuw[0].id).agendapunten) == 2
    nog = take_calendar(store, bc.id, jaar)
    assert (len(nog.nieuw), len(nog.gewijzigd), len(nog.gelijk)) == (0, 0, 2)
    assert len(store.vergaderingen.all()) == 2


def test_what_stands_twice_in_one_calendar_is_one_meeting(store: Store, bc: Gremium) -> None:
    uit = take_calendar(store, bc.id, [_afspraak("a", MAART), _afspraak("a", date(2026, 3, 18))])
    assert ([v.datum for v in uit.nieuw], [v.datum for v in uit.gewijzigd]) == ([MAART], [date(2026, 3, 18)])
    assert [v.datum for v in store.vergaderingen.all()] == [date(2026, 3, 18)]


def test_a_calendar_that_changed_changes_its_meeting(store: Store, bc: Gremium) -> None:
    take_calendar(store, bc.id, [_afspraak("a", MAART)])
    anders = take_calendar(store, bc.id, [_afspraak("a", date(2026, 3, 18), plaats="Sluishuis")])
    assert [(v.datum, v.plaats) for v in anders.gewijzigd] == [(date(2026, 3, 18), "Sluishuis")]
    weg = take_calendar(store, bc.id, [_afspraak("a", date(2026, 3, 18), geannuleerd=True)])
    assert weg.gewijzigd[0].status is Status.GEANNULEERD


def test_a_meeting_made_by_hand_on_that_day_is_the_appointment(store: Store, bc: Gremium) -> None:
    zelf = add_vergadering(store, bc.id, MAART, begin=time(9), plaats="Kadehuis")
    uit = take_calendar(store, bc.id, [_afspraak("a", MAART)])
    assert [v.id for v in uit.gewijzigd] == [zelf.id]
    assert store.vergaderingen.get(zelf.id).plaats == "Kadehuis"
    assert len(take_calendar(store, bc.id, [_afspraak("a", MAART)]).gelijk) == 1


def test_what_cannot_be_taken_in_is_told(store: Store, bc: Gremium, ao: Gremium) -> None:
    take_calendar(store, bc.id, [_afspraak("a", MAART), _afspraak("b", date(2026, 6, 3))])
    uit = take_calendar(
        store,
        ao.id,
        [
            _afspraak("a", MAART),
            _afspraak("c", date(2026, 9, 2), geannuleerd=True),
            _afspraak("d", MAART, herhaalt=True),
        ],
    )
    assert uit.overgeslagen == (
        "‘BC’ op 11 maart 2026 is een vergadering van BC WK.",
        "‘BC’ op 2 september 2026 is geannuleerd.",
        "‘BC’ op 11 maart 2026 herhaalt zich; alleen deze dag is overgenomen.",
    )
    botsing = take_calendar(store, bc.id, [_afspraak("b", MAART)])
    assert botsing.overgeslagen == ("‘BC’ op 11 maart 2026: BC WK vergadert die dag al.",)


def test_an_end_before_the_begin_in_a_calendar_is_left_out(store: Store, bc: Gremium) -> None:
    (nieuw,) = take_calendar(store, bc.id, [_afspraak("a", MAART, begin=time(22), einde=time(1))]).nieuw
    assert (nieuw.begin, nieuw.einde) == (time(22), None)
    assert len(take_calendar(store, bc.id, [_afspraak("a", MAART, begin=time(22), einde=time(1))]).gelijk) == 1


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
