"""The commands as menus, keys and buttons of one window."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from tk_desktop.desktop.parts.commands import OPDRACHTEN, laad
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.opdracht import Menu, Opdracht, Plek
from tk_desktop.desktop.parts.toets import toets_van

if TYPE_CHECKING:
    from tk_desktop.desktop.shell.snelmenu import Snelmenu


class Opdrachten(QObject):
    """Makes an action of every command that has a doer; one without is not shown, for it does nothing here."""

    menu_opent = Signal()
    """A menu is about to be shown."""

    def __init__(self, venster: QMainWindow) -> None:
        super().__init__(venster)
        self._venster = venster
        self.acties: dict[str, QAction] = {}
        self._menus: list[QMenu] = []
        self._mag: Callable[[Opdracht], bool] = _alles
        self._dicht: frozenset[str] = frozenset()
        self._zonder: frozenset[str] = frozenset()
        self.snelmenus: dict[Plek, Snelmenu] = {}

    def bind(self, doeners: Mapping[str, Callable[[], None]], plekken: Mapping[Plek, QWidget]) -> None:
        """Give commands their doers; keys that act in one pane act in the widget that ``plekken`` names."""
        for een in OPDRACHTEN:
            if een.id in doeners:
                self.acties[een.id] = self._actie(een, doeners[een.id], plekken)
        for plek in {een.snel for een in OPDRACHTEN if een.snel is not None} & set(plekken):
            snel = self.snelmenus[plek] = laad("shell.snelmenu").Snelmenu(plekken[plek], partial(self._bij, plek))
            snel.menu_opent.connect(self.menu_opent)

    def maak_menus(self, *, zonder: Collection[str] = ()) -> None:
        """Fill the menu bar anew, in the order of the table; commands that are left out keep their keys."""
        self._zonder = frozenset(zonder)
        for oud in self._menus:
            oud.deleteLater()
        self._menus.clear()
        self._venster.menuBar().clear()
        for menu in Menu:
            hier = [een for een in OPDRACHTEN if een.menu is menu and een.id in self.acties and een.id not in zonder]
            if not hier:
                continue
            blad = QMenu(menu.value, self._venster)  # not Qt's own, which PySide may take for gone
            self._venster.menuBar().addMenu(blad)
            blad.aboutToShow.connect(self.menu_opent)
            self._menus.append(blad)
            for groep, samen in groupby(hier, key=lambda een: een.groep):
                if groep and blad.actions():
                    blad.addSeparator()
                for onder, rij in groupby(samen, key=lambda een: een.onder):
                    vel = blad.addMenu(onder) if onder else blad
                    vel.addActions([self.acties[een.id] for een in rij])

    def kan(self, mag: Callable[[Opdracht], bool]) -> None:
        """Let only those commands be given that make sense where the user is."""
        self._mag = mag
        self._zet()

    def laat(self, ids: Collection[str], kan: bool) -> None:
        """Let these be given, or not: they need more than the right screen, such as a field for text."""
        dicht = self._dicht - set(ids) if kan else self._dicht | set(ids)
        if dicht != self._dicht:
            self._dicht = dicht
            self._zet()

    def _bij(self, plek: Plek) -> list[tuple[Opdracht, QAction]]:
        """Return what stands in the menu at the mouse in a pane."""
        hier = (een for een in OPDRACHTEN if een.snel is plek and een.id not in self._zonder)
        return [(een, self.acties[een.id]) for een in hier if een.id in self.acties]

    def _zet(self) -> None:
        for een in OPDRACHTEN:
            if een.id in self.acties:
                self.acties[een.id].setEnabled(een.id not in self._dicht and self._mag(een))

    def _actie(self, een: Opdracht, doe: Callable[[], None], plekken: Mapping[Plek, QWidget]) -> QAction:
        waar = plekken.get(een.plek, self._venster)
        actie = QAction(een.tekst, waar)
        actie.setObjectName(een.id)
        actie.setShortcuts([toets_van(toets) for toets in een.toetsen])
        if waar is not self._venster:
            actie.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if een.icoon:
            actie.setIcon(icon(een.icoon))
        actie.triggered.connect(lambda _=False: doe())
        waar.addAction(actie)
        return actie


def _alles(_: Opdracht) -> bool:
    return True
