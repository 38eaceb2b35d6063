"""A calendar taken in: what each appointment would become, and then those that somebody chose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.kalenderinname import Jaarimport, Kalenderlot, propose_calendar, take_calendar
from tk_desktop.meeting.leden import add_lid
from tk_desktop.meeting.vergaderingen import add_vergadering, change_vergadering
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


def _neem(store: Store, gremium: Gremium, afspraken: Sequence[Afspraak | ZonderDag]) -> Jaarimport:
    """Take in all that a calendar tells."""
    return take_calendar(store, propose_calendar(store, gremium.id, afspraken))


def _afspraak(uid: str, dag: date, **anders: object) -> Afspraak:
    return replace(Afspraak(uid=uid, datum=dag, titel="BC", begin=time(9), einde=time(11)), **anders)  # type: ignore[arg-type]


def test_a_calendar_makes_meetings_once(store: Store, bc: Gremium) -> None:
    jaar = [_afspraak("a", MAART, plaats="Kadehuis"), _afspraak("b", date(2026, 6, 3), begin=None, einde=None)]
    eerst = _neem(store, bc, jaar)
    assert [v.datum for v in eerst.nieuw] == [MAART, date(2026, 6, 3)]
    assert len(store.opname(eerst.nieuw[0].id).agendapunten) == 2
    nog = _neem(store, bc, jaar)
    assert (len(nog.nieuw), len(nog.gewijzigd), len(nog.gelijk)) == (0, 0, 2)
    assert len(store.vergaderingen.all()) == 2


def test_what_stands_twice_in_one_calendar_is_one_meeting(store: Store, bc: Gremium) -> None:
    uit = _neem(store, bc, [_afspraak("a", MAART), _afspraak("a", date(2026, 3, 18))])
    assert ([v.datum for v in uit.nieuw], [v.datum for v in uit.gewijzigd]) == ([MAART], [date(2026, 3, 18)])
    assert [v.datum for v in store.vergaderingen.all()] == [date(2026, 3, 18)]


def test_a_calendar_that_changed_changes_its_meeting(store: Store, bc: Gremium) -> None:
    _neem(store, bc, [_afspraak("a", MAART)])
    anders = _neem(store, bc, [_afspraak("a", date(2026, 3, 18), plaats="Sluishuis")])
    assert [(v.datum, v.plaats) for v in anders.gewijzigd] == [(date(2026, 3, 18), "Sluishuis")]
    weg = _neem(store, bc, [_afspraak("a", date(2026, 3, 18), geannuleerd=True)])
    assert weg.gewijzigd[0].status is Status.GEANNULEERD


def test_a_meeting_made_by_hand_on_that_day_is_the_appointment(store: Store, bc: Gremium) -> None:
    zelf = add_vergadering(store, bc.id, MAART, begin=time(9), plaats="Kadehuis")
    uit = _neem(store, bc, [_afspraak("a", MAART)])
    assert [v.id for v in uit.gewijzigd] == [zelf.id]
    assert store.vergaderingen.get(zelf.id).plaats == "Kadehuis"
    assert len(_neem(store, bc, [_afspraak("a", MAART)]).gelijk) == 1


def test_what_cannot_be_taken_in_is_told(store: Store, bc: Gremium) -> None:
    _neem(store, bc, [_afspraak("a", MAART), _afspraak("b", date(2026, 6, 3))])
    uit = _neem(
        store,
        bc,
        [ZonderDag(titel="Heidag"), _afspraak("c", date(2026, 9, 2), geannuleerd=True), _afspraak("b", MAART)],
    )
    assert uit.overgeslagen == (
        "‘Heidag’ heeft geen dag die te lezen is.",
        "‘BC’ op 2 september 2026 is geannuleerd.",
        "‘BC’ op 11 maart 2026: BC WK vergadert die dag al.",
    )


def test_an_end_before_the_begin_in_a_calendar_is_left_out(store: Store, bc: Gremium) -> None:
    (nieuw,) = _neem(store, bc, [_afspraak("a", MAART, begin=time(22), einde=time(1))]).nieuw
    assert (nieuw.begin, nieuw.einde) == (time(22), None)
    assert len(_neem(store, bc, [_afspraak("a", MAART, begin=time(22), einde=time(1))]).gelijk) == 1


def test_a_calendar_is_looked_at_before_anything_is_stored(store: Store, bc: Gremium, ao: Gremium) -> None:
    for gremium in (bc, ao):
        add_lid(store, gremium.id, "Roos van Dalen")
    add_vergadering(store, ao.id, MAART, begin=time(10), einde=time(12))
    _neem(store, bc, [_afspraak("oud", date(2026, 2, 4), plaats="Kadehuis"), _afspraak("zelf", date(2026, 1, 7))])
    gehouden = next(een for een in store.vergaderingen.all() if een.uid == "zelf")
    change_vergadering(store, gehouden.id, lambda v: replace(v, status=Status.GEHOUDEN))
    voor = store.vergaderingen.all()
    voorstellen = propose_calendar(
        store,
        bc.id,
        [
            _afspraak("zelf", date(2026, 1, 8)),
            _afspraak("oud", date(2026, 2, 5), begin=time(10), plaats="Sluishuis"),
            _afspraak("a", MAART, titel="BC WK"),
            _afspraak("b", date(2026, 4, 27), titel="BC WK", herhaalt=True, einde=time(8)),
            _afspraak("c", date(2026, 5, 9), titel="BC WK"),
            _afspraak("d", date(2026, 5, 9), titel="BC WK"),
            _afspraak("e", date(2026, 6, 4), titel="Tandarts"),
        ],
    )
    assert [(een.lot, een.vooraf) for een in voorstellen] == [
        (Kalenderlot.GEWIJZIGD, False), (Kalenderlot.GEWIJZIGD, True), (Kalenderlot.NIEUW, True),
        (Kalenderlot.NIEUW, True), (Kalenderlot.NIEUW, True), (Kalenderlot.OVERGESLAGEN, False),
        (Kalenderlot.NIEUW, False),
    ]  # fmt: skip
    assert [een.wat for een in voorstellen[:2]] == [
        "De datum was woensdag 7 januari 2026.",
        "De datum was woensdag 4 februari 2026. De tijd was 09.00 – 11.00 uur. De plaats was Kadehuis.",
    ]
    assert [een.let_op for een in voorstellen] == [
        ("Deze vergadering is al gehouden.",),
        (),
        ("Roos van Dalen zit dan ook bij AO WK (10.00 – 12.00 uur).",),
        (
            "Maandag 27 april 2026 is Koningsdag.",
            "De afspraak herhaalt zich; alleen deze dag wordt overgenomen.",
            "De afspraak eindigt voordat zij begint; die eindtijd blijft weg.",
        ),
        ("Zaterdag 9 mei 2026 valt in het weekend.",),
        (),
        ("De titel zegt niet dat dit BC WK is; zet een vinkje als het zo is.",),
    ]
    assert store.vergaderingen.all() == voor
    uit = take_calendar(store, voorstellen[2:3])
    assert [een.datum for een in uit.nieuw] == [MAART]
    assert len(store.vergaderingen.all()) == len(voor) + 1


def test_an_appointment_is_of_the_body_that_its_title_names(store: Store, bc: Gremium, ao: Gremium) -> None:
    add_gremium(store, "Ambtelijk overleg", "AO")
    namen = ["Vergadering Bestuurscommissie Waterkant", "ao wk in het Kadehuis", "Overleg BC WK en AO WK", "Heidag"]
    afspraken = [_afspraak(titel, date(2026, 3, dag), titel=titel) for dag, titel in enumerate(namen, 2)]
    uit = [een.gremium.kort for een in propose_calendar(store, bc.id, afspraken)]
    assert uit == ["BC WK", "AO WK", "BC WK", "BC WK"]
    bekend = _neem(store, ao, [_afspraak("x", date(2026, 6, 3), titel="Overleg")]).nieuw[0]
    (weer,) = propose_calendar(store, bc.id, [_afspraak("x", date(2026, 6, 10), titel="Overleg")])
    assert (weer.gremium.kort, weer.wordt and weer.wordt.id) == ("AO WK", bekend.id)
