"""Looking in the window whether everybody can read a paper: its file is read beside other work."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.leesrapportscherm import Leesrapportscherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.toegankelijk import Leesrapport, report_accessibility
from tk_desktop.store.werkmap import Store


class Leesrapportbediening(QObject):
    """Wires the report on the newest file of one paper."""

    def __init__(self, sessie: Sessie, stuk_id: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._stuk_id = stuk_id
        self.scherm = Leesrapportscherm(sessie.store.stukken.get(stuk_id).titel, ouder)
        self.scherm.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setParent(self.scherm)

    def open(self) -> None:
        """Show the window, and look at the file."""
        stuk_id = self._stuk_id

        def werk(store: Store, progress: Progress) -> Leesrapport:
            return report_accessibility(store, stuk_id, progress)

        self.scherm.open()
        self._sessie.op_achtergrond(werk, self._toon, mislukt=self._mislukt)

    def _toon(self, rapport: Leesrapport) -> None:
        self.scherm.toon(rapport.regels, rapport.brief)

    def _mislukt(self, fout: TkError) -> None:
        self.scherm.meld(fout.zin)
