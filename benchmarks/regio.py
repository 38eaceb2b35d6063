"""``make regio``: one region that outgrew mail; 14 gemeenten, up to 200 laptops, five years, one shared postbus.

What is real: the secretary with a werkmap, roster, keys, publishing, sending and clearing up; every segment, message,
version of the roster and stand in the postbus, signed and shut as always; a member, an official, a member who is away
for the fourth year, and a laptop that begins after five years, each with a werkmap that fetches all of it and must end
with the same rows. What is counted: the other laptops read the same messages by the same rules, and their bytes are
added up; what the member really fetched stands beside that. Once a meeting each of them writes 20 places where he is
reading and one afmelding, as real segments. Papers are a thousand bytes here and are counted as 1.5 MB, apart from the
rest. Every request is counted as 700 bytes of HTTP besides its contents, every name in a list as 300. Nothing goes over
a real line: see the tests for WebDAV and SSH.
"""

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks.grafiek import Lijn, teken
from tests.bouwers import (
    bewaar_bytes,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_persoon,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.uitwisselwereld import Laptop, Wereld
from tk_desktop.domain.bereik import met_secretariaat, prive
from tk_desktop.domain.bewerking import RIJ, Bewerking
from tk_desktop.domain.rooster import Apparaat, Deelnemer, Rol, Rooster
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.postbus.indeling import kanalen_van, kanalen_voor, log_pad, nummers, object_pad
from tk_desktop.exchange.postbus.melding import Ding, Melding, lees_melding
from tk_desktop.exchange.postbus.ophalen import fetch
from tk_desktop.exchange.postbus.sturen import send
from tk_desktop.exchange.postbus.verdichten import compact
from tk_desktop.exchange.publiceren import publish_vergadering
from tk_desktop.exchange.rooster import _wijzig, roosters
from tk_desktop.exchange.segment import Kop, Soort, digest, schrijf_segment
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel

JAREN, PER_JAAR, PUNTEN, STUKKEN, AANTALLEN = 5, 6, 10, 8, (50, 100, 200)
STUK, VRAAG = 1_500_000, 700
BEGIN = date(2026, 1, 5)
ZIN = (
    "Het algemeen bestuur besluit de bijdrage van gemeente {} voor {} vast te stellen op {} euro, onder voorwaarde {}. "
)


class Geheugen:
    """A store in memory that counts what goes through it."""

    def __init__(self) -> None:
        self.adres = "map:regio"
        self.bestanden: dict[str, bytes] = {}
        self._mappen: dict[str, set[str]] = defaultdict(set)
        self.bytes = self.vragen = self.ooit = 0

    def _tel(self, aantal: int) -> None:
        self.bytes += aantal
        self.vragen += 1

    def plaats(self, pad: str, gegevens: bytes) -> bool:
        """Put bytes where nothing stands; see ``Opslag``."""
        self._tel(len(gegevens))
        if pad in self.bestanden:
            return False
        self.leg(pad, gegevens)
        return True

    def leg(self, pad: str, gegevens: bytes) -> None:
        """Keep a file, counted for nobody."""
        self.bestanden[pad] = gegevens
        self.ooit += 0 if pad.startswith("stukken/") else len(gegevens)
        map_, _, naam = pad.rpartition("/")
        self._mappen[map_].add(naam)

    def haal(self, pad: str, hoogstens: int) -> bytes | None:
        """Return what stands under a path; see ``Opslag``."""
        gegevens = self.bestanden.get(pad)
        if not pad.startswith("stukken/"):  # papers are counted apart
            self._tel(len(gegevens or b""))
        return None if gegevens is None or len(gegevens) > hoogstens else gegevens

    def mappen(self, map_: str) -> frozenset[str]:
        """Return the names in a folder, counted for nobody."""
        return frozenset(self._mappen[map_])

    def staat_er(self, pad: str) -> bool:
        """Whether anything stands under a path."""
        self._tel(0)
        return pad in self.bestanden

    def lijst(self, map_: str) -> tuple[str, ...]:
        """Return the names in a folder."""
        namen = self._mappen[map_]
        self._tel(300 * len(namen))
        return tuple(sorted(namen))

    def verwijder(self, pad: str) -> None:
        """Take away what stands under a path."""
        self._tel(0)
        self.bestanden.pop(pad, None)
        map_, _, naam = pad.rpartition("/")
        self._mappen[map_].discard(naam)

    def sluit(self) -> None:
        """Do nothing."""


@dataclass
class Tel:
    """What one laptop fetched in a year: bytes of messages and segments, files, requests, seconds."""

    bytes: int = 0
    stukken: int = 0
    vragen: int = 0
    seconden: float = 0.0


@dataclass
class Licht:
    """A laptop that is counted: its keys, whose it is, and how far it read each channel."""

    bos: Sleutelbos
    wie: str
    sleutels: dict[str, bytes] = field(default_factory=dict)
    vorige: dict[str, str] = field(default_factory=dict)
    gelezen: dict[str, int] = field(default_factory=dict)
    per_jaar: list[Tel] = field(default_factory=list)


class Regio:
    """One region with that many laptops."""

    def __init__(self, map_: Path, aantal: int) -> None:
        self.kans = Random(aantal)
        self.wereld = Wereld(map_)
        self.s: Laptop = self.wereld["s1"]
        self.opslag = Geheugen()
        self.echt: dict[str, Laptop] = {}
        self.licht: list[Licht] = []
        self.tellen: dict[str, list[Tel]] = {}
        self.stuurtijd: list[float] = []
        self.stukken = 0
        self._bezet(aantal)

    def _bezet(self, aantal: int) -> None:
        """Put everybody on the roster at once: 14 gemeenten, six in ten a member, the others officials."""
        store = self.s.store
        rooster = roosters(store).huidig
        mensen, apparaten = list(rooster.deelnemers), list(rooster.apparaten)
        with store.transaction():
            store.gremia.save(een_gremium(id="g1"))
            for nummer in range(aantal - 1):
                wie = f"p{nummer:03d}"
                rol = Rol.BESTUURDER if nummer % 10 < 6 else Rol.AMBTENAAR
                naam = f"Deelnemer {nummer} van gemeente {nummer % 14 + 1}"
                store.personen.save(een_persoon(id=wie, naam=naam))
                if rol is Rol.BESTUURDER:
                    store.leden.save(een_lidmaatschap(id=f"lid-{wie}", gremium_id="g1", persoon_id=wie))
                bos = self._laptop(nummer, wie)
                mensen.append(Deelnemer(persoon_id=wie, naam=naam, rol=rol))
                open_ = bos.openbaar
                apparaten.append(Apparaat(id=bos.id, persoon_id=wie, naam="Laptop", verify=open_.verify, box=open_.box))
            kids = {**rooster.kids, **{str(met_secretariaat(een.persoon_id)): 1 for een in mensen}}
            nieuw = replace(rooster, deelnemers=tuple(mensen), apparaten=tuple(apparaten), kids=kids)
            _wijzig(store, self.s.bos, nieuw)

    def _laptop(self, nummer: int, wie: str) -> Sleutelbos:
        namen = {0: "lid", 6: "ambtenaar", 1: "jaar weg", 2: "nieuw"}
        if nummer in namen:
            self.echt[namen[nummer]] = self.wereld._laptop(namen[nummer], wie)
            return self.echt[namen[nummer]].bos
        bos = Sleutelbos.maak()
        self.licht.append(Licht(bos, wie))
        return bos

    def jaar(self, nummer: int) -> None:
        """Let one year pass: meetings that are published, amended and decided; everybody reads and writes."""
        for lijst in (*(een.per_jaar for een in self.licht), *self.tellen.values()):
            lijst.append(Tel())
        for keer in range(PER_JAAR):
            dag = BEGIN + timedelta(days=365 * nummer + 60 * keer)
            id_ = f"v{nummer}-{keer:02d}"
            self._vergadering(id_)
            for ronde in range(3):
                if ronde:
                    self._nazending(id_)
                publish_vergadering(self.s.store, self.s.bos, id_, uitkomsten=bool(ronde))
                begin = time.perf_counter()
                send(self.s.store, self.s.bos, self.opslag, vandaag=dag)
                self.stuurtijd.append(time.perf_counter() - begin)
                self._lezen(nummer, dag)
            self._schrijven(dag)
            fetch(self.s.store, self.s.bos, self.opslag, vandaag=dag, heel=True)
        dag = BEGIN + timedelta(days=365 * (nummer + 1))
        self._meld_gezien()
        compact(self.s.store, self.s.bos, self.opslag, vandaag=dag, minstens=5)

    def _vergadering(self, id_: str) -> None:
        store, kans = self.s.store, self.kans
        with store.transaction():
            store.vergaderingen.save(een_vergadering(id=id_, gremium_id="g1"))
            for nummer in range(PUNTEN):
                punt = f"{id_}-{nummer}"
                tekst = self._tekst()
                store.agendapunten.save(
                    een_agendapunt(
                        id=punt,
                        vergadering_id=id_,
                        volgorde=f"a{nummer}",
                        titel=f"Punt {punt}",
                        toelichting=tekst,
                        besloten=nummer >= 8,
                    )
                )
                if nummer < STUKKEN:
                    store.stukken.save(
                        een_stuk(id=f"s-{punt}", vergadering_id=id_, agendapunt_id=punt, titel=f"Stuk {punt}")
                    )
                    som = bewaar_bytes(store, kans.randbytes(1000))
                    store.versies.save(een_stukversie(id=f"f-{punt}", stuk_id=f"s-{punt}", sha256=som))
                    self.stukken += 1

    def _tekst(self) -> str:
        kans = self.kans
        delen = [
            (kans.randrange(14) + 1, kans.randrange(2026, 2040), kans.randrange(10**6), kans.random())
            for _ in range(12)
        ]
        return " ".join(ZIN.format(*een) for een in delen)

    def _nazending(self, id_: str) -> None:
        store = self.s.store
        with store.transaction():
            for nummer in (1, 2, 4, 6):
                punt = store.agendapunten.get(f"{id_}-{nummer}")
                store.agendapunten.save(replace(punt, titel=f"Punt {punt.id}, {nummer}", toelichting=self._tekst()))

    def _lezen(self, jaar: int, dag: date) -> None:
        for naam, laptop in self.echt.items():
            if naam == "nieuw" or (naam == "jaar weg" and jaar == 3):
                continue
            self._haal(naam, laptop, dag)
        huidig = roosters(self.s.store).huidig
        bekend = {
            pad: lees_melding(self.opslag.bestanden[pad]) for pad in self.opslag.bestanden if self._is_melding(pad)
        }
        for een in self.licht:
            self._licht(een, huidig, bekend)

    @staticmethod
    def _is_melding(pad: str) -> bool:
        return pad.startswith("log/") and pad.rpartition("/")[2].isdecimal()

    def _haal(self, naam: str, laptop: Laptop, dag: date) -> None:
        tel = self.tellen.setdefault(naam, [Tel()])[-1]
        bytes_, vragen = self.opslag.bytes, self.opslag.vragen
        begin = time.perf_counter()
        try:
            fetch(laptop.store, laptop.bos, self.opslag, vandaag=dag)
        except NogNietVertrouwd as fout:
            laptop.store.uitwisseling.vertrouw(str(fout.details["verify"]))
            fetch(laptop.store, laptop.bos, self.opslag, vandaag=dag)
        tel.seconden += time.perf_counter() - begin
        stukken = sum(1 for _ in (laptop.store.map / "stukken").glob("*/*"))
        tel.bytes += self.opslag.bytes - bytes_
        tel.vragen += self.opslag.vragen - vragen
        tel.stukken = stukken

    def _licht(self, een: Licht, huidig: Rooster, bekend: dict[str, Melding]) -> None:
        """Count what this laptop fetches: the messages of its channels, what they name for it, and one miss each."""
        tel = een.per_jaar[-1]
        tel.vragen += 1
        for kanaal in kanalen_voor(huidig, een.wie):
            namen = self.opslag.mappen(f"log/{kanaal}")
            tel.vragen += 2 + 3  # the list, the last message; and saying how far was read
            tel.bytes += 300 * len(namen)
            nummer = een.gelezen.get(kanaal, 0)
            for later in (een for een in nummers(namen) if een > nummer):
                nummer, pad = later, log_pad(kanaal, later)
                melding = bekend[pad]
                tel.vragen += 1
                tel.bytes += len(self.opslag.bestanden[pad])
                for ding in (*melding.roosters, *(d for d in melding.segmenten if huidig.leest(een.wie, d.bereik))):
                    tel.vragen += 1
                    tel.bytes += ding.lengte
            een.gelezen[kanaal] = nummer

    def _schrijven(self, dag: date) -> None:
        """Let every counted laptop put a segment of its own notes, and one to the secretariat."""
        versie = roosters(self.s.store).huidig.versie
        kast = self.s.store.uitwisseling.sleutels()
        for een in self.licht:
            for plek, veld in ((str(prive(een.wie)), "leesstand"), (str(met_secretariaat(een.wie)), "afmelding")):
                geheim = een.sleutels.get(plek) or (
                    self.s.bos.open_bereiksleutel(kast[plek, 1]) if (plek, 1) in kast else nieuwe_bereiksleutel()
                )
                een.sleutels[plek] = geheim or nieuwe_bereiksleutel()
                bewerkingen = self._bewerkingen(plek, veld)
                kop = Kop(
                    soort=Soort.SEGMENT,
                    apparaat=een.bos.id,
                    bereik=plek,
                    kid=1,
                    rooster=versie,
                    vorige=een.vorige.get(plek, ""),
                    aantal=len(bewerkingen),
                    schema=1,
                )
                gegevens = schrijf_segment(een.bos, een.sleutels[plek], kop, bewerkingen)
                een.vorige[plek] = digest(gegevens)
                self.opslag.plaats(object_pad(digest(gegevens)), gegevens)
                ding = Ding(bereik=plek, sha=digest(gegevens), lengte=len(gegevens))
                melding = Melding(van=een.bos.id, rooster=versie, dag=dag.isoformat(), segmenten=(ding,))
                for kanaal in kanalen_van(plek):
                    self._meld(een, kanaal, melding)

    def _meld(self, een: Licht, kanaal: str, melding: Melding) -> None:
        """Put a message behind the last one, as ``Bus.meld`` does."""
        stand = self._einde.setdefault(kanaal, 0)
        while log_pad(kanaal, stand + 1) in self.opslag.bestanden:
            stand += 1
        self._einde[kanaal] = stand + 1
        vorige = self.opslag.bestanden.get(log_pad(kanaal, stand))
        self.opslag.plaats(
            log_pad(kanaal, stand + 1),
            replace(melding, vorige=digest(vorige) if vorige else "").bytes(een.bos),
        )

    @property
    def _einde(self) -> dict[str, int]:
        return self.__dict__.setdefault("_einden", {})  # type: ignore[no-any-return]

    def _bewerkingen(self, plek: str, tabel: str) -> list[Bewerking]:
        def een(veld: str, waarde: str | int, rij: str) -> Bewerking:
            id_ = f"{self.kans.getrandbits(80):020x}"
            hlc = self.kans.randrange(1 << 50)
            return Bewerking(id=id_, hlc=hlc, bereik=plek, tabel=tabel, rij=rij, veld=veld, waarde=waarde)

        rij = f"{self.kans.getrandbits(64):016x}"
        if tabel == "afmelding":
            velden: dict[str, str | int] = {
                RIJ: 1,
                "vergadering_id": "v",
                "lid_id": rij,
                "reden": "Kan niet komen: een andere afspraak",
            }
            return [een(veld, waarde, rij) for veld, waarde in velden.items()]
        return [een("pagina", self.kans.randrange(90), f"{rij}{nummer}") for nummer in range(20)]

    def _meld_gezien(self) -> None:
        """Let the counted laptops say how far they read; that of who is away says so itself."""
        for een in self.licht:
            for naam in tuple(self.opslag.lijst(f"gezien/{een.bos.id}")):
                self.opslag.verwijder(f"gezien/{een.bos.id}/{naam}")
            for kanaal, nummer in een.gelezen.items():
                self.opslag.leg(f"gezien/{een.bos.id}/{kanaal}-{nummer:08d}", b"")

    def maat(self) -> int:
        """Return how much stands in the postbus, papers apart."""
        return sum(len(een) for pad, een in self.opslag.bestanden.items() if not pad.startswith("stukken/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A row of the table: a region of that many laptops after so many years."""

    laptops: int
    jaren: int
    postbus: float
    zonder: float
    stukken: float
    lid: float
    licht: float
    vragen: float
    ambtenaar: float
    seconden: float
    sturen: float
    per_bundel: float
    niet_voor_mij: float = 0.0


def _regel(regio: Regio, jaar: int) -> Regel:
    lid, ambtenaar = regio.tellen["lid"][-1], regio.tellen["ambtenaar"][-1]
    leden = [een.per_jaar[-1] for een in regio.licht if int(een.wie[1:]) % 10 < 6]
    licht = [tel.bytes + VRAAG * tel.vragen for tel in leden]
    stukken = regio.stukken * STUK
    return Regel(
        laptops=len(regio.licht) + len(regio.echt) + 1,
        jaren=jaar + 1,
        postbus=regio.maat() / 1e6,
        zonder=regio.opslag.ooit / 1e6,
        stukken=stukken / 1e9,
        lid=(lid.bytes + VRAAG * lid.vragen) / 1e6,
        licht=statistics.mean(licht) / 1e6,
        vragen=lid.vragen,
        ambtenaar=(ambtenaar.bytes + VRAAG * ambtenaar.vragen) / 1e6,
        seconden=lid.seconden / (3 * PER_JAAR),
        sturen=statistics.median(regio.stuurtijd[-3 * PER_JAAR :]),
        per_bundel=(stukken / (jaar + 1) * (len(regio.licht) + 4)) / 1e9,
    )


def _doe(aantal: int, jaren: int) -> tuple[list[Regel], str]:
    with tempfile.TemporaryDirectory() as map_:
        regio = Regio(Path(map_), aantal)
        regels = []
        for jaar in range(jaren):
            regio.jaar(jaar)
            regels.append(_regel(regio, jaar))
            print(_tekst(regels[-1]), flush=True)
        dag = BEGIN + timedelta(days=365 * jaren)
        regio.tellen["nieuw"] = [Tel()]
        for naam in ("nieuw", "jaar weg", "lid"):
            regio._haal(naam, regio.echt[naam], dag)
        rijen = {naam: _rijen(laptop) for naam, laptop in regio.echt.items()}
        gelijk = rijen["nieuw"] == rijen["lid"] == rijen["jaar weg"]
        nieuw = regio.tellen["nieuw"][0]
        slot = (
            f"Een laptop die na {jaren} jaar begint ({aantal} laptops): {_komma(nieuw.bytes / 1e6)} MB zonder stukken, "
            f"{nieuw.vragen} vragen, {_komma(nieuw.seconden)} s. Wie het vierde jaar weg was en wie nieuw is, hebben "
            f"{'dezelfde' if gelijk else 'NIET dezelfde'} {len(rijen['lid'])} agendapunten als wie steeds las."
        )
        regio.wereld.sluit()
        if not gelijk:
            sys.exit(f"MIST: {slot}")
    return regels, slot


def _rijen(laptop: Laptop) -> list[tuple[str, ...]]:
    return sorted(
        (punt.id, punt.titel, punt.toelichting)
        for vergadering in laptop.store.vergaderingen.all()
        for punt in laptop.store.agendapunten.van_vergadering(vergadering.id)
    )


_KOP = (
    "| Laptops | Jaar | Postbus zonder stukken | zonder opruimen | Stukken | Lid per jaar | geteld lid | Vragen | "
    "Ambtenaar per jaar | Ophalen | Versturen | Stukken per jaar als bundel voor elk |\n|" + "--:|" * 12
)


def _komma(waarde: float, cijfers: int = 1) -> str:
    return f"{waarde:.{cijfers}f}".replace(".", ",")


def _tekst(een: Regel) -> str:
    def mb(waarde: float) -> str:
        return f"{_komma(waarde)} MB"

    delen = (
        str(een.laptops),
        str(een.jaren),
        mb(een.postbus),
        mb(een.zonder),
        f"{_komma(een.stukken, 2)} GB",
        mb(een.lid),
        mb(een.licht),
        f"{een.vragen:.0f}",
        mb(een.ambtenaar),
        f"{een.seconden * 1000:.0f} ms",
        f"{een.sturen * 1000:.0f} ms",
        f"{_komma(een.per_bundel)} GB",
    )
    return "| " + " | ".join(delen) + " |"


def main() -> int:
    """Let the regions live and print the table; without arguments write it with two pictures into ``docs``."""
    proef = [int(een) for een in sys.argv[1:]]
    aantallen, jaren = ((proef[0],), proef[1]) if len(proef) == 2 else (AANTALLEN, JAREN)
    print(_KOP, flush=True)
    alles, sloten = [], []
    with ProcessPoolExecutor(len(aantallen)) as processen:
        for regels, slot in processen.map(_doe, aantallen, [jaren] * len(aantallen)):
            alles += regels
            sloten.append(slot)
            print(slot, flush=True)
    if not proef:
        _schrijf(alles, sloten)
    return 0


def _schrijf(alles: Sequence[Regel], sloten: Sequence[str]) -> None:
    docs = Path(__file__).parents[1] / "docs"
    per_aantal = {aantal: [een for een in alles if een.laptops == aantal] for aantal in {een.laptops for een in alles}}

    def lijnen(wat: str) -> list[Lijn]:
        return [
            Lijn(naam=f"{aantal} laptops", punten=[(een.jaren, getattr(een, wat)) for een in regels])
            for aantal, regels in sorted(per_aantal.items())
        ]

    titel = "Wat een bestuurder per jaar ophaalt, zonder stukken"
    (docs / "beeld" / "regio-verkeer.svg").write_text(teken(titel, "jaar", "MB per jaar", lijnen("lid")), "utf-8")
    grootst = per_aantal[max(per_aantal)]
    maat = [
        Lijn(naam="zonder opruimen", punten=[(een.jaren, een.zonder) for een in grootst]),
        Lijn(naam="na opruimen", punten=[(een.jaren, een.postbus) for een in grootst]),
    ]
    titel = f"Wat in de postbus van {max(per_aantal)} laptops staat, zonder stukken"
    (docs / "beeld" / "regio-postbus.svg").write_text(teken(titel, "jaar", "MB", maat), "utf-8")
    tekst = (docs / "regio.md").read_text("utf-8") if (docs / "regio.md").is_file() else ""
    kop = tekst.partition("<!-- tabel -->")[0] + "<!-- tabel -->\n\n"
    tabel = "\n".join([_KOP, *map(_tekst, alles), "", *(f"* {slot}" for slot in sloten), ""])
    (docs / "regio.md").write_text(kop + tabel, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
