"""Who opened a secret paper stays known, and tampering with that shows."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.store.inzagen import Inzage
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
KOLOMMEN = ("moment", "wie", "vergadering_id", "papier", "versie", "vorige", "afdruk")


def _inzage(moment: datetime, wie: str, **anders: Any) -> Inzage:
    return Inzage(moment=moment, wie=wie, vergadering_id="maart", papier="koop", versie="a" * 64, **anders)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        for nummer, wie in enumerate(["Roos van Dalen", "Guus Meerdink", "Roos van Dalen", "Bram Sluiter"]):
            with geopend.transaction():
                geopend.inzagen.voeg_toe(_inzage(NU + timedelta(minutes=nummer), wie))
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
    _, wijziging = store.record(lambda: store.inzagen.voeg_toe(_inzage(NU, "Wim Tol")))
    assert not wijziging
    assert len(store.inzagen.all()) == 5


@pytest.mark.parametrize("knoei", ["wat = ''", "reden = 'niets'", "exemplaar = 2"])
def test_what_a_copy_was_for_cannot_be_changed_unseen(store: Store, knoei: str) -> None:
    assert store.inzagen.volgend_exemplaar() == 1
    kopie = _inzage(NU, "Wim Tol", wat=Inzagewijze.AFGEDRUKT, reden="afdruk", exemplaar=1)
    with store.transaction():
        store.inzagen.voeg_toe(kopie)
    assert store.inzagen.all()[-1] == replace(kopie, nummer=5)
    assert store.inzagen.volgend_exemplaar() == 2
    assert store.inzagen.breuk() is None
    _knoei(store, f"UPDATE inzage SET {knoei} WHERE nummer = 5")
    assert store.inzagen.breuk() == 5
