"""One SQLite for plain and for protected werkmappen."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tk_desktop.store.driver import Databasefout, verbind

SLEUTEL = bytes(range(32))
WOORD = "kadeverlichting"


def _met_een_woord(bestand: Path, sleutel: bytes | None) -> None:
    with closing(verbind(bestand, sleutel)) as db:
        db.execute("CREATE VIRTUAL TABLE zoek USING fts5 (tekst)")
        db.execute("INSERT INTO zoek VALUES (:tekst)", {"tekst": f"De {WOORD} is besproken."})
        assert db.execute("SELECT count(*) FROM zoek WHERE zoek MATCH :woord", {"woord": WOORD}).fetchone() == (1,)


def test_a_database_without_a_key_is_one_that_every_tool_reads(tmp_path: Path) -> None:
    _met_een_woord(tmp_path / "open.db", None)

    with closing(sqlite3.connect(tmp_path / "open.db")) as db:
        assert db.execute("SELECT count(*) FROM zoek_content").fetchone() == (1,)


def test_with_a_key_no_word_stands_readable_in_the_file_or_in_a_copy_of_it(tmp_path: Path) -> None:
    _met_een_woord(tmp_path / "dicht.db", SLEUTEL)
    with closing(verbind(tmp_path / "dicht.db", SLEUTEL)) as db:
        db.execute("VACUUM INTO :doel", {"doel": str(tmp_path / "kopie.db")})

    for naam in ("dicht.db", "kopie.db"):
        inhoud = (tmp_path / naam).read_bytes()
        assert not inhoud.startswith(b"SQLite format")
        assert WOORD.encode() not in inhoud
    with closing(verbind(tmp_path / "kopie.db", SLEUTEL)) as db:
        assert db.execute("SELECT tekst FROM zoek").fetchone() == (f"De {WOORD} is besproken.",)


@pytest.mark.parametrize("sleutel", [None, bytes(32)])
def test_without_the_right_key_it_is_no_database(tmp_path: Path, sleutel: bytes | None) -> None:
    _met_een_woord(tmp_path / "dicht.db", SLEUTEL)

    with closing(verbind(tmp_path / "dicht.db", sleutel)) as db, pytest.raises(Databasefout, match="not a database"):
        db.execute("SELECT count(*) FROM zoek")


def test_a_database_opened_to_read_is_not_written_in(tmp_path: Path) -> None:
    _met_een_woord(tmp_path / "open.db", None)

    with closing(verbind(tmp_path / "open.db", alleen_lezen=True)) as db, pytest.raises(Databasefout, match="readonly"):
        db.execute("DELETE FROM zoek")
