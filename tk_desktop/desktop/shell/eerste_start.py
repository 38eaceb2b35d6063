"""The first start: who works here and for which body, or the sample to look round in."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.geheimveld import geheim_veld, toonvak
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak, geef_maat, op_regel
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.wachtwoordvraag import KWIJT, bezwaar_tegen


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """How somebody begins: as what, and with which body, or with the sample instead."""

    rol: Rol = Rol.SECRETARIS
    naam: str = ""
    gremium: str = ""
    afkorting: str = ""
    voorbeeld: bool = False
    wachtwoord: str = ""


class EersteStart(QDialog):
    """Asks role, name and body, or whether the user wants the sample instead; ``keuze`` is the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Welkom bij TK Desktop")
        self._voorbeeld = False
        self.naam = QLineEdit()
        self.gremium = QLineEdit()
        self.gremium.setPlaceholderText("bijvoorbeeld: Bestuurscommissie Gezonde Oevers")
        self.afkorting = QLineEdit()
        self.afkorting.setPlaceholderText("bijvoorbeeld: BC GO")
        self._rollen = QButtonGroup(self)
        vak = QWidget()
        rollen = QHBoxLayout(vak)
        rollen.setContentsMargins(0, 0, 0, 0)
        for nummer, (tekst, rol) in enumerate((("&Secretaris", Rol.SECRETARIS), ("&Bestuurder", Rol.BESTUURDER))):
            knop = QRadioButton(tekst)
            knop.setChecked(rol is Rol.SECRETARIS)
            self._rollen.addButton(knop, nummer)
            rollen.addWidget(knop)
        rollen.addStretch(1)
        vorm = self._vorm = QFormLayout()
        vorm.addRow("U werkt hier als", op_regel(vak))
        vorm.addRow("Uw &naam", self.naam)
        vorm.addRow("&Gremium", self.gremium)
        vorm.addRow("&Afkorting", self.afkorting)
        self._vraag_wachtwoord(vorm)
        onder = self._maak_knoppen()
        welkom = QLabel("Alles wat u hier doet blijft op deze computer, in één map. U kunt dit later wijzigen.")
        welkom.setWordWrap(True)
        vragen = QVBoxLayout()
        vragen.setSpacing(12)
        vragen.addWidget(welkom)
        vragen.addLayout(vorm)
        vragen.addWidget(self._over)
        vragen.addStretch(1)
        self._rol = Rolvak(vragen)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(20, 16, 20, 16)
        kolom.setSpacing(12)
        kolom.addWidget(self._rol, 1)
        kolom.addLayout(onder)
        for veld, naam in ((self.naam, "Uw naam"), (self.gremium, "Gremium"), (self.afkorting, "Afkorting")):
            veld.setAccessibleName(naam)
        for veld in (self.naam, self.gremium, self.afkorting, self.wachtwoord, self.weer):
            veld.textChanged.connect(self._kijk_na)
        self._rollen.idToggled.connect(self._bied_aan)
        self.beschermen.toggled.connect(self._kijk_na)
        self.resize(letterbreedte(self.fontMetrics()) * 70, 1)
        self._kijk_na()
        self.naam.setFocus()

    def _maak_knoppen(self) -> QHBoxLayout:
        self._begin = QPushButton("Beginnen")
        self._begin.setProperty("hoofd", "ja")
        self._begin.setDefault(True)
        self._begin.clicked.connect(self.accept)
        self._kijk = QPushButton("&Voorbeeld openen")
        self._kijk.clicked.connect(self._kies_voorbeeld)
        self._mist = QLabel()
        self._mist.setProperty("zacht", "ja")
        self._mist.setWordWrap(True)
        self._mist.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        onder = QHBoxLayout()
        onder.addWidget(self._kijk)
        onder.addWidget(self._mist, 1)
        onder.addWidget(self._begin)
        return onder

    def _vraag_wachtwoord(self, vorm: QFormLayout) -> None:
        self.beschermen = QCheckBox("Bes&cherm deze werkmap met een wachtwoord")
        self.wachtwoord, self.weer = geheim_veld("Wachtwoord"), geheim_veld("Wachtwoord, nog een keer")
        self._over = QLabel(KWIJT)
        self._over.setWordWrap(True)
        self._over.setProperty("zacht", "ja")
        vorm.addRow("", self.beschermen)
        vorm.addRow("&Wachtwoord", self.wachtwoord)
        vorm.addRow("Nog een &keer", self.weer)
        tonen = toonvak(self.wachtwoord, self.weer)
        vorm.addRow("", tonen)
        self._bij_wachtwoord = (self.wachtwoord, self.weer, tonen)

    @property
    def keuze(self) -> Begin:
        """What was filled in."""
        return Begin(
            rol=Rol.SECRETARIS if self._rollen.checkedId() == 0 else Rol.BESTUURDER,
            naam=self.naam.text().strip(),
            gremium=self.gremium.text(),
            afkorting=self.afkorting.text(),
            voorbeeld=self._voorbeeld,
            wachtwoord=self.wachtwoord.text() if self.beschermen.isChecked() else "",
        )

    def _bied_aan(self) -> None:
        """Protect by default the laptop of a bestuurder, that travels (F3)."""
        self.beschermen.setChecked(self._rollen.checkedId() == 1)

    def _kies_voorbeeld(self) -> None:
        self._voorbeeld = True
        self.accept()

    def _bezwaar(self) -> str:
        """Return why the passphrase that was asked for cannot be taken yet, or nothing."""
        return bezwaar_tegen(self.wachtwoord.text(), self.weer.text()) if self.beschermen.isChecked() else ""

    def _pas(self) -> None:
        """Be as high as what is asked now needs: no gaps between the questions."""
        indeling = self.layout()
        if indeling is not None:
            indeling.activate()
            geef_maat(self, self.width(), indeling.totalHeightForWidth(self.width()))

    def _kijk_na(self) -> None:
        met = self.beschermen.isChecked()
        for deel in self._bij_wachtwoord:
            self._vorm.setRowVisible(deel, met)
        self._over.setVisible(met)
        bezwaar = self._bezwaar()
        self._over.setText(f"{bezwaar} {KWIJT}".strip())
        mist = "" if self.gremium.text().strip() else "Vul in bij welk gremium u werkt, of open het voorbeeld."
        self._mist.setText("Het wachtwoord is nog niet goed." if bezwaar and not mist else mist)
        self._begin.setEnabled(not mist and not bezwaar)
        self._begin.setToolTip(mist or bezwaar)
        self._pas()
        self._kijk.setEnabled(not bezwaar)
