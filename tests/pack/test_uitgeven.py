"""A set that was sent is remembered, once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_opname, een_persoon
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet, LosBestand
from tk_desktop.domain.vergaderset import Doelgroep, Variant
from tk_desktop.pack.uitgeven import NooitVerzonden, latest_uitgave, record_uitgave
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
