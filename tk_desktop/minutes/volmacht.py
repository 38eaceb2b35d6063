"""Volmacht: a member who is absent lets another member vote in their place (G5)."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.domain.presentie import Presentie
from tk_desktop.minutes.concept import require_concept
from tk_desktop.store.werkmap import Store


class VolmachtOnmogelijk(TkError):
    """A volmacht was to be given to who cannot vote by it, or by who has no vote to give."""

    code = "TK-B79"
    melding = "{van} kan geen volmacht geven aan ‘{aan}’. Er is niets gewijzigd."
    advies = "Kies een ander lid dat aanwezig is en stemrecht heeft; een lid met een vervanger geeft geen volmacht."


def give_volmacht(store: Store, presentie_id: str, naam: str) -> Presentie:
    """Let the member of that name who is there vote for one who is absent from now on, and return the absent one's row.

    Coming in, or telling again that one is absent, takes it back. Raises ``VolmachtOnmogelijk`` or
    ``VerslagVastgesteld``.
    """
    with store.transaction():
        wie = store.presenties.get(presentie_id)
        require_concept(store, wie.vergadering_id)
        lijst = store.presenties.van_vergadering(wie.vergadering_id)
        gezocht = " ".join(naam.split()).casefold()
        anderen = [een for een in lijst if een.persoon != wie.persoon and een.aanwezig]
        aan = next((een for een in anderen if een.naam.casefold() == gezocht and een.stemgewicht), None)
        vervangen = any(een.zetel == wie.zetel for een in anderen)
        if aan is None or vervangen or not wie.stemgewicht:
            raise VolmachtOnmogelijk(van=wie.naam, aan=naam.strip())
        gegeven = replace(
            wie,
            aanwezig=False,
            met_bericht=True,
            van_punt_id=None,
            tot_punt_id=None,
            gekomen=None,
            vertrokken=None,
            volmacht_id=aan.id,
        )
        store.presenties.save(gegeven)
    return gegeven
