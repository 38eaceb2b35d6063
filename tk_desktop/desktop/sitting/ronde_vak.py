"""A schriftelijke ronde: begun with a last day, answered with the keys A, N and B, ended in a besluit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.desktop.sitting.toetslijst import ID, Toetslijst
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import kort
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde, Rondestand
from tk_desktop.domain.rondewoorden import rondezin

_KOPPEN = ("Naam", "Antwoord", "Ontvangen", "Toelichting")
_TOETSEN = {Qt.Key.Key_A: Antwoord.AKKOORD, Qt.Key.Key_N: Antwoord.NIET_AKKOORD, Qt.Key.Key_B: Antwoord.BESPREKEN}
_KNOPPEN = (
    (Antwoord.AKKOORD, "check", "Akkoord (A)"),
    (Antwoord.NIET_AKKOORD, "x", "Niet akkoord (N)"),
    (Antwoord.BESPREKEN, "message-square", "Bespreken (B)"),
    (None, "undo-2", "Nog geen antwoord (Del)"),
)
_STANDEN = {
    Rondestand.LOOPT: "De ronde loopt nog.",
    Rondestand.AKKOORD: "De meerderheid is akkoord. Leg het besluit vast.",
    Rondestand.NIET_AKKOORD: "De meerderheid is niet akkoord; wie zweeg telt niet mee als akkoord.",
    Rondestand.NAAR_VERGADERING: "Een lid wil het punt bespreken: het gaat naar een vergadering.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondebeeld:
    """What the screen shows: the last round on an item, if any, and the besluit that came of it."""

    ronde: Ronde | None = None
    besluit: Besluit | None = None


class Rondevak(QWidget):
    """A round on one item; ``load`` gives what there is, ``vandaag`` the day.

    ``begonnen`` tells the last day, ``beantwoord`` who answered what, ``toegelicht`` who said what with it,
    ``verlengd`` another last day, ``besloten`` that its besluit is to be recorded, ``nieuw`` that another round is
    wanted, ``weg`` that this one goes.
    """

    begonnen = Signal(object)
    beantwoord = Signal(str, object)
    toegelicht = Signal(str, str)
    verlengd = Signal(object)
    besloten = Signal()
    nieuw = Signal()
    weg = Signal()

    def __init__(self, load: Callable[[], Rondebeeld], vandaag: Callable[[], date], onderwerp: str) -> None:
        super().__init__()
        self._load = load
        self._vandaag = vandaag
        self._reacties: tuple[Reactie, ...] = ()
        self._begin_blad, self._ronde_blad = QWidget(), QWidget()
        self._blad = self._begin_blad
        self.setAccessibleName("Schriftelijke ronde")
        self.onderwerp = _zin(onderwerp, kop=True)
        self.laatste_dag = DatumVeld("Antwoord uiterlijk op", vandaag)
        self.knop = QPushButton("Ronde &beginnen")
        self.knop.setProperty("hoofd", "ja")
        self.knop.setEnabled(False)
        self.stand, self.telling = _zin("", kop=True), _zin("")
        self.lijst = Toetslijst(_TOETSEN)
        self.lijst.setAccessibleName("Wie antwoorden: A akkoord, N niet akkoord, B bespreken")
        self.toelichting = QLineEdit()
        self.nieuwe_dag = DatumVeld("Laatste dag", vandaag)
        self.knoppen = {antwoord: QPushButton(icon(teken), woorden) for antwoord, teken, woorden in _KNOPPEN}
        self.knop_besluit = QPushButton(icon("gavel"), "Besl&uit vastleggen")
        self.knop_nieuw = QPushButton("N&og een ronde")
        self.knop_weg = QPushButton(icon("trash-2"), "Ronde weg&halen")
        self._leg_uit()
        self._verbind()
        self.reload()

    def reload(self) -> None:
        """Show the round as it stands now; an explanation that is being typed stays."""
        beeld = self._load()
        was, naar = self._blad, self._begin_blad if beeld.ronde is None else self._ronde_blad
        self._blad = naar
        for blad in (self._begin_blad, self._ronde_blad):  # hidden, for a stack is as high as its highest page
            blad.setVisible(blad is naar)
        if beeld.ronde is not None:
            self._toon(beeld.ronde, beeld.besluit)
        if was is not naar:
            self.ga_naar()
            QTimer.singleShot(0, self._rol, self._rol.laat_passen)

    def ga_naar(self) -> None:
        """Put the keyboard where one goes on."""
        waar = self.laatste_dag if self._blad is self._begin_blad else self.lijst
        waar.setFocus()
        self._rol.ensureWidgetVisible(waar)

    def leg_vast(self) -> None:
        """Tell an explanation that is typed and not yet told."""
        item = self.lijst.currentItem()
        id_ = item.data(0, ID) if item is not None else ""
        nu = next((een for een in self._reacties if een.id == id_), None)
        if nu is not None and self.toelichting.text().strip() != nu.toelichting:
            self.toegelicht.emit(id_, self.toelichting.text())

    def _toon(self, ronde: Ronde, besluit: Besluit | None) -> None:
        stand = ronde.stand(self._vandaag())
        gaf = f"{besluit.aanduiding}: {besluit.uitkomst.value}." if besluit is not None else ""
        self.stand.setText(gaf or _STANDEN[stand])
        self.telling.setText(rondezin(ronde))
        klaar = stand in (Rondestand.AKKOORD, Rondestand.NIET_AKKOORD) and besluit is None
        self.knop_besluit.setVisible(klaar)
        self.knop_nieuw.setVisible(stand is not Rondestand.LOOPT)
        self.knop_weg.setVisible(besluit is None)
        for deel in (self.antwoorden, self.toelichting, self.nieuwe_dag):
            deel.setEnabled(besluit is None)
        self.nieuwe_dag.toon(ronde.uiterlijk)
        self._reacties = ronde.reacties
        if self.lijst.topLevelItemCount() != len(ronde.reacties):
            self.lijst.clear()
            self.lijst.addTopLevelItems([QTreeWidgetItem() for _ in ronde.reacties])
        for rij, reactie in enumerate(ronde.reacties):
            item = self.lijst.topLevelItem(rij)
            if item is not None:
                _vul(item, reactie)
        if self.lijst.currentItem() is None:
            self.lijst.setCurrentIndex(self.lijst.model().index(0, 0))
        self.lijst.volg({reactie.id: reactie.antwoord for reactie in ronde.reacties})
        self._toon_toelichting()

    def _toon_toelichting(self) -> None:
        rij = self.lijst.currentIndex().row()
        if 0 <= rij < len(self._reacties) and not self.toelichting.hasFocus():
            self.toelichting.setText(self._reacties[rij].toelichting)

    def _kan_beginnen(self) -> None:
        self.knop.setEnabled(self.laatste_dag.datum is not None)

    def _toon_fout(self) -> None:
        """Make room for what is wrong with the day that was typed, and show it."""
        self._rol.laat_passen()
        self._rol.ensureWidgetVisible(self.laatste_dag.uitleg)

    def _zeg_dag(self) -> None:
        QTimer.singleShot(0, self._rol, self._toon_fout)

    def _begin(self) -> None:
        if self.laatste_dag.datum is not None:
            self.begonnen.emit(self.laatste_dag.datum)

    def _andere_dag(self) -> None:
        if self.nieuwe_dag.datum is not None:
            self.verlengd.emit(self.nieuwe_dag.datum)

    def _druk(self) -> None:
        for antwoord, knop in self.knoppen.items():
            if knop is self.sender():
                self.lijst.geef(antwoord)

    def _verbind(self) -> None:
        self.laatste_dag.veranderd.connect(self._kan_beginnen)
        self.laatste_dag.klaar.connect(self._zeg_dag)
        self.laatste_dag.regel.returnPressed.connect(self._begin)
        self.knop.clicked.connect(self._begin)
        self.lijst.gegeven.connect(self.beantwoord)
        self.lijst.currentItemChanged.connect(self._toon_toelichting)
        self.toelichting.editingFinished.connect(self.leg_vast)
        self.nieuwe_dag.klaar.connect(self._andere_dag)
        for knop in self.knoppen.values():
            knop.clicked.connect(self._druk)
        self.knop_besluit.clicked.connect(self.besloten)
        self.knop_nieuw.clicked.connect(self.nieuw)
        self.knop_weg.clicked.connect(self.weg)

    def _leg_uit(self) -> None:
        uitleg = _zin(
            "Ieder lid met stemrecht wordt gevraagd. Wie wil bespreken, brengt het punt naar een vergadering; "
            "wie zwijgt tot na de laatste dag, is niet akkoord."
        )
        uitleg.setProperty("zacht", "ja")
        begin = QFormLayout()
        begin.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        begin.addRow(uitleg)
        begin.addRow("&Antwoord uiterlijk op", self.laatste_dag)
        knop = QHBoxLayout()
        knop.addWidget(self.knop)
        knop.addStretch(1)
        begin.addRow("", knop)
        self._begin_blad.setLayout(begin)
        self._vul_ronde_blad()
        inhoud = QVBoxLayout()
        inhoud.addWidget(self.onderwerp)
        inhoud.addWidget(self._begin_blad)
        inhoud.addWidget(self._ronde_blad, 1)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        self._rol = Rolvak(inhoud)
        geheel.addWidget(self._rol)

    def _vul_ronde_blad(self) -> None:
        zet_koppen(self.lijst, _KOPPEN)
        self.lijst.setRootIsDecorated(False)
        self.lijst.setAllColumnsShowFocus(True)
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        kop = self.lijst.header()
        kop.setAccessibleName("Kolommen van de ronde")
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(len(_KOPPEN) - 1, QHeaderView.ResizeMode.Stretch)
        velden = QFormLayout()
        velden.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.toelichting.setAccessibleName("Toelichting van wie gekozen is")
        velden.addRow("&Toelichting", self.toelichting)
        velden.addRow("&Laatste dag", self.nieuwe_dag)
        self.antwoorden, rest = QWidget(), QWidget()
        boven, onder = Stroom(self.antwoorden), Stroom(rest)
        for knop in self.knoppen.values():
            boven.addWidget(knop)
        for knop in (self.knop_besluit, self.knop_nieuw, self.knop_weg):
            onder.addWidget(knop)
        kolom = QVBoxLayout(self._ronde_blad)
        kolom.setContentsMargins(0, 0, 0, 0)
        for deel in (self.stand, self.telling):
            kolom.addWidget(deel)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.antwoorden)
        kolom.addLayout(velden)
        kolom.addWidget(rest)


def _zin(tekst: str, *, kop: bool = False) -> QLabel:
    zin = QLabel(tekst)
    zin.setWordWrap(True)
    zin.setTextFormat(Qt.TextFormat.PlainText)
    if kop:
        zin.setProperty("kop", "2")
    return zin


def _vul(item: QTreeWidgetItem, reactie: Reactie) -> None:
    naam = f"{reactie.naam} ({reactie.namens})" if reactie.namens else reactie.naam
    antwoord = reactie.antwoord.value if reactie.antwoord is not None else "–"
    ontvangen = kort(reactie.ontvangen) if reactie.ontvangen is not None else ""
    for kolom, tekst in enumerate((naam, antwoord, ontvangen, reactie.toelichting)):
        item.setText(kolom, tekst)
        item.setToolTip(kolom, tekst)
    item.setData(0, ID, reactie.id)
    gezegd = "nog geen antwoord" if reactie.antwoord is None else antwoord
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{naam}: {gezegd}")
