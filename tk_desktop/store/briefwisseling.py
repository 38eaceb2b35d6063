"""What somebody writes for others: notes that were private until then (F8, F18).

A note is its writer's own (``prive:``) until it is shared. What is for the secretariat moves, with its places, to the
scope between that person and the secretariat (``pp:``), in which the answer comes back; who makes it private again
takes it back there. For each other person who may read it, it is written anew in a scope of those two (``deel:``).
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from tk_desktop.domain.aantekening import SECRETARIAAT
from tk_desktop.domain.bereik import TUSSEN, Bereik, Bereiksoort, is_gepubliceerd, met_secretariaat, prive
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.intrekken import INGETROKKEN, withdraw
from tk_desktop.store.tabel import rijen_bij

Rijsleutel = tuple[str, str]
_DELEN = ("aantekening_plaats", "aantekening_label", "aantekening_lezer")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Afschrift:
    """A row that was written for one reader."""

    bereik: str
    tabel: str
    rij: str

    @property
    def van(self) -> str:
        """The id of the row that it was made of."""
        return self.rij.partition(TUSSEN)[2]


class Briefwisseling:
    """Knows which notes stand in another scope than they are shared in, and what was written for others."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def te_verhuizen(self, persoon: str) -> Iterator[tuple[str, str, Mapping[str, Waarde], Bereik, Bereik]]:
        """Yield table, id and columns of each row that moves, with the scope where it is and the one it goes to."""
        eigen, samen = prive(persoon), met_secretariaat(persoon)
        for tabel, noot in (("aantekening", "id"), *((deel, "aantekening_id") for deel in _DELEN)):
            vraag = _VRAAG.format(tabel=tabel, noot=noot)
            for rij in list(self._db.query(vraag, {"met": SECRETARIAAT, "eigen": str(eigen), "samen": str(samen)})):
                van, naar = (eigen, samen) if rij.pop("gedeeld") else (samen, eigen)
                yield tabel, rij["id"], _zonder_id(rij), van, naar

    def teruggenomen(self, persoon: str) -> Iterator[tuple[str, str, str]]:
        """Yield table and id of each row that is private and stands at the secretariat too, with the answer there.

        Somebody wrote there, such as an answer, who had not heard that it was taken back.
        """
        for tabel in ("aantekening", *_DELEN):
            rijen = self._db.query(
                f"""SELECT r.rij, (
                        SELECT waarde FROM kop a WHERE a.tabel = r.tabel AND a.rij = r.rij AND a.bereik = r.bereik
                        AND a.veld = 'antwoord' AND a.waarde <> '{INGETROKKEN}' ORDER BY hlc DESC, id DESC LIMIT 1
                    ) AS antwoord FROM kop r
                    JOIN kop k ON k.tabel = r.tabel AND k.rij = r.rij AND k.veld = '_rij' AND k.getoond = 1
                    WHERE r.tabel = '{tabel}' AND r.veld = '_rij' AND r.bereik = :samen AND k.bereik = :eigen""",
                {"eigen": str(prive(persoon)), "samen": str(met_secretariaat(persoon))},
            )
            for rij in list(rijen):
                yield tabel, rij["rij"], rij["antwoord"] or ""

    def weggegooid(self, persoon: str) -> Iterator[tuple[str, str]]:
        """Yield table and id of each row that the secretariat knows and that was taken away here, untold as yet."""
        for tabel in ("aantekening", *_DELEN):
            rijen = self._db.query(
                f"""SELECT rij FROM kop k WHERE tabel = '{tabel}' AND veld = '_weg' AND bereik = :samen
                    AND waarde IS NOT NULL AND vervangt IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM {tabel} x WHERE x.id = k.rij)""",
                {"samen": str(met_secretariaat(persoon))},
            )
            yield from ((tabel, rij["rij"]) for rij in list(rijen))

    def gedeeld(self, persoon: str) -> tuple[str, ...]:
        """Return the ids of the notes of one's own that are not private."""
        rijen = self._db.query(
            """SELECT a.id FROM aantekening a JOIN kop k
               ON k.tabel = 'aantekening' AND k.rij = a.id AND k.veld = '_rij' AND k.getoond = 1
               WHERE a.zicht <> 'privé' AND k.bereik IN (:eigen, :samen) ORDER BY a.id""",
            {"eigen": str(prive(persoon)), "samen": str(met_secretariaat(persoon))},
        )
        return tuple(rij["id"] for rij in rijen)

    def afschriften(self, persoon: str) -> frozenset[Afschrift]:
        """Return what stands written for others by that person."""
        begin = f"{Bereiksoort.GEDEELD}:{persoon}{TUSSEN}"
        rijen = self._db.query(
            f"""SELECT DISTINCT bereik, tabel, rij FROM kop r WHERE tabel IN ({_TABELLEN}) AND veld = '_rij'
                AND substr(bereik, 1, length(:begin)) = :begin AND NOT {_WEG}""",
            {"begin": begin},
        )
        return frozenset(Afschrift(**rij) for rij in rijen)

    def noot_van(self, een: Afschrift) -> str:
        """Return the id of the note that a row written for a reader was made of, or belongs to."""
        if een.tabel == "aantekening":
            return een.van
        rijen = self._db.query(
            """SELECT waarde FROM kop WHERE tabel = :tabel AND rij = :rij AND bereik = :bereik
               AND veld = 'aantekening_id' ORDER BY hlc DESC, id DESC LIMIT 1""",
            {"tabel": een.tabel, "rij": een.rij, "bereik": een.bereik},
        )
        return next((str(rij["waarde"]).partition(TUSSEN)[2] for rij in rijen), "")

    def is_bekend(self, tabel: str, rij: str) -> bool:
        """Tell whether it is known here what became of a row: it stands, or was taken away."""
        vraag = f"""SELECT EXISTS (SELECT 1 FROM {tabel} WHERE id = :rij) OR EXISTS (
            SELECT 1 FROM kop WHERE tabel = :tabel AND rij = :rij AND veld = '_weg' AND waarde IS NOT NULL) AS bekend"""
        return any(een["bekend"] for een in self._db.query(vraag, {"tabel": tabel, "rij": rij}))

    def lezers_van(self, rijen: Collection[Rijsleutel]) -> Mapping[Rijsleutel, frozenset[str]]:
        """Return in which scopes rows stand published; nothing of a row of which no reader ever knew."""
        uit: dict[Rijsleutel, set[str]] = defaultdict(set)
        gevonden = self._db.query(
            f"""SELECT tabel, rij, bereik, {_WEG} AS weg FROM kop r WHERE veld = '_rij'
                AND (tabel, rij) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:rijen))""",
            {"rijen": json.dumps(sorted(rijen))},
        )
        for een in gevonden:
            if is_gepubliceerd(een["bereik"]):
                uit[een["tabel"], een["rij"]] |= set() if een["weg"] else {een["bereik"]}
        return {rij: frozenset(bereiken) for rij, bereiken in uit.items()}

    def delen_van_stuk(self, stuk_id: str) -> frozenset[Rijsleutel]:
        """Return the rows of the nota and of the tables of figures of a paper."""
        vraag = " UNION ".join(_VAN_STUK)
        return frozenset((rij["tabel"], rij["id"]) for rij in self._db.query(vraag, {"stuk": stuk_id}))

    def trek_in(self, bewerkingen: Bewerkingen, vergaderingen: Iterable[str], eigenaar: str) -> None:
        """Take back what somebody wrote for others of notes on these meetings, inside a transaction of the caller."""
        rijen = self._db.query(
            """SELECT id FROM aantekening WHERE eigenaar = :wie
               AND vergadering_id IN (SELECT value FROM json_each(:vergaderingen))""",
            {"wie": eigenaar, "vergaderingen": json.dumps(list(vergaderingen))},
        )
        noten = {rij["id"] for rij in rijen}
        weg = {("aantekening", id_) for id_ in noten}
        for tabel in _DELEN:
            weg |= {(tabel, rij["id"]) for rij in rijen_bij(self._db, tabel, "aantekening_id", noten)}
        for een in sorted(self.afschriften(bewerkingen.persoon)):
            if (een.tabel, een.van) in weg:
                withdraw(bewerkingen, Bereik.lees(een.bereik), een.tabel, een.rij)


