"""Asking for the words of a remark, and for an answer to one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
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
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte


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
        self.tekst = Tekstvak("Opmerking")
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Bij", self.over)
        vorm.addRow("&Opmerking", self.tekst)
        vorm.addRow("&Door", self.wie)
        self._doe = leg_uit(self, vorm, knop)
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
        self.tekst = Tekstvak("Antwoord")
        self.tekst.setPlainText(antwoord)
        self.klaar = QCheckBox("De opmerking is hiermee &afgehandeld")
        self.klaar.setChecked(not is_open or not antwoord)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow(zin)
        vorm.addRow("An&twoord", self.tekst)
        vorm.addRow(self.klaar)
        leg_uit(self, vorm, "Antwoorden")
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


class Tekstvak(QPlainTextEdit):
    """Some lines of plain text, which Tab leaves; ``klaar`` tells that Ctrl+Enter was pressed in them."""

    klaar = Signal()

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter makes a new line, Ctrl+Enter ends."""
        enter = e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.klaar.emit()
            return
        super().keyPressEvent(e)


def leg_uit(vraag: QDialog, vorm: QFormLayout, knop: str) -> QPushButton:
    """Lay a dialog out with its buttons, no wider than its parent, and return the button that does it."""
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    doe = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
    doe.setDefault(True)
    knoppen.accepted.connect(vraag.accept)
    knoppen.rejected.connect(vraag.reject)
    kolom = QVBoxLayout(vraag)
    kolom.addLayout(vorm, 1)
    kolom.addWidget(knoppen)
    for veld in vraag.findChildren(Tekstvak):
        doe.setToolTip("Ctrl+Enter")
        veld.klaar.connect(doe.click)
    ouder = vraag.parentWidget()
    breed = letterbreedte(vraag.fontMetrics()) * 80
    vraag.setMinimumWidth(min(breed, ouder.width()) if ouder is not None else breed)
    vraag.finished.connect(vraag.deleteLater)
    return doe
