"""A set that was sent is remembered, once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_opname, een_persoon
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet, LosBestand
from tk_desktop.domain.uitgave import Uitgavesoort, Verzendwijze
from tk_desktop.domain.vergaderset import Doelgroep, Variant
from tk_desktop.pack.samenstellen import Keuze, like_sent
from tk_desktop.pack.uitgeven import (
    AlIngetrokken,
    IntrekredenOntbreekt,
    NooitVerzonden,
    latest_uitgave,
    not_yet_sent_before,
    record_bestand,
    record_map,
    record_uitgave,
    verzendlijst,
    withdraw_uitgave,
)
from tk_desktop.store.werkmap import Store

DELEN = (
    GemaaktDeel(
        sleutel="brief", anker="brief", label="uitnodiging", titel="Uitnodiging", naam="Uitnodiging", inhoud="a",
        van=1, tot=1,
    ),
    GemaaktDeel(
        sleutel="stuk-1", anker="stuk-2a", label="2a", titel="Plan", naam="2a Plan", inhoud="b", van=3, tot=6
    ),
)  # fmt: skip
LOS = LosBestand(sleutel="stuk-2", naam="2a bijl. 1 Cijfers", inhoud="c")
LEDEN = Variant(doelgroep=Doelgroep.LEDEN)
SET = GemaakteSet(variant=LEDEN, paginas=6, delen=DELEN, los=(LOS,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def vergadering_id(store: Store) -> str:
    return bewaar(store, een_opname()).vergadering.id


def test_a_set_goes_to_the_members_then_the_officials_then_everybody(store: Store, vergadering_id: str) -> None:
    def eerst(wie: Doelgroep) -> tuple[Doelgroep, ...]:
        return not_yet_sent_before(store, vergadering_id, wie)

    assert eerst(Doelgroep.LEDEN) == eerst(Doelgroep.LID) == ()
    assert eerst(Doelgroep.OPENBAAR) == (Doelgroep.LEDEN, Doelgroep.AMBTENAREN)
    uitgave = record_uitgave(store, vergadering_id, SET, "0" * 64)
    assert eerst(Doelgroep.AMBTENAREN) == ()
    assert eerst(Doelgroep.OPENBAAR) == (Doelgroep.AMBTENAREN,)
    withdraw_uitgave(store, uitgave.id, "Verkeerd bestand.", datetime(2026, 3, 4, 9).astimezone())
    assert eerst(Doelgroep.AMBTENAREN) == (Doelgroep.LEDEN,)


def test_the_voorzitter_sees_the_set_before_the_members_do(store: Store, vergadering_id: str) -> None:
    store.personen.save(een_persoon(id="voorzitter"))
    vergadering = replace(store.vergaderingen.get(vergadering_id), voorzitter_id="voorzitter")
    store.vergaderingen.save(vergadering)
    assert not_yet_sent_before(store, vergadering_id, Doelgroep.LEDEN) == (Doelgroep.LID,)
    eigen = Variant(doelgroep=Doelgroep.LID, persoon_id="voorzitter", naam="Guus Meerdink")
    record_uitgave(store, vergadering_id, replace(SET, variant=eigen), "0" * 64)
    assert not_yet_sent_before(store, vergadering_id, Doelgroep.LEDEN) == ()


def test_a_sent_set_is_remembered_with_the_pages_of_its_parts(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "0" * 64)
    uitgave = latest_uitgave(store, vergadering_id, LEDEN)
    assert (uitgave.totaal, uitgave.vingerafdruk) == (6, "0" * 64)
    assert (uitgave.doelgroep, uitgave.persoon_id) == (Doelgroep.LEDEN, None)
    assert [(deel.sleutel, deel.titel, deel.inhoud, deel.van, deel.tot) for deel in uitgave.delen] == [
        ("brief", "Uitnodiging", "a", 1, 1),
        ("stuk-1", "2a Plan", "b", 3, 6),
        ("stuk-2", "2a bijl. 1 Cijfers", "c", 0, 0),
    ]


def test_the_same_file_is_remembered_once(store: Store, vergadering_id: str) -> None:
    een = record_uitgave(store, vergadering_id, SET, "0" * 64)
    assert record_uitgave(store, vergadering_id, SET, "0" * 64) == een
    assert len(store.uitgaven.van_variant(vergadering_id, LEDEN)) == 1


def test_the_set_that_was_sent_last_counts(store: Store, vergadering_id: str) -> None:
    for teken in "012":
        laatste = record_uitgave(store, vergadering_id, SET, teken * 64)
    assert latest_uitgave(store, vergadering_id, LEDEN) == laatste


def test_readers_who_got_nothing_get_no_nazending(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "0" * 64)
    with pytest.raises(NooitVerzonden, match="openbaar"):
        latest_uitgave(store, vergadering_id, Variant(doelgroep=Doelgroep.OPENBAAR))


def test_each_member_has_sets_of_their_own_whatever_they_are_called(store: Store, vergadering_id: str) -> None:
    een, ander = (
        Variant(doelgroep=Doelgroep.LID, persoon_id=id_, naam="Jo Berg") for id_ in ("jo-senior", "jo-junior")
    )
    with store.transaction():
        for variant in (een, ander):
            store.personen.save(een_persoon(id=variant.persoon_id, naam=variant.naam))
    record_uitgave(store, vergadering_id, replace(SET, variant=een), "1" * 64)
    assert latest_uitgave(store, vergadering_id, een).persoon_id == "jo-senior"
    anders_genoemd = replace(een, naam="Jo van den Berg")
    assert latest_uitgave(store, vergadering_id, anders_genoemd).vingerafdruk == "1" * 64
    for variant in (ander, LEDEN):
        with pytest.raises(NooitVerzonden):
            latest_uitgave(store, vergadering_id, variant)


MAANDAG, DINSDAG = datetime(2026, 3, 2, 16, 40), datetime(2026, 3, 3, 9, 2)
OPENBAAR = Variant(doelgroep=Doelgroep.OPENBAAR)


def test_the_log_orders_moments_kept_with_and_without_their_offset(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "1" * 64)
    record_uitgave(store, vergadering_id, SET, "2" * 64, moment=DINSDAG)
    record_uitgave(store, vergadering_id, SET, "3" * 64, moment=MAANDAG.astimezone())
    assert [regel.uitgave.vingerafdruk[0] for regel in verzendlijst(store, vergadering_id)] == ["2", "3", "1"]


def test_the_log_tells_what_was_sent_when_and_to_whom(store: Store, vergadering_id: str) -> None:
    record_uitgave(
        store, vergadering_id, SET, "1" * 64, moment=MAANDAG, bestandsnaam="set.pdf",
        aan=[("Roos van Dalen", Verzendwijze.PAPIER), ("alle leden", Verzendwijze.MAIL)],
    )  # fmt: skip
    record_bestand(
        store, vergadering_id, OPENBAAR, Uitgavesoort.ZIP, "2" * 64, moment=DINSDAG, bestandsnaam="openbaar.zip"
    )
    record_uitgave(store, vergadering_id, SET, "3" * 64, moment=DINSDAG)
    nieuw, zip_, oud = verzendlijst(store, vergadering_id)
    assert (nieuw.lezers, nieuw.uitgave.versie, nieuw.uitgave.vingerafdruk[0]) == ("leden", 2, "3")
    assert (zip_.lezers, zip_.uitgave.versie, zip_.uitgave.soort) == ("openbaar", 1, Uitgavesoort.ZIP)
    assert (oud.uitgave.moment, oud.uitgave.bestandsnaam, oud.uitgave.versie) == (MAANDAG, "set.pdf", 1)
    assert [(wie.naam, wie.wijze.value) for wie in oud.uitgave.ontvangers] == [
        ("Roos van Dalen", "papier"),
        ("alle leden", "mail"),
    ]


def test_who_gets_the_same_file_later_comes_beside_who_got_it_then(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "1" * 64, moment=MAANDAG, aan=[("alle leden", Verzendwijze.MAIL)])
    uitgave = record_uitgave(
        store, vergadering_id, SET, "1" * 64, moment=DINSDAG,
        aan=[("alle leden", Verzendwijze.MAIL), ("Roos van Dalen", Verzendwijze.PAPIER)],
    )  # fmt: skip
    assert [wie.naam for wie in uitgave.ontvangers] == ["alle leden", "Roos van Dalen"]
    assert [regel.uitgave for regel in verzendlijst(store, vergadering_id)] == [uitgave]


def test_a_set_for_one_member_bears_that_name_in_the_log(store: Store, vergadering_id: str) -> None:
    variant = Variant(doelgroep=Doelgroep.LID, persoon_id="jo", naam="Jo Berg")
    with store.transaction():
        store.personen.save(een_persoon(id="jo", naam="Jo Berg"))
    record_uitgave(store, vergadering_id, replace(SET, variant=variant), "1" * 64, moment=MAANDAG)
    assert [regel.lezers for regel in verzendlijst(store, vergadering_id)] == ["Jo Berg"]


def test_a_withdrawn_set_stays_in_the_log_and_a_nazending_goes_by_the_one_before_it(
    store: Store, vergadering_id: str
) -> None:
    eerste = record_uitgave(store, vergadering_id, SET, "1" * 64, moment=MAANDAG)
    tweede = record_uitgave(store, vergadering_id, SET, "2" * 64, moment=DINSDAG)
    weg = withdraw_uitgave(store, tweede.id, " Verkeerde bijlage ", DINSDAG)
    assert (weg.ingetrokken, weg.intrekreden) == (DINSDAG, "Verkeerde bijlage")
    assert latest_uitgave(store, vergadering_id, LEDEN) == eerste
    assert [regel.uitgave for regel in verzendlijst(store, vergadering_id)] == [weg, eerste]
    opnieuw = record_uitgave(store, vergadering_id, SET, "2" * 64, moment=DINSDAG)
    assert (opnieuw.versie, opnieuw.ingetrokken) == (3, None)


def test_nothing_is_withdrawn_without_a_reason_or_twice(store: Store, vergadering_id: str) -> None:
    uitgave = record_uitgave(store, vergadering_id, SET, "1" * 64, moment=MAANDAG)
    with pytest.raises(IntrekredenOntbreekt):
        withdraw_uitgave(store, uitgave.id, " ", DINSDAG)
    assert latest_uitgave(store, vergadering_id, LEDEN) == uitgave
    withdraw_uitgave(store, uitgave.id, "Fout", DINSDAG)
    with pytest.raises(AlIngetrokken, match="op 3 maart 2026"):
        withdraw_uitgave(store, uitgave.id, "Fout", DINSDAG)
    with pytest.raises(NooitVerzonden):
        latest_uitgave(store, vergadering_id, LEDEN)


def test_a_zip_or_a_nazending_is_no_set_to_send_after(store: Store, vergadering_id: str) -> None:
    eerste = record_uitgave(store, vergadering_id, SET, "1" * 64, moment=MAANDAG)
    for soort in (Uitgavesoort.NAZENDING, Uitgavesoort.ZIP):
        record_bestand(store, vergadering_id, LEDEN, soort, "2" * 64, moment=DINSDAG, paginas=4)
    assert latest_uitgave(store, vergadering_id, LEDEN) == eerste


def test_sending_and_withdrawing_can_be_undone(store: Store, vergadering_id: str) -> None:
    uitgave, verzonden = store.record(
        lambda: record_uitgave(store, vergadering_id, SET, "1" * 64, aan=[("alle leden", Verzendwijze.USB)])
    )
    _, ingetrokken = store.record(lambda: withdraw_uitgave(store, uitgave.id, "Fout", DINSDAG))
    store.redo(ingetrokken.terug())
    assert latest_uitgave(store, vergadering_id, LEDEN) == uitgave
    store.redo(verzonden.terug())
    assert verzendlijst(store, vergadering_id) == ()


def test_a_folder_that_was_sent_is_kept_with_each_file_in_it_and_one_sum_that_anybody_can_check(
    store: Store, vergadering_id: str
) -> None:
    bestanden = [("2a Plan.pdf", "f" * 64), ("1 Opening.pdf", "a" * 64)]
    record_map(
        store, vergadering_id, LEDEN, Uitgavesoort.PER_PUNT, bestanden,
        mapnaam="per punt leden", aan=[("alle leden", Verzendwijze.USB)],
    )  # fmt: skip
    (regel,) = verzendlijst(store, vergadering_id)
    assert [(een.naam, een.sha256) for een in regel.uitgave.bestanden] == bestanden
    assert regel.uitgave.vingerafdruk == sha256(f"{'a' * 64}\n{'f' * 64}\n".encode()).hexdigest()
    assert (regel.uitgave.bestandsnaam, regel.uitgave.soort) == ("per punt leden", Uitgavesoort.PER_PUNT)
    with pytest.raises(NooitVerzonden):
        latest_uitgave(store, vergadering_id, LEDEN)


def test_whether_the_sheets_bear_a_number_is_remembered(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, replace(SET, genummerd=False), "0" * 64)
    uitgave = latest_uitgave(store, vergadering_id, LEDEN)
    assert not uitgave.genummerd
    assert like_sent(Keuze(), uitgave) == Keuze(bladnummers=False, inhoud=False)
