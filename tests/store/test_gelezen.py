"""A meeting that is asked for again is read again when, and only when, something in the database changed."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "w", maken=True) as store:
        for nummer in range(6):
            vergadering = een_vergadering(id=f"v{nummer}")
            punt = een_agendapunt(id=f"p{nummer}", vergadering_id=vergadering.id, titel="Begroting")
            bewaar(store, een_opname(gremium=een_gremium(id="g"), vergadering=vergadering, agendapunten=[punt]))
        yield store


def _hernoem(store: Store, titel: str) -> None:
    with store.transaction():
        store.agendapunten.save(replace(store.agendapunten.get("p0"), titel=titel))


def _titels(store: Store) -> tuple[str, str]:
    """As the meeting stands, and as it was held."""
    return store.opname("v0").agendapunten[0].titel, store.zitting("v0").opname.agendapunten[0].titel


def test_what_nobody_changed_is_read_once(store: Store) -> None:
    opname, zitting = store.opname("v0"), store.zitting("v0")
    assert zitting.opname is opname
    assert (store.opname("v0"), store.zitting("v0")) == (opname, zitting)
    assert store.opname("v0") is opname
    assert store.zitting("v0") is zitting
    assert [store.opname(f"v{nummer}").vergadering.id for nummer in range(6)] == [f"v{nummer}" for nummer in range(6)]
    assert store.opname("v0") is not opname, "niet alles wordt onthouden"


def test_what_is_changed_here_or_by_another_connection_is_read_anew(store: Store) -> None:
    assert _titels(store) == ("Begroting", "Begroting")
    _hernoem(store, "Jaarstukken")
    assert _titels(store) == ("Jaarstukken", "Jaarstukken")
    with store.again() as ander:
        assert _titels(ander) == ("Jaarstukken", "Jaarstukken")
        _hernoem(ander, "Kadernota")
        assert _titels(store) == _titels(ander) == ("Kadernota", "Kadernota")
        _hernoem(store, "Lenteronde")
        assert _titels(store) == _titels(ander) == ("Lenteronde", "Lenteronde")


def test_what_was_read_in_a_change_that_is_taken_back_is_not_kept(store: Store) -> None:
    def bedenkt_zich() -> None:
        store.agendapunten.save(replace(store.agendapunten.get("p0"), titel="Kadernota"))
        assert _titels(store) == ("Kadernota", "Kadernota")
        raise InterruptedError

    with suppress(InterruptedError), store.transaction():
        bedenkt_zich()
    assert _titels(store) == ("Begroting", "Begroting")

    def probeert() -> tuple[str, str]:
        _hernoem(store, "Kadernota")
        return _titels(store)

    gezien, wijziging = store.try_out(probeert)
    assert gezien == ("Kadernota", "Kadernota")
    assert wijziging
    assert _titels(store) == ("Begroting", "Begroting")
