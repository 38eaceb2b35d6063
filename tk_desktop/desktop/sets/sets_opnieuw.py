"""Sets that were sent, made again after lifting; loaded when they are asked for."""

from collections.abc import Sequence
from pathlib import Path

from tk_desktop.base.progress import Progress
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.opnieuw import Opnieuw, assemble_again
from tk_desktop.store.werkmap import Store


def write_again(store: Store, sets: Sequence[Opnieuw], map_: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the sets into a folder and return the files; one of the same name is replaced. Raises as ``write_pdf``."""
    uit = []
    for opnieuw in progress.each(sets, "Sets opnieuw maken"):
        plan = assemble_again(store, opnieuw)
        doel = map_ / f"{bestandsnaam(plan.opname, f'vergaderset {opnieuw.variant}')}.pdf"
        write_pdf(plan, doel, bestand=store.bestanden.open, cache=store.map / "cache")
        uit.append(doel)
    return tuple(uit)
