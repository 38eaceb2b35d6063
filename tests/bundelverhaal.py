"""The histories of ``tests.verhaal`` over real bundles: written, signed, shut, lost, doubled, damaged and misdelivered.

Six laptops of four people: two secretaries, a member with two laptops and an official who reads what is open alone.
What each may know is said here once more (``mag``), apart from the program, and every bundle is held against it.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.bouwers import bewaar
from tests.laptops import Kopie, Laptop
from tests.schijf import IN_GEHEUGEN
from tests.verhaal import GEVRAAGD, LEDEN, PERSONEN, WIE, Verhaal, secretaris, vergadering
from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.bereik import besloten
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.dossier import Dossierregel, Dossierstap, Waardering
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.bundel import Bundel, lees_bundel
from tk_desktop.exchange.fouten import BundelVoorAnder
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.ontvangen import Ontvangst, look_at_bundel, receive_bundel
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import Aanmelding, admit, begin_rooster, set_lezers
from tk_desktop.exchange.segment import Soort, lees_kop, lees_segment, open_inhoud
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.teller import BESTAND
from tk_desktop.minutes.dossiers import choose_retention, dossier_of
from tk_desktop.minutes.vernietigen import carry_out_destruction, decide_destruction, finish_destruction
from tk_desktop.store.driver import Gegevens, verbind
from tk_desktop.store.fouten import VernietigdBlijftWeg
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

ALLEN = (*WIE, *LEDEN, ("c1", "els", "ambtenaar"))
NAAM_VAN = tuple(sorted({persoon for _, persoon, _ in ALLEN}))
VANDAAG = date(2026, 3, 2)
LATER = date(2040, 1, 2)
RONDES = 6
"""After so many rounds of everybody to everybody at most nobody hears anything new (I10)."""
_WOORD = re.compile(rb"woord~\d+~")
_NOOT = re.compile(rb"noot~\d+~")

Koppen = dict[str, tuple[object, ...]]
welke = st.integers(0, 99)
laptopnaam = st.sampled_from([naam for naam, _, _ in ALLEN])


def mag(persoon: str, bereik: str) -> bool:
    """Whether somebody may read a scope in this world."""
    soort, _, van = bereik.partition(":")
    if soort == "prive":
        return van == persoon
    if soort == "deel":
        return persoon in van.split("~")
    if persoon == "els":
        return soort == "alg" or bereik == "pp:els"
    return persoon in ("roos", "joost") or soort in ("alg", "bes") or bereik == "pp:bram"


class Bundellaptop(Laptop):
    """A laptop in memory that has keys, and a folder for what cannot be there."""

    def __init__(self, persoon: str, rol: str, naam: str, map_: Path) -> None:
        super().__init__(persoon, rol, naam)
        self.map = map_ / naam
        (self.map / "kopieen").mkdir(parents=True)
        self.kopie_van_vandaag().touch()  # it is not looked at
        self.store = Store(Gegevens(self._db), self.map)
        self.bos = Sleutelbos.maak()
        with self.store.transaction():
            self.store.uitwisseling.nieuwe_incarnatie()

    def kopie_van_vandaag(self) -> Path:
        """Return where the copy of before the first bundle of the day lies."""
        return self.map / "kopieen" / f"voor_ontvangst_{VANDAAG.isoformat()}.db"

    def leest(self, bereik: str) -> bool:
        return mag(self.persoon, bereik)

    def maak(self, naar: "Bundellaptop", *, volledig: bool = False) -> bytes:
        """Return a bundle for another laptop."""
        doel = self.map / "uit.tkb"
        make_bundel(self.store, self.bos, naar.bos.id, doel, volledig=volledig)
        return doel.read_bytes()

    def pad(self, bundel: bytes) -> Path:
        """Put a bundle where it can be read."""
        pad = self.map / "in.tkb"
        pad.write_bytes(bundel)
        return pad

    def ontvang(self, bundel: bytes) -> Ontvangst:
        """Take in a bundle."""
        return receive_bundel(self.store, self.bos, self.pad(bundel), vandaag=VANDAAG)

    def kast(self) -> Sleutelkast:
        return Sleutelkast(self.store, self.bos)

    def bewaar_kopie(self) -> Kopie:
        teller = self.map / BESTAND
        kopie, _ = super().bewaar_kopie()
        return kopie, {"": teller.read_bytes() if teller.exists() else b""}  # type: ignore[dict-item]

    def zet_terug(self, kopie: Kopie, *, ook_teller: bool = True) -> None:
        super().zet_terug((kopie[0], {}))
        if ook_teller:
            (self.map / BESTAND).write_bytes(kopie[1][""])  # type: ignore[arg-type]

    def bytes(self) -> bytes:
        """Return every byte of the database as it would lie on the disk, free pages too."""
        pad = self.map / "scan.db"
        pad.unlink(missing_ok=True)
        doel = verbind(pad)
        self._db.backup(doel)
        doel.close()
        return pad.read_bytes()


@cache
def _begin() -> dict[str, tuple[Laptop, Kopie]]:
    """The laptops with one meeting, published and told to everybody: made once."""
    map_ = Path(mkdtemp(prefix="tk-verhaal-", dir=IN_GEHEUGEN))
    laptops = {naam: Bundellaptop(persoon, rol, naam, map_) for naam, persoon, rol in ALLEN}
    r1 = laptops["r1"]
    r1.doe(lambda store: bewaar(store, vergadering()))
    begin_rooster(r1.store, r1.bos, "BC Waterkant", "roos", "r1")
    for naam, persoon, rol in ALLEN[1:]:
        sleutels = laptops[naam].bos.openbaar
        admit(r1.store, r1.bos, Aanmelding(naam=persoon, apparaatnaam=naam, sleutels=sleutels), persoon, Rol(rol))
    lezers = {"roos", "joost", "bram"}
    set_lezers(r1.store, r1.bos, {besloten("v0"): lezers, besloten("v1"): lezers})
    publish_vergadering(r1.store, r1.bos, "v0")
    for laptop in laptops.values():
        laptop.store.uitwisseling.vertrouw(r1.bos.openbaar.verify)
    _wissel_uit(laptops.values())
    return {naam: (laptop, laptop.bewaar_kopie()) for naam, laptop in laptops.items()}


def _wissel_uit(laptops: Iterable[Bundellaptop]) -> int:
    alle = list(laptops)
    for ronde in range(RONDES):
        if not sum(naar.ontvang(van.maak(naar)).bewerkingen for van in alle for naar in alle if naar is not van):
            return ronde
    raise AssertionError("het wordt niet stil")


@dataclass(frozen=True, slots=True)
class Onderweg:
    """A bundle on its way."""

    van: str
    naar: str
    inhoud: bytes


class Bundelverhaal(Verhaal):
    """One history, told in bundles."""

    laptops: dict[str, Bundellaptop]  # type: ignore[assignment]
    gezien: dict[str, frozenset[str]] = {}  # noqa: RUF012  of all histories: the same object is the same everywhere

    @initialize()
    def begin(self) -> None:
        self._begin_met(_begin())
        self.reis: list[Onderweg] = []
        self.gezegd: dict[str, Bewerking] = {}
        self.open: set[bytes] = set()
        """Words that stood in an open part when it was published."""
        self.vrij: set[bytes] = set()
        """Words that were published to anybody."""
        self.vernietigd = set()
        self.eigen: dict[str, set[bytes]] = defaultdict(set)
        """By person the words of their own notes."""
        self.gedeeld: dict[str, set[bytes]] = defaultdict(set)
        """By person the words of notes that somebody shared with them, on what they may read."""
        self.vergeten: set[object] = set()
        """Rows that somebody destroyed."""
        self.gekregen: dict[str, tuple[Wijziging, set[str], set[str]]] = {}
        """By laptop the last that came in there, what it brought, and what was known there before."""

    # Bundles on their way.

    @rule(van=laptopnaam, naar=laptopnaam, volledig=st.booleans())
    def verzendt(self, van: str, naar: str, volledig: bool) -> None:
        if van != naar:
            self.reis.append(Onderweg(van, naar, self._maak(van, naar, volledig=volledig)))

    @precondition(lambda self: self.reis)
    @rule(welke=welke, houdt=st.booleans())
    def komt_aan(self, welke: int, houdt: bool) -> None:
        een = self.reis[welke % len(self.reis)]
        self._ontvang(een.naar, een.inhoud)
        if not houdt:
            self.reis.remove(een)

    @precondition(lambda self: self.reis)
    @rule(welke=welke)
    def gaat_verloren(self, welke: int) -> None:
        self.reis.pop(welke % len(self.reis))

    @precondition(lambda self: self.reis)
    @rule(welke=welke, plek=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), af=st.booleans())
    def raakt_beschadigd(self, welke: int, plek: float, bit: int, af: bool) -> None:
        """A bit turned over, or the end cut off: refused, and nothing changed."""
        een = self.reis[welke % len(self.reis)]
        byte = int(plek * len(een.inhoud))
        om = bytes([een.inhoud[byte] ^ 1 << bit])
        kapot = een.inhoud[:byte] + (b"" if af else om + een.inhoud[byte + 1 :])
        self._weigert(een.naar, kapot, TkError)

    @precondition(lambda self: self.reis)
    @rule(welke=welke, wie=laptopnaam)
    def komt_bij_een_ander(self, welke: int, wie: str) -> None:
        een = self.reis[welke % len(self.reis)]
        if een.naar != wie:
            self._weigert(wie, een.inhoud, BundelVoorAnder)

    @precondition(lambda self: self.reis)
    @rule(welke=welke)
    def wordt_bekeken(self, welke: int) -> None:
        """Looking changes nothing."""
        een = self.reis[welke % len(self.reis)]
        laptop = self.laptops[een.naar]
        voor = laptop.koppen()
        look_at_bundel(laptop.store, laptop.bos, laptop.pad(een.inhoud))
        assert laptop.koppen() == voor

    @rule(paren=st.lists(st.tuples(laptopnaam, laptopnaam), min_size=2, max_size=8))
    def wisselen_uit(self, paren: list[tuple[str, str]]) -> None:
        for van, naar in paren:
            if van != naar:
                self._ontvang(naar, self._maak(van, naar))

    @precondition(lambda self: self.gekregen)
    @rule(naam=laptopnaam, opnieuw=st.booleans())
    def neemt_terug_wat_binnenkwam(self, naam: str, opnieuw: bool) -> None:
        """Somebody undoes what came in last, and may do it again: nobody else hears of it, and it comes once more."""
        if naam not in self.gekregen:
            return
        laptop = self.laptops[naam]
        wijziging, gebracht, kende = self.gekregen.pop(naam)
        inhoud, voor = laptop.inhoud(), {str(kop[4]) for kop in laptop.koppen()}
        try:
            laptop.store.redo(wijziging.terug())
        except TkError:
            assert (laptop.inhoud(), {str(kop[4]) for kop in laptop.koppen()}) == (inhoud, voor)
            return
        weg = voor - {str(kop[4]) for kop in laptop.koppen()}
        # What was written there since and undone went too, with what that had replaced.
        self.kent[naam] -= (gebracht | weg | self._vervangen_door(weg)) - kende
        if opnieuw:
            laptop.store.redo(wijziging)
            assert laptop.inhoud() == inhoud
            self.kent[naam] |= gebracht
        self.gedaan.pop(naam, None)

    # What the secretariat and laptops do.

    @rule(naam=laptopnaam, n=st.integers(0, 1), stuk=st.booleans(), met=st.sampled_from(("", *NAAM_VAN, "allen")))
    def deelt_noot(self, naam: str, n: int, stuk: bool, met: str) -> None:
        """Write a note on an item or a paper, for oneself or for others; its words are those of nobody else."""
        self.teller += 1
        laptop = self.laptops[naam]
        noot, woord = f"{laptop.persoon}{n}", f"noot~{self.teller}~"
        self.eigen[laptop.persoon].add(woord.encode())
        zicht = "privé" if not met else "allen" if met == "allen" else "gedeeld"
        soort, papier = ("notitie", "s0") if stuk else ("puntnotitie", "")
        self._sql(
            naam,
            """INSERT INTO aantekening VALUES (?, 'v0', ?, 'p0', ?, 'geel', ?, ?, ?, '2026-03-01', '2026-03-01', '', '')
               ON CONFLICT (id) DO UPDATE SET tekst = excluded.tekst, zicht = excluded.zicht""",
            noot,
            papier,
            soort,
            woord,
            PERSONEN[laptop.persoon],
            zicht,
        )
        self._sql(naam, "DELETE FROM aantekening_lezer WHERE aantekening_id = ?", noot)
        if n and not met:
            self._sql(naam, "DELETE FROM aantekening WHERE id = ?", noot)
        elif zicht == "gedeeld":
            lezer = (f"{noot}:{PERSONEN[met]}", noot, PERSONEN[met])
            self._sql(naam, "INSERT INTO aantekening_lezer VALUES (?, ?, ?) ON CONFLICT DO NOTHING", *lezer)

    @rule(naam=secretaris, v=st.integers(0, 1))
    def publiceert(self, naam: str, v: int) -> None:
        laptop = self.laptops[naam]

        def werk() -> None:
            publish_vergadering(laptop.store, laptop.bos, f"v{v}")
            open_, dicht = _woorden(laptop, f"v{v}")
            self.open |= open_
            self.vrij |= open_ | dicht

        self._volg(naam, werk, alles=True)

    @precondition(lambda self: GEVRAAGD > 0)  # a history in which dossiers go asks more time than the suite has
    @rule(naam=secretaris, v=st.integers(0, 1))
    def vernietigt(self, naam: str, v: int) -> None:
        """The term of a dossier is over, and somebody destroys it while others may still work in it."""
        store = self.laptops[naam].store

        def werk() -> None:
            besluit = _besluit(store, f"v{v}")
            carry_out_destruction(store, besluit, op=LATER, door="Femke Aalders")

        self._vergeet(naam, werk)

    @precondition(lambda self: bool(self.vernietigd))
    @rule(naam=laptopnaam)
    def laat_gaan(self, naam: str) -> None:
        """Somebody lets go of what was destroyed elsewhere."""
        self._vergeet(naam, partial(finish_destruction, self.laptops[naam].store))

    @precondition(lambda self: self.kopieen)
    @rule(naam=laptopnaam, ook_teller=st.booleans())
    def zet_kopie_terug(self, naam: str, ook_teller: bool) -> None:
        """An old copy is put back: of the whole werkmap, or of its database alone, which gives itself away."""
        if naam in self.kopieen:
            kopie, kende = self.kopieen[naam]
            self.laptops[naam].zet_terug(kopie, ook_teller=ook_teller)
            self.kent[naam] = set(kende)
            self.gedaan.pop(naam, None)
            self.gekregen.pop(naam, None)

    # What must hold.

    def _maak(self, van: str, naar: str, *, volledig: bool = False) -> bytes:
        laptop = self.laptops[van]
        self._deel(laptop)
        voor = _noten(laptop)
        inhoud = laptop.maak(self.laptops[naar], volledig=volledig)
        self._geschreven(van, voor, _noten(laptop))
        with lees_bundel(self.laptops[van].pad(inhoud)) as bundel:
            self._mag_weg(bundel, self.laptops[van], self.laptops[naar])
        return inhoud

    def _deel(self, laptop: Bundellaptop) -> None:
        """Keep who may get to read which notes from here on: by the tables of this laptop alone."""
        noten = laptop.sql("SELECT id, tekst, zicht, papier, eigenaar FROM aantekening WHERE zicht <> 'privé'")
        dicht = _dicht(laptop)
        for id_, tekst, zicht, papier, eigenaar in noten:
            if eigenaar != PERSONEN[laptop.persoon]:
                continue
            lezers = {een for (een,) in laptop.sql("SELECT naam FROM aantekening_lezer WHERE aantekening_id = ?", id_)}
            besloten_ = dicht("stuk", papier) if papier else dicht("agendapunt", "p0")
            for wie in NAAM_VAN:
                gekozen = PERSONEN[wie] in lezers if zicht == "gedeeld" else wie != "els"
                if gekozen and not (besloten_ and wie == "els"):
                    self.gedeeld[wie].add(str(tekst).encode())

    def _geschreven(self, naam: str, voor: Koppen, na: Koppen) -> None:
        """Keep what somebody's notes became for their readers, and what was replaced there."""
        velden = {kop[:4]: id_ for id_, kop in na.items() if id_ not in voor}
        for id_ in voor.keys() - na.keys():
            self.zag[velden[voor[id_][:4]]].add(id_)
        self.kent[naam] |= na.keys()

    def _mag_weg(self, bundel: Bundel, van: Bundellaptop, naar: Bundellaptop) -> None:
        """Nothing in a bundle can be read by whom it is not for, with whatever keys they have (I5)."""
        for post in bundel.manifest.sleutels:
            assert mag(naar.persoon, post.bereik), (post.bereik, van.naam, naar.naam)
        for som, _ in bundel.manifest.objecten:
            kop = lees_kop(bundel.begin(som))
            assert kop.soort is Soort.ROOSTER or mag(naar.persoon, kop.bereik), (kop, naar.naam)
            if kop.soort is Soort.SEGMENT and som not in self.gezien:
                gegevens = bundel.object(som)
                inhoud = open_inhoud(kop, gegevens, van.kast().sleutel(kop.bereik, kop.kid))
                if kop.bereik != "alg":
                    assert inhoud not in gegevens
                bewerkingen = lees_segment(kop, inhoud)
                self.gezien[som] = frozenset(een.id for een in bewerkingen)
                self.gezegd.update((een.id, een) for een in bewerkingen)
                if kop.bereik == "alg":
                    geheim = set(_WOORD.findall(zlib.decompress(inhoud))) - self.open
                    assert not geheim, ("besloten in het open deel", geheim)

    def _doe(self, naam: str, werk: Callable[[Store], object]) -> None:
        """Let somebody do something, but for making a row anew that was destroyed: no two rows ever have one id."""

        def zonder(store: Store) -> None:
            voor = self._staat(naam)
            werk(store)
            if (self._staat(naam) - voor) & self.vergeten:
                raise VernietigdBlijftWeg

        super()._doe(naam, zonder if self.vergeten else werk)

    def _staat(self, naam: str) -> set[object]:
        return {(tabel, str(rij[0])) for tabel, rijen in self.laptops[naam].inhoud().items() for rij in rijen}

    def _vergeet(self, naam: str, werk: Callable[[], object]) -> None:
        """Do something that forgets values for good, and keep which those were."""
        laptop = self.laptops[naam]
        voor = {str(kop[4]): kop for kop in laptop.koppen()}
        with suppress(TkError):
            werk()
        laptop.kopie_van_vandaag().touch()
        self.gedaan.pop(naam, None)
        na = {str(kop[4]): kop for kop in laptop.koppen()}
        erbij: dict[object, str] = {kop[:4]: id_ for id_, kop in na.items() if id_ not in voor}
        for id_ in voor.keys() - na.keys():
            if voor[id_][:4] in erbij:
                self.zag[erbij[voor[id_][:4]]].add(id_)
            else:
                self.vernietigd |= {id_, *self._vervangen_door([id_])}
        self.vergeten |= {{**voor, **na}[id_][:2] for id_ in voor.keys() ^ na.keys()}
        self.kent[naam] |= na.keys()

    def _herhaald(self, naam: str, voor: dict[str, tuple[object, ...]], gebracht: set[str]) -> None:
        """Keep what a laptop told once more when it heard that a dossier was destroyed in which somebody worked on."""
        na = {str(kop[4]): kop for kop in self.laptops[naam].koppen()}
        waarden = {id_: kop[5] for id_, kop in voor.items()}
        plekken: dict[object, set[str]] = defaultdict(set)
        for id_, kop in voor.items():
            plekken[kop[:4]].add(id_)
        for een in (self.gezegd[id_] for id_ in gebracht):
            plekken[een.tabel, een.rij, een.veld, een.bereik].add(een.id)
            waarden[een.id] = een.waarde
        for id_ in na.keys() - voor.keys() - gebracht - self.kent[naam]:
            hier = plekken[na[id_][:4]] - na.keys()
            assert na[id_][5] in {waarden[een] for een in hier} or na[id_][:3:2] == ("nota_sectie", "tekst"), na[id_]
            self.zag[id_] |= hier
            self.kent[naam].add(id_)

    def _vernietigd_is_vergeten(self) -> None:
        """At the secretariat nothing is left of rows that were destroyed and did not come back, but what they were.

        Unless the meeting came back with what nobody had seen: until that is judged it is a dossier like another.
        """
        for naam in ("r1", "r2", "j1"):
            laptop = self.laptops[naam]
            staat = self._staat(naam)
            if {("vergadering", "v0"), ("vergadering", "v1")} & self.vergeten & staat:
                continue
            over = [
                kop for kop in laptop.koppen() if str(kop[4]) in self.vernietigd and kop[:2] not in staat and kop[5]
            ]
            assert not over, (naam, over)

    def _koppen(self, laptop: Laptop) -> list[tuple[object, ...]]:
        """Of a row that was destroyed one may know more than another; what stands of it is the same."""
        return [kop for kop in laptop.koppen() if kop[:2] not in self.vergeten]

    def _wat(self, id_: str) -> object:
        return self.gezegd.get(id_)

    def _ontvang(self, naar: str, inhoud: bytes) -> int:
        laptop = self.laptops[naar]
        voor = _segmenten(laptop)
        stond = {str(kop[4]): kop for kop in laptop.koppen()} if self.vernietigd else {}
        ontvangst = laptop.ontvang(inhoud)
        self.gedaan.pop(naar, None)
        gebracht = set().union(*(self.gezien[som] for som in _segmenten(laptop) - voor))
        if ontvangst.wijziging:
            self.gekregen[naar] = (ontvangst.wijziging, gebracht, set(self.kent[naar]))
        self.kent[naar] |= gebracht
        if self.vernietigd:
            self._herhaald(naar, stond, gebracht)
        return ontvangst.bewerkingen

    def _weigert(self, naam: str, inhoud: bytes, fout: type[TkError]) -> None:
        laptop = self.laptops[naam]
        voor = laptop.store._db.conn.total_changes
        try:
            receive_bundel(laptop.store, laptop.bos, laptop.pad(inhoud), vandaag=VANDAAG)
        except fout:
            assert laptop.store._db.conn.total_changes == voor
        else:
            raise AssertionError("een bundel die niet klopt werd aangenomen")

    def teardown(self) -> None:
        if not hasattr(self, "reis"):
            return
        Verhaal.geteld = self.teller
        self._tot_rust()
        if self.vernietigd:
            for naam in self.laptops:
                self.laat_gaan(naam)
            self._tot_rust()
            self._vernietigd_is_vergeten()
        self._niemand_verschilt()
        self._niets_verloren(set().union(*self.kent.values()))  # notes are written for readers up to the last bundle
        for naam, laptop in self.laptops.items():
            self._weet_niet_te_veel(naam)
            if naam in ("r1", "b1", "c1"):  # the others show the same
                self._klopt(laptop)

    def _tot_rust(self) -> None:
        """Everybody tells everybody, by way of the secretariat and among their own laptops, until nobody hears more."""
        paren = [("r1", "r2"), ("r1", "j1"), ("r1", "b1"), ("r1", "c1"), ("b1", "b2")]
        for _ in range(RONDES):
            nieuw = 0
            samen = [een for een in (("j1", "b1"), ("j1", "c1"), ("b1", "c1")) if self._delen(*een)]
            for van, naar in (*[(naar, van) for van, naar in reversed(paren + samen)], *paren, *samen):
                nieuw += self._ontvang(naar, self._maak(van, naar))
            if not nieuw:
                return
        raise AssertionError("het wordt niet stil")

    def _delen(self, een: str, ander: str) -> bool:
        """Whether the people of two laptops share notes, which go by nobody else."""
        wie = [self.laptops[naam].persoon for naam in (een, ander)]
        bereiken = ("deel:" + "~".join(wie), "deel:" + "~".join(reversed(wie)))
        vraag = "SELECT 1 FROM kop WHERE tabel = 'aantekening' AND bereik IN (?, ?) LIMIT 1"
        return any(self.laptops[naam].sql(vraag, *bereiken) for naam in (een, ander))

    def _klopt(self, laptop: Laptop) -> None:
        """The database is whole, can be read, and is what its operations say; what comes twice changes nothing."""
        assert laptop.fouten() == []
        for een in laptop.store.vergaderingen.all():
            laptop.store.opname(een.id)
        laptop.store.conflicten()
        voor = laptop.inhoud(), self._koppen(laptop)
        laptop.store.herbouw()
        assert (laptop.inhoud(), self._koppen(laptop)) == voor

    def _weet_niet_te_veel(self, naam: str) -> None:
        """No key and no byte of what somebody may not read is on their laptop (I6, I7)."""
        laptop = self.laptops[naam]
        assert all(mag(laptop.persoon, bereik) for bereik, _ in laptop.store.uitwisseling.sleutels())
        assert all(mag(laptop.persoon, bereik) for bereik in laptop.store.segmenten.bereiken())
        if naam not in ("b1", "c1", "j1"):
            return
        inhoud = laptop.bytes()
        noten = {een for een in _NOOT.findall(inhoud) if int(een[5:-1]) > self.eerste}
        vreemd = noten - self.eigen[laptop.persoon] - self.gedeeld[laptop.persoon]
        assert not vreemd, (naam, vreemd)
        if naam != "j1":
            mag_weten = self.open if naam == "c1" else self.vrij
            van_nu = {een for een in _WOORD.findall(inhoud) if int(een[6:-1]) > self.eerste}
            teveel = van_nu - mag_weten
            assert not teveel, (naam, teveel, [kop for kop in laptop.koppen() if str(kop[5]).encode() in teveel])


