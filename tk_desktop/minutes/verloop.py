"""The course of a meeting: begun, which item is dealt with, suspended, resumed and closed."""

from dataclasses import replace
from datetime import time

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import next_id, only_id
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.verslag import Puntverslag, Schorsing
from tk_desktop.domain.zitting import Zitting
from tk_desktop.meeting.gehouden import require_concept, require_concept_at
from tk_desktop.minutes.presentie import prepare_presentie
from tk_desktop.store.werkmap import Store


class NietGeschorst(TkError):
    """A meeting was to be resumed while it was not suspended, or suspended while it was."""

    code = "TK-B05"
    melding = "De vergadering is {stand}."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk bovenin het scherm hoe de vergadering er voor staat."


def open_zitting(store: Store, vergadering_id: str, om: time) -> Zitting:
    """Begin a meeting, with the list of names ready, and return it; one that was begun keeps its time (A2, H3).

    Raises ``VerslagVastgesteld``, as every change of the course of a meeting does once its verslag was approved.
    """
    with store.transaction():
        prepare_presentie(store, vergadering_id)
        vergadering = store.vergaderingen.get(vergadering_id)
        if vergadering.begonnen is None:
            store.vergaderingen.save(replace(vergadering, begonnen=om))
        return store.zitting(vergadering_id)


def go_to_punt(store: Store, punt_id: str, om: time) -> Zitting:
    """Tell that an item is dealt with from now on, and return the meeting (G7).

    What was dealt with until now has ended; an item that one comes back to keeps when it began.
    """
    with store.transaction():
        vergadering_id = store.agendapunten.get(punt_id).vergadering_id
        require_concept(store, vergadering_id)
        zitting = store.zitting(vergadering_id)
        for ander in zitting.verslagen.values():
            if ander.begonnen is not None and ander.geeindigd is None and ander.agendapunt_id != punt_id:
                store.puntverslagen.save(replace(ander, geeindigd=om))
        dit = zitting.verslagen.get(punt_id) or Puntverslag(id=only_id("puntverslag", punt_id), agendapunt_id=punt_id)
        store.puntverslagen.save(replace(dit, begonnen=dit.begonnen or om, geeindigd=None))
        return store.zitting(vergadering_id)


def suspend(store: Store, vergadering_id: str, om: time) -> Schorsing:
    """Suspend a meeting and return the break; raises ``NietGeschorst`` when it is suspended already."""
    with store.transaction():
        require_concept(store, vergadering_id)
        if _lopend(store, vergadering_id) is not None:
            raise NietGeschorst(stand="al geschorst")
        eerder = [een.id for een in store.schorsingen.van_vergadering(vergadering_id)]
        schorsing = Schorsing(
            id=next_id(eerder, "schorsing", vergadering_id), vergadering_id=vergadering_id, begonnen=om
        )
        store.schorsingen.save(schorsing)
    return schorsing


def resume(store: Store, vergadering_id: str, om: time) -> Schorsing:
    """Resume a meeting and return the break that ended; raises ``NietGeschorst`` or ``SchorsingTerug``."""
    with store.transaction():
        require_concept(store, vergadering_id)
        lopend = _lopend(store, vergadering_id)
        if lopend is None:
            raise NietGeschorst(stand="niet geschorst")
        hervat = lopend.tot(om)
        store.schorsingen.save(hervat)
    return hervat


def close_zitting(store: Store, vergadering_id: str, om: time) -> Zitting:
    """End a meeting, with what still went on in it, and return it; it may be past midnight (G7).

    Raises ``EindeVoorBegin`` or ``SchorsingTerug``.
    """
    with store.transaction():
        require_concept(store, vergadering_id)
        vergadering = store.vergaderingen.get(vergadering_id)
        store.vergaderingen.save(replace(vergadering.gehouden(vergadering.begonnen, om), status=Status.GEHOUDEN))
        for punt in store.puntverslagen.van_vergadering(vergadering_id):
            if punt.begonnen is not None and punt.geeindigd is None:
                store.puntverslagen.save(replace(punt, geeindigd=om))
        lopend = _lopend(store, vergadering_id)
        if lopend is not None:
            store.schorsingen.save(lopend.tot(om))
        return store.zitting(vergadering_id)


def reopen_zitting(store: Store, vergadering_id: str) -> Zitting:
    """Tell that a meeting has not ended after all, and return it."""
    with store.transaction():
        require_concept(store, vergadering_id)
        vergadering = store.vergaderingen.get(vergadering_id)
        store.vergaderingen.save(replace(vergadering, geeindigd=None, status=Status.GEPLAND))
        return store.zitting(vergadering_id)


def set_tijden(
    store: Store,
    punt_id: str,
    *,
    geopend: time | None,
    gesloten: time | None,
    begonnen: time | None,
    geeindigd: time | None,
) -> Zitting:
    """Set right when a meeting and one item of it began and ended, and return the meeting (G7).

    A meeting that was not opened or not closed stays so, and one that was stays so without a time.
    Raises ``EindeVoorBegin``, ``PuntEindeVoorBegin`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        vergadering = store.vergaderingen.get(store.agendapunten.get(punt_id).vergadering_id)
        van = (geopend or vergadering.begonnen) if vergadering.begonnen is not None else None
        tot = (gesloten or vergadering.geeindigd) if vergadering.geeindigd is not None else None
        zitting = store.zitting(vergadering.id)
        store.vergaderingen.save(vergadering.gehouden(van, tot))
        dit = zitting.verslagen.get(punt_id) or Puntverslag(id=only_id("puntverslag", punt_id), agendapunt_id=punt_id)
        store.puntverslagen.save(dit.op_tijd(begonnen, geeindigd, zitting.opname.nummers[punt_id]))
        return store.zitting(vergadering.id)


def _lopend(store: Store, vergadering_id: str) -> Schorsing | None:
    return next((een for een in store.schorsingen.van_vergadering(vergadering_id) if een.hervat is None), None)
