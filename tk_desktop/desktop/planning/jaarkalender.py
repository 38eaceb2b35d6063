"""The year of all bodies, month by month: when they meet, and by when what has to be done."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.domain.datum import MAANDEN, dag_kort, lang, spanne
from tk_desktop.domain.termijnen import Kalenderregel, Termijn, Termijnsoort
from tk_desktop.domain.vergadering import Status

_KOPPEN = ("Vergadering", "Tijd", "Gremium", "Aanleveren", "Sluiten", "Verzenden", "Verhindering")
_ID = int(Qt.ItemDataRole.UserRole)
_EERSTE_TERMIJN = 3


class JaarKalender(QWidget):
    """Shows a year; ``load`` returns its meetings, the earliest first.

    ``gekozen`` tells the id of the meeting to open, ``gevraagd_nieuw`` that a meeting is wanted, ``gevraagd_in`` that a
    calendar is to be taken in, ``gevraagd_uit`` which year is to be kept as .ics.
    """

    gekozen = Signal(str)
    gevraagd_nieuw = Signal()
    gevraagd_in = Signal()
    gevraagd_uit = Signal(int)

    def __init__(self, load: Callable[[int], Sequence[Kalenderregel]], vandaag: date) -> None:
        super().__init__()
        self._load = load
        self._vandaag = vandaag
        self._jaar = vandaag.year
        self._regels: tuple[Kalenderregel, ...] = ()
        self.setAccessibleName("Jaarkalender")
        self.kop = QLabel()
        self.kop.setProperty("kop", "1")
        self.gremium = QComboBox()
        self.gremium.setAccessibleName("Toon gremium")
        self.gremium.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.gremium.setMinimumContentsLength(12)
        self.lijst = _Lijst()
        Focusdeur(self, lambda: self.lijst)
        self.telling = QLabel()
        self.telling.setProperty("zacht", "ja")
        self.telling.setWordWrap(True)
        self._leg_uit()
        self.gremium.currentIndexChanged.connect(self._vul)
        self.lijst.gekozen.connect(self.gekozen)
        self.reload()

    @property
    def jaar(self) -> int:
        """The year that is shown."""
        return self._jaar

    def toon_jaar(self, jaar: int) -> None:
        """Show another year."""
        self._jaar = max(1900, min(2999, jaar))
        self.reload()

    def reload(self) -> None:
        """Ask for the year again and show it; the body that was chosen stays chosen."""
        self._regels = tuple(self._load(self._jaar))
        self.kop.setText(str(self._jaar))
        gekozen = self.gremium.currentData()
        gremia = {regel.gremium.id: regel.gremium.naam for regel in self._regels}
        self.gremium.blockSignals(True)
        self.gremium.clear()
        self.gremium.addItem("Alle gremia", "")
        for id_, naam in sorted(gremia.items(), key=lambda paar: paar[1]):
            self.gremium.addItem(naam, id_)
        self.gremium.setCurrentIndex(max(0, self.gremium.findData(gekozen or "")))
        self.gremium.blockSignals(False)
        self._vul()

    def _leg_uit(self) -> None:
        vorig, volgend = QToolButton(), QToolButton()
        for knop, naam, teken, stap in (
            (vorig, "Vorig jaar", "arrow-left", -1),
            (volgend, "Volgend jaar", "arrow-right", 1),
        ):
            knop.setIcon(icon(teken))
            knop.setAccessibleName(naam)
            knop.setToolTip(naam)
            knop.setProperty("stap", stap)
            knop.clicked.connect(self._blader)
        rij = QHBoxLayout()
        for deel in (vorig, self.kop, volgend):
            rij.addWidget(deel)
        rij.addSpacing(letterbreedte(self.fontMetrics()) * 2)
        rij.addWidget(self.gremium)
        rij.addStretch(1)
        knoppen = QHBoxLayout()
        nieuw, in_, uit = QPushButton("&Nieuwe vergadering"), QPushButton("&Innemen…"), QPushButton("Bewaren als .ics…")
        nieuw.clicked.connect(self.gevraagd_nieuw)
        in_.clicked.connect(self.gevraagd_in)
        uit.clicked.connect(self._vraag_uit)
        for knop_ in (nieuw, in_, uit):
            knoppen.addWidget(knop_)
        knoppen.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.addLayout(rij)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.telling)
        kolom.addLayout(knoppen)

    def _blader(self) -> None:
        knop = self.sender()
        self.toon_jaar(self._jaar + int(knop.property("stap")))

    def _vraag_uit(self) -> None:
        self.gevraagd_uit.emit(self._jaar)

    def _vul(self) -> None:
        gremium = self.gremium.currentData() or ""
        regels = [regel for regel in self._regels if gremium in ("", regel.gremium.id)]
        self.lijst.toon(regels, self._vandaag)
        komend = [
            (termijn, regel)
            for regel in regels
            for termijn in regel.termijnen
            if regel.vergadering.status is Status.GEPLAND and termijn.dag >= self._vandaag
        ]
        if komend:
            termijn, regel = min(komend, key=lambda paar: paar[0].dag)
            over = (termijn.dag - self._vandaag).days
            wanneer = "vandaag" if over == 0 else "morgen" if over == 1 else f"over {over} dagen"
            self.telling.setText(
                f"Eerstvolgende termijn: {termijn.soort.value} voor {regel.gremium.kort} van "
                f"{lang(regel.vergadering.datum)}, {lang(termijn.dag, met_dag=True)} ({wanneer})."
            )
        elif regels:
            self.telling.setText("Er komen in dit jaar geen termijnen meer.")
        else:
            self.telling.setText(f"In {self._jaar} staat nog geen vergadering.")


class _Lijst(QTreeWidget):
    """The months with their meetings; ``gekozen`` tells the one opened with Enter or a double click."""

    gekozen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Vergaderingen per maand")
        self.setColumnCount(len(_KOPPEN))
        zet_koppen(self, _KOPPEN)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setIndentation(letterbreedte(self.fontMetrics()))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de jaarkalender")
        kop.setStretchLastSection(True)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemDoubleClicked.connect(self._open)

    def toon(self, regels: Sequence[Kalenderregel], vandaag: date) -> None:
        """Replace all lines; the meeting that was chosen stays chosen, else the first one to come is."""
        vorige = self._huidig()
        self.clear()
        eerste: QTreeWidgetItem | None = None
        for maand, groep in groupby(regels, key=lambda regel: regel.vergadering.datum.month):
            kop = QTreeWidgetItem([MAANDEN[maand - 1].capitalize()])
            vet = QFont(self.font())
            vet.setBold(True)
            kop.setFont(0, vet)
            kop.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(kop)
            kop.setFirstColumnSpanned(True)
            for regel in groep:
                item = _item(regel, vandaag)
                kop.addChild(item)
                komt = eerste is None and regel.vergadering.datum >= vandaag
                if regel.vergadering.id == vorige or (not vorige and komt):
                    eerste = item
        self.expandAll()
        if eerste is not None:
            self.setCurrentItem(eerste)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the meeting with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _huidig(self) -> str:
        item = self.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def _open(self) -> None:
        if self._huidig():
            self.gekozen.emit(self._huidig())


def _item(regel: Kalenderregel, vandaag: date) -> QTreeWidgetItem:
    vergadering = regel.vergadering
    tijd = spanne(vergadering.begin, vergadering.einde)
    weg = vergadering.status is Status.GEANNULEERD
    naam = regel.gremium.kort + (" (geannuleerd)" if weg else "")
    termijnen = {termijn.soort: termijn for termijn in regel.termijnen}
    dagen = ["" if weg else dag_kort(termijnen[soort].dag) for soort in Termijnsoort]
    item = QTreeWidgetItem([dag_kort(vergadering.datum), tijd, naam, *dagen])
    item.setData(0, _ID, vergadering.id)
    item.setToolTip(0, f"{lang(vergadering.datum, met_dag=True)}, {vergadering.plaats}".rstrip(", "))
    item.setToolTip(2, regel.gremium.naam)
    volgende = min((t.dag for t in regel.termijnen if t.dag >= vandaag), default=None)
    for kolom, soort in enumerate(Termijnsoort, _EERSTE_TERMIJN):
        item.setToolTip(kolom, _uitleg(termijnen[soort]))
        if termijnen[soort].dag < vandaag:
            item.setForeground(kolom, QColor(kleuren().zacht))
        elif termijnen[soort].dag == volgende and not weg:
            item.setForeground(kolom, QColor(kleuren().tonen[Toon.BLAUW].tekst))
            item.setIcon(kolom, icon("clock"))
    if weg or vergadering.datum < vandaag:
        for kolom in range(_EERSTE_TERMIJN):
            item.setForeground(kolom, QColor(kleuren().zacht))
    return item


def _uitleg(termijn: Termijn) -> str:
    uit = f"{termijn.soort.value[:1].upper()}{termijn.soort.value[1:]}: uiterlijk {lang(termijn.dag, met_dag=True)}."
    if termijn.is_verschoven:
        uit += f" De werkdag voor {lang(termijn.geteld, met_dag=True)}, een vrije dag."
    return uit
