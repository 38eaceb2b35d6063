"""Receiving bundles: looked at first, then applied as one change that can be undone, after a copy was kept (M1, M2)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from tk_desktop.base.files import replacing
from tk_desktop.base.progress import Progress
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.datum import lang
from tk_desktop.domain.rooster import Rooster
from tk_desktop.domain.uitwisseling import Deel, Peer, Segment
from tk_desktop.exchange.afsnijden import drop_cut_off
from tk_desktop.exchange.bundel import Bron, lees_bundel
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.lezen import Gelezen, Reden, read_bundel
from tk_desktop.exchange.maken import missing_stukken
from tk_desktop.exchange.manifest import Volume
from tk_desktop.exchange.rooster import keep_version
from tk_desktop.exchange.segment import Stukdeel, bestandssommen, lees_kop, lees_stukdeel, open_inhoud
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.teller import notice_restore
from tk_desktop.store.reizend import VAN_HET_BESTUUR
from tk_desktop.store.terugnemen import Binnengekomen
from tk_desktop.store.uitwisseling import WACHTMAP
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

_KOPIEEN = 7
_NAGAAN = 500
"""Of how many rows it is looked up to which meeting they belong; of a larger bundle others tell."""


class Rondom(Protocol):
    """Who stands round the rows that come in, given the ids of the meetings here that they are about."""

    def bereid_voor(self, vergaderingen: Sequence[str]) -> None:
        """Do beforehand what takes long, while others may still write; what it saw may be old when the rows come."""
        ...

    def __call__(self, vergaderingen: Sequence[str], reeks: str) -> AbstractContextManager[None]:
        """Stand round the rows in the same transaction; ``reeks`` is what parts of one bundle share (``Volume``)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """What a bundle brings, or brought.

    ``nieuw``, ``gewijzigd`` and ``verwijderd`` count rows; ``conflicten`` what is to be judged more than before;
    ``bewerkingen`` what was not known yet. ``volgt_nog`` counts files that rows name and that are not here,
    ``gaten`` segments that wait for one that got lost. ``vergaderingen`` names the meetings that it is about,
    ``alleen_hier`` counts fields that were set on this laptop and that the sender does not know yet. ``wijziging`` is
    what undoes it.
    """

    bestand: str
    organisatie: str
    afzender: str
    apparaat: str
    volume: Volume | None
    rooster: int | None
    bewerkingen: int
    nieuw: int
    gewijzigd: int
    verwijderd: int
    conflicten: int
    stukken: int
    volgt_nog: int
    gaten: int
    overgeslagen: Mapping[Reden, int]
    vergaderingen: tuple[str, ...]
    alleen_hier: int
    wijziging: Wijziging

    @property
    def al_bekend(self) -> bool:
        """Whether it brings nothing that was not here."""
        return not (self.bewerkingen or self.stukken or self.rooster)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    bewerkingen: int
    conflicten: int
    stukken: int
    volgt_nog: int
    gaten: int
    vergaderingen: tuple[str, ...]
    alleen_hier: int


def look_at_bundel(store: Store, bos: Sleutelbos, pad: Path, progress: Progress | None = None) -> Ontvangst:
    """Return what a bundle would bring, without changing anything; raises as ``read_bundel`` and ``lees_bundel`` do."""
    with lees_bundel(pad) as bundel:
        gelezen = read_bundel(store, bos, bundel, progress)
        stand, wijziging = store.try_out(
            lambda: _verwerk(store, bos, gelezen, progress or Progress(), met_bestanden=False)
        )
        return _ontvangst(gelezen, stand, wijziging)


def receive_bundel(
    store: Store,
    bos: Sleutelbos,
    pad: Path,
    *,
    vandaag: date,
    rondom: Rondom | None = None,
    progress: Progress | None = None,
) -> Ontvangst:
    """Take in a bundle, all or nothing, and return what it brought; receiving it again brings nothing.

    ``rondom`` sees the meetings before and after. A copy of the database is kept first. Raises as ``look_at_bundel``
    does, or ``SchijfVol`` or ``NietSchrijfbaar``; nothing has changed then.
    """
    with lees_bundel(pad) as bundel:
        return take_in(store, bos, bundel, vandaag=vandaag, rondom=rondom, progress=progress)


