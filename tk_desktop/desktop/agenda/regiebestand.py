"""The chair's script as a file; loaded when it is asked for."""

from pathlib import Path

from tk_desktop.export.regie import write_regie
from tk_desktop.meeting.regie import draaiboek
from tk_desktop.store.werkmap import Store


def write_script(store: Store, vergadering_id: str, doel: Path) -> Path:
    """Write the script of a meeting for the chair alone."""
    return write_regie(draaiboek(store, vergadering_id), doel)
