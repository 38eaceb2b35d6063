"""The pages that a reader marked in the papers of a meeting, by name, to jump to (F15)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import kleuren

LEEG = "Druk op B om de bladzijde die u leest te onthouden, of op Ctrl+D om haar een naam te geven."
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwijzerregel:
    """One mark: its name, and where it is: ``2a bijl. 1 blz. 15 (was blz. 14)``.

    ``zeker`` tells whether that page is surely the one that was marked.
    """

    id: str
    naam: str
    waar: str
    zeker: bool = True


class Bladwijzerpaneel(QTreeWidget):
    """Lists the marks: the name of each with where it is below, or where it is alone.

    ``gekozen`` tells the id of one to go to (click, Enter), ``hernoemen_gevraagd`` one to name (F2), ``weg`` one to
    take away (Del), ``terug`` that the page is asked for (Esc).
    """

    gekozen = Signal(str)
    hernoemen_gevraagd = Signal(str)
    weg = Signal(str)
    terug = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Bladwijzers")
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemClicked.connect(self._aangeklikt)

    def toon(self, regels: Sequence[Bladwijzerregel]) -> None:
        """Replace all lines; the one the keyboard is on stays so."""
        rijnummer = max(0, self.currentIndex().row())
        self.clear()
        for regel in regels:
            rij = QTreeWidgetItem([f"{regel.naam}\n{regel.waar}" if regel.naam else regel.waar])
            rij.setData(0, _ID, regel.id)
            rij.setIcon(0, icon("bookmark" if regel.zeker else "triangle-alert"))
            rij.setToolTip(0, f"{rij.text(0)}\nEnter gaat erheen, F2 wijzigt de naam, Del haalt haar weg")
            self.addTopLevelItem(rij)
        self.setCurrentIndex(self.model().index(min(rijnummer, len(regels) - 1), 0))

    def event(self, event: QEvent) -> bool:
        """Keep F2 for the mark: elsewhere in the reader it is a note's."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter, name with F2, take away with Del, back to the page with Esc."""
        rij = self.currentItem()
        id_ = str(rij.data(0, _ID)) if rij is not None else ""
        if event.key() == Qt.Key.Key_Escape:
            self.terug.emit()
        elif id_ and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gekozen.emit(id_)
        elif id_ and event.key() == Qt.Key.Key_F2:
            self.hernoemen_gevraagd.emit(id_)
        elif id_ and event.key() == Qt.Key.Key_Delete:
            self.weg.emit(id_)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what to do."""
        super().paintEvent(event)
        if not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            rand = letterbreedte(self.fontMetrics()) * 2
            vlak = self.viewport().rect().adjusted(rand, rand, -rand, -rand)
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), LEEG)

    def _aangeklikt(self, rij: QTreeWidgetItem) -> None:
        self.gekozen.emit(str(rij.data(0, _ID)))
