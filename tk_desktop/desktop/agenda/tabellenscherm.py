"""The tables of amounts in a paper beside the page they were read from: looked at and corrected, then taken over."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.pages.bladkijker import Bladkijker, VraagBlad
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import geef_maat
from tk_desktop.domain.cijfertabel import Cijfercel, Cijfertabel, Cijfervraag, Eenheid, Rijsoort
from tk_desktop.domain.cijferverbetering import beantwoord, verbeter_cel, verbeter_naam
from tk_desktop.domain.getal import duizendtal
from tk_desktop.intake.tabelopname import Tabelbron

_BEWERKEN = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)


class Tabellenscherm(QDialog):
    """Shows the tables of one paper at the right, what is asked first, and what they were read from at the left.

    ``toon`` fills it once they were read, ``toon_bron`` what stands beside them. ``overgenomen`` asks to store what is
    shown, ``verbeterd`` gives a table by its place as somebody corrected it, ``verwijderd`` asks to remove what was
    stored, ``uitvoer`` for a workbook. ``vraag_blad`` draws a page; a text has none.
    """

    overgenomen = Signal()
    verwijderd = Signal()
    uitvoer = Signal()
    verbeterd = Signal(int, object)

    def __init__(
        self, titel: str, paginas: int = 0, vraag_blad: VraagBlad | None = None, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Tabellen in dit stuk")
        self._titel = titel
        self._tabellen: tuple[Cijfertabel, ...] = ()
        self._bron = Tabelbron(tabellen=())
        self._vult = False
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        self.kijker = Bladkijker(paginas, vraag_blad) if paginas and vraag_blad is not None else None
        self.tekst = QPlainTextEdit()
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Tekst van het stuk")
        self._maak_velden()
        self._maak_knoppen()
        self._bouw()
        for toets, stap in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(toets_van(toets), self, partial(self._spring, stap))
        self._toon_deel(gevuld=False)
        geef_maat(self, letterbreedte(self.fontMetrics()) * 170, self.fontMetrics().height() * 40)

    def _maak_velden(self) -> None:
        self.uitleg = _label(f"De tabellen in ‘{self._titel}’ worden gelezen…")
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Tabel")
        self.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keuze.setMinimumContentsLength(20)
        self.keuze.currentIndexChanged.connect(self._toon_tabel)
        self.vragen = QListWidget()
        self.vragen.setAccessibleName("Om na te kijken")
        self.vragen.setWordWrap(True)
        self.vragen.setMaximumHeight(4 * self.fontMetrics().height())
        self.vragen.currentRowChanged.connect(self._toon_vraag)
        self.klopt = QPushButton("&Klopt")
        self.klopt.setToolTip("Dit is nagekeken; naar de volgende vraag")
        self.klopt.clicked.connect(self._klopt)
        self.tabel = QTableWidget()
        self.tabel.setAccessibleName("Cijfers")
        self.tabel.setEditTriggers(_BEWERKEN)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.verticalHeader().hide()
        kop = self.tabel.horizontalHeader()
        kop.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        kop.setAccessibleName("Kolommen")
        self.tabel.currentCellChanged.connect(self._wijs)
        self.tabel.itemChanged.connect(self._verbeter)

    def _maak_knoppen(self) -> None:
        self.over = QPushButton("&Overnemen")
        self.over.setProperty("hoofd", "ja")
        self.over.clicked.connect(self.overgenomen)
        self.weg = QPushButton("&Verwijderen")
        self.weg.clicked.connect(self.verwijderd)
        self.bewaren = QPushButton("Op&slaan als Excel…")
        self.bewaren.clicked.connect(self.uitvoer)
        self.sluiten = QPushButton("Sluiten")
        self.sluiten.clicked.connect(self.accept)
        for knop in (self.klopt, self.weg, self.bewaren, self.sluiten):
            knop.setAutoDefault(False)
        self.over.setDefault(True)

    def _bouw(self) -> None:
        rechts = QWidget()
        kant = QVBoxLayout(rechts)
        kant.setContentsMargins(0, 0, 0, 0)
        vraagrij = QHBoxLayout()
        vraagrij.addWidget(self.vragen, 1)
        vraagrij.addWidget(self.klopt, 0, Qt.AlignmentFlag.AlignTop)
        kant.addWidget(self.keuze)
        kant.addLayout(vraagrij)
        kant.addWidget(self.tabel, 1)
        self.vlak = QSplitter(Qt.Orientation.Horizontal)
        self.links: QWidget = self.kijker or self.tekst
        self.vlak.addWidget(self.links)
        self.vlak.addWidget(rechts)
        self.vlak.setStretchFactor(0, 2)
        self.vlak.setStretchFactor(1, 3)
        self.vlak.setChildrenCollapsible(False)
        knoppen = QHBoxLayout()
        for knop in (self.over, self.weg, self.bewaren):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        knoppen.addWidget(self.sluiten)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.balk)
        kolom.addWidget(self.uitleg)
        kolom.addWidget(self.vlak, 1)
        kolom.addLayout(knoppen)

    def toon(self, tabellen: Sequence[Cijfertabel], *, bewaard: bool) -> None:
        """Show these tables; ``bewaard`` tells that they were taken over. What was looked at stays chosen."""
        plaats = self.keuze.currentIndex() if len(tabellen) == len(self._tabellen) else -1
        self._tabellen = tuple(tabellen)
        self._vult = True
        self.keuze.clear()
        self.keuze.addItems([_naam(tabel) for tabel in tabellen])
        self._vult = False
        self._toon_deel(gevuld=bool(tabellen))
        self.over.setVisible(bool(tabellen) and not bewaard)
        self.weg.setVisible(bewaard)
        if tabellen:
            eerste = next((nr for nr, tabel in enumerate(tabellen) if tabel.vraagplekken()), 0)
            self.keuze.setCurrentIndex(plaats if plaats >= 0 else eerste)
            self._toon_tabel(self.keuze.currentIndex())
            if plaats < 0:
                self._begin()
        self.uitleg.setText(self._woorden(bewaard=bewaard))

    def toon_bron(self, bron: Tabelbron) -> None:
        """Show what the tables were read from beside them."""
        self._bron = bron
        self.tekst.setPlainText("\n".join(bron.regels))
        self.links.setVisible(bool(bron.plekken or bron.regels))
        self._wijs(self.tabel.currentRow())

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
            "" if not vragen else f" Er {'is 1 ding' if vragen == 1 else f'zijn {vragen} dingen'} om na te kijken (F8)."
        )
        if bewaard:
            return f"Overgenomen uit ‘{self._titel}’: {aantal}.{nakijken}"
        return f"Gelezen in ‘{self._titel}’: {aantal}.{nakijken} Er wordt niets bewaard voordat u ze overneemt."

    def _toon_deel(self, *, gevuld: bool) -> None:
        for deel in (self.vlak, self.over, self.weg, self.bewaren):
            deel.setVisible(gevuld)

    def _toon_tabel(self, plaats: int) -> None:
        """Show one table with what is asked of it, doubts first; the cell that was looked at stays."""
        if self._vult or not 0 <= plaats < len(self._tabellen):
            return
        tabel = self._tabellen[plaats]
        self._vult = True
        gekozen = self.vragen.currentRow()
        self.vragen.clear()
        self.vragen.addItems(list(tabel.vragen()))
        self.vragen.setCurrentRow(min(gekozen, self.vragen.count() - 1))
        self.vragen.setVisible(self.vragen.count() > 0)
        self.klopt.setVisible(self.vragen.count() > 0)
        eenheid = "bedragen in euro" if tabel.eenheid is Eenheid.EURO else "bedragen × € 1.000"
        self.tabel.setColumnCount(len(tabel.kolommen) + 1)
        self.tabel.setHorizontalHeaderLabels([tabel.kop or f"Onderdeel ({eenheid})", *(k.naam for k in tabel.kolommen)])
        self.tabel.setRowCount(len(tabel.rijen))
        for nummer, rij in enumerate(tabel.rijen):
            vet = rij.soort is Rijsoort.TOTAAL
            self._zet(nummer, 0, rij.naam, vet=vet, twijfel=rij.twijfel, rechts=False)
            for kolom, cel in enumerate(rij.cellen, 1):
                self._zet(nummer, kolom, _in_woorden(cel), vet=vet, twijfel=cel.twijfel, rechts=cel.bedrag is not None)
        self.tabel.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.tabel.resizeRowsToContents()
        self._vult = False
        self._noem_klopt()
        self._wijs(self.tabel.currentRow())

    def _zet(self, rij: int, kolom: int, tekst: str, *, vet: bool, twijfel: str, rechts: bool) -> None:
        """Write a cell; the item of one that is being changed stays the same."""
        cel = self.tabel.item(rij, kolom)
        if cel is None:
            cel = QTableWidgetItem()
            self.tabel.setItem(rij, kolom, cel)
        cel.setText(tekst)
        cel.setIcon(icon("circle-question-mark") if twijfel else QIcon())
        cel.setToolTip(twijfel or tekst)
        cel.setData(Qt.ItemDataRole.AccessibleTextRole, f"Vraag: {tekst}. {twijfel}" if twijfel else tekst)
        kant = Qt.AlignmentFlag.AlignRight if rechts else Qt.AlignmentFlag.AlignLeft
        cel.setTextAlignment(kant | Qt.AlignmentFlag.AlignVCenter)
        letter = self.tabel.font()
        letter.setBold(vet)
        cel.setFont(letter)

    # -- looking over ------------------------------------------------------------------------------------------------

    def _vragen_nu(self) -> tuple[Cijfervraag, ...]:
        plaats = self.keuze.currentIndex()
        return self._tabellen[plaats].vraagplekken() if 0 <= plaats < len(self._tabellen) else ()

    def _begin(self) -> None:
        """Begin at the first thing that is asked, else at the first row."""
        self.vragen.setCurrentRow(0)
        if not self._vragen_nu():
            self.tabel.setCurrentCell(0, 0)

    def _toon_vraag(self, rang: int) -> None:
        """Go to the cell of which something is asked; of a table as a whole to its first row."""
        self._noem_klopt()
        vragen = self._vragen_nu()
        if not self._vult and 0 <= rang < len(vragen):
            self.tabel.setCurrentCell(max(0, vragen[rang].rij), vragen[rang].kolom + 1)

    def _noem_klopt(self) -> None:
        rang, vragen = self.vragen.currentRow(), self._vragen_nu()
        self.klopt.setEnabled(0 <= rang < len(vragen) and not vragen[rang].is_som)

    def _wijs(self, rij: int, *_: int) -> None:
        """Show at the left where a row was read."""
        plaats = self.keuze.currentIndex()
        if self._vult or not 0 <= plaats < len(self._tabellen):
            return
        tabel = self._tabellen[plaats]
        if self.kijker is not None and plaats < len(self._bron.plekken):
            plekken = self._bron.plekken[plaats]
            plek = plekken[rij] if 0 <= rij < len(plekken) else None
            self.kijker.ga_naar(plek.pagina if plek else tabel.van, plek.kader if plek else None)
        elif self._bron.regels:
            regel = tabel.rijen[rij].regel if 0 <= rij < len(tabel.rijen) else tabel.van
            blok = self.tekst.document().findBlockByNumber(max(0, regel - 1))
            wijzer = QTextCursor(blok)
            wijzer.select(QTextCursor.SelectionType.LineUnderCursor)
            self.tekst.setTextCursor(wijzer)
            self.tekst.centerCursor()

    def _spring(self, stap: int) -> None:
        """Go to the next thing that is asked, in the next table when this one asks nothing more."""
        rang = self.vragen.currentRow() + stap
        if not 0 <= rang < self.vragen.count():
            vragend = [nr for nr, tabel in enumerate(self._tabellen) if tabel.vraagplekken()]
            if not vragend:
                return
            nu = self.keuze.currentIndex()
            verder = [nr for nr in vragend if nr > nu] if stap > 0 else [nr for nr in vragend if nr < nu][::-1]
            self.keuze.setCurrentIndex(verder[0] if verder else vragend[0 if stap > 0 else -1])
            rang = 0 if stap > 0 else self.vragen.count() - 1
        self.vragen.setCurrentRow(-1)
        self.vragen.setCurrentRow(rang)
        self.tabel.setFocus()

    # -- correcting --------------------------------------------------------------------------------------------------

    def _verbeter(self, cel: QTableWidgetItem) -> None:
        """Take what somebody wrote into the table; what is no amount is told, and changes nothing."""
        if self._vult:
            return
        plaats, rij, kolom, tekst = self.keuze.currentIndex(), cel.row(), cel.column(), cel.text()
        tabel = self._tabellen[plaats]
        self.balk.hide()
        with self.balk.meldt():
            tabel = verbeter_cel(tabel, rij, kolom - 1, tekst) if kolom else verbeter_naam(tabel, rij, tekst)
        self._geef(plaats, tabel)

    def _klopt(self) -> None:
        """Take the answer that what is asked is right, and go on to the next question."""
        plaats, rang = self.keuze.currentIndex(), self.vragen.currentRow()
        self._geef(plaats, beantwoord(self._tabellen[plaats], self._vragen_nu()[rang]))
        if self.vragen.count():
            self._toon_vraag(self.vragen.currentRow())
        else:
            self._spring(1)

    def _geef(self, plaats: int, tabel: Cijfertabel) -> None:
        """Show a table as corrected, and tell of it when it became another."""
        anders = tabel != self._tabellen[plaats]
        self._tabellen = (*self._tabellen[:plaats], tabel, *self._tabellen[plaats + 1 :])
        self._toon_tabel(plaats)
        self.uitleg.setText(self._woorden(bewaard=self.over.isHidden()))
        if anders:
            self.verbeterd.emit(plaats, tabel)


def _naam(tabel: Cijfertabel) -> str:
    return f"{tabel.titel or 'Tabel'} ({tabel.plek})"


def _in_woorden(cel: Cijfercel) -> str:
    return duizendtal(cel.bedrag) if cel.bedrag is not None else cel.tekst


def _label(tekst: str) -> QLabel:
    label = QLabel(tekst)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
