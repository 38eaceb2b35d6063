"""Who is absent may let another member vote in their place."""

from dataclasses import replace
from datetime import time

import pytest

from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.presentiewoorden import afwezige, namenlijst
from tk_desktop.domain.stemming import Keuze, Stemwijze
from tk_desktop.domain.stemwoorden import kanten
from tk_desktop.domain.volmacht import VolmachtenVol, VolmachtOnmogelijk
from tk_desktop.meeting.presentielijst import remove_aanwezige
from tk_desktop.minutes.deuren import come_back
from tk_desktop.minutes.presentie import (
    come_in,
    declare_belang,
    leave,
    prepare_presentie,
    send_vervanger,
    set_aanwezig,
)
from tk_desktop.minutes.stemmingen import call_stemming, give_stem
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.volmacht import give_volmacht
from tk_desktop.pack.controleren import check
from tk_desktop.store.werkmap import Store


def _wie(store: Store, naam: str) -> Presentie:
    prepare_presentie(store, "maart")
    return next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam == naam)


def _mee(store: Store, punt_id: str = "oever") -> list[str]:
    zitting = store.zitting("maart")
    return [wie.naam for wie in zitting.deelnemers(zitting.opname.punt(punt_id))]


def test_the_vote_of_who_is_absent_is_cast_by_who_has_the_volmacht(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "roos  van dalen")
    assert _mee(store) == ["Guus Meerdink", "Roos van Dalen", "Bram Sluiter"]
    zitting = store.zitting("maart")
    assert zitting.quorum(zitting.opname.punt("oever")).aanwezig == 2, "a quorum is of who are there"
    assert (
        afwezige(bram, zitting.presentie, zitting.opname.nummers)
        == "Bram Sluiter (Kadijk; met bericht; volmacht aan Roos van Dalen)"
    )
    stemming = call_stemming(store, "oever", "Het plan", wijze=Stemwijze.HOOFDELIJK)
    stemming = give_stem(store, stemming.id, stemming.stemmen[2].id, Keuze.VOOR)
    assert next(iter(kanten(stemming))) == "Voor: Bram Sluiter (Kadijk, bij volmacht door Roos van Dalen)."


def test_where_who_has_it_takes_no_part_the_vote_is_not_cast(store: Store) -> None:
    give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    declare_belang(store, _wie(store, "Roos van Dalen").id, "sluis")
    assert _mee(store, "sluis") == ["Guus Meerdink"]


