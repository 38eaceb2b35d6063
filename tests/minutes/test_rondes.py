"""A round of letters asks who may vote, and ends in a besluit or at the table."""

from collections.abc import Callable
from datetime import date, time

import pytest

from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.ronde import (
    Antwoord,
    ReactieTeLaat,
    Ronde,
    RondeAlBesloten,
    RondeLoopt,
    RondeOnmogelijk,
    Rondestand,
)
from tk_desktop.minutes.besluiten import record_besluit, remove_besluit
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.minutes.rondes import (
    decide_ronde,
    extend_ronde,
    record_reactie,
    remove_ronde,
    send_ronde,
)
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.store.werkmap import Store

OP, LATER, UITERLIJK, DAARNA = date(2026, 4, 1), date(2026, 4, 3), date(2026, 4, 8), date(2026, 4, 9)


def _ronde(store: Store, *antwoorden: Antwoord) -> Ronde:
    ronde = send_ronde(store, "oever", op=OP, uiterlijk=UITERLIJK)
    for reactie, antwoord in zip(ronde.reacties, antwoorden, strict=False):
        ronde = record_reactie(store, ronde.id, reactie.id, antwoord, op=LATER, toelichting=" Prima. ")
    return ronde


def test_a_round_asks_every_member_with_a_vote_and_not_the_secretary(store: Store) -> None:
    assert {reactie.naam for reactie in _ronde(store).reacties} == {"Guus Meerdink", "Roos van Dalen", "Bram Sluiter"}


def test_a_round_in_which_most_agree_becomes_a_besluit_when_it_ends(store: Store) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD, Antwoord.AKKOORD)
    with pytest.raises(RondeLoopt, match="loopt"):
        decide_ronde(store, ronde.id, op=UITERLIJK)
    assert decide_ronde(store, ronde.id, op=DAARNA).uitkomst is Uitkomst.CONFORM


def test_one_who_wants_to_talk_takes_it_to_a_meeting(store: Store) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD, Antwoord.BESPREKEN)
    assert ronde.stand(LATER) is Rondestand.NAAR_VERGADERING
    with pytest.raises(RondeLoopt, match="naar een vergadering"):
        decide_ronde(store, ronde.id, op=DAARNA)


def test_an_answer_after_the_last_day_counts_only_when_the_round_is_extended(store: Store) -> None:
    ronde = _ronde(store)
    wie = ronde.reacties[0]
    with pytest.raises(ReactieTeLaat, match=wie.naam):
        record_reactie(store, ronde.id, wie.id, Antwoord.AKKOORD, op=DAARNA)
    extend_ronde(store, ronde.id, DAARNA)
    ronde = record_reactie(store, ronde.id, wie.id, Antwoord.NIET_AKKOORD, op=DAARNA)
    assert ronde.reacties[0].antwoord is Antwoord.NIET_AKKOORD


def test_a_round_does_not_end_before_it_begins_and_does_not_go_on_twice(store: Store) -> None:
    with pytest.raises(RondeOnmogelijk, match="vóór"):
        send_ronde(store, "oever", op=OP, uiterlijk=date(2026, 3, 31))
    ronde = _ronde(store)
    with pytest.raises(RondeOnmogelijk, match="loopt al"):
        send_ronde(store, "oever", op=LATER, uiterlijk=UITERLIJK)
    with pytest.raises(RondeOnmogelijk, match="vóór"):
        extend_ronde(store, ronde.id, date(2026, 3, 31))
    assert store.rondes.van_vergadering("maart") == (ronde,)


def test_a_round_gives_one_besluit_and_names_it(store: Store) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD, Antwoord.AKKOORD)
    besluit = decide_ronde(store, ronde.id, op=DAARNA)
    assert store.rondes.get(ronde.id).besluit(store.besluiten.van_punt("oever")) == besluit
    with pytest.raises(RondeAlBesloten, match=besluit.nummer):
        decide_ronde(store, ronde.id, op=DAARNA)


def test_an_answer_that_was_a_mistake_is_taken_back_and_so_is_a_round(store: Store) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD)
    terug = record_reactie(store, ronde.id, ronde.reacties[0].id, None, op=LATER)
    assert (terug.reacties[0].antwoord, terug.reacties[0].ontvangen) == (None, None)
    assert (terug.tel(None), terug.tel(Antwoord.AKKOORD)) == (3, 0)
    remove_ronde(store, ronde.id)
    assert store.rondes.van_punt("oever") == ()


@pytest.mark.parametrize("uitkomst", [Uitkomst.AANGEHOUDEN, Uitkomst.CONFORM])
def test_what_was_decided_at_the_table_is_not_what_a_round_decided(store: Store, uitkomst: Uitkomst) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD, Antwoord.AKKOORD)
    aan_tafel = record_besluit(store, "oever", uitkomst, op=LATER)
    assert ronde.besluit(store.besluiten.van_punt("oever")) is None
    besluit = decide_ronde(store, ronde.id, op=DAARNA)
    assert (besluit.uitkomst, besluit.id == aan_tafel.id) == (Uitkomst.CONFORM, False)


WIJZIGINGEN: dict[str, Callable[[Store, Ronde], object]] = {
    "antwoord": lambda store, ronde: record_reactie(
        store, ronde.id, ronde.reacties[0].id, Antwoord.NIET_AKKOORD, op=LATER
    ),
    "laatste dag": lambda store, ronde: extend_ronde(store, ronde.id, date(2026, 5, 1)),
    "weg": lambda store, ronde: remove_ronde(store, ronde.id),
}


@pytest.mark.parametrize("wat", WIJZIGINGEN)
def test_a_round_that_ended_in_a_besluit_stays_as_it_was_until_that_goes(store: Store, wat: str) -> None:
    ronde = _ronde(store, Antwoord.AKKOORD, Antwoord.AKKOORD)
    besluit = decide_ronde(store, ronde.id, op=DAARNA)
    with pytest.raises(RondeAlBesloten, match=besluit.nummer):
        WIJZIGINGEN[wat](store, ronde)
    assert store.rondes.get(ronde.id).reacties == ronde.reacties
    remove_besluit(store, besluit.id)
    assert store.rondes.get(ronde.id) == ronde
    WIJZIGINGEN[wat](store, ronde)


def test_how_a_round_on_a_besloten_item_went_stays_with_the_members_when_the_item_opens(store: Store) -> None:
    open_zitting(store, "maart", time(9))
    plicht = impose_geheimhouding(
        store, "bc", "De oever", grond="economisch", orgaan="bestuurscommissie", op=OP, agendapunten=("oever",)
    )
    ronde = send_ronde(store, "oever", op=OP, uiterlijk=UITERLIJK)
    record_reactie(store, ronde.id, ronde.reacties[0].id, Antwoord.NIET_AKKOORD, op=OP)
    lift_geheimhouding(store, plicht.id, orgaan="bestuurscommissie", op=UITERLIJK)
    zitting = store.zitting("maart")
    assert not zitting.opname.is_besloten(zitting.opname.punt("oever"))
    assert zitting.voor_iedereen().rondes == ()
    assert [een.id for een in zitting.rondes] == [ronde.id]
    assert zitting.heeft_besloten(zitting.opname.punt("oever"))
    rijen = [een for een in store.publicaties.rijen("maart", uitkomsten=True) if een.tabel == "ronde"]
    assert [een.besloten for een in rijen] == [True]
