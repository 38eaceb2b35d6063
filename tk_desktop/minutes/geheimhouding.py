"""The register of geheimhouding: imposed, ratified, proposed for lifting on its day, lifted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.geheimhouding import Geheimgebeurtenis, Geheimhouding, Geheimstap, Inzagewijze
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.opening import dichte_punten, keep_gezegde_dicht
from tk_desktop.store.inzagen import Inzage
from tk_desktop.store.werkmap import Store


class NietsGeheim(TkError):
    """Geheimhouding was to be imposed on nothing, or without saying what it is about."""

    code = "TK-B14"
    melding = "Geheimhouding heeft een onderwerp, een grond en iets waarop ze rust."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een punt of een stuk, en vul onderwerp en grond in."


@dataclass(frozen=True, slots=True, kw_only=True)
class Opheffing:
    """What lifting opened: the ids of the items and papers that everybody may know from now on (J6)."""

    geheim: Geheimhouding
    agendapunten: tuple[str, ...]
    stukken: tuple[str, ...]
    vergaderingen: tuple[str, ...]


def impose_geheimhouding(
    store: Store,
    gremium_id: str,
    onderwerp: str,
    *,
    grond: str,
    orgaan: str,
    op: date,
    stukken: Iterable[str] = (),
    agendapunten: Iterable[str] = (),
    omvang: str = "",
    einddatum: date | None = None,
    bij_punt: str | None = None,
) -> Geheimhouding:
    """Impose geheimhouding on items and papers, close these, and return the entry of the register (J4, J1).

    ``grond`` is a key of ``store.geheimregels.known_geheimregels``. Raises ``NietsGeheim`` or ``EindeVoorOpleggen``.
    """
    over = (tuple(dict.fromkeys(stukken)), tuple(dict.fromkeys(agendapunten)))
    if not onderwerp.strip() or not grond.strip() or not any(over):
        raise NietsGeheim
    with store.transaction():
        geheim = Geheimhouding(
            id=new_id(),
            gremium_id=gremium_id,
            onderwerp=onderwerp.strip(),
            grond=grond,
            omvang=omvang.strip(),
            stukken=over[0],
            agendapunten=over[1],
            al_besloten=_al_besloten(store, *over),
        ).met_stap(_stap(Geheimstap.OPGELEGD, op, orgaan, bij_punt))
        geheim = geheim.tot(einddatum)
        store.geheimhoudingen.save(geheim)
        _sluit(store, geheim, besloten=True)
    return geheim


def ratify_geheimhouding(
    store: Store, geheim_id: str, *, orgaan: str, op: date, bij_punt: str | None = None
) -> Geheimhouding:
    """Tell that the organ that must ratify geheimhouding did, and return the entry (J4).

    Raises ``AlOpgeheven`` or ``StapTeVroeg``.
    """
    with store.transaction():
        return _zet_stap(store, geheim_id, _stap(Geheimstap.BEKRACHTIGD, op, orgaan, bij_punt))


def lift_geheimhouding(
    store: Store, geheim_id: str, *, orgaan: str, op: date, bij_punt: str | None = None
) -> Opheffing:
    """Lift geheimhouding, open exactly what it closed, and return what that is (J6).

    What another duty still covers, what was besloten before it, or what stands under a besloten item, stays closed. So
    does what was said behind closed doors of an item that opens: it becomes the closed part of what is written of it,
    as its besluiten, votes and actions stay what they were (H9). To make these public is a choice of somebody.
    The sets that held it differ from now on; who calls this tells which meetings those are
    (``Opheffing.vergaderingen``).

    Raises ``AlOpgeheven`` or ``StapTeVroeg``.
    """
    with store.transaction():
        geheim = _zet_stap(store, geheim_id, _stap(Geheimstap.OPGEHEVEN, op, orgaan, bij_punt))
        was_dicht = dichte_punten(_opnames(store, geheim)) | set(geheim.agendapunten)
        _sluit(store, geheim, besloten=False)
        opnames = _opnames(store, geheim)
        keep_gezegde_dicht(store, was_dicht - dichte_punten(opnames))
        punten = tuple(id_ for id_ in geheim.agendapunten if not _dicht_punt(opnames, id_))
        stukken = tuple(id_ for id_ in geheim.stukken if not _dicht_stuk(opnames, id_))
    return Opheffing(
        geheim=geheim,
        agendapunten=punten,
        stukken=stukken,
        vergaderingen=tuple(opname.vergadering.id for opname in opnames),
    )


def set_einddatum(store: Store, geheim_id: str, einddatum: date | None) -> Geheimhouding:
    """Tell on which day lifting is to be proposed, and return the entry; raises ``EindeVoorOpleggen`` (J5)."""
    with store.transaction():
        geheim = store.geheimhoudingen.get(geheim_id).tot(einddatum)
        store.geheimhoudingen.save(geheim)
    return geheim


def geheimstand(store: Store, punt_id: str) -> tuple[str, ...]:
    """Return a sentence for each duty that is or was on an item or its papers, the earliest first (J4, J6).

    One that was lifted says so, and that the item is besloten all the same when it is.
    """
    vergadering_id = store.agendapunten.get(punt_id).vergadering_id
    geheimen = store.geheimhoudingen.van_vergadering(vergadering_id)
    if not geheimen:
        return ()
    opname = store.opname(vergadering_id).met_afgevoerd()
    punt = opname.punt(punt_id)
    boven = {een.id for een in opname.lijn(punt)}
    stukken = [stuk for stuk in opname.stukken if opname.punt_van(stuk) == punt_id]
    gedekt = (
        geheim
        for geheim in geheimen
        if not boven.isdisjoint(geheim.agendapunten) or any(opname.is_gedekt(stuk, geheim) for stuk in stukken)
    )
    zinnen = (geheim.stand(opname.is_besloten(punt)) for geheim in gedekt)
    return tuple(dict.fromkeys(zin for zin in zinnen if zin))


def log_inzage(
    store: Store,
    *,
    nu: datetime,
    wie: str,
    vergadering_id: str,
    papier: str,
    versie: str,
    wat: Inzagewijze = Inzagewijze.GELEZEN,
) -> None:
    """Write down that somebody opened a secret paper (J13); it cannot be undone."""
    with store.transaction():
        store.inzagen.voeg_toe(
            Inzage(moment=nu, wie=wie, vergadering_id=vergadering_id, papier=papier, versie=versie, wat=wat)
        )


def last_inzagen(store: Store) -> Mapping[str, Mapping[str, date]]:
    """Return for each duty, by its id, who opened a paper that it is or was on, and on which day last (J13)."""
    return store.inzagen.laatste()


def _stap(stap: Geheimstap, op: date, orgaan: str, bij_punt: str | None) -> Geheimgebeurtenis:
    return Geheimgebeurtenis(
        id=new_id(), volgorde=tussen(), stap=stap, datum=op, orgaan=orgaan.strip(), agendapunt_id=bij_punt
    )


def _zet_stap(store: Store, geheim_id: str, stap: Geheimgebeurtenis) -> Geheimhouding:
    nieuw = store.geheimhoudingen.get(geheim_id).met_stap(stap)
    store.geheimhoudingen.save(nieuw)
    return nieuw


def _al_besloten(store: Store, stukken: Iterable[str], punten: Iterable[str]) -> frozenset[str]:
    """Return what is besloten on other grounds than a duty that holds: of what one holds on, that one knows."""
    dicht = {id_ for id_ in stukken if store.stukken.get(id_).besloten}
    dicht |= {id_ for id_ in punten if store.agendapunten.get(id_).besloten}
    for geheim in store.geheimhoudingen.all():
        if not geheim.is_opgeheven:
            dicht -= {*geheim.stukken, *geheim.agendapunten} - geheim.al_besloten
    return frozenset(dicht)


def _sluit(store: Store, geheim: Geheimhouding, *, besloten: bool) -> None:
    """Close or open what a duty covers; what another one covers, or was besloten before, stays closed."""
    anders = [een for een in store.geheimhoudingen.all() if een.id != geheim.id]
    blijft = frozenset() if besloten else geheim.al_besloten
    for id_ in (een for een in geheim.agendapunten if een not in blijft):
        if besloten or not any(een.geldt_voor(agendapunt_id=id_) for een in anders):
            store.agendapunten.save(replace(store.agendapunten.get(id_), besloten=besloten))
    for id_ in (een for een in geheim.stukken if een not in blijft):
        if besloten or not any(een.geldt_voor(stuk_id=id_) for een in anders):
            store.stukken.save(replace(store.stukken.get(id_), besloten=besloten))


def _opnames(store: Store, geheim: Geheimhouding) -> tuple[Momentopname, ...]:
    """Return the meetings in which something is covered, the earliest first."""
    ids = {store.agendapunten.get(id_).vergadering_id for id_ in geheim.agendapunten}
    ids |= {store.stukken.get(id_).vergadering_id for id_ in geheim.stukken}
    opnames = [store.opname(id_) for id_ in ids]
    return tuple(sorted(opnames, key=lambda opname: (opname.vergadering.datum, opname.vergadering.id)))


def _dicht_punt(opnames: Iterable[Momentopname], punt_id: str) -> bool:
    punten = ((opname, punt) for opname in opnames for punt in opname.agendapunten)
    return any(punt.id == punt_id and opname.is_besloten(punt) for opname, punt in punten)


def _dicht_stuk(opnames: Iterable[Momentopname], stuk_id: str) -> bool:
    stukken = ((opname, stuk) for opname in opnames for stuk in opname.stukken)
    return any(stuk.id == stuk_id and opname.stuk_is_besloten(stuk) for opname, stuk in stukken)
