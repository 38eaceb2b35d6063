"""Asking of whom advice is wanted and by which day, and what the advice is."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.text.opmerking_vraag import Tekstvak, leg_uit, naamveld
from tk_desktop.domain.advies import Oordeel
from tk_desktop.domain.datuminvoer import Ligging


class AdviesVraag(QDialog):
    """Opens over its parent; ``gegeven`` tells of whom advice is asked and by which day (``None``: no day)."""

    gegeven = Signal(str, object)

    def __init__(
        self, titel: str, knop: str, ouder: QWidget, vandaag: Callable[[], date], *, namen: Sequence[str] = ()
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.van = naamveld("Van", namen)
        self.van.setPlaceholderText("Een afdeling of een persoon")
        self.uiterlijk = DatumVeld("Uiterlijk", vandaag)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Van", self.van)
        vorm.addRow("&Uiterlijk", self.uiterlijk)
        self._doe = leg_uit(self, vorm, knop)
        self.van.textChanged.connect(self._kijk_na)
        self.uiterlijk.veranderd.connect(self._kijk_na)
        self.uiterlijk.klaar.connect(self._kijk_na)
        self.accepted.connect(self._gaf)
        self._kijk_na()

    def toon(self, van: str, uiterlijk: date | None = None) -> None:
        """Fill the fields with what is known already, and go to the one that is not."""
        self.van.setText(van)
        self.uiterlijk.toon(uiterlijk)
        (self.uiterlijk if van else self.van).setFocus()

    def _kijk_na(self) -> None:
        self._doe.setEnabled(bool(self.van.text().strip()) and not self.uiterlijk.fout)

    def _gaf(self) -> None:
        self.gegeven.emit(self.van.text().strip(), self.uiterlijk.datum)


class AdviesGeven(QDialog):
    """Opens over its parent; ``gegeven`` tells the ``Oordeel``, its day and the words that came with it."""

    gegeven = Signal(object, object, str)

    def __init__(self, van: str, ouder: QWidget, vandaag: Callable[[], date]) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Advies vastleggen")
        zin = QLabel(f"Wat adviseert {van}?")
        zin.setTextFormat(Qt.TextFormat.PlainText)
        zin.setWordWrap(True)
        self.oordeel = QComboBox()
        self.oordeel.setAccessibleName("Advies")
        for soort in Oordeel:
            self.oordeel.addItem(soort.value.capitalize(), soort.value)
        self.dag = DatumVeld("Gegeven op", vandaag, Ligging.TERUG)
        self.dag.toon(vandaag())
        self.tekst = Tekstvak("Toelichting")
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow(zin)
        vorm.addRow("&Advies", self.oordeel)
        vorm.addRow("&Gegeven op", self.dag)
        vorm.addRow("&Toelichting", self.tekst)
        self._doe = leg_uit(self, vorm, "Vastleggen")
        self.dag.veranderd.connect(self._kijk_na)
        self.accepted.connect(self._gaf)
        self.oordeel.setFocus()

    def toon(self, oordeel: Oordeel, tekst: str) -> None:
        """Fill the fields with what was given before."""
        self.oordeel.setCurrentIndex(self.oordeel.findData(oordeel.value))
        self.tekst.setPlainText(tekst)

    def _kijk_na(self) -> None:
        self._doe.setEnabled(self.dag.datum is not None)

    def _gaf(self) -> None:
        oordeel = Oordeel(self.oordeel.currentData())
        self.gegeven.emit(oordeel, self.dag.datum, self.tekst.toPlainText().strip())