def _besluit(store: Store, vergadering_id: str) -> str:
    """Close a dossier whose term was over long ago and decide to destroy it; return the id of that decision."""
    with store.transaction():
        choose_retention(store, vergadering_id, waardering=Waardering.VERNIETIGEN, termijn=1)
        stap = Dossierregel(id=new_id(), volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2027, 1, 4))
        store.dossiers.save(replace(dossier_of(store, vergadering_id), regels=(stap,)))
        return decide_destruction(store, [vergadering_id], op=LATER, wie="dagelijks bestuur").id


def _segmenten(laptop: Laptop) -> set[str]:
    return {str(sha) for (sha,) in laptop.sql("SELECT sha FROM uitwisseling_segment")}


def _woorden(laptop: Laptop, vergadering_id: str) -> tuple[set[bytes], set[bytes]]:
    """The words that a meeting tells to all, and those for the readers of what is besloten: by the tables alone."""
    dicht = _dicht(laptop)
    open_, toe = set(_alles(laptop.sql("SELECT * FROM gremium"))), set[bytes]()
    for punt, *_ in laptop.sql("SELECT id FROM agendapunt WHERE vergadering_id = ?", vergadering_id):
        rijen = laptop.sql("SELECT * FROM agendapunt WHERE id = ?", punt)
        (toe if dicht("agendapunt", punt) else open_).update(_alles(rijen))
    for stuk, *_ in laptop.sql("SELECT id FROM stuk WHERE vergadering_id = ?", vergadering_id):
        rijen = laptop.sql("SELECT * FROM stuk WHERE id = ?", stuk)
        (toe if dicht("stuk", stuk) else open_).update(_alles(rijen))
    return open_, toe


