"""What the trees of the workspace have in common: choosing several, dragging, and one column that takes the room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from tk_desktop.desktop.parts.tweeregels import Tweeregels

TEKEN = int(Qt.ItemDataRole.UserRole) + 100
"""What a model gives as the icon above a column, for a ``Tekenkop``."""


class Tekenkop(QHeaderView):
    """A header whose icons are as large as its letters; Qt itself keeps those of a header at 16 pixels."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw a column and its icon."""
        painter.save()  # what Qt draws leaves the painter as it likes
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        teken = self._teken(logicalIndex)
        if teken is not None:
            kant = self.fontMetrics().height()
            vak = QRect(rect.x() + kant // 3, rect.center().y() - kant // 2, kant, kant)
            teken.paint(painter, vak)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        """Return what a column asks."""
        maat = super().sectionSizeFromContents(logicalIndex)
        kant = self.fontMetrics().height()
        return maat.expandedTo(QSize(kant * 5 // 3, kant)) if self._teken(logicalIndex) is not None else maat

    def _teken(self, kolom: int) -> QIcon | None:
        teken = self.model().headerData(kolom, self.orientation(), TEKEN)
        return teken if isinstance(teken, QIcon) else None


def richt_in(boom: QTreeView, naam: str, kolommen: str, titel: int) -> None:
    """Set up a tree that has its model; ``naam`` and ``kolommen`` name it and its header, ``titel`` is its main column.

    That column bears the branches and takes the room that is left, so that numbers before it are never cut off.
    """
    boom.setHeader(Tekenkop())
    boom.setAccessibleName(naam)
    boom.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    boom.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    boom.setDragEnabled(True)
    boom.setAcceptDrops(True)
    boom.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    boom.setDefaultDropAction(Qt.DropAction.MoveAction)
    Tweeregels(boom, titel)
    boom.setAllColumnsShowFocus(True)
    boom.setTreePosition(titel)
    boom.setTabKeyNavigation(False)
    kop = boom.header()
    kop.setAccessibleName(kolommen)
    kop.setStretchLastSection(False)
    kop.setSectionsMovable(False)
    for kolom in range(boom.model().columnCount()):
        kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
    kop.setSectionResizeMode(titel, QHeaderView.ResizeMode.Stretch)
