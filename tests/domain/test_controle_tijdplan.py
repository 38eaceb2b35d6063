"""A time plan that does not fit is found; one that fits, or is not made yet, is left alone."""

from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt
from tests.domain.controlehulp import bevindingen, een_hele_vergadering
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle import Controlecontext, controleer


def _punt(duur: int | None, subs: int = 0, sub_duur: int | None = None, titel: str = "Punt") -> list[Agendapunt]:
    punt = een_agendapunt(titel=titel, duur=duur)
    return [punt, *(een_agendapunt(titel=f"Sub {i}", ouder_id=punt.id, duur=sub_duur) for i in range(subs))]


def test_a_meeting_that_runs_past_its_end_is_flagged() -> None:
    opname = een_hele_vergadering(punten=[*_punt(60), *_punt(42)])
    [gevonden] = bevindingen(opname, "TP01")
    assert gevonden.wat == "De vergadering loopt volgens de agenda uit tot 10.42 uur; gepland is 10.30 uur."
    assert gevonden.waarom == "De agendapunten vragen 12 minuten meer dan er is."


def test_a_plan_that_ends_on_the_minute_fits() -> None:
    assert not bevindingen(een_hele_vergadering(punten=[*_punt(60), *_punt(30)]), "TP01")


def test_the_minutes_of_sub_items_count_within_their_parent() -> None:
    assert not bevindingen(een_hele_vergadering(punten=_punt(90, subs=3, sub_duur=30)), "TP01")


def test_nine_sub_items_in_five_minutes_are_flagged_though_two_items_share_the_time() -> None:
    punten = [*_punt(5, subs=5, titel="Ingekomen stukken"), *_punt(None, subs=4, titel="Verslagen"), *_punt(0)]
    [gevonden] = bevindingen(een_hele_vergadering(punten=punten), "TP02")
    assert gevonden.wat == "Bij 1 en 2 staan 9 subpunten in 5 minuten."


def test_a_minute_for_each_sub_item_is_enough() -> None:
    assert not bevindingen(een_hele_vergadering(punten=_punt(5, subs=5)), "TP02")


def test_items_that_are_not_planned_yet_are_not_held_against_the_item_before_them() -> None:
    ongepland = [*_punt(5), *_punt(None, subs=8), *_punt(None, subs=3)]
    assert not bevindingen(een_hele_vergadering(punten=ongepland), "TP02")
    assert not bevindingen(een_hele_vergadering(punten=[*_punt(5, subs=2), *_punt(None, subs=9)]), "TP02")


def test_sub_items_that_last_longer_than_their_parent_are_flagged_once() -> None:
    opname = een_hele_vergadering(punten=_punt(10, subs=12, sub_duur=1))
    assert [b.code for b in controleer(opname, Controlecontext())] == ["TP03"]
    assert not bevindingen(een_hele_vergadering(punten=_punt(10, subs=2, sub_duur=5)), "TP03")


def test_a_meeting_that_ends_before_it_begins_is_a_fault_and_nothing_else_is_said_of_its_time() -> None:
    opname = een_hele_vergadering(punten=_punt(60), vergadering={"begin": time(10, 30), "einde": time(9)})
    [gevonden] = controleer(opname, Controlecontext())
    assert (gevonden.code, gevonden.ernst) == ("TP04", Ernst.FOUT)
    assert gevonden.wat == "De vergadering eindigt om 09.00 uur, voordat zij om 10.30 uur begint."


def test_what_stands_under_a_sub_item_counts_within_the_main_item() -> None:
    sub = een_agendapunt(id="sub", ouder_id="hoofd", duur=60)
    dieper = een_agendapunt(ouder_id="sub", duur=40)
    opname = een_hele_vergadering(punten=[een_agendapunt(id="hoofd", duur=90), sub, dieper])
    assert not bevindingen(opname, "TP01")
    assert [b.waarom for b in bevindingen(opname, "TP03")]


def test_a_meeting_without_an_end_cannot_run_past_it() -> None:
    assert not bevindingen(een_hele_vergadering(punten=_punt(600), vergadering={"einde": None}), "TP01")


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), max_size=8), st.integers(0, 12))
def test_a_plan_is_flagged_exactly_when_its_minutes_are_more_than_there_are(duren: list[int], ruimte: int) -> None:
    punten = [punt for duur in duren for punt in _punt(duur)]
    opname = een_hele_vergadering(punten=punten, vergadering={"begin": time(9), "einde": time(9 + ruimte)})
    assert bool(bevindingen(opname, "TP01")) == (sum(duren) > ruimte * 60)
