"""A verslag is written with the items, approved later, and set right in the open."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.bouwers import een_gremium, een_vergadering
from tests.zittingbouwers import een_besluit
from tk_desktop.domain.besluit import Uitkomst, VerslagMistWoorden
from tk_desktop.domain.verslag import (
    AlConcept,
    CorrectieLeeg,
    NogNietGehouden,
    VaststellenTeVroeg,
    VaststellenVooruit,
    Verslagstaat,
    VerslagVastgesteld,
)
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.besluiten import correct_besluit, record_besluit
from tk_desktop.minutes.dossiers import reasons_against
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import (
    add_correctie,
    approve_verslag,
    following,
    keep_approved,
    remove_correctie,
    reopen_verslag,
    unapproved,
    write_besproken,
)
from tk_desktop.store.werkmap import Store

APRIL = date(2026, 4, 8)


def test_what_is_written_of_an_item_is_kept_in_one_place(store: Store) -> None:
    write_besproken(store, "oever", "De commissie vraagt naar de kosten.", besloten_deel="Er is een bod.")
    tekst = write_besproken(store, "oever", "De commissie vraagt naar kosten.")
    assert tekst.besloten_deel == "Er is een bod."
    assert store.puntverslagen.van_vergadering("maart") == (tekst,)


def test_a_verslag_is_approved_in_a_later_meeting(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=APRIL))
    open_zitting(store, "maart", time(9))
    verslag = approve_verslag(store, "maart", op=APRIL, in_vergadering="april")
    assert (verslag.staat, verslag.vastgesteld_in) == (Verslagstaat.VASTGESTELD, "april")
    with pytest.raises(VerslagVastgesteld):
        write_besproken(store, "oever", "Iets anders.")
    verslag = reopen_verslag(store, "maart", op=APRIL, wie="Femke Aalders")
    assert (verslag.staat, verslag.vastgesteld_op) == (Verslagstaat.CONCEPT, None)


def test_a_verslag_that_was_approved_and_reopened_says_so(store: Store) -> None:
    open_zitting(store, "maart", time(9))
    approve_verslag(store, "maart", op=APRIL)
    reopen_verslag(store, "maart", op=date(2026, 4, 9), wie="Femke  Aalders")
    with pytest.raises(AlConcept):
        reopen_verslag(store, "maart", op=date(2026, 4, 9), wie="Femke Aalders")
    verslag = approve_verslag(store, "maart", op=date(2026, 5, 6))
    (heropening,) = verslag.heropeningen
    assert (heropening.vastgesteld_op, heropening.datum, heropening.wie) == (APRIL, date(2026, 4, 9), "Femke Aalders")
    assert store.verslagen.van_vergadering("maart") == verslag


def test_what_was_approved_before_it_was_kept_is_kept_at_the_first_chance_and_says_so(store: Store) -> None:
    open_zitting(store, "maart", time(9))
    write_besproken(store, "oever", "Zoals goedgekeurd.")
    approve_verslag(store, "maart", op=APRIL)
    assert keep_approved(store, op=date(2026, 5, 6)) == ()
    vast = store.zitting("maart").vast
    assert vast is not None
    store.vastgestelden.delete(vast.id)  # as an older version left it
    (vergadering,) = keep_approved(store, op=date(2026, 5, 6))
    assert vergadering.id == "maart"
    achteraf = store.zitting("maart").vast
    assert achteraf == replace(vast, achteraf=date(2026, 5, 6))
    (tekst,) = store.puntverslagen.van_punt("oever")
    store.puntverslagen.save(replace(tekst, besproken="Later veranderd."))
    assert store.zitting("maart").zoals_vastgesteld().verslagen["oever"].besproken == "Zoals goedgekeurd."


@pytest.mark.parametrize(
    ("op", "in_"),
    [
        (date(2026, 3, 10), None),
        (date(2026, 3, 11), None),
        (APRIL, "maart"),
        (APRIL, "februari"),
        (APRIL, "zelfde dag"),
        (APRIL, "ander gremium"),
    ],
)
def test_a_verslag_is_not_approved_before_or_in_its_own_meeting(store: Store, op: date, in_: str | None) -> None:
    open_zitting(store, "maart", time(9))
    store.gremia.save(een_gremium(id="ab"))
    for id_, gremium, dag in (
        ("februari", "bc", date(2026, 2, 11)),
        ("zelfde dag", "bc", date(2026, 3, 11)),
        ("ander gremium", "ab", APRIL),
    ):
        store.vergaderingen.save(een_vergadering(id=id_, gremium_id=gremium, datum=dag))
    with pytest.raises(VaststellenTeVroeg, match="11-3-2026"):
        approve_verslag(store, "maart", op=op, in_vergadering=in_)
    assert store.verslagen.van_vergadering("maart") is None


def test_a_verslag_is_not_approved_ahead_of_the_meeting_that_does_so(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=APRIL))
    open_zitting(store, "maart", time(9))
    with pytest.raises(VaststellenVooruit, match="8-4-2026"):
        approve_verslag(store, "maart", op=APRIL - timedelta(days=1), in_vergadering="april")
    assert store.verslagen.van_vergadering("maart") is None
    assert approve_verslag(store, "maart", op=date(2026, 4, 10), in_vergadering="april").vastgesteld_op == APRIL


def test_the_verslag_of_a_meeting_that_was_never_opened_is_not_approved(store: Store) -> None:
    with pytest.raises(NogNietGehouden, match="11-3-2026"):
        approve_verslag(store, "maart", op=APRIL)
    assert store.verslagen.van_vergadering("maart") is None


def test_a_verslag_is_not_approved_while_a_besluit_does_not_say_what_was_decided(store: Store) -> None:
    open_zitting(store, "maart", time(9))
    leeg = record_besluit(store, "sluis", Uitkomst.CONFORM, op=date(2026, 3, 11), toch=True)
    with pytest.raises(VerslagMistWoorden, match="bij punt 3 staat niet wat er is besloten"):
        approve_verslag(store, "maart", op=APRIL)
    assert store.verslagen.van_vergadering("maart") is None
    correct_besluit(store, leeg.id, "De sluis te openen.", op=APRIL)
    assert approve_verslag(store, "maart", op=APRIL).is_vastgesteld


def test_what_an_older_program_approved_without_words_is_settled_by_setting_it_right(store: Store) -> None:
    open_zitting(store, "maart", time(9))
    approve_verslag(store, "maart", op=APRIL)
    store.besluiten.save(een_besluit(id="leeg", agendapunt_id="sluis", nummer="", tekst="", voorgesteld=""))
    assert any("zonder tekst: punt 3" in reden for reden in reasons_against(store, "maart", APRIL))
    herstel = correct_besluit(store, "leeg", "De sluis te openen.", op=APRIL)
    assert herstel.herstelt_id == "leeg"
    assert not any("Een besluit zonder" in reden for reden in reasons_against(store, "maart", APRIL))


def test_a_correction_keeps_what_the_verslag_said(store: Store) -> None:
    verslag = add_correctie(store, "maart", was="drie", wordt="vier", op=APRIL, punt_id="oever")
    assert [(een.was, een.wordt, een.besloten) for een in verslag.correcties] == [("drie", "vier", False)]
    assert remove_correctie(store, "maart", verslag.correcties[0].id).correcties == ()


def test_a_correction_of_a_besloten_item_is_besloten(store: Store) -> None:
    assert add_correctie(store, "maart", was="a", wordt="b", op=APRIL, punt_id="koop").correcties[0].besloten


@pytest.mark.parametrize(
    ("punt_id", "was"),
    [
        ("oever", "Het bod is twee ton."),  # of the closed part of an open item
        ("oever", "Er zijn geen vragen."),  # of the open part of it: nobody has looked yet
        (None, "de inschrijving"),  # of the whole verslag, while something was closed
        ("sluis", "wij gaan  TOT drie ton"),  # at the wrong item: it was said at a besloten one
    ],
)
def test_a_correction_that_may_be_of_the_closed_part_is_not_for_everybody(
    store: Store, punt_id: str | None, was: str
) -> None:
    write_besproken(store, "oever", "Er zijn geen vragen.", besloten_deel="Het bod is twee ton.")
    write_besproken(store, "koop", "Roos van Dalen: wij gaan tot **drie ton**.")
    add_correctie(store, "maart", was=was, wordt="iets anders", op=APRIL, punt_id=punt_id)
    assert store.zitting("maart").voor_iedereen().verslag.correcties == ()


@pytest.mark.parametrize(
    ("punt_id", "was"),
    [
        ("oever", "GEHEIMBOD twee ton"),  # the passage, at its item
        ("sluis", "geheimbod"),  # a word of it, at the wrong item
        (None, "bod is GEHEIMBOD"),  # from the open words into it
        ("sluis", "Waarde GEHEIMPRIJS"),  # of a besluit
        ("sluis", "GEHEIMNADEEL"),  # of the view of who was outvoted
    ],
)
def test_a_correction_of_a_besloten_passage_is_not_for_everybody(store: Store, punt_id: str | None, was: str) -> None:
    write_besproken(store, "oever", "Het bod is ~~GEHEIMBOD twee ton~~ en dat is veel.")
    record_besluit(
        store,
        "oever",
        Uitkomst.GEWIJZIGD,
        op=date(2026, 3, 11),
        tekst="Waarde ~~GEHEIMPRIJS~~.",
        minderheid="Tegen: ~~GEHEIMNADEEL~~.",
        toch=True,
    )
    add_correctie(store, "maart", was=was, wordt="iets anders", op=APRIL, punt_id=punt_id)
    assert store.zitting("maart").voor_iedereen().verslag.correcties == ()


def test_a_correction_with_a_besloten_passage_in_its_own_words_is_never_for_everybody(store: Store) -> None:
    write_besproken(store, "sluis", "Het bod is hoog.")
    for was, wordt, reden in (("hoog", "~~GEHEIM~~", ""), ("~~GEHEIM~~", "hoog", ""), ("hoog", "laag", "~~GEHEIM~~")):
        add_correctie(store, "maart", was=was, wordt=wordt, reden=reden, op=APRIL, punt_id="sluis", besloten=False)
    assert all(een.besloten for een in store.zitting("maart").verslag.correcties)
    assert store.zitting("maart").voor_iedereen().verslag.correcties == ()


def test_somebody_may_say_that_a_correction_is_for_everybody_but_not_at_a_besloten_item(store: Store) -> None:
    write_besproken(store, "oever", "Er zijn drie vragen.", besloten_deel="Het bod is twee ton.")
    for punt_id in ("oever", "koop"):
        add_correctie(store, "maart", was="drie", wordt="vier", op=APRIL, punt_id=punt_id, besloten=False)
    assert [een.agendapunt_id for een in store.zitting("maart").voor_iedereen().verslag.correcties] == ["oever"]


@pytest.mark.parametrize(("was", "wordt"), [("", "vier"), ("drie", " drie ")])
def test_a_correction_that_corrects_nothing_is_refused(store: Store, was: str, wordt: str) -> None:
    with pytest.raises(CorrectieLeeg):
        add_correctie(store, "maart", was=was, wordt=wordt, op=APRIL)
    assert store.verslagen.van_vergadering("maart") is None


def test_the_earlier_verslagen_that_wait_and_the_next_meeting_are_those_of_the_same_body(store: Store) -> None:
    april = add_vergadering(store, "bc", date(2026, 4, 8))
    mei = add_vergadering(store, "bc", date(2026, 5, 13))
    assert unapproved(store, mei.id) == ()
    open_zitting(store, "maart", time(9))
    open_zitting(store, april.id, time(9))
    assert [een.id for een in unapproved(store, mei.id)] == [april.id, "maart"]
    approve_verslag(store, april.id, op=mei.datum, in_vergadering=mei.id)
    assert [een.id for een in unapproved(store, mei.id)] == ["maart"]
    volgende = following(store, "maart")
    assert volgende is not None
    assert volgende.id == april.id
    assert following(store, mei.id) is None


def test_a_second_text_of_one_item_is_told_of_until_it_is_taken_over(store: Store) -> None:
    write_besproken(store, "sluis", "De sluis lekt.")
    (eerst,) = store.puntverslagen.van_punt("sluis")
    store.puntverslagen.save(replace(eerst, id="zz", besproken="Het kost *veel*."))
    zitting = store.zitting("maart")
    assert (zitting.verslagen["sluis"].besproken, zitting.dubbel[0].besproken) == ("De sluis lekt.", "Het kost *veel*.")
    assert zitting.voor_iedereen().dubbel == ()
    write_besproken(store, "sluis", "De sluis lekt erg.")
    assert len(store.zitting("maart").dubbel) == 1, "nothing that was typed goes by itself"
    write_besproken(store, "sluis", "De sluis lekt erg. Het kost veel.")
    assert store.zitting("maart").dubbel == ()
