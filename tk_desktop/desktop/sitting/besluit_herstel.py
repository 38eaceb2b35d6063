"""Setting a besluit right: the words that it should have had."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.text.rijke_tekst import RijkeTekst


class Herstelvraag(QDialog):
    """Opens over its parent; ``gegeven`` tells the right words, as rich text."""

    gegeven = Signal(str)

    def __init__(self, nummer: str, tekst: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Besluit {nummer} herstellen")
        uitleg = QLabel(
            "Het besluit krijgt een nieuw nummer met deze tekst. Het oude blijft in het register staan, en zegt "
            "door welk besluit het hersteld is."
        )
        uitleg.setWordWrap(True)
        self.tekst = RijkeTekst("Tekst van het besluit", regels=5)
        self.tekst.toon(tekst)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Herstellen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        self.knop.setEnabled(False)
        self._was = self.tekst.tekst()
        self.tekst.textChanged.connect(self._kijk_na)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        for deel in (uitleg, self.tekst, knoppen):
            kolom.addWidget(deel)
        self.resize(min(self.fontMetrics().averageCharWidth() * 80, ouder.width()), self.sizeHint().height())
        self.finished.connect(self.deleteLater)
        self.tekst.setFocus()

    def _kijk_na(self) -> None:
        nu = self.tekst.tekst()
        self.knop.setEnabled(bool(nu.strip()) and nu != self._was)

    def _gaf(self) -> None:
        tekst = self.tekst.tekst()
        self.accept()
        self.gegeven.emit(tekst)
