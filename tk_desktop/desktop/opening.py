"""Opening a werkmap behind a window that stands already."""

from collections.abc import Iterator
from contextlib import contextmanager

from tk_desktop.desktop.bediening import Bediening
from tk_desktop.desktop.eerste_start import begin
from tk_desktop.desktop.jobs import Jobs
from tk_desktop.desktop.logboek import open_logboek
from tk_desktop.desktop.main_window import Venster
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.store.slot import werkmap_slot
from tk_desktop.store.werkmap import Store


@contextmanager
def open_werkmap(venster: Venster, *, voorbeeld: bool = False) -> Iterator[Bediening]:
    """Wire a window to its werkmap; a new one is made, after asking who works here or with the sample in it.

    Raises what ``werkmap_slot`` and ``Store.open`` raise, or ``Onderbroken`` when the user wants no new werkmap.
    """
    map_ = venster.voorkeuren.map
    begin(map_, venster.voorkeuren, voorbeeld=voorbeeld)
    jobs = Jobs()
    with werkmap_slot(map_), Store.open(map_) as store:
        open_logboek(map_)
        try:
            yield Bediening(venster, Sessie(store, jobs, venster.balk, venster.voorkeuren))
        finally:
            jobs.sluit()
