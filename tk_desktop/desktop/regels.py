"""A list of places to go to, each a line with words left and right: on the start screen and among the meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.adres import Adres
from tk_desktop.desktop.icons import icon
from tk_desktop.desktop.theme import Toon, kleuren


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line: where it leads, its words in columns, a sign, and a colour that goes with the words."""

    adres: Adres
    teksten: tuple[str, ...]
    icoon: str = ""
    toon: Toon | None = None


class Regellijst(QTreeWidget):
    """Lines to choose from; ``gekozen`` tells the ``Adres`` opened with Enter or a double click.

    ``koppen`` are the names of the columns; the column ``rekt`` takes the room that is left. With ``zonder_kop`` the
    names are only told to who cannot see. ``leeg`` is what an empty list says.
    """

    gekozen = Signal(object)

    def __init__(
        self, naam: str, koppen: Sequence[str], *, rekt: int = 0, zonder_kop: bool = False, leeg: str = ""
    ) -> None:
        super().__init__()
        self._regels: tuple[Regel, ...] = ()
        self._gevuld = False
        self.leeg = leeg
        self.setAccessibleName(naam)
        self.setColumnCount(len(koppen))
        self.setHeaderLabels(list(koppen))
        self.setHeaderHidden(zonder_kop)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kop = self.header()
        kop.setAccessibleName(f"Kolommen van {naam}")
        kop.setStretchLastSection(False)
        for kolom in range(len(koppen)):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(rekt, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what comes here, once it is known to be empty."""
        super().paintEvent(event)
        if self._gevuld and not self._regels and self.leeg:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            rand = self.fontMetrics().averageCharWidth() * 2
            vlak = self.viewport().rect().adjusted(rand, rand, -rand, -rand)
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.leeg)

    @property
    def regels(self) -> tuple[Regel, ...]:
        """The lines that are shown."""
        return self._regels

    def toon(self, regels: Sequence[Regel]) -> None:
        """Replace all lines; the one that was chosen stays chosen while it is there."""
        vorige = self.huidig()
        self._regels, self._gevuld = tuple(regels), True
        self.clear()
        for regel in regels:
            item = QTreeWidgetItem(list(regel.teksten))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(tekst for tekst in regel.teksten if tekst))
            for kolom, tekst in enumerate(regel.teksten):
                item.setToolTip(kolom, tekst)
                if regel.toon:
                    item.setForeground(kolom, QColor(kleuren().tonen[regel.toon].tekst))
            if regel.icoon:
                item.setIcon(0, icon(regel.icoon))
            self.addTopLevelItem(item)
        adressen = [regel.adres for regel in regels]
        rij = adressen.index(vorige) if vorige in adressen else 0
        self.setCurrentIndex(self.model().index(rij, 0))

    def huidig(self) -> Adres | None:
        """Return where the chosen line leads, or ``None``."""
        rij = self.currentIndex().row()
        return self._regels[rij].adres if 0 <= rij < len(self._regels) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the line with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        adres = self.huidig()
        if adres is not None:
            self.gekozen.emit(adres)
