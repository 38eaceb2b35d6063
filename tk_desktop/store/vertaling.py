"""Telling in Dutch what a user or a machine can do wrong to the database of a werkmap."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError
from tk_desktop.store.driver import DATABASE, Databasefout
from tk_desktop.store.fouten import DossierGesloten, NietVanU, WerkmapBeschadigd, WerkmapBezet
from tk_desktop.store.opnemen import NIET_VAN_U

_GEZEGD: dict[str, type[TkError]] = {NIET_VAN_U: NietVanU, "dossier gesloten": DossierGesloten}
"""What triggers say of a change that may not be (``db/migrations``)."""


@contextmanager
def in_het_nederlands(map_: Path) -> Iterator[None]:
    """Turn the faults of SQLite that a user or machine can cause into ours."""
    try:
        yield
    except UnicodeDecodeError as fout:  # in a name of the schema
        raise WerkmapBeschadigd(map=map_.name) from fout
    except Databasefout as fout:
        vertaald = _vertaal(fout, map_)
        if vertaald is None:
            raise
        raise vertaald from fout


def _vertaal(fout: Databasefout, map_: Path) -> TkError | None:
    naam = getattr(fout, "sqlite_errorname", "")
    gezegd = next((zin for zin in _GEZEGD if zin in str(fout)), None)
    if gezegd is not None:
        return _GEZEGD[gezegd]()
    if naam.startswith("SQLITE_FULL") or "disk is full" in str(fout):  # by then SQLCipher calls it any fault
        return SchijfVol(bestand=DATABASE)
    if naam.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return NietSchrijfbaar(bestand=DATABASE, oorzaak="de werkmap is alleen-lezen of niet te openen")
    if naam.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return WerkmapBezet(map=map_.name)
    geen_tekst = "decode to UTF-8" in str(fout)  # SQLite itself finds any bytes a text
    if geen_tekst or naam.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_FORMAT")):
        return WerkmapBeschadigd(map=map_.name)
    return None
