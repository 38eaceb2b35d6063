"""A promise comes back as an item of the next meeting, and says where."""

from datetime import date

import pytest

from tests.bouwers import een_agendapunt, een_vergadering
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.terugkomst import GeenVolgendeVergadering, bring_back
from tk_desktop.store.werkmap import Store


def _april(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=date(2026, 4, 8)))
    for id_, titel in (("1", "Opening"), ("9", "Rondvraag en sluiting")):
        store.agendapunten.save(een_agendapunt(id=f"april-{id_}", vergadering_id="april", volgorde=id_, titel=titel))


def test_a_promise_is_an_item_before_the_rondvraag_and_both_name_each_other(store: Store) -> None:
    _april(store)
    actie = take_actieregel(store, "oever", "!!Guus Meerdink: stuurt de cijfers")
    terug = bring_back(store, actie.id)
    assert [punt.titel for punt in store.opname("april").agendapunten] == [
        "Opening",
        "Toezegging: stuurt de cijfers",
        "Rondvraag en sluiting",
    ]
    assert store.agendapunten.get(terug.terug_punt_id or "").herkomst_id == "oever"
    assert [post.terug for post in list_acties(store)] == ["BC WK 8-4-2026, punt 2"]
    assert bring_back(store, actie.id) == terug, "once is enough"


def test_a_closed_action_comes_back_closed(store: Store) -> None:
    _april(store)
    terug = bring_back(store, take_actieregel(store, "koop", "!WK/directie tekent").id)
    assert store.agendapunten.get(terug.terug_punt_id or "").besloten


def test_without_a_next_meeting_it_waits(store: Store) -> None:
    actie = take_actieregel(store, "oever", "!WK/directie belt")
    with pytest.raises(GeenVolgendeVergadering, match="BC WK"):
        bring_back(store, actie.id)
