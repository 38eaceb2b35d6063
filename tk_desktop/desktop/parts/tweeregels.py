"""Titles in a list on two lines where one is too short, so that they can be read in a narrow list too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView


def regelhoogte(letters: QFontMetrics) -> int:
    """Return how high a row of a list is, in pixels; with or without an icon in it."""
    return round(letters.height() * 1.4)


class Tweeregels(QStyledItemDelegate):
    """Draws a tree in rows of one height; one is a line higher where its title, in ``kolom``, does not fit on one."""

    def __init__(self, boom: QTreeView, kolom: int) -> None:
        super().__init__(boom)
        self._boom = boom
        self._kolom = kolom
        boom.setUniformRowHeights(False)
        boom.setWordWrap(True)
        boom.setItemDelegate(self)
        boom.header().sectionResized.connect(self._anders)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a cell."""
        breed = super().sizeHint(option, index).width()
        letters = self._boom.fontMetrics()
        hoog = regelhoogte(letters)
        if index.column() == self._kolom and breed + 2 * letters.averageCharWidth() > self._breedte(index):
            hoog += letters.height() + 2
        return QSize(breed, hoog)

    def _anders(self, kolom: int) -> None:
        if kolom == self._kolom:
            self._boom.scheduleDelayedItemsLayout()

    def _breedte(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how wide the cell is: its column without the branches before it."""
        diep, boven = int(self._boom.rootIsDecorated()), index.parent()
        while boven.isValid():
            diep, boven = diep + 1, boven.parent()
        return self._boom.columnWidth(self._kolom) - diep * self._boom.indentation()
