"""Asking for a reason, sometimes with a choice beside it: to hold over, to withdraw, to accept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte


class RedenVraag(QDialog):
    """Opens over its parent; ``gegeven`` tells the chosen key (empty without a choice) and the reason."""

    gegeven = Signal(str, str)

    def __init__(
        self, titel: str, uitleg: str, knop: str, ouder: QWidget, *, keuzes: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Vergadering")
        for sleutel, tekst in keuzes:
            self.keuze.addItem(tekst, sleutel)
        self.reden = QLineEdit()
        self.reden.setAccessibleName("Reden")
        zin = QLabel(uitleg)
        zin.setWordWrap(True)
        vorm = QFormLayout()
        if keuzes:
            vorm.addRow("&Vergadering", self.keuze)
        vorm.addRow("&Reden", self.reden)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._doe = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
        self._doe.setDefault(True)
        self._doe.setEnabled(False)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        self.reden.textChanged.connect(self._kijk_na)
        kolom = QVBoxLayout(self)
        kolom.addWidget(zin)
        kolom.addLayout(vorm)
        kolom.addWidget(knoppen)
        self.reden.setFocus()  # the choice is usually right, the reason is always typed
        breed = max(letterbreedte(self.fontMetrics()) * 60, self.minimumSizeHint().width())
        self.setMinimumWidth(min(breed, ouder.width()))
        self.finished.connect(self.deleteLater)

    def _kijk_na(self, tekst: str) -> None:
        self._doe.setEnabled(bool(tekst.strip()))

    def _gaf(self) -> None:
        self.accept()
        self.gegeven.emit(self.keuze.currentData() or "", self.reden.text().strip())
