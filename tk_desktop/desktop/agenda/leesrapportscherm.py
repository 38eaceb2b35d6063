"""Whether everybody can read a paper: what was seen in its file, point by point, and a text for who sent it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.toegankelijkheid import Leesregel

_GOED = "Hier is niets op aan te merken. Of een beschrijving van een beeld klopt, ziet u zelf."
_REGELS = 6
_VRAAG = "Stuur dit aan de afzender. U kunt de tekst hier nog aanpassen."


class Leesrapportscherm(QDialog):
    """Shows the report on one paper; the text for its sender can be changed and copied, and is not kept."""

    def __init__(self, titel: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Toegankelijkheid van ‘{titel}’")
        self.stand = QLabel("Het bestand wordt nagekeken…")
        self.stand.setWordWrap(True)
        self.stand.setTextFormat(Qt.TextFormat.PlainText)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat er is gezien")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.brief = QPlainTextEdit()
        self.brief.setAccessibleName("Tekst voor de afzender")
        self.brief.setTabChangesFocus(True)
        self.kopieer = QPushButton("&Kopieer tekst")
        self.kopieer.setAutoDefault(False)
        self.kopieer.clicked.connect(self._kopieer)
        self.sluiten = QPushButton("Sluiten")
        self.sluiten.setDefault(True)
        self.sluiten.clicked.connect(self.accept)
        self._vak = self._met_kop("&Tekst voor de afzender", self.brief)
        self._vak.hide()
        self.kopieer.hide()
        kolom = QWidget()
        indeling = QVBoxLayout(kolom)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self._met_kop("&Wat er is gezien", self.lijst), 2)
        indeling.addWidget(self._vak, 3)
        indeling.addWidget(self.stand)
        rol = Rolblad()
        rol.setWidget(kolom)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.kopieer)
        knoppen.addStretch(1)
        knoppen.addWidget(self.sluiten)
        geheel = QVBoxLayout(self)
        geheel.addWidget(rol, 1)
        geheel.addLayout(knoppen)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 100, letter.height() * 34)
        self.lijst.setFocus()

    def toon(self, regels: Sequence[Leesregel], brief: str) -> None:
        """Show what was seen, and the text when there is something to ask."""
        self.lijst.clear()
        for regel in regels:
            stand = "in orde" if regel.goed else "te verbeteren"
            woord = f"{regel.punt.value.capitalize()}, {stand}: {regel.gezien}"
            self.lijst.addItem(QListWidgetItem(icon("circle-check" if regel.goed else "triangle-alert"), woord))
        self.lijst.setCurrentRow(0)
        self.brief.setPlainText(brief)
        self._vak.setVisible(bool(brief))
        self.kopieer.setVisible(bool(brief))
        self.stand.setText(_VRAAG if brief else _GOED)

    def meld(self, zin: str) -> None:
        """Tell what went on, or wrong."""
        self.stand.setText(zin)

    def _kopieer(self) -> None:
        QGuiApplication.clipboard().setText(self.brief.toPlainText())
        self.stand.setText("De tekst staat op het klembord; plak hem in een bericht aan de afzender.")

    def _met_kop(self, naam: str, veld: QWidget) -> QWidget:
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kop = QLabel(naam)
        kop.setBuddy(veld)
        veld.setMinimumHeight(self.fontMetrics().height() * _REGELS)
        kolom.addWidget(kop)
        kolom.addWidget(veld, 1)
        return vak
