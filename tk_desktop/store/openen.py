"""Opening the database of a werkmap."""

from pathlib import Path

from sqlite_utils import Database

from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.store.driver import DATABASE, Gegevens, verbind
from tk_desktop.store.fouten import GeenWerkmap
from tk_desktop.store.kluis import Kluis, SleutelPastNiet, WerkmapVergrendeld, is_beschermd, maak_af, sleutel_van
from tk_desktop.store.leeskopie import bron_van
from tk_desktop.store.migraties import breng_bij
from tk_desktop.store.samenloop import Samenloop
from tk_desktop.store.vertaling import in_het_nederlands


def open_database(map_: Path, kluis: Kluis | None, *, maken: bool) -> Database:
    """Open the database of a werkmap and bring it to this program's schema, after keeping a copy.

    Raises ``GeenWerkmap`` when there is none and ``maken`` is not asked, ``WerkmapVergrendeld``, ``SleutelPastNiet``,
    ``WerkmapTeNieuw``, ``WerkmapBezet``, ``WerkmapBeschadigd``, or ``NietSchrijfbaar``; nothing has changed then.
    """
    try:
        maak_af(map_)
    except OSError as fout:
        raise NietSchrijfbaar(bestand=map_.name, oorzaak="de bescherming kan niet worden afgemaakt") from fout
    if not (map_ / DATABASE).exists() and not maken:
        raise GeenWerkmap(map=map_.name)
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise NietSchrijfbaar(bestand=map_.name, oorzaak="de map kan niet worden gemaakt") from fout
    _past(bron_van(map_), kluis)
    with in_het_nederlands(map_):
        db = _verbind(map_, kluis)
        try:
            breng_bij(db, map_ / "kopieen")
            Samenloop(db).begin()
        except BaseException:
            db.close()
            raise
        if not db.conn.total_changes:
            return db
        # The hundreds of statements that made the schema would keep their places among the prepared ones for good.
        db.close()
        return _verbind(map_, kluis)


def _verbind(map_: Path, kluis: Kluis | None) -> Database:
    db = Gegevens(verbind(map_ / DATABASE, sleutel_van(kluis)))
    try:
        _stel_in(db)
    except BaseException:
        db.close()
        raise
    return db


def _past(map_: Path, kluis: Kluis | None) -> None:
    """Refuse a protected werkmap without its key, and a key where there is nothing it fits."""
    if is_beschermd(map_) and kluis is None:
        raise WerkmapVergrendeld(map=map_.name)
    if kluis is not None and not kluis.past_op(map_):
        raise SleutelPastNiet(map=map_.name)


def _stel_in(db: Database) -> None:
    """Choose safety: one writer, a rollback journal, and all on the disk at each commit (docs/decisions/0002).

    Below ``EXTRA`` the removal of the journal is not synced: after a power failure it is back, and takes back the
    change that was acknowledged last.
    """
    db.conn.execute("PRAGMA busy_timeout = 5000")
    db.conn.execute("PRAGMA journal_mode = DELETE")
    db.conn.execute("PRAGMA synchronous = EXTRA")
    db.conn.execute("PRAGMA foreign_keys = ON")
