"""Asks on which printer a few sheets are printed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.printer import Printer
from tk_desktop.desktop.session.dialoog import Rolvak

_LETTERS = 10
"""Letters of a printer that are in sight in the narrowest window; a wider one shows more."""


class Bladafdruk(QDialog):
    """Opens over its parent; ``gekozen`` tells the name of the printer."""

    gekozen = Signal(str)

    def __init__(
        self, titel: str, printers: Sequence[Printer], ouder: QWidget, *, wat: str = "Het is één blad, op A4."
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.printer = QComboBox()
        self.printer.setAccessibleName("Printer")
        self.printer.addItems([een.naam for een in printers])
        self.printer.setEnabled(bool(printers))
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(_LETTERS)
        uitleg = QLabel(wat if printers else "Er is geen printer gevonden. Bewaar het als pdf.")
        uitleg.setWordWrap(True)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Printer", self.printer)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Afdr&ukken", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        self.knop.setEnabled(bool(printers))
        knoppen.accepted.connect(self._kies)
        knoppen.rejected.connect(self.reject)
        midden = QVBoxLayout()
        midden.addLayout(vorm)
        midden.addWidget(uitleg)
        kolom = QVBoxLayout(self)
        kolom.addWidget(Rolvak(midden), 1)
        kolom.addWidget(knoppen)
        self.finished.connect(self.deleteLater)

    def _kies(self) -> None:
        self.accept()
        self.gekozen.emit(self.printer.currentText())
