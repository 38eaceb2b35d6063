"""Redacting a paper: its pages, what of them is marked and why, and the file that officials and everybody get."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.pages.bladkijker import Bladkijker, VraagBlad
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.weglakking import Lakgrond, Weglakking
from tk_desktop.paper.bladtekst import Kader

_REGELS = 4
"""Lines that the list of marks keeps where there is little room."""
_UITLEG = (
    "Sleep op de bladzijde over wat weg moet, of lak woorden en gegevens overal tegelijk. Ambtenaren en publiek "
    "krijgen de gelakte versie; leden lezen het stuk zoals het is."
)
_GEWOON = "5.1.2e"


class Lakscherm(QDialog):
    """Shows one paper with its marks. Signals carry the key of the ground that is chosen.

    ``getrokken`` gives a page and a ``Kader`` on it, ``gezocht`` words, ``gegevens_gevraagd`` asks for all personal
    data, ``verwijderd`` gives ids of marks, ``maken_gevraagd`` asks for the file without what is marked.
    """

    getrokken = Signal(int, object, str)
    gezocht = Signal(str, str)
    gegevens_gevraagd = Signal(str)
    verwijderd = Signal(object)
    maken_gevraagd = Signal()

    def __init__(
        self,
        titel: str,
        paginas: int,
        vraag_blad: VraagBlad,
        gronden: Sequence[Lakgrond],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Weglakken in ‘{titel}’")
        self._gronden = {grond.sleutel: grond for grond in gronden}
        self._merken: tuple[Weglakking, ...] = ()
        self.kijker = Bladkijker(paginas, vraag_blad)
        self.kijker.getrokken.connect(self._trok)
        self.kijker.gebladerd.connect(self._toon_vlakken)
        self._maak_velden()
        self._bouw()
        QShortcut(toets_van("Delete"), self.lijst, self._haal_weg).setContext(Qt.ShortcutContext.WidgetShortcut)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 140, letter.height() * 40)
        self.kijker.ga_naar(1, None)
        self.woorden.setFocus()

    @property
    def grond(self) -> str:
        """The key of the ground that is chosen."""
        return str(self.gronden.currentData())

    def toon(self, merken: Sequence[Weglakking], stand: str, *, vrijgeven: bool = False) -> None:
        """Show these marks, and how the redacted file fares; with ``vrijgeven`` it can go out whole again."""
        self._merken = tuple(merken)
        gekozen = self.lijst.currentRow()
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for merk in merken:
            grond = self._gronden.get(merk.grond)
            naam = grond.naam if grond else "onbekend"
            self.lijst.addItem(f"Blz. {merk.vlakken[0].pagina}: {merk.grond}, {naam}")
        self.lijst.blockSignals(False)
        self.lijst.setCurrentRow(min(gekozen, len(self._merken) - 1))
        self.stand.setText(stand)
        self.weg.setEnabled(bool(merken))
        self.maken.setText("Geef het hele stuk &vrij" if vrijgeven else "&Maak gelakte versie")
        self._toon_vlakken()

    def meld(self, stand: str) -> None:
        """Tell what is being done, or what came of it."""
        self.stand.setText(stand)

    def _maak_velden(self) -> None:
        self.gronden = QComboBox()
        self.gronden.setAccessibleName("Grond")
        self.gronden.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.gronden.setMinimumContentsLength(18)
        for grond in self._gronden.values():
            self.gronden.addItem(f"{grond.sleutel} {grond.naam}", grond.sleutel)
            self.gronden.setItemData(self.gronden.count() - 1, grond.artikel, Qt.ItemDataRole.ToolTipRole)
        self.gronden.setCurrentIndex(max(0, self.gronden.findData(_GEWOON)))
        self.woorden = QLineEdit()
        self.woorden.setAccessibleName("Woorden om te lakken")
        self.zoek = QPushButton("&Lak deze woorden")
        self.zoek.setDefault(True)
        self.zoek.clicked.connect(self._zoek)
        self.gegevens = QPushButton("Lak &persoonsgegevens")
        self.gegevens.setToolTip("Burgerservicenummers, rekening- en mobiele nummers, mailadressen en woonadressen")
        self.gegevens.setAutoDefault(False)
        self.gegevens.clicked.connect(self._vraag_gegevens)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Wat er weg gaat")
        self.lijst.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lijst.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.lijst.setMinimumHeight(self.lijst.fontMetrics().height() * _REGELS)
        self.lijst.currentRowChanged.connect(self._toon_merk)
        self.weg = QPushButton("&Haal weg")
        self.weg.setToolTip("Wat is gekozen, hoeft niet gelakt te worden (Del)")
        self.weg.setAutoDefault(False)
        self.weg.clicked.connect(self._haal_weg)
        self.stand = _label("")
        self.maken = QPushButton("&Maak gelakte versie")
        self.maken.setProperty("hoofd", "ja")
        self.maken.setAutoDefault(False)
        self.maken.clicked.connect(self.maken_gevraagd)
        self.sluiten = QPushButton("Sluiten")
        self.sluiten.setAutoDefault(False)
        self.sluiten.clicked.connect(self.accept)

    def _bouw(self) -> None:
        kant = QWidget()
        kolom = QVBoxLayout(kant)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(_label(_UITLEG))
        for naam, veld in (("&Grond", self.gronden), ("&Woorden, overal waar ze staan", self.woorden)):
            label = QLabel(naam)
            label.setBuddy(veld)
            kolom.addWidget(label)
            kolom.addWidget(veld)
        kolom.addWidget(self.zoek)
        kolom.addWidget(self.gegevens)
        label = QLabel("Wat er weg ga&at")
        label.setBuddy(self.lijst)
        kolom.addWidget(label)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.weg)
        deler = QSplitter()
        deler.addWidget(self.kijker)
        rol = Rolblad()
        rol.setWidget(kant)
        deler.addWidget(rol)
        deler.setStretchFactor(0, 3)
        deler.setStretchFactor(1, 2)
        deler.setChildrenCollapsible(False)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.maken)
        knoppen.addStretch(1)
        knoppen.addWidget(self.sluiten)
        geheel = QVBoxLayout(self)
        geheel.addWidget(deler, 1)
        geheel.addWidget(self.stand)
        geheel.addLayout(knoppen)

    def _zoek(self) -> None:
        if self.woorden.text().strip():
            self.gezocht.emit(self.woorden.text().strip(), self.grond)

    def _vraag_gegevens(self) -> None:
        self.gegevens_gevraagd.emit(self.grond)

    def _trok(self, pagina: int, kader: Kader) -> None:
        self.getrokken.emit(pagina, kader, self.grond)

    def _haal_weg(self) -> None:
        rijen = sorted({plek.row() for plek in self.lijst.selectedIndexes()})
        if rijen:
            self.verwijderd.emit([self._merken[rij].id for rij in rijen])

    def _toon_merk(self, rij: int) -> None:
        if 0 <= rij < len(self._merken):
            vlak = self._merken[rij].vlakken[0]
            self.kijker.ga_naar(vlak.pagina, Kader(vlak.x0, vlak.y0, vlak.x1, vlak.y1))
            self._toon_vlakken()

    def _toon_vlakken(self) -> None:
        self.kijker.zet_vlakken(
            [
                Kader(vlak.x0, vlak.y0, vlak.x1, vlak.y1)
                for merk in self._merken
                for vlak in merk.vlakken
                if vlak.pagina == self.kijker.pagina
            ]
        )


def _label(tekst: str) -> QLabel:
    label = QLabel(tekst)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
