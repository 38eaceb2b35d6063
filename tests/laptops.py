"""Laptops that tell each other what was done, without keys or files: operations alone, in memory."""

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sqlcipher3 import dbapi2

from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.conflict import Toepassing
from tk_desktop.store.driver import Gegevens, Verbinding, verbind
from tk_desktop.store.reizend import REIZEND
from tk_desktop.store.rijstand import GETOOND, ZONDER_DOEL
from tk_desktop.store.vormen import vormen
from tk_desktop.store.werkmap import Store

T = TypeVar("T")
Rijen = dict[str, list[tuple[object, ...]]]
Kopie = tuple[Rijen, dict[str, Bewerking]]
Inhoud = dict[str, list[tuple[object, ...]]]


@cache
def _leeg() -> Verbinding:
    """An empty werkmap in memory, made once."""
    with TemporaryDirectory() as map_:
        Store.open(Path(map_), maken=True).close()
        bron = verbind(Path(map_) / "tk.db")
        geheugen = _in_geheugen()
        bron.backup(geheugen)
        bron.close()
    return geheugen


def _in_geheugen() -> Verbinding:
    db: Verbinding = dbapi2.connect(":memory:", isolation_level=None, cached_statements=4000)
    return db


class Laptop:
    """A werkmap with all that it ever told or was told, as its bundles would hold it."""

    def __init__(self, persoon: str = "roos", rol: str = "secretaris", naam: str = "") -> None:
        self.naam, self.persoon, self.rol = naam or persoon, persoon, rol
        self._db = _in_geheugen()
        _leeg().backup(self._db)
        self._db.execute("PRAGMA foreign_keys = ON")
        self.store = Store(Gegevens(self._db), Path("nergens"))
        self.gezegd: dict[str, Bewerking] = {}
        self._koppen: tuple[int, list[tuple[object, ...]]] | None = None
        with self.store.transaction():
            self.store.bewerkingen.word(persoon, rol)

    def doe(self, werk: Callable[[Store], T]) -> T:
        """Change something as the window does."""
        uitkomst, _ = self.store.record(lambda: werk(self.store))
        return uitkomst

    def sql(self, opdracht: str, *waarden: object) -> list[tuple[object, ...]]:
        with self.store.transaction():
            return self._db.execute(opdracht, waarden).fetchall()

    def leest(self, bereik: str) -> bool:
        """Whether its person is on the roster for a scope; a meeting whose papers are besloten is not for officials."""
        if bereik.startswith(("prive:", "pp:")):
            return Bereik.lees(bereik).van == self.persoon or (bereik.startswith("pp:") and self.rol == "secretaris")
        return bereik != "sec" or self.rol == "secretaris"

    def zeg(self) -> tuple[Bewerking, ...]:
        """Put what is new in segments and return all that it can tell."""
        with self.store.transaction():
            for bereik in self.store.bewerkingen.bereiken():
                nieuw = self.store.bewerkingen.openstaand(bereik)
                self.store.bewerkingen.verzegeld(nieuw)
                self.gezegd.update((een.id, een) for een in nieuw)
        return tuple(self.gezegd.values())

    def hoor(self, bewerkingen: Iterable[Bewerking]) -> Toepassing:
        """Take in what another laptop told, as far as it is for this one."""
        voor_mij = [een for een in bewerkingen if self.leest(een.bereik)]
        self.gezegd.update((een.id, een) for een in voor_mij)
        return self.store.pas_toe(voor_mij)

    def inhoud(self) -> Inhoud:
        """Every row that travels, by table."""
        return {een.tabel: sorted(self._db.execute(f"SELECT * FROM {een.tabel}")) for een in REIZEND}

    def koppen(self) -> list[tuple[object, ...]]:
        """Every value that nobody replaced, and whether it is shown; looked up when anything changed since.

        A row that waits for two others is marked at the one that was missed first, which differs and shows nowhere.
        """
        stand = self._db.total_changes
        if self._koppen is None or self._koppen[0] != stand:
            self._koppen = (stand, self._lees_koppen())
        return self._koppen[1]

    def _lees_koppen(self) -> list[tuple[object, ...]]:
        koppen = self._db.execute(
            "SELECT tabel, rij, veld, bereik, id, waarde, getoond FROM kop ORDER BY 1, 2, 3, 4, 5"
        ).fetchall()
        return [(*kop[:-1], GETOOND) if kop[-1] == ZONDER_DOEL and not self._staat(*kop[:2]) else kop for kop in koppen]

    def _staat(self, tabel: str, rij: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {tabel} WHERE id = ?", (rij,)).fetchone() is not None

    def bewaar_kopie(self) -> Kopie:
        return {
            tabel: rijen
            for tabel, (kolommen, _) in self._tabellen.items()
            if (rijen := self._db.execute(f"SELECT {kolommen} FROM {tabel}").fetchall())
        }, dict(self.gezegd)

    def zet_terug(self, kopie: Kopie) -> None:
        """Have an old copy of the werkmap put back over it.

        Row by row: when the database itself is copied, each statement has to be read anew, which takes far longer.
        """
        self.store.vergeet_wijzigingen()
        self._db.execute("BEGIN")
        self._db.execute("UPDATE bewerkstand SET opnemen = 0")
        for tabel in reversed(self._tabellen):
            if self._db.execute(f"SELECT 1 FROM {tabel} LIMIT 1").fetchone():
                self._db.execute(f"DELETE FROM {tabel}")
        for tabel, (kolommen, vragen) in self._tabellen.items():
            if rijen := kopie[0].get(tabel):
                self._db.executemany(f"INSERT INTO {tabel} ({kolommen}) VALUES ({vragen})", rijen)
        self._db.execute("COMMIT")
        self.store.vergeet_wijzigingen()
        self.gezegd = dict(kopie[1])

    @cached_property
    def _tabellen(self) -> dict[str, tuple[str, str]]:
        """Each table with its columns and as many question marks: what others refer to first."""
        alle = (
            str(een) for (een,) in self._db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        )
        gewoon = [
            een
            for een in alle
            if not een.startswith(("sqlite_", "_sqlite", "zoekregel_fts", "zoekregel_termen", "opname_kolom"))
        ]
        reizend = [een for een in vormen(self.store._db) if een in gewoon]
        uit = {}
        for tabel in (*reizend, *sorted({*gewoon} - {*reizend, "bewerkstand"}), "bewerkstand"):
            kolommen = [str(rij[1]) for rij in self._db.execute(f"PRAGMA table_info({tabel})")]
            uit[tabel] = (", ".join(kolommen), ", ".join("?" * len(kolommen)))
        return uit

    def fouten(self) -> list[tuple[object, ...]]:
        """References without what they refer to, and rows of which no operation knows."""
        wees = self._db.execute("PRAGMA foreign_key_check").fetchall()
        for een in REIZEND:
            wees += self._db.execute(
                f"""SELECT '{een.tabel}', id FROM {een.tabel} WHERE id NOT IN
                    (SELECT rij FROM kop WHERE tabel = '{een.tabel}' AND veld = '_rij' AND getoond = 1)"""
            ).fetchall()
        return wees


def breng_samen(*laptops: Laptop, rondes: int = 6) -> int:
    """Let all tell all until nobody hears anything new; return how many rounds that took."""
    for ronde in range(rondes):
        nieuw = 0
        for van in laptops:
            verteld = van.zeg()
            for naar in laptops:
                if naar is not van:
                    nieuw += naar.hoor(een for een in verteld if een.id not in naar.gezegd).nieuw
        if not nieuw:
            return ronde
    raise AssertionError("het wordt niet stil")
