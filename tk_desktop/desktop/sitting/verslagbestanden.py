"""The papers of a meeting that was held as files; loaded when they are asked for."""

from dataclasses import replace
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.sitting.verslagkeuze import Verslagkeuze
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.zittingpapieren import plan_papieren
from tk_desktop.minutes.zittingstof import gather_zittingstof
from tk_desktop.store.werkmap import Store


def write_papieren(
    store: Store, vergadering_id: str, keuze: Verslagkeuze, map_: Path, progress: Progress, *, exemplaar: str = ""
) -> tuple[Path, ...]:
    """Write the papers that were asked into a folder and return the files, those for everybody first.

    ``exemplaar`` stands on the closed ones. A file that is there already is replaced, never one that was just made: two
    of one name raise ``ValueError``. Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    stof = replace(gather_zittingstof(store, vergadering_id), exemplaar=exemplaar)
    vormen = [vorm for vorm, mee in ((Vorm.PDF, keuze.pdf), (Vorm.WORD, keuze.word)) if mee]
    open_ = (stof.zonder_namen() if keuze.zonder_namen else stof).voor_iedereen()
    taken = [*plan_papieren(open_, keuze.openbaar), *plan_papieren(stof, keuze.besloten)]
    if len({taak.naam for taak in taken}) < len(taken):
        raise ValueError("twee papieren met één naam")
    werk = [(taak, vorm) for taak in taken for vorm in vormen]
    return tuple(taak.write(map_, vorm) for taak, vorm in progress.each(werk, "Papieren"))
