"""Clearing up a postbus: old segments give way to a stand, once all have read them or a year has passed (M8).

A laptop that was away longer finds the stand in their place and comes out the same; nothing that it wrote is lost, for
that is in segments of its own. Stands are first put and told of, and only then what they stand for is taken away.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tk_desktop.base.progress import Progress
from tk_desktop.domain.bereik import Bereik, Bereiksoort
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.rooster import Rooster
from tk_desktop.domain.uitwisseling import Segment
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import BuitenBevoegdheid, BundelVervalst
from tk_desktop.exchange.postbus.bus import Bus
from tk_desktop.exchange.postbus.indeling import (
    GEZIEN,
    MEESTE_DINGEN,
    begin_pad,
    kanaal_van,
    kanalen_voor,
    log_pad,
    object_pad,
)
from tk_desktop.exchange.postbus.melding import Ding, Gelezenmelding, Melding, lees_melding
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.rooster import roosters
from tk_desktop.exchange.segment import (
    GROOTST_UITGEPAKT,
    GROOTSTE,
    Kop,
    Soort,
    bestandssommen,
    digest,
    lees_kop,
    lees_segment,
    ondertekend,
    open_inhoud,
)
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.stand import Gedekt, Stand, bury, condense, lees_stand, schrijf_stand, together
from tk_desktop.store.migraties import schemanummer
from tk_desktop.store.werkmap import Store

JAAR = timedelta(days=365)
MINSTENS = 20
"""From how many segments of a scope a stand is worth its while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgeruimd:
    """What clearing up did: stands made, and segments and messages taken away."""

    standen: int
    segmenten: int
    meldingen: int


def compact(
    store: Store,
    bos: Sleutelbos,
    opslag: Opslag,
    *,
    vandaag: date,
    minstens: int = MINSTENS,
    progress: Progress | None = None,
) -> Opgeruimd:
    """Put stands in the place of old segments, in the channels that are for this laptop to clear up.

    Those are the channels of the secretariat for a secretary, and one's own. Fetch first: what is not here is not
    cleared up. Raises the faults of ``postbus.fouten`` or ``Onderbroken``; what was cleared up by then stays so.
    """
    bus = Bus(store, opslag, maken=False)
    rooster = roosters(store).huidig
    eigen = rooster.apparaat(bos.id)
    if eigen is None or eigen.ingetrokken:
        return Opgeruimd(standen=0, segmenten=0, meldingen=0)
    mijn = kanalen_voor(rooster, eigen.persoon_id)
    kanalen = mijn if rooster.is_secretaris(eigen.persoon_id) else mijn[-1:]
    stappen = progress or Progress()
    gedaan = [
        _Opruimen(bus, bos, rooster, kanaal, vandaag, minstens).alles() for kanaal in stappen.each(kanalen, "Opruimen")
    ]
    return Opgeruimd(
        standen=sum(een.standen for een in gedaan),
        segmenten=sum(een.segmenten for een in gedaan),
        meldingen=sum(een.meldingen for een in gedaan),
    )


