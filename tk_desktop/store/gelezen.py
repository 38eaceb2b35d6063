"""What was read last of a database, for as long as nobody changed anything in it."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlite_utils import Database

T = TypeVar("T")

_HOEVEEL = 4
"""How many readings are kept: a window shows one meeting, but asks for it many times."""


class Gelezen:
    """Keeps readings that cost much, until this connection or another one changed the database.

    SQLite tells both: how many rows this connection changed, and whether another one did.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._stand: tuple[int, int] | None = None
        self._bekend: dict[tuple[str, ...], Any] = {}
        self.leest = False
        """Whether a reading goes on, in which another one may be asked for."""

    def geef(self, sleutel: tuple[str, ...], lees: Callable[[], T]) -> T:
        """Return what ``lees`` reads, inside a reading of the caller that changed nothing itself."""
        stand = (self._db.conn.total_changes, int(self._db.execute("PRAGMA data_version").fetchone()[0]))
        if stand != self._stand:
            self._bekend.clear()
            self._stand = stand
        if sleutel in self._bekend:
            bekend: T = self._bekend[sleutel]
            return bekend
        buiten, self.leest = self.leest, True
        try:
            gelezen = lees()
        finally:
            self.leest = buiten
        if len(self._bekend) >= _HOEVEEL:
            del self._bekend[next(iter(self._bekend))]
        self._bekend[sleutel] = gelezen
        return gelezen
