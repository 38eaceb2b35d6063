"""Taking over a programme from a report by the window: read, looked over, and only then kept, in one step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.programme.programmainname import Programmainname
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.intake.programmarapport import read_rapport
from tk_desktop.paper.cache import Bladcache
from tk_desktop.programme.overnemen import keep_programma

_SOORTEN = "Rapporten en rekenbladen (*.pdf *.txt *.xlsx *.csv);;Alle bestanden (*)"


class Innamebediening(QObject):
    """Wires taking over a programme; ``overgenomen`` tells the id of the programme that it became."""

    overgenomen = Signal(str)

    def __init__(self, sessie: Sessie, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._ouder = ouder

    def vraag(self) -> None:
        """Ask for the file."""
        naam, _ = QFileDialog.getOpenFileName(self._ouder, "Programma uit een rapport overnemen", "", _SOORTEN)
        if naam:
            self.lees(Path(naam))

    def lees(self, pad: Path) -> None:
        """Read a report in the background, and show what it tells."""
        store, lezer = self._sessie.store, self._sessie.lezer
        cache, map_ = Bladcache(store.cache), store.map

        def werk(progress: Progress) -> Programmalezing:
            return read_rapport(pad, cache, map_, lezer, progress)

        self._sessie.op_achtergrond(werk, partial(self._toon, pad.name), met_store=False)

    def _toon(self, bestand: str, lezing: Programmalezing) -> None:
        scherm = Programmainname(bestand, lezing, self._sessie.store.programma.programmas.all(), self._ouder)
        scherm.overnemen.connect(self._neem_over)
        scherm.finished.connect(scherm.deleteLater)
        scherm.open()

    def _neem_over(self, lezing: Programmalezing, programma_id: str) -> None:
        store = self._sessie.store

        def klaar(stand: Programmastand) -> None:
            self.overgenomen.emit(stand.programma.id)
            self._sessie.gemeld.emit(f"‘{stand.programma.naam}’ is overgenomen.", True)

        self._sessie.doe(
            "Programma overnemen", lambda: keep_programma(store, lezing, programma_id or None), daarna=klaar
        )
