"""The checklist: what still stands in the way of sending, always up to date; Enter goes to the place."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.parts.tweeregels import regelhoogte
from tk_desktop.domain.bevinding import Bevinding, Ernst

Index = QModelIndex | QPersistentModelIndex
_VORM = {
    Ernst.FOUT: ("fout", "fouten", "circle-x", Toon.ROOD),
    Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen", "triangle-alert", Toon.ORANJE),
    Ernst.INFO: ("ter info", "ter info", "info", Toon.BLAUW),
}


_MET_HULP, _MET_KOP = 8.5, 12
"""Lines high from which there is room for the help on a finding, and for the names of the columns."""


class BevindingModel(QAbstractTableModel):
    """Findings as rows."""

    KOLOMMEN = ("Ernst", "Wat er is", "Waar")

    def __init__(self) -> None:
        super().__init__()
        self.bevindingen: tuple[Bevinding, ...] = ()

    def show(self, bevindingen: Sequence[Bevinding]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.bevindingen = tuple(bevindingen)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self.bevindingen)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.KOLOMMEN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.KOLOMMEN[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        bevinding = self.bevindingen[index.row()]
        woord, _, teken, toon = _VORM[bevinding.ernst]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (woord, bevinding.wat, bevinding.waar)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return f"{bevinding.wat}\n{bevinding.waarom}\n{bevinding.zo_herstelt_u} ({bevinding.code})"
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return icon(teken)
            case Qt.ItemDataRole.ForegroundRole if index.column() == 0:
                return QColor(kleuren().tonen[toon].tekst)
        return None


class ControleLijst(QWidget):
    """The findings of one meeting under a line that counts them.

    ``gevraagd`` tells the finding that the user wants to mend (Enter, or a double click), ``betreden`` that the
    keyboard came into the findings or left them, ``getoond`` that others are shown.
    """

    gevraagd = Signal(object)
    betreden = Signal()
    getoond = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Controle")
        self.model = BevindingModel()
        self._telling = QLabel()
        self._telling.setProperty("kop", "2")
        self._telling.setMinimumWidth(1)  # more than a narrow window has
        self._telling.setToolTip("F8 gaat naar de volgende bevinding")
        self._hulp = QLabel()
        self._hulp.setWordWrap(True)
        self._hulp.setProperty("zacht", "ja")
        self._hulp.setTextFormat(Qt.TextFormat.PlainText)
        self.tabel = _Tabel()
        self.tabel.setModel(self.model)
        self.tabel.setAccessibleName("Bevindingen van de controle")
        kop = self.tabel.horizontalHeader()
        kop.setAccessibleName("Kolommen van de controle")
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self._dicht = False
        self.tabel.gevraagd.connect(self.open)
        self.tabel.betreden.connect(self.betreden)
        self.tabel.doubleClicked.connect(self.open)
        self.tabel.selectionModel().currentRowChanged.connect(self._toon_hulp)
        kolom = self._kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 4, 8, 4)  # its left edge is that of the agenda above it
        for regel in (self._telling, self._hulp):
            regel.setContentsMargins(12, 0, 0, 0)
        kolom.setSpacing(4)
        kolom.addWidget(self._telling)
        kolom.addWidget(self.tabel, 1000)
        kolom.addWidget(self._hulp)
        kolom.addStretch(1)
        self.wacht()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the lines there are to the findings: with few of them, the names of the columns and the help go."""
        super().resizeEvent(event)
        self._meet()

    def hoogte_voor(self, rijen: int) -> int:
        """Return how high this must be to show so many findings, without their help."""
        return self.height() - self._ruimte() + self.tabel.hoogte_voor(rijen, kop=False)

    @property
    def kophoogte(self) -> int:
        """How high the line that counts is, above a table without height."""
        rand = self._kolom.contentsMargins()
        return rand.top() + rand.bottom() + self._telling.sizeHint().height() + self._kolom.spacing()

    def zet_dicht(self, dicht: bool) -> None:
        """Show no more than the line that counts; the findings can be gone to still, and open again then."""
        self._dicht = dicht
        self._meet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the findings: where there is little room they show then."""
        super().mousePressEvent(event)
        self.tabel.setFocus(Qt.FocusReason.MouseFocusReason)

    @property
    def telling(self) -> str:
        """How much there is: ``3 fouten · 2 waarschuwingen``."""
        return self._telling.text()

    def wacht(self) -> None:
        """Say that the check still looks: nothing is in order before it did."""
        self.toon(())
        self._telling.setText("Controle: wordt nagekeken")

    def toon(self, bevindingen: Sequence[Bevinding]) -> None:
        """Show what the check found now; the finding that was chosen stays chosen while it is there."""
        vorige, rij = self.huidig(), self.tabel.currentIndex().row()
        self.model.show(bevindingen)
        self._telling.setText(_telling(bevindingen))
        zelfde = [
            nr
            for nr, bevinding in enumerate(bevindingen)
            if vorige is not None and (bevinding.code, bevinding.waar) == (vorige.code, vorige.waar)
        ]
        if zelfde:
            self.tabel.selectRow(zelfde[0])
        elif rij >= 0 and bevindingen:
            self.tabel.selectRow(min(rij, len(bevindingen) - 1))
        if not self.tabel.hasFocus():
            self.tabel.scrollToTop()  # who works elsewhere sees the worst first, as soon as it is there
        self._toon_hulp()
        self.getoond.emit()

    def huidig(self) -> Bevinding | None:
        """Return the finding that is chosen, or ``None``."""
        rij = self.tabel.currentIndex().row()
        return self.model.bevindingen[rij] if 0 <= rij < len(self.model.bevindingen) else None

    def volgende(self, stap: int = 1) -> None:
        """Go to the next finding (-1: the one before), round at the end, and give the list the keyboard (F8)."""
        aantal = len(self.model.bevindingen)
        if aantal:
            rij = self.tabel.currentIndex().row()
            self.tabel.selectRow((rij + stap) % aantal if rij >= 0 else (0 if stap > 0 else aantal - 1))
            self.tabel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open(self) -> None:
        """Ask for the place of the finding that is chosen."""
        bevinding = self.huidig()
        if bevinding is not None:
            self.gevraagd.emit(bevinding)

    def _toon_hulp(self) -> None:
        bevinding = self.huidig()
        self._hulp.setText(f"{bevinding.waarom} {bevinding.zo_herstelt_u}" if bevinding else "")
        self._meet()

    def _meet(self) -> None:
        if self._dicht:
            self._hulp.hide()
            self.tabel.setMaximumHeight(0)
            return
        regels = self.height() / self.fontMetrics().height()
        kop, hulp = regels >= _MET_KOP, bool(self._hulp.text()) and regels >= _MET_HULP
        self.tabel.horizontalHeader().setVisible(kop)
        self._hulp.setVisible(hulp)
        ruimte, rand = self._ruimte(), self._kolom.contentsMargins()
        if hulp:
            ruimte -= self._hulp.heightForWidth(self.width() - rand.left() - rand.right()) + self._kolom.spacing()
        self.tabel.toon_hele_regels(ruimte)
        self.tabel.verdeel()

    def _ruimte(self) -> int:
        """Return how much of the height the line that counts leaves."""
        rand = self._kolom.contentsMargins()
        return self.height() - rand.top() - rand.bottom() - self._telling.sizeHint().height() - self._kolom.spacing()


class _Tabel(QTableView):
    gevraagd = Signal()
    betreden = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._meet_regel()

    def toon_hele_regels(self, ruimte: int) -> None:
        """Take no more of the height than whole rows need, one at least."""
        regel = self.verticalHeader().defaultSectionSize()
        kop = not self.horizontalHeader().isHidden()
        self.setMaximumHeight(self.hoogte_voor(max(1, (ruimte - self.hoogte_voor(0, kop=kop)) // regel), kop=kop))

    def hoogte_voor(self, rijen: int, *, kop: bool) -> int:
        """Return how high this must be to show so many rows, under the names of the columns or without."""
        return (
            (self.horizontalHeader().sizeHint().height() if kop else 0)
            + 2 * self.frameWidth()
            + rijen * self.verticalHeader().defaultSectionSize()
        )

    def verdeel(self) -> None:
        """Give the place of a finding what its words leave, but always some."""
        breed = self.viewport().width() - self.columnWidth(0)
        over = breed - self.sizeHintForColumn(1)
        self.setColumnWidth(2, max(round(breed * 0.3), min(over, self.sizeHintForColumn(2) + 1)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._meet_regel()

    def _meet_regel(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(regelhoogte(self.fontMetrics()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.betreden.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.betreden.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.gevraagd.emit()
            return
        super().keyPressEvent(event)


def _telling(bevindingen: Sequence[Bevinding]) -> str:
    keren = Counter(bevinding.ernst for bevinding in bevindingen)
    if not keren:
        return "Controle: alles in orde"
    een = {Ernst.FOUT: "fout", Ernst.WAARSCHUWING: "waarschuwing", Ernst.INFO: "ter info"}
    delen = [
        f"{keren[soort]} {een[soort] if keren[soort] == 1 else _VORM[soort][1]}" for soort in Ernst if keren[soort]
    ]
    return f"Controle: {' · '.join(delen)}"
