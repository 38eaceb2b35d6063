"""The agenda of a meeting that was held: what its verslag tells of is not changed behind its back (H6)."""

from tk_desktop.store.werkmap import Store


def require_concept(store: Store, vergadering_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of a meeting was approved (H6, H10)."""
    verslag = store.verslagen.van_vergadering(vergadering_id)
    if verslag is not None:
        verslag.require_concept()


def require_concept_at(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of the meeting of an item was approved (H6, H10)."""
    require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
