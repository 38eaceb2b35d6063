"""The site in the window: for whom it is, where it stands, and which meetings and reports are on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.domain.vergaderset import Doelgroep

LEZERS = (
    (Doelgroep.OPENBAAR, "Iedereen"),
    (Doelgroep.AMBTENAREN, "Ambtenaren"),
    (Doelgroep.LEDEN, "Leden"),
)
"""For whom a site can be, with how the screen calls them."""
_WAT = {
    Doelgroep.OPENBAAR: "Wat besloten is, komt er nooit op.",
    Doelgroep.AMBTENAREN: "Zoals voor iedereen, met de telefoonnummers en mailadressen erbij. Niets wat besloten is.",
    Doelgroep.LEDEN: "Met besloten stukken, zonder wat onder geheimhouding valt. Zet deze site achter een wachtwoord.",
}


Siteding = str | Rapport
"""What can be on a site: a meeting by its id, or the report of a programme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Siteregel:
    """A meeting or report that can be on a site, and whether it is."""

    wat: Siteding
    naam: str
    erop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitekeuze:
    """What is asked: the site of these readers in this folder, with exactly this on it; ``eraf`` was and goes."""

    doelgroep: Doelgroep
    map: Path
    basis: str
    erop: tuple[Siteding, ...]
    eraf: tuple[Siteding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Siteplek:
    """Where the site of some readers stands: its folder, empty when it has none yet, and its address on the web."""

    map: str = ""
    basis: str = ""


class Sitevak(QWidget):
    """A form of which ``gevraagd`` tells the ``Sitekeuze``, and ``openen`` the folder that is to be shown.

    ``load`` gives what there is for some readers and ``plek`` where their site stands; ``kies`` asks for a folder.
    """

    gevraagd = Signal(object)
    openen = Signal(str)

    def __init__(
        self,
        load: Callable[[Doelgroep], Sequence[Siteregel]],
        plek: Callable[[Doelgroep], Siteplek],
        kies: Callable[[str], Path | None],
    ) -> None:
        super().__init__()
        self._load = load
        self._plek = plek
        self._kies = kies
        self.setAccessibleName("Site")
        self.lezers = QComboBox()
        for doelgroep, naam in LEZERS:
            self.lezers.addItem(naam, doelgroep)
        self.wat = QLabel()
        self.wat.setWordWrap(True)
        self.wat.setProperty("toon", "zacht")
        self.map = QLineEdit()
        self.map.setPlaceholderText("Kies een lege map")
        self.andere = QPushButton("&Kiezen…")
        self.andere.setAccessibleName("Map kiezen")
        self.basis = QLineEdit()
        self.basis.setPlaceholderText("https://… (mag leeg blijven)")
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat op de site staat")
        self.knop = QPushButton("&Site bijwerken")
        self.knop.setProperty("hoofd", "ja")
        self.toon = QPushButton("&Openen")
        self.lezers.currentIndexChanged.connect(self.reload)
        self.andere.clicked.connect(self._kies_map)
        self.map.textChanged.connect(self._kijk_na)
        self.knop.clicked.connect(self._vraag)
        self.toon.clicked.connect(self._open)
        self._leg_neer()
        self.setFocusProxy(self.lezers)
        self.reload()

    @property
    def doelgroep(self) -> Doelgroep:
        """For whom the site is that is shown."""
        return Doelgroep(self.lezers.currentData())

    def reload(self) -> None:
        """Look again at what there is and where the site of these readers stands."""
        plek = self._plek(self.doelgroep)
        self.wat.setText(_WAT[self.doelgroep])
        self.map.setText(plek.map)
        self.basis.setText(plek.basis)
        self.lijst.clear()
        for regel in self._load(self.doelgroep):
            rij = QListWidgetItem(regel.naam, self.lijst)
            rij.setData(Qt.ItemDataRole.UserRole, regel)
            rij.setFlags(rij.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            rij.setCheckState(Qt.CheckState.Checked if regel.erop else Qt.CheckState.Unchecked)
        self._kijk_na()

    def _kijk_na(self) -> None:
        heeft_map = bool(self.map.text().strip())
        self.knop.setEnabled(heeft_map)
        self.toon.setEnabled(heeft_map and (Path(self.map.text().strip()) / "index.html").is_file())

    def _kies_map(self) -> None:
        gekozen = self._kies(self.map.text())
        if gekozen is not None:
            self.map.setText(str(gekozen))

    def _open(self) -> None:
        self.openen.emit(self.map.text().strip())

    def _vraag(self) -> None:
        rijen = [self.lijst.item(rang) for rang in range(self.lijst.count())]
        erop = [rij.data(Qt.ItemDataRole.UserRole) for rij in rijen if rij.checkState() is Qt.CheckState.Checked]
        niet = [rij.data(Qt.ItemDataRole.UserRole) for rij in rijen if rij.checkState() is Qt.CheckState.Unchecked]
        self.gevraagd.emit(
            Sitekeuze(
                doelgroep=self.doelgroep,
                map=Path(self.map.text().strip()),
                basis=self.basis.text().strip(),
                erop=tuple(een.wat for een in erop),
                eraf=tuple(een.wat for een in niet if een.erop),
            )
        )

    def _leg_neer(self) -> None:
        map_rij = QHBoxLayout()
        map_rij.addWidget(self.map, 1)
        map_rij.addWidget(self.andere)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Voor wie", self.lezers)
        vorm.addRow("", self.wat)
        map_label = QLabel("&Map")
        map_label.setBuddy(self.map)
        vorm.addRow(map_label, map_rij)
        vorm.addRow("&Adres op het web", self.basis)
        for label, veld in (("Map", self.map), ("Adres op het web", self.basis)):
            veld.setAccessibleName(label)
        kop = QLabel("&Wat erop staat")
        kop.setBuddy(self.lijst)
        kop.setProperty("kop", "2")
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop)
        knoppen.addWidget(self.toon)
        knoppen.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(vorm)
        kolom.addWidget(kop)
        kolom.addWidget(self.lijst, 1)
        kolom.addLayout(knoppen)
