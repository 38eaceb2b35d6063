"""Bringing an action or a promise back on an agenda: ‘stand van zaken’ as an item of a later meeting (I3, I4)."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.actie import Actie
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.vergadering import Status, Vergadering
from tk_desktop.meeting.aanhouden import place_before_closing
from tk_desktop.store.werkmap import Store


class GeenVolgendeVergadering(TkError):
    """An action was to come back in a next meeting, and none is planned."""

    code = "TK-B78"
    melding = "Er is nog geen volgende vergadering van {gremium} waarin deze actie kan terugkomen."
    advies = "Maak de vergadering eerst (Ctrl+Shift+N). Er is niets gewijzigd."


def bring_back(store: Store, actie_id: str) -> Actie:
    """Put an action on the agenda of the next meeting of its body, before the closing items, and return it.

    The item goes on from the one at which the action was agreed; a closed action comes back closed. One that stands on
    a next agenda already stays as it is. Raises ``GeenVolgendeVergadering``.
    """
    with store.transaction():
        actie = store.acties.get(actie_id)
        gremium = store.gremia.get(actie.gremium_id)
        later = _volgende(store, actie)
        if later is None:
            raise GeenVolgendeVergadering(gremium=gremium.kort)
        al = {punt.id for punt in store.agendapunten.van_vergadering(later.id)}
        if actie.terug_punt_id in al:
            return actie
        punt = Agendapunt(
            id=new_id(),
            vergadering_id=later.id,
            volgorde=place_before_closing(store, store.opname(later.id)),
            titel=f"{actie.soort.value.capitalize()}: {actie.tekst.rstrip('.')}",
            behandeling=frozenset({Behandeling.KENNISNAME}),
            besloten=actie.is_dicht,
            herkomst_id=actie.agendapunt_id,
        )
        store.agendapunten.save(punt)
        terug = replace(actie, terug_punt_id=punt.id)
        store.acties.save(terug)
    return terug


def _volgende(store: Store, actie: Actie) -> Vergadering | None:
    """Return the first planned meeting of the body after the day on which the action was agreed."""
    later = (een for een in store.vergaderingen.van_gremium(actie.gremium_id) if een.datum > actie.ontstaan)
    return next((een for een in later if een.status is Status.GEPLAND and een.begonnen is None), None)
