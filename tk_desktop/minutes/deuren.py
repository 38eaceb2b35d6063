"""The doors: who leaves before a part behind closed doors, and who comes back after it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time

from tk_desktop.base.ids import only_id
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.gehouden import require_concept, require_concept_at
from tk_desktop.minutes.presentie import come_in, end_volmachten, place_after, require_seat
from tk_desktop.store.werkmap import Store


def close_doors(store: Store, punt_id: str, blijven: Collection[str], om: time) -> Zitting:
    """Let who does not stay leave before the besloten items round this one, and return the meeting.

    ``blijven`` are ids on the list of names. Who came in no earlier than those items, comes in after them.
    Raises ``VerslagVastgesteld``.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        zitting = store.zitting(store.agendapunten.get(punt_id).vergadering_id)
        voor, na = _rond(zitting, punt_id)
        for wie in zitting.presentie:
            if wie.id not in blijven and wie.is_bij(punt_id, zitting.rij):
                store.presenties.save(_zonder_deel(wie, zitting.rij, voor, na, om))
        return store.zitting(zitting.opname.vergadering.id)


def open_doors(store: Store, punt_id: str, terug: Collection[str], om: time) -> Zitting:
    """Let these people come back at an item, and return the meeting; raises ``VerslagVastgesteld``."""
    with store.transaction():
        for presentie_id in terug:
            come_back(store, presentie_id, punt_id, om)
        return store.zitting(store.agendapunten.get(punt_id).vergadering_id)


def come_back(store: Store, presentie_id: str, punt_id: str, om: time) -> Presentie:
    """Tell that somebody is there from an item on, also when they left before it, and return the row of that.

    Who left keeps the row of the time until then; the verslag names them once, with both.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        zitting = store.zitting(wie.vergadering_id)
        rij = zitting.rij
        ging = rij.index(wie.tot_punt_id) if wie.aanwezig and wie.tot_punt_id in rij else len(rij)
        if ging >= rij.index(punt_id):
            return come_in(store, presentie_id, punt_id, om=om)
        require_concept(store, wie.vergadering_id)
        terug = replace(
            wie,
            id=only_id("terug", presentie_id, punt_id),
            volgorde=place_after(store, wie),
            van_punt_id=punt_id,
            tot_punt_id=None,
            gekomen=om,
            vertrokken=None,
        )
        end_volmachten(store, wie, punt_id)
        store.presenties.save(terug)
        require_seat(store, terug)
    return terug


def waiting_outside(zitting: Zitting, punt_id: str) -> tuple[Presentie, ...]:
    """Return who left before the besloten items just before this one and is not back: who may come in again."""
    rij, opname = zitting.rij, zitting.opname
    plek = rij.index(punt_id)
    if plek == 0 or not opname.is_besloten(opname.punt(rij[plek - 1])):
        return ()
    voor, _ = _rond(zitting, rij[plek - 1])
    er = {(wie.naam, wie.namens) for wie in zitting.presentie if wie.is_bij(punt_id, rij)}
    return tuple(
        wie
        for wie in zitting.presentie
        if wie.aanwezig and wie.tot_punt_id == voor and voor is not None and (wie.naam, wie.namens) not in er
    )


def _rond(zitting: Zitting, punt_id: str) -> tuple[str | None, str | None]:
    """Return the items just before and just after the besloten ones round an item, where there are."""
    rij, opname = zitting.rij, zitting.opname
    dicht = [opname.is_besloten(punt) for punt in opname.agendapunten]
    begin = einde = rij.index(punt_id)
    while begin and dicht[begin - 1]:
        begin -= 1
    while einde + 1 < len(rij) and dicht[einde + 1]:
        einde += 1
    return (rij[begin - 1] if begin else None), (rij[einde + 1] if einde + 1 < len(rij) else None)


def _zonder_deel(wie: Presentie, rij: Sequence[str], voor: str | None, na: str | None, om: time) -> Presentie:
    if voor is not None and wie.is_bij(voor, rij):
        return replace(wie, tot_punt_id=voor, vertrokken=om)
    if na is not None and wie.is_bij(na, rij):
        return replace(wie, van_punt_id=na, gekomen=None)
    return replace(wie, aanwezig=False, van_punt_id=None, tot_punt_id=None, gekomen=None, vertrokken=None)
