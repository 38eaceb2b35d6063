"""The text of two versions of a paper compared: what went struck out, what came underlined, with the pages (F21)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.reader.versiewoorden import als_beeld_zin, deel_zin, vervallen_zin
from tk_desktop.desktop.session.dialoog import Knoppenrij
from tk_desktop.domain.verankering.verschil import Deelsoort, Tekstdeel, Versieverschil

_LANG = 240
"""A longer stretch that stayed the same is shortened to its ends."""
_TEKENS = {Deelsoort.WEG: "−", Deelsoort.ERBIJ: "+", Deelsoort.VERPLAATST: "⇄"}
_TONEN = {Deelsoort.WEG: Toon.ROOD, Deelsoort.ERBIJ: Toon.GROEN, Deelsoort.VERPLAATST: Toon.BLAUW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekverschil:
    """One change: the stretches that belong together, and where it stands in the text that is shown."""

    delen: tuple[Tekstdeel, ...]
    begin: int
    eind: int

    @property
    def regel(self) -> str:
        """What the list says of it."""
        oud = " ".join(deel.tekst for deel in self.delen if deel.soort is Deelsoort.WEG)
        nieuw = " ".join(deel.tekst for deel in self.delen if deel.soort is not Deelsoort.WEG)
        verplaatst = [deel for deel in self.delen if deel.soort is Deelsoort.VERPLAATST]
        zin = deel_zin(self.delen, oud, nieuw)
        return f"{zin} (stond op blz. {verplaatst[0].oud})" if verplaatst else zin


class Versieverschilvenster(QDialog):
    """Lists the changes beside the text of the new version; ``naar`` tells a page to go to."""

    naar = Signal(int)

    def __init__(self, naam: str, wat: str, verschil: Versieverschil, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Verschil in ‘{naam}’")
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Veranderingen")
        self.lijst.setWordWrap(True)
        self.tekst = QTextEdit()
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Tekst met de veranderingen")
        self.plekken = tuple(schrijf_verschil(self.tekst, verschil.leesbaar))
        for plek in self.plekken:
            self.lijst.addItem(plek.regel)
        uitleg = QLabel(_uitleg(wat, len(self.plekken), verschil))
        uitleg.setWordWrap(True)
        self._ga = QPushButton("Naar de &bladzijde")
        self._volgend = QPushButton("Volgend &verschil")
        self._volgend.setToolTip("Volgend verschil (F8)")
        self._leg_neer(uitleg)
        self.lijst.currentRowChanged.connect(self._toon)
        self.lijst.itemActivated.connect(self._ga_naar)
        self._ga.clicked.connect(self._ga_naar)
        self._volgend.clicked.connect(self.volgend)
        for toets, doe in (("F8", self.volgend), ("Shift+F8", self.vorig)):
            QShortcut(toets_van(toets), self, doe)
        for knop in (self._ga, self._volgend):
            knop.setEnabled(bool(self.plekken))
        self.lijst.setCurrentRow(0 if self.plekken else -1)
        letter = self.fontMetrics()
        self.resize(min(letterbreedte(letter) * 130, 1000), min(letter.height() * 36, 680))

    def _leg_neer(self, uitleg: QLabel) -> None:
        delen = QSplitter(Qt.Orientation.Horizontal)
        delen.setChildrenCollapsible(False)
        delen.addWidget(self.lijst)
        delen.addWidget(self.tekst)
        delen.setStretchFactor(0, 1)
        delen.setStretchFactor(1, 2)
        knoppen = Knoppenrij()
        for knop in (self._volgend, self._ga):
            knoppen.addButton(knop, QDialogButtonBox.ButtonRole.ActionRole)
            knop.setAutoDefault(False)
        knoppen.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(uitleg)
        kolom.addWidget(delen, 1)
        kolom.addWidget(knoppen)

    def volgend(self) -> None:
        """Go to the next change; after the last comes the first."""
        self._stap(1)

    def vorig(self) -> None:
        """Go to the change before."""
        self._stap(-1)

    def _stap(self, stap: int) -> None:
        if self.plekken:
            self.lijst.setCurrentRow((self.lijst.currentRow() + stap) % len(self.plekken))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the change that is chosen into view, now that the text has its lines."""
        super().showEvent(event)
        self._toon(self.lijst.currentRow())

    def _toon(self, rij: int) -> None:
        """Mark a change in the text, and bring it into view from its begin."""
        if 0 <= rij < len(self.plekken):
            cursor = self.tekst.textCursor()
            cursor.setPosition(self.plekken[rij].eind)
            self.tekst.setTextCursor(cursor)
            cursor.setPosition(self.plekken[rij].begin, QTextCursor.MoveMode.KeepAnchor)
            self.tekst.setTextCursor(cursor)

    def _ga_naar(self) -> None:
        rij = self.lijst.currentRow()
        if 0 <= rij < len(self.plekken):
            self.naar.emit(self.plekken[rij].delen[0].nieuw)
            self.accept()


