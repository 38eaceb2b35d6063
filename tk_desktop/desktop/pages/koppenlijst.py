"""The table of contents that a paper brings itself, to go to one of its headings."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.paper.bladlinks import Doel, Kop

_DOEL = Qt.ItemDataRole.UserRole
_RUST = 150
"""Milliseconds after scrolling before the heading that is looked at is sought."""
_MARGE = 0.05
"""Part of a page under its top at which a heading counts as the one that is looked at."""
_OPEN = 60
"""Headings up to which all are shown at once; of more only the first level."""


class Koppenlijst(QStackedWidget):
    """Follows the paper that is read: its headings, the one that is looked at chosen. ``gegaan`` when one was taken."""

    gegaan = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._lees: Leesblad | None = None
        self.boom = _Boom()
        self._leeg = LeegBlad("Dit stuk heeft geen inhoudsopgave.")
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._kies)
        self.addWidget(self._leeg)
        self.addWidget(self.boom)
        self._deur = Focusdeur(self, lambda: self.boom if self.currentWidget() is self.boom else None)
        self.boom.itemClicked.connect(self._ga)
        self.boom.ingegaan.connect(self._ga)

    def volg(self, lees: Leesblad | None) -> None:
        """Show the headings of a paper from now on, or of none."""
        if lees is self._lees:
            return
        if self._lees is not None:
            self._lees.links.inhoud_gekomen.disconnect(self._toon)
            self._lees.bladen.verschoven.disconnect(self._rust.start)
            self._lees.destroyed.disconnect(self._weg)
        self._lees = lees
        if lees is not None:
            lees.links.inhoud_gekomen.connect(self._toon)
            lees.bladen.verschoven.connect(self._rust.start)
            lees.destroyed.connect(self._weg)
        self._toon(lees.links.inhoud if lees is not None else ())

    def _weg(self) -> None:
        self._lees = None

    def _toon(self, koppen: Sequence[Kop]) -> None:
        self.boom.toon(koppen)
        self.setCurrentWidget(self.boom if koppen else self._leeg)
        if self.hasFocus():
            self._deur.open()
        self._kies()

    def _kies(self) -> None:
        if self._lees is not None and not self.boom.hasFocus():
            plek = self._lees.bladen.plek
            self.boom.kies(plek.pagina + 1, plek.deel)

    def _ga(self, rij: QTreeWidgetItem) -> None:
        doel = rij.data(0, _DOEL)
        if self._lees is not None and isinstance(doel, Doel):
            self._lees.links.spring(doel)
            self.gegaan.emit()


class _Boom(QTreeWidget):
    """Headings with the page they stand on. ``ingegaan`` when Enter is pressed on one."""

    ingegaan = Signal(QTreeWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Inhoud van het stuk")
        self.setColumnCount(2)
        self.setHeaderLabels(["Kop", "Blz."])
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        Lettermaat(self, lambda letters: self.setIndentation(letterbreedte(letters) * 2))
        kop = self.header()
        kop.setAccessibleName("Kolommen van de inhoud")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def toon(self, koppen: Sequence[Kop]) -> None:
        """Replace all lines."""
        self.clear()
        for kop in koppen:
            self.addTopLevelItem(_rij(kop))
        if sum(1 for _ in _alle(self)) <= _OPEN:
            self.expandAll()

    def kies(self, pagina: int, deel: float) -> None:
        """Choose the last heading above a place, of those that are shown, or the first of that page."""
        hier = None
        for rij in _alle(self):
            doel = rij.data(0, _DOEL)
            if not isinstance(doel, Doel) or not _zichtbaar(rij):
                continue
            if (doel.pagina, doel.deel) <= (pagina, deel + _MARGE) or (doel.pagina == pagina and not _op(hier, pagina)):
                hier = rij
        if hier is not None and hier is not self.currentItem():
            self.setCurrentItem(hier)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a heading with Enter."""
        hier = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hier is not None:
            self.ingegaan.emit(hier)
            return
        super().keyPressEvent(event)


def _rij(kop: Kop) -> QTreeWidgetItem:
    blz = str(kop.doel.pagina) if kop.doel else ""
    rij = QTreeWidgetItem([kop.titel, blz])
    rij.setData(0, _DOEL, kop.doel)
    rij.setToolTip(0, kop.titel)
    rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{kop.titel}, blz. {blz}" if blz else kop.titel)
    rij.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for onder in kop.onder:
        rij.addChild(_rij(onder))
    return rij


def _alle(boom: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    rijen = [boom.topLevelItem(nr) for nr in reversed(range(boom.topLevelItemCount()))]
    while rijen:
        rij = rijen.pop()
        if rij is not None:
            yield rij
            rijen += [rij.child(nr) for nr in reversed(range(rij.childCount()))]


def _zichtbaar(rij: QTreeWidgetItem) -> bool:
    boven = rij.parent()
    return boven is None or (boven.isExpanded() and _zichtbaar(boven))


def _op(rij: QTreeWidgetItem | None, pagina: int) -> bool:
    doel = rij.data(0, _DOEL) if rij is not None else None
    return isinstance(doel, Doel) and doel.pagina == pagina