def _dicht(laptop: Laptop) -> Callable[[str, object], bool]:
    """Return what tells whether an item or a paper is besloten, by the tables alone."""
    punten = {str(id_): rij for id_, *rij in laptop.sql("SELECT id, ouder_id, besloten FROM agendapunt")}
    stukken = {str(id_): rij for id_, *rij in laptop.sql("SELECT id, hoort_bij, agendapunt_id, besloten FROM stuk")}

    def punt_dicht(punt: object) -> bool:
        return punt in punten and (bool(punten[str(punt)][1]) or punt_dicht(punten[str(punt)][0]))

    def stuk_dicht(stuk: object) -> bool:
        if stuk not in stukken:
            return False
        boven, punt, geheim = stukken[str(stuk)]
        return bool(geheim) or punt_dicht(punt) or stuk_dicht(boven)

    return lambda tabel, rij: punt_dicht(rij) if tabel == "agendapunt" else stuk_dicht(rij)


def _noten(laptop: Bundellaptop) -> Koppen:
    """Return the values of the notes of who works on a laptop, wherever they stand."""
    rijen = laptop.sql(
        """SELECT tabel, rij, veld, bereik, id FROM kop
           WHERE tabel IN ('aantekening', 'aantekening_plaats', 'aantekening_lezer')
           AND (bereik IN (?, ?) OR bereik GLOB ?)""",
        *(f"{soort}:{laptop.persoon}{rest}" for soort, rest in (("prive", ""), ("pp", ""), ("deel", "~*"))),
    )
    return {str(rij[4]): rij for rij in rijen}


def _alles(rijen: list[tuple[object, ...]]) -> Iterable[bytes]:
    for rij in rijen:
        yield from _WOORD.findall(repr(rij).encode())
