"""Asks for the address of a link."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.opmaak import schoon_adres


class Koppelvenster(QDialog):
    """One field with an address; empty takes the link away. ``adres`` gives what the link becomes."""

    def __init__(self, adres: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Koppeling")
        self._veld = QLineEdit(adres)
        self._veld.setAccessibleName("Adres van de koppeling")
        self._veld.setMinimumWidth(letterbreedte(self.fontMetrics()) * 42)
        label = QLabel("&Adres van de website, of een e-mailadres:")
        label.setBuddy(self._veld)
        self._uitleg = QLabel("Leeg haalt de koppeling weg.")
        self._uitleg.setWordWrap(True)
        knoppen = QDialogButtonBox()
        self._goed = knoppen.addButton("&Koppelen", QDialogButtonBox.ButtonRole.AcceptRole)
        knoppen.addButton("Annu&leren", QDialogButtonBox.ButtonRole.RejectRole)
        self._goed.setDefault(True)
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        for deel in (label, self._veld, self._uitleg, knoppen):
            indeling.addWidget(deel)
        self._veld.textChanged.connect(self._keur)
        self._veld.selectAll()
        self._keur()

    def adres(self) -> str:
        """Return the address as it is stored; nothing when the link is to go."""
        return schoon_adres(self._veld.text())

    def _keur(self) -> None:
        """Let only an address through that a reader can follow."""
        getypt = self._veld.text().strip()
        goed = not getypt or bool(self.adres())
        self._goed.setEnabled(goed)
        uitleg = "Leeg haalt de koppeling weg." if goed else "Dit is geen adres van een website of e-mail."
        self._uitleg.setText(uitleg)
