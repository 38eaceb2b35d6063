"""Writing one edit against raw SQLite, and searching against the bare FTS5 query."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.meten import Meting, in_turn
from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.store.driver import verbind
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_WOORDEN = ("oever", "sluis", "vaart", "brug", "dijk", "kade", "gemaal", "polder", "haven", "veer")


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of one edit and of a search in 20 000 pages."""
    with Store.open(map_ / "werkmap-zoeken", maken=True) as store:
        yield _bewerking(store, map_)
        yield _zoeken(store)


def _bewerking(store: Store, map_: Path) -> Meting:
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id)
    punten = [een_agendapunt(vergadering_id=vergadering.id)]
    opname = bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten))
    (punt,) = opname.agendapunten
    # The peer writes the same: the item, with indexes and rules, and its words in the index that is searched.
    shutil.copy(store.map / "tk.db", map_ / "ruw.db")
    ruw = verbind(map_ / "ruw.db")
    ruw.executescript("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; UPDATE bewerkstand SET opnemen = 0;")
    teller = count()

    def onze() -> None:
        for _ in range(20):
            with store.transaction():
                store.agendapunten.save(replace(punt, titel=f"Titel {next(teller)}"))

    def kaal() -> None:
        for _ in range(20):
            ruw.execute("BEGIN IMMEDIATE")
            titel = f"Titel {next(teller)}"
            ruw.execute("UPDATE agendapunt SET titel = ? WHERE id = ?", (titel, punt.id))
            ruw.execute("UPDATE zoekregel SET tekst = ? WHERE soort = 'agendapunt' AND bron = ?", (titel, punt.id))
            ruw.execute("COMMIT")

    ons, ander = in_turn(onze, kaal, keer=9)
    ruw.close()
    return Meting(
        wat="een agendapunt wijzigen (20 keer)",
        ons=ons,
        ander=ander,
        naam_ander="dezelfde rijen kaal",
        toegestaan=0,
        grens=2.0,
    )


def _zoeken(store: Store) -> Meting:
    with store.transaction():
        for bron in range(200):
            teksten = [
                " ".join(
                    _WOORDEN[(bron * 7 + blad * 3 + plek * plek) % 10] + str((blad + plek) % 97) for plek in range(80)
                )
                for blad in range(100)
            ]
            store.zoekregister.neem_op(Zoeksoort.PAGINA, f"{bron:064x}", teksten)
    db = sqlite3.connect(store.map / "tk.db")
    vraag = """SELECT z.bron, z.pagina, snippet(zoekregel_fts, 0, '', '', '', 12) FROM zoekregel_fts f
               JOIN zoekregel z ON z.id = f.rowid WHERE zoekregel_fts MATCH '"sluis12"' ORDER BY f.rank LIMIT 50"""

    def onze() -> None:
        for _ in range(20):
            store.zoekregister.zoek("sluis12")

    def kaal() -> None:
        for _ in range(20):
            db.execute(vraag).fetchall()

    ons, ander = in_turn(onze, kaal, keer=9)
    db.close()
    return Meting(
        wat="zoeken in 20 000 bladzijden (20 keer)",
        ons=ons,
        ander=ander,
        naam_ander="de kale FTS5-vraag",
        toegestaan=0,
        grens=1.5,
    )


def _bladtekst(bron: int, blad: int) -> str:
    """Eighty words that differ by source and page."""
    return " ".join(f"{_WOORDEN[(bron * 7 + blad * 3 + plek * plek) % 10]}{(blad + plek) % 97}" for plek in range(80))
