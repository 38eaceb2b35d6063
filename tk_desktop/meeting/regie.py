"""Keeping the chair's script, apart from everything that others read."""

from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.regie import Draaiboek, Regie
from tk_desktop.store.werkmap import Store


def regie_van(store: Store, punt_id: str) -> Regie:
    """Return the chair's script of one item; an empty one, not kept yet, when nothing was written."""
    return store.regies.van_punt(punt_id) or Regie(id=new_id(), agendapunt_id=store.agendapunten.get(punt_id).id)


def write_regie(
    store: Store,
    punt_id: str,
    *,
    inleiding: str = "",
    besluit: str = "",
    formulering: str = "",
    risico: str = "",
    notitie: str = "",
) -> Regie:
    """Keep the chair's script of one item and return it; one without a word is forgotten (B19)."""
    with store.transaction():
        regie = replace(
            regie_van(store, punt_id),
            inleiding=inleiding,
            besluit=besluit,
            formulering=formulering,
            risico=risico,
            notitie=notitie,
        )
        if regie.is_leeg:
            store.regies.delete(regie.id)
        else:
            store.regies.save(regie)
    return regie


def draaiboek(store: Store, vergadering_id: str) -> Draaiboek:
    """Return a meeting with the script of its items."""
    with store.transaction():
        return Draaiboek(opname=store.opname(vergadering_id), regie=store.regies.van_vergadering(vergadering_id))
