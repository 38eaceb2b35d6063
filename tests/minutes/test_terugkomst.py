"""A promise comes back as an item of the next meeting, and says where."""

from datetime import date

import pytest

from tests.bouwers import een_agendapunt, een_vergadering
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.terugkomst import (
    GeenVolgendeVergadering,
    PuntNietLater,
    bring_back,
    likely_return,
    likely_returns,
    tie_back,
)
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


def _tekort(store: Store) -> None:
    punt = een_agendapunt(id="april-2", vergadering_id="april", volgorde="2", titel="Dreigend tekort sluiswachters")
    store.agendapunten.save(punt)


def test_a_promise_for_the_day_of_an_agenda_is_tied_to_the_item_that_it_became_once_somebody_says_so(
    store: Store,
) -> None:
    _april(store)
    _tekort(store)
    actie = take_actieregel(store, "oever", "!!Guus Meerdink: agendeert het sluiswachterstekort 8 april")
    (terug,) = likely_returns(store, "april")
    assert (terug.actie, terug.punt.id, terug.waar) == (actie, "april-2", "BC WK 8-4-2026, punt 2")
    assert likely_return(store, actie.id) == terug
    assert store.acties.get(actie.id).terug_punt_id is None, "it is asked first"
    tie_back(store, actie.id, terug.punt.id)
    assert store.agendapunten.get("april-2").herkomst_id == "oever"
    assert [post.terug for post in list_acties(store)] == ["BC WK 8-4-2026, punt 2"]
    assert likely_returns(store, "april") == ()


def test_what_was_promised_for_another_day_is_not_asked_about(store: Store) -> None:
    _april(store)
    _tekort(store)
    actie = take_actieregel(store, "oever", "!!Guus Meerdink: agendeert het sluiswachterstekort 9 april")
    assert likely_returns(store, "april") == ()
    assert likely_return(store, actie.id) is None


def test_an_open_item_does_not_go_on_from_what_was_besloten(store: Store) -> None:
    _april(store)
    _tekort(store)
    actie = take_actieregel(store, "koop", "!WK/directie agendeert het sluiswachterstekort 8 april")
    tie_back(store, actie.id, "april-2")
    assert store.agendapunten.get("april-2").herkomst_id is None


def test_nothing_comes_back_on_the_agenda_on_which_it_was_agreed(store: Store) -> None:
    actie = take_actieregel(store, "oever", "!WK/directie belt")
    with pytest.raises(PuntNietLater, match="BC WK"):
        tie_back(store, actie.id, "koop")
