"""Volmacht: a member who is absent, or leaves, lets another member vote in their place (G5)."""

from dataclasses import replace
from datetime import time

from tk_desktop.base.ids import only_id
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.volmacht import geef_volmacht, require_niet_vol
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.minutes.presentie import end_volmachten, place_after
from tk_desktop.store.werkmap import Store


def give_volmacht(
    store: Store, presentie_id: str, naam: str, *, vanaf: str | None = None, om: time | None = None
) -> Presentie:
    """Let the member of that name who is there vote for somebody from an item on, and return the row of that.

    Without ``vanaf`` it holds for the whole meeting. What they did before that item stays: when they were there, and
    whom they gave a volmacht until then. Coming in, or telling again that one is absent, takes it back. Raises
    ``VolmachtOnmogelijk``, ``VolmachtenVol`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        require_concept(store, wie.vergadering_id)
        opname = store.opname(wie.vergadering_id)
        rij = [punt.id for punt in opname.agendapunten]
        lijst = store.presenties.van_vergadering(wie.vergadering_id)
        gegeven, blijft = geef_volmacht(lijst, wie, naam, vanaf=vanaf, om=om, rij=rij)
        end_volmachten(store, gegeven, gegeven.van_punt_id)
        if blijft is not None:
            id_ = only_id("volmacht", presentie_id, gegeven.van_punt_id or "")
            gegeven = replace(gegeven, id=id_, volgorde=place_after(store, wie))
            store.presenties.save(blijft)
        store.presenties.save(gegeven)
        nu = store.presenties.van_vergadering(wie.vergadering_id)
        require_niet_vol(nu, opname.gremium.volmachten, rij, opname.nummers)
    return gegeven
