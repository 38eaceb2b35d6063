"""How the actions stand of each person or body: how many, how many too late, and how long they take (I5, I7)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.lettermaat import minstens_hoog
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.domain.actielijst import Actiecijfers

KOPPEN = ("Wie", "Open", "Te laat", "Dagen open", "Afgerond", "Dagen nodig")
_NAAM = int(Qt.ItemDataRole.UserRole)


class Cijfertabel(QTreeWidget):
    """A row for each name, with days by the middle one; ``geopend`` tells the name whose actions are asked for."""

    geopend = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Acties geteld")
        self.setColumnCount(len(KOPPEN))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        minstens_hoog(self, 5)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de cijfers")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(self._dubbel)

    def toon(self, kop: str, rijen: Iterable[tuple[str, str, Actiecijfers]]) -> None:
        """Show rows: the name as it is filtered by, as it is shown, and its numbers; ``kop`` is what the names are."""
        zet_koppen(self, [kop, *KOPPEN[1:]])
        self.clear()
        for naam, getoond, een in rijen:
            teksten = [getoond, *(str(getal) for getal in (een.open, een.te_laat))]
            teksten += [str(een.ouderdom_open) if een.open else "", str(een.afgerond)]
            teksten += [str(een.doorlooptijd) if een.afgerond else ""]
            rij = QTreeWidgetItem(teksten)
            rij.setData(0, _NAAM, naam)
            if een.te_laat:
                rij.setIcon(2, icon("triangle-alert"))
            gezegd = ", ".join(
                f"{woord} {tekst}" for woord, tekst in zip(KOPPEN[1:], teksten[1:], strict=True) if tekst
            )
            rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{getoond}: {gezegd}")
            for kolom in range(1, len(KOPPEN)):
                rij.setTextAlignment(kolom, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(rij)
        if self.topLevelItemCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the actions of a name with Enter."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.geopend.emit(str(item.data(0, _NAAM)))
        else:
            super().keyPressEvent(event)

    def _dubbel(self, item: QTreeWidgetItem) -> None:
        self.geopend.emit(str(item.data(0, _NAAM)))
