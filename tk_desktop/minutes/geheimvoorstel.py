"""A besluit on geheimhouding leads to the register: what it imposes, filled in, and what it lifts (J4, J6, H11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.geheimhouding import Geheimhouding, Geheimstap, orgaan_van
from tk_desktop.domain.geheimvoorstel import GelezenOplegging, grond_in, lees_oplegging
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Nota
from tk_desktop.meeting.aanvullen import proposed_lifting
from tk_desktop.minutes.geheimhouding import impose_geheimhouding
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.werkmap import Store

_BESLOTEN = frozenset({Uitkomst.CONFORM, Uitkomst.GEWIJZIGD, Uitkomst.VASTGESTELD})
_ZOALS_VOORGESTELD = frozenset({Uitkomst.CONFORM, Uitkomst.VASTGESTELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimvoorstel:
    """What a besluit says of geheimhouding, as the register will hold it.

    ``grond`` is empty when neither the besluit nor the papers of the item tell it: then somebody must.
    """

    agendapunt_id: str
    gremium_id: str
    onderwerp: str
    grond: str
    orgaan: str
    op: date
    einddatum: date | None
    omvang: str
    agendapunten: tuple[str, ...] = ()
    stukken: tuple[str, ...] = ()


def proposed_imposing(store: Store, punt_id: str) -> Geheimvoorstel | None:
    """Return what the besluit on an item imposes and no duty tells yet; ``None`` when there is nothing to put down."""
    opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
    punt = next((een for een in opname.agendapunten if een.id == punt_id), None)
    besluit = _laatste(store, punt_id)
    if punt is None or besluit is None or besluit.uitkomst not in _BESLOTEN:
        return None
    gelezen = lees_oplegging(besluit.tekst, opname.vergadering.datum)
    if gelezen is None or _staat_er_al(store, opname, punt):
        return None
    return _voorstel(opname, punt, besluit, gelezen)


def imposings_of(store: Store, vergadering_id: str) -> tuple[Geheimvoorstel, ...]:
    """Return what the besluiten of a meeting impose and no duty tells yet, in the order of its agenda."""
    ids = [punt.id for punt in store.opname(vergadering_id).agendapunten if store.besluiten.van_punt(punt.id)]
    return tuple(voorstel for id_ in ids if (voorstel := proposed_imposing(store, id_)) is not None)


def decided_lifting(store: Store, punt_id: str) -> Geheimhouding | None:
    """Return the duty that the besluit on an item lifts and that still holds (J6); ``None`` where there is none."""
    besluiten = store.besluiten.van_punt(punt_id)
    if not besluiten or besluiten[-1].uitkomst not in _ZOALS_VOORGESTELD:
        return None
    return proposed_lifting(store, punt_id)


def liftings_of(store: Store, vergadering_id: str) -> dict[str, Geheimhouding]:
    """Return the duties that besluiten of a meeting lift and that still hold, by their item, in the order of these."""
    ids = (punt.id for punt in store.opname(vergadering_id).agendapunten)
    return {id_: geheim for id_ in ids if (geheim := decided_lifting(store, id_)) is not None}


def impose_proposed(store: Store, voorstel: Geheimvoorstel) -> Geheimhouding:
    """Put into the register what a besluit imposes, at the item of that besluit; raises ``NietsGeheim``."""
    return impose_geheimhouding(
        store,
        voorstel.gremium_id,
        voorstel.onderwerp,
        grond=voorstel.grond,
        orgaan=voorstel.orgaan,
        op=voorstel.op,
        stukken=voorstel.stukken,
        agendapunten=voorstel.agendapunten,
        omvang=voorstel.omvang,
        einddatum=voorstel.einddatum,
        bij_punt=voorstel.agendapunt_id,
    )


def _laatste(store: Store, punt_id: str) -> Besluit | None:
    """Return the last besluit on an item that speaks of geheimhouding and was not set right by another."""
    besluiten = store.besluiten.van_punt(punt_id)
    hersteld = {een.herstelt_id for een in besluiten}
    over = [een for een in besluiten if een.id not in hersteld and "geheimhouding" in een.tekst.casefold()]
    return over[-1] if over else None


def _staat_er_al(store: Store, opname: Momentopname, punt: Agendapunt) -> bool:
    """Tell whether a duty was imposed at this item, or rests on it or on all its papers."""
    stukken = opname.stukken_bij(punt)
    for geheim in store.geheimhoudingen.all():
        stappen = (een for een in geheim.gebeurtenissen if een.stap is Geheimstap.OPGELEGD)
        if any(een.agendapunt_id == punt.id for een in stappen) or geheim.geldt_voor(agendapunt_id=punt.id):
            return True
        if stukken and all(geheim.geldt_voor(stuk_id=stuk.id) for stuk in stukken):
            return True
    return False


def _voorstel(opname: Momentopname, punt: Agendapunt, besluit: Besluit, gelezen: GelezenOplegging) -> Geheimvoorstel:
    regels = known_geheimregels()
    stukken = tuple(stuk.id for stuk in opname.stukken_bij(punt)) if gelezen.alleen_stukken else ()
    notas = (opname.notas[stuk.id] for stuk in opname.stukken_bij(punt) if stuk.id in opname.notas)
    teksten = (besluit.tekst, punt.toelichting, *(tekst for nota in notas for tekst in _teksten(nota)))
    return Geheimvoorstel(
        agendapunt_id=punt.id,
        gremium_id=opname.gremium.id,
        onderwerp=punt.titel,
        grond=grond_in(teksten, regels),
        orgaan=orgaan_van(opname.gremium, regels.organen),
        op=opname.vergadering.datum,
        einddatum=gelezen.tot,
        omvang=gelezen.omvang,
        agendapunten=() if stukken else (punt.id,),
        stukken=stukken,
    )


def _teksten(nota: Nota) -> Iterator[str]:
    """Go through the sections of a nota that say why it is secret, by an article of the law."""
    for sectie in nota.secties:
        laag = sectie.tekst.casefold()
        if "artikel" in laag and ("besloten" in laag or "geheim" in laag):
            yield sectie.tekst
