"""A member who goes during a meeting, and whose seat another takes from the next item on (A15, G1)."""

from dataclasses import replace
from datetime import time

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import only_id
from tk_desktop.domain.presentie import Hoedanigheid, Presentie
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.minutes.presentie import NaamNodig, end_volmachten, leave, place_after, require_seat
from tk_desktop.store.werkmap import Store


class VervangenOnmogelijk(TkError):
    """Somebody was to be replaced from an item on who has no seat, or was not there before it."""

    code = "TK-B91"
    melding = "{naam} kan zich vanaf punt {nummer} niet laten vervangen."
    veilig = "Er is niets gewijzigd."
    advies = "Alleen een lid met een stem dat eerder in de vergadering was, gaat weg en laat zich vervangen."


def leave_to_vervanger(store: Store, presentie_id: str, naam: str, vanaf: str, *, om: time | None = None) -> Presentie:
    """Let somebody sit in a member's place from an item on, with their vote, and return that row.

    The member was there until the item before it, and left then unless they had left already; a volmacht that they gave
    from that item on ends, for a seat has one vote. Raises ``NaamNodig``, ``VervangenOnmogelijk``, ``ZetelDubbel`` or
    ``VerslagVastgesteld``.
    """
    if not naam.strip():
        raise NaamNodig
    with store.transaction():
        lid = store.presenties.get(presentie_id)
        require_concept(store, lid.vergadering_id)
        opname = store.opname(lid.vergadering_id)
        rij = [punt.id for punt in opname.agendapunten]
        plek = rij.index(vanaf)
        was_er = lid.aanwezig and lid.grenzen(rij)[0] < plek
        if not was_er or not lid.heeft_stem or lid.lid_id is None:
            raise VervangenOnmogelijk(naam=lid.naam, nummer=str(opname.nummers[vanaf]))
        end_volmachten(store, lid, vanaf)
        if lid.is_bij(vanaf, rij):
            leave(store, lid.id, rij[plek - 1], om=om)
        er_voor = replace(
            lid,
            id=only_id("vervanger", lid.vergadering_id, lid.zetel, vanaf),
            volgorde=place_after(store, lid),
            naam=" ".join(naam.split()),
            hoedanigheid=Hoedanigheid.VERVANGER,
            functie="",
            van_punt_id=vanaf,
            tot_punt_id=None,
            gekomen=om,
            vertrokken=None,
        )
        store.presenties.save(er_voor)
        require_seat(store, er_voor)
    return er_voor
