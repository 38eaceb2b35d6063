"""Who gets what: a table of the parts of a set beside the kinds of readers."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.pack.bekijken_als import Verdeling
from tk_desktop.pack.overzicht import Reden

Index = QModelIndex | QPersistentModelIndex
_TEKENS = {None: "check", Reden.BESLOTEN: "lock", Reden.UITGESLOTEN: "lock", Reden.LOS_BESTAND: "paperclip"}


class Verdelingmodel(QAbstractTableModel):
    """Parts as rows, readers as columns; says in words who gets a part and why another does not."""

    def __init__(self, verdeling: Verdeling, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._verdeling = verdeling

    def rowCount(self, ouder: Index | None = None) -> int:
        """Return how many parts there are."""
        return 0 if ouder is not None and ouder.isValid() else len(self._verdeling.rijen)

    def columnCount(self, ouder: Index | None = None) -> int:
        """Return how many readers there are, and the column of the parts."""
        return 0 if ouder is not None and ouder.isValid() else 1 + len(self._verdeling.lezers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        rij = self._verdeling.rijen[index.row()]
        if index.column() == 0:
            return rij.deel.naam if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        reden = rij.redenen[index.column() - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "krijgt dit" if reden is None else reden.value
            case Qt.ItemDataRole.DecorationRole:
                return icon(_TEKENS.get(reden, "circle"))
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(kleuren().tonen[Toon.GROEN if reden is None else Toon.GRIJS].tekst)
        return None

    def headerData(self, plaats: int, kant: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a reader."""
        if role == Qt.ItemDataRole.DisplayRole and kant is Qt.Orientation.Horizontal:
            return "Onderdeel" if plaats == 0 else self._verdeling.lezers[plaats - 1].naam
        return None


class WieKrijgtWat(QDialog):
    """Shows the table; closes with Esc."""

    def __init__(self, verdeling: Verdeling, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Wie krijgt wat")
        self.model = Verdelingmodel(verdeling, self)
        self.tabel = QTableView()
        self.tabel.setModel(self.model)
        self.tabel.setAccessibleName("Wie krijgt wat")
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.verticalHeader().hide()
        kop = self.tabel.horizontalHeader()
        kop.setAccessibleName("Lezers")
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        kop.setMinimumSectionSize(letterbreedte(self.fontMetrics()) * 12)
        knoppen = QDialogButtonBox()
        sluit = knoppen.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        sluit.setDefault(True)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.tabel, 1)
        kolom.addWidget(knoppen)
        teken = letterbreedte(self.fontMetrics())
        geef_maat(self, teken * 100, self.fontMetrics().height() * 26)
