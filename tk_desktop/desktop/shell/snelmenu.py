"""The menu at the mouse: what the table of commands says that one expects at what is chosen in a pane."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from tk_desktop.desktop.parts.opdracht import Opdracht


class Snelmenu(QObject):
    """Opens on the right button, the menu key and Shift+F10; ``regels`` gives the commands with their actions."""

    menu_opent = Signal()
    """The menu is about to be shown."""

    def __init__(self, vak: QWidget, regels: Callable[[], Sequence[tuple[Opdracht, QAction]]]) -> None:
        super().__init__(vak)
        self._vak = vak
        self._regels = regels
        self._menu: QMenu | None = None
        self._van: list[Opdracht] = []
        vak.installEventFilter(self)

    def eventFilter(self, waar: QObject, gebeurtenis: QEvent) -> bool:
        """Open at the mouse, or by the keyboard under the row that it is on."""
        if isinstance(gebeurtenis, QContextMenuEvent):
            van_toets = gebeurtenis.reason() is QContextMenuEvent.Reason.Keyboard
            return self._open(self._bij_rij() if van_toets else gebeurtenis.globalPos())
        if isinstance(gebeurtenis, QKeyEvent) and gebeurtenis.type() is QEvent.Type.KeyPress and _vraagt(gebeurtenis):
            return self._open(self._bij_rij())
        return super().eventFilter(waar, gebeurtenis)

    def menu(self) -> QMenu:
        """Return the menu: the commands in the order of the table, those of a menu within a menu together."""
        regels = self._regels()
        if self._menu is None or [een for een, _ in regels] != self._van:
            if self._menu is not None:
                self._menu.deleteLater()
            self._van, self._menu = [een for een, _ in regels], self._maak(regels)
        return self._menu

    def _maak(self, regels: Sequence[tuple[Opdracht, QAction]]) -> QMenu:
        menu = QMenu(self._vak)
        alles_in_een = len({een.onder for een, _ in regels}) == 1
        for _, groep in groupby(regels, key=lambda regel: (regel[0].menu, regel[0].groep)):
            if menu.actions():
                menu.addSeparator()
            for onder, rij in groupby(groep, key=lambda regel: regel[0].onder):
                vel = menu.addMenu(onder) if onder and not alles_in_een else menu
                vel.addActions([actie for _, actie in rij])
        return menu

    def _open(self, plek: QPoint) -> bool:
        if QApplication.activePopupWidget() is None:  # some systems tell of Shift+F10 twice
            self.menu_opent.emit()
            self.menu().popup(plek)
        return True

    def _bij_rij(self) -> QPoint:
        lijst = QApplication.focusWidget()
        if isinstance(lijst, QAbstractItemView) and lijst.currentIndex().isValid():
            lijst.scrollTo(lijst.currentIndex())
            return lijst.viewport().mapToGlobal(lijst.visualRect(lijst.currentIndex()).bottomLeft())
        return self._vak.mapToGlobal(self._vak.rect().center())


def _vraagt(toets: QKeyEvent) -> bool:
    shift = toets.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return toets.key() == Qt.Key.Key_Menu or (toets.key() == Qt.Key.Key_F10 and shift)
