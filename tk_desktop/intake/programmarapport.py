"""Reading the report of a programme by itself: what it tells is looked at before anything of it is kept (N8)."""

from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.paper.cache import Bladcache


class GeenProgramma(TkError):
    """A file was to be taken over as a programme, and lists no projects and no bouwstenen."""

    code = "TK-I77"
    melding = "In ‘{bestand}’ staan geen projecten of bouwstenen die TK Desktop herkent."
    veilig = "Er is niets overgenomen."
    advies = "Neem een rapport met tabellen van projecten, of zet het programma zelf op in het scherm ‘Programma’."


def read_rapport(bron: Path, cache: Bladcache, map_: Path, lezer: Lezer, progress: Progress) -> Programmalezing:
    """Return what a report (PDF, text, workbook, csv) tells of a programme; layouts are those of the werkmap ``map_``.

    Raises ``GeenProgramma``, or what ``lees_bestanden`` raises; nothing is stored.
    """
    gelezen = lees_bestanden([bron], progress, cache=cache, wijze=Leeswijze(map=map_), lezer=lezer)
    lezing = next((een.programma for een in gelezen if een.programma is not None), None)
    if lezing is None:
        raise GeenProgramma(bestand=bron.name)
    return lezing
