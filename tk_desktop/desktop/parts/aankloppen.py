"""A second start of the program on one werkmap: the window that is open comes forward, and the second goes away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tk_desktop.store.slot import answer_knock, brought, heard, knock

_STAP, _KEREN = 50, 40
"""How often, in milliseconds, and how many times is looked whether the other window answers."""


class Aanklopper(QObject):
    """Asks the window that has a werkmap to come forward; ``klaar`` tells whether it did."""

    klaar = Signal(bool)

    def __init__(self, map_: Path, paden: Sequence[Path] = ()) -> None:
        super().__init__()
        self._map = map_
        self._paden = tuple(paden)
        self._over = _KEREN
        self._klok = QTimer(self)
        self._klok.setInterval(_STAP)
        self._klok.timeout.connect(self._kijk)

    def klop(self) -> None:
        """Ask, and wait for an answer."""
        if knock(self._map, self._paden):
            self._klok.start()
        else:
            self.klaar.emit(False)

    def _kijk(self) -> None:
        self._over -= 1
        gehoord = heard(self._map)
        if gehoord or self._over <= 0:
            self._klok.stop()
            answer_knock(self._map)  # nobody else will, and a later window should not answer it
            self.klaar.emit(gehoord)


class Deurwacht(QObject):
    """Brings ``venster`` forward when a second start asks for it.

    ``geklopt`` tells that it did, ``gebracht`` the files that the program was started with.
    """

    geklopt = Signal()
    gebracht = Signal(object)

    def __init__(self, venster: QWidget, map_: Path) -> None:
        super().__init__(venster)
        self._venster = venster
        self._map = map_
        answer_knock(map_)
        self._kijker = QFileSystemWatcher([str(map_)], self)
        self._kijker.directoryChanged.connect(self._kijk)

    def _kijk(self) -> None:
        paden = brought(self._map)
        if answer_knock(self._map):
            if self._venster.isMinimized():
                self._venster.showNormal()
            self._venster.raise_()
            self._venster.activateWindow()
            QApplication.alert(self._venster)
            self.geklopt.emit()
            if paden:
                self.gebracht.emit(paden)
