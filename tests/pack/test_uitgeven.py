"""A set that was sent is remembered, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_opname
from tk_desktop.domain.gemaakt import GemaaktDeel, GemaakteSet
from tk_desktop.pack.uitgeven import NooitVerzonden, latest_uitgave, record_uitgave
from tk_desktop.store.werkmap import Store

DELEN = (
    GemaaktDeel(anker="brief", label="uitnodiging", titel="Uitnodiging", inhoud="a", van=1, tot=1),
    GemaaktDeel(anker="stuk-2a", label="2a", titel="Plan", inhoud="b", van=3, tot=6),
)
SET = GemaakteSet(variant="leden", paginas=6, delen=DELEN)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def vergadering_id(store: Store) -> str:
    return bewaar(store, een_opname()).vergadering.id


def test_a_sent_set_is_remembered_with_the_pages_of_its_parts(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "0" * 64)
    uitgave = latest_uitgave(store, vergadering_id, "leden")
    assert (uitgave.totaal, uitgave.vingerafdruk) == (6, "0" * 64)
    assert [(deel.anker, deel.titel, deel.inhoud, deel.van, deel.tot) for deel in uitgave.delen] == [
        ("brief", "uitnodiging Uitnodiging", "a", 1, 1), ("stuk-2a", "2a Plan", "b", 3, 6),
    ]  # fmt: skip


def test_the_same_file_is_remembered_once(store: Store, vergadering_id: str) -> None:
    een = record_uitgave(store, vergadering_id, SET, "0" * 64)
    assert record_uitgave(store, vergadering_id, SET, "0" * 64) == een
    assert len(store.uitgaven.van_variant(vergadering_id, "leden")) == 1


def test_the_set_that_was_sent_last_counts(store: Store, vergadering_id: str) -> None:
    for teken in "012":
        laatste = record_uitgave(store, vergadering_id, SET, teken * 64)
    assert latest_uitgave(store, vergadering_id, "leden") == laatste


def test_readers_who_got_nothing_get_no_nazending(store: Store, vergadering_id: str) -> None:
    record_uitgave(store, vergadering_id, SET, "0" * 64)
    with pytest.raises(NooitVerzonden, match="openbaar"):
        latest_uitgave(store, vergadering_id, "openbaar")
