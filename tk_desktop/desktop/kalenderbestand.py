"""The year of a body out of and into a calendar file; loaded when it is asked for."""

from collections.abc import Sequence
from pathlib import Path

from tk_desktop.domain.afspraak import Afspraak
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.export.ics import write_ics
from tk_desktop.intake.ics import lees_ics


def read_calendar(pad: Path) -> Sequence[Afspraak]:
    """Return the appointments in a file; raises the ``TkError`` of a file that is none."""
    return lees_ics(pad)


def write_calendar(regels: Sequence[Kalenderregel], doel: Path) -> Path:
    """Write meetings with their deadlines."""
    return write_ics(regels, doel)
