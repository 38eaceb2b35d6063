"""Asks for a name, one line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte


class NaamVraag(QDialog):
    """Opens over its parent with a name filled in; ``gegeven`` tells the name, and who hears it closes the question."""

    gegeven = Signal(str)

    def __init__(self, titel: str, vraag: str, naam: str, knop: str, ouder: QWidget, *, uitleg: str = "") -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.naam = QLineEdit(naam)
        self.naam.setAccessibleName(vraag.replace("&", ""))
        self.naam.selectAll()
        label = QLabel(vraag)
        label.setBuddy(self.naam)
        toelichting = QLabel(uitleg)
        toelichting.setProperty("zacht", "ja")
        toelichting.setWordWrap(True)
        toelichting.setVisible(bool(uitleg))
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        self.naam.textChanged.connect(self._kijk_na)
        kolom = QVBoxLayout(self)
        for deel in (label, self.naam, toelichting, knoppen):
            kolom.addWidget(deel)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, ouder.width()))
        self.finished.connect(self.deleteLater)
        self._kijk_na(naam)

    def _kijk_na(self, tekst: str) -> None:
        self.knop.setEnabled(bool(tekst.strip()))

    def _gaf(self) -> None:
        self.gegeven.emit(self.naam.text().strip())
