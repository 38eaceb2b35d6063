"""Making bundles: what another device does not have yet, and may read; whole or in parts for mail (M8, E8).

A bundle holds what its reader did not acknowledge, never what was merely sent: what got lost is inside the next one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tk_desktop import __version__
from tk_desktop.base.files import sha256
from tk_desktop.base.ids import new_id
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.bereik import ALG, Bereik, Bereiksoort, prive
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.rooster import Apparaat, Rooster
from tk_desktop.domain.uitwisseling import Eigen, Segment
from tk_desktop.exchange.bundel import Leesdeel, Onderdeel, schrijf_bundel
from tk_desktop.exchange.koppen import tell_heads
from tk_desktop.exchange.leesmij import Papieren, make_leesmij, no_papers
from tk_desktop.exchange.manifest import (
    LEZER,
    LEZER_VAN_GEDEELD,
    LEZER_VAN_STUKKEN,
    Gewenst,
    Manifest,
    Volume,
    kort,
)
from tk_desktop.exchange.notendeling import share_notes
from tk_desktop.exchange.rooster import NietOpRooster, open_letters, roosters
from tk_desktop.exchange.roosterdocument import lees_document
from tk_desktop.exchange.segment import (
    MEESTE_BEWERKINGEN,
    STUKDEEL,
    Kop,
    Soort,
    Stukdeel,
    aantal_delen,
    bestandssommen,
    digest,
    is_open,
    lengte_deel,
    lengte_stukdeel,
    schrijf_rooster,
    schrijf_segment,
    schrijf_stukdeel,
    stuknaam,
)
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.teller import notice_restore, remember_teller
from tk_desktop.store.migraties import schemanummer
from tk_desktop.store.werkmap import Store

MAILMAAT = 8_000_000
"""How large a part for mail is at most."""
_MEESTE_TEKST = 3_000_000
_RUIM = 20_000  # what manifest and frame of a part may take besides the objects


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """The files of a bundle, and what they bring: segments of operations, whole files, and those that are not here."""

    paden: tuple[Path, ...]
    segmenten: int
    stukken: int
    ontbreekt: int

    @property
    def leeg(self) -> bool:
        """Whether it brings nothing but word of what is here."""
        return not (self.segmenten or self.stukken)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Zending:
    """Everything that is to go to one device, or to everybody."""

    manifest: Manifest
    vooraf: tuple[Onderdeel, ...]
    segmenten: tuple[Onderdeel, ...]
    stukken: tuple[Onderdeel, ...]
    aantal_stukken: int
    ontbreekt: int
    eigen: Eigen
    """How this laptop counts when the first part is made: in one transaction with all else, for a sync takes time."""


def make_bundel(
    store: Store,
    bos: Sleutelbos,
    apparaat_id: str,
    doel: Path,
    *,
    volledig: bool = False,
    deelmaat: int = 0,
    progress: Progress | None = None,
) -> Gemaakt:
    """Write for one device what it does not have yet, or with ``volledig`` all it may read, and return what was made.

    With ``deelmaat`` the bundle is written in parts of at most so many bytes, each a whole bundle that may come in any
    order; an object that is larger has a part of its own. Raises ``GeenRooster``, ``NietOpRooster``, ``SchijfVol``,
    ``NietSchrijfbaar`` or ``Onderbroken``.
    """
    with store.transaction():
        naar = roosters(store).huidig.apparaat(apparaat_id)
        if naar is None or naar.ingetrokken:
            raise NietOpRooster(wat=apparaat_id)
        notice_restore(store)
        zending = _Making(store, bos, naar, volledig=volledig).zending()
    return _schrijf(store, bos, zending, doel=doel, deelmaat=deelmaat, progress=progress)


def make_openbaar(
    store: Store,
    bos: Sleutelbos,
    doel: Path,
    *,
    papieren: Papieren = no_papers,
    progress: Progress | None = None,
) -> Gemaakt:
    """Write what was published to all as a bundle for everybody, and return what was made (E8, M6).

    Papers travel as plain PDFs with a page about them, so that it is read without this program; ``papieren`` makes
    those of agenda and nota's (``export.openbladen``).
    """
    leesbaar = make_leesmij(store, papieren, progress)
    sommen = {sha256(deel.bron) for deel in leesbaar if not isinstance(deel.bron, bytes)}
    with store.transaction():
        zending = _Making(store, bos, None, volledig=True, zonder=sommen).zending()
    return _schrijf(store, bos, zending, doel=doel, leesbaar=leesbaar, progress=progress)


def seal(store: Store, bos: Sleutelbos, kast: Sleutelkast) -> tuple[Segment, ...]:
    """Put what this laptop has to tell into signed segments, and return them; inside a transaction of the caller.

    What is shared goes to its readers first, and what is shared no longer comes back. What is of a scope without a key
    here waits.
    """
    alle = roosters(store)
    rooster = alle.huidig
    eigen = rooster.apparaat(bos.id)
    if eigen is None or eigen.ingetrokken:
        return ()
    store.share_letters()  # before anything is told: what was taken back goes no further
    share_notes(store, rooster)
    kast.zorg_voor_eigen(prive(eigen.persoon_id), alle, eigen)
    uit: list[Segment] = []
    for plek in store.bewerkingen.bereiken():
        bereik = str(plek)
        kast.zorg_voor_eigen(plek, alle, eigen)
        sleutel = kast.in_gebruik(bereik, rooster) if rooster.leest(eigen.persoon_id, bereik) else None
        if sleutel is None:
            continue
        for bewerkingen in _partijen(store.bewerkingen.openstaand(plek)):
            kop = Kop(
                soort=Soort.SEGMENT,
                apparaat=bos.id,
                bereik=bereik,
                kid=sleutel[0],
                rooster=rooster.versie,
                vorige=store.segmenten.laatste(bos.id, bereik),
                aantal=len(bewerkingen),
                schema=schemanummer(),
            )
            gegevens = schrijf_segment(bos, sleutel[1], kop, bewerkingen)
            segment = Segment(
                sha=digest(gegevens),
                apparaat=bos.id,
                bereik=bereik,
                vorige=kop.vorige,
                aantal=kop.aantal,
                gegevens=gegevens,
            )
            store.segmenten.bewaar(segment, bestandssommen(bewerkingen))
            store.bewerkingen.verzegeld(bewerkingen)
            uit.append(segment)
    return tuple(uit)


def missing_stukken(store: Store, rooster: Rooster, persoon_id: str) -> dict[str, str]:
    """Return the files that rows name and that have not come yet ("stuk volgt nog"), each with a scope it is in."""
    bereiken = [een for een in store.segmenten.bereiken() if rooster.leest(persoon_id, een)]
    genoemd = store.segmenten.bestanden(bereiken)
    return {som: bereik for som, bereik in genoemd.items() if not store.bestanden.plek(som).is_file()}


def _partijen(bewerkingen: Sequence[Bewerking]) -> Iterator[tuple[Bewerking, ...]]:
    partij: list[Bewerking] = []
    tekens = 0
    for een in bewerkingen:
        lengte = len(een.waarde) if isinstance(een.waarde, str) else 0
        if partij and (len(partij) == MEESTE_BEWERKINGEN or tekens + lengte > _MEESTE_TEKST):
            yield tuple(partij)
            partij, tekens = [], 0
        partij.append(een)
        tekens += lengte
    if partij:
        yield tuple(partij)


class _Making:
    """What one device, or everybody, is to be sent."""

    def __init__(
        self, store: Store, bos: Sleutelbos, naar: Apparaat | None, *, volledig: bool, zonder: Collection[str] = ()
    ) -> None:
        self._store = store
        self._bos = bos
        self._naar = naar
        self._zonder = zonder
        open_letters(store, bos)
        self._rooster = roosters(store).huidig
        self._kast = Sleutelkast(store, bos)
        seal(store, bos, self._kast)
        self._peer = store.uitwisseling.peer(naar.id) if naar and not volledig else None
        eigen = self._rooster.apparaat(bos.id)
        self._ik = eigen.persoon_id if eigen else ""
        self._wie = naar.persoon_id if naar else ""
        self._bereiken = sorted(een for een in store.segmenten.bereiken() if self._leest(een))
        self._bekend = store.segmenten.tot_en_met(self._peer.heeft) if self._peer else frozenset[str]()

    def _leest(self, bereik: str) -> bool:
        return self._rooster.leest(self._wie, bereik) if self._naar else is_open(bereik)

    def _geeft(self, bereik: str) -> bool:
        """Whether the reader gets the key of a scope from here."""
        return self._rooster.geeft_sleutel(self._ik, self._wie, bereik)

    def _krijgt(self, bereik: str) -> bool:
        """Whether this laptop gets the key of a scope from the reader."""
        return self._rooster.geeft_sleutel(self._wie, self._ik, bereik)

    def zending(self) -> _Zending:
        """Return all of it, ready to be written."""
        segmenten = [_klaar(een.gegevens) for een in self._store.segmenten.van(self._bereiken, self._bekend)]
        stukken, aantal, ontbreekt = self._stukken()
        return _Zending(
            manifest=replace(self._manifest(), min_lezer=self._min_lezer(met_stukken=bool(stukken))),
            vooraf=tuple(self._roosters()),
            segmenten=tuple(segmenten),
            stukken=tuple(stukken),
            aantal_stukken=aantal,
            ontbreekt=ontbreekt,
            eigen=self._store.uitwisseling.tel(),
        )

    def _min_lezer(self, *, met_stukken: bool) -> int:
        """Return the first format whose readers read what is sent."""
        if any(Bereik.lees(een).soort is Bereiksoort.GEDEELD for een in self._bereiken):
            return LEZER_VAN_GEDEELD
        return LEZER_VAN_STUKKEN if met_stukken else LEZER

    def _manifest(self) -> Manifest:
        """Return the manifest but for its number and its objects."""
        manifest = Manifest(
            app=__version__,
            van=self._bos.id,
            inc="0" * 12,
            ctr=0,
            rooster=self._rooster.versie,
        )
        koppen = tuple(kort(sha) for sha in self._store.segmenten.koppen(self._bereiken))
        if self._naar is None:
            return replace(manifest, heeft=koppen)
        lijst = tell_heads(self._store.uitwisseling, self._naar.id, koppen, self._peer)
        heeft_sleutels = self._peer is not None and self._peer.bekend == self._kast.proef(self._geeft)
        return replace(
            manifest,
            naar=self._naar.id,
            heeft=lijst.heeft,
            basis=lijst.basis,
            zonder=lijst.zonder,
            log=self._store.inzagehoofden.meld(self._naar.id) if self._rooster.is_secretaris(self._wie) else (),
            bekend=self._kast.proef(self._krijgt),
            wil=self._gewenst(),
            sleutels=() if heeft_sleutels else self._kast.voor(self._naar, self._geeft),
        )

    def _roosters(self) -> Iterator[Onderdeel]:
        bekend = self._peer.rooster if self._peer else 0
        for document in self._store.uitwisseling.roosters():
            versie = lees_document(document).rooster.versie
            if versie > bekend:
                kop = Kop(soort=Soort.ROOSTER, apparaat=self._bos.id, bereik=str(ALG), kid=0, rooster=versie)
                yield _klaar(schrijf_rooster(self._bos, kop, document))

    def _stukken(self) -> tuple[list[Onderdeel], int, int]:
        """Return the pieces of files to send, of how many files they are, and how many are not here to be sent."""
        gehad = self._store.segmenten.genoemd_door(self._bekend)
        gevraagd = dict(self._peer.wil) if self._peer else {}
        onderdelen: list[Onderdeel] = []
        aantal = ontbreekt = 0
        for som, bereik in self._store.segmenten.bestanden(self._bereiken).items():
            delen: tuple[int, ...] = ()
            if som in self._zonder:
                continue
            if som in gehad:
                namen = [stuknaam(self._kast.sleutel(bereik, kid), som) for kid in self._kast.kids(bereik)]
                naam = next((naam for naam in namen if naam in gevraagd), None)
                if naam is None:
                    continue
                delen = gevraagd[naam]
            hier = list(self._delen(bereik, som, delen))
            aantal += bool(hier)
            ontbreekt += not hier
            onderdelen += hier
        return onderdelen, aantal, ontbreekt

    def _delen(self, bereik: str, som: str, gevraagd: Collection[int]) -> Iterator[Onderdeel]:
        sleutel, bron = self._kast.in_gebruik(bereik, self._rooster), self._store.bestanden.plek(som)
        if sleutel is None or not bron.is_file():
            return
        kop = Kop(
            soort=Soort.STUKDEEL,
            apparaat=self._bos.id,
            bereik=bereik,
            kid=sleutel[0],
            rooster=self._rooster.versie,
            samengevat=True,
        )
        grootte = bron.stat().st_size
        delen = aantal_delen(grootte)
        for deel in range(1, delen + 1):
            if not gevraagd or deel in gevraagd:
                stuk = Stukdeel(inhoud=som, grootte=grootte, deel=deel, delen=delen, gegevens=b"")
                lengte = lengte_stukdeel(kop, stuk, lengte_deel(grootte, deel))
                yield Onderdeel(lengte, partial(self._maak_deel, kop, sleutel[1], bron, stuk))

    def _maak_deel(self, kop: Kop, sleutel: bytes | None, bron: Pad, stuk: Stukdeel) -> bytes:
        with bron.open("rb") as stroom:
            stroom.seek((stuk.deel - 1) * STUKDEEL)
            gegevens = stroom.read(lengte_deel(stuk.grootte, stuk.deel))
        return schrijf_stukdeel(self._bos, sleutel, kop, replace(stuk, gegevens=gegevens))

    def _gewenst(self) -> tuple[Gewenst, ...]:
        """Return what is missing here, by the names that a reader of the same scope knows."""
        gewenst = []
        for som, bereik in missing_stukken(self._store, self._rooster, self._ik).items():
            sleutel = self._kast.in_gebruik(bereik, self._rooster) if self._leest(bereik) else None
            if sleutel is None:
                continue
            binnen = {een.deel: een.delen for een in self._store.uitwisseling.delen(som)}
            over = set(range(1, max(binnen.values(), default=0) + 1)) - set(binnen)
            gewenst.append(Gewenst(naam=stuknaam(sleutel[1], som), delen=tuple(sorted(over))))
        return tuple(sorted(gewenst, key=lambda een: een.naam))


def _schrijf(
    store: Store,
    bos: Sleutelbos,
    zending: _Zending,
    *,
    doel: Path,
    deelmaat: int = 0,
    leesbaar: Sequence[Leesdeel] = (),
    progress: Progress | None,
) -> Gemaakt:
    partijen = _verdeeld(zending, deelmaat)
    reeks = new_id()[:12]
    paden: list[Path] = []
    for nummer, partij in enumerate(partijen, start=1):
        if nummer == 1:
            eigen = zending.eigen
        else:
            with store.transaction():
                eigen = store.uitwisseling.tel()
        volume = Volume(deel=nummer, delen=len(partijen), reeks=reeks) if len(partijen) > 1 else None
        manifest = replace(zending.manifest, inc=eigen.incarnatie, ctr=eigen.teller, volume=volume)
        pad = doel if volume is None else doel.with_stem(f"{doel.stem} deel {nummer} van {len(partijen)}")
        extra = leesbaar if nummer == len(partijen) else ()
        schrijf_bundel(pad, bos, manifest, (*zending.vooraf, *partij), extra, progress=progress)
        paden.append(pad)
        remember_teller(store, eigen)
    return Gemaakt(
        paden=tuple(paden),
        segmenten=len(zending.segmenten),
        stukken=zending.aantal_stukken,
        ontbreekt=zending.ontbreekt,
    )


def _verdeeld(zending: _Zending, deelmaat: int) -> list[list[Onderdeel]]:
    partijen: list[list[Onderdeel]] = [[]]
    vast = _RUIM + sum(een.lengte + 250 for een in zending.vooraf)
    vol = vast
    for een in (*zending.segmenten, *zending.stukken):
        lengte = een.lengte + 250  # its names in manifest and zip
        if deelmaat and partijen[-1] and vol + lengte > deelmaat:
            partijen.append([])
            vol = vast
        partijen[-1].append(een)
        vol += lengte
    return partijen


def _klaar(gegevens: bytes) -> Onderdeel:
    return Onderdeel(len(gegevens), partial(bytes, gegevens))
