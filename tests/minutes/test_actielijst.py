"""All actions stand in one list, each with where it comes from."""

from dataclasses import replace
from datetime import date

import pytest

from tests.bouwers import een_agendapunt
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import add_actie, take_actieregel
from tk_desktop.minutes.verslagen import add_correctie
from tk_desktop.store.werkmap import Store


def test_an_action_says_from_which_item_of_which_meeting_it_comes(store: Store) -> None:
    take_actieregel(store, "oever", "!WK/directie belt")
    add_actie(store, "bc", "Mailt de gemeente", op=date(2026, 3, 11))
    assert {(post.actie.tekst, post.gremium, post.uit) for post in list_acties(store)} == {
        ("belt", "BC WK", "BC WK 11-3-2026, punt 2"),
        ("Mailt de gemeente", "BC WK", ""),
    }


def test_an_action_of_a_besloten_item_that_was_taken_off_the_agenda_stays_besloten(store: Store) -> None:
    actie = take_actieregel(store, "koop", "!WK/directie belt")
    store.acties.save(replace(actie, besloten=False))
    withdraw_punt(store, "koop", "Van tafel.")
    assert [(post.uit, post.besloten) for post in list_acties(store)] == [("BC WK 11-3-2026", True)]


def test_the_list_of_one_body_holds_its_own_actions(store: Store) -> None:
    take_actieregel(store, "oever", "!WK/directie belt")
    assert len(list_acties(store, gremium_id="bc")) == 1
    assert list_acties(store, gremium_id="ander") == ()


def test_an_action_of_an_item_that_was_closed_later_is_besloten_too(store: Store) -> None:
    take_actieregel(store, "oever", "!WK/directie belt")
    assert [post.besloten for post in list_acties(store)] == [False]
    punt = store.agendapunten.get("oever")
    store.agendapunten.save(replace(punt, besloten=True))
    assert [post.besloten for post in list_acties(store)] == [True]


@pytest.mark.parametrize("weg", [("oever", "deel"), ("deel", "oever")])
def test_an_action_and_a_correction_of_an_item_that_closes_and_goes_stay_besloten(
    store: Store, weg: tuple[str, ...]
) -> None:
    store.agendapunten.save(een_agendapunt(id="deel", vergadering_id="maart", ouder_id="oever", volgorde="1"))
    take_actieregel(store, "deel", "!WK/directie belt")
    add_correctie(store, "maart", was="drie", wordt="vier", op=date(2026, 4, 8), punt_id="deel")
    store.agendapunten.save(replace(store.agendapunten.get("oever"), besloten=True))
    with store.transaction():
        for punt_id in weg:
            store.agendapunten.delete(punt_id)
    assert [post.besloten for post in list_acties(store)] == [True]
    openbaar = store.zitting("maart").voor_iedereen()
    assert (openbaar.acties, openbaar.verslag.correcties) == ((), ())


def test_an_action_of_an_item_that_closed_stays_besloten_when_the_item_opens_again(store: Store) -> None:
    take_actieregel(store, "oever", "!WK/directie belt")
    set_besloten(store, "oever", True)
    set_besloten(store, "oever", False)
    assert [post.besloten for post in list_acties(store)] == [True]