def take_in(
    store: Store,
    bos: Sleutelbos,
    bron: Bron,
    *,
    vandaag: date,
    rondom: Rondom | None = None,
    progress: Progress | None = None,
) -> Ontvangst:
    """Take in what lies in a bundle or a postbus, as ``receive_bundel`` does."""
    gelezen = read_bundel(store, bos, bron, progress)
    keep_copy(store, vandaag)
    if rondom is not None:
        rondom.bereid_voor(_van_vergaderingen(store, [een for vers in gelezen.onthouden.values() for een in vers]))
    stand, wijziging = store.record(
        lambda: _verwerk(store, bos, gelezen, progress or Progress(), rondom=rondom, met_bestanden=True)
    )
    return _ontvangst(gelezen, stand, wijziging)


def keep_copy(store: Store, vandaag: date) -> Path:
    """Keep a copy of the database, once a day, and those of seven such days; return its path."""
    map_ = store.map / "kopieen"
    doel = map_ / f"voor_ontvangst_{vandaag.isoformat()}.db"
    if not doel.exists():
        store.kopieer(doel)
        for oud in sorted(map_.glob("voor_ontvangst_*.db"))[:-_KOPIEEN]:
            oud.unlink(missing_ok=True)
    return doel


def _verwerk(
    store: Store,
    bos: Sleutelbos,
    gelezen: Gelezen,
    progress: Progress,
    *,
    met_bestanden: bool,
    rondom: Rondom | None = None,
) -> _Stand:
    """Apply a bundle that was read, inside a transaction of the caller."""
    notice_restore(store)
    eerder = len(store.conflicten())
    kast = _neem_op(store, bos, gelezen)
    vers = _pas_toe(store, gelezen, kast, rondom, progress)
    afgesneden = drop_cut_off(store, bos, kast, gelezen.roosters.huidig)
    te_oordelen = bool(vers or afgesneden or gelezen.documenten)  # else what there is to judge is as it was
    stukken = _Stukken(store, gelezen, kast).bewaar(progress) if met_bestanden else 0
    _onthoud_afzender(store, gelezen)
    return _Stand(
        bewerkingen=len(vers),
        conflicten=max(0, len(store.conflicten()) - eerder) if te_oordelen else 0,
        stukken=stukken,
        volgt_nog=len(missing_stukken(store, gelezen.roosters.huidig, gelezen.ik)),
        gaten=store.segmenten.gaten(),
        vergaderingen=_vergaderingen(store, vers),
        alleen_hier=_alleen_hier(store, bos, gelezen),
    )


def meeting_name(store: Store, vergadering_id: str) -> str:
    """Return a meeting as people call it: its body and its day."""
    vergadering = store.vergaderingen.get(vergadering_id)
    gremium = store.gremia.get(vergadering.gremium_id)
    return f"{gremium.afkorting or gremium.naam} van {lang(vergadering.datum)}"


def _vergaderingen(store: Store, vers: Sequence[Bewerking]) -> tuple[str, ...]:
    """Return the names of the meetings that these operations are about, as far as they are here."""
    if not vers:
        return ()
    genoemd = {een.rij for een in vers if een.tabel == "vergadering"}
    genoemd |= {str(een.waarde) for een in vers if een.veld == "vergadering_id"}
    geraakt = dict.fromkeys((een.tabel, een.rij) for een in vers if een.tabel != "vergadering")
    boven = store.ketens.boven(list(geraakt)[:_NAGAAN])
    genoemd |= {str(rij["id"]) for tabel, rij in boven if tabel == "vergadering"}
    alle = [een for een in store.vergaderingen.all() if een.id in genoemd]
    return tuple(meeting_name(store, een.id) for een in sorted(alle, key=lambda een: een.datum))


def _van_vergaderingen(store: Store, vers: Sequence[Bewerking]) -> tuple[str, ...]:
    """Return the ids of the meetings here whose rows these operations will change, or hang new ones under."""
    van_bestuur = [een for een in vers if een.tabel in VAN_HET_BESTUUR]
    rijen = {(een.tabel, een.rij) for een in van_bestuur}
    rijen |= {waar for een in van_bestuur if (waar := store.ketens.genoemd(een.tabel, een.veld, een.waarde))}
    return tuple(sorted(str(rij["id"]) for tabel, rij in store.ketens.boven(rijen) if tabel == "vergadering"))


def _alleen_hier(store: Store, bos: Sleutelbos, gelezen: Gelezen) -> int:
    """Return how many fields were set on this laptop that the sender may read and does not have."""
    rooster, wie = gelezen.roosters.huidig, gelezen.afzender.persoon_id
    open_ = [een for een in store.bewerkingen.bereiken() if rooster.leest(wie, str(een))]
    bekend = store.segmenten.tot_en_met(gelezen.heeft)
    eigen = [een for een in store.segmenten.bereiken() if rooster.leest(wie, een)]
    return store.segmenten.aantal(bos.id, eigen, bekend) + sum(len(store.bewerkingen.openstaand(een)) for een in open_)


