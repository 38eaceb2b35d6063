"""What one does with notes over all meetings: how long they are kept, and the questions among them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.reader.bewaarbediening import Bewaarbediening
from tk_desktop.desktop.reader.vragenbediening import Vragenbediening
from tk_desktop.desktop.session.naambediening import Naambediening
from tk_desktop.desktop.session.sessie import Sessie


class Notitiezaken(QObject):
    """Opens the screens on notes over the window; ``leg_vast`` keeps what is being typed elsewhere first."""

    def __init__(self, sessie: Sessie, venster: QWidget, leg_vast: Callable[[], None]) -> None:
        super().__init__(venster)
        self._leg_vast = leg_vast
        self.bewaring = Bewaarbediening(sessie, venster)
        self.vragen = Vragenbediening(sessie, venster)
        self.naam = Naambediening(sessie, venster)
        self._venster = venster

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {"notitie.bewaren": self._bewaar, "notitie.vragen": self._vraag, "beeld.naam": self._noem}

    def begin(self) -> None:
        """Tell what there is to tell when the window opens."""
        self.bewaring.kondig_aan()

    def _bewaar(self) -> None:
        self._leg_vast()
        self.bewaring.open()

    def _noem(self) -> None:
        self._leg_vast()
        self.naam.vraag(self._venster)

    def _vraag(self) -> None:
        self._leg_vast()
        self.vragen.open()
