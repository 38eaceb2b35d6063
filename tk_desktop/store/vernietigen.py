"""Destroying what a reader wrote, for good: in the database, in its copies, and in what they leave on the disk (F16).

Rows that are deleted stay readable in an SQLite file until something else is written there: in free room, in the index
of words, in the journal with the pages as they were, and in the copies that are kept before a migration. Here all four
are written over. What a disk keeps of files that were removed is beyond a program.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tk_desktop.base.files import erase
from tk_desktop.domain.bereik import TUSSEN
from tk_desktop.store.driver import Verbinding, verbind
from tk_desktop.store.zoekwoorden import rebuild_words

WISSEN = "wissen.begonnen"
"""The file in a werkmap that is there from before rows are destroyed until what they leave on the disk is gone."""

_VELDEN = "veld NOT IN ('_rij', '_weg')"
_GEGAAN = "SELECT tabel, rij FROM kop WHERE veld = '_weg' AND getoond = 1 AND waarde IS NOT NULL"
_EIGEN_WEG = f"bereik GLOB 'prive:*' AND {_VELDEN} AND (tabel, rij) IN ({_GEGAAN})"
"""What was said in rows of one's own that are gone."""

_VERWIJST = "(veld GLOB '*_id' OR veld IN ('over', 'hoort_bij'))"
"""Fields that name another row: an id, no words."""


def vernietig(
    db: Verbinding, bestand: Path, vergaderingen: Sequence[str], eigenaar: str, sleutel: bytes | None = None
) -> None:
    """Destroy the notes, preparations and bookmarks of one reader on these meetings; nothing brings them back.

    ``bestand`` is the file of the database and ``sleutel`` what it is encrypted with. The copies in ``kopieen`` beside
    it come first: should one refuse, then nothing is lost from the database yet and it can be done again. Raises
    ``Databasefout`` or ``OSError``.
    """
    map_ = bestand.parent
    afdruk = map_ / "cache" / "afdruk"
    if afdruk.is_dir():
        shutil.rmtree(afdruk)  # pages that were printed with notes
    for kopie in sorted((map_ / "kopieen").glob("*.db")):
        with closing(verbind(kopie, sleutel)) as oud:
            if _heeft(oud, "voorbereiding"):
                _schoon(oud, kopie, vergaderingen, eigenaar)
    _schoon(db, bestand, vergaderingen, eigenaar)


def _heeft(db: Verbinding, tabel: str) -> bool:
    """Tell whether a copy is of a time in which there was that table."""
    return db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (tabel,)).fetchone() is not None


