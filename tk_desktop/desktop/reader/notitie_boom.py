"""The notes of a set as a list: under the papers and items they are on, each with its sign and colour (F9)."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.pages.markeerkleuren import markeerkleur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.reader.notitie_woorden import (
    ICONEN,
    kop_van_notitie,
    over_notitie,
    plek_kort,
    plek_voluit,
    regel_van_notitie,
    tip_van,
)
from tk_desktop.domain.aantekening import Aantekening, Soort
from tk_desktop.domain.leeslijst import is_na_te_kijken, is_ongeplaatst
from tk_desktop.domain.notenstijl import Kleur

_ID = Qt.ItemDataRole.UserRole


class Notitieboom(QTreeWidget):
    """A heading for each paper or item, and its notes under it.

    ``gekozen`` tells the id of a note that is to be gone to, ``aangewezen`` one the keyboard came upon.
    """

    gekozen = Signal(str)
    aangewezen = Signal(str)
    verwijderen_gevraagd = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.leeg = ""
        self._rijen: dict[str, QTreeWidgetItem] = {}
        self._regels: tuple[tuple[Aantekening, str], ...] = ()
        self._stijl = ("", "", 0)
        self._koppen: list[QTreeWidgetItem] = []
        self.setAccessibleName("Aantekeningen")
        self.setColumnCount(2)
        self.setHeaderLabels(["Aantekening", "Blz."])
        self.setHeaderHidden(True)
        Lettermaat(self, lambda letters: self.setIndentation(letterbreedte(letters)))
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de aantekeningen")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._aangeklikt)
        self.currentItemChanged.connect(self._gewisseld)

    @property
    def nodig(self) -> int:
        """How high it is when it shows all its lines."""
        rijen = (*self._koppen, *self._rijen.values())
        return sum(self.rowHeight(self.indexFromItem(rij)) for rij in rijen) + 2 * self.frameWidth()

    def toon(
        self, aantekeningen: Sequence[Aantekening], naam: Callable[[Aantekening], str], lezer: str, gekozen: str
    ) -> None:
        """Replace the lines that differ; the chosen note is the current one."""
        regels = tuple((een, naam(een)) for een in aantekeningen)
        stijl = (kleuren().naam, lezer, self.fontMetrics().height())
        if (regels, stijl) != (self._regels, self._stijl):
            self._vervang(regels, stijl)
        self._wijs(gekozen)

    def _vervang(self, regels: tuple[tuple[Aantekening, str], ...], stijl: tuple[str, str, int]) -> None:
        """Make anew only the lines of notes that changed: with 500 notes a key must not wait for all."""
        oud = {een.id: een for een, _ in self._regels} if stijl == self._stijl else {}
        zelfde = {een.id: self._rijen[een.id] for een, _ in regels if oud.get(een.id) == een}
        schuif = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.setUpdatesEnabled(False)
        for kop in self._koppen:
            kop.takeChildren()
        self.clear()
        self._regels, self._stijl = regels, stijl
        self._koppen = []
        self._rijen = {een.id: zelfde.get(een.id) or self._rij(een, stijl[1]) for een, _ in regels}
        for naam, samen in groupby(regels, key=lambda regel: regel[1]):
            self._koppen.append(self._kop(naam))
            self._koppen[-1].addChildren([self._rijen[een.id] for een, _ in samen])
        self.expandAll()
        self.setUpdatesEnabled(True)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(schuif)

    def huidig(self) -> str:
        """Return the id of the note the keyboard is on; empty on a heading."""
        rij = self.currentItem()
        return str(rij.data(0, _ID) or "") if rij is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the note with Enter, remove it with Del; F2 is a command."""
        id_ = self.huidig()
        if id_ and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gekozen.emit(id_)
        elif id_ and event.key() == Qt.Key.Key_Delete:
            self.verwijderen_gevraagd.emit(id_)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what to do."""
        super().paintEvent(event)
        if not self._rijen and self.leeg:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            rand = letterbreedte(self.fontMetrics()) * 2
            vlak = self.viewport().rect().adjusted(rand, rand, -rand, -rand)
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.leeg)

    def _kop(self, tekst: str) -> QTreeWidgetItem:
        rij = QTreeWidgetItem([tekst, ""])
        letter = self.font()
        letter.setBold(True)
        rij.setFont(0, letter)
        rij.setToolTip(0, tekst)
        self.addTopLevelItem(rij)
        rij.setFirstColumnSpanned(True)
        return rij

    def _rij(self, een: Aantekening, lezer: str) -> QTreeWidgetItem:
        rij = QTreeWidgetItem([regel_van_notitie(een, lezer), plek_kort(een)])
        rij.setData(0, _ID, een.id)
        rij.setIcon(0, _stip(een, self.fontMetrics().height()))
        rij.setToolTip(0, tip_van(een, lezer))
        plek = plek_voluit(een)
        if is_ongeplaatst(een) or is_na_te_kijken(een):
            rij.setForeground(1, QColor(kleuren().tonen[Toon.ORANJE].tekst))
            rij.setToolTip(1, f"{plek[:1].upper()}{plek[1:]}")
        woorden = (kop_van_notitie(een), plek, over_notitie(een, lezer))
        rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(woord for woord in woorden if woord))
        return rij

    def _wijs(self, gekozen: str) -> None:
        """Put the keyboard on a note without telling so."""
        rij = self._rijen.get(gekozen)
        if rij is not None and rij is not self.currentItem():
            self.blockSignals(True)
            self.setCurrentItem(rij)
            self.blockSignals(False)
            self.viewport().update()

    def _gewisseld(self, rij: QTreeWidgetItem | None) -> None:
        id_ = rij.data(0, _ID) if rij is not None else ""
        if id_:
            self.aangewezen.emit(str(id_))

    def _aangeklikt(self, rij: QTreeWidgetItem) -> None:
        id_ = rij.data(0, _ID)
        if id_:
            self.gekozen.emit(str(id_))


def _stip(een: Aantekening, maat: int) -> QIcon:
    """Return the sign of a note; one that has no place is shown as a warning."""
    if is_ongeplaatst(een):
        return icon("triangle-alert")
    return _teken(een.soort, een.kleur, maat, donker=kleuren().naam == "donker")


@cache
def _teken(soort: Soort, kleur: Kleur, maat: int, *, donker: bool) -> QIcon:
    """Return the sign of a kind on the colour of the note."""
    beeld = QPixmap(maat * 3, maat * 3)
    beeld.fill(Qt.GlobalColor.transparent)
    painter = QPainter(beeld)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(markeerkleur(kleur, donker).vlak))
    painter.drawRoundedRect(beeld.rect(), maat * 0.5, maat * 0.5)
    icon(ICONEN[soort]).paint(painter, beeld.rect().adjusted(maat // 2, maat // 2, -maat // 2, -maat // 2))
    painter.end()
    return QIcon(beeld)
