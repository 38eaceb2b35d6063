"""The rule that a verslag that was approved is only set right, never rewritten."""

from tk_desktop.store.werkmap import Store


def require_concept(store: Store, vergadering_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of a meeting was approved (H6, H10)."""
    verslag = store.verslagen.van_vergadering(vergadering_id)
    if verslag is not None:
        verslag.require_concept()


def require_concept_at(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of the meeting of an item was approved."""
    require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