def _ontvangst(gelezen: Gelezen, stand: _Stand, wijziging: Wijziging) -> Ontvangst:
    manifest, rooster = gelezen.bundel.manifest, gelezen.roosters.huidig
    wie = rooster.deelnemer(gelezen.afzender.persoon_id)
    return Ontvangst(
        bestand=gelezen.bundel.naam,
        organisatie=rooster.organisatie,
        afzender=wie.naam if wie else gelezen.afzender.naam,
        apparaat=gelezen.afzender.naam,
        volume=manifest.volume,
        rooster=rooster.versie if gelezen.documenten else None,
        bewerkingen=stand.bewerkingen,
        nieuw=sum(rij.voor is None for rij in wijziging.rijen),
        gewijzigd=sum(rij.voor is not None and rij.na is not None for rij in wijziging.rijen),
        verwijderd=sum(rij.na is None for rij in wijziging.rijen),
        conflicten=stand.conflicten,
        stukken=stand.stukken,
        volgt_nog=stand.volgt_nog,
        gaten=stand.gaten,
        overgeslagen=gelezen.overgeslagen,
        vergaderingen=stand.vergaderingen,
        alleen_hier=stand.alleen_hier,
        wijziging=wijziging,
    )


def _neem_op(store: Store, bos: Sleutelbos, gelezen: Gelezen) -> Sleutelkast:
    """Keep roster and keys, and be who the roster says this laptop is of."""
    for document in gelezen.documenten:
        keep_version(store, bos, document)
    wie = gelezen.roosters.huidig.deelnemer(gelezen.ik)
    if wie is not None and (store.bewerkingen.persoon, store.bewerkingen.rol) != (wie.persoon_id, wie.rol.value):
        store.bewerkingen.word(wie.persoon_id, wie.rol.value)
    store.uitwisseling.word(bos.id)
    kast = Sleutelkast(store, bos)
    for (bereik, kid), sleutel in gelezen.sleutels.items():
        kast.neem(bereik, kid, sleutel)
    return kast


def _pas_toe(
    store: Store, gelezen: Gelezen, kast: Sleutelkast, rondom: Rondom | None, progress: Progress
) -> Sequence[Bewerking]:
    """Keep and apply the segments that are new here, and return the operations that they brought."""
    vers: list[Bewerking] = []
    nieuw: list[Binnengekomen] = []
    kwam_terug = store.segmenten.verwacht()  # was here before, and stays when this is taken back
    for sha, kop in gelezen.segmenten.items():
        bewerkingen = gelezen.bewerkingen(sha, kast)
        segment = Segment(
            sha=sha,
            apparaat=kop.apparaat,
            bereik=kop.bereik,
            vorige=kop.vorige,
            aantal=kop.aantal,
            gegevens=gelezen.bundel.object(sha),
        )
        binnen = Binnengekomen(segment=segment, bestanden=tuple(bestandssommen(bewerkingen)))
        if store.segmenten.bewaar(segment, binnen.bestanden):
            vers += bewerkingen
            if sha not in kwam_terug:
                nieuw.append(binnen)
    progress.step("Overnemen", 0, len(vers))
    volume = gelezen.bundel.manifest.volume
    with rondom(_van_vergaderingen(store, vers), volume.reeks if volume else "") if rondom else nullcontext():
        store.pas_toe(vers, nieuw)
    progress.step("Overnemen", len(vers), len(vers))
    return vers


def _onthoud_afzender(store: Store, gelezen: Gelezen) -> None:
    """Keep what the sender said of itself; where it counts on what is not here, tell so from now on (R15)."""
    manifest = gelezen.bundel.manifest
    if not manifest.naar or gelezen.bundel.los:
        return
    nieuw = Peer(
        apparaat=manifest.van,
        incarnatie=manifest.inc,
        teller=manifest.ctr,
        heeft=gelezen.heeft,
        wil=tuple((een.naam, een.delen) for een in manifest.wil),
        bekend=manifest.bekend,
        rooster=manifest.rooster,
        onthoudt=manifest.fmt > 1 and gelezen.kent_basis,
    )
    oud = store.uitwisseling.peer(manifest.van)
    later = oud is None or oud.is_later(nieuw)
    if later:
        store.inzagehoofden.hoor(manifest.van, manifest.log)
    store.uitwisseling.bewaar_peer(oud.wordt(nieuw) if oud else nieuw)
    gebracht = {sha[:24] for sha, _ in manifest.objecten}
    mist = any(kop not in gebracht and not store.segmenten.kent(kop) for kop in nieuw.heeft)
    mist |= manifest.rooster > gelezen.roosters.huidig.versie
    vergat = later and not gelezen.kent_basis  # it counts on what this laptop told once, and knows no more
    if vergat or (mist and manifest.volume is None):
        store.uitwisseling.nieuwe_incarnatie()
    elif later:
        store.uitwisseling.noem(manifest.van, manifest.basis)


