"""What agreeing costs: recording an edit, and taking in what others did, against bare SQLite."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.meten import Meting, in_turn
from tests.laptops import Laptop
from tk_desktop.store.werkmap import Store

_ACTIE = """INSERT INTO actie
    (id, volgorde, gremium_id, tekst, ontstaan, soort, door, staat, oorsprong, portefeuillehouder, besloten)
    VALUES ('a', 'c', 'g', 'Bel', '2026-03-11', 'actie', '', 'open', '', '', 0)"""
_STAND = "INSERT INTO actie_stand VALUES (?, 'a', 'c', '2026-03-11', ?)"


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of one edit, of 20 000 operations, and of five years of twenty laptops."""
    yield _een_wijziging(map_)
    yield _toepassen("20 000 bewerkingen toepassen", 4_000, grens=20.0)
    yield _toepassen("400 000 bewerkingen op 80 000 rijen toepassen", 80_000, grens=20.0)


def _een_wijziging(map_: Path) -> Meting:
    opdracht = "UPDATE gremium SET naam = ? WHERE id = 'g'"
    ruw = sqlite3.connect(map_ / "ruw-wijziging.db", isolation_level=None)
    ruw.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;")
    ruw.execute("CREATE TABLE gremium (id TEXT PRIMARY KEY, naam TEXT) STRICT")
    ruw.execute("INSERT INTO gremium VALUES ('g', 'x')")
    with Store.open(map_ / "werkmap-wijziging", maken=True) as store:
        with store.transaction():
            store._db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'x')")

        def onze() -> None:
            for keer in range(20):
                with store.transaction():
                    store._db.conn.execute(opdracht, (f"Bestuur {keer}",))

        def kaal() -> None:
            for keer in range(20):
                ruw.execute("BEGIN IMMEDIATE")
                ruw.execute(opdracht, (f"Bestuur {keer}",))
                ruw.execute("COMMIT")

        ons, ander = in_turn(onze, kaal, keer=9)
    ruw.close()
    return Meting(
        wat="een veld wijzigen en opnemen (20 keer)",
        ons=ons,
        ander=ander,
        naam_ander="kale SQLite",
        toegestaan=0,
        grens=2.0,
    )


def _toepassen(wat: str, rijen: int, *, grens: float) -> Meting:
    """Take in new rows of five operations each; the peer only inserts them."""
    bron = Laptop("roos")
    with bron.store.transaction():
        db = bron.store._db.conn
        db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
        db.execute(_ACTIE)
        db.executemany(_STAND, [(f"s{nummer}", f"Stand {nummer} van de actie") for nummer in range(rijen)])
    bewerkingen = bron.zeg()

    def onze() -> None:
        Laptop("joost").hoor(bewerkingen)

    def kaal() -> None:
        ruw = sqlite3.connect(":memory:")
        ruw.execute(
            "CREATE TABLE stand (id TEXT PRIMARY KEY, actie TEXT, volgorde TEXT, datum TEXT, tekst TEXT) STRICT"
        )
        waarden = [(f"s{nummer}", "a", "c", "2026-03-11", f"Stand {nummer} van de actie") for nummer in range(rijen)]
        ruw.executemany("INSERT INTO stand VALUES (?, ?, ?, ?, ?)", waarden)
        ruw.close()

    ons, ander = in_turn(onze, kaal, keer=3)
    return Meting(wat=wat, ons=ons, ander=ander, naam_ander="kale INSERT", toegestaan=0, grens=grens)
