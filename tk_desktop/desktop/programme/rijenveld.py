"""A small table to type in: a row for each thing, and one more below to begin a new one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat

_ID = int(Qt.ItemDataRole.UserRole)
_SMALST = 9


class Rijenveld(QTableWidget):
    """``gewijzigd`` tells the id of a row (nothing for a new one), the column and what was typed there.

    ``verwijderd`` tells a row to remove (Del, or its menu), ``verplaatst`` one to move and by how many places
    (Alt+Shift+arrow).
    """

    gewijzigd = Signal(str, int, str)
    verwijderd = Signal(str)
    verplaatst = Signal(str, int)

    def __init__(self, naam: str, koppen: Sequence[str]) -> None:
        super().__init__(1, len(koppen))
        self.setAccessibleName(naam)
        self.setHorizontalHeaderLabels(list(koppen))
        self.horizontalHeader().setAccessibleName(f"Kolommen van {naam}")
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setToolTip(
            "Typ in een rij; de onderste is voor iets nieuws. Del verwijdert, Alt+Shift+↑ en ↓ verplaatsen."
        )
        for kolom in range(len(koppen)):
            self.horizontalHeader().setSectionResizeMode(kolom, QHeaderView.ResizeMode.Stretch)
        self.weg = QAction("Rij ver&wijderen (Del)", self)
        self.weg.triggered.connect(self.verwijder)
        self.addAction(self.weg)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        Lettermaat(self, self._meet)
        self._bewaard: list[tuple[str, tuple[str, ...]]] = []
        self._vult = False
        self.itemChanged.connect(self._getypt)

    def toon(self, rijen: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows, each an id and its texts; a cell in which one types keeps the keyboard."""
        self._bewaard = [(id_, tuple(teksten)) for id_, teksten in rijen]
        self._vult = True
        self.setRowCount(len(rijen) + 1)
        leeg = ("", ("",) * self.columnCount())
        for rij, (id_, teksten) in enumerate([*self._bewaard, leeg]):
            for kolom, tekst in enumerate(teksten):
                self._zet(rij, kolom, tekst, id_)
        self.resizeRowsToContents()
        self._vult = False
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def leg_vast(self) -> None:
        """End typing in a cell and keep what was typed."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()

    def verwijder(self) -> None:
        """Tell that the row that is chosen should go; the one for something new stays."""
        id_ = self._id(self.currentRow())
        if id_:
            self.verwijderd.emit(id_)

    def minimumSizeHint(self) -> QSize:
        """A table may be as small as a few lines: it scrolls."""
        letters = self.fontMetrics()
        return QSize(letterbreedte(letters) * 20, letters.lineSpacing() * 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Del, move with Alt+Shift and an arrow."""
        id_ = self._id(self.currentRow())
        stap = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        samen = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Delete:
            self.verwijder()
        elif id_ and stap and event.modifiers() & samen == samen:
            naar = self.currentRow() + stap
            if 0 <= naar < len(self._bewaard):
                self.verplaatst.emit(id_, stap)
                self.setCurrentCell(naar, self.currentColumn())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _meet(self, letters: QFontMetrics) -> None:
        self.horizontalHeader().setMinimumSectionSize(letterbreedte(letters) * _SMALST)

    def _zet(self, rij: int, kolom: int, tekst: str, id_: str) -> None:
        item = self.item(rij, kolom)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(rij, kolom, item)
        if item.text() != tekst:
            item.setText(tekst)
        item.setToolTip(tekst)
        item.setData(_ID, id_)

    def _id(self, rij: int) -> str:
        item = self.item(rij, 0)
        return str(item.data(_ID) or "") if item is not None else ""

    def _getypt(self, item: QTableWidgetItem) -> None:
        if self._vult:
            return
        rij, kolom, tekst = item.row(), item.column(), item.text().strip()
        stond = self._bewaard[rij][1][kolom] if rij < len(self._bewaard) else ""
        if tekst != stond:
            self.gewijzigd.emit(self._id(rij), kolom, tekst)
