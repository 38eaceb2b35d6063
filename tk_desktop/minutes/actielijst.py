"""All acties and toezeggingen of the werkmap, each with where it comes from."""

from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.store.werkmap import Store


def list_acties(store: Store) -> tuple[Actiepost, ...]:
    """Return all actions with the body and the item they come from (I1, I8), to pick of with ``kies``."""
    gremia = {gremium.id: gremium.kort for gremium in store.gremia.all()}
    opnames: dict[str, Momentopname] = {}
    posten = []
    for actie in store.acties.all():
        opname = None
        if actie.vergadering_id is not None:
            opname = opnames.get(actie.vergadering_id) or store.opname(actie.vergadering_id)
            opnames[actie.vergadering_id] = opname
        uit, dicht = _uit(opname, actie.agendapunt_id)
        posten.append(
            Actiepost(actie=actie, gremium=gremia.get(actie.gremium_id, ""), uit=uit, besloten=actie.besloten or dicht)
        )
    return tuple(posten)


def _uit(opname: Momentopname | None, punt_id: str | None) -> tuple[str, bool]:
    """Return where an action comes from in words, and whether that is behind closed doors."""
    if opname is None:
        return "", False
    nummer = opname.nummers.get(punt_id or "")
    if nummer is None:
        return opname.kort, False
    return f"{opname.kort}, punt {nummer}", opname.is_besloten(opname.punt(punt_id or ""))
