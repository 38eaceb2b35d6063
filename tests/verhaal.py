"""A random history of people on their laptops, after which all must agree and no word may be lost.

Edits through use cases and by hand, removals, undoing, choices, partial and doubled deliveries in any order, old copies
put back and clocks years off; afterwards everybody tells everybody. What must have been kept is known apart from the
program: which values an action replaced where it was done, and that they were shown there.

The suite tells the same histories each time, so that what fails does so again; ``TK_VERHALEN`` asks for so many others
(``make fuzz``), and ``TK_STAPPEN`` sets how long each is.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_vergadering,
    een_voorstelpunt,
)
from tests.laptops import Kopie, Laptop, breng_samen
from tk_desktop.base.errors import TkError
from tk_desktop.domain.bereik import ALG
from tk_desktop.domain.bewerking import WEG, Bewerking
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Stuk
from tk_desktop.store.driver import Samenhangfout
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

GEVRAAGD = int(os.environ.get("TK_VERHALEN", "0"))
"""How many new histories are asked for; 0: those of the suite."""
STAPPEN = int(os.environ.get("TK_STAPPEN", "120"))

WIE = (("r1", "roos", "secretaris"), ("r2", "roos", "secretaris"), ("j1", "joost", "secretaris"))
LEDEN = (("b1", "bram", "bestuurder"), ("b2", "bram", "bestuurder"))
NAMEN = [naam for naam, _, _ in (*WIE, *LEDEN)]
PERSONEN = {"bram": "Bram Visser", "els": "Els Vos", "roos": "Roos van Dalen", "joost": "Joost Meer"}
TEKST = "\n\n".join(f"Alinea {nummer}" for nummer in range(6))
JAREN = 2 * 365 * 86_400_000

laptopnaam = st.sampled_from(NAMEN)
secretaris = st.sampled_from([naam for naam, _, _ in WIE])
nummer = st.integers(0, 2)

Veld = tuple[object, object, object, object]


@cache
def _begin() -> dict[str, tuple[Laptop, Kopie]]:
    """The laptops with one meeting after everybody told everybody, and a copy of each at that moment: made once."""
    laptops = {naam: Laptop(persoon, rol, naam) for naam, persoon, rol in (*WIE, *LEDEN)}
    laptops["r1"].doe(lambda store: bewaar(store, vergadering()))
    _publiceer(laptops["r1"])
    breng_samen(*laptops.values())
    return {naam: (laptop, laptop.bewaar_kopie()) for naam, laptop in laptops.items()}


def vergadering() -> Momentopname:
    """The meeting with which every history begins."""
    nota = een_nota(
        id="n0",
        secties=(een_sectie(id="se0", tekst=TEKST),),
        voorstel=(een_voorstelpunt(id="vp0"), een_voorstelpunt(id="vp1"), een_voorstelpunt(id="vp2")),
    )
    return een_opname(
        gremium=een_gremium(id="g0"),
        vergadering=een_vergadering(id="v0"),
        personen=[een_persoon(id=wie, naam=naam) for wie, naam in PERSONEN.items()],
        leden=[een_lidmaatschap(id="l0", persoon_id="bram")],
        agendapunten=[een_agendapunt(id=f"p{n}", volgorde=plek, titel=f"Punt {n}") for n, plek in enumerate("cgm")],
        stukken=[een_stuk(id="s0", agendapunt_id="p0"), een_stuk(id="s1", hoort_bij="s0")],
        notas={"s0": nota},
    )


def _publiceer(van: Laptop) -> None:
    """Write the meetings as they stand for all members."""
    with van.store.transaction():
        for tabel in ("gremium", "persoon", "vergadering", "agendapunt", "stuk"):
            namen = [str(kolom[1]) for kolom in van.sql(f"PRAGMA table_info({tabel})")]
            staat = {
                str(rij[0]): dict(zip(namen[1:], rij[1:], strict=True)) for rij in van.sql(f"SELECT * FROM {tabel}")
            }
            er_was = van.sql("SELECT DISTINCT rij FROM kop WHERE tabel = ? AND bereik = 'alg'", tabel)
            for rij in sorted({*staat, *(str(een) for (een,) in er_was)}):
                if rij in staat:
                    van.store.bewerkingen.schrijf(ALG, tabel, rij, staat[rij])  # type: ignore[arg-type]
                else:
                    van.store.bewerkingen.neem_weg(ALG, tabel, rij)


class Verhaal(RuleBasedStateMachine):
    """One history."""

    geteld = 0
    """How far words are numbered: those of another history, which lie in free pages yet, are known by that."""

    @initialize()
    def begin(self) -> None:
        self._begin_met(_begin())

    def _begin_met(self, laptops: Mapping[str, tuple[Laptop, Kopie]]) -> None:
        self.laptops = {}
        for naam, (laptop, kopie) in laptops.items():
            laptop.zet_terug(kopie)
            self.laptops[naam] = laptop
        self.onderweg: list[tuple[str, list[Bewerking]]] = []
        self.kopieen: dict[str, tuple[Kopie, set[str]]] = {}
        self.gedaan: dict[str, Wijziging] = {}
        self.teller = self.eerste = Verhaal.geteld
        self.vernietigd: set[str] = set()
        """Values that somebody forgot for good, and what they replaced: may be anywhere yet, and need be nowhere."""
        self.zag: dict[str, set[str]] = defaultdict(set)
        """By operation: which it replaced where it was written."""
        self.kent = {naam: {str(kop[4]) for kop in laptop.koppen()} for naam, laptop in self.laptops.items()}

    # What people do.

    def _doe(self, naam: str, werk: Callable[[Store], object]) -> None:
        """Let somebody do something; what is refused changes nothing."""
        laptop = self.laptops[naam]

        def echt() -> None:
            _, wijziging = laptop.store.record(lambda: werk(laptop.store))
            if wijziging:
                self.gedaan[naam] = wijziging

        self._volg(naam, echt)

    def _volg(self, naam: str, werk: Callable[[], None], *, alles: bool = False) -> None:
        """Do something, see which values it replaced, and that those were shown (unless ``alles`` may go)."""
        laptop = self.laptops[naam]
        voor = {str(kop[4]): kop for kop in laptop.koppen()}
        titels: dict[object, object] = dict(laptop.sql("SELECT id, titel FROM agendapunt"))  # type: ignore[arg-type]
        with suppress(TkError, Samenhangfout):
            werk()
        na = {str(kop[4]): kop for kop in laptop.koppen()}
        velden: dict[Veld, str] = {kop[:4]: id_ for id_, kop in na.items() if id_ not in voor}  # type: ignore[misc]
        for id_ in voor.keys() - na.keys():
            tabel, rij, veld, _, _, waarde, getoond = voor[id_]
            assert alles or getoond != 0, f"weg zonder dat het te zien was: {voor[id_]}"
            assert alles or (tabel, veld) != ("agendapunt", "titel") or titels.get(rij, waarde) == waarde
            self.zag[velden[voor[id_][:4]]].add(id_)  # type: ignore[index]
        self.kent[naam] |= na.keys()

    def _sql(self, naam: str, opdracht: str, *waarden: object) -> None:
        self._doe(naam, lambda store: store._db.conn.execute(opdracht, waarden))

    @rule(
        naam=secretaris,
        wat=st.sampled_from(["agendapunt.titel", "agendapunt.reden", "stuk.titel", "gremium.naam"]),
        n=nummer,
    )
    def schrijft(self, naam: str, wat: str, n: int) -> None:
        """Somebody writes a word that nobody wrote before over what they see."""
        tabel, veld = wat.split(".")
        rij = {"agendapunt": f"p{n}", "stuk": f"s{n}", "gremium": "g0"}[tabel]
        self.teller += 1
        self._sql(naam, f"UPDATE {tabel} SET {veld} = ? WHERE id = ?", f"woord~{self.teller}~", rij)

    @rule(naam=secretaris, n=nummer, v=nummer, ouder=st.none() | nummer)
    def zet_punt(self, naam: str, n: int, v: int, ouder: int | None) -> None:
        """The same items are made, moved and put under each other everywhere."""
        boven = None if ouder in (None, n) else f"p{ouder}"

        def werk(store: Store) -> None:
            if not any(punt.id == f"p{n}" for punt in store.agendapunten.all()):
                nieuw = een_agendapunt(
                    id=f"p{n}", vergadering_id=f"v{v % 2}", titel=f"Nieuw {n}", volgorde=f"n{self.teller}k"
                )
                store.agendapunten.save(nieuw)
            punt = store.agendapunten.get(f"p{n}")
            store.agendapunten.save(replace(punt, vergadering_id=f"v{v % 2}", ouder_id=boven, besloten=bool(v)))

        self.teller += 1
        self._doe(naam, werk)

    @rule(naam=secretaris, n=nummer, punt=st.none() | nummer, bij=st.none() | nummer, weg=st.booleans())
    def zet_stuk(self, naam: str, n: int, punt: int | None, bij: int | None, weg: bool) -> None:
        self.teller += 1
        stuk: Stuk = een_stuk(
            id=f"s{n}",
            vergadering_id="v0",
            titel=f"Stuk {self.teller}",
            agendapunt_id=None if punt is None else f"p{punt}",
            hoort_bij=None if bij in (None, n) else f"s{bij}",
        )
        self._doe(naam, lambda store: store.stukken.save(stuk))
        if weg:
            self._sql(naam, "UPDATE stuk SET verwijderd = '2026-03-01' WHERE id = ?", stuk.id)

    @rule(naam=secretaris, v=nummer)
    def maakt_vergadering(self, naam: str, v: int) -> None:
        self._doe(naam, lambda store: store.vergaderingen.save(een_vergadering(id=f"v{v % 2}", gremium_id="g0")))

    @rule(naam=secretaris, alinea=st.integers(0, 5), lang=st.booleans())
    def schrijft_alinea(self, naam: str, alinea: int, lang: bool) -> None:
        nu = self.laptops[naam].sql("SELECT tekst FROM nota_sectie WHERE id = 'se0'")
        if nu:
            self.teller += 1
            regels = str(nu[0][0]).split("\n\n")
            regels[alinea % len(regels)] = f"Alinea {self.teller}" + ("\n\nNog een" if lang else "")
            self._sql(naam, "UPDATE nota_sectie SET tekst = ? WHERE id = 'se0'", "\n\n".join(regels))

    @rule(naam=secretaris, n=nummer, onder=nummer)
    def zet_voorstel(self, naam: str, n: int, onder: int) -> None:
        boven = None if n == onder else f"vp{onder}"
        self._sql(naam, "UPDATE voorstelpunt SET ouder_id = ?, merk = 'a.' WHERE id = ?", boven, f"vp{n}")

    @rule(naam=secretaris, n=nummer, naar=st.booleans())
    def verhuist_voorstel(self, naam: str, n: int, naar: bool) -> None:
        """A point is of a nota or of an item: one of the two."""
        doel = ("p0", None) if naar else (None, "n0")
        self._sql(naam, "UPDATE voorstelpunt SET agendapunt_id = ?, nota_id = ? WHERE id = ?", *doel, f"vp{n}")

    @rule(naam=secretaris, punt=st.none() | nummer, n=nummer)
    def zet_actie(self, naam: str, punt: int | None, n: int) -> None:
        self._sql(
            naam,
            """INSERT INTO actie (id, volgorde, gremium_id, tekst, ontstaan, soort, door, voor, staat,
               afgedaan, vergadering_id, agendapunt_id, oorsprong, portefeuillehouder, besloten) VALUES
               (?, 'c', 'g0', 'Bel', '2026-03-11', 'actie', '', NULL, 'open', NULL, 'v0', ?, '', '', 0)
               ON CONFLICT (id) DO UPDATE SET agendapunt_id = excluded.agendapunt_id""",
            f"a{n}",
            None if punt is None else f"p{punt}",
        )

    @rule(naam=secretaris, doelgroep=st.booleans(), n=nummer)
    def zet_uitgave(self, naam: str, doelgroep: bool, n: int) -> None:
        """For one member, who is named then, or for all."""
        wie = ("lid", "els") if doelgroep else ("leden", None)
        self._sql(
            naam,
            """INSERT INTO uitgave (id, vergadering_id, volgorde, doelgroep, persoon_id, vingerafdruk, totaal)
               VALUES (?, 'v0', 'c', ?, ?, 'x', 1)
               ON CONFLICT (id) DO UPDATE SET doelgroep = excluded.doelgroep, persoon_id = excluded.persoon_id""",
            f"u{n}",
            *wie,
        )

    @rule(naam=laptopnaam, van=st.integers(1, 9), tot=st.integers(1, 9))
    def schrijft_noot(self, naam: str, van: int, tot: int) -> None:
        """A note of one's own, on a stretch of pages."""
        if not self.laptops[naam].sql("SELECT 1 FROM aantekening"):
            self._sql(
                naam,
                """INSERT INTO aantekening VALUES ('o0', 'v0', 's0', 'p0', 'notitie', 'geel', 'Let op', 'ik', 'privé',
                   '2026-03-01', '2026-03-01', '', '')""",
            )
        self._sql(
            naam,
            """INSERT INTO aantekening_plaats VALUES ('pl0', 'o0', 'c', 'gemaakt', '', 'x', ?, 0, ?, 0, '', '', '', '')
               ON CONFLICT (id) DO UPDATE SET pagina = excluded.pagina, eindpagina = excluded.eindpagina""",
            van,
            tot,
        )

    @rule(naam=laptopnaam, n=nummer)
    def vraagt(self, naam: str, n: int) -> None:
        self._sql(
            naam,
            """INSERT INTO opmerking (id, agendapunt_id, wie, moment, tekst)
               VALUES (?, 'p1', 'ik', '2026-03-01', 'Hoe?')
               ON CONFLICT (id) DO UPDATE SET antwoord = antwoord || '.'""",
            f"{self.laptops[naam].store.bewerkingen.persoon}-{n}",
        )

    @rule(naam=laptopnaam)
    def meldt_af(self, naam: str) -> None:
        self._sql(
            naam, "INSERT INTO afmelding (id, vergadering_id, lid_id) VALUES ('am0', 'v0', 'l0') ON CONFLICT DO NOTHING"
        )

    @rule(
        naam=laptopnaam,
        wat=st.sampled_from(
            [
                "agendapunt p",
                "agendapunt p",
                "stuk s",
                "vergadering v",
                "nota n",
                "voorstelpunt vp",
                "aantekening o",
                "actie a",
            ]
        ),
        n=nummer,
    )
    def neemt_weg(self, naam: str, wat: str, n: int) -> None:
        tabel, soort = wat.split()
        self._sql(naam, f"DELETE FROM {tabel} WHERE id = ?", f"{soort}{n}")

    @rule(naam=laptopnaam)
    def maakt_ongedaan(self, naam: str) -> None:
        wijziging = self.gedaan.pop(naam, None)
        if wijziging is not None:
            terug = wijziging.terug()
            self._volg(naam, lambda: self.laptops[naam].store.redo(terug))

    @rule(naam=secretaris, kies=st.integers(0, 3), nieuw=st.booleans())
    def beslist(self, naam: str, kies: int, nieuw: bool) -> None:
        for conflict in self.laptops[naam].store.conflicten()[:2]:
            self.teller += 1
            gekozen = conflict.waarden[kies % len(conflict.waarden)].waarde
            waarde = f"woord~{self.teller}~" if nieuw and conflict.veld == "titel" else gekozen
            if conflict.veld == WEG:
                waarde = (None, "weg")[kies % 2]
            self._volg(naam, partial(self.laptops[naam].store.beslis, conflict, waarde), alles=True)

    @rule(naam=secretaris)
    def publiceert(self, naam: str) -> None:
        self._volg(naam, lambda: _publiceer(self.laptops[naam]), alles=True)

    # What happens to laptops and bundles.

    @rule(van=laptopnaam, naar=laptopnaam, deel=st.integers(0, 99), husselen=st.randoms(use_true_random=False))
    def verzendt(self, van: str, naar: str, deel: int, husselen: object) -> None:
        """Some of what one knows goes on its way to another, in any order."""
        alles = [een for een in self.laptops[van].zeg() if self.laptops[naar].leest(een.bereik)]
        nieuw = [een for een in alles if een.id not in self.laptops[naar].gezegd] or alles[-20:]
        husselen.shuffle(nieuw)  # type: ignore[attr-defined]
        self.onderweg.append((naar, nieuw[: max(1, len(nieuw) * (deel + 20) // 100)]))

    @precondition(lambda self: self.onderweg)
    @rule(welke=st.integers(0, 99), houdt=st.booleans())
    def komt_aan(self, welke: int, houdt: bool) -> None:
        naar, wat = self.onderweg[welke % len(self.onderweg)]
        self._hoort(naar, wat)
        if not houdt:
            self.onderweg.pop(welke % len(self.onderweg))

    @precondition(lambda self: self.onderweg)
    @rule(welke=st.integers(0, 99))
    def gaat_verloren(self, welke: int) -> None:
        self.onderweg.pop(welke % len(self.onderweg))

    @rule(paren=st.lists(st.tuples(laptopnaam, laptopnaam), min_size=2, max_size=8))
    def wisselen_uit(self, paren: list[tuple[str, str]]) -> None:
        for van, naar in paren:
            self._hoort(naar, [een for een in self.laptops[van].zeg() if een.id not in self.laptops[naar].gezegd])

    def _hoort(self, naar: str, wat: list[Bewerking]) -> None:
        laptop = self.laptops[naar]
        laptop.store.record(lambda: laptop.hoor(wat))
        self.gedaan.pop(naar, None)
        self.kent[naar] |= {een.id for een in wat if laptop.leest(een.bereik)}

    @rule(naam=laptopnaam)
    def maakt_kopie(self, naam: str) -> None:
        self.kopieen[naam] = (self.laptops[naam].bewaar_kopie(), set(self.kent[naam]))

    @precondition(lambda self: self.kopieen)
    @rule(naam=laptopnaam)
    def zet_kopie_terug(self, naam: str) -> None:
        if naam in self.kopieen:
            kopie, kende = self.kopieen[naam]
            self.laptops[naam].zet_terug(kopie)
            self.kent[naam] = set(kende)
            self.gedaan.pop(naam, None)

    @rule(naam=laptopnaam, ms=st.sampled_from([-JAREN, 3_600_000, JAREN]))
    def klok_gaat_verkeerd(self, naam: str, ms: int) -> None:
        self.laptops[naam].sql("UPDATE bewerkstand SET klok = max(0, klok + ?)", ms << 16)

    # What must hold.

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        Verhaal.geteld = self.teller
        bekend = set().union(*self.kent.values())
        breng_samen(*self.laptops.values())
        self._niemand_verschilt()
        self._niets_verloren(bekend)
        for laptop in self.laptops.values():
            self._klopt(laptop)

    def _niemand_verschilt(self) -> None:
        """Who may read the same, has the same."""
        for groep in (("r1", "r2"), ("b1", "b2")):
            een, ander = (self.laptops[naam] for naam in groep)
            assert een.inhoud() == ander.inhoud(), _verschil(een, ander)
            assert self._koppen(een) == self._koppen(ander), _verschil(een, ander)
        een, ander = self.laptops["r1"], self.laptops["j1"]
        van_een = ("prive:", "deel:")
        gedeeld = [[kop for kop in self._koppen(wie) if not str(kop[3]).startswith(van_een)] for wie in (een, ander)]
        assert gedeeld[0] == gedeeld[1], _verschil(een, ander)
        eigen = {"aantekening", "aantekening_plaats", "aantekening_lezer"}
        inhoud = [{t: r for t, r in laptop.inhoud().items() if t not in eigen} for laptop in (een, ander)]
        assert inhoud[0] == inhoud[1], _verschil(een, ander)
        for laptop in self.laptops.values():
            vreemd = {str(kop[3]) for kop in laptop.koppen() if not laptop.leest(str(kop[3]))}
            assert vreemd == set()

    def _koppen(self, laptop: Laptop) -> list[tuple[object, ...]]:
        """Return the values in which laptops of one circle may not differ."""
        return laptop.koppen()

    def _niets_verloren(self, bekend: set[str]) -> None:
        """Every value that nobody who saw it replaced is there, and no other."""
        gevonden = {str(kop[4]): kop for laptop in self.laptops.values() for kop in laptop.koppen()}
        verwacht = bekend - self._vervangen_door(bekend)
        teveel = {id_: kop for id_, kop in gevonden.items() if id_ not in verwacht | self.vernietigd}
        kwijt = {id_: self._wat(id_) for id_ in verwacht - gevonden.keys() - self.vernietigd}
        assert (teveel, kwijt) == ({}, {}), (teveel, kwijt)

    def _vervangen_door(self, ids: Iterable[str]) -> set[str]:
        """Return what these replaced: who replaced a word that was never told, replaced what that one had replaced."""
        vervangen = set[str]()
        rand = set(ids)
        while rand:
            rand = set().union(*(self.zag[id_] for id_ in rand if id_ in self.zag)) - vervangen
            vervangen |= rand
        return vervangen

    def _wat(self, id_: str) -> object:
        """Return an operation to be named in a complaint."""
        return next((laptop.gezegd[id_] for laptop in self.laptops.values() if id_ in laptop.gezegd), None)

    def _klopt(self, laptop: Laptop) -> None:
        """The database is whole, can be read, hears nothing new twice, and is what its operations say."""
        assert laptop.fouten() == []
        for vergadering in laptop.store.vergaderingen.all():
            laptop.store.opname(vergadering.id)
        laptop.store.conflicten()
        voor = laptop.inhoud(), laptop.koppen()
        assert laptop.hoor(list(laptop.gezegd.values())).nieuw == 0
        assert (laptop.inhoud(), laptop.koppen()) == voor
        laptop.store.herbouw()
        assert (laptop.inhoud(), laptop.koppen()) == voor


def _verschil(een: Laptop, ander: Laptop) -> object:
    """What one shows and the other does not, both ways."""
    rijen = [{(t, *r) for t, tabel in laptop.inhoud().items() for r in tabel} for laptop in (een, ander)]
    koppen = [set(laptop.koppen()) for laptop in (een, ander)]
    return [sorted(set_[0] ^ set_[1], key=str) for set_ in (rijen, koppen)]


def vertel(soort: type[Verhaal], verhalen: int, *, deel: int = 0, delen: int = 1) -> None:
    """Live one of ``delen`` parts of that many histories, or of what is asked for; what goes wrong is printed."""
    eigen: type[Verhaal] = type(soort.__name__, (soort,), {})
    if not GEVRAAGD:
        seed(deel)(eigen)
    run_state_machine_as_test(
        eigen,
        settings=settings(
            max_examples=-(-(GEVRAAGD or verhalen) // delen),
            stateful_step_count=STAPPEN,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),  # the history itself is printed; making it shorter takes minutes
            print_blob=True,
        ),
    )
