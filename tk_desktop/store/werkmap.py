"""The werkmap: one folder with the database and the received files."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self, TypeVar

from sqlite_utils import Database

from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.verslag import Verslag
from tk_desktop.domain.zitting import Zitting, op_papier
from tk_desktop.store.aantekeningen import Aantekeningen, Bladwijzers, Leesstanden, Leesteksten, Voorbereidingen
from tk_desktop.store.agendapunten import Agendapunten
from tk_desktop.store.agendaversies import Agendaversies
from tk_desktop.store.bestanden import Bestanden
from tk_desktop.store.bewaring import Bewaarregels, Vaststellingen
from tk_desktop.store.bladplekken import Bladplekken
from tk_desktop.store.driver import DATABASE, Databasefout, Samenhangfout
from tk_desktop.store.fouten import IntussenGewijzigd, NietGevonden
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.gezondheid import Gezondheid
from tk_desktop.store.inzagen import Inzagelog
from tk_desktop.store.kluis import Kluis, met_kluis, sleutel_van
from tk_desktop.store.leeskopie import bron_van
from tk_desktop.store.migraties import kopieer
from tk_desktop.store.notas import Notas
from tk_desktop.store.notaversies import Notastappen, Notaversies
from tk_desktop.store.openen import in_het_nederlands, open_database
from tk_desktop.store.sjablonen import Favorieten, Sjablonen
from tk_desktop.store.tabellen import (
    Aanvaardingen,
    Adviezen,
    Afmeldingen,
    Brieven,
    Bronnen,
    Gremia,
    Lidmaatschappen,
    Opmerkingen,
    Personen,
    Regies,
    Standaardpunten,
    Stukken,
    Vergaderingen,
    Versies,
)
from tk_desktop.store.uitgaven import Uitgaven
from tk_desktop.store.vernietigen import vernietig
from tk_desktop.store.wijzigingen import Spoor, Wijziging
from tk_desktop.store.zittingen import (
    Acties,
    Belangen,
    Besluiten,
    Geheimhoudingen,
    Presenties,
    Puntverslagen,
    Rondes,
    Schorsingen,
    Stemmingen,
    Verslagen,
)
from tk_desktop.store.zoeken import Zoekregister, Zoeksoort

T = TypeVar("T")


class Store:
    """The one place where everything is kept; belongs to the thread that opened it.

    Every change happens inside ``transaction``; what a use case stores is there whole or not at all.
    """

    def __init__(self, db: Database, map_: Path, kluis: Kluis | None = None) -> None:  # noqa: PLR0915  a line a table
        self._db = db
        self._kluis = kluis
        self.map = map_
        self.bron = bron_van(map_)
        """The folder that the user named; another than ``map`` when it can only be read (``leeskopie``)."""
        self.cache = met_kluis(map_ / "cache", kluis)
        """The folder of what was made before and can be made again."""
        self.bestanden = Bestanden(met_kluis(self.bron / "stukken", kluis))
        self.gremia = Gremia(db)
        self.personen = Personen(db)
        self.leden = Lidmaatschappen(db)
        self.vergaderingen = Vergaderingen(db)
        self.brieven = Brieven(db)
        self.agendapunten = Agendapunten(db)
        self.stukken = Stukken(db)
        self.versies = Versies(db)
        self.notas = Notas(db)
        self.notaversies = Notaversies(db)
        self.notastappen = Notastappen(db)
        self.sjablonen = Sjablonen(db)
        self.favorieten = Favorieten(db)
        self.bronnen = Bronnen(db)
        self.aanvaardingen = Aanvaardingen(db)
        self.uitgaven = Uitgaven(db)
        self.standaardpunten = Standaardpunten(db)
        self.afmeldingen = Afmeldingen(db)
        self.agendaversies = Agendaversies(db)
        self.regies = Regies(db)
        self.aantekeningen = Aantekeningen(db)
        self.leesstanden = Leesstanden(db)
        self.bladwijzers = Bladwijzers(db)
        self.voorbereidingen = Voorbereidingen(db)
        self.leesteksten = Leesteksten(db)
        self.bladplekken = Bladplekken(db)
        self.bewaarregels = Bewaarregels(db)
        self.vaststellingen = Vaststellingen(db)
        self.opmerkingen = Opmerkingen(db)
        self.adviezen = Adviezen(db)
        self.presenties = Presenties(db)
        self.belangen = Belangen(db)
        self.puntverslagen = Puntverslagen(db)
        self.schorsingen = Schorsingen(db)
        self.besluiten = Besluiten(db)
        self.stemmingen = Stemmingen(db)
        self.verslagen = Verslagen(db)
        self.acties = Acties(db)
        self.geheimhoudingen = Geheimhoudingen(db)
        self.rondes = Rondes(db)
        self.inzagen = Inzagelog(db)
        self.zoekregister = Zoekregister(db)
        self._spoor: Spoor | None = None

    @classmethod
    def open(cls, map_: Path, kluis: Kluis | None = None, *, maken: bool = False) -> Self:
        """Open a werkmap and bring it to this program's schema, after keeping a copy; ``kluis`` opens a protected one.

        Raises what ``open_database`` raises; nothing has changed then.
        """
        return cls(open_database(map_, kluis, maken=maken), map_, kluis)

    @classmethod
    @contextmanager
    def making(cls, map_: Path, kluis: Kluis | None = None) -> Iterator[Self]:
        """Open a werkmap, or make one that is gone again when the block fails: a refusal leaves no empty werkmap."""
        nieuw = not (map_ / DATABASE).exists()
        leeg = not map_.exists()
        try:
            with cls.open(map_, kluis, maken=True) as store:
                yield store
        except BaseException:
            if nieuw and map_.is_dir():
                (map_ / DATABASE).unlink(missing_ok=True)
            if leeg and map_.is_dir():
                shutil.rmtree(map_)
            raise

    def again(self) -> Self:
        """Open the same werkmap once more, for another thread."""
        return type(self).open(self.map, self._kluis)

    def close(self) -> None:
        """Close the database; the store cannot be used any more."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes of the block and its new files, or none; a block in a block belongs to the outer one."""
        if self._db.conn.in_transaction:
            yield
            return
        with in_het_nederlands(self.map):
            self.bestanden.begin()
            klaar = False
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield
                klaar = True
                self._db.execute("COMMIT")
            except BaseException as fout:
                # A stop may come just after the commit: files that rows name stay. SQLite itself gives up a transaction
                # at some faults, so that none is open any more although nothing was kept.
                if not klaar or self._db.conn.in_transaction or isinstance(fout, Databasefout):
                    self.bestanden.withdraw()
                    self._db.rollback()
                raise

    def record(self, werk: Callable[[], T]) -> tuple[T, Wijziging]:
        """Do work, all or nothing, and return its result with what it changed (``redo``)."""
        spoor = self._met_spoor()
        with self.transaction():
            spoor.wis()
            uitkomst = werk()
            return uitkomst, spoor.sinds(0)

    def redo(self, wijziging: Wijziging) -> None:
        """Make a change again; ``redo(wijziging.terug())`` undoes it.

        Raises ``IntussenGewijzigd``, with nothing changed, when something else changed the same rows since, or made
        rows that need what would go.
        """
        spoor = self._met_spoor()
        try:
            with self.transaction():
                spoor.wis()
                spoor.voer_uit(wijziging)
                self._zoekbaar(wijziging)
        except Samenhangfout as fout:  # a foreign key is only looked at when all is done
            raise IntussenGewijzigd(wat="wat erbij hoort") from fout

    def vernietig(self, vergaderingen: Sequence[str], eigenaar: str) -> None:
        """Destroy what one reader wrote on these meetings, here and in the copies; nothing brings it back (F16).

        Raises ``NietSchrijfbaar`` or ``WerkmapBezet`` when a file refuses; it can then be done again.
        """
        self.vergeet_wijzigingen()
        with in_het_nederlands(self.map):
            try:
                vernietig(self._db.conn, self.map / DATABASE, vergaderingen, eigenaar, sleutel_van(self._kluis))
            except OSError as fout:
                raise NietSchrijfbaar(bestand=DATABASE, oorzaak="een bestand is niet te overschrijven") from fout

    def vergeet_wijzigingen(self) -> None:
        """Forget what the last change did to the rows."""
        if self._spoor is not None:
            self._spoor.wis()

    def _met_spoor(self) -> Spoor:
        self._spoor = self._spoor or Spoor(self._db)
        return self._spoor

    def _zoekbaar(self, wijziging: Wijziging) -> None:
        """Derive anew by which words the items, nota's and notes of changed rows are found."""
        rijen = [(rij.tabel, rij.na or rij.voor or {}) for rij in wijziging.rijen]
        for tabel, register, soort in (
            ("agendapunt", self.agendapunten, Zoeksoort.AGENDAPUNT),
            ("nota", self.notas, Zoeksoort.NOTA),
            ("aantekening", self.aantekeningen, Zoeksoort.AANTEKENING),
        ):
            ids = {str(rij["id"] if naam == tabel else rij.get(f"{tabel}_id") or "") for naam, rij in rijen}
            for id_ in sorted(ids):
                with suppress(NietGevonden):
                    self.zoekregister.neem_op(soort, id_, [register.get(id_).zoektekst()])

    @contextmanager
    def _lezing(self) -> Iterator[None]:
        """Let all that the block reads be of one moment, whoever writes meanwhile."""
        if self._db.conn.in_transaction:
            yield
            return
        with in_het_nederlands(self.map):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.rollback()  # it only read

    def opname(self, vergadering_id: str) -> Momentopname:
        """Return a meeting as it stands now, all of one moment, or raise ``NietGevonden``."""
        with self._lezing():
            return self._opname(vergadering_id)

    def _opname(self, vergadering_id: str) -> Momentopname:
        vergadering = self.vergaderingen.get(vergadering_id)
        punten = self.agendapunten.van_vergadering(vergadering_id)
        geheim = self.geheimhoudingen.geldend(vergadering_id)
        acties = self.acties.open_voor(vergadering)
        lijnen = self.agendapunten.lijnen({actie.agendapunt_id for actie in acties if actie.agendapunt_id is not None})
        return Momentopname.maak(
            self.gremia.get(vergadering.gremium_id),
            vergadering,
            personen=self.personen.all(),
            leden=self.leden.van_gremium(vergadering.gremium_id),
            agendapunten=punten,
            stukken=self.stukken.van_vergadering(vergadering_id),
            versies=self.versies.nieuwste(vergadering_id),
            notas=self.notas.van_vergadering(vergadering_id),
            brief=self.brieven.van_vergadering(vergadering_id),
            aanvaard=self.aanvaardingen.van_vergadering(vergadering_id),
            uitgesloten=self.agendapunten.uitsluitingen.van(punten, lijnen),
            acties=[
                replace(actie, besloten=actie.besloten or any(lijnen.get(actie.agendapunt_id or "", {}).values()))
                for actie in acties
            ],
            geheim=geheim,
            geheimregels=known_geheimregels() if geheim else None,
        )

    def zitting(self, vergadering_id: str) -> Zitting:
        """Return a meeting as it was held, all of one moment, or raise ``NietGevonden``.

        A verslag that was not begun has no id yet; of two rows for one item the one with the lowest id counts.
        """
        with self._lezing():
            opname = self._opname(vergadering_id)
            verslagen = self.puntverslagen.van_vergadering(vergadering_id)
            return Zitting(
                opname=opname,
                verslag=self.verslagen.van_vergadering(vergadering_id) or Verslag(id="", vergadering_id=vergadering_id),
                presentie=self.presenties.van_vergadering(vergadering_id),
                belangen=self.belangen.van_vergadering(vergadering_id),
                verslagen={een.agendapunt_id: een for een in reversed(verslagen)},
                besluiten=op_papier(opname, self.besluiten.van_vergadering(vergadering_id)),
                stemmingen=op_papier(opname, self.stemmingen.van_vergadering(vergadering_id)),
                acties=self.acties.van_vergadering(vergadering_id),
                schorsingen=self.schorsingen.van_vergadering(vergadering_id),
                rondes=self.rondes.van_vergadering(vergadering_id),
            )

    def kopieer(self, doel: Path) -> Path:
        """Write a whole copy of the database to ``doel``."""
        return kopieer(self._db, doel)

    def controleer(self) -> Gezondheid:
        """Look whether the database is whole and every file it names is there and unchanged."""
        klachten = [rij["integrity_check"] for rij in self._db.query("PRAGMA integrity_check")]
        wees = [f"{rij['table']}: verwijzing zonder doel" for rij in self._db.query("PRAGMA foreign_key_check")]
        genoemd = {
            rij["sha256"]
            for rij in self._db.query(
                """SELECT sha256 FROM stukversie UNION SELECT sha256 FROM bron
                   UNION SELECT pdf_sha256 FROM stukversie WHERE pdf_sha256 <> ''"""
            )
        }
        ontbreekt = sorted(som for som in genoemd if not self.bestanden.plek(som).is_file())
        return Gezondheid(
            klachten=tuple(klacht for klacht in klachten if klacht != "ok") + tuple(sorted(set(wees))),
            beschadigd=self.bestanden.beschadigd(),
            ontbreekt=tuple(ontbreekt),
            breuk=self.inzagen.breuk(),
        )
