"""Asking for the words of a remark, and for an answer to one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)


class OpmerkingVraag(QDialog):
    """Opens over its parent; ``gegeven`` tells which of ``keuzes`` it is about, who said it, and the words.

    A remark that is there already is about what it was about: then there is one choice, and it cannot be changed.
    """

    gegeven = Signal(int, str, str)

    def __init__(
        self,
        titel: str,
        knop: str,
        ouder: QWidget,
        *,
        keuzes: Sequence[str],
        gekozen: int = 0,
        namen: Sequence[str] = (),
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.over = QComboBox()
        self.over.setAccessibleName("Waarover")
        self.over.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.over.setMinimumContentsLength(24)
        self.over.addItems(list(keuzes))
        self.over.setCurrentIndex(gekozen)
        self.over.setEnabled(len(keuzes) > 1)
        self.wie = naamveld("Door", namen)
        self.tekst = tekstvak("Opmerking")
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Bij", self.over)
        vorm.addRow("&Opmerking", self.tekst)
        vorm.addRow("&Door", self.wie)
        self._doe = _knoppen(self, vorm, knop)
        self._doe.setEnabled(False)
        self.tekst.textChanged.connect(self._kijk_na)
        self.accepted.connect(self._gaf)
        self.tekst.setFocus()

    def toon(self, wie: str, tekst: str = "") -> None:
        """Fill the fields with what is known already."""
        self.wie.setText(wie)
        self.tekst.setPlainText(tekst)
        self.tekst.selectAll()

    def _kijk_na(self) -> None:
        self._doe.setEnabled(bool(self.tekst.toPlainText().strip()))

    def _gaf(self) -> None:
        self.gegeven.emit(self.over.currentIndex(), self.wie.text().strip(), self.tekst.toPlainText().strip())


class AntwoordVraag(QDialog):
    """Opens over its parent; ``gegeven`` tells the answer and whether it deals with the remark."""

    gegeven = Signal(str, bool)

    def __init__(self, opmerking: str, antwoord: str, ouder: QWidget, *, is_open: bool) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Antwoorden")
        zin = QLabel(opmerking)
        zin.setTextFormat(Qt.TextFormat.PlainText)
        zin.setWordWrap(True)
        self.tekst = tekstvak("Antwoord")
        self.tekst.setPlainText(antwoord)
        self.klaar = QCheckBox("De opmerking is hiermee &afgehandeld")
        self.klaar.setChecked(not is_open or not antwoord)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow(zin)
        vorm.addRow("An&twoord", self.tekst)
        vorm.addRow(self.klaar)
        _knoppen(self, vorm, "Antwoorden")
        self.accepted.connect(self._gaf)
        self.tekst.setFocus()

    def _gaf(self) -> None:
        self.gegeven.emit(self.tekst.toPlainText().strip(), self.klaar.isChecked())


def naamveld(naam: str, namen: Sequence[str]) -> QLineEdit:
    """Return a field for the name of somebody, which completes names that are known."""
    veld = QLineEdit()
    veld.setAccessibleName(naam)
    kent = QCompleter(list(dict.fromkeys(namen)), veld)
    kent.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    kent.setFilterMode(Qt.MatchFlag.MatchContains)
    veld.setCompleter(kent)
    return veld


def tekstvak(naam: str) -> QPlainTextEdit:
    """Return a field for some lines of plain text, which Tab leaves."""
    veld = QPlainTextEdit()
    veld.setAccessibleName(naam)
    veld.setTabChangesFocus(True)
    veld.setMinimumHeight(veld.fontMetrics().lineSpacing() * 3)
    return veld


def _knoppen(vraag: QDialog, vorm: QFormLayout, knop: str) -> QWidget:
    """Lay the dialog out with its buttons; Enter makes a new line in the text, Ctrl+Enter does it."""
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    doe = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
    doe.setDefault(True)
    doe.setToolTip("Ctrl+Enter")
    knoppen.accepted.connect(vraag.accept)
    knoppen.rejected.connect(vraag.reject)
    for toets in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(toets), vraag).activated.connect(doe.click)
    kolom = QVBoxLayout(vraag)
    kolom.addLayout(vorm, 1)
    kolom.addWidget(knoppen)
    ouder = vraag.parentWidget()
    breed = vraag.fontMetrics().averageCharWidth() * 64
    vraag.setMinimumWidth(min(breed, ouder.width()) if ouder is not None else breed)
    vraag.finished.connect(vraag.deleteLater)
    return doe
