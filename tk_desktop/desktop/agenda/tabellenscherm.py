"""The tables of amounts in a paper, to look at before they are taken over, with what is not certain in them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.bedrag import geschreven
from tk_desktop.domain.cijfertabel import Cijfercel, Cijfertabel, Eenheid, Rijsoort


class Tabellenscherm(QDialog):
    """Shows the tables of one paper; ``toon`` fills it once they were read.

    ``overgenomen`` asks to store what is shown, ``verwijderd`` to remove what was stored, ``uitvoer`` for a workbook.
    """

    overgenomen = Signal()
    verwijderd = Signal()
    uitvoer = Signal()

    def __init__(self, titel: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Tabellen in dit stuk")
        self._titel = titel
        self._tabellen: tuple[Cijfertabel, ...] = ()
        self.uitleg = _label(f"De tabellen in ‘{titel}’ worden gelezen…")
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Tabel")
        self.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keuze.setMinimumContentsLength(20)
        self.keuze.currentIndexChanged.connect(self._toon_tabel)
        self.vragen = QListWidget()
        self.vragen.setAccessibleName("Om na te kijken")
        self.vragen.setWordWrap(True)
        self.vragen.setMaximumHeight(5 * self.fontMetrics().height())
        self.tabel = QTableWidget()
        self.tabel.setAccessibleName("Cijfers")
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.verticalHeader().hide()
        self.tabel.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.tabel.horizontalHeader().setAccessibleName("Kolommen")
        self.over = QPushButton("&Overnemen")
        self.over.setProperty("hoofd", "ja")
        self.over.setDefault(True)
        self.over.clicked.connect(self.overgenomen)
        self.weg = QPushButton("&Verwijderen")
        self.weg.clicked.connect(self.verwijderd)
        self.bewaren = QPushButton("Op&slaan als Excel…")
        self.bewaren.clicked.connect(self.uitvoer)
        self.sluiten = QPushButton("Sluiten")
        self.sluiten.clicked.connect(self.accept)
        knoppen = QHBoxLayout()
        for knop in (self.over, self.weg, self.bewaren):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        knoppen.addWidget(self.sluiten)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.uitleg)
        kolom.addWidget(self.keuze)
        kolom.addWidget(self.vragen)
        kolom.addWidget(self.tabel, 1)
        kolom.addLayout(knoppen)
        self._toon_deel(gevuld=False)
        geef_maat(self, self.fontMetrics().averageCharWidth() * 120, self.fontMetrics().height() * 26)

    def toon(self, tabellen: Sequence[Cijfertabel], *, bewaard: bool) -> None:
        """Show these tables; ``bewaard`` tells that they were taken over."""
        self._tabellen = tuple(tabellen)
        self.keuze.blockSignals(True)
        self.keuze.clear()
        self.keuze.addItems([f"{tabel.titel or 'Tabel'} ({tabel.plek})" for tabel in tabellen])
        self.keuze.blockSignals(False)
        self._toon_deel(gevuld=bool(tabellen))
        self.over.setVisible(bool(tabellen) and not bewaard)
        self.weg.setVisible(bewaard)
        if tabellen:
            self.keuze.setCurrentIndex(0)
            self._toon_tabel(0)
        self.uitleg.setText(self._woorden(bewaard=bewaard))

    @property
    def tabellen(self) -> tuple[Cijfertabel, ...]:
        """What is shown."""
        return self._tabellen

    def geen(self, waarom: str) -> None:
        """Tell why there is nothing to show."""
        self.toon((), bewaard=False)
        self.uitleg.setText(waarom)

    def _woorden(self, *, bewaard: bool) -> str:
        if not self._tabellen:
            return f"In ‘{self._titel}’ staan geen tabellen met bedragen die TK Desktop herkent."
        aantal = "1 tabel" if len(self._tabellen) == 1 else f"{len(self._tabellen)} tabellen"
        vragen = sum(len(tabel.vragen()) for tabel in self._tabellen)
        nakijken = (
            "" if not vragen else f" Er {'is 1 ding' if vragen == 1 else f'zijn {vragen} dingen'} om na te kijken."
        )
        if bewaard:
            return f"Overgenomen uit ‘{self._titel}’: {aantal}.{nakijken}"
        return f"Gelezen in ‘{self._titel}’: {aantal}.{nakijken} Er wordt niets bewaard voordat u ze overneemt."

    def _toon_deel(self, *, gevuld: bool) -> None:
        for deel in (self.keuze, self.vragen, self.tabel, self.over, self.weg, self.bewaren):
            deel.setVisible(gevuld)

    def _toon_tabel(self, plaats: int) -> None:
        if not 0 <= plaats < len(self._tabellen):
            return
        tabel = self._tabellen[plaats]
        self.vragen.clear()
        self.vragen.addItems(list(tabel.vragen()))
        self.vragen.setVisible(self.vragen.count() > 0)
        eenheid = "bedragen in euro" if tabel.eenheid is Eenheid.EURO else "bedragen × € 1.000"
        self.tabel.setColumnCount(len(tabel.kolommen) + 1)
        self.tabel.setHorizontalHeaderLabels([tabel.kop or f"Onderdeel ({eenheid})", *(k.naam for k in tabel.kolommen)])
        self.tabel.setRowCount(len(tabel.rijen))
        for nummer, rij in enumerate(tabel.rijen):
            vet = rij.soort is Rijsoort.TOTAAL
            self._zet(nummer, 0, rij.naam, vet=vet, twijfel=rij.twijfel, rechts=False)
            for kolom, cel in enumerate(rij.cellen, 1):
                self._zet(nummer, kolom, _in_woorden(cel), vet=vet, twijfel=cel.twijfel, rechts=cel.bedrag is not None)
        kop = self.tabel.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tabel.resizeRowsToContents()

    def _zet(self, rij: int, kolom: int, tekst: str, *, vet: bool, twijfel: str, rechts: bool) -> None:
        cel = QTableWidgetItem(f"⚠ {tekst}" if twijfel else tekst)
        cel.setToolTip(twijfel or tekst)
        kant = Qt.AlignmentFlag.AlignRight if rechts else Qt.AlignmentFlag.AlignLeft
        cel.setTextAlignment(kant | Qt.AlignmentFlag.AlignVCenter)
        if vet:
            letter = cel.font()
            letter.setBold(True)
            cel.setFont(letter)
        if twijfel:
            cel.setForeground(QBrush(self.palette().text()))
        self.tabel.setItem(rij, kolom, cel)


def _in_woorden(cel: Cijfercel) -> str:
    return geschreven(cel.bedrag) if cel.bedrag is not None else cel.tekst


def _label(tekst: str) -> QLabel:
    label = QLabel(tekst)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
