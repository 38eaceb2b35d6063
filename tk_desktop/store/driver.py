"""The SQLite that the store uses: the one of SQLCipher, for plain and for protected werkmappen alike.

One driver means one version of SQLite on every laptop, whatever the system brings, and one set of faults. Nothing else
imports it; a database that is made or opened without a key is an ordinary SQLite file, readable by every tool.
"""

import sqlite3
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database

if TYPE_CHECKING:
    from sqlite3 import Connection as Verbinding
    from sqlite3 import DatabaseError as Databasefout
    from sqlite3 import IntegrityError as Samenhangfout
else:
    Verbinding = dbapi2.Connection
    Databasefout = dbapi2.DatabaseError
    Samenhangfout = dbapi2.IntegrityError

__all__ = ["DATABASE", "Databasefout", "Gegevens", "Samenhangfout", "Verbinding", "is_hele_opdracht", "verbind"]

DATABASE = "tk.db"
"""The name of the database in a werkmap, and in a fault about it."""

_BEREID = 2000
"""How many statements stay prepared: those that change a row bring their triggers along, and take long to prepare.

More than the program has: once this library holds as many, it prepares anew each time what was asked for last.
"""


def verbind(bestand: Path, sleutel: bytes | None = None, *, alleen_lezen: bool = False) -> Verbinding:
    """Open a database, or make it; ``sleutel`` is the 32 bytes with which all of it is encrypted.

    Transactions are begun and ended by the caller. A wrong key shows at the first statement, as ``Databasefout`` that
    the file is no database.
    """
    adres = f"{bestand.resolve().as_uri()}{'?mode=ro' if alleen_lezen else ''}"
    db = cast("Verbinding", dbapi2.connect(adres, uri=True, timeout=5, isolation_level=None, cached_statements=_BEREID))
    if sleutel is not None:
        db.execute(f"PRAGMA key = \"x'{sleutel.hex()}'\"")
    db.execute("PRAGMA temp_store = MEMORY")  # what is worked out by the way never lies readable on the disk
    return db


class Gegevens(Database):
    """The database through sqlite-utils, whose questions go without a savepoint and its release around each of them.

    Those make that a statement which is no question is taken back; ours that change something go by ``execute``.
    """

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        """Ask a question now, and yield each row by the names of its columns as it is asked for."""
        cursor = self.conn.execute(sql, () if params is None else params)
        namen = [kolom[0] for kolom in cursor.description]
        return (dict(zip(namen, rij, strict=True)) for rij in cursor)


def is_hele_opdracht(sql: str) -> bool:
    """Tell whether a text of SQL ends where a statement ends."""
    return sqlite3.complete_statement(sql)
