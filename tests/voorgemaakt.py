"""A new werkmap in tests: a copy of one that the program made, for making its schema was a third of a whole run."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from secrets import token_hex

import pytest
from sqlite_utils import Database

from tk_desktop.base.paths import migrations
from tk_desktop.store import migraties, openen, werkmap
from tk_desktop.store.driver import DATABASE, verbind
from tk_desktop.store.kluis import Kluis, is_beschermd

EIGEN = {"bewerkstand": "persoon", "uitwisseling": "incarnatie"}
"""Where a new werkmap differs from every other: a table with one row, and its column that holds random bytes."""


@pytest.fixture(scope="session", autouse=True)
def _nieuwe_werkmappen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let a new werkmap start as a copy; ``test_werkmap`` proves that it differs from a made one nowhere else.

    A protected one, one in a place that refuses and one with other steps is made as ever.
    """
    map_ = tmp_path_factory.mktemp("voorgemaakt")
    werkmap.Store.open(map_, maken=True).close()
    gemaakt = Voorgemaakt(map_ / DATABASE)

    def open_database(plek: Path, kluis: Kluis | None, *, maken: bool) -> Database:
        if maken and kluis is None and _is_gewoon(plek):
            (plek / DATABASE).write_bytes(gemaakt.ander())
        return openen.open_database(plek, kluis, maken=maken)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(werkmap, "open_database", open_database)
        yield


def _is_gewoon(plek: Path) -> bool:
    if is_beschermd(plek) or (plek / DATABASE).exists() or vars(migraties)["migrations"]() != migrations():
        return False
    try:
        plek.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return shutil.disk_usage(plek).free > 16_000_000


class Voorgemaakt:
    """A werkmap that was made, and copies of it that have what no other has."""

    def __init__(self, pad: Path) -> None:
        self._inhoud = pad.read_bytes()
        with closing(verbind(pad)) as db:
            rijen = [db.execute(f"SELECT {kolom} FROM {tabel}").fetchone() for tabel, kolom in EIGEN.items()]
        self._eigen = [str(waarde).encode() for (waarde,) in rijen]
        assert all(self._inhoud.count(waarde) == 1 for waarde in self._eigen)

    def ander(self) -> bytes:
        """Return the bytes of a new one: opening it to write two values would read its whole schema once more."""
        inhoud = self._inhoud
        for waarde in self._eigen:
            inhoud = inhoud.replace(waarde, token_hex(len(waarde) // 2).encode())
        return inhoud
