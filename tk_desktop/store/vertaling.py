"""Telling in Dutch what a user or a machine can do wrong to the database of a werkmap."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError
from tk_desktop.store.driver import DATABASE, Databasefout
from tk_desktop.store.fouten import (
    DossierGesloten,
    NietVanU,
    WerkmapBeschadigd,
    WerkmapBezet,
    WerkmapOnbereikbaar,
)
from tk_desktop.store.opnemen import NIET_VAN_U

_GEZEGD: dict[str, type[TkError]] = {NIET_VAN_U: NietVanU, "dossier gesloten": DossierGesloten}
"""What triggers say of a change that may not be (``db/migrations``)."""


@contextmanager
def in_het_nederlands(map_: Path) -> Iterator[None]:
    """Turn the faults of SQLite that a user or machine can cause into ours."""
    try:
        yield
    except (UnicodeDecodeError, Databasefout) as fout:
        if (onze := vertaald(fout, map_)) is fout:
            raise
        raise onze from fout


def vertaald(fout: BaseException, map_: Path) -> BaseException:
    """Return our fault for one of SQLite that a user or machine can cause; any other as it is."""
    if isinstance(fout, UnicodeDecodeError):  # in a name of the schema
        return WerkmapBeschadigd(map=map_.name)
    return (_vertaal(fout, map_) or fout) if isinstance(fout, Databasefout) else fout


def _vertaal(fout: Databasefout, map_: Path) -> TkError | None:
    naam = getattr(fout, "sqlite_errorname", "")
    gezegd = next((zin for zin in _GEZEGD if zin in str(fout)), None)
    uit: TkError | None = None
    if gezegd is not None:
        uit = _GEZEGD[gezegd]()
    elif naam.startswith("SQLITE_FULL") or "disk is full" in str(fout):  # by then SQLCipher calls it any fault
        uit = SchijfVol(bestand=DATABASE)
    elif naam.startswith("SQLITE_IOERR") or not _staat_er(map_):
        uit = WerkmapOnbereikbaar(map=map_.name)
    elif naam.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        uit = NietSchrijfbaar(bestand=DATABASE, oorzaak="de werkmap is alleen-lezen of niet te openen")
    elif naam.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        uit = WerkmapBezet(map=map_.name)
    # SQLite itself finds any bytes a text.
    elif naam.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_FORMAT")) or "decode to UTF-8" in str(fout):
        uit = WerkmapBeschadigd(map=map_.name)
    return uit


def _staat_er(map_: Path) -> bool:
    """Tell whether the database still stands where it was opened."""
    try:
        return (map_ / DATABASE).is_file()
    except OSError:
        return False
