"""Sending: what is new here goes into the postbus once, whoever will read it (M8; docs/decisions/0025).

Things go first and are told of last: who reads a message finds what it names. What broke off goes on where it was.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from tk_desktop.base.progress import Progress
from tk_desktop.domain.bereik import ALG, Bereiksoort
from tk_desktop.domain.rooster import Apparaat, Rooster
from tk_desktop.exchange.lezen import ZelfNietOpRooster
from tk_desktop.exchange.maken import seal
from tk_desktop.exchange.manifest import Sleutelpost
from tk_desktop.exchange.postbus.bus import Bus
from tk_desktop.exchange.postbus.indeling import (
    MEESTE_DINGEN,
    OPEN,
    SECRETARIAAT,
    bevestigd_daar,
    kanaal_van,
    kanalen_van,
    object_pad,
    rooster_daar,
    sleutel_daar,
    stuk_daar,
    stuk_pad,
)
from tk_desktop.exchange.postbus.melding import Ding, Melding
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.rooster import open_letters, roosters
from tk_desktop.exchange.roosterdocument import lees_document
from tk_desktop.exchange.segment import (
    STUKDEEL,
    Kop,
    Soort,
    Stukdeel,
    aantal_delen,
    digest,
    lengte_deel,
    schrijf_rooster,
    schrijf_stukdeel,
    stuknaam,
)
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.teller import notice_restore
from tk_desktop.store.werkmap import Store

T = TypeVar("T")
_EIGEN = (Bereiksoort.PRIVE, Bereiksoort.MET_SECRETARIAAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstuurd:
    """What went into a postbus: segments of operations, files, messages about them, and files that are not here."""

    segmenten: int
    stukken: int
    meldingen: int
    ontbreekt: int

    @property
    def niets_nieuws(self) -> bool:
        """Whether all of it stood there already."""
        return not (self.segmenten or self.stukken or self.meldingen)


def send(
    store: Store, bos: Sleutelbos, opslag: Opslag, *, vandaag: date, progress: Progress | None = None
) -> Verstuurd:
    """Put what is new on this laptop into a postbus; what stands there is not put again.

    Raises ``GeenRooster``, ``ZelfNietOpRooster``, the faults of ``postbus.fouten`` or ``Onderbroken``; what went before
    stays, is told to nobody, and is not sent again.
    """
    bus = Bus(store, opslag, maken=True)
    with store.transaction():
        notice_restore(store)
        open_letters(store, bos)
        rooster = roosters(store).huidig
        eigen = rooster.apparaat(bos.id)
        if eigen is None or eigen.ingetrokken:
            raise ZelfNietOpRooster(organisatie=rooster.organisatie)
        kast = Sleutelkast(store, bos)
        seal(store, bos, kast)
    return _Sturen(bus, bos, kast, rooster=rooster, eigen=eigen, progress=progress or Progress()).alles(vandaag)


class _Sturen:
    """One sending."""

    def __init__(
        self, bus: Bus, bos: Sleutelbos, kast: Sleutelkast, *, rooster: Rooster, eigen: Apparaat, progress: Progress
    ) -> None:
        self._bus = bus
        self._store = bus.store
        self._bos = bos
        self._rooster = rooster
        self._eigen = eigen
        self._kast = kast
        self._progress = progress
        self._secretaris = rooster.is_secretaris(eigen.persoon_id)
        self._daar = set(bus.daar())
        self._bereiken = sorted(een for een in self._store.segmenten.bereiken() if self._deelt(een))
        self._nieuw: dict[str, list[str]] = defaultdict(list)
        self._dag = ""

    def _deelt(self, bereik: str) -> bool:
        """Whether this laptop reads a scope, and another one does too."""
        anderen = (een for een in self._rooster.ontvangers(bereik) if een.id != self._bos.id)
        return self._rooster.leest(self._eigen.persoon_id, bereik) and any(anderen)

    def alles(self, vandaag: date) -> Verstuurd:
        """Put objects and files, then tell of them: keys first, what was published last."""
        self._dag = vandaag.isoformat()
        segmenten = self._segmenten()
        roosters_ = self._roosters()
        stukken, ontbreekt = self._stukken()
        per_kanaal: dict[str, list[Melding]] = defaultdict(list)
        for kanaal, sleutels in self._sleutels().items():
            per_kanaal[kanaal] += [self._melding(sleutels=deel) for deel in _verdeeld(sleutels)]
        gemeld: dict[str, list[Ding]] = defaultdict(list)
        for ding in segmenten:
            for kanaal in kanalen_van(ding.bereik):
                gemeld[kanaal].append(ding)
        for kanaal, dingen in gemeld.items():
            per_kanaal[kanaal] += [self._melding(segmenten=deel) for deel in _verdeeld(dingen)]
        if roosters_:
            per_kanaal[OPEN] = [self._melding(roosters=deel) for deel in _verdeeld(roosters_)] + per_kanaal[OPEN]
        if not per_kanaal[SECRETARIAAT] and self._te_bevestigen():
            per_kanaal[SECRETARIAAT].append(self._melding())
        self._nieuw[SECRETARIAAT] += self._te_bevestigen()
        op_volgorde = sorted((een for een in per_kanaal if per_kanaal[een]), key=lambda een: (een == OPEN, een))
        for kanaal in self._progress.each(op_volgorde, "Melden"):
            self._bus.meld(self._bos, kanaal, per_kanaal[kanaal])
            self._noteer(self._nieuw.pop(kanaal, []))
        for namen in self._nieuw.values():
            self._noteer(namen)
        meldingen = sum(len(een) for een in per_kanaal.values())
        return Verstuurd(segmenten=len(segmenten), stukken=stukken, meldingen=meldingen, ontbreekt=ontbreekt)

    def _melding(
        self,
        *,
        roosters: Sequence[Ding] = (),
        segmenten: Sequence[Ding] = (),
        sleutels: Sequence[tuple[str, Sleutelpost]] = (),
    ) -> Melding:
        return Melding(
            van=self._bos.id,
            rooster=self._rooster.versie,
            dag=self._dag,
            roosters=tuple(roosters),
            segmenten=tuple(segmenten),
            sleutels=tuple(sleutels),
        )

    def _te_bevestigen(self) -> list[str]:
        """Return the note that this laptop told of knowing the last withdrawal (R14); none when it did already.

        Every message tells which version of the roster its writer has; who has nothing to tell says only that.
        """
        alle = roosters(self._store)
        sinds = [alle.ingetrokken_sinds(een.id) for een in self._rooster.apparaten if een.ingetrokken]
        return [naam for naam in (bevestigd_daar(max(sinds, default=0)),) if sinds and naam not in self._daar]

    def _noteer(self, namen: Iterable[str]) -> None:
        with self._store.transaction():
            self._store.postbussen.staat_daar(self._bus.adres, namen)

    def _segmenten(self) -> list[Ding]:
        nieuw = [
            Ding(bereik=bereik, sha=sha, lengte=lengte)
            for bereik, sha, lengte in self._store.segmenten.inhoud(self._bereiken)
            if sha not in self._daar
        ]
        for ding in self._progress.each(nieuw, "Versturen"):
            self._bus.opslag.plaats(object_pad(ding.sha), self._store.segmenten.gegevens(ding.sha))
            self._nieuw[kanalen_van(ding.bereik)[-1]].append(ding.sha)
        return nieuw

    def _roosters(self) -> list[Ding]:
        """Put the versions of the roster; that is for the secretariat to do."""
        uit: list[Ding] = []
        for document in self._store.uitwisseling.roosters() if self._secretaris else ():
            versie = lees_document(document).rooster.versie
            if rooster_daar(versie) not in self._daar:
                kop = Kop(soort=Soort.ROOSTER, apparaat=self._bos.id, bereik=str(ALG), kid=0, rooster=versie)
                gegevens = schrijf_rooster(self._bos, kop, document)
                self._bus.opslag.plaats(object_pad(digest(gegevens)), gegevens)
                uit.append(Ding(versie=versie, sha=digest(gegevens), lengte=len(gegevens)))
                self._nieuw[OPEN].append(rooster_daar(versie))
        return uit

    def _sleutels(self) -> dict[str, list[tuple[str, Sleutelpost]]]:
        """Return the keys that others were not given yet, by the channel in which they find them."""
        uit: dict[str, list[tuple[str, Sleutelpost]]] = defaultdict(list)
        kids = self._store.uitwisseling.sleutels()
        for naar in self._rooster.apparaten:
            if naar.ingetrokken or naar.id == self._bos.id:
                continue
            gehad = {een for een in kids if sleutel_daar(naar.id, *een) in self._daar}
            kanaal = kanaal_van(naar.persoon_id)
            for post in self._kast.voor(naar, partial(self._geeft, naar), gehad):
                uit[kanaal].append((naar.id, post))
                self._nieuw[kanaal].append(sleutel_daar(naar.id, post.bereik, post.kid))
        return uit

    def _geeft(self, naar: Apparaat, bereik: str) -> bool:
        """Whether this laptop hands the key of a scope to another one; as ``lezen`` judges it there."""
        return self._rooster.geeft_sleutel(self._eigen.persoon_id, naar.persoon_id, bereik)

    def _stukken(self) -> tuple[int, int]:
        """Put the files that rows name, each under the key of every scope in which it is needed."""
        aantal = ontbreekt = 0
        for bereik, som in self._progress.each(list(self._te_sturen()), "Stukken versturen"):
            sleutel = self._kast.in_gebruik(bereik, self._rooster)
            if sleutel is None:
                continue
            naam = stuknaam(sleutel[1], som)
            if stuk_daar(naam) in self._daar:
                continue
            if not self._store.bestanden.plek(som).is_file():
                ontbreekt += 1
                continue
            aantal += self._stuk(naam, bereik, sleutel, som)
            self._noteer([stuk_daar(naam)])
        return aantal, ontbreekt

    def _te_sturen(self) -> Iterator[tuple[str, str]]:
        """Yield scope and file: once where it is open, else until every other laptop that needs it can read it."""
        lezers = {
            bereik: {een.id for een in self._rooster.ontvangers(bereik)} - {self._bos.id} for bereik in self._bereiken
        }
        for som, bereiken in self._store.segmenten.noemers(self._bereiken).items():
            gehad: set[str] = set()
            for bereik in bereiken:
                eigen = bereik.startswith(tuple(f"{een}:" for een in _EIGEN))
                if lezers[bereik] - gehad and (self._secretaris or eigen):
                    gehad |= lezers[bereik]
                    yield bereik, som

    def _stuk(self, naam: str, bereik: str, sleutel: tuple[int, bytes | None], som: str) -> bool:
        """Put the pieces of a file, the first one last: where that stands, all do."""
        kop = Kop(
            soort=Soort.STUKDEEL,
            apparaat=self._bos.id,
            bereik=bereik,
            kid=sleutel[0],
            rooster=self._rooster.versie,
            samengevat=True,
        )
        bron = self._store.bestanden.plek(som)
        grootte = bron.stat().st_size
        delen = aantal_delen(grootte)
        if self._bus.opslag.staat_er(stuk_pad(naam, 1)):
            return False
        nieuw = False
        for deel in range(delen, 0, -1):
            self._progress.step("Stukken versturen", delen - deel, delen)
            with bron.open("rb") as stroom:
                stroom.seek((deel - 1) * STUKDEEL)
                gegevens = stroom.read(lengte_deel(grootte, deel))
            stuk = Stukdeel(inhoud=som, grootte=grootte, deel=deel, delen=delen, gegevens=gegevens)
            nieuw = self._bus.opslag.plaats(stuk_pad(naam, deel), schrijf_stukdeel(self._bos, sleutel[1], kop, stuk))
        return nieuw


def _verdeeld(dingen: Sequence[T]) -> Iterator[Sequence[T]]:
    for begin in range(0, len(dingen), MEESTE_DINGEN):
        yield dingen[begin : begin + MEESTE_DINGEN]
