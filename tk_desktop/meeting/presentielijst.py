"""The list of names, when a name leaves it or an item that bounds one leaves the agenda (G1)."""

from collections.abc import Collection
from dataclasses import replace

from tk_desktop.domain.presentie import Presentie, zonder_punten
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.store.werkmap import Store


def remove_aanwezige(store: Store, presentie_id: str) -> None:
    """Take somebody from the list, with the interests they declared; raises ``VerslagVastgesteld``.

    Where only one of the times that they were there goes, the interests stay with another, and so do the volmachten
    that others gave them.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        require_concept(store, wie.vergadering_id)
        lijst = store.presenties.van_vergadering(wie.vergadering_id)
        blijft = next((een for een in lijst if een.persoon == wie.persoon and een.id != wie.id), None)
        for belang in store.belangen.van_vergadering(wie.vergadering_id) if blijft is not None else ():
            if blijft is not None and belang.presentie_id == wie.id:
                store.belangen.save(replace(belang, presentie_id=blijft.id))
        for gever in lijst:
            if gever.volmacht_id == wie.id:
                _naar_ander(store, gever, blijft)
        store.presenties.delete(presentie_id)


def leave_out_punten(store: Store, vergadering_id: str, weg: Collection[str]) -> None:
    """Set right who was there when, before these items leave the agenda of a meeting.

    Who came or left at one of them did so at the item beside it. Who was to be there for them alone was not: a guest
    goes from the list, and so does one of the times of somebody; a member is absent, and a volmacht ends.
    """
    rij = [punt.id for punt in store.opname(vergadering_id).agendapunten]
    for wie, blijft in zonder_punten(store.presenties.van_vergadering(vergadering_id), rij, weg):
        if blijft is not None:
            store.presenties.save(blijft)
        else:
            remove_aanwezige(store, wie.id)


def _naar_ander(store: Store, gever: Presentie, houder: Presentie | None) -> None:
    """Let a volmacht be held in another row of who has it; without one it ends, and who gave it was absent."""
    lijst = store.presenties.van_vergadering(gever.vergadering_id)
    if houder is not None:
        store.presenties.save(replace(gever, volmacht_id=houder.id))
    elif any(een.persoon == gever.persoon and een.id != gever.id for een in lijst):
        store.presenties.delete(gever.id)
    else:
        store.presenties.save(replace(gever, volmacht_id=None, van_punt_id=None, tot_punt_id=None))
