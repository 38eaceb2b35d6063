"""The store of one worker thread, kept between jobs: opening it takes longer than most of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tk_desktop.store.werkmap import Store


class EigenStore:
    """Lends a store to one job after another, all in the thread that opened it.

    What a job leaves behind goes no further: one that fails or is stopped, or has not ended its transaction, closes it.
    """

    def __init__(self) -> None:
        self._openen: Callable[[], Store] | None = None
        self._store: Store | None = None

    @contextmanager
    def leen(self, openen: Callable[[], Store]) -> Iterator[Store]:
        """Give a store as ``openen`` opens it; the one of before when that was opened in the same way."""
        if self._store is None or self._openen != openen:
            self.sluit()
            self._store, self._openen = openen(), openen
        try:
            yield self._store
        except BaseException:
            self.sluit()
            raise
        if not self._store.kom_tot_rust():
            self.sluit()

    def sluit(self) -> None:
        """Close what is open; nothing of the werkmap is in its memory any more."""
        if self._store is not None:
            self._store.close()
        self._store = self._openen = None
