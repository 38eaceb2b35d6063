"""A list of places to go to, each a line with words left and right, on the start screen and among the meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.parts.vondstcel import Vondstcel, zonder_haken

_KERN = 0.4
"""How much of the breadth the main column gets before the others get what they ask."""
_SMALST = 9
"""Letters wide that any other column stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line: where it leads, its words in columns, a sign, and a colour that goes with the words.

    ``korter`` are its words where the list is narrow; a column in which no line has any then is left out.
    """

    adres: Adres
    teksten: tuple[str, ...]
    korter: tuple[str, ...] = ()
    icoon: str = ""
    toon: Toon | None = None


def zet_koppen(boom: QTreeWidget, koppen: Sequence[str]) -> None:
    """Name the columns; the whole name stands in the tool tip of a column that is too narrow for it."""
    boom.setHeaderLabels(list(koppen))
    for kolom, kop in enumerate(koppen):
        boom.headerItem().setToolTip(kolom, kop)


class Regellijst(QTreeWidget):
    """Lines to choose from; ``gekozen`` tells the ``Adres`` opened with Enter or a double click.

    ``koppen`` are the names of the columns; the column ``rekt`` takes the room that is left, and lets what was found in
    it stand out. With ``zonder_kop`` the names are only told to who cannot see. ``leeg`` is what an empty list says,
    ``verwacht`` what it says before it was filled for the first time.
    """

    gekozen = Signal(object)

    def __init__(
        self, naam: str, koppen: Sequence[str], *, rekt: int = 0, zonder_kop: bool = False, leeg: str = ""
    ) -> None:
        super().__init__()
        self._regels: tuple[Regel, ...] = ()
        self._gevuld = self._is_kort = False
        self.leeg = leeg
        self._verwacht = ""
        self.setAccessibleName(naam)
        self.setColumnCount(len(koppen))
        zet_koppen(self, koppen)
        self.setHeaderHidden(zonder_kop)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kop = self.header()
        kop.setAccessibleName(f"Kolommen van {naam}")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kop.setSectionResizeMode(rekt, QHeaderView.ResizeMode.Stretch)
        self._rekt = rekt
        self.setItemDelegateForColumn(rekt, Vondstcel(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what comes here."""
        super().paintEvent(event)
        if zin := self.zin:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            rand = letterbreedte(self.fontMetrics()) * 2
            vlak = self.viewport().rect().adjusted(rand, rand, -rand, -rand)
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), zin)

    @property
    def zin(self) -> str:
        """What stands in the list instead of lines."""
        if self._regels:
            return ""
        return self.leeg if self._gevuld else self._verwacht

    def verwacht(self, zin: str) -> None:
        """Say what is being made ready for the list."""
        self._verwacht = zin
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self._verdeel()

    def _verdeel(self) -> None:
        """Give each column what it asks, in fewer words where there is too little room for all of them.

        Where that leaves the main column too little still, the widest give way. The first gives way last: by it one
        knows the line.
        """
        self._zet_woorden(korter=False)
        vraagt, kern = self._gevraagd()
        if sum(vraagt.values()) + kern > self.viewport().width() and self._heeft_kortere:
            self._zet_woorden(korter=True)
            vraagt, kern = self._gevraagd()
        kop, lucht = self.header(), letterbreedte(self.fontMetrics())
        while vraagt and sum(vraagt.values()) + kern > self.viewport().width():
            breder = [kolom for kolom, breed in vraagt.items() if breed > lucht * _SMALST]
            if not breder:
                break
            breedst = max(breder, key=lambda kolom: (kolom > 0, vraagt[kolom]))
            vraagt[breedst] = max(vraagt[breedst] - lucht, lucht * _SMALST)
        for kolom, breed in vraagt.items():
            kop.resizeSection(kolom, breed)

    @property
    def _heeft_kortere(self) -> bool:
        return bool(self._regels) and all(regel.korter for regel in self._regels)

    def _gevraagd(self) -> tuple[dict[int, int], int]:
        """Return how wide each column would be beside the main one, and how wide that one is at least."""
        kop = self.header()
        vraagt = {
            kolom: max(self.sizeHintForColumn(kolom), 0 if self.isHeaderHidden() else kop.sectionSizeHint(kolom))
            for kolom in range(self.columnCount())
            if not self.isColumnHidden(kolom)
        }
        kern = vraagt.pop(self._rekt) + letterbreedte(self.fontMetrics())
        return vraagt, min(kern, round(self.viewport().width() * _KERN))

    def _zet_woorden(self, *, korter: bool) -> None:
        """Put all words of the lines in their columns, or the fewer that they have for a narrow list."""
        if korter == self._is_kort:
            return
        self._is_kort = korter
        for rij, regel in enumerate(self._regels):
            for kolom, tekst in enumerate(regel.korter if korter else regel.teksten):
                self.model().setData(self.model().index(rij, kolom), tekst)
        for kolom in range(self.columnCount()):
            self.setColumnHidden(kolom, korter and not any(regel.korter[kolom] for regel in self._regels))

    @property
    def regels(self) -> tuple[Regel, ...]:
        """The lines that are shown."""
        return self._regels

    def toon(self, regels: Sequence[Regel]) -> None:
        """Replace all lines; the one that was chosen stays chosen while it is there."""
        vorige = self.huidig()
        self._zet_woorden(korter=False)
        self._regels, self._gevuld = tuple(regels), True
        self.clear()
        for regel in regels:
            item = QTreeWidgetItem(list(regel.teksten))
            woorden = [zonder_haken(tekst) for tekst in regel.teksten]
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, " ".join(woord for woord in woorden if woord))
            for kolom, woord in enumerate(woorden):
                item.setToolTip(kolom, woord)
                if kolom == self._rekt and kolom:
                    item.setData(kolom, Qt.ItemDataRole.AccessibleTextRole, woord)
                if regel.toon:
                    item.setForeground(kolom, QColor(kleuren().tonen[regel.toon].tekst))
            if regel.icoon:
                item.setIcon(0, icon(regel.icoon))
            self.addTopLevelItem(item)
        adressen = [regel.adres for regel in regels]
        rij = adressen.index(vorige) if vorige in adressen else 0
        self.setCurrentIndex(self.model().index(rij, 0))
        self._verdeel()

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
