"""The versions of a nota: what each was, what changed since, and putting one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.domain.datum import lang, uur
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notaverschil import Aandeel, Sectieverschil, verschil
from tk_desktop.domain.notaversie import Notaversie

_LANG = 160
"""A longer stretch that stayed the same is shortened to its ends."""
_TEKENS = {Aandeel.GELIJK: "", Aandeel.WEG: "−", Aandeel.ERBIJ: "+"}


class Notaversies(QDialog):
    """Lists versions, the newest first, beside what differs.

    ``teruggezet`` tells the id of the version the user wants back, ``bewaard`` that the nota of now is to be kept.
    """

    teruggezet = Signal(str)
    bewaard = Signal()

    def __init__(self, nota: Nota, versies: Sequence[Notaversie], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Versies van ‘{nota.onderwerp}’")
        self._nota = nota
        self._versies: tuple[Notaversie, ...] = ()
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Versies, de nieuwste boven")
        self.lijst.setWordWrap(True)
        self.vergelijk = QComboBox()
        self.vergelijk.setAccessibleName("Vergelijk met")
        self.vergelijk.addItems(["de nota van nu", "de versie ervoor"])
        self.tekst = QTextEdit()
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Wat er is veranderd")
        self._uitleg = QLabel()
        self._uitleg.setProperty("zacht", "ja")
        self._uitleg.setWordWrap(True)
        self._terug = QPushButton("&Terugzetten")
        self._terug.setToolTip("De nota van nu wordt eerst zelf een versie")
        self._bewaar = QPushButton("Nu een versie &bewaren")
        self._leg_neer()
        letter = letterbreedte(self.fontMetrics())
        geef_maat(self, letter * 120, self.fontMetrics().height() * 34)
        self.lijst.currentRowChanged.connect(self._kies)
        self.vergelijk.currentIndexChanged.connect(self._kies)
        self._terug.clicked.connect(self._zet_terug)
        self._bewaar.clicked.connect(self.bewaard)
        self.toon(nota, versies)

    def _leg_neer(self) -> None:
        """Put the list at the left, the differences at the right, the buttons below."""
        label = QLabel("&Vergelijk met")
        label.setBuddy(self.vergelijk)
        keus = QHBoxLayout()
        keus.addWidget(label)
        keus.addWidget(self.vergelijk)
        keus.addStretch()
        rechts = QWidget()
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(keus)
        kolom.addWidget(self._uitleg)
        kolom.addWidget(self.tekst, 1)
        naast = QSplitter(Qt.Orientation.Horizontal)
        naast.addWidget(self.lijst)
        naast.addWidget(rechts)
        naast.setStretchFactor(0, 1)
        naast.setStretchFactor(1, 2)
        naast.setChildrenCollapsible(False)
        knoppen = Knoppenrij()
        knoppen.addButton(self._bewaar, QDialogButtonBox.ButtonRole.ActionRole)
        knoppen.addButton(self._terug, QDialogButtonBox.ButtonRole.ActionRole)
        sluit = knoppen.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        for knop in (self._bewaar, self._terug):
            knop.setAutoDefault(False)
        sluit.setDefault(True)
        indeling = QVBoxLayout(self)
        indeling.addWidget(naast, 1)
        indeling.addWidget(knoppen)
        knoppen.rejected.connect(self.reject)

    def toon(self, nota: Nota, versies: Sequence[Notaversie]) -> None:
        """Show these versions, the newest first; the chosen one stays chosen."""
        gekozen = self.gekozen()
        self._nota, self._versies = nota, tuple(versies)
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for versie in versies:
            self.lijst.addItem(QListWidgetItem(versieregel(versie)))
        ids = [versie.id for versie in versies]
        self.lijst.setCurrentRow(ids.index(gekozen) if gekozen in ids else 0)
        self.lijst.blockSignals(False)
        self._kies()

    def gekozen(self) -> str:
        """Return the id of the chosen version; empty when there is none."""
        rij = self.lijst.currentRow()
        return self._versies[rij].id if 0 <= rij < len(self._versies) else ""

    def _kies(self, _: int = 0) -> None:
        rij = self.lijst.currentRow()
        heeft = 0 <= rij < len(self._versies)
        self._terug.setEnabled(heeft)
        if not heeft:
            self._uitleg.setText("Er zijn nog geen versies. De eerste komt vanzelf als u na een half uur weer typt.")
            self.tekst.clear()
            return
        versie = self._versies[rij].nota
        if self.vergelijk.currentIndex() == 0:
            oud, nieuw, wat = versie, self._nota, "Wat er sinds deze versie is veranderd"
        else:
            eerder = self._versies[rij + 1].nota if rij + 1 < len(self._versies) else versie
            oud, nieuw, wat = eerder, versie, "Wat er in deze versie is veranderd"
        verschillen = verschil(oud, nieuw)
        self._uitleg.setText(f"{wat}: + erbij, − weg." if verschillen else "Er is geen verschil.")
        schrijf_verschil(self.tekst, verschillen)

    def _zet_terug(self) -> None:
        if self.gekozen():
            self.teruggezet.emit(self.gekozen())
            self.accept()


def versieregel(versie: Notaversie) -> str:
    """Return how a version is called in the list."""
    return f"{lang(versie.moment.date())}, {uur(versie.moment.time())}\n{versie.reden}"


def schrijf_verschil(veld: QTextEdit, verschillen: Sequence[Sectieverschil]) -> None:
    """Write differences to read: what came underlined after +, what went struck out after −."""
    veld.clear()
    cursor = veld.textCursor()
    kop = QTextCharFormat()
    kop.setFontWeight(QFont.Weight.Bold)
    for rang, regel in enumerate(verschillen):
        vorm = QTextBlockFormat()
        vorm.setTopMargin(10 if rang else 0)
        cursor.insertBlock(vorm, kop) if rang else cursor.setBlockFormat(vorm)
        cursor.insertText(regel.kop, kop)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if regel.alleen_opmaak:
            cursor.insertText("Alleen de opmaak is veranderd.")
            continue
        for aandeel, tekst in regel.delen:
            _schrijf_deel(cursor, aandeel, tekst)
    veld.moveCursor(QTextCursor.MoveOperation.Start)


def _schrijf_deel(cursor: QTextCursor, aandeel: Aandeel, tekst: str) -> None:
    vorm = QTextCharFormat()
    if aandeel is Aandeel.GELIJK:
        cursor.insertText(_ingekort(tekst), vorm)
        return
    paar = kleuren().tonen[Toon.ROOD if aandeel is Aandeel.WEG else Toon.GROEN]
    vorm.setForeground(QBrush(QColor(paar.tekst)))
    vorm.setBackground(QBrush(QColor(paar.vlak)))
    vorm.setFontStrikeOut(aandeel is Aandeel.WEG)
    vorm.setFontUnderline(aandeel is Aandeel.ERBIJ)
    kaal = tekst.lstrip()
    cursor.insertText(tekst[: len(tekst) - len(kaal)], QTextCharFormat())
    teken = QTextCharFormat(vorm)
    teken.setFontStrikeOut(False)
    teken.setFontUnderline(False)
    cursor.insertText(_TEKENS[aandeel], teken)
    cursor.insertText(kaal, vorm)


def _ingekort(tekst: str) -> str:
    """Return a text with only its first and last words when it is long."""
    if len(tekst) <= _LANG:
        return tekst
    begin, slot = tekst[: _LANG // 2], tekst[-_LANG // 2 :]
    return f"{begin.rpartition(' ')[0] or begin} […] {slot.partition(' ')[2] or slot}"
