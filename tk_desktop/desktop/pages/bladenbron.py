"""Pages for a view, drawn on the worker thread: pypdfium2 allows one thread only."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.paper.bladbeeld import Beeld, always
from tk_desktop.paper.rendering import Bladenlezer, Maat

T = TypeVar("T")


class Bladenbron(Protocol):
    """Whom a view asks for pages; the answers come later, in the thread of the window."""

    def maten(self, bron: Pad, klaar: Callable[[Sequence[Maat]], None], mislukt: Callable[[TkError], None]) -> None:
        """Ask for the sizes of all pages."""

    def vraag(
        self,
        bron: Pad,
        pagina: int,
        schaal: float,
        klaar: Callable[[Beeld], None],
        mislukt: Callable[[TkError], None],
        *,
        donker: bool = False,
        nodig: Callable[[], bool] = always,
    ) -> None:
        """Ask for a page (from 0) with ``schaal`` pixels to a point, dark or as it is.

        ``nodig`` is asked in another thread; once it says no, ``mislukt`` tells an ``Onderbroken``.
        """

    def lees(
        self, vraag: Callable[[Bladenlezer], T], klaar: Callable[[T], None], mislukt: Callable[[TkError], None]
    ) -> None:
        """Ask something else of the open files: the words of a page, its links, the outline."""


class Achtergrondbron(QObject):
    """Gives pages from the worker thread, before the work that waits there."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._lezer = Bladenlezer()
        self._vragen: set[_Vraag] = set()

    def maten(self, bron: Pad, klaar: Callable[[Sequence[Maat]], None], mislukt: Callable[[TkError], None]) -> None:
        """Ask for the sizes of all pages."""
        self._stel(lambda _: self._lezer.maten(bron), klaar, mislukt)

    def vraag(
        self,
        bron: Pad,
        pagina: int,
        schaal: float,
        klaar: Callable[[Beeld], None],
        mislukt: Callable[[TkError], None],
        *,
        donker: bool = False,
        nodig: Callable[[], bool] = always,
    ) -> None:
        """Ask for a page (from 0) with ``schaal`` pixels to a point, dark or as it is.

        ``nodig`` is asked in another thread; once it says no, ``mislukt`` tells an ``Onderbroken``.
        """
        self._stel(
            lambda _: self._lezer.beeld(bron, pagina, schaal, donker=donker, nodig=nodig), klaar, mislukt, stopbaar=True
        )

    def lees(
        self, vraag: Callable[[Bladenlezer], T], klaar: Callable[[T], None], mislukt: Callable[[TkError], None]
    ) -> None:
        """Ask something else of the open files: the words of a page, its links, the outline."""
        self._stel(lambda _: vraag(self._lezer), klaar, mislukt)

    def laat_los(self, bron: Pad | None = None) -> None:
        """Let go of one file, or of all; call this inside a job before it replaces a file that may be looked at."""
        self._lezer.close(bron)

    def _stel(
        self,
        werk: Callable[[Progress], object],
        klaar: Callable[..., None],
        mislukt: Callable[[TkError], None],
        *,
        stopbaar: bool = False,
    ) -> None:
        vraag = _Vraag(klaar, mislukt, self._vragen)
        self._vragen.add(vraag)
        job = Job(werk, eerst=True)
        job.succeeded.connect(vraag.gelukt)
        job.failed.connect(vraag.mislukt)
        if stopbaar:
            job.stopped.connect(vraag.gestopt)
        job.finished.connect(vraag.voorbij)
        self._jobs.start_job(job)


class _Vraag(QObject):
    """One question that waits for its answer; lives in the thread of the window."""

    def __init__(self, klaar: Callable[..., None], mislukt: Callable[[TkError], None], open_: "set[_Vraag]") -> None:
        super().__init__()
        self._klaar = klaar
        self._mislukt = mislukt
        self._open = open_

    def gelukt(self, uitkomst: object) -> None:
        """Give the answer."""
        if _leeft(self._klaar):
            self._klaar(uitkomst)

    def mislukt(self, fout: TkError) -> None:
        """Tell why there is none."""
        if _leeft(self._mislukt):
            self._mislukt(fout)

    def gestopt(self) -> None:
        """Tell that nobody wanted the answer any more."""
        self.mislukt(Onderbroken())

    def voorbij(self) -> None:
        """Be forgotten."""
        self._open.discard(self)


def _leeft(hoorder: Callable[..., None]) -> bool:
    """Tell whether who asked is still there: a view may be gone before its answer comes."""
    doe = hoorder.func if isinstance(hoorder, partial) else hoorder
    wie = getattr(doe, "__self__", None)
    return not isinstance(wie, QObject) or isValid(wie)
