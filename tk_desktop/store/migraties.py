"""The steps that bring a database to the schema of this program."""

import re
from collections.abc import Iterator
from functools import cache
from os import scandir
from pathlib import Path

from sqlite_utils import Database, Migrations

from tk_desktop.base.files import replacing
from tk_desktop.base.paths import migrations
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.store.driver import is_hele_opdracht
from tk_desktop.store.fouten import WerkmapTeNieuw
from tk_desktop.store.opnemen import laat_los

_NAAM = re.compile(r"\d{4}_[a-z0-9_]+")
_REEKS = "tk"
"""How sqlite-utils calls all steps of this program together."""


def breng_bij(db: Database, kopieen: Path | None) -> None:
    """Apply every step that the database has not had, all or none (``db/migrations``).

    A copy of a database that holds anything is kept in ``kopieen`` first. A step can call ``platte_tekst``. Raises
    ``WerkmapTeNieuw``, with nothing changed, when the database had a step that this program does not know.
    """
    bekend = _stappen(migrations())
    gehad = _gehad(db)
    if gehad - bekend:
        raise WerkmapTeNieuw
    te_doen = sorted(bekend - gehad)
    if not te_doen:
        return
    if gehad and kopieen is not None:
        kopieer(db, kopieen / f"voor_{te_doen[0]}.db")
    stappen = Migrations(_REEKS)
    for naam in sorted(bekend):
        stappen(name=naam)(_Stap(migrations() / f"{naam}.sql"))
    db.conn.create_function("platte_tekst", 1, platte_tekst, deterministic=True)
    with db.atomic():
        laat_los(db)
        stappen.apply(db)


@cache
def _stappen(map_: Path) -> frozenset[str]:
    """Return the names of the steps that this program knows: what comes beside them while it runs is of a newer one."""
    with scandir(map_) as bestanden:
        alle = {een.name.removesuffix(".sql") for een in bestanden if een.name.endswith(".sql")}
    return frozenset(naam for naam in alle if _NAAM.fullmatch(naam))


def _gehad(db: Database) -> set[str]:
    """Return the names of the steps that a database had; asked at every opening, so without a look at its tables."""
    tafel = Migrations.migrations_table
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (tafel,)).fetchone() is None:
        return set()
    return {naam for (naam,) in db.execute(f"SELECT name FROM {tafel} WHERE migration_set = ?", (_REEKS,))}


@cache
def schemanummer() -> int:
    """Return the number of the last step that this program knows; asked for every segment, looked up once."""
    return max(int(naam[:4]) for naam in _stappen(migrations()))


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
