"""Hamerstukken are decided together, as they were proposed."""

from dataclasses import replace
from datetime import date

import pytest

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.meeting.agendapunten import set_hamerstukken
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.hamerstukken import GeenHamerstukken, decide_hamerstukken
from tk_desktop.store.werkmap import Store

DAG = date(2026, 3, 11)


def _behandel(store: Store, punt_id: str, *wijze: Behandeling) -> None:
    with store.transaction():
        store.agendapunten.save(replace(store.agendapunten.get(punt_id), behandeling=frozenset(wijze)))


def test_all_hamerstukken_are_decided_with_one_stroke_each_in_its_own_way(store: Store) -> None:
    _behandel(store, "opening", Behandeling.VASTSTELLING)
    set_hamerstukken(store, ["opening", "oever", "sluis"], True)
    besluiten = decide_hamerstukken(store, "maart", op=DAG)
    assert [(een.agendapunt_id, een.uitkomst, een.nummer) for een in besluiten] == [
        ("opening", Uitkomst.VASTGESTELD, "BC WK 2026-001"),
        ("oever", Uitkomst.CONFORM, "BC WK 2026-002"),
        ("sluis", Uitkomst.KENNISGENOMEN, "BC WK 2026-003"),
    ]
    assert besluiten[1].tekst == "1. De oever te herstellen."


def test_what_was_decided_at_the_table_already_is_left_alone(store: Store) -> None:
    set_hamerstukken(store, ["oever", "koop"], True)
    record_besluit(store, "oever", Uitkomst.VERWORPEN, op=DAG)
    [besluit] = decide_hamerstukken(store, "maart", op=DAG)
    assert besluit.agendapunt_id == "koop"
    assert besluit.besloten


def test_without_hamerstukken_nothing_is_decided(store: Store) -> None:
    with pytest.raises(GeenHamerstukken):
        decide_hamerstukken(store, "maart", op=DAG)