def test_coming_in_or_being_absent_again_takes_the_volmacht_back(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    er = come_in(store, bram.id, "oever", om=time(10))
    assert er.volmacht_id is None
    bram = give_volmacht(store, set_aanwezig(store, er.id, aanwezig=False).id, "Roos van Dalen")
    assert set_aanwezig(store, bram.id, aanwezig=False).volmacht_id is None
    assert _mee(store) == ["Guus Meerdink", "Roos van Dalen"]


@pytest.mark.parametrize("aan", ["Femke Aalders", "Bram Sluiter", "Niemand", ""])
def test_only_another_member_who_is_there_can_have_it(store: Store, aan: str) -> None:
    wie = set_aanwezig(store, _wie(store, "Bram Sluiter").id, aanwezig=False)
    with pytest.raises(VolmachtOnmogelijk, match="Bram Sluiter"):
        give_volmacht(store, wie.id, aan)


def test_a_member_with_a_substitute_has_no_vote_to_give(store: Store) -> None:
    bram = _wie(store, "Bram Sluiter")
    send_vervanger(store, bram.id, "Wies Boon")
    with pytest.raises(VolmachtOnmogelijk):
        give_volmacht(store, bram.id, "Roos van Dalen")


def test_who_leaves_and_gives_a_volmacht_was_there_until_then(store: Store) -> None:
    guus = leave(store, _wie(store, "Guus Meerdink").id, "oever", om=time(9, 40))
    gegeven = give_volmacht(store, guus.id, "Roos van Dalen", vanaf="sluis", om=time(9, 45))
    zitting = store.zitting("maart")
    opname = zitting.opname
    assert [zitting.quorum(punt).aanwezig for punt in opname.agendapunten] == [3, 3, 2, 2]
    assert _mee(store, "oever") == ["Guus Meerdink", "Bram Sluiter", "Roos van Dalen"]
    assert _mee(store, "sluis") == ["Bram Sluiter", "Roos van Dalen", "Guus Meerdink"]
    er = next(wie for wie in zitting.aanwezigen() if wie.naam == "Guus Meerdink")
    assert (er.tot_punt_id, er.vertrokken) == ("oever", time(9, 40)), "what was told of the leaving stays"
    assert namenlijst([er], opname.nummers) == "Guus Meerdink (voorzitter; Veenhoek; t/m punt 2)"
    assert afwezige(gegeven, zitting.presentie, opname.nummers) == (
        "Guus Meerdink (Veenhoek; vanaf punt 3 volmacht aan Roos van Dalen)"
    )
    weer = come_back(store, er.id, "koop", time(10, 5))
    assert (weer.van_punt_id, weer.volmacht_id) == ("koop", None)
    assert _mee(store, "sluis") == ["Bram Sluiter", "Roos van Dalen", "Guus Meerdink"]
    assert _mee(store, "koop")[0] == "Guus Meerdink"
    assert store.presenties.get(gegeven.id).tot_punt_id == "sluis"


def test_who_is_there_still_gives_it_from_an_item_on_and_who_comes_later_until_then(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen", vanaf="oever", om=time(9, 30))
    zitting = store.zitting("maart")
    er = next(wie for wie in zitting.aanwezigen() if wie.naam == "Bram Sluiter")
    assert (er.tot_punt_id, er.vertrokken, bram.van_punt_id) == ("opening", time(9, 30), "oever")
    later = give_volmacht(store, bram.id, "Guus Meerdink", vanaf="koop")
    assert store.presenties.get(bram.id).tot_punt_id == "sluis", "until then it was another who voted"
    assert (later.van_punt_id, later.tot_punt_id) == ("koop", None)
    roos = come_in(store, _wie(store, "Roos van Dalen").id, "sluis")
    tot_dan = give_volmacht(store, roos.id, "Guus Meerdink")
    assert (tot_dan.van_punt_id, tot_dan.tot_punt_id) == (None, "oever")
    assert _mee(store, "opening") == ["Guus Meerdink", "Bram Sluiter", "Roos van Dalen"]


def test_who_was_absent_and_comes_in_had_a_volmacht_until_then(store: Store) -> None:
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    er = come_in(store, bram.id, "sluis", om=time(10))
    assert (er.van_punt_id, er.volmacht_id, store.presenties.get(bram.id).tot_punt_id) == ("sluis", None, "oever")
    assert _mee(store, "oever") == ["Guus Meerdink", "Roos van Dalen", "Bram Sluiter"]
    stemming = call_stemming(store, "oever", "Het plan")
    assert [stem.namens for stem in stemming.stemmen][-1] == "Kadijk, bij volmacht door Roos van Dalen"
    set_aanwezig(store, er.id, aanwezig=False)
    assert [wie.naam for wie in store.presenties.van_vergadering("maart")].count("Bram Sluiter") == 1


def test_a_volmacht_stays_with_who_has_it_when_one_of_their_times_goes_from_the_list(store: Store) -> None:
    roos = leave(store, _wie(store, "Roos van Dalen").id, "opening", om=time(9, 10))
    terug = come_back(store, roos.id, "sluis", time(9, 40))
    bram = give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen")
    weg, blijft = (roos, terug) if bram.volmacht_id == roos.id else (terug, roos)
    remove_aanwezige(store, weg.id)
    assert store.presenties.get(bram.id).volmacht_id == blijft.id
    remove_aanwezige(store, blijft.id)
    over = store.presenties.get(bram.id)
    assert (over.volmacht_id, over.aanwezig, over.is_begrensd) == (None, False, False)


def test_a_body_can_say_for_how_many_others_one_member_may_vote(store: Store) -> None:
    store.gremia.save(replace(store.gremia.get("bc"), volmachten=1))
    give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen", vanaf="sluis")
    with pytest.raises(VolmachtenVol, match="bij punt 3 voor 2 anderen"):
        give_volmacht(store, _wie(store, "Guus Meerdink").id, "Roos van Dalen")
    assert _mee(store, "sluis") == ["Guus Meerdink", "Roos van Dalen", "Bram Sluiter"], "nothing changed"
    store.gremia.save(replace(store.gremia.get("bc"), volmachten=None))
    give_volmacht(store, _wie(store, "Guus Meerdink").id, "Roos van Dalen")
    open_zitting(store, "maart", time(9))
    gevonden = [een for een in check(store, "maart") if een.code == "ZT12"]
    assert [een.wat for een in gevonden] == [
        "Roos van Dalen stemt bij 3 voor 2 anderen: Guus Meerdink en Bram Sluiter."
    ]


def test_a_volmacht_for_closed_items_alone_is_not_told_to_everybody(store: Store) -> None:
    give_volmacht(store, _wie(store, "Bram Sluiter").id, "Roos van Dalen", vanaf="koop")
    open_ = store.zitting("maart").voor_iedereen()
    assert all(wie.volmacht_id is None for wie in open_.presentie)
    assert [wie.naam for wie in open_.presentie].count("Bram Sluiter") == 1
