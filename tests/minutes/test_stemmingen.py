"""A vote is called with who is there then, and never counts more than they are."""

from dataclasses import replace
from datetime import time

import pytest

from tk_desktop.domain.stemming import Keuze, Stemuitslag, Stemwijze, TeVeelStemmen
from tk_desktop.minutes.presentie import declare_belang, leave, prepare_presentie, set_aanwezig
from tk_desktop.minutes.stemmingen import (
    NiemandStemt,
    StemGeheim,
    call_stemming,
    changed_deelnemers,
    count_stemming,
    edit_stemming,
    give_stem,
    refresh_deelnemers,
    remove_stemming,
)
from tk_desktop.store.tabel import Tabel
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(store: Store) -> Store:
    prepare_presentie(store, "maart")
    return store


def test_who_takes_part_is_frozen_when_the_vote_is_called(store: Store) -> None:
    stemming = call_stemming(store, "oever", "Het herstel")
    for wie in store.presenties.van_vergadering("maart"):
        leave(store, wie.id, "opening", om=time(9, 5))
    assert [stem.naam for stem in store.stemmingen.get(stemming.id).stemmen] == [
        "Guus Meerdink",
        "Bram Sluiter",
        "Roos van Dalen",
    ]


def test_who_has_an_interest_does_not_vote(store: Store) -> None:
    guus = store.presenties.van_vergadering("maart")[0]
    declare_belang(store, guus.id, "oever")
    assert "Guus Meerdink" not in {stem.naam for stem in call_stemming(store, "oever", "").stemmen}


def test_more_hands_than_members_are_refused_and_the_count_stays(store: Store) -> None:
    stemming = count_stemming(store, call_stemming(store, "oever", "").id, voor=2, tegen=1)
    with pytest.raises(TeVeelStemmen, match="4 stemmen geteld en er kunnen er 3"):
        count_stemming(store, stemming.id, voor=3, tegen=1)
    assert store.stemmingen.get(stemming.id) == stemming
    assert stemming.uitslag is Stemuitslag.AANGENOMEN


def test_a_weighted_vote_goes_by_roll_call(store: Store) -> None:
    stemming = call_stemming(store, "oever", "", wijze=Stemwijze.HANDOPSTEKEN, gewogen=True)
    assert stemming.wijze is Stemwijze.HOOFDELIJK
    guus, bram, roos = stemming.stemmen
    for stem, keuze in ((guus, Keuze.TEGEN), (bram, Keuze.VOOR), (roos, Keuze.VOOR)):
        stemming = give_stem(store, stemming.id, stem.id, keuze)
    assert (stemming.tel(Keuze.TEGEN), stemming.uitslag) == (5, Stemuitslag.VERWORPEN)


def test_nobody_can_vote_when_nobody_is_there(store: Store) -> None:
    for wie in store.presenties.van_vergadering("maart"):
        set_aanwezig(store, wie.id, aanwezig=False)
    with pytest.raises(NiemandStemt, match="punt 2"):
        call_stemming(store, "oever", "")


def test_a_vote_on_a_besloten_item_is_besloten(store: Store) -> None:
    assert call_stemming(store, "koop", "").besloten
    assert not call_stemming(store, "oever", "").besloten


def test_a_vote_that_was_called_by_mistake_goes(store: Store) -> None:
    remove_stemming(store, call_stemming(store, "oever", "").id)
    assert store.stemmingen.van_vergadering("maart") == ()


def test_a_closed_vote_on_an_open_item_stays_out_of_what_everybody_may_know(store: Store) -> None:
    stemming = call_stemming(store, "oever", "De benoeming", besloten=True)
    assert store.zitting("maart").voor_iedereen().stemmingen == ()
    open_ = edit_stemming(store, stemming.id, onderwerp="  ", besloten=False)
    assert (open_.onderwerp, open_.besloten) == ("De benoeming", False)
    assert store.zitting("maart").voor_iedereen().stemmingen == (open_,)


def test_a_vote_on_a_besloten_item_cannot_be_opened(store: Store) -> None:
    stemming = call_stemming(store, "koop", "Het bod")
    assert edit_stemming(store, stemming.id, onderwerp="Het bod", besloten=False).besloten


def test_a_vote_follows_the_list_of_names_when_that_is_set_right_and_keeps_what_was_voted(store: Store) -> None:
    guus, roos, bram = (
        next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam.startswith(naam))
        for naam in ("Guus", "Roos", "Bram")
    )
    set_aanwezig(store, roos.id, aanwezig=False)
    stemming = call_stemming(store, "oever", "", wijze=Stemwijze.HOOFDELIJK)
    for stem in stemming.stemmen:
        stemming = give_stem(store, stemming.id, stem.id, Keuze.VOOR)
    assert changed_deelnemers(store.zitting("maart"), stemming) == ((), ())
    set_aanwezig(store, roos.id, aanwezig=True)
    set_aanwezig(store, bram.id, aanwezig=False)
    assert changed_deelnemers(store.zitting("maart"), stemming) == (("Roos van Dalen",), ("Bram Sluiter",))
    stemming = refresh_deelnemers(store, stemming.id)
    assert {stem.naam: stem.keuze for stem in stemming.stemmen} == {guus.naam: Keuze.VOOR, roos.naam: None}


def test_hands_that_were_counted_are_not_lost_to_a_shorter_list(store: Store) -> None:
    stemming = count_stemming(store, call_stemming(store, "oever", "").id, voor=3, tegen=0)
    set_aanwezig(store, store.presenties.van_vergadering("maart")[0].id, aanwezig=False)
    with pytest.raises(TeVeelStemmen):
        refresh_deelnemers(store, stemming.id)
    for wie in store.presenties.van_vergadering("maart"):
        set_aanwezig(store, wie.id, aanwezig=False)
    with pytest.raises(NiemandStemt):
        refresh_deelnemers(store, stemming.id)
    assert store.stemmingen.get(stemming.id) == stemming


def test_a_secret_vote_takes_numbers_and_no_names(store: Store) -> None:
    stemming = call_stemming(store, "oever", "", wijze=Stemwijze.SCHRIFTELIJK)
    with pytest.raises(StemGeheim):
        give_stem(store, stemming.id, stemming.stemmen[0].id, Keuze.TEGEN)
    geteld = count_stemming(store, stemming.id, voor=1, tegen=1)
    assert [stem.keuze for stem in geteld.stemmen] == [None, None, None]


def test_names_that_an_older_version_kept_with_a_secret_vote_are_not_read(store: Store) -> None:
    stemming = call_stemming(store, "oever", "", wijze=Stemwijze.HOOFDELIJK)
    gegeven = give_stem(store, stemming.id, stemming.stemmen[0].id, Keuze.TEGEN)
    assert gegeven.tel(Keuze.TEGEN) == 1
    Tabel.save(store.stemmingen, replace(gegeven, wijze=Stemwijze.SCHRIFTELIJK, stemmen=()))
    assert [stem.keuze for stem in store.stemmingen.get(stemming.id).stemmen] == [None, None, None]