class _Opruimen:
    """Clearing up one channel."""

    def __init__(self, bus: Bus, bos: Sleutelbos, rooster: Rooster, kanaal: str, vandaag: date, minstens: int) -> None:  # noqa: PLR0917
        self._bus = bus
        self._store = bus.store
        self._bos = bos
        self._rooster = rooster
        self._kanaal = kanaal
        self._vandaag = vandaag
        self._minstens = minstens
        self._kast = Sleutelkast(self._store, bos)

    def alles(self) -> Opgeruimd:
        """Make stands, tell of them with all that remains, then take away."""
        meldingen = self._oude()
        namen: dict[str, set[str]] = defaultdict(set)
        nieuw: Counter[str] = Counter()
        for een in meldingen:
            for ding in een.melding.segmenten:
                namen[ding.bereik].add(ding.sha)
                nieuw[ding.bereik] += 1
            for ding in een.melding.standen:
                namen[ding.bereik].update(ding.koppen)
        gemaakt: dict[str, Ding] = {}
        for bereik, aantal in nieuw.items():
            waard = aantal >= self._minstens and self._ruimt_op(bereik)
            stand = self._stand(bereik, namen[bereik]) if waard else None
            if stand is not None:
                gemaakt[bereik] = stand
        if not gemaakt:
            return Opgeruimd(standen=0, segmenten=0, meldingen=0)
        self._bus.meld(self._bos, self._kanaal, self._rest(meldingen, gemaakt))
        laatste = meldingen[-1].nummer
        self._bus.opslag.plaats(begin_pad(self._kanaal, laatste + 1), b"")
        for een in meldingen:
            self._bus.opslag.verwijder(log_pad(self._kanaal, een.nummer))
        weg = {
            ding.sha
            for een in meldingen
            for ding in (*een.melding.segmenten, *een.melding.standen)
            if ding.bereik in gemaakt
        } - {ding.sha for ding in gemaakt.values()}
        for sha in sorted(weg):
            self._bus.opslag.verwijder(object_pad(sha))
        return Opgeruimd(standen=len(gemaakt), segmenten=len(weg), meldingen=len(meldingen))

    def _ruimt_op(self, bereik: str) -> bool:
        """Whether a scope is told of in this channel alone, so that nobody else looks for its segments."""
        return Bereik.lees(bereik).soort not in (Bereiksoort.MET_SECRETARIAAT, Bereiksoort.GEDEELD)

    def _oude(self) -> list[Gelezenmelding]:
        """Return the messages from the first on that every laptop read, or that are older than a year."""
        gezien = self._gezien_door_allen()
        uit: list[Gelezenmelding] = []
        for nummer in self._bus.nummers(self._kanaal):
            gegevens = self._bus.melding(self._kanaal, nummer)
            try:
                melding = Gelezenmelding(self._kanaal, nummer, gegevens or b"", lees_melding(gegevens or b""))
            except Vormfout:
                break
            oud = melding.melding.dag and date.fromisoformat(melding.melding.dag) < self._vandaag - JAAR
            gekend = all(
                self._store.segmenten.kent(ding.sha)
                for ding in melding.melding.segmenten
                if self._ruimt_op(ding.bereik)
            )
            if not gekend or not (nummer <= gezien or oud):
                break
            uit.append(melding)
        return uit

    def _gezien_door_allen(self) -> int:
        """Return up to which message every laptop in use that reads this channel read it."""
        laagste = 1 << 40
        for apparaat in self._rooster.apparaten:
            if apparaat.ingetrokken or self._kanaal not in kanalen_voor(self._rooster, apparaat.persoon_id):
                continue
            namen = self._bus.opslag.lijst(f"{GEZIEN}/{apparaat.id}")
            hier = [int(naam[-8:]) for naam in namen if naam[:-9] == self._kanaal and naam[-8:].isdecimal()]
            laagste = min(laagste, max(hier, default=0))
        return laagste

    def _stand(self, bereik: str, namen: Collection[str]) -> Ding | None:
        """Put a stand of the segments up to these, ``None`` when it is not worth its while or cannot be made here."""
        sleutel = self._kast.in_gebruik(bereik, self._rooster)
        tot = self._store.segmenten.tot_en_met(namen)
        segmenten = [een for een in self._store.segmenten.van_bereik(bereik) if een.sha in tot]
        if sleutel is None:
            return None
        plek = {een.sha: nummer for nummer, een in enumerate(segmenten)}
        bewerkingen = _bewerkingen(self._store, self._kast, segmenten)
        stand = Stand(
            gedekt=tuple(
                Gedekt(sha=een.sha, apparaat=een.apparaat, vorige=een.vorige, aantal=een.aantal) for een in segmenten
            ),
            bewerkingen=condense((plek[sha], een) for sha, een in bewerkingen),
        )
        kop = Kop(
            soort=Soort.STAND,
            apparaat=self._bos.id,
            bereik=bereik,
            kid=sleutel[0],
            rooster=self._rooster.versie,
            schema=schemanummer(),
        )
        gegevens = schrijf_stand(self._bos, sleutel[1], kop, stand)
        if len(gegevens) > GROOTSTE or len(stand.koppen) > MEESTE_DINGEN:
            return None
        if sum(len(str(een.waarde)) + 200 for _, een in stand.bewerkingen) > GROOTST_UITGEPAKT:
            return None
        sha = digest(gegevens)
        self._bus.opslag.plaats(object_pad(sha), gegevens)
        if not all(een.gegevens for een in segmenten):
            with self._store.transaction():
                self._store.segmenten.bewaar_stand(sha, bereik, gegevens)
        return Ding(bereik=bereik, sha=sha, lengte=len(gegevens), koppen=stand.koppen)

    def _rest(self, meldingen: Sequence[Gelezenmelding], gemaakt: dict[str, Ding]) -> list[Melding]:
        """Return what is told again: the stands, and everything old that no stand takes the place of."""
        basis = {"van": self._bos.id, "rooster": self._rooster.versie, "dag": self._vandaag.isoformat()}
        standen = list(gemaakt.values())
        segmenten = []
        for een in meldingen:
            standen += [ding for ding in een.melding.standen if ding.bereik not in gemaakt]
            segmenten += [ding for ding in een.melding.segmenten if ding.bereik not in gemaakt]
        roosters_ = {ding.versie: ding for een in meldingen for ding in een.melding.roosters}
        uit = [Melding(**basis, standen=tuple(standen), roosters=tuple(roosters_.values()))]  # type: ignore[arg-type]
        uit += [
            Melding(**basis, segmenten=tuple(segmenten[begin : begin + MEESTE_DINGEN]))  # type: ignore[arg-type]
            for begin in range(0, len(segmenten), MEESTE_DINGEN)
        ]
        eigen = self._rooster.apparaat(self._bos.id)
        if eigen is not None and self._kanaal == kanaal_van(eigen.persoon_id):
            anderen = [een for een in self._rooster.apparaten_van(eigen.persoon_id) if een.id != self._bos.id]
            for naar in anderen:
                posten = self._kast.voor(naar, lambda bereik: self._rooster.leest(eigen.persoon_id, bereik))
                sleutels = tuple((naar.id, post) for post in posten)
                uit += [Melding(**basis, sleutels=sleutels[:MEESTE_DINGEN])]  # type: ignore[arg-type]
        return uit


