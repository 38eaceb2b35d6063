"""The werkmap: one folder with the database and the received files."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self, TypeVar

from sqlite_utils import Database

from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import op_schijf
from tk_desktop.domain.bereik import Bereik, is_gepubliceerd, prive
from tk_desktop.domain.bewerking import Bewerking, Waarde
from tk_desktop.domain.conflict import Conflict, Toepassing
from tk_desktop.store.bestanden import Bestanden
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.driver import DATABASE, Databasefout, Samenhangfout
from tk_desktop.store.fouten import IntussenGewijzigd, VernietigdBlijftWeg, WerkmapBeschadigd, WerkmapBezet
from tk_desktop.store.gezondheid import Gezondheid
from tk_desktop.store.intrekken import zonder_woorden
from tk_desktop.store.kluis import Kluis, met_kluis, sleutel_van
from tk_desktop.store.leeskopie import bron_van
from tk_desktop.store.migraties import kopieer
from tk_desktop.store.openen import open_database
from tk_desktop.store.reizend import REIZEND
from tk_desktop.store.samenloop import Samenloop
from tk_desktop.store.tafels import Tafels
from tk_desktop.store.terughalen import take_back
from tk_desktop.store.terugnemen import Binnengekomen, Ontvangen, forget_receipt, note_receipt, written_since
from tk_desktop.store.uitgang import Tabelinhoud, lees_tabellen, vul_tabellen
from tk_desktop.store.uitwisseling import WACHTMAP
from tk_desktop.store.vernietigen import WISSEN, alleen_hier, vernietig, wis_bestanden, wis_gevonden, zoek_te_wissen
from tk_desktop.store.vertaling import in_het_nederlands
from tk_desktop.store.vindbaar import eigenaars, maak_vindbaar
from tk_desktop.store.wijzigingen import Spoor, Wijziging

T = TypeVar("T")


class _Beproefd(Exception):
    """Ends a transaction that was only to be looked at."""


class Store(Tafels):
    """The one place where everything is kept; belongs to the thread that opened it.

    Every change happens inside ``transaction``; what a use case stores is there whole or not at all.
    """

    def __init__(self, db: Database, map_: Path, kluis: Kluis | None = None) -> None:
        super().__init__(db)
        self._kluis = kluis
        self.map = map_
        self.bron = bron_van(map_)
        """The folder that the user named; another than ``map`` when it can only be read (``leeskopie``)."""
        self.cache = met_kluis(map_ / "cache", kluis)
        """The folder of what was made before and can be made again."""
        self.bestanden = Bestanden(met_kluis(self.bron / "stukken", kluis))
        self._spoor: Spoor | None = None
        self._samenloop = Samenloop(db)

    @classmethod
    def open(cls, map_: Path, kluis: Kluis | None = None, *, maken: bool = False) -> Self:
        """Open a werkmap and bring it to this program's schema, after keeping a copy; ``kluis`` opens a protected one.

        What was broken off while dossiers were destroyed is finished first; where a file refuses, at a next opening.
        Raises what ``open_database`` raises; nothing has changed then.
        """
        if (map_ / WISSEN).exists():
            # On a connection of its own: one that fails may keep others out.
            with (
                suppress(NietSchrijfbaar, WerkmapBezet),
                cls(open_database(map_, kluis, maken=maken), map_, kluis) as een,
            ):
                een.maak_wissen_af()
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

    @property
    def beschermd(self) -> bool:
        """Whether this werkmap opens with a key alone."""
        return self._kluis is not None

    def again(self) -> Self:
        """Open the same werkmap once more, for another thread."""
        return type(self).open(self.map, self._kluis)

    def kom_tot_rust(self) -> bool:
        """Forget what the last change did to the rows, and tell whether nothing is half done: it may be used again."""
        self.vergeet_wijzigingen()
        return not self._db.conn.in_transaction

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
                self._samenloop.werk_bij()
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
            self._samenloop.werk_bij()
            return uitkomst, spoor.sinds(0)

    def try_out(self, werk: Callable[[], T]) -> tuple[T, Wijziging]:
        """Do work, see what it changes, and leave everything as it was; return its result with that change."""
        spoor = self._met_spoor()
        gezien: list[tuple[T, Wijziging]] = []
        with suppress(_Beproefd), self.transaction():
            spoor.wis()
            uitkomst = werk()
            gezien.append((uitkomst, spoor.sinds(0)))
            raise _Beproefd
        return gezien[0]

    def redo(self, wijziging: Wijziging) -> None:
        """Make a change again; ``redo(wijziging.terug())`` undoes it.

        Raises ``IntussenGewijzigd``, with nothing changed, when something else changed the same rows since, or made
        rows that need what would go, and ``VernietigdBlijftWeg`` of a bundle that told that dossiers were destroyed.
        """
        if wijziging.neemt_vernietiging_terug:
            raise VernietigdBlijftWeg
        spoor = self._met_spoor()
        try:
            with self.transaction():
                spoor.wis()
                self._voer_uit(spoor, wijziging)
                maak_vindbaar(self, ((rij.tabel, rij.na or rij.voor or {}) for rij in wijziging.rijen))
        except Samenhangfout as fout:  # a foreign key is only looked at when all is done
            raise IntussenGewijzigd(wat="wat erbij hoort") from fout

    def _voer_uit(self, spoor: Spoor, wijziging: Wijziging) -> None:
        """Make the rows and the choices of a change what they are to be, or know again what came in, or forget it."""
        if wijziging.ontvangsten:
            spoor.volg(wijziging, lambda: self._zet_ontvangsten(wijziging))
            return
        spoor.voer_uit(wijziging)
        for een in wijziging.beslissingen:
            if een.heen:
                self._samenloop.beslis(een.conflict, een.waarde)
            else:
                self._samenloop.heropen(een.conflict)

    def _zet_ontvangsten(self, wijziging: Wijziging) -> None:
        """Know again what came in, or be as if it never came; others are then told that it is not here."""
        for een in wijziging.ontvangsten:
            if een.heen:
                for binnen in een.segmenten:
                    self.segmenten.bewaar(binnen.segment, binnen.bestanden)
                self._samenloop.pas_toe(een.bewerkingen)
            else:
                self._vergeet(een, wijziging)

    def _vergeet(self, gekregen: Ontvangen, wijziging: Wijziging) -> None:
        """Be as if something never came; raises ``IntussenGewijzigd`` when others may build on what is known of it."""
        namen = [binnen.segment.sha for binnen in gekregen.segmenten]
        sindsdien = written_since(self._db.conn, gekregen)
        van_anderen = "" if sindsdien else self.uitwisseling.eigen().apparaat
        if self.segmenten.later(namen, van_anderen) or any(is_gepubliceerd(bereik) for *_, bereik, _ in sindsdien):
            raise IntussenGewijzigd(wat="wat binnenkwam")
        self.segmenten.neem_terug(namen)
        forget_receipt(self._db.conn, gekregen, sindsdien)
        self._samenloop.vergeet(wijziging.sleutels | gekregen.rijen)
        self.postbussen.lees_opnieuw()
        self.uitwisseling.nieuwe_incarnatie()

    def vernietig(self, vergaderingen: Sequence[str], eigenaar: str) -> None:
        """Destroy what one reader wrote on these meetings, here and in the copies; nothing brings it back (F16).

        Raises ``NietSchrijfbaar`` or ``WerkmapBezet`` when a file refuses; it can then be done again.
        """
        self.vergeet_wijzigingen()
        with self.transaction():
            self.briefwisseling.trek_in(self.bewerkingen, vergaderingen, eigenaar)
        with in_het_nederlands(self.map):
            try:
                vernietig(self._db.conn, self.map / DATABASE, vergaderingen, eigenaar, sleutel_van(self._kluis))
            except OSError as fout:
                raise NietSchrijfbaar(bestand=DATABASE, oorzaak="een bestand is niet te overschrijven") from fout

    def vernietig_achterblijvers(self) -> int:
        """Destroy what who works here wrote on meetings that are gone (``achterblijvers``); return how many there were.

        Copies of the database go whole, and first: what breaks off after that can be done again. Raises as
        ``vernietig`` does.
        """
        wie = self.bewerkingen.persoon
        if self.achterblijvers.van(wie):
            try:
                wis_bestanden((self.map / "kopieen").glob("*.db"))  # in a copy of before, they stand with their meeting
            except OSError as fout:
                raise NietSchrijfbaar(bestand="kopieen", oorzaak="een kopie is niet te overschrijven") from fout
        with self.transaction():
            alle = self.achterblijvers.van(wie)
            for een in alle:
                for tabel, rij in ((een.soort, een.id), *self.achterblijvers.delen(een, wie)):
                    self.bewerkingen.neem_weg(prive(wie), tabel, rij, uitgave=False)
        self.vernietig((), "")
        return len(alle)

    @contextmanager
    def grondig(self) -> Iterator[None]:
        """Let what is taken away in the block leave nothing readable in the database; nobody else is let in."""
        with in_het_nederlands(self.map):
            try:
                with alleen_hier(self._db.conn, self.map / DATABASE):
                    yield
                (self.map / WISSEN).unlink(missing_ok=True)
            except OSError as fout:
                raise NietSchrijfbaar(bestand=DATABASE, oorzaak="een bestand is niet te overschrijven") from fout

    def begin_wissen(self) -> None:
        """Keep that what is destroyed in this transaction is to be gone from the disk too, whatever happens next."""
        with replacing(self.map / WISSEN):
            pass

    def maak_wissen_af(self) -> int:
        """Destroy what is left of every dossier that was destroyed, here or elsewhere; return how many files went."""
        with self.grondig():
            gedaan = [een for een in self.vernietigingen.all() if een.uitgevoerd_op is not None]
            er = {een.id for een in self.vergaderingen.all()}
            ids = [regel.vergadering for een in gedaan for regel in een.regels if regel.vergadering not in er]
            return self.wis(ids, [som for een in gedaan for som in een.bestanden]) if gedaan else 0

    def wis(self, vergaderingen: Sequence[str], sommen: Sequence[str]) -> int:
        """Destroy what is left of meetings whose rows are gone, inside ``grondig``; return how many files went.

        Files that a row still names stay. Copies of the database go whole, and so does what was made before.
        """
        blijft = set(self.fixiteit.genoemd())
        weg = [som for som in sommen if som not in blijft]
        wachtend = [een.object for som in weg for een in self.uitwisseling.delen(som)]
        wis_bestanden(op_schijf(self.cache) / WACHTMAP / naam for naam in wachtend)
        with self.transaction():
            for som in weg:
                self.uitwisseling.vergeet_delen(som)
            for tabel, rij, waar in zoek_te_wissen(self._db.conn, vergaderingen):
                bereik = Bereik.lees(waar)
                if self.bewerkingen.geeft_uit(bereik):
                    self.bewerkingen.neem_weg(bereik, tabel, rij)  # readers lose what was published to them
            wis_gevonden(self._db.conn, weg)
        self._db.execute("VACUUM")
        aantal = sum(self.bestanden.vernietig(som) for som in weg)
        wis_bestanden((self.map / "kopieen").glob("*.db"))
        shutil.rmtree(self.map / "cache", ignore_errors=True)
        return aantal

    def vergeet_wijzigingen(self) -> None:
        """Forget what the last change did to the rows."""
        if self._spoor is not None:
            self._spoor.wis()

    def _met_spoor(self) -> Spoor:
        self._spoor = self._spoor or Spoor(self._db)
        return self._spoor

    @contextmanager
    def _lezing(self) -> Iterator[None]:
        with in_het_nederlands(self.map), super()._lezing():
            yield

    @property
    def bewerkingen(self) -> Bewerkingen:
        """What this laptop has to tell, and what it was told."""
        return self._samenloop.bewerkingen

    def pas_toe(self, bewerkingen: Sequence[Bewerking], segmenten: Iterable[Binnengekomen] = ()) -> Toepassing:
        """Take in what others did, all or nothing; the order and how often it comes make no difference.

        ``segmenten`` are those that brought it: with these it can be taken back.
        """
        with self.transaction():
            if self._spoor is not None:
                self._spoor.ontving(note_receipt(self._db.conn, bewerkingen, segmenten))
            uitkomst = self._samenloop.pas_toe(bewerkingen)
            maak_vindbaar(self, eigenaars(self._db, uitkomst.rijen))
        return uitkomst

    def conflicten(self) -> tuple[Conflict, ...]:
        """Return what people did apart and nobody chose between."""
        return self.bewerkingen.conflicten()

    def beslis(self, conflict: Conflict, waarde: Waarde) -> None:
        """Let a field have one value, and fields of the same meaning what was written together with it.

        Of the field ``_weg``: ``None`` keeps the row, another value takes it away.
        """
        with self.transaction():
            for een, keuze in conflict.bij_keuze(waarde):
                if self._spoor is not None:
                    self._spoor.koos(een, keuze)
                maak_vindbaar(self, eigenaars(self._db, self._samenloop.beslis(een, keuze)))

    def share_letters(self) -> int:
        """Let what a member shared with the secretariat go there, and return how many rows that were.

        What was written in a note since it was taken back is told to nobody: it stands where it was until it moves.
        """
        if self.bewerkingen.rol == "secretaris":
            return 0
        with self.transaction():
            wie = self.bewerkingen.persoon
            rijen = list(self.briefwisseling.te_verhuizen(wie))
            for tabel, rij, waarden, van, naar in rijen:
                if naar == prive(wie):
                    self.bewerkingen.verzwijg(van, tabel, rij, zonder_woorden(tabel, waarden))
                self.bewerkingen.verhuis(tabel, rij, waarden, van, naar)
            self._samenloop.werk_bij()
            take_back(self, self.bewerkingen)
        return len(rijen)

    def herbouw(self) -> None:
        """Make every row that travels anew from the operations (``tk doctor``).

        Raises ``WerkmapBeschadigd`` when the database refuses that: its own schema was damaged.
        """
        try:
            with self.transaction():
                self._samenloop.herbouw()
                maak_vindbaar(self, eigenaars(self._db, self.bewerkingen.alle_rijen()))
        except Databasefout as fout:
            raise WerkmapBeschadigd(map=self.map.name) from fout

    def rijen(self) -> dict[tuple[str, str], dict[str, Waarde]]:
        """Return every row that travels as it stands, by table and id."""
        return {
            (een.tabel, str(rij["id"])): dict(rij)
            for een in REIZEND
            for rij in self._db.query(f"SELECT * FROM {een.tabel}")
        }

    def tabellen(self, lezer: str = "") -> tuple[Tabelinhoud, ...]:
        """Return every table that leaves, all of one moment; with those of one reader (``store.uitgang``)."""
        with self._lezing():
            return lees_tabellen(self._db, lezer)

    def aantal_besloten(self) -> int:
        """Return how many items and papers are besloten by themselves."""
        telling = "SELECT count(*) FROM {} WHERE besloten = 1"
        return sum(self._db.execute(telling.format(naam)).fetchone()[0] for naam in ("agendapunt", "stuk"))

    def vul(self, tabellen: Sequence[Tabelinhoud]) -> None:
        """Put the rows of another werkmap into this empty one; raises what ``vul_tabellen`` raises."""
        with self.transaction():
            vul_tabellen(self._db, tabellen)
            maak_vindbaar(self, ((een.naam, rij) for een in tabellen for rij in een.rijen))

    def herindexeer(self) -> None:
        """Make the indexes anew from the tables."""
        self._db.execute("REINDEX")

    def kopieer(self, doel: Path) -> Path:
        """Write a whole copy of the database to ``doel``."""
        return kopieer(self._db, doel)

    def controleer(self) -> Gezondheid:
        """Look whether the database is whole and every file it names is there and unchanged.

        Raises ``WerkmapBeschadigd`` when it is so damaged that it cannot be looked at.
        """
        with in_het_nederlands(self.map):
            return self._controleer()

    def _controleer(self) -> Gezondheid:
        klachten = [rij["integrity_check"] for rij in self._db.query("PRAGMA integrity_check")]
        wees = [f"{rij['table']}: verwijzing zonder doel" for rij in self._db.query("PRAGMA foreign_key_check")]
        inzagen, afdruk = self.inzagen.stand()
        ontbreekt = sorted(som for som in self.fixiteit.genoemd() if not self.bestanden.plek(som).is_file())
        return Gezondheid(
            klachten=tuple(klacht for klacht in klachten if klacht != "ok") + tuple(sorted(set(wees))),
            beschadigd=self.bestanden.beschadigd(),
            ontbreekt=tuple(ontbreekt),
            breuk=self.inzagen.breuk(),
            gekort=self.inzagehoofden.gekort(),
            inzagen=inzagen,
            afdruk=afdruk,
        )
