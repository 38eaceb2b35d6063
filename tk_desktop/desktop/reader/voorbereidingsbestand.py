"""The sheet of a reader's preparation as a file; loaded when it is asked for."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tk_desktop.base.files import aside
from tk_desktop.base.kluispad import P, Pad
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.export.voorbereidingsblad import write_voorbereidingsblad
from tk_desktop.reading.voorbereidingen import load_voorbereidingen
from tk_desktop.store.werkmap import Store


def write_blad(store: Store, opname: Momentopname, lezer: str, doel: P, versies: Mapping[str, str]) -> P:
    """Write what a reader prepared for a meeting on one page; ``versies`` are those that are read now."""
    return write_voorbereidingsblad(opname, load_voorbereidingen(store, opname, lezer, versies), doel, lezer=lezer)


@contextmanager
def tijdelijk_blad(store: Store, opname: Momentopname, lezer: str, versies: Mapping[str, str]) -> Iterator[Pad]:
    """Give the sheet as a file that is gone after the block, as protected as the werkmap: own notes stay there."""
    with aside(store.cache) as map_:
        yield write_blad(store, opname, lezer, map_ / "voorbereiding.pdf", versies)
