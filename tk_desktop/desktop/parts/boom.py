"""What the trees of the workspace have in common: choosing several, dragging, and one column that takes the room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from tk_desktop.desktop.parts.tweeregels import Tweeregels


def richt_in(boom: QTreeView, naam: str, kolommen: str, titel: int) -> None:
    """Set up a tree that has its model; ``naam`` and ``kolommen`` name it and its header, ``titel`` is its main column.

    That column bears the branches and takes the room that is left, so that numbers before it are never cut off.
    """
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
