"""Setting a besluit right: the outcome and the words that it should have had."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak, geef_maat
from tk_desktop.desktop.sitting.tafelwoorden import KNOPPEN
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.besluit import Uitkomst


class Herstelvraag(QDialog):
    """Opens over its parent; ``gegeven`` tells the right words, as rich text, and the outcome (``Uitkomst``)."""

    gegeven = Signal(str, object)

    def __init__(self, nummer: str, tekst: str, uitkomst: Uitkomst, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Besluit {nummer} herstellen")
        uitleg = QLabel(
            "Het besluit krijgt een nieuw nummer met deze uitkomst en tekst. Het oude blijft in het register staan, en "
            "zegt door welk besluit het hersteld is."
        )
        uitleg.setWordWrap(True)
        self.uitkomst = QComboBox()
        self.uitkomst.setAccessibleName("Uitkomst")
        for een, naam in KNOPPEN:
            self.uitkomst.addItem(naam, een.value)
        self.uitkomst.setCurrentIndex(self.uitkomst.findData(uitkomst.value))
        vorm = QFormLayout()
        vorm.addRow("&Uitkomst", self.uitkomst)
        self.tekst = RijkeTekst("Tekst van het besluit", regels=5)
        self.tekst.toon(tekst)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Herstellen", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        self.knop.setEnabled(False)
        self._was = (self.tekst.tekst(), uitkomst)
        self.tekst.textChanged.connect(self._kijk_na)
        self.uitkomst.currentIndexChanged.connect(self._kijk_na)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        inhoud = QVBoxLayout()
        inhoud.addWidget(uitleg)
        inhoud.addLayout(vorm)
        inhoud.addWidget(self.tekst, 1)
        self._rol = Rolvak(inhoud)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self._rol, 1)
        kolom.addWidget(knoppen)
        geef_maat(self, min(letterbreedte(self.fontMetrics()) * 80, ouder.width()), self.sizeHint().height())
        self.finished.connect(self.deleteLater)
        self.tekst.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words of the besluit."""
        super().showEvent(event)
        QTimer.singleShot(0, self._rol, self._rol.laat_passen)

    def _nu(self) -> tuple[str, Uitkomst]:
        return self.tekst.tekst(), Uitkomst(self.uitkomst.currentData())

    def _kijk_na(self) -> None:
        tekst, uitkomst = self._nu()
        ander = uitkomst is not self._was[1]
        self.knop.setEnabled((tekst, uitkomst) != self._was and (ander or bool(tekst.strip())))

    def _gaf(self) -> None:
        tekst, uitkomst = self._nu()
        self.accept()
        self.gegeven.emit(tekst, uitkomst)
