"""The papers of core tasks that the window makes; loaded when the first is asked, for it asks for large libraries."""

from datetime import date
from pathlib import Path

from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.export.scenarioblad import write_scenarios
from tk_desktop.export.scenariorekenblad import write_scenarios_xlsx
from tk_desktop.export.vorm import Vorm


def write(stand: Kernstand, doel: Path, op: date) -> Path:
    """Write the scenarios side by side in the form that the file asks; raises what the use case raises."""
    if doel.suffix.lower() == ".xlsx":
        return write_scenarios_xlsx(stand, doel, op=op)
    return write_scenarios(stand, doel, Vorm(doel.suffix.lower()), op=op)
