"""Putting a copy in the place of a database that cannot be mended (BUNDLES, Faults)."""

from contextlib import closing
from pathlib import Path

from tk_desktop.base.files import fetch, replacing
from tk_desktop.store.driver import DATABASE, Databasefout, verbind
from tk_desktop.store.kluis import Kluis, sleutel_van


def gave_kopie(map_: Path, kluis: Kluis | None) -> Path | None:
    """Return the latest copy of a database that is whole, ``None`` when there is none."""
    kopieen = sorted((map_ / "kopieen").glob("*.db"), key=lambda pad: pad.stat().st_mtime_ns, reverse=True)
    return next((pad for pad in kopieen if _is_gaaf(pad, kluis)), None)


def zet_terug(map_: Path, kopie: Path) -> Path:
    """Put a copy in the place of the database of a werkmap that nobody has open; return where the damaged one lies.

    What was done since comes back with the bundles of others, who are told that it is missing (R15).
    """
    database = map_ / DATABASE
    beschadigd = next(
        pad for nummer in range(1, 1000) if not (pad := map_ / f"{DATABASE}.beschadigd-{nummer}").exists()
    )
    if database.exists():
        fetch(database, beschadigd)
    with replacing(database) as deel:
        deel.write_bytes(kopie.read_bytes())
    for naam in (f"{DATABASE}-journal", f"{DATABASE}-wal", f"{DATABASE}-shm"):
        (map_ / naam).unlink(missing_ok=True)  # of the damaged one: it would be played into the copy
    return beschadigd


def _is_gaaf(pad: Path, kluis: Kluis | None) -> bool:
    try:
        with closing(verbind(pad, sleutel_van(kluis), alleen_lezen=True)) as db:
            return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except Databasefout:
        return False
