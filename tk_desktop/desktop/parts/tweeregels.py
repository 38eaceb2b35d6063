"""Titles in a list on two lines where one is too short, so that they can be read in a narrow list too."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_CEL = QStyle.ContentsType.CT_ItemViewItem
_SPELING = 2
"""Pixels that a style may draw a title wider than it says."""
_ANDERE_LETTERS = {QEvent.Type.FontChange, QEvent.Type.StyleChange}


def regelhoogte(letters: QFontMetrics) -> int:
    """Return how high a row of a list is, in pixels; with or without an icon in it."""
    return round(letters.height() * 1.4)


class _Voorverf(QObject):
    """Lets the header fit its columns before the tree is painted, and has cells measured anew in other letters."""

    def __init__(self, ouder: QObject, boom: QTreeView, breedtes: dict[tuple[int, int, int], int]) -> None:
        super().__init__(ouder)
        self._boom = boom
        self._breedtes = breedtes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do so as the part of the tree that is painted hears of it."""
        soort = event.type()
        if soort is QEvent.Type.Paint:
            self._boom.header().length()
        elif soort in _ANDERE_LETTERS:
            self._breedtes.clear()
        return False


class Tweeregels(QStyledItemDelegate):
    """Draws a tree in rows of one height; one is a line higher where its title, in ``kolom``, does not fit on one.

    While a tree with rows of unequal height is painted, Qt asks the header where columns stand; a header that still has
    to fit its columns to their contents then lays out the rows anew under the painter, and the program ends. Therefore
    the header does so before each painting, and how wide the column is, is heard and not asked.
    """

    def __init__(self, boom: QTreeView, kolom: int) -> None:
        super().__init__(boom)
        self._boom = boom
        self._kolom = kolom
        self._kolombreed = boom.columnWidth(kolom)
        boom.setUniformRowHeights(False)
        boom.setWordWrap(True)
        boom.setItemDelegate(self)
        boom.header().sectionResized.connect(self._anders)
        self._breedtes: dict[tuple[int, int, int], int] = {}
        self._volg(boom.model())
        boom.viewport().installEventFilter(_Voorverf(self, boom, self._breedtes))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a cell."""
        letters = self._boom.fontMetrics()
        hoog = regelhoogte(letters)
        sleutel = (index.internalId(), index.row(), index.column())
        breed = self._breedtes.get(sleutel)
        if breed is None:
            breed = self._breedtes[sleutel] = self._meet(option, index)
        if index.column() == self._kolom and breed + _SPELING > self._breedte(index):
            hoog += letters.height() + 2
        return QSize(breed, hoog)

    def _volg(self, model: QAbstractItemModel) -> None:
        """Measure each cell once: a header that fits its columns asks all of them at every turn."""
        for anders in (
            model.dataChanged,
            model.layoutChanged,
            model.modelReset,
            model.rowsInserted,
            model.rowsMoved,
            model.rowsRemoved,
        ):
            anders.connect(self._breedtes.clear)
            anders.connect(self._boom.scheduleDelayedItemsLayout)  # it heard of this earlier, and may have asked then

    def _meet(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
        if index.column() == self._kolom:
            return self._op_een_regel(option, index)
        return super().sizeHint(option, index).width()

    def _anders(self, kolom: int, _: int, breed: int) -> None:
        if kolom == self._kolom:
            self._kolombreed = breed
            self._boom.scheduleDelayedItemsLayout()

    def _op_een_regel(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how wide a title is on one line, with what stands before it; Qt itself tells of broken lines."""
        cel = QStyleOptionViewItem(option)
        self.initStyleOption(cel, index)
        cel.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
        cel.rect = QRect()
        return self._boom.style().sizeFromContents(_CEL, cel, QSize(), self._boom).width()

    def _breedte(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how wide the cell is: its column without the branches before it."""
        diep, boven = int(self._boom.rootIsDecorated()), index.parent()
        while boven.isValid():
            diep, boven = diep + 1, boven.parent()
        return self._kolombreed - diep * self._boom.indentation()
