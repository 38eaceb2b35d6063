"""What a programme has besides projects and lines, each in a table to type in: periods, phases, roles, short forms."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.programme.rijenveld import Rijenveld
from tk_desktop.domain.datum import lang
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.programmastand import Programmastand

LIJNEN, PERIODEN, FASEN, ROLLEN = "lijnen", "perioden", "fasen", "rollen"
AFKORTINGEN, BRONNEN, MEENEMEN, NAKIJKEN = "afkortingen", "bronnen", "meenemen", "nakijken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelvorm:
    """A table of the form: its name, its columns, and the fields that these are."""

    deel: str
    koppen: tuple[str, ...]
    velden: tuple[str, ...]


TABELLEN = {
    LIJNEN: Tabelvorm(
        deel="Themalijnen",
        koppen=("Themalijn", "Ambitie", "Opdrachtgever", "Trekker"),
        velden=("naam", "ambitie", "opdrachtgever", "trekker"),
    ),
    PERIODEN: Tabelvorm(
        deel="Perioden",
        koppen=("Periode", "Eerste dag", "Laatste dag", "Begroot in", "Gewijzigd in"),
        velden=("naam", "van", "tot", "begroot", "gewijzigd"),
    ),
    FASEN: Tabelvorm(
        deel="Fasen", koppen=("Fase", "In een woord", "Wat dat is"), velden=("naam", "kern", "omschrijving")
    ),
    ROLLEN: Tabelvorm(
        deel="Rollen", koppen=("Rol", "Wie", "Taken", "Hoe vaak"), velden=("rol", "personen", "taken", "frequentie")
    ),
    AFKORTINGEN: Tabelvorm(deel="Afkortingen", koppen=("Kort", "Voluit"), velden=("kort", "lang")),
    BRONNEN: Tabelvorm(
        deel="Bronnen", koppen=("Bron", "Voorwaarden", "Mee naar later"), velden=("naam", "voorwaarden", "mee")
    ),
    MEENEMEN: Tabelvorm(
        deel="Meenemen", koppen=("Waarvan", "Bedrag", "Naar", "Waarom"), velden=("waarvan", "bedrag", "naar", "reden")
    ),
    NAKIJKEN: Tabelvorm(deel="Na te kijken", koppen=("Wat nog niet zeker is",), velden=("vraag",)),
}


class Programmagegevens(QWidget):
    """``veld`` tells the name or visie of the programme; ``tabellen`` are by what is in them, one shown at a time."""

    veld = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Gegevens van het programma")
        self.deel, self._stapel = QComboBox(), QStackedWidget()
        self.deel.setAccessibleName("Wat u wilt zien")
        self.weg = QPushButton("&Rij verwijderen")
        self.weg.setEnabled(False)
        self.naam, self.visie = Regelveld("Naam"), Tekstveld("Visie", 4)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Naam", self.naam)
        vorm.addRow("&Visie", self.visie)
        vlak = QWidget()
        hoog = QVBoxLayout(vlak)
        hoog.setContentsMargins(0, 0, 0, 0)
        hoog.addLayout(vorm)
        hoog.addStretch(1)
        self._voeg_toe(vlak, "Naam en visie")
        self.tabellen = {naam: Rijenveld(een.deel, een.koppen) for naam, een in TABELLEN.items()}
        for naam, tabel in self.tabellen.items():
            self._voeg_toe(tabel, TABELLEN[naam].deel)
        woord = QLabel("&Wat u wilt zien")
        woord.setBuddy(self.deel)
        boven = QHBoxLayout()
        boven.addWidget(woord)
        boven.addWidget(self.deel)
        boven.addWidget(self.weg)
        boven.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(boven)
        kolom.addWidget(self._stapel, 1)
        self.deel.currentIndexChanged.connect(self._toon_deel)
        self.weg.clicked.connect(self._verwijder)
        self.naam.getypt.connect(self._andere_naam)
        self.visie.getypt.connect(self._andere_visie)
        self.setFocusProxy(self.deel)

    def toon(self, stand: Programmastand) -> None:
        """Show a programme as it stands."""
        self.naam.toon(stand.programma.naam)
        self.visie.toon(stand.programma.visie)
        rijen: dict[str, list[tuple[str, tuple[str, ...]]]] = {
            LIJNEN: [(een.id, (een.naam, een.ambitie, een.opdrachtgever, een.trekker)) for een in stand.themalijnen],
            PERIODEN: [
                (een.naam, (een.naam, lang(een.van), lang(een.tot), een.begroot, een.gewijzigd))
                for een in stand.perioden
            ],
            FASEN: [(een.naam, (een.naam, een.kern, een.omschrijving)) for een in stand.fasen],
            ROLLEN: [(een.id, (een.rol, een.personen, een.taken, een.frequentie)) for een in stand.rollen],
            AFKORTINGEN: [(een.id, (een.kort, een.lang)) for een in stand.afkortingen],
            BRONNEN: [(een.id, (een.naam, een.voorwaarden, een.mee.value)) for een in stand.bronnen],
            MEENEMEN: [
                (een.id, (een.waarvan, duizendtal(een.bedrag), een.naar, een.reden))
                for een in stand.meenemen
                if stand.periode is None or een.periode == stand.periode.naam
            ],
            NAKIJKEN: [(een, (een,)) for een in stand.programma.vragen],
        }
        for naam, tabel in self.tabellen.items():
            tabel.toon(rijen[naam])

    def kies(self, deel: str) -> None:
        """Show one of the tables."""
        self.deel.setCurrentText(TABELLEN[deel].deel)

    def leg_vast(self) -> None:
        """Keep what is typed and not told yet."""
        self.naam.leg_vast()
        self.visie.leg_vast()
        for tabel in self.tabellen.values():
            tabel.leg_vast()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the form goes."""
        self.leg_vast()
        super().hideEvent(event)

    def _toon_deel(self, plek: int) -> None:
        self._stapel.setCurrentIndex(plek)
        self.weg.setEnabled(isinstance(self._stapel.currentWidget(), Rijenveld))

    def _verwijder(self) -> None:
        tabel = self._stapel.currentWidget()
        if isinstance(tabel, Rijenveld):
            tabel.verwijder()

    def _voeg_toe(self, vlak: QWidget, naam: str) -> None:
        self.deel.addItem(naam)
        self._stapel.addWidget(vlak)

    def _andere_naam(self, tekst: str) -> None:
        self.veld.emit("naam", tekst)

    def _andere_visie(self, tekst: str) -> None:
        self.veld.emit("visie", tekst)
