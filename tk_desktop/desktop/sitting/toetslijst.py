"""A list of names that is gone along with one key a name, as for a roll call or a round in writing."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QTreeWidget

from tk_desktop.desktop.parts.letter import letterbreedte

ID = int(Qt.ItemDataRole.UserRole)
"""Where a row of the list keeps the id of what it shows, in its first column."""
_TERUG = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Toetslijst(QTreeWidget):
    """Names, each with an answer by key (``toetsen``).

    ``gegeven`` tells an id and the answer; ``None`` takes it back. Who fills the rows tells ``volg`` what they answer.
    """

    gegeven = Signal(str, object)

    def __init__(self, toetsen: Mapping[Qt.Key, object]) -> None:
        super().__init__()
        self._toetsen = toetsen
        self._antwoorden: dict[str, object] = {}
        self._geeft = False
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Ask for room for every name and every heading; where that is not there the list scrolls."""
        kop = self.header()
        kolommen = [max(kop.sectionSizeHint(een), self.sizeHintForColumn(een)) for een in range(self.columnCount())]
        breed = max(sum(kolommen), kop.length()) + self.frameWidth() * 2  # the last column may have begun wider
        return QSize(min(breed, letterbreedte(self.fontMetrics()) * 90), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer and go on to the next; Delete and Backspace take an answer back."""
        toets = Qt.Key(event.key())
        if toets in self._toetsen or toets in _TERUG:
            self.geef(self._toetsen.get(toets))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, nu: QModelIndex | QPersistentModelIndex, was: QModelIndex | QPersistentModelIndex) -> None:
        """Keep the name that is chosen in sight, in what scrolls around the list too."""
        super().currentChanged(nu, was)
        om = self.parentWidget()
        while om is not None and not isinstance(om, QScrollArea):
            om = om.parentWidget()
        inhoud = om.widget() if om is not None else None
        if om is not None and inhoud is not None and self.isVisible():
            rij = self.visualRect(nu)
            om.ensureVisible(0, self.viewport().mapTo(inhoud, rij.center()).y(), 0, rij.height())

    def volg(self, antwoorden: Mapping[str, object]) -> None:
        """Take what each answers by now; one that changed by no key of this list (it was undone) is chosen.

        So that the next answer is for that same name, and not for the one after it.
        """
        was, self._antwoorden = self._antwoorden, dict(antwoorden)
        anders = [rij for rij, (id_, nu) in enumerate(antwoorden.items()) if id_ in was and was[id_] != nu]
        if len(anders) == 1 and not self._geeft:
            self.setCurrentIndex(self.model().index(anders[0], 0))

    def geef(self, antwoord: object) -> None:
        """Tell the answer of the one that is chosen, and go on to the next."""
        item = self.currentItem()
        if item is None:
            return
        rij = self.indexOfTopLevelItem(item)
        self._geeft = True
        try:
            self.gegeven.emit(item.data(0, ID), antwoord)
        finally:
            self._geeft = False
        if antwoord is not None:
            rij = min(rij + 1, self.topLevelItemCount() - 1)
        self.setCurrentIndex(self.model().index(rij, 0))
