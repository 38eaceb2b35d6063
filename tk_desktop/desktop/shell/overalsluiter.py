"""Ctrl+Q closes the program from a dialog too: the keys of the window do nothing as long as a dialog is over it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication

from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.toets import toets_van

_NAAM = "afsluiten"
_TOETSEN = next(een.toetsen[0] for een in OPDRACHTEN if een.id == "venster.sluiten")


class Overalsluiter(QObject):
    """Gives every dialog that comes over the window the keys that close the program, as Esc and then those would."""

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._kijk)

    def _kijk(self) -> None:
        dialoog = QApplication.activeModalWidget()
        if dialoog is not None and dialoog.findChild(QShortcut, _NAAM) is None:
            sneltoets = QShortcut(toets_van(_TOETSEN), dialoog)
            sneltoets.setObjectName(_NAAM)
            sneltoets.activated.connect(self._sluit)

    def _sluit(self) -> None:
        QApplication.closeAllWindows()  # dialogs first; the window stays when something cannot be kept
