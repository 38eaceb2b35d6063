"""The agenda as a tree: to choose, rename, time and move items, with the mouse or the keyboard."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from tk_desktop.desktop.agenda.agenda_model import PUNTEN, AgendaModel, Agendaregel
from tk_desktop.desktop.parts.boom import richt_in
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.slepen import maak_sleep

_VANAF = {AgendaModel.STUKKEN: 36, AgendaModel.TIJD: 51, AgendaModel.BEHANDELING: 62, AgendaModel.DUUR: 74}
"""Columns that go first when the list is narrow: from how many letters wide they are shown."""

_KRAP = 100
"""Letters wide under which papers are told in signs instead of words, and how items are treated in few letters."""


class AgendaLijst(QTreeView):
    """Shows one agenda. Gets its rows from a function; ``gekozen`` tells the item that the user went to."""

    gekozen = Signal(str)
    geopend = Signal(str)

    def __init__(self, load: Callable[[], Sequence[Agendaregel]], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._load = load
        self._komt_terug = False
        self.agenda = AgendaModel(self)
        self.setModel(self.agenda)
        richt_in(self, "Agenda", "Kolommen van de agenda", AgendaModel.TITEL)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        Lettermaat(self, lambda letters: self.setIndentation(letterbreedte(letters) * 2))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setColumnHidden(AgendaModel.OPMERKINGEN, True)
        self.selectionModel().currentRowChanged.connect(self._ging_naar)

    def reload(self) -> None:
        """Ask for the agenda again and show it; what was chosen stays chosen, and the place on the screen too."""
        regels = self._load()
        terug, self._komt_terug = self._komt_terug, False
        if self.agenda.toont(regels):
            return
        gekozen, huidig, stonden = self.gekozen_ids(), self.huidig_id(), self._ids()
        veld = QApplication.focusWidget()
        had_focus = veld is not None and (veld is self or self.isAncestorOf(veld))
        hoogte = self.verticalScrollBar().value()
        self.agenda.show(regels)
        self.setColumnHidden(AgendaModel.OPMERKINGEN, not any(regel.opmerkingen for regel in regels))
        self.expandAll()
        staan = self._ids()
        weer = [id_ for id_ in staan if id_ not in stonden] if terug else []
        if weer and set(stonden) & set(staan):
            gekozen, huidig = weer, weer[0]
        self._herstel_keuze(gekozen, _blijft(huidig, stonden, set(staan)))
        self.verticalScrollBar().setValue(hoogte)
        if had_focus:
            self.setFocus()

    def kies_wat_terugkomt(self) -> None:
        """Go to the items that the next look at the agenda brings back: an action was undone or done again."""
        self._komt_terug = True

    def huidig_id(self) -> str:
        """Return the id of the item the keyboard is on; empty when there is none."""
        index = self.currentIndex()
        return self.agenda.regel(index).id if index.isValid() else ""

    def gekozen_ids(self) -> list[str]:
        """Return the ids of the chosen items, in the order of the agenda."""
        return [self.agenda.regel(index).id for index in sorted(self.selectionModel().selectedRows(), key=_plaats)]

    def kies(self, punt_id: str, *ook: str) -> None:
        """Go to an item, and choose others with it."""
        index = self.agenda.index_van(punt_id)
        if index.isValid():
            vlag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, vlag.ClearAndSelect | vlag.Rows)  # whatever keys are held
            for ander in ook:
                self.selectionModel().select(self.agenda.index_van(ander), vlag.Select | vlag.Rows)
            self.scrollTo(index)

    def bewerk_titel(self) -> None:
        """Let the user type the title of the item the keyboard is on."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index.siblingAtColumn(AgendaModel.TITEL))

    def leg_vast(self) -> None:
        """End typing in a cell and keep what was typed, before a command does something else."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the item with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() is not QAbstractItemView.State.EditingState and self.huidig_id():
                self.geopend.emit(self.huidig_id())
            return
        super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen items."""
        regels = [self.agenda.regel(index) for index in sorted(self.selectionModel().selectedRows(), key=_plaats)]
        if not regels:
            return
        woorden = f"{regels[0].nummer} {regels[0].titel}" if len(regels) == 1 else f"{len(regels)} agendapunten"
        sleep = maak_sleep(self, self.agenda.mimeData(self.selectedIndexes()), woorden)
        sleep.exec(supportedActions, self.defaultDropAction())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let items fall between items, and papers and files on one, wherever on its row they are let go."""
        self.setDragDropOverwriteMode(not event.mimeData().hasFormat(PUNTEN))
        super().dragEnterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns for which there is no room, so that the subject can be read."""
        letters = self.width() / letterbreedte(self.fontMetrics())
        for kolom, vanaf in _VANAF.items():
            self.setColumnHidden(kolom, letters < vanaf)
        self.agenda.toon_krap(krap=letters < _KRAP)
        super().resizeEvent(event)

    def _ids(self) -> list[str]:
        """Return the ids of all items, in the order of the agenda."""
        return [regel.id for regel in self.agenda.regels]

    def _herstel_keuze(self, gekozen: Sequence[str], huidig: str) -> None:
        keuze = self.selectionModel()
        index = self.agenda.index_van(huidig)
        if not index.isValid():
            index = self.agenda.index(0, AgendaModel.TITEL)
        keuze.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        vlag = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for id_ in [id_ for id_ in gekozen if self.agenda.index_van(id_).isValid()] or [self.huidig_id()]:
            keuze.select(self.agenda.index_van(id_), vlag)

    def _ging_naar(self, naar: QModelIndex, _: QModelIndex) -> None:
        if naar.isValid():
            self.gekozen.emit(self.agenda.regel(naar).id)


def _blijft(huidig: str, stonden: Sequence[str], staan: Collection[str]) -> str:
    """Return the item itself, or when it is gone the first after it that is still there, else the last before it."""
    if huidig in staan or huidig not in stonden:
        return huidig
    plek = stonden.index(huidig)
    buren = (*stonden[plek + 1 :], *reversed(stonden[:plek]))
    return next((id_ for id_ in buren if id_ in staan), "")


def _plaats(index: QModelIndex) -> tuple[int, int]:
    ouder = index.parent()
    return (ouder.row(), index.row() + 1) if ouder.isValid() else (index.row(), 0)
