"""What somebody is to do is caught at the table and followed until it is done."""

from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import een_vergadering
from tk_desktop.domain.actie import Actiesoort, Actiestaat
from tk_desktop.domain.actieregel import ActieLeeg
from tk_desktop.minutes.acties import (
    NogGeenGremium,
    add_actie,
    edit_actie,
    edit_actieregel,
    owners,
    remove_actie,
    remove_acties,
    set_staat,
    set_staten,
    take_actieregel,
    take_from_verslag,
    take_losse_regel,
    tell_stand,
)
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

DAG = date(2026, 3, 11)
APRIL = date(2026, 4, 8)


def test_a_line_of_the_verslag_becomes_an_action_of_its_item(store: Store) -> None:
    actie = take_actieregel(store, "oever", "!WK/directie belt de aannemer voor 1 april")
    assert (actie.door, actie.tekst, actie.voor) == ("WK/directie", "belt de aannemer", date(2026, 4, 1))
    assert (actie.vergadering_id, actie.gremium_id, actie.ontstaan) == ("maart", "bc", DAG)
    assert actie.oorsprong == "WK/directie belt de aannemer voor 1 april"


def test_a_line_that_names_nobody_of_the_body_is_of_nobody_until_it_was_said_whose_such_a_task_is(store: Store) -> None:
    los = take_actieregel(store, "oever", "!Sluiswachters uitnodigen 1 april")
    assert (los.door, los.tekst, los.voor) == ("", "Sluiswachters uitnodigen", date(2026, 4, 1))
    assert (take_losse_regel(store, "Bel de aannemer", op=DAG).door) == ""
    nu = edit_actieregel(store, los.id, "!Sluisbeheer: nodigt sluiswachters uit", op=DAG)
    assert (nu.door, nu.tekst, nu.voor) == ("Sluisbeheer", "nodigt sluiswachters uit", None)
    assert take_actieregel(store, "oever", "!Sluisbeheer belt").door == "Sluisbeheer"


def test_what_is_agreed_behind_closed_doors_is_besloten(store: Store) -> None:
    assert take_actieregel(store, "koop", "!WK/directie belt de notaris").besloten
    assert not take_actieregel(store, "oever", "!WK/directie belt de aannemer").besloten


def test_a_line_with_a_besloten_passage_becomes_a_besloten_action_in_plain_words(store: Store) -> None:
    for regel in ("!GGD: belt over ~~GEHEIMBOD~~ 4 april", "!~~GGD: belt over GEHEIMBOD~~ 4 april"):
        actie = take_actieregel(store, "oever", regel)
        assert (actie.door, actie.tekst, actie.besloten) == ("GGD", "belt over GEHEIMBOD", True)
        assert (actie.oorsprong, actie.voor) == ("GGD: belt over GEHEIMBOD 4 april", date(2026, 4, 4))
    assert take_losse_regel(store, "GGD: belt over ~~GEHEIMBOD~~", op=DAG).besloten
    assert store.zitting("maart").voor_iedereen().acties == ()


def test_a_line_of_the_text_becomes_an_action_and_leaves_the_text_in_one_go(store: Store) -> None:
    write_besproken(store, "oever", "Er zijn vragen.\n\n!GGD: belt over ~~GEHEIM~~", besloten_deel="De prijs.")
    actie = take_from_verslag(store, "oever", "!GGD: belt over ~~GEHEIM~~", "Er zijn vragen.", in_besloten_deel=False)
    assert (actie.door, actie.tekst, actie.besloten) == ("GGD", "belt over GEHEIM", True)
    take_from_verslag(store, "oever", "!GGD: mailt", "", in_besloten_deel=True)
    verslag = store.zitting("maart").verslagen["oever"]
    assert (verslag.besproken, verslag.besloten_deel) == ("Er zijn vragen.", "")
    with pytest.raises(ActieLeeg):
        take_from_verslag(store, "oever", "!", "Weg.", in_besloten_deel=False)
    assert store.zitting("maart").verslagen["oever"].besproken == "Er zijn vragen."


def test_an_action_that_gets_a_besloten_passage_is_besloten_whatever_was_said(store: Store) -> None:
    actie = add_actie(store, "bc", "Belt over ~~GEHEIMBOD~~", op=DAG, punt_id="oever")
    assert actie.besloten
    open_ = add_actie(store, "bc", "Belt", op=DAG, punt_id="oever")
    edit_actie(store, open_.id, tekst="Belt over ~~GEHEIMBOD~~", door="", voor=None, besloten=False)
    assert [een.besloten for een in store.acties.all()] == [True, True]


def test_an_action_without_words_is_refused(store: Store) -> None:
    with pytest.raises(ActieLeeg):
        add_actie(store, "bc", " ", op=DAG)
    actie = add_actie(store, "bc", "Belt de aannemer", op=DAG)
    with pytest.raises(ActieLeeg):
        edit_actie(store, actie.id, tekst="", door="", voor=None)
    with pytest.raises(ActieLeeg):
        tell_stand(store, actie.id, " ", op=DAG)
    assert store.acties.get(actie.id) == actie


