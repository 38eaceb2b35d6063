"""The items that stand on every agenda of a body: chosen per body, put in when they lack."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.standaardpunt import Standaardpunt, gewone_standaardpunten
from tk_desktop.domain.volgorde import reeks
from tk_desktop.meeting.agenda import add_punt
from tk_desktop.store.werkmap import Store


def standaardpunten_van(store: Store, gremium_id: str) -> tuple[Standaardpunt, ...]:
    """Return what every agenda of a body opens and closes with: its own choice, else the usual items (A12)."""
    return store.standaardpunten.van_gremium(gremium_id) or gewone_standaardpunten(gremium_id)


def choose_standaardpunten(store: Store, gremium_id: str, punten: Sequence[Standaardpunt]) -> tuple[Standaardpunt, ...]:
    """Make these, in this order, the standing items of a body; none at all brings the usual ones back (A12)."""
    with store.transaction():
        gremium = store.gremia.get(gremium_id)
        bekend = {punt.id for punt in store.standaardpunten.van_gremium(gremium.id)}
        for punt, plek in zip(punten, reeks(len(punten)), strict=True):
            id_ = punt.id if punt.id in bekend else new_id()
            bekend.discard(id_)
            store.standaardpunten.save(replace(punt, id=id_, gremium_id=gremium.id, volgorde=plek))
        for id_ in sorted(bekend):
            store.standaardpunten.delete(id_)
    return standaardpunten_van(store, gremium_id)


def add_standaardpunten(store: Store, vergadering_id: str) -> tuple[Agendapunt, ...]:
    """Put in the standing items that an agenda lacks, the opening ones first and the closing ones last (A12)."""
    with store.transaction():
        opname = store.opname(vergadering_id)
        aanwezig = {punt.titel.casefold(): punt.id for punt in opname.agendapunten}
        punten = standaardpunten_van(store, opname.gremium.id)
        nieuw = []
        vorige: str | None = None
        for punt in (ander for ander in punten if not ander.aan_einde):
            if punt.titel.casefold() not in aanwezig:
                nieuw.append(_voeg_toe(store, vergadering_id, punt, vorige))
            vorige = aanwezig.get(punt.titel.casefold(), nieuw[-1].id if nieuw else None)
        hoofd = [p.id for p in store.opname(vergadering_id).agendapunten if p.ouder_id is None]
        laatste = hoofd[-1] if hoofd else None
        for punt in (ander for ander in punten if ander.aan_einde):
            if punt.titel.casefold() not in aanwezig:
                nieuw.append(_voeg_toe(store, vergadering_id, punt, laatste))
                laatste = nieuw[-1].id
    return tuple(nieuw)


def _voeg_toe(store: Store, vergadering_id: str, punt: Standaardpunt, na: str | None) -> Agendapunt:
    behandeling = frozenset([punt.behandeling] if punt.behandeling else [])
    return add_punt(store, vergadering_id, punt.titel, na=na, duur=punt.duur, behandeling=behandeling, standaard=True)
