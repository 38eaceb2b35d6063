"""The tables of amounts of papers: each whole, with its columns, rows and cells as rows of their own."""

from collections.abc import Sequence

from sqlite_utils import Database

from tk_desktop.base.ids import only_id
from tk_desktop.domain.cijfertabel import (
    Cijfercel,
    Cijferkolom,
    Cijferrij,
    Cijfertabel,
    Eenheid,
    Kolomsoort,
    Rijsoort,
    Stuktabel,
)
from tk_desktop.domain.volgorde import reeks
from tk_desktop.store.tabel import Rij, rijen_bij


class Cijfertabellen:
    """The tables that were taken over from the files of papers.

    Two laptops that take over the same table of the same file have the same rows.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def van_stuk(self, stuk_id: str) -> tuple[Stuktabel, ...]:
        """Return the tables of a paper, in the order of the file."""
        return tuple(self._lees(rij) for rij in rijen_bij(self._db, "cijfertabel", "stuk_id", [stuk_id]))

    def stukken(self) -> frozenset[str]:
        """Return the ids of the papers that have tables."""
        return frozenset(rij["stuk_id"] for rij in self._db.query("SELECT DISTINCT stuk_id FROM cijfertabel"))

    def bewaar(self, stuk_id: str, sha256: str, tabellen: Sequence[Cijfertabel]) -> None:
        """Make these the tables of a paper, read from this file; what it had of another file goes."""
        self.verwijder(stuk_id)
        for rang, (tabel, plek) in enumerate(zip(tabellen, reeks(len(tabellen)), strict=True)):
            self._schrijf(only_id("cijfertabel", stuk_id, sha256, str(rang)), stuk_id, plek, sha256, tabel)

    def verander(self, stuktabel: Stuktabel) -> None:
        """Write what differs from the table that is kept; its columns and the number of its rows stay."""
        oud = next(een.tabel for een in self.van_stuk(stuktabel.stuk_id) if een.id == stuktabel.id)
        nieuw = stuktabel.tabel
        for rang, (was, wordt) in enumerate(zip(oud.rijen, nieuw.rijen, strict=True)):
            rij_id = only_id(stuktabel.id, "rij", str(rang))
            if (was.naam, was.twijfel) != (wordt.naam, wordt.twijfel):
                self._zet("cijferrij", rij_id, naam=wordt.naam, twijfel=wordt.twijfel)
            for plaats, (voor, na) in enumerate(zip(was.cellen, wordt.cellen, strict=True)):
                if voor != na:
                    id_ = only_id(rij_id, only_id(stuktabel.id, "kolom", str(plaats)))
                    self._zet("cijfercel", id_, tekst=na.tekst, bedrag=na.bedrag, twijfel=na.twijfel)
        for wat in set(oud.twijfels) - set(nieuw.twijfels):
            twijfel_id = only_id(stuktabel.id, "twijfel", wat)
            self._db.execute("DELETE FROM cijfertwijfel WHERE id = :id", {"id": twijfel_id})

    def verwijder(self, stuk_id: str) -> None:
        """Remove the tables of a paper; its file stays as it is."""
        self._db.execute("DELETE FROM cijfertabel WHERE stuk_id = :id", {"id": stuk_id})

    def _schrijf(self, id_: str, stuk_id: str, plek: str, sha256: str, tabel: Cijfertabel) -> None:
        self._voeg_in(
            "cijfertabel", id=id_, stuk_id=stuk_id, volgorde=plek, sha256=sha256, titel=tabel.titel, kop=tabel.kop,
            eenheid=tabel.eenheid.value, van=tabel.van, tot=tabel.tot, op_bladzijde=int(tabel.op_bladzijde),
        )  # fmt: skip
        kolommen = [only_id(id_, "kolom", str(rang)) for rang in range(len(tabel.kolommen))]
        for kolom_id, kolom, hier in zip(kolommen, tabel.kolommen, reeks(len(kolommen)), strict=True):
            self._voeg_in(
                "cijferkolom", id=kolom_id, tabel_id=id_, volgorde=hier, naam=kolom.naam, soort=kolom.soort.value
            )
        for rang, (rij, hier) in enumerate(zip(tabel.rijen, reeks(len(tabel.rijen)), strict=True)):
            rij_id = only_id(id_, "rij", str(rang))
            self._voeg_in(
                "cijferrij", id=rij_id, tabel_id=id_, volgorde=hier, naam=rij.naam, soort=rij.soort.value,
                regel=rij.regel, twijfel=rij.twijfel,
            )  # fmt: skip
            for kolom_id, cel in zip(kolommen, rij.cellen, strict=True):
                self._voeg_in(
                    "cijfercel", id=only_id(rij_id, kolom_id), rij_id=rij_id, kolom_id=kolom_id, tekst=cel.tekst,
                    bedrag=cel.bedrag, twijfel=cel.twijfel,
                )  # fmt: skip
        for wat, hier in zip(tabel.twijfels, reeks(len(tabel.twijfels)), strict=True):
            self._voeg_in("cijfertwijfel", id=only_id(id_, "twijfel", wat), tabel_id=id_, volgorde=hier, wat=wat)

    def _voeg_in(self, tafel: str, **waarden: object) -> None:
        kolommen, plekken = ", ".join(waarden), ", ".join(f":{naam}" for naam in waarden)
        self._db.execute(f"INSERT INTO {tafel} ({kolommen}) VALUES ({plekken})", waarden)

    def _zet(self, tafel: str, id_: str, **waarden: object) -> None:
        zet = ", ".join(f"{naam} = :{naam}" for naam in waarden)
        self._db.execute(f"UPDATE {tafel} SET {zet} WHERE id = :id", {"id": id_, **waarden})

    def _lees(self, rij: Rij) -> Stuktabel:
        kolommen = rijen_bij(self._db, "cijferkolom", "tabel_id", [rij["id"]])
        rijen = rijen_bij(self._db, "cijferrij", "tabel_id", [rij["id"]])
        cellen = {
            (cel["rij_id"], cel["kolom_id"]): Cijfercel(
                tekst=cel["tekst"], bedrag=cel["bedrag"], twijfel=cel["twijfel"]
            )
            for cel in rijen_bij(self._db, "cijfercel", "rij_id", [een["id"] for een in rijen])
        }
        tabel = Cijfertabel(
            titel=rij["titel"],
            kop=rij["kop"],
            eenheid=Eenheid(rij["eenheid"]),
            kolommen=tuple(Cijferkolom(naam=een["naam"], soort=Kolomsoort(een["soort"])) for een in kolommen),
            rijen=tuple(
                Cijferrij(
                    naam=een["naam"],
                    cellen=tuple(cellen.get((een["id"], kolom["id"]), Cijfercel()) for kolom in kolommen),
                    soort=Rijsoort(een["soort"]),
                    regel=een["regel"],
                    twijfel=een["twijfel"],
                )
                for een in rijen
            ),
            van=rij["van"],
            tot=rij["tot"],
            op_bladzijde=bool(rij["op_bladzijde"]),
            twijfels=tuple(een["wat"] for een in rijen_bij(self._db, "cijfertwijfel", "tabel_id", [rij["id"]])),
        )
        return Stuktabel(id=rij["id"], stuk_id=rij["stuk_id"], sha256=rij["sha256"], tabel=tabel)