class _Stukken:
    """The files that a bundle brings: whole ones are kept, pieces wait for the others."""

    def __init__(self, store: Store, gelezen: Gelezen, kast: Sleutelkast) -> None:
        self._store = store
        self._gelezen = gelezen
        self._kast = kast
        self._map = store.cache / WACHTMAP
        rooster: Rooster = gelezen.roosters.huidig
        self._gevraagd = missing_stukken(store, rooster, gelezen.ik)

    def bewaar(self, progress: Progress) -> int:
        """Keep what came and is named by a row, and return how many files are whole now."""
        aantal = 0
        for een in self._gelezen.bundel.manifest.leesbaar:
            if een.sha256 in self._gevraagd:
                aantal += self._store.bestanden.bewaar_happen(een.sha256, self._gelezen.bundel.leesdeel(een.naam))
                del self._gevraagd[een.sha256]
        meegekomen: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        for som, (_, stuk) in self._gelezen.stukdelen.items():
            meegekomen[stuk.inhoud, stuk.delen][stuk.deel] = som
        for deel in self._store.uitwisseling.delen():
            if deel.sha256 in self._gevraagd:
                meegekomen.setdefault((deel.sha256, deel.delen), {})
        for (inhoud, delen), hier in progress.each(list(meegekomen.items()), "Stukken bewaren"):
            eerder = {een.deel: een for een in self._store.uitwisseling.delen(inhoud) if self._is_hier(een, delen)}
            if inhoud in self._gevraagd and set(hier) | set(eerder) == set(range(1, delen + 1)):
                aantal += self._store.bestanden.bewaar_happen(inhoud, self._happen(delen, hier, eerder))
                self._vergeet(inhoud)
            elif inhoud in self._gevraagd or self._kan_volgen(inhoud):
                self._leg_apart(hier)
        return aantal

    def _kan_volgen(self, inhoud: str) -> bool:
        """Whether the row that names a file may be in another part of what was sent at once."""
        return self._gelezen.bundel.manifest.volume is not None and not self._store.bestanden.plek(inhoud).is_file()

    def _is_hier(self, een: Deel, delen: int) -> bool:
        return een.delen == delen and (self._map / een.object).is_file()  # the cache may be removed at any time

    def _happen(self, delen: int, hier: Mapping[int, str], eerder: Mapping[int, Deel]) -> Iterator[bytes]:
        for deel in range(1, delen + 1):
            if deel in hier:
                yield self._uit_bundel(hier[deel])
            else:
                yield self._open((self._map / eerder[deel].object).read_bytes()).gegevens

    def _uit_bundel(self, som: str) -> bytes:
        try:
            return self._open(self._gelezen.bundel.stukdeel(som)).gegevens
        except Vormfout:
            self._gelezen.bundel.object(som)  # tells that the bundle changed meanwhile: it was whole when it was read
            raise

    def _open(self, gegevens: bytes) -> Stukdeel:
        kop = lees_kop(gegevens)
        return lees_stukdeel(open_inhoud(kop, gegevens, self._gelezen.sleutel(self._kast, kop)))

    def _leg_apart(self, hier: Mapping[int, str]) -> None:
        for som in hier.values():
            kop, stuk = self._gelezen.stukdelen[som]
            self._map.mkdir(parents=True, exist_ok=True)
            with replacing(self._map / som) as naast:
                naast.write_bytes(self._gelezen.bundel.object(som))
            self._store.uitwisseling.bewaar_deel(
                Deel(object=som, bereik=kop.bereik, kid=kop.kid, sha256=stuk.inhoud, deel=stuk.deel, delen=stuk.delen)
            )

    def _vergeet(self, inhoud: str) -> None:
        for deel in self._store.uitwisseling.delen(inhoud):
            (self._map / deel.object).unlink(missing_ok=True)
        self._store.uitwisseling.vergeet_delen(inhoud)
