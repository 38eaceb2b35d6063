"""The steps that bring a database to the schema of this program."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sqlite_utils import Database, Migrations

from tk_desktop.base.files import replacing
from tk_desktop.base.paths import migrations
from tk_desktop.store.driver import is_hele_opdracht
from tk_desktop.store.fouten import WerkmapTeNieuw
from tk_desktop.store.opnemen import laat_los

_NAAM = re.compile(r"\d{4}_[a-z0-9_]+")


def breng_bij(db: Database, kopieen: Path | None) -> None:
    """Apply every step that the database has not had, all or none (``db/migrations``).

    A copy of a database that holds anything is kept in ``kopieen`` first. Raises ``WerkmapTeNieuw``, with nothing
    changed, when the database had a step that this program does not know.
    """
    stappen = Migrations("tk")
    bekend = sorted(pad for pad in migrations().glob("*.sql") if _NAAM.fullmatch(pad.stem))
    for pad in bekend:
        stappen(name=pad.stem)(_Stap(pad))
    gehad = {stap.name for stap in stappen.applied(db)}
    if gehad - {pad.stem for pad in bekend}:
        raise WerkmapTeNieuw
    te_doen = [stap.name for stap in stappen.pending(db)]
    if te_doen and gehad and kopieen is not None:
        kopieer(db, kopieen / f"voor_{te_doen[0]}.db")
    if te_doen:
        with db.atomic():
            laat_los(db)
            stappen.apply(db)


@cache
def schemanummer() -> int:
    """Return the number of the last step that this program knows; asked for every segment, looked up once."""
    return max(int(pad.stem[:4]) for pad in migrations().glob("*.sql") if _NAAM.fullmatch(pad.stem))


def kopieer(db: Database, doel: Path) -> Path:
    """Write a whole, compact copy of the database and return its path."""
    with replacing(doel) as deel:
        deel.unlink()
        db.execute("VACUUM INTO :doel", {"doel": str(deel)})
    return doel


class _Stap:
    """One file of SQL, run statement by statement inside the transaction of the step."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        self.__name__ = pad.stem

    def __call__(self, db: Database) -> None:
        for opdracht in _opdrachten(self._pad.read_text(encoding="utf-8")):
            db.conn.execute(opdracht)


def _opdrachten(sql: str) -> Iterator[str]:
    """Yield the statements of a script; a trigger is one statement although it holds more."""
    opdracht = ""
    for regel in sql.splitlines(keepends=True):
        opdracht += regel
        if is_hele_opdracht(opdracht):
            yield opdracht
            opdracht = ""
    if opdracht.strip():
        yield opdracht
