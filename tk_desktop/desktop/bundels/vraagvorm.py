"""How questions of the exchange are laid out: an explanation, a form and two buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, Rolvak, geef_maat

BREED = 70
"""Letters wide that such a question is."""

Keuze = tuple[str, str]
"""What is chosen (an id) and the words for it."""


class Vraagvorm:
    """Lays out a question: an explanation, a form, and two buttons; it scrolls on a small screen."""

    def __init__(self, vraag: QDialog, titel: str, uitleg: str, knop: str, gaf: Callable[[], None]) -> None:
        self._vraag = vraag
        vraag.setWindowTitle(titel)
        tekst = QLabel(uitleg)
        tekst.setWordWrap(True)
        self.vorm = QFormLayout()
        knoppen = Knoppenrij(QDialogButtonBox.StandardButton.Cancel)
        knoppen.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # Enter never throws away
        self.doe = knoppen.addButton(knop, QDialogButtonBox.ButtonRole.AcceptRole)
        self.doe.setProperty("hoofd", "ja")
        self.doe.setDefault(True)
        knoppen.accepted.connect(gaf)
        knoppen.rejected.connect(vraag.reject)
        self._knoppen = knoppen
        binnen = QVBoxLayout()
        binnen.addWidget(tekst)
        binnen.addLayout(self.vorm)
        binnen.addStretch(1)
        self.binnen = Rolvak(binnen)
        kolom = QVBoxLayout(vraag)
        kolom.addWidget(self.binnen, 1)
        kolom.addWidget(knoppen)
        vraag.finished.connect(vraag.deleteLater)

    def pas(self) -> None:
        """Give the question the size that its words ask for."""
        vraag = self._vraag
        geef_maat(vraag, letterbreedte(vraag.fontMetrics()) * BREED, vraag.sizeHint().height())
        self.binnen.laat_passen()
        self._begin_bij_de_vraag()

    def _begin_bij_de_vraag(self) -> None:
        """Give the keyboard to the first field: the buttons were made before it, so that Qt would begin with them."""
        velden = [
            veld
            for veld in self.binnen.findChildren(QWidget)
            if veld.focusPolicy() & Qt.FocusPolicy.TabFocus and veld.isVisibleTo(self._vraag) and veld.isEnabled()
        ]
        if velden and self._vraag.focusWidget() is None:
            vorige = velden[-1]
            for knop in self._knoppen.buttons():
                self._vraag.setTabOrder(vorige, knop)
                vorige = knop
            velden[0].setFocus()

    def toon(self, deel: QWidget) -> None:
        """Scroll to a part of it, on a screen that is too small for all."""
        self.binnen.ensureWidgetVisible(deel)

    def knop(self, tekst: str) -> QPushButton:
        """Add a button that is no answer, and return it."""
        knop = self._knoppen.addButton(tekst, QDialogButtonBox.ButtonRole.ResetRole)
        knop.setAutoDefault(False)
        return knop

    def rij_van(self, veld: QWidget, *, zichtbaar: bool) -> None:
        """Show or hide the row in which a field stands beside something else."""
        for nummer in range(self.vorm.rowCount()):
            deel = self.vorm.itemAt(nummer, QFormLayout.ItemRole.FieldRole)
            rij = deel.layout() if deel is not None else None
            if rij is not None and rij.indexOf(veld) >= 0:
                self.vorm.setRowVisible(nummer, zichtbaar)

    def groei(self) -> None:
        """Take more height for what is shown since, as far as the screen has it."""
        self.binnen.updateGeometry()
        geef_maat(self._vraag, self._vraag.width(), max(self._vraag.height(), self._vraag.sizeHint().height()))
        self.binnen.laat_passen()

    def lijst(self, naam: str, keuzes: Sequence[Keuze], nu: str = "") -> QComboBox:
        """Add a choice, and return it."""
        lijst = QComboBox()
        lijst.setAccessibleName(naam.replace("&", ""))
        for id_, woorden in keuzes:
            lijst.addItem(woorden, id_)
        if nu and (plek := lijst.findData(nu)) >= 0:
            lijst.setCurrentIndex(plek)
        lijst.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.vorm.addRow(naam, lijst)
        return lijst

    def veld(self, naam: str, inhoud: str = "") -> QLineEdit:
        """Add a line to type in, and return it."""
        veld = QLineEdit(inhoud)
        veld.setAccessibleName(naam.replace("&", ""))
        self.vorm.addRow(naam, veld)
        return veld

    def vak(self, tekst: str, *, aan: bool = False) -> QCheckBox:
        """Add a box to tick, and return it."""
        vak = QCheckBox(tekst)
        vak.setChecked(aan)
        self.vorm.addRow("", vak)
        return vak
