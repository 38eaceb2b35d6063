"""The SQLite that the store uses: the one of SQLCipher, for plain and for protected werkmappen alike.

One driver means one version of SQLite on every laptop, whatever the system brings, and one set of faults. Nothing else
imports it; a database that is made or opened without a key is an ordinary SQLite file, readable by every tool.
"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from sqlite3 import Connection as Verbinding
    from sqlite3 import DatabaseError as Databasefout
    from sqlite3 import IntegrityError as Samenhangfout
else:
    Verbinding = dbapi2.Connection
    Databasefout = dbapi2.DatabaseError
    Samenhangfout = dbapi2.IntegrityError

__all__ = ["DATABASE", "Databasefout", "Samenhangfout", "Verbinding", "is_hele_opdracht", "verbind"]

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


def is_hele_opdracht(sql: str) -> bool:
    """Tell whether a text of SQL ends where a statement ends."""
    return sqlite3.complete_statement(sql)
