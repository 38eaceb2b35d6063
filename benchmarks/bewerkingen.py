"""What agreeing costs: recording an edit, and taking in what others did, against bare SQLite."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.meten import Meting, in_turn
from tests.laptops import Laptop
from tk_desktop.store.driver import Verbinding, verbind
from tk_desktop.store.werkmap import Store

_ACTIE = """INSERT INTO actie
    (id, volgorde, gremium_id, tekst, ontstaan, soort, door, staat, oorsprong, portefeuillehouder, besloten)
    VALUES ('a', 'c', 'g', 'Bel', '2026-03-11', 'actie', '', 'open', '', '', 0)"""
_STAND = "INSERT INTO actie_stand VALUES (?, 'a', 'c', '2026-03-11', ?)"


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of one edit, and of 20 000 operations that are written and taken in."""
    yield _een_wijziging(map_)
    yield _toepassen(map_, "20 000 bewerkingen toepassen", 4_000)
    yield _schrijven(map_, "20 000 bewerkingen schrijven", 4_000)


def _een_wijziging(map_: Path) -> Meting:
    opdracht = "UPDATE gremium SET naam = ? WHERE id = 'g'"
    ruw = verbind(map_ / "ruw-wijziging.db")
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


def _toepassen(map_: Path, wat: str, rijen: int) -> Meting:
    """Take in new rows of five operations each."""
    bron = Laptop("roos")
    with bron.store.transaction():
        _schrijf(bron.store._db.conn, _standen(rijen))
    bewerkingen = bron.zeg()
    return _tegen_kaal(map_, wat, rijen, lambda store: store.pas_toe(bewerkingen))


def _schrijven(map_: Path, wat: str, rijen: int) -> Meting:
    """Write new rows of five operations each, recorded by triggers."""

    def onze(store: Store) -> None:
        with store.transaction():
            _schrijf(store._db.conn, _standen(rijen))

    return _tegen_kaal(map_, wat, rijen, onze)


def _tegen_kaal(map_: Path, wat: str, rijen: int, werk: Callable[[Store], object]) -> Meting:
    """Do it in a werkmap, in a file.

    The peer writes the same rows into the same tables, with their indexes, rules and references, in a file of the same
    library that is synced alike, in one transaction; it only records nothing.
    """
    leeg, doel = map_ / f"leeg {wat}", map_ / f"doel {wat}"
    Store.open(leeg, maken=True).close()
    open_: list[Store] = []

    def klaar() -> None:
        for store in open_:
            store.close()
        shutil.rmtree(doel, ignore_errors=True)
        shutil.copytree(leeg, doel)
        open_[:] = [Store.open(doel)]

    def onze() -> None:
        werk(open_[0])

    def kaal() -> None:
        db = open_[0]._db.conn
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE bewerkstand SET opnemen = 0")
        _schrijf(db, _standen(rijen))
        db.execute("COMMIT")

    ons, ander = in_turn(onze, kaal, keer=5, voor=klaar)
    open_[0].close()
    return Meting(wat=wat, ons=ons, ander=ander, naam_ander="dezelfde rijen kaal", toegestaan=0, grens=15.0)


def _standen(rijen: int) -> Sequence[tuple[str, str]]:
    return [(f"s{nummer}", f"Stand {nummer} van de actie") for nummer in range(rijen)]


def _schrijf(db: Verbinding, standen: Sequence[tuple[str, str]]) -> None:
    db.execute("INSERT INTO gremium (id, naam) VALUES ('g', 'Bestuur')")
    db.execute(_ACTIE)
    db.executemany(_STAND, standen)