def _zonder_id(rij: Mapping[str, Waarde]) -> Mapping[str, Waarde]:
    return {kolom: waarde for kolom, waarde in rij.items() if kolom != "id"}


_VRAAG = """
SELECT r.*, d.gedeeld FROM {tabel} r JOIN (
    SELECT id, zicht <> 'privé' AND (soort = 'vraag' OR zicht = 'allen' OR EXISTS (
        SELECT 1 FROM aantekening_lezer l WHERE l.aantekening_id = x.id AND l.naam = :met
    )) AS gedeeld FROM aantekening x
) d ON d.id = r.{noot}
JOIN kop k ON k.tabel = '{tabel}' AND k.rij = r.id AND k.veld = '_rij' AND k.getoond = 1
WHERE k.bereik = iif(d.gedeeld, :eigen, :samen)
"""
_TABELLEN = ", ".join(f"'{tabel}'" for tabel in ("aantekening", *_DELEN))
_WEG = """EXISTS (SELECT 1 FROM kop w WHERE w.tabel = r.tabel AND w.rij = r.rij AND w.bereik = r.bereik
    AND w.veld = '_weg' AND w.waarde IS NOT NULL)"""
_NOTA = "SELECT id FROM nota WHERE stuk_id = :stuk"
_CIJFERS = "SELECT id FROM cijfertabel WHERE stuk_id = :stuk"
_VAN_STUK = (
    "SELECT 'nota' AS tabel, id FROM nota WHERE stuk_id = :stuk",
    *(
        f"SELECT '{tabel}', id FROM {tabel} WHERE nota_id IN ({_NOTA})"
        for tabel in ("nota_behandelaar", "nota_sectie", "voorstelpunt", "nota_argument")
    ),
    "SELECT 'cijfertabel', id FROM cijfertabel WHERE stuk_id = :stuk",
    f"SELECT 'cijferrij', id FROM cijferrij WHERE tabel_id IN ({_CIJFERS})",
)