def schrijf_verschil(veld: QTextEdit, delen: Sequence[Tekstdeel]) -> Iterator[Plekverschil]:
    """Write a text with its changes to read, and yield where each change stands; pages without change are skipped."""
    veld.clear()
    cursor = veld.textCursor()
    pagina = 0
    groep: list[Tekstdeel] = []
    begin = 0
    bladen = {deel.nieuw for deel in delen if deel.soort is not Deelsoort.GELIJK}
    for deel in delen:
        if deel.nieuw not in bladen:
            continue
        anders = deel.soort is not Deelsoort.GELIJK
        if groep and (not anders or deel.nieuw != pagina):
            yield Plekverschil(delen=tuple(groep), begin=begin, eind=cursor.position())
            groep = []
        if deel.nieuw != pagina:
            pagina = deel.nieuw
            _kop(cursor, pagina)
        if anders and not groep:
            begin = cursor.position()
        _schrijf(cursor, deel)
        if anders:
            groep.append(deel)
    if groep:
        yield Plekverschil(delen=tuple(groep), begin=begin, eind=cursor.position())


def _kop(cursor: QTextCursor, pagina: int) -> None:
    vorm = QTextCharFormat()
    vorm.setFontWeight(QFont.Weight.Bold)
    blok = QTextBlockFormat()
    blok.setTopMargin(10 if not cursor.atStart() else 0)
    if cursor.atStart():
        cursor.setBlockFormat(blok)
    else:
        cursor.insertBlock(blok)
    cursor.insertText(f"Bladzijde {pagina}", vorm)
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _schrijf(cursor: QTextCursor, deel: Tekstdeel) -> None:
    tekst = deel.tekst.strip("\n") if cursor.atBlockStart() else deel.tekst
    if not cursor.atBlockStart() and not tekst.startswith("\n"):
        cursor.insertText(" ", QTextCharFormat())
    if deel.soort is Deelsoort.GELIJK:
        cursor.insertText(_ingekort(tekst), QTextCharFormat())
        return
    paar = kleuren().tonen[_TONEN[deel.soort]]
    vorm = QTextCharFormat()
    vorm.setForeground(QBrush(QColor(paar.tekst)))
    vorm.setBackground(QBrush(QColor(paar.vlak)))
    kaal = tekst.lstrip("\n")
    cursor.insertText(tekst[: len(tekst) - len(kaal)], QTextCharFormat())
    cursor.insertText(_TEKENS[deel.soort], vorm)
    vorm.setFontStrikeOut(deel.soort is Deelsoort.WEG)
    vorm.setFontUnderline(deel.soort is not Deelsoort.WEG)
    cursor.insertText(kaal, vorm)


def _ingekort(tekst: str) -> str:
    """Return a text with only its first and last words when it is long."""
    if len(tekst) <= _LANG:
        return tekst
    begin, slot = tekst[: _LANG // 2], tekst[-_LANG // 2 :]
    return f"{begin.rpartition(' ')[0] or begin} […] {slot.partition(' ')[2] or slot}"


def _uitleg(wat: str, aantal: int, verschil: Versieverschil) -> str:
    beelden = als_beeld_zin([blad.pagina for blad in verschil.als_beeld])
    if not aantal and beelden:
        return f"{wat} {beelden}"
    if not aantal and verschil.is_gelijk:
        return f"{wat} De tekst is gelijk. Plaatjes en grafieken bij tekst zijn niet vergeleken."
    veranderingen = {0: "De woorden zijn gelijk", 1: "1 verandering"}.get(aantal, f"{aantal} veranderingen")
    vervallen = vervallen_zin(verschil.vervallen)
    zinnen = (
        f"{wat} {veranderingen}{f'; {vervallen}' if vervallen else ''}.",
        "+ erbij, − weg, ⇄ stond elders.",
        beelden,
    )
    return " ".join(filter(None, zinnen))
