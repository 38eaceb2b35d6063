"""All acties and toezeggingen of the werkmap, each with where it comes from."""

from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.store.werkmap import Store


def list_acties(store: Store, *, gremium_id: str | None = None) -> tuple[Actiepost, ...]:
    """Return all actions, or those of one body, with the body and the item they come from (I1, I8).

    What a list shows is picked of them with ``kies``.
    """
    gremia = {gremium.id: gremium.kort for gremium in store.gremia.all()}
    agendas: dict[str, Momentopname] = {}

    def agenda(vergadering_id: str) -> Momentopname:
        if vergadering_id not in agendas:
            agendas[vergadering_id] = _agenda(store, vergadering_id)
        return agendas[vergadering_id]

    posten = []
    for actie in store.acties.all():
        if gremium_id not in (None, actie.gremium_id):
            continue
        uit, dicht = "", False
        if actie.vergadering_id is not None:
            uit, dicht = _uit(agenda(actie.vergadering_id), actie.agendapunt_id)
        terug = ""
        if actie.terug_punt_id is not None:
            terug, _ = _uit(agenda(store.agendapunten.get(actie.terug_punt_id).vergadering_id), actie.terug_punt_id)
        posten.append(
            Actiepost(
                actie=actie,
                gremium=gremia.get(actie.gremium_id, ""),
                uit=uit,
                terug=terug,
                besloten=actie.is_dicht or dicht,
                vast=dicht,
            )
        )
    return tuple(posten)


def _agenda(store: Store, vergadering_id: str) -> Momentopname:
    """Return the items of a meeting alone, numbered: papers say nothing of where an action comes from."""
    vergadering = store.vergaderingen.get(vergadering_id)
    punten = store.agendapunten.van_vergadering(vergadering_id)
    return Momentopname.maak(store.gremia.get(vergadering.gremium_id), vergadering, agendapunten=punten)


def _uit(agenda: Momentopname, punt_id: str | None) -> tuple[str, bool]:
    """Return where an action comes from in words, and whether that is behind closed doors."""
    nummer = agenda.nummers.get(punt_id or "")
    if nummer is None:
        return agenda.kort, punt_id in agenda.afgevoerd.besloten
    return f"{agenda.kort}, punt {nummer}", agenda.is_besloten(agenda.punt(punt_id or ""))
