"""The dossier of a meeting in the window: what stands in the way of closing it, and closing or reopening it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from tk_desktop.domain.datum import kort
from tk_desktop.domain.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbeeld:
    """A dossier as it is shown: of which meeting, what stands in the way of closing it, and how long it is kept."""

    naam: str
    dossier: Dossier
    redenen: Sequence[str]
    bewaren: str


class Dossiervak(QWidget):
    """Shows what ``load`` gives; ``gesloten``, ``heropend`` and ``anders_bewaren`` tell what the user wants."""

    gesloten = Signal()
    heropend = Signal()
    anders_bewaren = Signal()

    def __init__(self, load: Callable[[], Dossierbeeld]) -> None:
        super().__init__()
        self._load = load
        self._dicht = False
        self.setAccessibleName("Dossier")
        self.stand = QLabel()
        self.stand.setWordWrap(True)
        self.bewaren = QLabel()
        self.bewaren.setWordWrap(True)
        self.bewaren.setProperty("toon", "zacht")
        self.termijn = QPushButton("&Bewaartermijn wijzigen…")
        self.termijn.clicked.connect(self.anders_bewaren)
        self.kop = QLabel()
        self.kop.setProperty("kop", "2")
        self.lijst = QListWidget()
        self.lijst.setWordWrap(True)
        self.kop.setBuddy(self.lijst)
        self.knop = QPushButton()
        self.knop.setProperty("hoofd", "ja")
        self.knop.clicked.connect(self._druk)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        for deel in (self.stand, self.bewaren, self.termijn, self.kop):
            kolom.addWidget(deel)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.knop)
        self.reload()
        self.setFocusProxy(self.knop if self.knop.isEnabled() else self.lijst)

    def reload(self) -> None:
        """Look at the dossier again."""
        beeld = self._load()
        op = beeld.dossier.gesloten_op
        self._dicht = op is not None
        stand = f"gesloten op {kort(op)}: wat erbij hoort, verandert niet meer" if op else "open"
        self.stand.setText(f"Het dossier van {beeld.naam} is {stand}.")
        waarom = f" Toelichting: {beeld.dossier.toelichting}" if beeld.dossier.toelichting else ""
        self.bewaren.setText(f"Bewaartermijn: {beeld.bewaren}.{waarom}")
        self.lijst.clear()
        self.lijst.addItems([f"✗ {reden}" for reden in beeld.redenen] or _stappen(beeld.dossier))
        kop = "Dit staat sluiten nog in de weg" if beeld.redenen else "Wat er met het dossier is gedaan"
        self.kop.setText(kop)
        self.lijst.setAccessibleName(kop)
        self.knop.setText("Dossier &heropenen…" if self._dicht else "Dossier &sluiten")
        self.knop.setEnabled(self._dicht or not beeld.redenen)

    def _druk(self) -> None:
        (self.heropend if self._dicht else self.gesloten).emit()


def _stappen(dossier: Dossier) -> list[str]:
    uit = []
    for een in dossier.regels:
        door, waarom = (f" door {een.wie}" if een.wie else ""), (f": {een.reden}" if een.reden else "")
        uit.append(f"{een.stap.value.capitalize()} op {kort(een.datum)}{door}{waarom}")
    return uit or ["Nog niets."]
