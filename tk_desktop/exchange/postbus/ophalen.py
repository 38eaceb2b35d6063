"""Fetching: what others put in a postbus and is for this laptop, and nothing else (M8; docs/decisions/0025).

Messages are read first; of what they name only what this laptop may read and lacks comes here. Files are asked for by
what rows name. What broke off goes on where it was: objects that came lie in the cache until they are taken in.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.domain.rooster import Roosters
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import (
    AfzenderOnbekend,
    BuitenBevoegdheid,
    BundelBeschadigd,
    BundelOnleesbaar,
    BundelVervalst,
)
from tk_desktop.exchange.lezen import Reden
from tk_desktop.exchange.maken import missing_stukken
from tk_desktop.exchange.ontvangen import Ontvangst, Rondom, keep_copy, take_in
from tk_desktop.exchange.postbus.bus import Bus
from tk_desktop.exchange.postbus.indeling import (
    SECRETARIAAT,
    SLEUTELS,
    log_pad,
    object_pad,
)
from tk_desktop.exchange.postbus.melding import Ding, Gelezenmelding, Melding, digest
from tk_desktop.exchange.postbus.meldingnoten import missed_by_others, named_in
from tk_desktop.exchange.postbus.nieuws import Meldinglezer, channels, needed, own_person
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.postbus.stukpost import get_stuk
from tk_desktop.exchange.postbus.verdichten import take_stand
from tk_desktop.exchange.postbus.zending import Postzending, Wachtkamer
from tk_desktop.exchange.rooster import roosters
from tk_desktop.exchange.roosterdocument import als_roosters
from tk_desktop.exchange.segment import lees_kop
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.werkmap import Store

_TEGELIJK = 200
_TEGELIJK_BYTES = 64 << 20
_GEWEIGERD = (AfzenderOnbekend, BuitenBevoegdheid, BundelBeschadigd, BundelOnleesbaar, BundelVervalst)

_STAND_GEWEIGERD = (*_GEWEIGERD, Vormfout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgehaald:
    """What came out of a postbus: what each step brought (each can be undone), and what was found wanting.

    ``geweigerd`` tells what was refused, ``beschadigd`` counts what was not as it should be: others are asked for it.
    """

    ontvangsten: tuple[Ontvangst, ...]
    geweigerd: tuple[str, ...]
    beschadigd: int
    volgt_nog: int

    @property
    def niets_nieuws(self) -> bool:
        """Whether nothing came that was not here."""
        return all(een.al_bekend for een in self.ontvangsten)


def fetch(
    store: Store,
    bos: Sleutelbos,
    opslag: Opslag,
    *,
    vandaag: date,
    heel: bool = False,
    rondom: Rondom | None = None,
    progress: Progress | None = None,
) -> Opgehaald:
    """Take in what waits in a postbus for this laptop, and return what it brought.

    Once a day, and with ``heel``, the lists of its channels are looked at whole: a server that was put back, a message
    that went missing. Raises the faults of ``postbus.fouten``, ``NogNietVertrouwd`` at a first time,
    ``ZelfNietOpRooster``, ``RoosterVervalst`` or ``Onderbroken``; what came before stays.
    """
    bus = Bus(store, opslag, maken=False)
    helemaal = heel or bus.nagekeken != vandaag.isoformat()
    return _Ophalen(bus, bos, vandaag, rondom, progress or Progress()).alles(heel=helemaal)


class _Ophalen:
    """One fetching."""

    def __init__(self, bus: Bus, bos: Sleutelbos, vandaag: date, rondom: Rondom | None, progress: Progress) -> None:
        self._bus = bus
        self._store = bus.store
        self._bos = bos
        self._vandaag = vandaag
        self._rondom = rondom
        self._progress = progress
        self._kamer = Wachtkamer(self._store.cache)
        self._ontvangsten: list[Ontvangst] = []
        self._geweigerd: list[str] = []
        self._mist: set[str] = set()
        self._gelukt: set[str] = set()
        self._lezer = Meldinglezer(bus, progress)

    def _roosters(self) -> Roosters:
        return als_roosters(self._store.uitwisseling.roosters())

    def _ik(self) -> str:
        return own_person(self._roosters().huidig, self._bos.id)

    def alles(self, *, heel: bool) -> Opgehaald:
        """Read messages, then take in the roster, keys, operations and files, in that order."""
        meldingen = self._lezer.lees(channels(self._store, self._bos.id), heel=heel)
        self._neem_roosters(meldingen)
        if not self._store.uitwisseling.roosters():
            return self._uitkomst()
        if set(channels(self._store, self._bos.id)) - set(self._lezer.laatst):
            meldingen = self._lezer.lees(channels(self._store, self._bos.id), heel=heel)  # only now it is known which
        meldingen = self._echte(meldingen, heel=heel)
        self._hoor_roosters(meldingen)
        self._neem_sleutels(meldingen)
        self._neem_standen(meldingen)
        wacht = self._neem_objecten(meldingen)
        self._neem_stukken()
        self._onthoud(meldingen, wacht, heel=heel)
        return self._uitkomst()

    def _echte(self, meldingen: Sequence[Gelezenmelding], *, heel: bool) -> list[Gelezenmelding]:
        """Return the messages that somebody on the roster signed; where others stand, one of those may have stood."""
        huidig = self._roosters().huidig
        uit = []
        for een in meldingen:
            van = huidig.apparaat(een.melding.van)
            if van is not None and een.ondertekend_door(van.verify):
                uit.append(een)
            elif heel:
                self._lezer.gaten.setdefault(een.kanaal, []).append(een.nummer)
        if len(uit) < len(meldingen) and heel:
            with self._store.transaction():
                self._store.postbussen.vergeet_stand(self._bus.adres)
        return uit

    def _hoor_roosters(self, meldingen: Sequence[Gelezenmelding]) -> None:
        """Keep which roster others have: so they confirm that they know of a withdrawal (R14)."""
        hier = self._roosters().huidig.versie
        with self._store.transaction():
            for een in meldingen:
                if een.melding.van != self._bos.id:
                    self._store.uitwisseling.hoor_rooster(een.melding.van, min(een.melding.rooster, hier))

    def _uitkomst(self) -> Opgehaald:
        mist = (
            missing_stukken(self._store, roosters(self._store).huidig, self._ik())
            if self._store.uitwisseling.roosters()
            else {}
        )
        return Opgehaald(
            ontvangsten=tuple(self._ontvangsten),
            geweigerd=tuple(self._geweigerd),
            beschadigd=len(self._mist),
            volgt_nog=len(mist),
        )

    def _neem_roosters(self, meldingen: Sequence[Gelezenmelding]) -> None:
        """Take in the versions of the roster that are new here, on the word of who told of the last of them."""
        bekend = self._roosters().huidig.versie if self._store.uitwisseling.roosters() else 0
        met = [een for een in meldingen if any(ding.versie > bekend for ding in een.melding.roosters)]
        if not met:
            return
        dingen = {
            ding.versie: ding
            for een in met
            for ding in een.melding.roosters
            if ding.versie > bekend and self._haal(ding)
        }
        while bekend + 1 in dingen:
            bekend += 1
        dingen = {versie: ding for versie, ding in dingen.items() if versie <= bekend}  # of what follows each needs all
        if not dingen:
            return
        laatste = met[-1]
        self._neem_in(
            Postzending(
                self._kamer,
                voor=self._bos.id,
                van=laatste.melding.van,
                rooster=max(dingen),
                objecten={ding.sha: ding.lengte for ding in dingen.values()},
                meldingen=[laatste],
            )
        )

    def _neem_sleutels(self, meldingen: Sequence[Gelezenmelding]) -> None:
        """Take in the keys for this laptop, from those who may hand them out."""
        mijn = [een for een in meldingen if any(wie == self._bos.id for wie, _ in een.melding.sleutels)]
        for van, groep in groupby(mijn, key=lambda een: een.melding.van):
            samen = list(groep)
            sleutels = [post for een in samen for wie, post in een.melding.sleutels if wie == self._bos.id]
            versie = max(een.melding.rooster for een in samen)
            self._gelukt.add(SLEUTELS)
            self._probeer(
                Postzending(
                    self._kamer,
                    voor=self._bos.id,
                    van=van,
                    rooster=versie,
                    objecten={},
                    sleutels=sleutels,
                    meldingen=samen,
                )
            )

    def _neem_standen(self, meldingen: Sequence[Gelezenmelding]) -> None:
        """Take in what remains of old segments, where some of these never came here."""
        huidig, ik = self._roosters().huidig, self._ik()
        for een in meldingen:
            for ding in een.melding.standen:
                bekend = all(self._store.segmenten.kent(sha) for sha in ding.koppen)
                if bekend or not huidig.leest(ik, ding.bereik) or not self._haal(ding):
                    continue
                try:
                    keep_copy(self._store, self._vandaag)
                    take_stand(self._store, self._bos, self._kamer.pad(ding.sha).read_bytes())
                except _STAND_GEWEIGERD as fout:
                    self._geweigerd.append(str(fout))
                self._kamer.ruim_op([ding.sha])

    def _neem_objecten(self, meldingen: Sequence[Gelezenmelding]) -> dict[str, set[int]]:
        """Take in the operations, and return the messages of which something could not be used yet."""
        nodig = needed(self._store, self._roosters().huidig, self._ik(), meldingen)
        gedaan = sum(self._haal(ding) for ding in self._progress.each(list(nodig.values()), "Ophalen"))
        if gedaan:
            hier = [ding for ding in nodig.values() if self._kamer.heeft(ding.sha)]
            for deel in _porties(hier):
                self._neem_segmenten(deel)
        wacht: dict[str, set[int]] = defaultdict(set)
        over = {sha for sha in nodig if not self._store.segmenten.kent(sha)}
        if any(Reden.SLEUTEL in een.overgeslagen for een in self._ontvangsten):
            self._mist.add(SLEUTELS)
        for een in meldingen:
            if any(ding.sha in over for ding in een.melding.segmenten):
                wacht[een.kanaal].add(een.nummer)
        return wacht

    def _neem_segmenten(self, dingen: Sequence[Ding]) -> None:
        """Take in segments; when they are refused together, one by one, so that only what is wrong stays out."""
        zending = self._los({ding.sha: ding.lengte for ding in dingen})
        try:
            self._neem_in(zending)
        except _GEWEIGERD as fout:
            if len(dingen) == 1:
                self._weiger(fout)
                return
            for ding in dingen:
                self._neem_segmenten([ding])

    def _los(self, objecten: dict[str, int]) -> Postzending:
        versie = self._roosters().huidig.versie
        return Postzending(self._kamer, voor=self._bos.id, van=self._bos.id, rooster=versie, objecten=objecten)

    def _neem_stukken(self) -> None:
        """Take in the files that rows name and that are not here, as far as they stand in the postbus whole."""
        kast = Sleutelkast(self._store, self._bos)
        missend = missing_stukken(self._store, self._roosters().huidig, self._ik())
        bereiken = [een for een in self._store.segmenten.bereiken() if self._roosters().huidig.leest(self._ik(), een)]
        noemers = self._store.segmenten.noemers(bereiken) if missend else {}
        for som in self._progress.each(list(missend), "Stukken ophalen"):
            gezocht: list[str] = []
            for bereik in noemers.get(som, ()):
                delen = get_stuk(
                    self._bus, self._kamer, kast, bereik=bereik, som=som, gezocht=gezocht, progress=self._progress
                )
                if delen and self._probeer(self._los(delen)):
                    self._gelukt.update(gezocht)
                    break
            else:
                self._mist.update(gezocht[:1])

    def _haal(self, ding: Ding) -> bool:
        """Get an object, unless it lies here; answers whether it does now. What is damaged is asked for again."""
        if self._kamer.heeft(ding.sha):
            return True
        pad = object_pad(ding.sha)
        gegevens = self._bus.opslag.haal(pad, ding.lengte)
        if gegevens is not None and digest(gegevens) == ding.sha:
            self._kamer.leg(gegevens)
            self._gelukt.add(pad)
            return True
        self._bus.opslag.verwijder(pad)
        self._mist.add(pad)
        return False

    def _probeer(self, zending: Postzending) -> bool:
        try:
            self._neem_in(zending)
        except _GEWEIGERD as fout:
            self._weiger(fout)
            return False
        return True

    def _weiger(self, fout: TkError) -> None:
        self._geweigerd.append(str(fout))

    def _neem_in(self, zending: Postzending) -> None:
        namen = [som for som, _ in zending.manifest.objecten]
        try:
            ontvangst = take_in(
                self._store,
                self._bos,
                zending,
                vandaag=self._vandaag,
                rondom=self._rondom,
                progress=self._progress,
            )
        except _GEWEIGERD:
            self._kamer.ruim_op(namen)
            raise
        self._ontvangsten.append(replace(ontvangst, afzender=self._makers(zending) or ontvangst.afzender))
        if not ontvangst.overgeslagen.get(Reden.SLEUTEL):
            self._kamer.ruim_op(namen)

    def _makers(self, zending: Postzending) -> str:
        """Return who made what came, by name."""
        huidig = self._roosters().huidig
        namen = set()
        for som, _ in zending.manifest.objecten:
            try:
                apparaat = huidig.apparaat(lees_kop(zending.begin(som)).apparaat)
            except Vormfout:
                continue
            wie = huidig.deelnemer(apparaat.persoon_id) if apparaat else None
            namen |= {wie.naam} if wie else set()
        return ", ".join(sorted(namen))

    def _onthoud(self, meldingen: Sequence[Gelezenmelding], wacht: dict[str, set[int]], *, heel: bool) -> None:
        """Keep how far was read and what stands there; say so, and what was missing, to who looks after the postbus."""
        adres, bussen = self._bus.adres, self._store.postbussen
        nieuw = {kanaal: plek for kanaal, plek in self._lezer.laatst.items() if plek != self._bus.gelezen(kanaal)}
        mist = self._vraag_opnieuw()
        self._vul_gaten()
        with self._store.transaction():
            bussen.staat_daar(adres, named_in(meldingen))
            koppen = [sha for een in meldingen for ding in een.melding.standen for sha in ding.koppen]
            bussen.staat_daar(adres, self._store.segmenten.tot_en_met(koppen))
            for kanaal, (nummer, sha) in self._lezer.laatst.items():
                if nummer:
                    bussen.las(adres, kanaal, nummer, sha)
                bussen.laat_wachten(adres, kanaal, wacht.get(kanaal, ()))
            bussen.staat_niet_daar(adres, missed_by_others(meldingen, self._bus.daar()))
            bussen.staat_niet_daar(adres, [f"mist {pad}" for pad in self._gelukt])
            bussen.staat_daar(adres, mist)
            if heel:
                bussen.bewaar(replace(bussen.get(adres), nagekeken=self._vandaag.isoformat()))
        for kanaal, (nummer, _) in nieuw.items():
            self._bus.gezien(self._bos.id, kanaal, nummer)

    def _vul_gaten(self) -> None:
        """Put an empty message where one went missing; what it told is told again by who has it."""
        huidig = self._roosters().huidig
        leeg = Melding(van=self._bos.id, rooster=huidig.versie).bytes(self._bos)
        if huidig.is_secretaris(self._ik()):
            for kanaal, nummers in self._lezer.gaten.items():
                for nummer in nummers:
                    self._bus.opslag.verwijder(log_pad(kanaal, nummer))
                    self._bus.opslag.plaats(log_pad(kanaal, nummer), leeg)

    def _vraag_opnieuw(self) -> list[str]:
        """Ask the secretariat, once, to put again what is damaged or gone; return the notes about it."""
        vers = sorted(pad for pad in self._mist if f"mist {pad}" not in self._bus.daar())
        if vers:
            versie = self._roosters().huidig.versie
            self._bus.meld(
                self._bos, SECRETARIAAT, [Melding(van=self._bos.id, rooster=versie, mist=tuple(vers[:1000]))]
            )
        return [f"mist {pad}" for pad in vers]


def _porties(dingen: Sequence[Ding]) -> Iterator[list[Ding]]:
    portie: list[Ding] = []
    for ding in dingen:
        if portie and (len(portie) == _TEGELIJK or sum(een.lengte for een in portie) + ding.lengte > _TEGELIJK_BYTES):
            yield portie
            portie = []
        portie.append(ding)
    if portie:
        yield portie
