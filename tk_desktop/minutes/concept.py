"""The rule that a verslag that was approved is only set right, never rewritten."""

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import kort
from tk_desktop.domain.verslag import Verslagstaat
from tk_desktop.store.werkmap import Store


class VerslagVastgesteld(TkError):
    """What an approved verslag says was to be changed without a trace."""

    code = "TK-B09"
    melding = "Het verslag is vastgesteld op {datum} en wordt niet meer gewijzigd. Er is niets gewijzigd."
    advies = "Leg een correctie vast; die blijft zichtbaar bij wat er stond."


def require_concept(store: Store, vergadering_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of a meeting was approved (H6, H10)."""
    verslag = store.verslagen.van_vergadering(vergadering_id)
    if verslag is not None and verslag.staat is Verslagstaat.VASTGESTELD:
        datum = kort(verslag.vastgesteld_op) if verslag.vastgesteld_op else "een eerdere dag"
        raise VerslagVastgesteld(datum=datum)


def require_concept_at(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of the meeting of an item was approved."""
    require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
