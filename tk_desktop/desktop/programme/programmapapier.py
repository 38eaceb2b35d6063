"""The papers of a programme that its screen makes; loaded when the first is asked, for it asks for large libraries."""

from datetime import date
from pathlib import Path

from tk_desktop.domain.programma import Programmaperiode, Project
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.export.bordblad import write_bord
from tk_desktop.export.dashboard import write_dashboard
from tk_desktop.export.halfjaar import write_halfjaarbericht, write_projectkaart
from tk_desktop.export.vorm import vorm_van


def write_rapport(stand: Programmastand, periode: Programmaperiode, doel: Path) -> Path:
    """Write the report over a period in the form that the file asks; raises what the use case raises."""
    return write_halfjaarbericht(stand, periode, doel, vorm_van(doel))


def write_kaart(stand: Programmastand, periode: Programmaperiode, project: Project, doel: Path) -> Path:
    """Write the card of a project in the form that the file asks; raises what the use case raises."""
    return write_projectkaart(stand, periode, project, doel, vorm_van(doel))


def write_rekenblad(stand: Programmastand, periode: Programmaperiode, doel: Path, op: date) -> Path:
    """Write the budget over a period as a workbook that computes; raises what the use case raises."""
    return write_begroting_xlsx(stand, periode, doel, op=op)


def write_overzicht(stand: Programmastand, periode: Programmaperiode, doel: Path) -> Path:
    """Write the page for the board in the form that the file asks; raises what the use case raises."""
    return write_dashboard(stand, periode, doel, vorm_van(doel))


def write_board(stand: Programmastand, periode: Programmaperiode, doel: Path) -> Path:
    """Write the board over a period in the form that the file asks; raises what the use case raises."""
    return write_bord(stand, periode, doel, vorm_van(doel))
