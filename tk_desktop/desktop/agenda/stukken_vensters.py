"""Two small windows about papers: the versions of one, and what was put away."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.stuk import Stuk, Stukversie


class Tafel(QWidget):
    """A table under a sentence, with a button that brings back what is chosen (``teruggezet`` tells the ids).

    With ``eerste_geldt`` the first row is what stands now, and cannot be brought back.
    """

    teruggezet = Signal(list)
    geopend = Signal(str)

    def __init__(self, kolommen: Sequence[str], breed: int, *, eerste_geldt: bool = False) -> None:
        super().__init__()
        self._eerste_geldt = eerste_geldt
        self._ids: list[str] = []
        self.uitleg = QLabel()
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.tabel = QTableWidget(0, len(kolommen))
        self.tabel.setHorizontalHeaderLabels(list(kolommen))
        self.tabel.setAccessibleName("Lijst")
        self.tabel.verticalHeader().hide()
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setWordWrap(False)
        self.tabel.setShowGrid(False)
        kop = self.tabel.horizontalHeader()
        kop.setAccessibleName("Kolommen")
        kop.setHighlightSections(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for kolom in range(len(kolommen)):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(breed, QHeaderView.ResizeMode.Stretch)
        self.openen = QPushButton("Openen")
        self.openen.clicked.connect(self._open)
        self.terug = QPushButton("Terugzetten")
        self.terug.setProperty("hoofd", "ja")
        self.terug.setDefault(True)
        self.terug.clicked.connect(self._zet_terug)
        self.sluiten = QPushButton("Sluiten")
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.terug)
        knoppen.addWidget(self.openen)
        knoppen.addStretch(1)
        knoppen.addWidget(self.sluiten)
        kolom_ = QVBoxLayout(self)
        kolom_.setContentsMargins(0, 0, 0, 0)
        kolom_.addWidget(self.uitleg)
        kolom_.addWidget(self.tabel, 1)
        kolom_.addLayout(knoppen)
        self.tabel.itemSelectionChanged.connect(self._gekozen)
        self.tabel.doubleClicked.connect(self._open)

    def toon(self, rijen: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Replace all rows: pairs of an id and its cells."""
        self._ids = [id_ for id_, _ in rijen]
        self.tabel.setRowCount(len(rijen))
        for rij, (_, cellen) in enumerate(rijen):
            for kolom, tekst in enumerate(cellen):
                cel = QTableWidgetItem(tekst)
                cel.setToolTip(tekst)
                self.tabel.setItem(rij, kolom, cel)
        if rijen:
            self.tabel.selectRow(0)
        self._gekozen()

    def gekozen(self) -> list[str]:
        """Return the ids of the chosen rows."""
        return [self._ids[index.row()] for index in self.tabel.selectionModel().selectedRows()]

    def _gekozen(self) -> None:
        gekozen = self.gekozen()
        self.openen.setEnabled(bool(gekozen))
        self.terug.setEnabled(bool(gekozen) and not (self._eerste_geldt and gekozen == self._ids[:1]))

    def _open(self) -> None:
        for id_ in self.gekozen():
            self.geopend.emit(id_)

    def _zet_terug(self) -> None:
        self.teruggezet.emit(self.gekozen())


class VersieVenster(QDialog):
    """The received files of one paper, the newest first.

    ``geopend`` and ``teruggezet`` tell the id of a version; call ``reload`` when it was put back.
    """

    geopend = Signal(str)
    teruggezet = Signal(str)

    def __init__(self, titel: str, load: Callable[[], Sequence[Stukversie]], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Versies")
        self._load = load
        self.tafel = Tafel(("Ontvangen", "Bestand", "Blz.", "Hoe"), 1, eerste_geldt=True)
        self.tafel.uitleg.setText(
            f"Versies van ‘{titel}’. De bovenste geldt; terugzetten maakt een oudere de nieuwste."
        )
        self.tafel.tabel.setAccessibleName(f"Versies van {titel}")
        self.tafel.tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tafel.geopend.connect(self.geopend)
        self.tafel.teruggezet.connect(self._zet_terug)
        _vul(self, self.tafel)
        self.reload()

    def reload(self) -> None:
        """Ask for the versions again and show them."""
        self.tafel.toon([(versie.id, _versie(versie)) for versie in self._load()])

    def _zet_terug(self, ids: list[str]) -> None:
        for id_ in ids:
            self.teruggezet.emit(id_)


class Prullenbak(QDialog):
    """What was put away in a meeting; ``teruggezet`` tells the ids of papers, call ``reload`` afterwards."""

    teruggezet = Signal(list)

    def __init__(self, load: Callable[[], Sequence[Stuk]], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Prullenbak")
        self._load = load
        self.tafel = Tafel(("Titel", "Soort", "Verwijderd"), 0)
        self.tafel.tabel.setAccessibleName("Verwijderde stukken")
        self.tafel.openen.hide()
        self.tafel.teruggezet.connect(self.teruggezet)
        _vul(self, self.tafel)
        self.reload()

    def reload(self) -> None:
        """Ask again what was put away and show it."""
        stukken = self._load()
        self.tafel.toon([(stuk.id, (stuk.titel, stuk.soort.value, _moment(stuk.verwijderd))) for stuk in stukken])
        vol = "Verwijderde stukken blijven hier. Terugzetten brengt ze, met hun bijlagen, weer op hun plaats."
        self.tafel.uitleg.setText(vol if stukken else "De prullenbak is leeg.")


def _vul(venster: QDialog, tafel: Tafel) -> None:
    kolom = QVBoxLayout(venster)
    kolom.addWidget(tafel)
    tafel.sluiten.clicked.connect(venster.accept)
    geef_maat(venster, letterbreedte(venster.fontMetrics()) * 90, venster.fontMetrics().height() * 16)


def _versie(versie: Stukversie) -> tuple[str, ...]:
    hoe = f"omgezet met {versie.omgezet_met}" if versie.omgezet_met else "zoals ontvangen"
    if versie.had_wachtwoord:
        hoe = f"geopend met {versie.omgezet_met}"
    elif versie.is_leesbaar_gemaakt:
        hoe = f"doorzoekbaar met {versie.omgezet_met}"
    return _moment(versie.ontvangen), versie.bestandsnaam, str(versie.paginas) if versie.is_pdf else "–", hoe


def _moment(moment: datetime | None) -> str:
    return f"{lang(moment.date())} {klok(moment.time())}" if moment else ""
