"""Help in the window: the keys, the manual, and back to where one was working."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.session.bewerkplekken import Bewerkplekken
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.handleiding import Handleiding, lees_handleiding
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.toetsenblad import Toetsenblad


class Hulpbediening(QObject):
    """Wires help; ``gekozen`` tells an ``Adres`` to go to, ``hier`` where the user is."""

    gekozen = Signal(object)

    def __init__(self, venster: Venster, sessie: Sessie, hier: Callable[[], Adres]) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._plekken = Bewerkplekken(sessie, hier)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {
            "help.toetsen": self._toon_toetsen,
            "help.handleiding": self._toon_handleiding,
            "beeld.bewerkplek": self._naar_bewerkplek,
        }

    def _toon_toetsen(self) -> None:
        blad = Toetsenblad(self._venster.opdrachten.acties.keys(), self._venster)
        blad.finished.connect(blad.deleteLater)
        blad.open()

    def _toon_handleiding(self) -> None:
        open_ = [een for een in self._venster.findChildren(Handleiding) if een.isVisible()]
        if open_:
            open_[0].activateWindow()
            return
        with self._sessie.balk.meldt():
            handleiding = Handleiding(lees_handleiding(), self._venster)
            handleiding.finished.connect(handleiding.deleteLater)
            handleiding.show()

    def _naar_bewerkplek(self) -> None:
        plek = self._plekken.volgende()
        if plek is None:
            self._sessie.gemeld.emit("U hebt hier nog niets gewijzigd.", False)
        else:
            self.gekozen.emit(plek)
