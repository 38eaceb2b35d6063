"""The first start: who works here and for which body, or the sample to look round in."""

from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from tk_desktop.base.errors import Onderbroken
from tk_desktop.desktop.commands import laad
from tk_desktop.desktop.voorkeuren import Rol, Voorkeuren
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.store.werkmap import Store


class EersteStart(QDialog):
    """Asks role, name and body; ``voorbeeld`` is true when the user wants the sample instead."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Welkom bij TK Desktop")
        self.voorbeeld = False
        self.naam = QLineEdit()
        self.gremium = QLineEdit()
        self.gremium.setPlaceholderText("bijvoorbeeld: Bestuurscommissie Gezonde Oevers")
        self.afkorting = QLineEdit()
        self.afkorting.setPlaceholderText("bijvoorbeeld: BC GO")
        self._rollen = QButtonGroup(self)
        rollen = QHBoxLayout()
        for nummer, (tekst, rol) in enumerate((("&Secretaris", Rol.SECRETARIS), ("&Bestuurder", Rol.BESTUURDER))):
            knop = QRadioButton(tekst)
            knop.setChecked(rol is Rol.SECRETARIS)
            self._rollen.addButton(knop, nummer)
            rollen.addWidget(knop)
        rollen.addStretch(1)
        vorm = QFormLayout()
        vorm.addRow("U werkt hier als", rollen)
        vorm.addRow("Uw &naam", self.naam)
        vorm.addRow("&Gremium", self.gremium)
        vorm.addRow("&Afkorting", self.afkorting)
        self._begin = QPushButton("Beginnen")
        self._begin.setProperty("hoofd", "ja")
        self._begin.setDefault(True)
        self._begin.clicked.connect(self.accept)
        kijk = QPushButton("&Voorbeeld openen")
        kijk.clicked.connect(self._kies_voorbeeld)
        onder = QHBoxLayout()
        onder.addWidget(kijk)
        onder.addStretch(1)
        onder.addWidget(self._begin)
        welkom = QLabel("Alles wat u hier doet blijft op deze computer, in één map. U kunt dit later wijzigen.")
        welkom.setWordWrap(True)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(20, 16, 20, 16)
        kolom.setSpacing(12)
        kolom.addWidget(welkom)
        kolom.addLayout(vorm)
        kolom.addLayout(onder)
        for veld, naam in ((self.naam, "Uw naam"), (self.gremium, "Gremium"), (self.afkorting, "Afkorting")):
            veld.setAccessibleName(naam)
            veld.textChanged.connect(self._kijk_na)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.sizeHint().height())
        self._kijk_na()
        self.naam.setFocus()

    @property
    def rol(self) -> Rol:
        """What the user is."""
        return Rol.SECRETARIS if self._rollen.checkedId() == 0 else Rol.BESTUURDER

    def _kies_voorbeeld(self) -> None:
        self.voorbeeld = True
        self.accept()

    def _kijk_na(self) -> None:
        self._begin.setEnabled(bool(self.gremium.text().strip()))


def begin(map_: Path, voorkeuren: Voorkeuren, *, voorbeeld: bool = False) -> None:
    """Make the werkmap when there is none, as the user wants it; raises ``Onderbroken`` when that is cancelled."""
    if (map_ / "tk.db").exists():
        return
    vraag = None if voorbeeld else EersteStart()
    if vraag is not None and vraag.exec() != QDialog.DialogCode.Accepted:
        raise Onderbroken
    with Store.making(map_) as store:
        if vraag is None or vraag.voorbeeld:
            laad("voorbeeld").neem_voorbeeld(store)
        else:
            with store.transaction():
                add_gremium(store, vraag.gremium.text(), vraag.afkorting.text())
    if vraag is not None:
        voorkeuren.rol = vraag.rol
        voorkeuren.naam = vraag.naam.text().strip()
    voorkeuren.leg_vast()
