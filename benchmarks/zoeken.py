"""Searching in 300 000 pages: what a person waits for, against the bare FTS5 query, and how large the index is.

The peer is one statement on the same index: the MATCH of what was asked, its fifty best by ``rank`` with a snippet of
each. Where the words as they were asked stand on too few pages, the program seeks them within longer words too; the
peer then gets the MATCH of all these words at once, and never a wider one than what was sought. The last questions are
the word on the most pages of which all are weighed, and the one on the most pages of all.
"""

import random
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.meten import Kromme, Meting, in_turn
from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_stukversie, een_vergadering
from tk_desktop.pack.zoeken import find
from tk_desktop.store.driver import verbind
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import _als_fts
from tk_desktop.store.zoekwoorden import longer_words, rebuild_words

STUKKEN, BLADEN, WOORDEN = 300, 1000, 60
"""Papers, pages of each and words on a page."""
_STAM = (
    "begroting jeugd zorg regio programma haven kade water veiligheid woning bouw plan beleid nota raad bestuur "
    "verkeer weg brug sluis park groen natuur energie warmte school sport cultuur museum toerisme economie markt"
)
_VRAGEN = ("begroting", "jeugdzorg", "veiligheid -haven", "econom")
"""A word and a compound that are there, two words, and one half typed: that is sought within longer ones."""
_EERST = 0.3
"""Seconds within which the first results are there."""
_EERSTE = 50
"""How many those are."""
_KAAL = """SELECT f.rowid, snippet(zoekregel_fts, 0, '', '', '', 12) FROM zoekregel_fts f
           WHERE zoekregel_fts MATCH ? ORDER BY f.rank LIMIT ?"""


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of each question, and how large the index is."""
    with Store.open(map_ / "werkmap-woorden", maken=True) as store:
        _vul(store)
        for vraag in (*_VRAGEN, *(_woord_op(store, bladzijden) for bladzijden in (20_000, STUKKEN * BLADEN))):
            yield from _zoeken(store, vraag)
        yield _omvang(store)


def groei(map_: Path) -> Iterator[Kromme]:
    """Yield how the wait for the first fifty results, by name, grows with the pages that are searched."""
    punten: dict[str, list[tuple[float, float]]] = {vraag: [] for vraag in _VRAGEN}
    for paginas in (1_000, 10_000, 100_000, STUKKEN * BLADEN):
        with Store.open(map_ / f"werkmap-{paginas}", maken=True) as store:
            _vul(store, paginas // STUKKEN)
            for vraag in _VRAGEN:
                ons, _ = in_turn(partial(find, store, vraag), lambda: None, keer=5)
                punten[vraag].append((paginas, 1000 * ons))
    for vraag, rij in punten.items():
        yield Kromme(
            grafiek="Zoeken", naam=f"‘{vraag}’", punten=tuple(rij), as_x="bladzijden tekst", as_y="milliseconden"
        )


def _vul(store: Store, bladen: int = BLADEN) -> None:
    """Put the pages in the index at once, as it is made again after a copy was put back."""
    gremium = een_gremium()
    for jaar in range(10):
        hier = een_vergadering(id=f"v{jaar}", gremium_id=gremium.id)
        punt = een_agendapunt(id=f"p{jaar}", vergadering_id=hier.id)
        nummers = range(jaar, STUKKEN, 10)
        bewaar(
            store,
            een_opname(
                gremium=gremium,
                vergadering=hier,
                agendapunten=[punt],
                stukken=[
                    een_stuk(id=f"s{nr}", vergadering_id=hier.id, agendapunt_id=punt.id, volgorde=f"{nr:04}")
                    for nr in nummers
                ],
                versies={
                    f"s{nr}": een_stukversie(id=f"ve{nr}", stuk_id=f"s{nr}", sha256=f"{nr:064x}") for nr in nummers
                },
            ),
        )
    db = verbind(store.map / "tk.db")
    (erbij,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'zoekregel_erbij'").fetchone()
    db.execute("BEGIN IMMEDIATE")
    db.execute("DROP TRIGGER zoekregel_erbij")
    db.executemany("INSERT INTO zoekregel (soort, bron, pagina, tekst) VALUES ('pagina', ?, ?, ?)", _bladen(bladen))
    db.execute("INSERT INTO zoekregel_fts (zoekregel_fts) VALUES ('rebuild')")
    db.execute(erbij)
    rebuild_words(db)
    db.execute("COMMIT")
    db.close()


def _bladen(bladen: int) -> Iterator[tuple[str, int, str]]:
    toeval = random.Random(300_000)
    stam = _STAM.split()
    klanken = [a + b for a in "bdfghklmnprstvwz" for b in "aeiou"]
    woorden = ["".join(toeval.choices(klanken, k=toeval.randint(2, 5))) for _ in range(40_000)]
    woorden += [a + b for a in stam for b in stam] + stam
    toeval.shuffle(woorden)
    rij = toeval.choices(woorden, [1 / (rang + 5) for rang in range(len(woorden))], k=1_000_000)
    for nummer in range(STUKKEN):
        for blad in range(1, bladen + 1):
            begin = toeval.randrange(len(rij) - WOORDEN)
            yield f"{nummer:064x}", blad, " ".join(rij[begin : begin + WOORDEN])


def _zoeken(store: Store, vraag: str) -> Iterator[Meting]:
    with closing(verbind(store.map / "tk.db")) as db:

        def kaal(fts: str) -> list[tuple[int, str]]:
            return db.execute(_KAAL, (fts, _EERSTE)).fetchall()

        fts, wijd = _als_fts(vraag), ""
        if len(kaal(fts)) < _EERSTE:
            fts, wijd = _als_fts(vraag, lambda woord: longer_words(store._db, woord)), ", ook in langere woorden"
        ons, ander = in_turn(lambda: store.zoekregister.zoek(vraag), lambda: kaal(fts), keer=7)
        alles, _ = in_turn(lambda: find(store, vraag), lambda: None, keer=5)
        (op,) = db.execute("SELECT count(*) FROM zoekregel_fts WHERE zoekregel_fts MATCH ?", (fts,)).fetchone()
    wat = f"zoeken naar ‘{vraag}’ in 300 000 bladzijden{wijd}, op {op} gevonden"
    yield Meting(wat=wat, ons=ons, ander=ander, naam_ander="FTS5 kaal, dezelfde MATCH", toegestaan=0.02, grens=1.5)
    yield Meting(
        wat=f"{wat}: de eerste 50, bij naam", ons=alles, ander=0.0, naam_ander="niets", toegestaan=_EERST, grens=1.0
    )


def _woord_op(store: Store, bladzijden: int) -> str:
    """Return the word that is on the most pages, though on no more than these."""
    vraag = "SELECT term FROM zoekregel_termen WHERE doc <= ? ORDER BY doc DESC LIMIT 1"
    with closing(verbind(store.map / "tk.db")) as db:
        (woord,) = db.execute(vraag, (bladzijden,)).fetchone()
    return str(woord)


def _omvang(store: Store) -> Meting:
    """Tell how large the index is: in bytes against those of the text itself."""
    db = verbind(store.map / "tk.db")
    (tekst,) = db.execute("SELECT sum(length(tekst)) FROM zoekregel").fetchone()
    (index,) = db.execute("SELECT sum(length(block)) FROM zoekregel_fts_data").fetchone()
    (woorden,) = db.execute("SELECT sum(length(woord) + 4) FROM zoekregel_woord").fetchone()
    db.close()
    return Meting(
        wat=f"de index van 300 000 bladzijden ({woorden / 1e6:.1f} MB woorden)",
        ons=(index + woorden) / 1e6,
        ander=tekst / 1e6,
        naam_ander="de tekst",
        toegestaan=0,
        grens=1.0,
        eenheid="MB",
    )
