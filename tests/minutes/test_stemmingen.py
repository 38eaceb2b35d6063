"""A vote is called with who is there then, and never counts more than they are."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.verpakt import paginateksten
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.stemming import Keuze, Stemsoort, Stemuitslag, Stemwijze, TeVeelStemmen
from tk_desktop.domain.stemwoorden import ingediend
from tk_desktop.export.verslag import write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.besluiten import edit_besluit, record_besluit
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
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.pack.controleren import check
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


def test_an_amendement_is_voted_on_by_who_handed_it_in_and_belongs_in_the_besluit(store: Store) -> None:
    amendement = call_stemming(
        store, "oever", "De oever vóór 2027 te herstellen.", soort=Stemsoort.AMENDEMENT, indiener=" Roos  van Dalen "
    )
    voorstel = call_stemming(store, "oever", "", indiener="Niemand")
    assert (amendement.indiener, voorstel.indiener, voorstel.soort) == ("Roos van Dalen", "", Stemsoort.VOORSTEL)
    wat = "Amendement van Roos van Dalen: De oever vóór 2027 te herstellen"
    assert ingediend(amendement) == f"{wat}; niet in stemming gebracht"
    amendement = count_stemming(store, amendement.id, voor=2, tegen=1)
    assert (ingediend(amendement), ingediend(voorstel)) == (wat, "")
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=date(2026, 3, 11))
    open_zitting(store, "maart", time(9))
    (gevonden,) = [een for een in check(store, "maart") if een.code == "ZT15"]
    assert gevonden.bij == "oever"
    edit_besluit(store, besluit.id, uitkomst=Uitkomst.GEWIJZIGD, tekst="De oever vóór 2027 te herstellen.")
    assert "ZT15" not in {een.code for een in check(store, "maart")}
    anders = edit_stemming(
        store, amendement.id, onderwerp=amendement.onderwerp, besloten=False, indiener="Bram Sluiter"
    )
    assert anders.indiener == "Bram Sluiter"


def test_a_verslag_tells_of_motions_and_amendments_with_how_was_voted(store: Store, tmp_path: Path) -> None:
    motie = call_stemming(store, "oever", "Elk jaar te melden hoe het staat.", soort=Stemsoort.MOTIE, indiener="Kadijk")
    count_stemming(store, motie.id, voor=3, tegen=0)
    call_stemming(store, "sluis", "De sluis te sluiten.", soort=Stemsoort.AMENDEMENT)
    pad = write_verslag(store.zitting("maart").voor_iedereen(), tmp_path / "verslag.pdf", Vorm.PDF)
    tekst = " ".join(" ".join(paginateksten(pad)).split())
    assert "Motie van Kadijk: Elk jaar te melden hoe het staat. Stemming: 3 voor; aangenomen." in tekst
    assert "Amendement: De sluis te sluiten; niet in stemming gebracht." in tekst
    edit_stemming(store, motie.id, onderwerp="", besloten=True)
    assert store.zitting("maart").voor_iedereen().stemmingen_bij(store.opname("maart").punt("oever")) == ()
