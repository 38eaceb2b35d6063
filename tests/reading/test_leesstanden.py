"""How far a reader is, and which pages to find again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk
from tk_desktop.reading.aantekeningen import Leesplek
from tk_desktop.reading.leesstanden import (
    keep_leesstand,
    name_bladwijzer,
    remove_bladwijzer,
    rename_bladwijzer,
    toggle_bladwijzer,
)
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS = "Roos van Dalen"
EERSTE, TWEEDE = "a" * 64, "b" * 64


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punt = een_agendapunt(id="oever", titel="Oever")
        bewaar(geopend, een_opname(agendapunten=[punt], stukken=[een_stuk(id="nota", agendapunt_id="oever")]))
        yield geopend


def _plek(store: Store) -> Leesplek:
    return Leesplek(vergadering_id=store.vergaderingen.all()[0].id, papier="nota", agendapunt_id="oever")


def test_where_a_reader_was_is_kept_for_each_reader(store: Store) -> None:
    plek = _plek(store)
    keep_leesstand(store, plek, EERSTE, 14, eigenaar=ROOS, moment=NU, gelezen=(13, 14))
    keep_leesstand(store, plek, EERSTE, 3, eigenaar=ROOS, moment=NU, deel=250, gelezen=(3,))
    keep_leesstand(store, plek, EERSTE, 1, eigenaar="Bram Noord", moment=NU)
    stand = store.leesstanden.van(plek.vergadering_id, ROOS)["nota"]
    assert (stand.pagina, stand.deel, stand.gelezen, stand.verste) == (3, 250, "3,13-14", 14)


def test_another_version_is_read_anew(store: Store) -> None:
    plek = _plek(store)
    keep_leesstand(store, plek, EERSTE, 14, eigenaar=ROOS, moment=NU, gelezen=(14,))
    stand = keep_leesstand(store, plek, TWEEDE, 2, eigenaar=ROOS, moment=NU)
    assert (stand.versie, stand.bladen) == (TWEEDE, frozenset())
    assert store.leesstanden.all() == (stand,)


def test_a_page_is_marked_and_unmarked_with_the_same_key(store: Store) -> None:
    plek = _plek(store)
    gemaakt = toggle_bladwijzer(store, plek, EERSTE, 9, eigenaar=ROOS, naam="Begroting")
    assert store.bladwijzers.van(plek.vergadering_id, ROOS) == (gemaakt,)
    assert toggle_bladwijzer(store, plek, EERSTE, 9, eigenaar=ROOS) is None
    assert store.bladwijzers.all() == ()


def test_a_page_has_one_mark_whose_name_can_change(store: Store) -> None:
    plek = _plek(store)
    gemaakt = toggle_bladwijzer(store, plek, EERSTE, 9, eigenaar=ROOS)
    assert gemaakt is not None
    genoemd = name_bladwijzer(store, plek, EERSTE, 9, " Begroting ", eigenaar=ROOS)
    assert (genoemd.id, genoemd.naam) == (gemaakt.id, "Begroting")
    assert name_bladwijzer(store, plek, EERSTE, 9, "Begroting", eigenaar="Bram Noord").id != genoemd.id
    anders = rename_bladwijzer(store, genoemd.id, "Dekking")
    assert store.bladwijzers.van(plek.vergadering_id, ROOS) == (anders,)
    _, wijziging = store.record(lambda: remove_bladwijzer(store, genoemd.id))
    assert store.bladwijzers.van(plek.vergadering_id, ROOS) == ()
    store.redo(wijziging.terug())
    assert store.bladwijzers.van(plek.vergadering_id, ROOS) == (anders,)
