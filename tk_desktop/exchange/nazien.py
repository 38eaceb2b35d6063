"""Looking whether a werkmap still shows what was said in it, and making it so again (Deliver 7, R10).

The database tells by itself that a page is torn, not that a word in it is another. What was said stands in three
places: the rows that are shown, the values they were made from, and the signed segments these came in. Each is made
anew from the next and compared; nothing is changed by looking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tk_desktop.domain.bereik import Bereik
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.domain.uitwisseling import Logbreuk
from tk_desktop.exchange.afsnijden import read_again
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.maken import seal
from tk_desktop.exchange.roosterdocument import als_roosters
from tk_desktop.exchange.segment import is_open, lees_kop
from tk_desktop.exchange.sleutelkast import Sleutelkast
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.store.fouten import WerkmapBeschadigd
from tk_desktop.store.gezondheid import Gezondheid
from tk_desktop.store.werkmap import Store

_Rijen = Mapping[tuple[str, str], Mapping[str, Waarde]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """A row that shows something else than was said; ``veld`` empty: the row is missing, or too many."""

    tabel: str
    rij: str
    veld: str
    toont: Waarde
    hoort: Waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Nazicht:
    """How a werkmap fares.

    ``segmenten`` are those whose bytes are no longer what was signed, ``volgt`` those that are to come again for that;
    ``logboeken`` are those of other laptops that no longer hold what they told of before (R16). ``waarden`` counts
    values that are kept and not those of the segments, ``None`` when these were not looked at (without keys); ``rijen``
    what is shown otherwise.
    """

    gezondheid: Gezondheid
    segmenten: tuple[str, ...] = ()
    volgt: tuple[str, ...] = ()
    waarden: int | None = None
    rijen: tuple[Afwijking, ...] = ()
    logboeken: tuple[Logbreuk, ...] = ()

    @property
    def goed(self) -> bool:
        """Whether nothing is wrong here; what is wrong elsewhere is told besides."""
        return self.gezondheid.goed and not (self.segmenten or self.volgt or self.waarden or self.rijen)

    @property
    def te_herstellen(self) -> bool:
        """Whether something can be made right here: what is to come from others cannot, nor a log."""
        return not replace(
            self, volgt=(), gezondheid=replace(self.gezondheid, breuk=None, gekort=None, ontbreekt=())
        ).goed


def examine(store: Store, bos: Sleutelbos | None = None) -> Nazicht:
    """Return how a werkmap fares, changing nothing; with keys its segments are read too.

    Raises ``WerkmapBeschadigd`` when the database is so damaged that it cannot be read.
    """
    try:
        gezondheid = store.controleer()
        if gezondheid.klachten:
            return Nazicht(gezondheid=gezondheid)  # what is built on it says nothing
        nazicht, _ = store.try_out(lambda: _nagezien(store, _die_meedoet(store, bos), gezondheid))
    except (ValueError, TypeError) as fout:  # a value that the program itself never writes
        raise WerkmapBeschadigd(map=store.map.name) from fout
    return nazicht


def mend(store: Store, bos: Sleutelbos | None, vandaag: date) -> Nazicht:
    """Make a werkmap show what was said in it, after keeping a copy, and return how it fares then.

    Segments that were damaged are forgotten and asked for again with the next bundle, damaged files too. A database
    that is not whole needs a copy (``store.herstel``). Raises ``SchijfVol`` or ``NietSchrijfbaar``.
    """
    store.kopieer(store.map / "kopieen" / f"voor_herstel_{vandaag.isoformat()}.db")
    with store.transaction():
        store.herindexeer()
        kapot = _kapot(store)
        meedoend = _die_meedoet(store, bos)
        if meedoend is not None:
            _lees_opnieuw(store, meedoend, kapot)
        store.herbouw()
        store.segmenten.vraag_opnieuw(kapot)
    for som in store.bestanden.beschadigd():
        store.bestanden.leg_opzij(som)
    return examine(store, bos)


def _nagezien(store: Store, bos: Sleutelbos | None, gezondheid: Gezondheid) -> Nazicht:
    kapot = _kapot(store)
    waarden = None
    toont = store.rijen()
    if bos is not None:
        seal(store, bos, Sleutelkast(store, bos))
        eerst = store.bewerkingen.waarden()
        _lees_opnieuw(store, bos, kapot)
        waarden = len({een[:4] for een in eerst ^ store.bewerkingen.waarden()})
    store.herbouw()
    return Nazicht(
        gezondheid=gezondheid,
        segmenten=kapot,
        volgt=tuple(store.segmenten.verwacht()),
        waarden=waarden,
        rijen=_afwijkingen(toont, store.rijen()),
        logboeken=tuple(_bij_naam(store, een) for een in store.inzagehoofden.elders()),
    )


def _bij_naam(store: Store, breuk: Logbreuk) -> Logbreuk:
    """Return a break with the name of the device and of whose it is, as the roster has them."""
    documenten = store.uitwisseling.roosters()
    rooster = als_roosters(documenten).huidig if documenten else None
    apparaat = rooster.apparaat(breuk.apparaat) if rooster else None
    wie = rooster.deelnemer(apparaat.persoon_id) if rooster and apparaat else None
    return replace(breuk, apparaat=f"{apparaat.naam} ({wie.naam if wie else '?'})") if apparaat else breuk


def _die_meedoet(store: Store, bos: Sleutelbos | None) -> Sleutelbos | None:
    """Return the keys of a werkmap that takes part in an exchange."""
    return bos if store.uitwisseling.roosters() else None


def _kapot(store: Store) -> tuple[str, ...]:
    """Return the segments whose bytes are not what was signed, or that stand in another chain than they say."""
    kapot = set(store.segmenten.beschadigd())
    for segment in store.segmenten.van(store.segmenten.bereiken()):
        try:
            kop = lees_kop(segment.gegevens)
        except Vormfout:
            kapot.add(segment.sha)
            continue
        zegt = (segment.apparaat, segment.bereik, segment.vorige, segment.aantal)
        if (kop.apparaat, kop.bereik, kop.vorige, kop.aantal) != zegt:
            kapot.add(segment.sha)
    return tuple(sorted(kapot))


def _lees_opnieuw(store: Store, bos: Sleutelbos, kapot: tuple[str, ...]) -> None:
    """Let the kept values be what the segments say, in every scope that can be read whole."""
    kast = Sleutelkast(store, bos)
    seal(store, bos, kast)
    wachtend = set(store.segmenten.verwacht().values())
    for bereik in sorted(store.segmenten.bereiken() - wachtend):
        heel = not any(een.sha in kapot for een in store.segmenten.van([bereik]))
        objecten = [een.gegevens for een in store.segmenten.van([bereik])] + list(store.segmenten.standen(bereik))
        leesbaar = heel and all(
            is_open(bereik) or kast.sleutel(bereik, lees_kop(een).kid) is not None for een in objecten
        )
        if leesbaar and not store.bewerkingen.openstaand(Bereik.lees(bereik)):
            read_again(store, bos, kast, bereik)


def _afwijkingen(toont: _Rijen, hoort: _Rijen) -> tuple[Afwijking, ...]:
    uit = []
    for tabel, rij in sorted(toont.keys() | hoort.keys()):
        nu, straks = toont.get((tabel, rij)), hoort.get((tabel, rij))
        if nu is None or straks is None:
            uit.append(
                Afwijking(tabel=tabel, rij=rij, veld="", toont=int(nu is not None), hoort=int(straks is not None))
            )
            continue
        uit += [
            Afwijking(tabel=tabel, rij=rij, veld=veld, toont=nu[veld], hoort=straks[veld])
            for veld in nu
            if nu[veld] != straks[veld]
        ]
    return tuple(uit)
