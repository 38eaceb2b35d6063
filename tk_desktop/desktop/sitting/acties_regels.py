"""The lines of the list of actions, each with a box for done (SCREENS 2.7)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.session.regels import zet_koppen
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.datum import kort

KOPPEN = ("Actie", "Door", "Voor", "Uit", "Laatste")
REGISTERKOPPEN = ("Toezegging", "Portefeuillehouder", "Voor", "Uit", "Stand van zaken")
"""The columns of the register of promises (I4); what was done bears its day."""
_SMAL = 70
"""Letters wide under which there is no room for all columns."""
_ID = int(Qt.ItemDataRole.UserRole)


class Actieregels(QTreeWidget):
    """Shows lines; ``gevinkt`` tells the ids of those that were ticked, and whether they are done now.

    It tells so when the tick itself is over, so that whoever hears it may fill the list anew.
    """

    gevinkt = Signal(list, bool)
    _geklikt = Signal(list, bool)

    def __init__(self) -> None:
        super().__init__()
        self._leeg = ""
        self.setAccessibleName("Lijst van acties")
        self.setColumnCount(len(KOPPEN))
        zet_koppen(self, KOPPEN)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de actielijst")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._klik)
        self._geklikt.connect(self.gevinkt, Qt.ConnectionType.QueuedConnection)

    def toon(self, posten: Sequence[Actiepost], vandaag: date, leeg: str, *, register: bool = False) -> None:
        """Show these lines; what was chosen stays so, else its neighbour is. ``leeg`` is what an empty list says.

        ``register`` shows promises as their register has them.
        """
        waren, rij, nu = set(self.gekozen()), max(0, self.currentIndex().row()), self.huidig()
        self._leeg = leeg
        with QSignalBlocker(self):
            self.clear()
            zet_koppen(self, REGISTERKOPPEN if register else KOPPEN)
            self.addTopLevelItems([_regel(post, vandaag, register=register) for post in posten])
        ids = [post.actie.id for post in posten]
        if ids:
            self.setCurrentItem(self._regels()[ids.index(nu) if nu in ids else min(rij, len(ids) - 1)])
        for regel in self._regels():
            if regel.data(0, _ID) in waren:
                regel.setSelected(True)
        self._pas_kolommen()

    def kies(self, id_: str) -> None:
        """Choose a line, if it is there."""
        for regel in self._regels():
            if regel.data(0, _ID) == id_:
                vlag = QItemSelectionModel.SelectionFlag
                self.setCurrentItem(regel, 0, vlag.ClearAndSelect | vlag.Rows)  # whatever keys are held

    def huidig(self) -> str:
        """Return the id of the line on which the keyboard is; empty when there is none."""
        regel = self.currentItem()
        return str(regel.data(0, _ID)) if regel is not None else ""

    def gekozen(self) -> list[str]:
        """Return the ids of the lines that are chosen, from top to bottom."""
        return [str(regel.data(0, _ID)) for regel in self._regels() if regel.isSelected()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the space bar tick off all lines that are chosen, or open them again when all are done."""
        gekozen = self.gekozen()
        if event.key() == Qt.Key.Key_Space and gekozen:
            open_ = [regel for regel in self.selectedItems() if regel.checkState(0) is not Qt.CheckState.Checked]
            self.gevinkt.emit([str(regel.data(0, _ID)) for regel in open_] or gekozen, bool(open_))
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what comes here."""
        super().paintEvent(event)
        if not self.topLevelItemCount() and self._leeg:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            rand = letterbreedte(self.fontMetrics()) * 2
            vlak = self.viewport().rect().adjusted(rand, 0, -rand, 0)
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._leeg)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share of the new width."""
        super().resizeEvent(event)
        self._pas_kolommen()

    def _regels(self) -> list[QTreeWidgetItem]:
        regels = (self.topLevelItem(rij) for rij in range(self.topLevelItemCount()))
        return [regel for regel in regels if regel is not None]

    def _klik(self, regel: QTreeWidgetItem) -> None:
        self._geklikt.emit([str(regel.data(0, _ID))], regel.checkState(0) is Qt.CheckState.Checked)

    def _pas_kolommen(self) -> None:
        """Let every column but the first be as wide as its words, up to a share of the list.

        Where there is little room the last ones give way: what they say stands in the fields too.
        """
        smal = self.viewport().width() < letterbreedte(self.fontMetrics()) * _SMAL
        for kolom in (3, 4):
            self.setColumnHidden(kolom, smal)
        meest = max(letterbreedte(self.fontMetrics()) * 10, self.viewport().width() // 6)
        for kolom in range(1, len(KOPPEN)):
            breed = max(self.sizeHintForColumn(kolom), self.header().sectionSizeHint(kolom))
            self.setColumnWidth(kolom, min(breed, meest))


def _regel(post: Actiepost, vandaag: date, *, register: bool) -> QTreeWidgetItem:
    actie = post.actie
    laatste = f"{kort(actie.laatste.datum)} {actie.laatste.tekst}" if actie.laatste else actie.staat.value
    laat = actie.is_te_laat(vandaag)
    voor = f"{kort(actie.voor)} (te laat)" if laat and actie.voor else kort(actie.voor) if actie.voor else ""
    wie = actie.door
    if register:
        wie = actie.portefeuillehouder or actie.door
        klaar = f"afgedaan op {kort(actie.afgedaan)}" if actie.afgedaan else ""
        laatste = "; ".join(deel for deel in (klaar, laatste if actie.laatste or not klaar else "") if deel)
    teksten = [actie.tekst, wie, voor, post.uit or post.gremium, laatste]
    regel = QTreeWidgetItem(teksten)
    regel.setData(0, _ID, actie.id)
    regel.setFlags(regel.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    regel.setCheckState(0, Qt.CheckState.Unchecked if actie.staat.is_open else Qt.CheckState.Checked)
    if laat:
        regel.setIcon(2, icon("triangle-alert"))
        regel.setForeground(2, QColor(kleuren().tonen[Toon.ROOD].tekst))
    if post.besloten:
        regel.setIcon(3, icon("lock"))
    staat = "open" if actie.staat.is_open else actie.staat.value
    dicht = "besloten" if post.besloten else ""
    gezegd = ", ".join(deel for deel in (*teksten, staat, dicht) if deel)
    regel.setData(0, Qt.ItemDataRole.AccessibleTextRole, gezegd)
    for kolom, tekst in enumerate(teksten):
        regel.setToolTip(kolom, tekst)
    return regel