def test_an_action_can_be_changed_into_a_promise(store: Store) -> None:
    actie = add_actie(store, "bc", "Belt de aannemer", op=DAG)
    nieuw = edit_actie(
        store,
        actie.id,
        tekst="Zegt toe de aannemer te bellen",
        door="Roos van Dalen",
        voor=APRIL,
        soort=Actiesoort.TOEZEGGING,
        portefeuillehouder="Roos van Dalen",
    )
    assert (nieuw.soort, nieuw.voor, nieuw.ontstaan) == (Actiesoort.TOEZEGGING, APRIL, DAG)


def test_what_is_done_can_be_opened_again(store: Store) -> None:
    actie = add_actie(store, "bc", "Belt de aannemer", op=DAG)
    assert set_staat(store, actie.id, Actiestaat.GEDAAN, op=APRIL).afgedaan == APRIL
    assert set_staat(store, actie.id, Actiestaat.OPEN, op=APRIL).afgedaan is None


def test_what_is_told_of_an_action_stays_in_order(store: Store) -> None:
    actie = add_actie(store, "bc", "Belt de aannemer", op=DAG)
    tell_stand(store, actie.id, "gemaild", op=DAG)
    assert [stand.tekst for stand in tell_stand(store, actie.id, "gebeld", op=APRIL).standen] == ["gemaild", "gebeld"]


def test_open_actions_go_unasked_to_the_next_meeting(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=APRIL))
    blijft = take_actieregel(store, "oever", "!WK/directie belt")
    klaar = take_actieregel(store, "oever", "!WK/directie mailt")
    set_staat(store, klaar.id, Actiestaat.GEDAAN, op=date(2026, 3, 20))
    vervallen = take_actieregel(store, "sluis", "!WK/directie faxt")
    set_staat(store, vervallen.id, Actiestaat.VERVALLEN, op=APRIL)
    assert store.opname("april").acties == (blijft, store.acties.get(vervallen.id))
    assert store.opname("maart").acties == ()


def test_each_who_has_something_to_do_is_named_once(store: Store) -> None:
    acties = [add_actie(store, "bc", "Belt", op=DAG, door=door) for door in ("WK/directie", "roos", "WK/directie", "")]
    assert owners(acties) == ("roos", "WK/directie")
    remove_actie(store, acties[0].id)
    assert len(store.acties.all()) == 3


def test_a_line_typed_outside_a_meeting_is_of_the_body_that_met_last(store: Store) -> None:
    actie = take_losse_regel(store, "Roos van Dalen: belt de aannemer voor 4 maart", op=date(2026, 5, 1))
    assert (actie.door, actie.tekst, actie.voor) == ("Roos van Dalen", "belt de aannemer", date(2027, 3, 4))
    assert (actie.gremium_id, actie.vergadering_id, actie.ontstaan) == ("bc", None, date(2026, 5, 1))


def test_a_werkmap_without_a_body_keeps_no_action(tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True) as leeg, pytest.raises(NogGeenGremium):
        take_losse_regel(leeg, "Roos van Dalen: belt", op=DAG)


def test_several_actions_are_done_together_or_not_at_all(store: Store) -> None:
    ids = [add_actie(store, "bc", tekst, op=DAG).id for tekst in ("Belt", "Schrijft")]
    with pytest.raises(NietGevonden):
        set_staten(store, [*ids, "weg"], Actiestaat.GEDAAN, op=APRIL)
    assert {een.staat for een in store.acties.all()} == {Actiestaat.OPEN}
    assert [een.afgedaan for een in set_staten(store, ids, Actiestaat.GEDAAN, op=APRIL)] == [APRIL, APRIL]
    remove_acties(store, ids)
    assert store.acties.all() == ()


def test_an_action_is_closed_by_hand_and_one_of_a_besloten_item_stays_closed(store: Store) -> None:
    def wijzig(id_: str, *, besloten: bool) -> bool:
        oud = store.acties.get(id_)
        return edit_actie(store, id_, tekst=oud.tekst, door=oud.door, voor=oud.voor, besloten=besloten).besloten

    open_ = take_actieregel(store, "oever", "!WK/directie belt de aannemer").id
    dicht = take_actieregel(store, "koop", "!WK/directie belt de notaris").id
    los = add_actie(store, "bc", "Belt de bank", op=DAG).id
    assert [wijzig(id_, besloten=True) for id_ in (open_, dicht, los)] == [True, True, True]
    assert [wijzig(id_, besloten=False) for id_ in (open_, dicht, los)] == [False, True, False]
    assert not edit_actie(store, open_, tekst="Belt", door="", voor=None).besloten
