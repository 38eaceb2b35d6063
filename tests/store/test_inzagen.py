"""Who opened a secret paper stays known, and tampering with that shows."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
KOLOMMEN = ("moment", "wie", "vergadering_id", "papier", "versie", "vorige", "afdruk")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        for nummer, wie in enumerate(["Roos van Dalen", "Guus Meerdink", "Roos van Dalen", "Bram Sluiter"]):
            with geopend.transaction():
                geopend.inzagen.voeg_toe(
                    moment=NU + timedelta(minutes=nummer),
                    wie=wie,
                    vergadering_id="maart",
                    papier="koop",
                    versie="a" * 64,
                )
        yield geopend


def _knoei(store: Store, opdracht: str) -> None:
    """Change the database behind the back of the program."""
    with sqlite3.connect(store.map / "tk.db") as db:
        db.execute(opdracht)
    db.close()


def test_the_log_tells_who_opened_what_and_when(store: Store) -> None:
    log = store.inzagen.all()
    assert [(een.nummer, een.wie) for een in log[:2]] == [(1, "Roos van Dalen"), (2, "Guus Meerdink")]
    assert log[3].moment == NU + timedelta(minutes=3)
    assert store.inzagen.breuk() is None
    assert store.controleer().goed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.integers(1, 4), st.sampled_from(KOLOMMEN))
def test_a_row_that_was_changed_shows(store: Store, nummer: int, kolom: str) -> None:
    anders = "'2026-03-12T09:00:00+00:00'" if kolom == "moment" else f"'{'b' * 64}'"
    _knoei(store, f"CREATE TABLE kopie AS SELECT * FROM inzage WHERE nummer = {nummer}")
    _knoei(store, f"UPDATE inzage SET {kolom} = {anders} WHERE nummer = {nummer}")
    assert store.inzagen.breuk() == nummer
    assert not store.controleer().goed
    _knoei(store, f"DELETE FROM inzage WHERE nummer = {nummer}")
    _knoei(store, "INSERT INTO inzage SELECT * FROM kopie")
    _knoei(store, "DROP TABLE kopie")
    assert store.inzagen.breuk() is None


@pytest.mark.parametrize(("weg", "breuk"), [(1, 2), (2, 3), (3, 4)])
def test_a_row_that_was_taken_away_shows(store: Store, weg: int, breuk: int) -> None:
    _knoei(store, f"DELETE FROM inzage WHERE nummer = {weg}")
    assert store.inzagen.breuk() == breuk


@pytest.mark.parametrize("vanaf", [1, 4])
def test_a_tail_that_was_cut_off_shows_beside_what_was_kept_elsewhere(store: Store, vanaf: int) -> None:
    eerst = store.controleer()
    assert (eerst.inzagen, len(eerst.afdruk)) == (4, 64)
    _knoei(store, f"DELETE FROM inzage WHERE nummer >= {vanaf}")
    nu = store.controleer()
    assert nu.inzagen == vanaf - 1
    assert nu.afdruk != eerst.afdruk


def test_undoing_leaves_the_log_as_it_is(store: Store) -> None:
    _, wijziging = store.record(
        lambda: store.inzagen.voeg_toe(moment=NU, wie="Wim Tol", vergadering_id="maart", papier="koop", versie="a" * 64)
    )
    assert not wijziging
    assert len(store.inzagen.all()) == 5