def _bewerkingen(
    store: Store, kast: Sleutelkast, segmenten: Sequence[Segment], eigen: str = ""
) -> list[tuple[str, Bewerking]]:
    """Return the operations of segments of a scope, each with the name of its segment."""
    inhoud: dict[str, Sequence[Bewerking]] = {}
    for een in segmenten:
        inhoud[een.sha] = ()
        if een.gegevens:
            kop = lees_kop(een.gegevens)
            open_ = open_inhoud(kop, een.gegevens, kast.sleutel(een.bereik, kop.kid))
            inhoud[een.sha] = lees_segment(kop, open_, eigen=eigen)
    return together(inhoud, _standen(store, kast, segmenten[0].bereik, eigen))


def _standen(store: Store, kast: Sleutelkast, bereik: str, eigen: str) -> list[Stand]:
    """Return the stands of a scope that were kept."""
    uit = []
    for gegevens in store.segmenten.standen(bereik):
        kop = lees_kop(gegevens)
        uit.append(lees_stand(kop, gegevens, kast.sleutel(bereik, kop.kid), eigen=eigen))
    return uit


def take_stand(store: Store, bos: Sleutelbos, gegevens: bytes) -> int:
    """Take in a stand, and return how many operations were new.

    Raises ``Vormfout``, ``BundelVervalst`` or ``BuitenBevoegdheid``. Who signed it vouches for what others wrote: a
    secretary, or in their own scope the person of the laptop.
    """
    kop = lees_kop(gegevens)
    if kop.soort is not Soort.STAND:
        raise Vormfout("geen stand")
    versies = roosters(store)
    oordeel = versies.oordeelt(kop.rooster)
    maker = oordeel.apparaat(kop.apparaat)
    if maker is None or not ondertekend(gegevens, maker.verify):
        raise BundelVervalst(bestand="de postbus", oorzaak="van een stand")
    prive = kop.bereik.startswith(f"{Bereiksoort.PRIVE}:")
    nu = versies.huidig.apparaat(kop.apparaat)
    mag = oordeel.leest(maker.persoon_id, kop.bereik) and (prive or oordeel.is_secretaris(maker.persoon_id))
    if maker.ingetrokken or not mag or nu is None or nu.ingetrokken:
        raise BuitenBevoegdheid(bestand="de postbus", wie=maker.naam, wat=f"een stand van {kop.bereik}")
    kast = Sleutelkast(store, bos)
    stand = lees_stand(kop, gegevens, kast.sleutel(kop.bereik, kop.kid), eigen=bos.id)
    for tabel, veld in {(een.tabel, een.veld) for _, een in stand.bewerkingen}:
        if kop.schema <= schemanummer() and not oordeel.schrijft(maker.persoon_id, kop.bereik, tabel, veld):
            raise BuitenBevoegdheid(bestand="de postbus", wie=maker.naam, wat=f"{tabel}.{veld} in {kop.bereik}")

    namen = {een.sha for een in stand.gedekt}
    hier = [een for een in store.segmenten.van_bereik(kop.bereik) if een.sha in namen]

    def werk() -> int:
        per_segment: dict[int, list[Bewerking]] = defaultdict(list)
        for plek, een in stand.bewerkingen:
            per_segment[plek].append(een)
        for plek, deel in enumerate(stand.gedekt):
            segment = Segment(
                sha=deel.sha,
                apparaat=deel.apparaat,
                bereik=kop.bereik,
                vorige=deel.vorige,
                aantal=deel.aantal,
                gegevens=b"",
            )
            store.segmenten.bewaar(segment, bestandssommen(per_segment[plek]))
        bekend = [een for _, een in _bewerkingen(store, kast, hier, bos.id)] if hier else []
        store.segmenten.bewaar_stand(digest(gegevens), kop.bereik, gegevens)
        return store.pas_toe(bury([een for _, een in stand.bewerkingen], bekend)).nieuw

    return store.record(werk)[0]
