"""Moving items as the keys of an outline do."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.aanhouden import reinstate_punt, withdraw_punt
from tk_desktop.meeting.agenda import VerplaatsenOnmogelijk, move_punt
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.meeting.verplaatsen import demote_punten, lower_punten, move_punten, promote_punten, raise_punten
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def id_(store: Store) -> str:
    """1 opening, 2 oever with 2a plan and 2b fonds, 3 haven with 3a kade, 4 slot."""
    punten = [
        een_agendapunt(id="opening", volgorde="c", titel="Opening"),
        een_agendapunt(id="oever", volgorde="h", titel="Oever"),
        een_agendapunt(id="plan", volgorde="m", titel="Plan", ouder_id="oever"),
        een_agendapunt(id="fonds", volgorde="p", titel="Fonds", ouder_id="oever"),
        een_agendapunt(id="haven", volgorde="k", titel="Haven"),
        een_agendapunt(id="kade", volgorde="p", titel="Kade", ouder_id="haven"),
        een_agendapunt(id="slot", volgorde="s", titel="Slot"),
    ]
    return bewaar(store, een_opname(agendapunten=punten)).vergadering.id


def _agenda(opname: Momentopname) -> str:
    return " ".join(f"{opname.nummers[punt.id]}-{punt.id}" for punt in opname.agendapunten)


START = "1-opening 2-oever 2a-plan 2b-fonds 3-haven 3a-kade 4-slot"


@pytest.mark.parametrize(
    ("doe", "wie", "dan"),
    [
        (raise_punten, ["haven"], "1-opening 2-haven 2a-kade 3-oever 3a-plan 3b-fonds 4-slot"),
        (raise_punten, ["oever"], "1-oever 1a-plan 1b-fonds 2-opening 3-haven 3a-kade 4-slot"),
        (lower_punten, ["haven"], "1-opening 2-oever 2a-plan 2b-fonds 3-slot 4-haven 4a-kade"),
        (raise_punten, ["fonds"], "1-opening 2-oever 2a-fonds 2b-plan 3-haven 3a-kade 4-slot"),
        (raise_punten, ["plan"], "1-opening 1a-plan 2-oever 2a-fonds 3-haven 3a-kade 4-slot"),
        (lower_punten, ["fonds"], "1-opening 2-oever 2a-plan 3-haven 3a-fonds 3b-kade 4-slot"),
        (raise_punten, ["kade"], "1-opening 2-oever 2a-plan 2b-fonds 2c-kade 3-haven 4-slot"),
        (promote_punten, ["plan"], "1-opening 2-oever 2a-fonds 3-plan 4-haven 4a-kade 5-slot"),
        (demote_punten, ["slot"], "1-opening 2-oever 2a-plan 2b-fonds 3-haven 3a-kade 3b-slot"),
        (raise_punten, ["opening"], START),
        (lower_punten, ["slot"], START),
        (promote_punten, ["slot"], START),
        (demote_punten, ["opening"], START),
        (demote_punten, ["plan"], START),
        (lower_punten, ["oever", "plan", "fonds"], "1-opening 2-haven 2a-kade 3-oever 3a-plan 3b-fonds 4-slot"),
        (raise_punten, ["fonds", "haven", "kade"], "1-opening 2-haven 2a-kade 3-oever 3a-fonds 3b-plan 4-slot"),
        (lower_punten, ["haven", "slot"], START),
        (raise_punten, ["oever", "opening"], START),
        (lower_punten, ["plan", "fonds"], "1-opening 2-oever 3-haven 3a-plan 3b-fonds 3c-kade 4-slot"),
        (raise_punten, ["plan", "fonds"], "1-opening 1a-plan 1b-fonds 2-oever 3-haven 3a-kade 4-slot"),
        (promote_punten, ["plan", "fonds"], "1-opening 2-oever 3-plan 4-fonds 5-haven 5a-kade 6-slot"),
        (promote_punten, ["oever", "plan"], "1-opening 2-oever 2a-fonds 3-plan 4-haven 4a-kade 5-slot"),
    ],
)
def test_a_key_moves_an_item_as_in_an_outline(
    store: Store, id_: str, doe: Callable[[Store, Sequence[str]], Momentopname], wie: list[str], dan: str
) -> None:
    assert _agenda(doe(store, wie)) == dan
    assert _agenda(store.opname(id_)) == dan


def test_a_main_item_with_sub_items_does_not_become_a_sub_item(store: Store, id_: str) -> None:
    with pytest.raises(VerplaatsenOnmogelijk):
        demote_punten(store, ["oever"])
    assert _agenda(store.opname(id_)) == START


def test_a_sub_item_at_the_very_edge_stays(store: Store, id_: str) -> None:
    demote_punten(store, ["slot"])
    voor = store.opname(id_)
    assert lower_punten(store, ["slot"]) == voor


def test_items_that_become_sub_items_together_keep_their_order(store: Store, id_: str) -> None:
    promote_punten(store, ["kade"])
    assert _agenda(demote_punten(store, ["slot", "kade"])) == (
        "1-opening 2-oever 2a-plan 2b-fonds 3-haven 3a-kade 3b-slot"
    )


def test_items_moved_together_keep_their_order(store: Store, id_: str) -> None:
    assert _agenda(move_punten(store, ["haven", "opening"], na="slot")) == (
        "1-oever 1a-plan 1b-fonds 2-slot 3-opening 4-haven 4a-kade"
    )
    assert _agenda(move_punten(store, ["kade", "haven"], na=None)).startswith("1-haven 1a-kade 2-oever")
    assert "3-slot 3a-plan 3b-fonds" in _agenda(move_punten(store, ["fonds", "plan"], onder="slot"))


def test_items_dropped_on_one_of_themselves_stay_together(store: Store, id_: str) -> None:
    assert _agenda(move_punten(store, ["oever", "slot"], na="slot")) == (
        "1-opening 2-haven 2a-kade 3-oever 3a-plan 3b-fonds 4-slot"
    )


def test_nothing_moves_when_one_of_several_cannot(store: Store, id_: str) -> None:
    with pytest.raises(VerplaatsenOnmogelijk):
        move_punten(store, ["opening", "haven"], onder="oever")
    assert _agenda(store.opname(id_)) == START


_zetten = st.lists(
    st.tuples(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True), st.integers(0, 3)), max_size=15
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_zetten)
def test_whatever_keys_are_pressed_every_item_stays_on_the_agenda_once(
    store: Store, zetten: list[tuple[list[str], int]]
) -> None:
    punten = [een_agendapunt(id=naam, volgorde=naam, titel=naam) for naam in "abcdef"]
    hier = bewaar(store, een_opname(agendapunten=punten)).vergadering.id
    doen = (raise_punten, lower_punten, promote_punten, demote_punten)
    for namen, wat in zetten:
        try:
            doen[wat](store, namen)
        except VerplaatsenOnmogelijk:
            continue
    opname = store.opname(hier)
    assert sorted(punt.id for punt in opname.agendapunten) == list("abcdef")
    assert len(set(opname.nummers.values())) == 6
    with store.transaction():
        for punt in sorted(opname.agendapunten, key=lambda punt: punt.ouder_id is None):
            store.agendapunten.delete(punt.id)


@pytest.mark.parametrize(
    "doe",
    [
        lambda store: promote_punten(store, ["fonds"]),
        lambda store: lower_punten(store, ["fonds"]),
        lambda store: move_punten(store, ["fonds"], na="haven"),
        lambda store: move_punten(store, ["fonds"], onder="slot"),
        lambda store: move_punt(store, "fonds", onder="haven"),
    ],
)
def test_what_was_besloten_through_its_main_item_is_so_by_itself_when_it_leaves_it(
    store: Store, id_: str, doe: Callable[[Store], Momentopname]
) -> None:
    set_besloten(store, "oever", True)
    opname = doe(store)
    assert opname.punt("fonds").ouder_id != "oever"
    assert {punt.id for punt in opname.agendapunten if opname.is_besloten(punt)} == {"oever", "plan", "fonds"}


def test_moving_within_or_under_a_besloten_item_marks_nothing(store: Store, id_: str) -> None:
    set_besloten(store, "oever", True)
    raise_punten(store, ["fonds"])
    opname = move_punt(store, "slot", onder="oever")
    assert [punt.id for punt in opname.agendapunten if punt.besloten] == ["oever"]
    assert opname.is_besloten(opname.punt("slot"))


def test_no_key_makes_anything_public(store: Store, id_: str) -> None:
    set_besloten(store, "haven", True)
    for doe in (demote_punten, promote_punten, raise_punten, lower_punten):
        voor = store.opname(id_)
        opname = doe(store, ["kade"])
        assert all(opname.is_besloten(opname.punt(p.id)) for p in voor.agendapunten if voor.is_besloten(p))


def test_a_withdrawn_item_that_leaves_its_besloten_main_item_stays_besloten(store: Store, id_: str) -> None:
    set_besloten(store, "oever", True)
    withdraw_punt(store, "fonds", "Niet rijp")
    move_punt(store, "fonds", na="haven")
    opname = reinstate_punt(store, "fonds")
    assert opname.is_besloten(opname.punt("fonds"))
