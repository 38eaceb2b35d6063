"""Typing in a cell of a tree: a line of text, or a choice; what is typed is told and kept by whoever listens."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

Plek = QModelIndex | QPersistentModelIndex

SLEUTEL = int(Qt.ItemDataRole.UserRole)
"""What the first cell of a row has: the id of what it shows."""
SOORT = SLEUTEL + 1
"""What the first cell of a row has: what kind of thing it shows, a word of the tree."""


class Celvak(QStyledItemDelegate):
    """Lets cells be typed in; ``gewijzigd`` tells the id of a row, its kind, the column and the new text.

    ``mag(soort, kolom)`` says whether a cell can be typed in; ``keuzes(soort, kolom)`` gives what can be chosen there,
    nothing for free text.
    """

    gewijzigd = Signal(str, str, int, str)

    def __init__(
        self, boom: QTreeView, mag: Callable[[str, int], bool], keuzes: Callable[[str, int], Sequence[str]]
    ) -> None:
        super().__init__(boom)
        self._boom = boom
        self._mag = mag
        self._keuzes = keuzes

    def mag(self, index: Plek) -> bool:
        """Tell whether a cell can be typed in."""
        return bool(_deel(index, SLEUTEL)) and self._mag(_deel(index, SOORT), index.column())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Plek) -> QWidget:
        """Return the field for a cell, or nothing where nothing can be typed."""
        if not self.mag(index):
            return cast("QWidget", None)
        keuzes = self._keuzes(_deel(index, SOORT), index.column())
        veld: QWidget
        if keuzes:
            veld = QComboBox(parent)
            veld.addItems(list(keuzes))
        else:
            veld = QLineEdit(parent)
        veld.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return veld

    def setEditorData(self, editor: QWidget, index: Plek) -> None:
        """Show what stands there now."""
        tekst = str(index.data() or "")
        if isinstance(editor, QComboBox):
            if editor.findText(tekst) < 0:
                editor.insertItem(0, tekst)
            editor.setCurrentText(tekst)
        elif isinstance(editor, QLineEdit):
            editor.setText(tekst)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Plek) -> None:
        """Tell what was typed, when it is something else."""
        tekst = editor.currentText() if isinstance(editor, QComboBox) else cast("QLineEdit", editor).text()
        if tekst.strip() != str(index.data() or "").strip():
            self.gewijzigd.emit(_deel(index, SLEUTEL), _deel(index, SOORT), index.column(), tekst.strip())


def _deel(index: Plek, rol: int) -> str:
    return str(index.sibling(index.row(), 0).data(rol) or "")
