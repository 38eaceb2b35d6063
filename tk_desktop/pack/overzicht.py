"""What a set will be before it is made: its parts with their pages, what is missing, changed or kept from readers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.uitgave import Uitgave
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Onderdeelsoort, Variant, zichtbaar_voor
from tk_desktop.pack.samenstellen import Keuze, gekozen_delen, variant_van
from tk_desktop.pack.uitgeven import laatste_set, not_yet_sent_before
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_EIGEN_BYTES = 45_000
"""What a paper of our own adds to a set, about."""

_PUNTEN_PER_BLADZIJDE = 14

_WOORDEN_PER_MINUUT = 200
"""How quickly somebody reads papers of a board with attention."""

NAZENDBLAD = "nazending"
"""The key of the sheet in front of a nazending, that tells what to do with the others."""

_NOOIT_NAGEZONDEN = (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD)


class Reden(StrEnum):
    """Why a part is not in a set."""

    BESLOTEN = "besloten"
    UITGESLOTEN = "uitgesloten van dit punt"
    LOS_BESTAND = "los bestand zonder bladzijden"
    WEGGELATEN = "weggelaten"
    ONGEWIJZIGD = "ongewijzigd"
    """Of a nazending: these readers have it already."""


_GEWEERD = (Reden.BESLOTEN, Reden.UITGESLOTEN, Reden.LOS_BESTAND)


class Verandering(StrEnum):
    """What happened to a part since a set was last sent to the same readers."""

    GEEN = ""
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzichtdeel:
    """One part as the builder shows it.

    ``niveau`` is 0 for letter, contents and agenda and for papers of an item, 1 for a bijlage under its nota.
    ``paginas`` is an estimate when ``geschat``; 0 for a file that travels inside the set. ``reden`` tells why it is not
    in the set, and is ``None`` when it is.
    """

    sleutel: str
    soort: Onderdeelsoort
    label: str
    titel: str
    niveau: int = 0
    punt_id: str | None = None
    stuk_id: str | None = None
    paginas: int = 0
    geschat: bool = False
    besloten: bool = False
    ontbreekt: bool = False
    los: bool = False
    verandering: Verandering = Verandering.GEEN
    reden: Reden | None = None

    @property
    def naam(self) -> str:
        """What a list calls it."""
        return f"{self.label} {self.titel}".strip() if self.punt_id or self.stuk_id else self.titel

    @property
    def mee(self) -> bool:
        """Whether these readers get it."""
        return self.reden is None

    @property
    def te_kiezen(self) -> bool:
        """Whether the secretaris can put it in or leave it out: a rule decides over the others."""
        return self.reden in (None, Reden.WEGGELATEN) and self.sleutel != NAZENDBLAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """The set for one kind of reader, as it will be; ``omvang`` is about how many bytes.

    ``woorden`` counts those of nota's and received papers, ``bijlagebladen`` the pages of bijlagen (D17). ``eerst``
    names to whom a set usually goes before it goes to these, and did not go yet; ``Doelgroep.LID`` is the voorzitter
    (E1). ``sinds`` is the set last sent to these readers; ``vervallen`` counts what was in it and is no more. Of a
    ``nazending`` only what is sent after that set goes along.
    """

    variant: Variant
    delen: tuple[Overzichtdeel, ...]
    paginas: int
    geschat: bool
    omvang: int
    woorden: int = 0
    bijlagebladen: int = 0
    eerst: tuple[Doelgroep, ...] = ()
    sinds: Uitgave | None = None
    vervallen: int = 0
    nazending: bool = False

    @property
    def leesminuten(self) -> int:
        """In how many minutes these readers read it, to five (D17); 0 when there are no words to count."""
        return -(-self.woorden // (5 * _WOORDEN_PER_MINUUT)) * 5

    @property
    def aandeel_bijlagen(self) -> int:
        """How many of a hundred pages are bijlagen (D17)."""
        return round(100 * self.bijlagebladen / self.paginas) if self.paginas else 0

    @property
    def veranderd(self) -> int:
        """How many parts are new or changed since ``sinds``."""
        return sum(deel.mee and deel.verandering is not Verandering.GEEN for deel in self.delen)

    @property
    def ontbreekt(self) -> tuple[Overzichtdeel, ...]:
        """The parts for which a sheet stands in."""
        return tuple(deel for deel in self.delen if deel.mee and deel.ontbreekt)

    @property
    def achtergehouden(self) -> tuple[Overzichtdeel, ...]:
        """The parts that a rule keeps from these readers."""
        return tuple(deel for deel in self.delen if deel.reden in _GEWEERD)


def describe_set(
    store: Store,
    vergadering_id: str,
    doelgroep: Doelgroep,
    *,
    lid: str = "",
    keuze: Keuze | None = None,
    gemaakt: GemaakteSet | None = None,
) -> Overzicht:
    """Return what a set for these readers will hold, and what not and why; refuses nothing that ``assemble`` refuses.

    ``gemaakt`` is what was last made of it: from there come the pages of our own papers, and whether they changed.
    Raises ``OnbekendLid``, ``NietGevonden``.
    """
    geheel = store.opname(vergadering_id)
    variant = variant_van(geheel, doelgroep, lid)
    sinds = laatste_set(store.uitgaven.van_variant(vergadering_id, variant))
    delen = tuple(_delen(geheel, variant, keuze or Keuze(), gemaakt, sinds))
    mee = {deel.sleutel for deel in delen if deel.mee}
    zelfde = gemaakt is not None and gemaakt.variant == variant and _sleutels(gemaakt) == mee
    overzicht = Overzicht(
        variant=variant,
        delen=delen,
        paginas=gemaakt.paginas if gemaakt is not None and zelfde else _paginas(delen),
        geschat=not zelfde,
        omvang=0,
        eerst=not_yet_sent_before(store, vergadering_id, doelgroep),
        sinds=sinds,
        vervallen=sum(deel.sleutel not in mee and _telt(deel.sleutel) for deel in sinds.delen) if sinds else 0,
    )
    return _geteld(store, geheel, overzicht)


def describe_nazending(
    store: Store,
    vergadering_id: str,
    doelgroep: Doelgroep,
    *,
    lid: str = "",
    keuze: Keuze | None = None,
    gemaakt: GemaakteSet | None = None,
    nazending: GemaakteSet | None = None,
) -> Overzicht:
    """Return what is sent after the set that these readers have, as ``describe_set`` does of the whole set (D19).

    ``nazending`` tells on which pages of it each part stands once it was made; until then what our own papers changed
    is known from ``gemaakt`` alone. Where no set was sent it is the whole set.
    """
    heel = describe_set(store, vergadering_id, doelgroep, lid=lid, keuze=keuze, gemaakt=gemaakt)
    if heel.sinds is None:
        return heel
    bladen = {deel.sleutel: deel.tot - deel.van + 1 for deel in nazending.delen} if nazending else None
    verzonden = {deel.sleutel for deel in heel.sinds.delen}
    delen = tuple(_nagezonden(deel, bladen, verzonden) for deel in heel.delen)
    if any(deel.mee for deel in delen) or heel.vervallen:
        voor = Overzichtdeel(
            sleutel=NAZENDBLAD,
            soort=Onderdeelsoort.INHOUD,
            label="",
            titel="Wat de lezer moet doen",
            paginas=bladen.get(NAZENDBLAD, 1) if bladen else 1,
            geschat=bladen is None,
        )
        delen = (voor, *delen)
    overzicht = replace(
        heel,
        delen=delen,
        paginas=nazending.paginas if nazending else _paginas(delen),
        geschat=nazending is None,
        nazending=True,
    )
    return _geteld(store, store.opname(vergadering_id), overzicht)


def _nagezonden(deel: Overzichtdeel, bladen: Mapping[str, int] | None, verzonden: Collection[str]) -> Overzichtdeel:
    """Return a part as it stands in a nazending: what did not change stays behind."""
    if not deel.mee:
        return deel
    anders = deel.verandering is not Verandering.GEEN
    gaat = anders if bladen is None or deel.los else deel.sleutel in bladen
    if deel.soort in _NOOIT_NAGEZONDEN or not gaat:
        return replace(deel, reden=Reden.ONGEWIJZIGD, verandering=Verandering.GEEN)
    if not anders:
        deel = replace(deel, verandering=Verandering.GEWIJZIGD if deel.sleutel in verzonden else Verandering.NIEUW)
    paginas = bladen.get(deel.sleutel) if bladen else None
    return replace(deel, paginas=paginas, geschat=False) if paginas else deel


def _geteld(store: Store, geheel: Momentopname, overzicht: Overzicht) -> Overzicht:
    """Return an overview with the size and the words of what goes along."""
    mee = [deel for deel in overzicht.delen if deel.mee]
    sommen = [geheel.versies[deel.stuk_id or ""].paginabestand for deel in mee if deel.stuk_id in geheel.versies]
    plekken = [store.bestanden.plek(som) for som in sommen]
    bytes_ = sum(plek.stat().st_size for plek in plekken if plek.is_file())
    return replace(
        overzicht,
        omvang=bytes_ + _EIGEN_BYTES * (len(mee) - len(plekken)),
        woorden=sum(_woorden(store, geheel, deel) for deel in mee),
        bijlagebladen=sum(deel.paginas for deel in mee if deel.niveau),
    )


def _paginas(delen: Iterable[Overzichtdeel]) -> int:
    return sum(deel.paginas for deel in delen if deel.mee)


def _woorden(store: Store, geheel: Momentopname, deel: Overzichtdeel) -> int:
    """Count the words of a part, by what the search knows of it."""
    nota, versie = geheel.notas.get(deel.stuk_id or ""), geheel.versies.get(deel.stuk_id or "")
    if deel.soort is Onderdeelsoort.NOTA and nota is not None:
        teksten = store.zoekregister.teksten(Zoeksoort.NOTA, nota.id)
    elif deel.soort is Onderdeelsoort.BESTAND and versie is not None:
        teksten = store.zoekregister.teksten(Zoeksoort.PAGINA, versie.sha256)
    else:
        return 0
    return sum(len(tekst.split()) for tekst in teksten)


def _sleutels(gemaakt: GemaakteSet) -> set[str]:
    return {deel.sleutel for deel in gemaakt.delen} | {los.sleutel for los in gemaakt.los}


def _delen(
    geheel: Momentopname, variant: Variant, keuze: Keuze, gemaakt: GemaakteSet | None, sinds: Uitgave | None
) -> Iterator[Overzichtdeel]:
    alles = replace(keuze, zonder=frozenset())
    opname = zichtbaar_voor(geheel, variant)
    zichtbaar = {deel.sleutel: deel for deel in gekozen_delen(opname, variant.doelgroep, alles)}
    mee = {deel.sleutel for deel in gekozen_delen(opname, variant.doelgroep, keuze)}
    bekend = {deel.sleutel: deel.tot - deel.van + 1 for deel in gemaakt.delen} if gemaakt else {}
    nu = {deel.sleutel: deel.inhoud for deel in gemaakt.delen} if gemaakt else {}
    for deel in gekozen_delen(geheel, Doelgroep.LEDEN, alles):
        reden = None if deel.sleutel in mee else _reden(geheel, variant, deel, zichtbaar)
        if deel.soort is Onderdeelsoort.SCHUTBLAD and reden is not None:
            continue
        yield _deel(geheel, zichtbaar.get(deel.sleutel, deel), reden, bekend, _verandering(geheel, deel, nu, sinds))


def _deel(
    geheel: Momentopname,
    deel: Onderdeel,
    reden: Reden | None,
    bekend: Mapping[str, int],
    verandering: Verandering,
) -> Overzichtdeel:
    stuk = next((stuk for stuk in geheel.stukken if stuk.id == deel.stuk_id), None)
    versie = geheel.versies.get(deel.stuk_id or "") if deel.soort is Onderdeelsoort.BESTAND else None
    los = versie is not None and not versie.is_pdf
    paginas = 0 if los else versie.paginas if versie else bekend.get(deel.sleutel) or _schatting(geheel, deel)
    return Overzichtdeel(
        sleutel=deel.sleutel,
        soort=deel.soort,
        label=deel.label,
        titel=deel.titel,
        niveau=1 if stuk is not None and stuk.hoort_bij is not None else 0,
        punt_id=(stuk and geheel.punt_van(stuk)) or deel.punt_id,
        stuk_id=deel.stuk_id,
        paginas=paginas,
        geschat=versie is None and deel.sleutel not in bekend,
        besloten=(stuk is not None and geheel.stuk_is_besloten(stuk)) or _bij_besloten_punt(geheel, deel),
        ontbreekt=deel.soort is Onderdeelsoort.NAGEZONDEN,
        los=los,
        verandering=verandering,
        reden=reden,
    )


def _reden(geheel: Momentopname, variant: Variant, deel: Onderdeel, zichtbaar: Mapping[str, Onderdeel]) -> Reden:
    if deel.sleutel in zichtbaar:
        return Reden.WEGGELATEN
    if not variant.doelgroep.zonder_besloten:
        return Reden.UITGESLOTEN
    stuk = next((stuk for stuk in geheel.stukken if stuk.id == deel.stuk_id), None)
    geheim = (stuk is not None and geheel.stuk_is_besloten(stuk)) or _bij_besloten_punt(geheel, deel)
    return Reden.BESLOTEN if geheim else Reden.LOS_BESTAND


def _bij_besloten_punt(geheel: Momentopname, deel: Onderdeel) -> bool:
    return any(geheel.is_besloten(punt) for punt in geheel.agendapunten if punt.id == deel.punt_id)


def _verandering(geheel: Momentopname, deel: Onderdeel, nu: Mapping[str, str], sinds: Uitgave | None) -> Verandering:
    """Compare with what was sent; what our own papers hold is known only once they were made."""
    if sinds is None or not _telt(deel.sleutel):
        return Verandering.GEEN
    eerder = next((oud for oud in sinds.delen if oud.sleutel == deel.sleutel), None)
    if eerder is None:
        return Verandering.NIEUW
    versie = geheel.versies.get(deel.stuk_id or "") if deel.soort is Onderdeelsoort.BESTAND else None
    inhoud = versie.paginabestand if versie else nu.get(deel.sleutel, eerder.inhoud)
    return Verandering.GEEN if inhoud == eerder.inhoud else Verandering.GEWIJZIGD


def _telt(sleutel: str) -> bool:
    return sleutel.split(" ", 1)[0] not in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD)


def _schatting(geheel: Momentopname, deel: Onderdeel) -> int:
    match deel.soort:
        case Onderdeelsoort.AGENDA | Onderdeelsoort.INHOUD:
            regels: Sequence[object] = geheel.agendapunten if deel.soort is Onderdeelsoort.AGENDA else geheel.stukken
            return 1 + len(regels) // _PUNTEN_PER_BLADZIJDE
        case Onderdeelsoort.NOTA:
            return 2
        case _:
            return 1
