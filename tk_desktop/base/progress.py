"""Progress of long work, and its cancelling."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tk_desktop.base.errors import Onderbroken

T = TypeVar("T")


class Progress:
    """Tells a listener how far the work is, and stops the work when asked.

    The listener gets ``(what, done, total)``; without one nobody is told. ``stopped`` is asked at every step; when
    it answers true, ``Onderbroken`` is raised inside the work, so that every ``with`` cleans up.
    """

    def __init__(
        self,
        listener: Callable[[str, int, int], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        self._listener = listener
        self._stopped = stopped

    def step(self, wat: str, gedaan: int, totaal: int) -> None:
        """Tell that ``gedaan`` of ``totaal`` is done; raises ``Onderbroken`` after a cancel."""
        self.check()
        if self._listener is not None:
            self._listener(wat, gedaan, totaal)

    def check(self) -> None:
        """Raise ``Onderbroken`` after a cancel, where there is nothing to tell."""
        if self.is_stopped():
            raise Onderbroken

    def is_stopped(self) -> bool:
        """Tell whether the work was cancelled."""
        return self._stopped is not None and self._stopped()

    def each(self, dingen: Sequence[T], wat: str) -> Iterator[T]:
        """Yield each thing, telling before each one how many are done."""
        for nummer, ding in enumerate(dingen):
            self.step(wat, nummer, len(dingen))
            yield ding
        self.step(wat, len(dingen), len(dingen))
