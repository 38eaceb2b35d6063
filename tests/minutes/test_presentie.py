"""The list of names is ready before the meeting, and follows who comes and goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.presentie import (
    Hoedanigheid,
    Presentie,
    PresentieOnmogelijk,
    StemZonderZetel,
    TijdenOnmogelijk,
    ZetelDubbel,
)
from tk_desktop.domain.presentiewoorden import naam_op_de_lijst
from tk_desktop.domain.vergadering import Afmelding
from tk_desktop.domain.verslag import VerslagVastgesteld
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.agenda import remove_punt
from tk_desktop.meeting.presentielijst import remove_aanwezige
from tk_desktop.minutes.deuren import come_back
from tk_desktop.minutes.presentie import (
    NaamNodig,
    add_aanwezige,
    be_there_throughout,
    come_in,
    declare_belang,
    leave,
    let_preside,
    prepare_presentie,
    send_vervanger,
    set_aanwezig,
    set_grenzen,
    withdraw_belang,
    withdraw_belang_of,
)
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import approve_verslag
from tk_desktop.minutes.volmacht import give_volmacht
from tk_desktop.store.werkmap import Store


def _wie(store: Store, naam: str) -> Presentie:
    return next(wie for wie in store.presenties.van_vergadering("maart") if wie.naam == naam)


def _klaar(store: Store) -> None:
    prepare_presentie(store, "maart")


def test_the_list_begins_with_the_chair_and_ends_with_the_secretary(store: Store) -> None:
    lijst = prepare_presentie(store, "maart").presentie
    assert [(wie.naam, wie.namens, wie.hoedanigheid.value, wie.stemgewicht) for wie in lijst] == [
        ("Guus Meerdink", "Veenhoek", "voorzitter", 5),
        ("Bram Sluiter", "Kadijk", "lid", 1),
        ("Roos van Dalen", "Oostwaard", "lid", 1),
        ("Femke Aalders", "", "secretaris", 0),
    ]


def test_preparing_again_adds_nobody_twice_and_keeps_what_was_told(store: Store) -> None:
    _klaar(store)
    set_aanwezig(store, _wie(store, "Bram Sluiter").id, aanwezig=False, met_bericht=True)
    eerst = store.zitting("maart")
    assert prepare_presentie(store, "maart") == eerst


def test_who_told_they_cannot_come_is_absent_and_the_substitute_has_the_vote(store: Store) -> None:
    store.afmeldingen.save(
        Afmelding(id="a", vergadering_id="maart", lid_id="zetel-guus", vervanger_id="femke", reden="ziek")
    )
    _klaar(store)
    guus = _wie(store, "Guus Meerdink")
    assert (guus.aanwezig, guus.met_bericht) == (False, True)
    femke = next(w for w in store.presenties.van_vergadering("maart") if w.hoedanigheid is Hoedanigheid.VERVANGER)
    assert (femke.naam, femke.lid_id, femke.stemgewicht, femke.aanwezig) == ("Femke Aalders", "zetel-guus", 5, True)


def test_who_leaves_after_an_item_is_there_until_and_including_it(store: Store) -> None:
    _klaar(store)
    leave(store, _wie(store, "Bram Sluiter").id, "oever", om=time(9, 40))
    zitting = store.zitting("maart")
    namen = {id_: {wie.naam for wie in zitting.aanwezigen(zitting.opname.punt(id_))} for id_ in ("oever", "sluis")}
    assert "Bram Sluiter" in namen["oever"] - namen["sluis"]


def test_nobody_leaves_before_coming_and_nothing_changes(store: Store) -> None:
    _klaar(store)
    bram = come_in(store, _wie(store, "Bram Sluiter").id, "sluis", om=time(9, 40))
    with pytest.raises(PresentieOnmogelijk, match="van punt 3 t/m punt 1"):
        leave(store, bram.id, "opening")
    assert _wie(store, "Bram Sluiter") == bram


def test_who_turns_out_to_be_absent_came_and_went_at_no_item(store: Store) -> None:
    _klaar(store)
    bram = leave(store, _wie(store, "Bram Sluiter").id, "oever", om=time(9, 40))
    weg = set_aanwezig(store, bram.id, aanwezig=False)
    assert (weg.tot_punt_id, weg.vertrokken, weg.aanwezig) == (None, None, False)
    assert leave(store, bram.id, None).aanwezig


def test_a_guest_has_no_vote_and_needs_a_name(store: Store) -> None:
    gast = add_aanwezige(
        store, "maart", " Coen  Ruis ", hoedanigheid=Hoedanigheid.GENODIGDE, functie="directeur aannemer"
    )
    assert (gast.naam, gast.stemgewicht) == ("Coen Ruis", 0)
    with pytest.raises(NaamNodig):
        add_aanwezige(store, "maart", " ", hoedanigheid=Hoedanigheid.GENODIGDE)
    remove_aanwezige(store, gast.id)
    assert store.presenties.van_vergadering("maart") == ()


def test_an_interest_is_declared_once_and_can_be_withdrawn(store: Store) -> None:
    _klaar(store)
    roos = _wie(store, "Roos van Dalen")
    declare_belang(store, roos.id, "oever", "grondeigenaar")
    belang = declare_belang(store, roos.id, "oever")
    assert store.belangen.van_punt("oever") == (belang,)
    zitting = store.zitting("maart")
    assert roos not in zitting.deelnemers(zitting.opname.punt("oever"))
    withdraw_belang(store, belang.id)
    assert store.belangen.van_punt("oever") == ()


def test_the_list_of_an_approved_verslag_stays_as_it_was(store: Store) -> None:
    _klaar(store)
    open_zitting(store, "maart", time(9, 0))
    approve_verslag(store, "maart", op=date(2026, 4, 8))
    with pytest.raises(VerslagVastgesteld):
        set_aanwezig(store, _wie(store, "Bram Sluiter").id, aanwezig=False)


def test_a_substitute_sits_there_with_the_vote_of_the_member(store: Store) -> None:
    zitting = prepare_presentie(store, "maart")
    guus = next(wie for wie in zitting.presentie if wie.naam == "Guus Meerdink")
    vervanger = send_vervanger(store, guus.id, " Wies  Duin ")
    assert (vervanger.naam, vervanger.namens, vervanger.stemgewicht) == ("Wies Duin", "Veenhoek", 5)
    assert vervanger.hoedanigheid is Hoedanigheid.VERVANGER
    lid = store.presenties.get(guus.id)
    assert (lid.aanwezig, lid.met_bericht) == (False, True)
    with pytest.raises(NaamNodig):
        send_vervanger(store, guus.id, " ")


def test_when_somebody_was_there_is_set_right_afterwards(store: Store) -> None:
    _klaar(store)
    roos = _wie(store, "Roos van Dalen")

    def zet(van: str | None, tot: str | None, gekomen: time | None = None, vertrokken: time | None = None) -> Presentie:
        return set_grenzen(
            store, roos.id, van=van, tot=tot, gekomen=gekomen, vertrokken=vertrokken, stemgewicht=roos.stemgewicht
        )

    zet("oever", "sluis", time(9, 20), time(10, 5))
    assert [
        punt for punt in store.zitting("maart").rij if _wie(store, roos.naam).is_bij(punt, store.zitting("maart").rij)
    ] == [
        "oever",
        "sluis",
    ]
    with pytest.raises(PresentieOnmogelijk):
        zet("sluis", "oever")
    with pytest.raises(TijdenOnmogelijk, match=r"om 09\.00 zijn weggegaan en om 09\.20"):
        zet("oever", "sluis", time(9, 20), time(9, 0))
    assert _wie(store, roos.naam).vertrokken == time(10, 5)
    assert not zet(None, None).is_deels


def test_a_guest_comes_for_one_item(store: Store) -> None:
    _klaar(store)
    gast = add_aanwezige(store, "maart", "Noor Wijnbergen", hoedanigheid=Hoedanigheid.GENODIGDE, alleen_bij="sluis")
    rij = store.zitting("maart").rij
    assert [punt for punt in rij if gast.is_bij(punt, rij)] == ["sluis"]


def test_the_votes_of_a_seat_follow_the_roster_until_the_meeting_is_opened(store: Store) -> None:
    _klaar(store)
    zetel = store.leden.get("zetel-roos")
    store.leden.save(replace(zetel, stemgewicht=7))
    open_zitting(store, "maart", time(9, 0))
    assert _wie(store, "Roos van Dalen").stemgewicht == 7
    store.leden.save(replace(zetel, stemgewicht=9))
    open_zitting(store, "maart", time(9, 0))
    assert _wie(store, "Roos van Dalen").stemgewicht == 7


def test_a_member_does_not_vote_beside_their_substitute(store: Store) -> None:
    _klaar(store)
    guus = _wie(store, "Guus Meerdink")
    piet = send_vervanger(store, guus.id, "Piet Vervanger")
    with pytest.raises(ZetelDubbel):
        set_aanwezig(store, guus.id, aanwezig=True)
    with pytest.raises(ZetelDubbel):
        come_in(store, guus.id, "oever")
    with pytest.raises(ZetelDubbel):
        come_back(store, guus.id, "oever", time(9, 30))
    zitting = store.zitting("maart")
    assert zitting.quorum(zitting.opname.punt("oever")).aanwezig == 3
    assert not _wie(store, "Guus Meerdink").aanwezig
    leave(store, piet.id, "opening")
    come_in(store, guus.id, "oever")
    zitting = store.zitting("maart")
    voor, na = (zitting.deelnemers(zitting.opname.punt(id_)) for id_ in ("opening", "oever"))
    assert [wie.stemgewicht for wie in voor] == [1, 1, 5]
    assert [wie.stemgewicht for wie in na] == [5, 1, 1]


def test_substitutes_without_a_seat_make_no_quorum(store: Store) -> None:
    _klaar(store)
    for naam in "ABCDE":
        add_aanwezige(store, "maart", naam, hoedanigheid=Hoedanigheid.VERVANGER)
    for wie in store.zitting("maart").presentie:
        if wie.lid_id is not None:
            set_aanwezig(store, wie.id, aanwezig=False)
    zitting = store.zitting("maart")
    assert zitting.quorum(zitting.opname.punt("oever")).aanwezig == 0


def test_another_substitute_takes_the_place_of_the_first(store: Store) -> None:
    _klaar(store)
    guus = _wie(store, "Guus Meerdink")
    send_vervanger(store, guus.id, "Piet")
    send_vervanger(store, guus.id, "Jan")
    assert [wie.naam for wie in store.zitting("maart").presentie if wie.hoedanigheid is Hoedanigheid.VERVANGER] == [
        "Jan"
    ]


def test_who_comes_back_still_has_the_interest_they_declared(store: Store) -> None:
    _klaar(store)
    roos = _wie(store, "Roos van Dalen")
    eerst = declare_belang(store, roos.id, "sluis")
    leave(store, roos.id, "opening")
    terug = come_back(store, roos.id, "sluis", time(10))
    zitting = store.zitting("maart")
    sluis, oever = (zitting.opname.punt(id_) for id_ in ("sluis", "oever"))
    assert "Roos van Dalen" not in [wie.naam for wie in zitting.deelnemers(sluis)]
    assert zitting.met_belang(sluis) == {roos.id, terug.id}
    assert zitting.met_belang(oever) == frozenset()
    assert declare_belang(store, terug.id, "sluis", "Woont ernaast").id == eerst.id, "once is enough"
    remove_aanwezige(store, roos.id)
    assert [(een.presentie_id, een.reden) for een in store.belangen.van_punt("sluis")] == [(terug.id, "Woont ernaast")]
    remove_aanwezige(store, terug.id)
    assert store.belangen.van_punt("sluis") == ()


def test_who_takes_the_chair_is_the_chair_in_every_paper(store: Store) -> None:
    _klaar(store)
    let_preside(store, _wie(store, "Roos van Dalen").id)
    zitting = store.zitting("maart")
    assert {wie.naam: wie.hoedanigheid for wie in zitting.presentie if wie.hoedanigheid.is_bestuurder} == {
        "Guus Meerdink": Hoedanigheid.LID,
        "Roos van Dalen": Hoedanigheid.VOORZITTER,
        "Bram Sluiter": Hoedanigheid.LID,
    }
    assert zitting.opname.vergadering.voorzitter_id == "roos"


def test_the_substitute_chair_is_named_as_such(store: Store) -> None:
    store.leden.save(replace(store.leden.get("zetel-bram"), rol=Rol.PLAATSVERVANGEND_VOORZITTER))
    zitting = prepare_presentie(store, "maart")
    bram = _wie(store, "Bram Sluiter")
    assert naam_op_de_lijst(bram, {}) == "Bram Sluiter (Kadijk; plv. voorzitter)"
    assert zitting.kunnen_voorzitten(zitting.opname.agendapunten[0])[0] == bram
    assert naam_op_de_lijst(let_preside(store, bram.id), {}) == "Bram Sluiter (voorzitter; Kadijk)"


def test_votes_are_for_who_has_a_seat_alone(store: Store) -> None:
    prepare_presentie(store, "maart")
    for soort in (Hoedanigheid.GENODIGDE, Hoedanigheid.VERVANGER):
        gast = add_aanwezige(store, "maart", f"Kees {soort}", hoedanigheid=soort)
        with pytest.raises(StemZonderZetel, match=f"Kees {soort}"):
            set_grenzen(store, gast.id, van=None, tot=None, gekomen=None, vertrokken=None, stemgewicht=9)
        if soort is Hoedanigheid.GENODIGDE:
            store.presenties.save(replace(gast, stemgewicht=9))  # as an earlier version could keep it
    zitting = store.zitting("maart")
    oever = zitting.opname.punt("oever")
    assert {wie.naam for wie in zitting.deelnemers(oever)} == {"Guus Meerdink", "Roos van Dalen", "Bram Sluiter"}
    assert zitting.quorum(oever).aanwezig == 3


def test_an_interest_goes_in_whichever_row_it_was_declared(store: Store) -> None:
    (wie, *_) = prepare_presentie(store, "maart").presentie
    declare_belang(store, wie.id, "koop")
    leave(store, wie.id, "oever", om=time(9, 30))
    terug = come_back(store, wie.id, "koop", time(10))
    withdraw_belang_of(store, terug.id, "koop")
    assert store.zitting("maart").belangen == ()


def test_who_was_there_throughout_came_and_went_at_no_item(store: Store) -> None:
    (wie, *_) = prepare_presentie(store, "maart").presentie
    leave(store, wie.id, "oever", om=time(9, 30))
    assert not be_there_throughout(store, wie.id).is_deels


def test_a_name_from_a_verslag_that_was_taken_in_keeps_its_vote_when_its_times_are_set_right(store: Store) -> None:
    prepare_presentie(store, "maart")
    gast = add_aanwezige(store, "maart", "Wim Tol", hoedanigheid=Hoedanigheid.LID)
    store.presenties.save(replace(gast, stemgewicht=1))  # of whom no seat is known
    weg = leave(store, gast.id, "oever", om=time(9, 40))
    na = set_grenzen(store, gast.id, van=None, tot="sluis", gekomen=None, vertrokken=None, stemgewicht=1)
    assert (weg.stemgewicht, na.tot_punt_id) == (1, "sluis")


def _weg(store: Store, punt_id: str) -> None:
    remove_punt(store, punt_id)


def _ingetrokken(store: Store, punt_id: str) -> None:
    withdraw_punt(store, punt_id, "Het stuk is niet klaar.")


@pytest.mark.parametrize("gaat", [_weg, _ingetrokken])
def test_who_came_or_left_at_an_item_that_leaves_the_agenda_did_so_at_the_one_beside_it(
    store: Store, gaat: Callable[[Store, str], None]
) -> None:
    """Without that item nothing would bound them: who came late would count for the quorum from the start."""
    _klaar(store)
    come_in(store, _wie(store, "Bram Sluiter").id, "sluis", om=time(10))
    leave(store, _wie(store, "Roos van Dalen").id, "sluis", om=time(11))
    gaat(store, "sluis")
    zitting = store.zitting("maart")
    assert (_wie(store, "Bram Sluiter").van_punt_id, _wie(store, "Bram Sluiter").gekomen) == ("koop", time(10))
    assert (_wie(store, "Roos van Dalen").tot_punt_id, _wie(store, "Roos van Dalen").vertrokken) == ("oever", time(11))
    assert [zitting.quorum(punt).aanwezig for punt in zitting.opname.agendapunten] == [2, 2, 2]


@pytest.mark.parametrize("gaat", [_weg, _ingetrokken])
def test_who_was_there_for_an_item_that_leaves_the_agenda_alone_was_not_there(
    store: Store, gaat: Callable[[Store, str], None]
) -> None:
    """A guest of a closed item would else be named in the open verslag, as one who was there all the time."""
    _klaar(store)
    add_aanwezige(store, "maart", "Coen Ruis", hoedanigheid=Hoedanigheid.GENODIGDE, alleen_bij="koop")
    bram = _wie(store, "Bram Sluiter")
    come_in(store, bram.id, "koop")
    give_volmacht(store, _wie(store, "Roos van Dalen").id, "Bram Sluiter", vanaf="koop")
    gaat(store, "koop")
    lijst = store.presenties.van_vergadering("maart")
    assert "Coen Ruis" not in {wie.naam for wie in lijst}
    assert [(wie.aanwezig, wie.is_begrensd) for wie in lijst if wie.naam == "Bram Sluiter"] == [(False, False)]
    (roos,) = (wie for wie in lijst if wie.naam == "Roos van Dalen")
    assert (roos.aanwezig, roos.volmacht_id) == (True, None)
