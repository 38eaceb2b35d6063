"""What was held over or withdrawn, to read: the item with its reason, and the pages of its papers (B13, B14)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon

_ID = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgevoerdregel:
    """One item that was taken off: its title, how it ended, all its words, and its papers as pairs (id, title).

    ``terug`` tells that it was taken off itself, not with its main item; ``wacht`` that it goes on nowhere yet.
    """

    id: str
    titel: str
    staat: str
    tekst: str
    besloten: bool
    terug: bool
    wacht: bool
    stukken: Sequence[tuple[str, str]] = ()


class AfgevoerdBlad(QWidget):
    """A tree of items and their papers, beside the words of the item or the pages of the paper (``bladen``).

    ``stuk_gekozen`` tells the paper to show, ``terug_gevraagd`` the item that comes back on its agenda,
    ``verder_gevraagd`` the one that waits and gets a meeting.
    """

    stuk_gekozen = Signal(str)
    terug_gevraagd = Signal(str)
    verder_gevraagd = Signal(str)

    def __init__(self, load: Callable[[], Sequence[Afgevoerdregel]], bladen: QWidget) -> None:
        super().__init__()
        self._load = load
        self._regels: dict[str, Afgevoerdregel] = {}
        self.setAccessibleName("Aangehouden en ingetrokken")
        self.boom = QTreeWidget()
        self.boom.setAccessibleName("Punten die van de agenda gingen")
        self.boom.setHeaderHidden(True)
        self.boom.setUniformRowHeights(True)
        self.tekst = QPlainTextEdit()
        self.tekst.setAccessibleName("Gegevens van het punt")
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.kant = QStackedWidget()
        self.kant.addWidget(self.tekst)
        self.kant.addWidget(bladen)
        self._bladen = bladen
        self.knop_terug = QPushButton(icon("undo-2"), "&Terug op de agenda")
        self.knop_verder = QPushButton(icon("clock"), "Naar een &vergadering…")
        self.setFocusProxy(self.boom)
        self._leg_uit()
        self.boom.currentItemChanged.connect(self._toon)
        self.knop_terug.clicked.connect(self._terug)
        self.knop_verder.clicked.connect(self._verder)
        self.reload()

    def reload(self) -> None:
        """Ask for the items again and show them; what was chosen stays chosen while it is there."""
        gekozen = self._gekozen()
        regels = tuple(self._load())
        self._regels = {regel.id: regel for regel in regels}
        with QSignalBlocker(self.boom):
            self.boom.clear()
            for regel in regels:
                rij = QTreeWidgetItem([f"{regel.titel} ({regel.staat})"])
                rij.setData(0, _ID, regel.id)
                rij.setIcon(0, icon("lock" if regel.besloten else "file-text"))
                rij.setToolTip(0, f"Besloten: {regel.titel}" if regel.besloten else regel.titel)
                for stuk_id, titel in regel.stukken:
                    onder = QTreeWidgetItem([titel])
                    onder.setData(0, _ID, stuk_id)
                    onder.setToolTip(0, titel)
                    rij.addChild(onder)
                self.boom.addTopLevelItem(rij)
            self.boom.expandAll()
        self.kies(gekozen)

    def kies(self, id_: str) -> None:
        """Go to an item or a paper; to the first item when it is not here."""
        vlag = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        alle = self.boom.findItems("", vlag)
        naar = next((rij for rij in alle if rij.data(0, _ID) == id_), self.boom.topLevelItem(0))
        if naar is not None:
            self.boom.setCurrentItem(naar)
        self._toon()

    def _leg_uit(self) -> None:
        deler = QSplitter()
        deler.addWidget(self.boom)
        deler.addWidget(self.kant)
        deler.setStretchFactor(0, 2)  # titles are long; what is told of one is a few lines
        deler.setStretchFactor(1, 3)
        deler.setChildrenCollapsible(False)
        knoppen = QHBoxLayout()
        for knop in (self.knop_terug, self.knop_verder):
            knoppen.addWidget(knop)
        knoppen.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(deler, 1)
        kolom.addLayout(knoppen)

    def _gekozen(self) -> str:
        rij = self.boom.currentItem()
        return str(rij.data(0, _ID)) if rij is not None else ""

    def _punt(self) -> Afgevoerdregel | None:
        rij = self.boom.currentItem()
        boven = rij.parent() if rij is not None else None
        return self._regels.get(str((boven or rij).data(0, _ID))) if rij is not None else None

    def _toon(self) -> None:
        """Show the words of the item that is chosen, or the pages of the paper."""
        punt, gekozen = self._punt(), self._gekozen()
        self.knop_terug.setEnabled(punt is not None and punt.terug)
        self.knop_verder.setEnabled(punt is not None and punt.wacht)
        if punt is None or gekozen == punt.id:
            self.tekst.setPlainText(punt.tekst if punt else "Er is van deze agenda niets ingetrokken of aangehouden.")
            self.kant.setCurrentWidget(self.tekst)
        else:
            self.kant.setCurrentWidget(self._bladen)
            self.stuk_gekozen.emit(gekozen)

    def _terug(self) -> None:
        punt = self._punt()
        if punt is not None:
            self.terug_gevraagd.emit(punt.id)

    def _verder(self) -> None:
        punt = self._punt()
        if punt is not None:
            self.verder_gevraagd.emit(punt.id)
