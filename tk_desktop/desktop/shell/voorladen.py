"""Loading the large libraries and the parts of the window while the user looks round, so that no first click waits."""

from collections import deque
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.jobs import Job, Jobs

_PAPIER = (
    "intake.omzetten",
    "intake.toevoegen",
    "intake.ontsluiten",
    "export.afdruk",
    "export.afdruknoten",
    "export.leesbestand",
    "export.notavoorbeeld",
    "export.pdf",
    "export.word",
    "export.zip",
    "minutes.rondes",
    "minutes.verslagen",
    "pack.bekijken_als",
    "pack.overzicht",
    "paper.rendering",
    "paper.version_pages",
    "reading.bladplekken",
    "reading.leesstanden",
    "reading.plaatsen",
)
"""What reads and writes papers, under the window: no module that knows Qt."""
_DELEN = (
    "agenda.stukken_lijst",
    "agenda.stukbediening",
    "pages.voorbeeldbediening",
    "nota.notastart",
    "sets.druk_werk",
    "sets.set_bediening",
    "pages.papierblad",
    "reader.bladgids",
    "reader.notitiebediening",
    "reader.versiebediening",
    "reader.lezerbediening",
    "sitting.tafelblad",
    "sitting.besluitbediening",
    "sitting.zittingbediening",
    "sitting.actiebediening",
    "sitting.registerbediening",
    "shell.zoekblad",
    "planning.jaarkalender",
    "bundels.uitwisselscherm",
    "nota.notabediening",
    "agenda.brief_paneel",
    "agenda.regie_paneel",
)
"""The parts of the window that stand on those, cut so that none keeps it waiting."""


class Voorlader(QObject):
    """Loads what a first click needs: libraries of papers on the worker thread, then parts of the window in its own.

    PySide6 makes a class of Qt when it is first named, and crashes when two threads do so at once: when parts were
    loaded on the worker, one start in sixty ended that way. A part costs the window some 20 ms, and keys go between.
    """

    klaar = Signal()

    def __init__(self, jobs: Jobs, ouder: QObject) -> None:
        super().__init__(ouder)
        self._delen = deque(_DELEN)
        self._straks = QTimer(self)
        self._straks.timeout.connect(self._laad_deel)
        self._job = Job(laad_papier)
        self._job.succeeded.connect(self._straks.start)
        QTimer.singleShot(0, self, lambda: jobs.start_job(self._job))  # the window comes first

    def _laad_deel(self) -> None:
        if self._delen:
            laad(self._delen.popleft())
        else:
            self._straks.stop()
            self.klaar.emit()


def laad_papier(progress: Progress) -> None:
    """Load what reads and writes papers; a window that is closed meanwhile waits for one module, not for all."""
    for naam in _PAPIER:
        progress.check()
        import_module(f"tk_desktop.{naam}")
