"""A year out of and into a calendar file, an agenda out of and into a spreadsheet; loaded when it is asked for."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.agendacsv import write_csv
from tk_desktop.export.ics import write_ics
from tk_desktop.intake.agendacsv import lees_agendalijst
from tk_desktop.intake.ics import lees_ics
from tk_desktop.pack.samenstellen import agenda_for
from tk_desktop.store.werkmap import Store


def read_calendar(pad: Path, lezer: Lezer, progress: Progress) -> Sequence[Afspraak | ZonderDag]:
    """Return the appointments in a file; raises the ``TkError`` of a file that is none."""
    return lezer.doe(pad.name, partial(lees_ics, pad), progress)


def write_calendar(regels: Sequence[Kalenderregel], doel: Path, *, met_termijnen: bool) -> Path:
    """Write meetings, with their deadlines when asked."""
    return write_ics(regels, doel, met_termijnen=met_termijnen)


def read_agenda(pad: Path, lezer: Lezer, progress: Progress) -> Sequence[Puntregel]:
    """Return the items that a spreadsheet lists; raises the ``TkError`` of a file that is no agenda."""
    return lezer.doe(pad.name, partial(lees_agendalijst, pad), progress)


def write_agenda(store: Store, vergadering_id: str, doelgroep: Doelgroep, doel: Path) -> Path:
    """Write an agenda, as these readers may see it, as a spreadsheet; raises ``BeslotenGenoemd``."""
    return write_csv(agenda_for(store, vergadering_id, doelgroep), doel)
