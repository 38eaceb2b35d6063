"""The agenda of a set with its papers, as one reads it: how far each is read and how many notes there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.parts.tweeregels import Tweeregels
from tk_desktop.domain.leeslijst import Leesmerk

ONDERWERP, STAND, NOTITIES = range(3)
_TEKEN = {
    Leesmerk.ONGELEZEN: "circle",
    Leesmerk.BEGONNEN: "book-open",
    Leesmerk.GELEZEN: "circle-check",
    Leesmerk.GEWIJZIGD: "triangle-alert",
}
_TOON = {Leesmerk.GELEZEN: Toon.GROEN, Leesmerk.GEWIJZIGD: Toon.ORANJE}
SLEUTEL, _PUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Boomregel:
    """One line: an item (``sleutel`` empty) or a paper of it, how far it is read, how many notes, and what is under it.

    ``stand`` says it in words: ``ongelezen``, ``begonnen, bij blz. 3 van 12``; the column has room for ``kort``.
    ``notities`` counts the notes on the line itself.
    """

    tekst: str
    sleutel: str = ""
    punt_id: str = ""
    merk: Leesmerk | None = None
    stand: str = ""
    kort: str = ""
    notities: int = 0
    besloten: bool = False
    onder: tuple["Boomregel", ...] = ()

    @property
    def alle_notities(self) -> int:
        """How many notes it tells: those on a paper itself, of an item those on all under it."""
        return self.notities if self.sleutel else self.notities + sum(regel._met_onder for regel in self.onder)

    @property
    def _met_onder(self) -> int:
        return self.notities + sum(regel._met_onder for regel in self.onder)


class Leesboom(QTreeWidget):
    """Items with their papers. ``gekozen`` tells the key of a paper that is to be read, ``punt_gewisseld`` an item."""

    gekozen = Signal(str)
    punt_gewisseld = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._open = ""
        self._regels: tuple[Boomregel, ...] = ()
        self.setAccessibleName("Agenda met stukken")
        self.setColumnCount(3)
        self.setHeaderLabels(["Onderwerp", "", ""])
        for kolom, naam in ((STAND, "Gelezen"), (NOTITIES, "Aantekeningen")):
            self.headerItem().setToolTip(kolom, naam)
            self.headerItem().setIcon(kolom, icon("book-open" if kolom == STAND else "sticky-note"))
            self.headerItem().setData(kolom, Qt.ItemDataRole.AccessibleTextRole, naam)
        Tweeregels(self, ONDERWERP)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de agenda met stukken")
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(ONDERWERP, QHeaderView.ResizeMode.Stretch)
        for kolom in (STAND, NOTITIES):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        Lettermaat(self, self._meet)
        self.itemClicked.connect(self._aangeklikt)
        self.currentItemChanged.connect(self._gewisseld)

    def toon(self, regels: Sequence[Boomregel], open_: str) -> None:
        """Replace all lines; ``open_`` is the key of the paper that is read, which stands out."""
        regels = tuple(regels)
        if regels == self._regels and open_ == self._open:
            return
        vorige = self.huidig() if self._regels else ("", "")
        was_open, self._open, self._regels = self._open, open_, regels
        self.blockSignals(True)
        self.clear()
        for regel in regels:
            self.addTopLevelItem(self._rij(regel))
        self.expandAll()
        self.blockSignals(False)
        self._kies(vorige if was_open == open_ and any(vorige) else ("", open_))

    def huidig(self) -> tuple[str, str]:
        """Return the item and the key of the paper of the line the keyboard is on."""
        rij = self.currentItem()
        return (str(rij.data(0, _PUNT)), str(rij.data(0, SLEUTEL))) if rij is not None else ("", "")

    def kies_punt(self, punt_id: str) -> None:
        """Put the keyboard on the line of an item."""
        self._kies((punt_id, ""))

    def rijen(self) -> list[QTreeWidgetItem]:
        """Return every line, from top to bottom."""

        def onder(rij: QTreeWidgetItem) -> list[QTreeWidgetItem]:
            kinderen = (rij.child(nr) for nr in range(rij.childCount()))
            return [rij, *(ander for kind in kinderen if kind is not None for ander in onder(kind))]

        boven = (self.topLevelItem(nr) for nr in range(self.topLevelItemCount()))
        return [ander for rij in boven if rij is not None for ander in onder(rij)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the paper with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lees(self.currentItem())
            return
        super().keyPressEvent(event)

    def _meet(self, letters: QFontMetrics) -> None:
        self.setIndentation(letterbreedte(letters) * 2)
        self.header().setMinimumSectionSize(letterbreedte(letters) * 5)

    def _rij(self, regel: Boomregel) -> QTreeWidgetItem:
        aantal = regel.alle_notities
        rij = QTreeWidgetItem([regel.tekst, regel.kort, str(aantal) if aantal else ""])
        rij.setData(0, SLEUTEL, regel.sleutel)
        rij.setData(0, _PUNT, regel.punt_id)
        rij.setToolTip(ONDERWERP, f"{regel.tekst} (besloten)" if regel.besloten else regel.tekst)
        rij.setTextAlignment(NOTITIES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        telling = {0: "", 1: "1 aantekening"}.get(aantal, f"{aantal} aantekeningen")
        woorden = (regel.tekst, "besloten" if regel.besloten else "", regel.stand, telling)
        rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(woord for woord in woorden if woord))
        if regel.besloten:
            rij.setIcon(ONDERWERP, icon("lock"))
        if regel.merk is not None:
            rij.setIcon(STAND, icon(_TEKEN[regel.merk]))
            rij.setToolTip(STAND, regel.stand)
            if regel.merk in _TOON:
                rij.setForeground(STAND, QColor(kleuren().tonen[_TOON[regel.merk]].tekst))
        if regel.sleutel and regel.sleutel == self._open:
            letter = self.font()
            letter.setBold(True)
            rij.setFont(ONDERWERP, letter)
        for onder in regel.onder:
            rij.addChild(self._rij(onder))
        return rij

    def _kies(self, plek: tuple[str, str]) -> None:
        """Put the keyboard on a line; on the first where there is none such."""
        punt, sleutel = plek
        for rij in self.rijen():
            if (sleutel and rij.data(0, SLEUTEL) == sleutel) or (not sleutel and rij.data(0, _PUNT) == punt):
                self.setCurrentItem(rij)
                return
        self.setCurrentIndex(self.model().index(0, 0))

    def _aangeklikt(self, rij: QTreeWidgetItem) -> None:
        self._lees(rij)

    def _lees(self, rij: QTreeWidgetItem | None) -> None:
        """Read a paper; of an item its first paper."""
        while rij is not None and not rij.data(0, SLEUTEL):
            rij = rij.child(0)
        if rij is not None:
            self.gekozen.emit(str(rij.data(0, SLEUTEL)))

    def _gewisseld(self, rij: QTreeWidgetItem | None) -> None:
        if rij is not None:
            self.punt_gewisseld.emit(str(rij.data(0, _PUNT)))