def _schoon(db: Verbinding, bestand: Path, vergaderingen: Sequence[str], eigenaar: str) -> None:
    with alleen_hier(db, bestand):
        db.execute("BEGIN EXCLUSIVE")
        try:
            for vergadering in vergaderingen:
                _verwijder(db, {"vergadering": vergadering, "wie": eigenaar})
            if _heeft(db, "kop"):
                _verzwijg(db)
            db.execute("DELETE FROM leestekst WHERE versie NOT IN (SELECT versie FROM aantekening_plaats)")
            # Deleting from an index of words adds to it that they are gone; making it anew leaves them out.
            db.execute("INSERT INTO zoekregel_fts (zoekregel_fts) VALUES ('rebuild')")
            if _heeft(db, "zoekregel_woord"):
                rebuild_words(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("VACUUM")  # what was changed before now lies in free room too


def _verwijder(db: Verbinding, wat: dict[str, str]) -> None:
    for opdracht in (
        """DELETE FROM voorbereiding WHERE eigenaar = :wie
           AND agendapunt_id IN (SELECT id FROM agendapunt WHERE vergadering_id = :vergadering)""",
        "DELETE FROM bladwijzer WHERE eigenaar = :wie AND vergadering_id = :vergadering",
        """DELETE FROM zoekregel WHERE soort = 'aantekening' AND bron IN (
               SELECT id FROM aantekening WHERE eigenaar = :wie AND vergadering_id = :vergadering)""",
        "DELETE FROM aantekening WHERE eigenaar = :wie AND vergadering_id = :vergadering",
    ):
        db.execute(opdracht, wat)


def _verzwijg(db: Verbinding) -> None:
    """Forget what was said in rows of one's own that are gone: other laptops are only told that they are.

    What was written of them for others is forgotten once it was told; the word that it is withdrawn is to be told yet.
    """
    if db.execute("SELECT 1 FROM pragma_table_info('vervangen') WHERE name = 'door'").fetchone():
        _noem_vervangen(db, f"bereik GLOB 'prive:*' AND (tabel, rij) IN ({_GEGAAN})")
    gedeeld = f"""bereik GLOB 'deel:*' AND {_VELDEN} AND vervangt IS NULL
        AND (tabel, substr(rij, instr(rij, '{TUSSEN}') + 1)) IN ({_GEGAAN})"""
    for weg in (_EIGEN_WEG, gedeeld):
        db.execute(
            f"""INSERT OR IGNORE INTO vervangen (tabel, rij, veld, bereik, id)
                SELECT tabel, rij, veld, bereik, id FROM kop WHERE {weg}"""
        )
        db.execute(f"DELETE FROM kop WHERE {weg}")
    for tabel in ("tekstversie", "bewerking"):
        db.execute(f"DELETE FROM {tabel} WHERE {_EIGEN_WEG}")


@contextmanager
def alleen_hier(db: Verbinding, bestand: Path) -> Iterator[None]:
    """Let nobody else in, write over what is deleted, and afterwards over the journal with the pages as they were.

    The journal stays on the disk as long as it is needed to survive a fault; it is written over while the database is
    still locked, so that it is nobody's.
    """
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = PERSIST")
    try:
        yield
        journaal = bestand.with_name(f"{bestand.name}-journal")
        if journaal.exists():
            erase(journaal)
    finally:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA locking_mode = NORMAL")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # only now the lock goes


def zoek_te_wissen(db: Verbinding, vergaderingen: Sequence[str]) -> list[tuple[str, str, str]]:
    """Gather in ``te_wissen`` the rows that are gone of meetings, and return in which scopes each is known."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS te_wissen (tabel TEXT, rij TEXT, PRIMARY KEY (tabel, rij))")
    db.execute("DELETE FROM te_wissen")
    db.executemany("INSERT OR IGNORE INTO te_wissen VALUES ('vergadering', ?)", [(een,) for een in vergaderingen])
    aantal = -1
    while aantal != (aantal := db.execute("SELECT count(*) FROM te_wissen").fetchone()[0]):
        db.execute(
            f"""INSERT OR IGNORE INTO te_wissen SELECT k.tabel, k.rij FROM kop k
               WHERE {_VERWIJST} AND k.waarde IN (SELECT rij FROM te_wissen) AND EXISTS (
                   SELECT 1 FROM kop w WHERE w.tabel = k.tabel AND w.rij = k.rij AND w.veld = '_weg'
                   AND w.waarde IS NOT NULL)"""
        )
    for (tabel,) in db.execute("SELECT DISTINCT tabel FROM te_wissen").fetchall():
        if _heeft(db, tabel):  # what was changed elsewhere unseen stands until it is judged
            db.execute(f"DELETE FROM te_wissen WHERE tabel = ? AND rij IN (SELECT id FROM {tabel})", (tabel,))
    vraag = "SELECT DISTINCT tabel, rij, bereik FROM kop WHERE (tabel, rij) IN (SELECT tabel, rij FROM te_wissen)"
    return list(db.execute(vraag).fetchall())


def wis_gevonden(db: Verbinding, sommen: Sequence[str]) -> None:
    """Forget what the rows in ``te_wissen`` said, and the words of files that go: doing it again is no fault.

    Of the operations only stays that the rows are gone, which other laptops are told, what they hung under, by which
    what comes in later is found too, and what who destroyed them had not seen: nobody decided on that.
    """
    weg = f"veld NOT IN ('_rij', '_weg') AND NOT {_VERWIJST} AND (tabel, rij) IN (SELECT tabel, rij FROM te_wissen)"
    gezien = f"""{weg} AND EXISTS (
        SELECT 1 FROM kop w, json_each(w.waarde) j WHERE w.tabel = kop.tabel AND w.rij = kop.rij AND w.veld = '_weg'
        AND w.bereik = kop.bereik AND w.waarde IS NOT NULL AND j.value = kop.id)"""
    _noem_vervangen(db, "(tabel, rij) IN (SELECT tabel, rij FROM te_wissen)")
    db.execute(
        f"""INSERT OR IGNORE INTO vervangen (tabel, rij, veld, bereik, id)
            SELECT tabel, rij, veld, bereik, id FROM kop WHERE {gezien}"""
    )
    db.execute(f"DELETE FROM kop WHERE {gezien}")
    for tabel in ("tekstversie", "bewerking"):
        db.execute(f"DELETE FROM {tabel} WHERE {weg} AND id NOT IN (SELECT id FROM kop WHERE {weg})")
    for opdracht in (
        "DELETE FROM zoekregel WHERE soort IN ('pagina', 'verborgen') AND bron = ?1",
        "DELETE FROM leestekst WHERE versie = ?1",
        "DELETE FROM bladplek WHERE versie = ?1 OR in_versie = ?1",
    ):
        db.executemany(opdracht, [(som,) for som in sommen])
    db.execute("INSERT INTO zoekregel_fts (zoekregel_fts) VALUES ('rebuild')")
    if _heeft(db, "zoekregel_woord"):
        rebuild_words(db)
    db.execute("DELETE FROM te_wissen")


def _noem_vervangen(db: Verbinding, welke: str) -> None:
    """Let removals that nobody heard of yet also name what the values that go had replaced.

    Those are forgotten untold, and with them what they took the place of: elsewhere that would stand as never seen.
    """
    db.execute(
        f"""UPDATE kop SET waarde = (
               SELECT json_group_array(id) FROM (
                   SELECT value AS id FROM json_each(kop.waarde) UNION SELECT v.id FROM vervangen v
                   WHERE v.tabel = kop.tabel AND v.rij = kop.rij AND v.bereik = kop.bereik
                   AND v.veld NOT IN ('_rij', '_weg') AND v.door IS NOT NULL))
           WHERE veld = '_weg' AND waarde IS NOT NULL AND vervangt IS NOT NULL AND {welke}"""
    )


def wis_bestanden(paden: Iterable[Path]) -> None:
    """Write over files and remove them, as far as they are there; raises ``OSError``."""
    for pad in paden:
        if pad.is_file():
            erase(pad)
            pad.unlink()
