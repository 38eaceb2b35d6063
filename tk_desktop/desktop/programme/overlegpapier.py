"""The papers of the planning that the window makes; loaded when the first is asked, for it asks for large libraries."""

from datetime import date
from pathlib import Path

from tk_desktop.domain.overleg import Overlegstand
from tk_desktop.export.overlegblad import write_overleg
from tk_desktop.export.overlegics import write_overleg_ics
from tk_desktop.export.vorm import Vorm


def write(stand: Overlegstand, doel: Path, op: date) -> Path:
    """Write the planning in the form that the file asks; raises what the use case raises."""
    if doel.suffix.lower() == ".ics":
        return write_overleg_ics(stand, doel, op=op)
    return write_overleg(stand, doel, Vorm(doel.suffix.lower()), op=op)
