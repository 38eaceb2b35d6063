"""Taking a vote: by show of hands, by roll call with the keys V, T and O, weighted or secret."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.icons import icon
from tk_desktop.desktop.stroomlayout import Stroom
from tk_desktop.desktop.tafelwoorden import stemzin
from tk_desktop.domain.stemming import Keuze, Stemming, Stemwijze

_ID = int(Qt.ItemDataRole.UserRole)
_WIJZEN: tuple[tuple[str, Stemwijze, bool], ...] = (
    ("Handopsteken", Stemwijze.HANDOPSTEKEN, False),
    ("Hoofdelijk, één voor één", Stemwijze.HOOFDELIJK, False),
    ("Gewogen, één voor één", Stemwijze.HOOFDELIJK, True),
    ("Schriftelijk en geheim", Stemwijze.SCHRIFTELIJK, False),
)
_TOETSEN = {Qt.Key.Key_V: Keuze.VOOR, Qt.Key.Key_T: Keuze.TEGEN, Qt.Key.Key_O: Keuze.ONTHOUDING}


class Stemlijst(QTreeWidget):
    """Who vote by roll call; ``gestemd`` tells the id of a vote and the ``Keuze``; ``None`` takes it back."""

    gestemd = Signal(str, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote with V, T and O and go on to the next; Delete and Backspace take a vote back."""
        item = self.currentItem()
        toets = Qt.Key(event.key())
        if item is None or toets not in (*_TOETSEN, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            super().keyPressEvent(event)
            return
        rij = self.indexOfTopLevelItem(item)
        self.gestemd.emit(item.data(0, _ID), _TOETSEN.get(toets))
        if toets in _TOETSEN:
            rij = min(rij + 1, self.topLevelItemCount() - 1)
        self.setCurrentIndex(self.model().index(rij, 0))


class Stemvak(QWidget):
    """A vote on one item; ``load`` gives the one that is being taken, if any.

    ``begonnen`` tells subject, ``Stemwijze`` and whether weights count; ``gestemd`` what one voted, ``geteld`` the
    numbers for, against and abstaining, ``nieuw`` that another vote is wanted, ``weg`` that this one goes.
    """

    begonnen = Signal(str, object, bool)
    gestemd = Signal(str, object)
    geteld = Signal(int, int, int)
    nieuw = Signal()
    weg = Signal()

    def __init__(self, load: Callable[[], Stemming | None], onderwerp: str) -> None:
        super().__init__()
        self._load = load
        self.setAccessibleName("Stemming")
        self.onderwerp = QLineEdit(onderwerp)
        self.wijze = QComboBox()
        for nummer, (woorden, _, _) in enumerate(_WIJZEN):
            self.wijze.addItem(woorden, nummer)
        self.knop = QPushButton("Stemming &beginnen")
        self.knop.setProperty("hoofd", "ja")
        self.knop.clicked.connect(self._begin)
        self.onderwerp.returnPressed.connect(self._begin)
        self.uitslag = QLabel()
        self.uitslag.setWordWrap(True)
        self.uitslag.setTextFormat(Qt.TextFormat.PlainText)
        self.uitslag.setProperty("kop", "2")
        self.mee = QLabel()
        self.mee.setProperty("zacht", "ja")
        self.mee.setWordWrap(True)
        self.aantallen = {keuze: _aantal(keuze) for keuze in Keuze}
        for veld in self.aantallen.values():
            veld.valueChanged.connect(self._tel)
        self.lijst = Stemlijst()
        self.lijst.setAccessibleName("Wie stemmen: V voor, T tegen, O onthouding")
        self.lijst.setHeaderLabels(["Naam", "Gewicht", "Stem"])
        self.lijst.setRootIsDecorated(False)
        self.lijst.header().setStretchLastSection(False)
        self.lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lijst.gestemd.connect(self.gestemd)
        self.knop_nieuw = QPushButton("&Nog een stemming")
        self.knop_nieuw.clicked.connect(self.nieuw)
        self.knop_weg = QPushButton(icon("trash-2"), "Stemming weg&halen")
        self.knop_weg.clicked.connect(self.weg)
        self._leg_uit()
        self.reload()

    def reload(self) -> None:
        """Show the vote as it stands now."""
        stemming = self._load()
        was = self._bladen.currentWidget()
        naar = self._begin_blad if stemming is None else self._stem_blad
        self._bladen.setCurrentWidget(naar)
        if stemming is not None:
            self._toon(stemming)
        if was is not naar:
            self.ga_naar()

    def ga_naar(self) -> None:
        """Put the keyboard where one goes on."""
        if self._bladen.currentWidget() is self._begin_blad:
            self.onderwerp.setFocus()
        elif self.lijst.isVisibleTo(self):
            self.lijst.setFocus()
        else:
            self.aantallen[Keuze.VOOR].setFocus()

    def _toon(self, stemming: Stemming) -> None:
        hoofdelijk = stemming.wijze is Stemwijze.HOOFDELIJK
        geheim = ", geheim" if stemming.wijze.is_geheim else ""
        self.uitslag.setText(stemzin(stemming))
        wie = f"{len(stemming.stemmen)} leden doen mee{geheim}"
        self.mee.setText(f"{wie}; samen {stemming.mogelijk} stemmen." if stemming.gewogen else f"{wie}.")
        self._tellen.setVisible(not hoofdelijk)
        self.lijst.setVisible(hoofdelijk)
        for keuze, veld in self.aantallen.items():
            with QSignalBlocker(veld):
                veld.setMaximum(stemming.mogelijk - stemming.uitgebracht + stemming.tel(keuze))
                veld.setValue(stemming.tel(keuze))
        if hoofdelijk:
            self._vul(stemming)

    def _vul(self, stemming: Stemming) -> None:
        if self.lijst.topLevelItemCount() != len(stemming.stemmen):
            self.lijst.clear()
            self.lijst.addTopLevelItems([QTreeWidgetItem() for _ in stemming.stemmen])
            self.lijst.setCurrentIndex(self.lijst.model().index(0, 0))
        self.lijst.setColumnHidden(1, not stemming.gewogen)
        for rij, stem in enumerate(stemming.stemmen):
            item = self.lijst.topLevelItem(rij)
            if item is None:
                continue
            naam = f"{stem.naam} ({stem.namens})" if stem.namens else stem.naam
            keuze = stem.keuze.value if stem.keuze is not None else "–"
            for kolom, tekst in enumerate((naam, str(stem.gewicht), keuze)):
                item.setText(kolom, tekst)
            item.setData(0, _ID, stem.id)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{naam}: {keuze}")

    def _begin(self) -> None:
        _, wijze, gewogen = _WIJZEN[self.wijze.currentData()]
        self.begonnen.emit(self.onderwerp.text(), wijze, gewogen)

    def _tel(self) -> None:
        voor, tegen, onthouden = (self.aantallen[keuze].value() for keuze in Keuze)
        self.geteld.emit(voor, tegen, onthouden)

    def _leg_uit(self) -> None:
        begin = QFormLayout()
        begin.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in (("&Onderwerp", self.onderwerp), ("&Wijze", self.wijze)):
            veld.setAccessibleName(woorden.replace("&", ""))
            begin.addRow(woorden, veld)
        begin.addRow("", self.knop)
        self._begin_blad = QWidget()
        self._begin_blad.setLayout(begin)
        tellen = QFormLayout()
        for keuze, aantal in self.aantallen.items():
            tellen.addRow(f"&{keuze.value.capitalize()}", aantal)
        self._tellen = QWidget()
        self._tellen.setLayout(tellen)
        self._stem_blad = QWidget()
        kolom = QVBoxLayout(self._stem_blad)
        for deel in (self.uitslag, self.mee, self._tellen):
            kolom.addWidget(deel)
        kolom.addWidget(self.lijst, 1)
        rij = QWidget()
        knoppen = Stroom(rij)
        for knop in (self.knop_nieuw, self.knop_weg):
            knoppen.addWidget(knop)
        kolom.addWidget(rij)
        self._bladen = QStackedWidget()
        self._bladen.addWidget(self._begin_blad)
        self._bladen.addWidget(self._stem_blad)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(self._bladen)


def _aantal(keuze: Keuze) -> QSpinBox:
    veld = QSpinBox()
    veld.setAccessibleName(f"Aantal {keuze.value}")
    return veld
