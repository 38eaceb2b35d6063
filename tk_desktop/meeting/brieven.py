"""Writing the letter that invites to a meeting."""

from collections.abc import Callable
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.gremium import met_lidwoord
from tk_desktop.domain.termijnen import Termijnsoort, termijnen
from tk_desktop.domain.vergadering import Uitnodigingsbrief
from tk_desktop.domain.verwijzing import koppel
from tk_desktop.meeting.briefkopie import MELDT_AF, NODIGT_UIT
from tk_desktop.store.werkmap import Store


def start_brief(store: Store, vergadering_id: str) -> Uitnodigingsbrief:
    """Return the letter of a meeting; one that has none gets one, with what the meeting tells filled in (D18)."""
    with store.transaction():
        er_is = store.brieven.van_vergadering(vergadering_id)
        if er_is is not None:
            return er_is
        vergadering = store.vergaderingen.get(vergadering_id)
        gremium = store.gremia.get(vergadering.gremium_id)
        dagen = {termijn.soort: termijn.dag for termijn in termijnen(gremium, vergadering.datum)}
        secretaris = store.personen.get(vergadering.secretaris_id) if vergadering.secretaris_id else None
        brief = Uitnodigingsbrief(
            id=new_id(),
            vergadering_id=vergadering_id,
            aan=f"de leden van {met_lidwoord(gremium.naam)}",
            onderwerp=f"Uitnodiging {gremium.naam}",
            tekst=f"{NODIGT_UIT}\n\n{MELDT_AF}",
            datum=dagen[Termijnsoort.VERZENDEN],
            verhindering_uiterlijk=dagen[Termijnsoort.VERHINDERING],
            behandeld_door=secretaris.naam if secretaris else "",
            ondertekenaar=secretaris.naam if secretaris else "",
            functie="secretaris" if secretaris else "",
        )
        store.brieven.save(brief)
    return brief


def write_brief(
    store: Store, vergadering_id: str, wijzig: Callable[[Uitnodigingsbrief], Uitnodigingsbrief]
) -> Uitnodigingsbrief:
    """Change the letter of a meeting and return it; every ‘agendapunt 2a’ in it is tied to that item (B3)."""
    with store.transaction():
        brief = wijzig(start_brief(store, vergadering_id))
        gekoppeld = replace(brief, tekst=koppel(brief.tekst, store.opname(vergadering_id).nummers))
        store.brieven.save(gekoppeld)
    return gekoppeld
