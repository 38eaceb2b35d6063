"""Work in the background: worker threads, with progress and a stop."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from queue import PriorityQueue

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from tk_desktop.base.errors import GeheugenVol, Onderbroken, TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.logboek import ProgrammaFout, noteer
from tk_desktop.desktop.session.eigen_store import EigenStore
from tk_desktop.store.werkmap import Store

_VUILNIS = 500
"""Milliseconds between two looks whether there is garbage to collect."""
_BEURT = 0.0005
"""Seconds after which Python lets another thread go on: with its own 5 ms a page turned in twice the time."""


class Job(QObject):
    """One piece of work; its signals arrive in the thread of the window.

    ``stepped`` tells what is done, how far and of how many. Then comes one of ``succeeded`` (with the result),
    ``failed`` (with a ``TkError``) and ``stopped``, and after it always ``finished``. ``eerst`` lets it pass work that
    waits in its queue; ``wacht`` says that it waits for another program and reads no PDF, so that it may run beside
    the work that does.
    """

    stepped = Signal(str, int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    finished = Signal()
    _bericht = Signal(object)

    def __init__(
        self,
        werk: Callable[..., object],
        *,
        openen: Callable[[], Store] | None = None,
        eerst: bool = False,
        wacht: bool = False,
    ) -> None:
        super().__init__()
        self.eerst = eerst
        self.wacht = wacht
        self._openen = openen
        self._werk = werk
        self._gestopt = False
        self._gesloten = False
        self._bericht.connect(self._geef_door)

    @classmethod
    def met_store(cls, openen: Callable[[], Store], werk: Callable[[Store, Progress], object]) -> "Job":
        """Return a job whose work gets the store of its thread (``Store.again``) too."""
        return cls(werk, openen=openen)

    def stop(self) -> None:
        """Ask the work to stop: it ends at its next step, with nothing half left behind."""
        self._gestopt = True

    def sluit(self) -> None:
        """Stop, and tell nothing any more: not even what was done already and is still on its way to the window."""
        self._gestopt = self._gesloten = True

    def voer_uit(self, eigen: EigenStore) -> None:
        """Do the work, in the thread that calls and has that store."""
        progress = Progress(self._stap, self._moet_stoppen)
        try:
            progress.step("", 0, 0)
            uitkomst = self._doe(eigen, progress)
        except Onderbroken:
            self._bericht.emit(self.stopped.emit)
        except TkError as fout:
            self._bericht.emit(partial(self.failed.emit, fout))
        except MemoryError:
            self._bericht.emit(partial(self.failed.emit, GeheugenVol()))
        except Exception as fout:
            noteer(fout)
            self._bericht.emit(partial(self.failed.emit, ProgrammaFout()))
        else:
            self._bericht.emit(partial(self.succeeded.emit, uitkomst))
        self._bericht.emit(self.finished.emit)

    def _doe(self, eigen: EigenStore, progress: Progress) -> object:
        if self._openen is None:
            return self._werk(progress)
        with eigen.leen(self._openen) as store:
            return self._werk(store, progress)

    def _stap(self, wat: str, gedaan: int, totaal: int) -> None:
        self._bericht.emit(partial(self.stepped.emit, wat, gedaan, totaal))

    def _geef_door(self, bericht: Callable[[], None]) -> None:
        """Tell the window, in its own thread, as long as it listens."""
        if not self._gesloten:
            bericht()

    def _moet_stoppen(self) -> bool:
        return self._gestopt


class Jobs(QObject):
    """Two worker threads: one for all that reads PDFs, one for work that waits for another program.

    In each of them jobs run in the order they came, those that say ``eerst`` before the others. As long as it lives,
    Python collects its garbage in the thread of the window alone: a widget in a circle of references that is destroyed
    by a worker takes the program with it. And as long threads take short turns, so that the window never waits for a
    worker that computes.
    """

    def __init__(self) -> None:
        super().__init__()
        self._banen = {wacht: _Baan() for wacht in (False, True)}
        self._bezig: set[Job] = set()
        self._vorige: dict[bool, Job] = {}  # kept until the worker surely let go, so that it is destroyed here
        self._vuilnis = QTimer(self)
        self._vuilnis.setInterval(_VUILNIS)
        self._vuilnis.timeout.connect(_ruim_op)
        self._gesloten = False

    def start_job(self, job: Job) -> None:
        """Put a job in the queue; after ``sluit`` nothing is done any more.

        Connect to its signals first: it may be done before this returns.
        """
        if self._gesloten:
            return
        self._bezig.add(job)
        job.finished.connect(self._klaar)
        gc.disable()
        sys.setswitchinterval(_BEURT)
        self._vuilnis.start()
        self._banen[job.wacht].zet(job)

    @property
    def gesloten(self) -> bool:
        """Whether all work has ended for good: news of it that comes later finds the store closed."""
        return self._gesloten

    def sluit(self) -> None:
        """Stop all work and wait until the threads have ended; nobody hears of it any more, for the werkmap closes."""
        self._gesloten = True
        for job in self._bezig:
            job.sluit()
        for baan in self._banen.values():
            baan.sluit()
        self._vuilnis.stop()
        gc.enable()

    def _klaar(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._bezig.discard(job)
            self._vorige[job.wacht] = job


class _Baan(QThread):
    """One worker thread with its queue."""

    def __init__(self) -> None:
        super().__init__()
        self._rij: PriorityQueue[tuple[int, int, Job | None]] = PriorityQueue()
        self._nummers = count()

    def zet(self, job: Job) -> None:
        """Put a job in the queue."""
        self._rij.put((0 if job.eerst else 1, next(self._nummers), job))
        if not self.isRunning():
            self.start()

    def sluit(self) -> None:
        """Wait until what was stopped has ended."""
        self._rij.put((2, next(self._nummers), None))
        self.wait()

    def run(self) -> None:
        """Do the jobs, one after another; the store that they share closes with the thread."""
        eigen = EigenStore()
        while True:
            _, _, job = self._rij.get()
            if job is None:
                eigen.sluit()
                return
            job.voer_uit(eigen)
            del job  # before the next one is waited for: what remains of it belongs to the window


def _ruim_op() -> None:
    """Collect garbage when there is enough of it, youngest generations first, as Python itself would."""
    for generatie in (2, 1, 0):
        if gc.get_count()[generatie] > gc.get_threshold()[generatie]:
            gc.collect(generatie)
            return
