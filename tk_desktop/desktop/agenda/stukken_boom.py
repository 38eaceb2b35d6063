"""The tree of papers: it shows where what is dragged would go, and tells what the user asks of the papers."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView

from tk_desktop.desktop.agenda.stukken_model import StukkenModel
from tk_desktop.desktop.parts.boom import richt_in
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.slepen import maak_sleep

_SMAL = 60
"""Letters wide under which the kind and the number of versions give room to the title."""


class StukkenBoom(QTreeView):
    """Shows the rows of a ``StukkenModel``.

    ``geopend`` tells the paper the user wants to read, ``gekozen`` the row the keyboard went to, ``plakken`` that files
    are to be pasted, ``menu_gevraagd`` where a menu should come.
    """

    geopend = Signal(str)
    gekozen = Signal(str)
    plakken = Signal()
    menu_gevraagd = Signal(QPoint)

    def __init__(self, model: StukkenModel) -> None:
        super().__init__()
        self.stukken = model
        self.setModel(model)
        richt_in(self, "Stukken", "Kolommen van de stukken", StukkenModel.TITEL)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setMinimumSectionSize(letterbreedte(self.fontMetrics()) * 4)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._meet)
        self.selectionModel().currentRowChanged.connect(self._ging_naar)
        self._uitleg = QLabel(self.viewport())
        self._uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self._uitleg.setProperty("pil", "ja")
        self._uitleg.setProperty("toon", "blauw")
        self._uitleg.hide()

    @property
    def uitleg(self) -> str:
        """What letting go of what is dragged would do; empty when nothing is dragged."""
        return "" if self._uitleg.isHidden() else self._uitleg.text()

    def huidig_id(self) -> str:
        """Return the paper or item the keyboard is on; empty when there is none."""
        index = self.currentIndex()
        return self.stukken.regel(index).id if index.isValid() else ""

    def gekozen_ids(self) -> list[str]:
        """Return the chosen papers from top to bottom; items do not count."""
        regels = [self.stukken.regel(index) for index in self.selectionModel().selectedRows()]
        gekozen = {regel.id for regel in regels if not regel.is_punt}
        return [id_ for id_ in self._volgorde() if id_ in gekozen]

    def kies(self, ids: list[str]) -> None:
        """Choose these rows and go to the first; those that are not here are passed over."""
        keuze = self.selectionModel()
        plekken = [index for id_ in ids if (index := self.stukken.index_van(id_)).isValid()]
        if not plekken:
            return
        vlag = QItemSelectionModel.SelectionFlag
        keuze.setCurrentIndex(plekken[0], vlag.ClearAndSelect | vlag.Rows)
        for index in plekken[1:]:
            keuze.select(index, vlag.Select | vlag.Rows)
        self.scrollTo(plekken[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, paste with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.plakken.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() is not QAbstractItemView.State.EditingState:
                self._open()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the mouse, or with the menu key at the row the keyboard is on."""
        plek = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            plek = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_gevraagd.emit(plek)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the chosen papers."""
        rijen = self.selectionModel().selectedRows(StukkenModel.TITEL)
        if not rijen:
            return
        woorden = str(rijen[0].data()) if len(rijen) == 1 else f"{len(rijen)} stukken"
        sleep = maak_sleep(self, self.model().mimeData(self.selectedIndexes()), woorden)
        sleep.exec(supportedActions, self.defaultDropAction())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and papers."""
        super().dragEnterEvent(event)
        if any(event.mimeData().hasFormat(soort) for soort in self.stukken.mimeTypes()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what letting go here would do."""
        super().dragMoveEvent(event)
        self._zeg(event.mimeData(), event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say nothing any more."""
        super().dragLeaveEvent(event)
        self._uitleg.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model tell what was dropped."""
        self._uitleg.hide()
        super().dropEvent(event)

    def _zeg(self, data: QMimeData, punt: QPoint) -> None:
        rij, ouder = self._plek(punt)
        plek = self.stukken.plaatsing(data, rij, ouder)
        self._uitleg.setVisible(plek is not None)
        if plek is None:
            return
        self._uitleg.setText(plek.uitleg)
        self._uitleg.adjustSize()
        marge = self.fontMetrics().height() // 2
        vlak = self.viewport().rect()
        onder = vlak.height() - self._uitleg.height() - marge
        if punt.y() >= onder - marge:
            onder = marge  # never under the mouse
        self._uitleg.move(max(0, (vlak.width() - self._uitleg.width()) // 2), onder)

    def _plek(self, punt: QPoint) -> tuple[int, QModelIndex]:
        """Return the row and its parent where the drop indicator stands now, as Qt will give them to the model."""
        index = self.indexAt(punt)
        soort = QAbstractItemView.DropIndicatorPosition
        match self.dropIndicatorPosition():
            case soort.AboveItem if index.isValid():
                return index.row(), index.parent()
            case soort.BelowItem if index.isValid():
                return index.row() + 1, index.parent()
            case soort.OnItem if index.isValid():
                return -1, index.siblingAtColumn(0)
        return -1, QModelIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns when there is no room for the title."""
        super().resizeEvent(event)
        self._meet()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._meet()

    def _meet(self) -> None:
        letter, hoogte = letterbreedte(self.fontMetrics()), self.fontMetrics().height()
        smal = self.width() < letter * _SMAL
        self.setColumnHidden(StukkenModel.SOORT, smal)
        self.setColumnHidden(StukkenModel.VERSIES, smal or not self.stukken.heeft_versies)
        self.setColumnHidden(StukkenModel.PAGINAS, self.width() < letter * _SMAL * 0.75)
        self.stukken.toon_kort(kort=smal, teken=self.width() < letter * _SMAL * 0.6)
        self.setIconSize(QSize(hoogte, hoogte))
        self.setIndentation(letter * 2)

    def _volgorde(self) -> list[str]:
        uit, index = [], self.model().index(0, 0)
        while index.isValid():
            uit.append(self.stukken.regel(index).id)
            index = self.indexBelow(index)
        return uit

    def _open(self) -> None:
        id_ = self.huidig_id()
        if id_ and not self.stukken.regel_van(id_).is_punt:
            self.geopend.emit(id_)

    def _ging_naar(self, naar: QModelIndex, _: QModelIndex) -> None:
        if naar.isValid():
            self.gekozen.emit(self.stukken.regel(naar).id)
