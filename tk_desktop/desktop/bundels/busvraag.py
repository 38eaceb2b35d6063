"""Asks the password of a postbus that the keyring does not keep, or that was refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from tk_desktop.desktop.session.slotvorm import Slotvorm


class Buswachtwoord(QDialog):
    """Asks one password; ``gegeven`` tells it, and whether the keyring keeps it."""

    gegeven = Signal(str, bool)

    def __init__(self, adres: str, gebruiker: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Wachtwoord van de postbus")
        self.vorm = Slotvorm(
            self,
            f"Geef het wachtwoord van {gebruiker} voor ‘{adres}’.",
            veld="Wachtwoord van de postbus",
            anders="Annuleren",
        )
        self.onthoud = QCheckBox("In de sleutelring van deze computer &bewaren")
        self.onthoud.setChecked(True)
        self.vorm.voeg_toe(self.onthoud)
        self.veld = self.vorm.veld
        self.vorm.knoppen.accepted.connect(self._gaf)
        self.finished.connect(self.deleteLater)

    def _gaf(self) -> None:
        wachtwoord, onthoud = self.veld.text(), self.onthoud.isChecked()
        self.veld.clear()
        self.accept()
        self.gegeven.emit(wachtwoord, onthoud)
