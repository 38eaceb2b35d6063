"""What is found in all papers of the set, by paper, with its page and the words round it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.vondstcel import Vondstcel, zonder_haken
from tk_desktop.reading.setzoeken import Setvondst

_RUST = 200
"""Milliseconds after the last letter before it is searched."""
_NUMMER = Qt.ItemDataRole.UserRole
LEEG = "Typ een woord om in alle stukken van deze vergadering te zoeken."


class Zoekpaneel(QWidget):
    """A field and what was found.

    ``gevraagd`` tells the words, ``gekozen`` the number (from 0) of a place to go to, ``stap`` to the next or the one
    before (F3, Shift+F3), ``terug`` that the page is asked for (Esc).
    """

    gevraagd = Signal(str)
    gekozen = Signal(int)
    stap = Signal(int)
    terug = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Zoeken in alle stukken")
        self._rijen: list[QTreeWidgetItem] = []
        self._gevraagd = ""
        self.veld = QLineEdit()
        self.veld.setAccessibleName("Zoek in alle stukken van deze vergadering")
        self.veld.setPlaceholderText("Zoek in alle stukken")
        self.veld.setClearButtonEnabled(True)
        self.stand = QLabel(LEEG)
        self.stand.setProperty("zacht", "ja")
        self.stand.setWordWrap(True)
        self.lijst = _lijst()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(4, 4, 4, 4)
        kolom.addWidget(self.veld)
        kolom.addWidget(self.stand)
        kolom.addWidget(self.lijst, 1)
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._vraag)
        self._na = 0
        """How many places to go on once they are found: Enter came before them."""
        self.veld.textChanged.connect(self._rust.start)
        self.lijst.itemClicked.connect(self._kies)
        self.veld.installEventFilter(self)
        self.lijst.installEventFilter(self)
        Focusdeur(self, lambda: self.veld)

    def begin(self, woorden: str) -> None:
        """Be ready to type, with words to begin with."""
        if woorden:
            self.veld.setText(woorden)
        self.veld.selectAll()

    def toon(
        self, gevonden: Sequence[Setvondst], namen: Mapping[str, str], gekozen: int, *, stand: str, klaar: bool
    ) -> None:
        """Show what was found; ``namen`` are those of the papers, ``gekozen`` the place that is looked at, or -1."""
        self.lijst.setUpdatesEnabled(False)
        self.lijst.clear()
        self._rijen = []
        kop: QTreeWidgetItem | None = None
        vorige = ""
        for nummer, een in enumerate(gevonden):
            if kop is None or een.sleutel != vorige:
                vorige = een.sleutel
                kop = self._kop(namen.get(een.sleutel, ""), sum(ander.sleutel == vorige for ander in gevonden))
            rij = QTreeWidgetItem([een.fragment, f"blz. {een.pagina}"])
            rij.setData(0, _NUMMER, nummer)
            woorden = zonder_haken(een.fragment)
            rij.setToolTip(0, woorden)
            rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"blz. {een.pagina}, {woorden}")
            kop.addChild(rij)
            self._rijen.append(rij)
        self.lijst.expandAll()
        self.lijst.setUpdatesEnabled(True)
        self.wijs_aan(gekozen)
        if self._na and gevonden:
            na, self._na = self._na, 0
            self.stap.emit(na)
        if stand != self.stand.text():
            self.stand.setText(stand)
            if klaar and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.stand, stand))

    def wijs_aan(self, nummer: int) -> None:
        """Let the line of a place stand out."""
        if 0 <= nummer < len(self._rijen):
            self.lijst.setCurrentItem(self._rijen[nummer])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys: Enter goes there, F3 and Shift+F3 go on and back, Esc to the page."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            if event.type() is QEvent.Type.ShortcutOverride:
                mijn = event.key() == Qt.Key.Key_F3
                if mijn:
                    event.accept()
                return mijn
            return self._toets(event, watched is self.veld)
        return super().eventFilter(watched, event)

    def _toets(self, event: QKeyEvent, in_veld: bool) -> bool:
        terug = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if in_veld:
                self._enter(terug=terug)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                rij = self.lijst.currentItem()
                if rij is not None:
                    self._kies(rij)
            case Qt.Key.Key_F3:
                self.stap.emit(-1 if terug else 1)
            case Qt.Key.Key_Down if in_veld:
                self.lijst.setFocus()
            case Qt.Key.Key_Escape:
                self.terug.emit()
            case _:
                return False
        return True

    def _enter(self, *, terug: bool) -> None:
        """Go on to the next place; what is still being looked for, is gone to as soon as it is found."""
        if self._rust.isActive():
            self._na = -1 if terug else 1
            self._vraag()
        else:
            self.stap.emit(-1 if terug else 1)

    def _vraag(self) -> None:
        self._rust.stop()
        woorden = self.veld.text().strip()
        if woorden != self._gevraagd:
            self._gevraagd = woorden
            self.gevraagd.emit(woorden)

    def _kies(self, rij: QTreeWidgetItem) -> None:
        nummer = rij.data(0, _NUMMER)
        eerste = rij.child(0)
        if nummer is None and eerste is not None:
            nummer = eerste.data(0, _NUMMER)
        if nummer is not None:
            self.gekozen.emit(int(nummer))

    def _kop(self, naam: str, keren: int) -> QTreeWidgetItem:
        tekst = f"{naam} ({keren})"
        rij = QTreeWidgetItem([tekst, ""])
        letter = self.font()
        letter.setBold(True)
        rij.setFont(0, letter)
        rij.setToolTip(0, tekst)
        self.lijst.addTopLevelItem(rij)
        rij.setFirstColumnSpanned(True)
        return rij


def _lijst() -> QTreeWidget:
    lijst = QTreeWidget()
    lijst.setAccessibleName("Gevonden in alle stukken")
    lijst.setColumnCount(2)
    lijst.setHeaderLabels(["Tekst", "Blz."])
    lijst.setHeaderHidden(True)
    Lettermaat(lijst, lambda letters: lijst.setIndentation(letterbreedte(letters)))
    lijst.setRootIsDecorated(False)
    lijst.setUniformRowHeights(True)
    lijst.setItemDelegateForColumn(0, Vondstcel(lijst))
    lijst.setAllColumnsShowFocus(True)
    lijst.setTabKeyNavigation(False)
    lijst.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    kop = lijst.header()
    kop.setAccessibleName("Kolommen van wat gevonden is")
    kop.setStretchLastSection(False)
    kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    kop.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return lijst
