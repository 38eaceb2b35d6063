"""The rule that a verslag that was approved is only set right, never rewritten."""

from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.store.werkmap import Store

__all__ = ["require_concept", "require_concept_at"]


def require_concept_at(store: Store, punt_id: str) -> None:
    """Raise ``VerslagVastgesteld`` when the verslag of the meeting of an item was approved."""
    require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
