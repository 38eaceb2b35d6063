"""What a nota begins with, as a list to search in, with the real page of each beside it (C2, C4)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Knoppenrij
from tk_desktop.domain.sjabloon import VORMNAMEN, Notastart, Startsoort

_STER, _NAAM, _RECHTS = 0, 1, 2
_SMAL = 90
"""Letters wide up to which there is no room for a page beside the list."""
_RUST = 250
"""Milliseconds on one line before its page is made."""
_ICONEN = {Startsoort.VORM: "file-plus", Startsoort.SJABLOON: "file-text", Startsoort.NOTA: "copy"}


class Notakeuze(QDialog):
    """A line to type in, what fits under it and its page; every signal carries a ``Notastart``.

    ``laad`` gives what can be chosen, in order; ``voorbeeld`` is the widget that shows the page asked for by
    ``bekeken``.
    """

    gekozen = Signal(object)
    favoriet_gevraagd = Signal(object)
    verwijderen_gevraagd = Signal(object)
    bekeken = Signal(object)

    def __init__(
        self, titel: str, uitleg: str, laad: Callable[[], Sequence[Notastart]], voorbeeld: QWidget, ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self._laad = laad
        self._starts: dict[str, Notastart] = {}
        self._getoond = ""
        self.zoek = QLineEdit()
        self.zoek.setPlaceholderText(uitleg)
        self.zoek.setAccessibleName(titel)
        self.zoek.setClearButtonEnabled(True)
        self.lijst = _lijst(titel)
        self._voorbeeld = voorbeeld
        self._naast = QSplitter(Qt.Orientation.Horizontal)
        self._naast.addWidget(self.lijst)
        self._naast.addWidget(voorbeeld)
        self._naast.setChildrenCollapsible(False)
        self._naast.setStretchFactor(0, 3)
        self._naast.setStretchFactor(1, 2)
        self._leeg = QLabel("Niets gevonden. Probeer een ander woord.")
        self._leeg.setProperty("zacht", "ja")
        self.ster = QPushButton(icon("star"), "Favoriet")
        self.ster.setCheckable(True)
        self.ster.setToolTip("Favorieten staan bovenaan (Ctrl+D)")
        self.weg = QPushButton(icon("trash-2"), "Sjabloon verwijderen")
        self.begin = QPushButton("Beginnen")
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.zoek)
        kolom.addWidget(self._naast, 1)
        kolom.addWidget(self._leeg)
        kolom.addWidget(self._knoppen())
        self._verbind()
        letter = letterbreedte(self.fontMetrics())
        self.resize(min(letter * 150, ouder.width() - 2 * letter), round(ouder.height() * 0.85))
        self.reload()

    def reload(self) -> None:
        """Look at the choices again; the same line stays chosen."""
        was = self.huidig()
        self._starts = {start.id: start for start in self._laad()}
        self._filter(self.zoek.text(), blijf_op=was.id if was else "")

    def huidig(self) -> Notastart | None:
        """Return what the keyboard is on."""
        regel = self.lijst.currentItem()
        return self._starts.get(regel.data(_NAAM, Qt.ItemDataRole.UserRole)) if regel is not None else None

    def regels(self) -> list[str]:
        """Return the names that are shown, a favourite with its star."""
        alle = [self.lijst.topLevelItem(rij) for rij in range(self.lijst.topLevelItemCount())]
        return [f"{regel.text(_STER)} {regel.text(_NAAM)}" for regel in alle if regel is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move through the list while the user types, and Enter choose."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if stap is not None:
                rij = self.lijst.currentIndex().row() + stap
                self._ga_naar(max(0, min(self.lijst.topLevelItemCount() - 1, rij)))
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Leave the page out where there is no room beside the list."""
        super().resizeEvent(e)
        self._voorbeeld.setVisible(self.width() > letterbreedte(self.fontMetrics()) * _SMAL)

    def _knoppen(self) -> QDialogButtonBox:
        knoppen = Knoppenrij()
        knoppen.addButton(self.ster, QDialogButtonBox.ButtonRole.ResetRole)
        knoppen.addButton(self.weg, QDialogButtonBox.ButtonRole.ResetRole)
        knoppen.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        knoppen.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        for knop in (self.ster, self.weg):
            knop.setAutoDefault(False)
        self.begin.setDefault(True)
        knoppen.accepted.connect(self._kies)
        knoppen.rejected.connect(self.reject)
        return knoppen

    def _verbind(self) -> None:
        self.zoek.textChanged.connect(self._filter)
        self.zoek.installEventFilter(self)
        self.lijst.currentItemChanged.connect(self._wissel)
        self.lijst.itemClicked.connect(self._klik)
        self.lijst.itemDoubleClicked.connect(self._dubbelklik)
        self.ster.clicked.connect(self._wissel_ster)
        QShortcut(toets_van("Ctrl+D"), self).activated.connect(self._wissel_ster)
        self.weg.clicked.connect(self._verwijder)
        self._rust.timeout.connect(self._bekijk)

    def _filter(self, tekst: str, *, blijf_op: str = "") -> None:
        woorden = tekst.casefold().split()
        passend = [start for start in self._starts.values() if all(woord in _zoektekst(start) for woord in woorden)]
        self.lijst.clear()
        for start in passend:
            self.lijst.addTopLevelItem(_regel(start))
        ids = [start.id for start in passend]
        self._leeg.setVisible(not passend)
        self._ga_naar(ids.index(blijf_op) if blijf_op in ids else 0)
        self._wissel()

    def _ga_naar(self, rij: int) -> None:
        self.lijst.setCurrentIndex(self.lijst.model().index(rij, _NAAM))

    def _wissel(self) -> None:
        start = self.huidig()
        for knop in (self.ster, self.begin):
            knop.setEnabled(start is not None)
        self.ster.setChecked(start is not None and start.favoriet)
        self.weg.setVisible(start is not None and start.soort is Startsoort.SJABLOON)
        self._rust.start()

    def _bekijk(self) -> None:
        start = self.huidig()
        if start is not None and start.id != self._getoond and not self._voorbeeld.isHidden():
            self._getoond = start.id
            self.bekeken.emit(start)

    def _klik(self, _: QTreeWidgetItem, kolom: int) -> None:
        if kolom == _STER:
            self._wissel_ster()

    def _dubbelklik(self, _: QTreeWidgetItem, kolom: int) -> None:
        if kolom != _STER:
            self._kies()

    def _wissel_ster(self) -> None:
        start = self.huidig()
        if start is not None:
            self.favoriet_gevraagd.emit(start)

    def _verwijder(self) -> None:
        start = self.huidig()
        if start is not None:
            self.verwijderen_gevraagd.emit(start)

    def _kies(self) -> None:
        start = self.huidig()
        if start is not None:
            self.accept()
            self.gekozen.emit(start)


def _lijst(titel: str) -> QTreeWidget:
    lijst = QTreeWidget()
    lijst.setColumnCount(3)
    lijst.setHeaderHidden(True)
    lijst.setRootIsDecorated(False)
    kop = lijst.header()
    kop.setStretchLastSection(False)
    kop.setSectionResizeMode(_STER, QHeaderView.ResizeMode.ResizeToContents)
    kop.setSectionResizeMode(_NAAM, QHeaderView.ResizeMode.Stretch)
    kop.setSectionResizeMode(_RECHTS, QHeaderView.ResizeMode.ResizeToContents)
    lijst.setAccessibleName(f"Gevonden bij: {titel}")
    lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return lijst


def _regel(start: Notastart) -> QTreeWidgetItem:
    rechts = " · ".join(filter(None, ("besloten" if start.besloten else "", start.waar)))
    regel = QTreeWidgetItem(["★" if start.favoriet else "☆", start.naam, rechts])
    regel.setData(_NAAM, Qt.ItemDataRole.UserRole, start.id)
    gesproken = ", ".join(filter(None, (start.naam, rechts, "favoriet" if start.favoriet else "")))
    regel.setData(_STER, Qt.ItemDataRole.AccessibleTextRole, "favoriet" if start.favoriet else "geen favoriet")
    regel.setData(_NAAM, Qt.ItemDataRole.AccessibleTextRole, gesproken)
    regel.setIcon(_NAAM, icon("lock" if start.besloten else _ICONEN[start.soort]))
    regel.setToolTip(_NAAM, f"{start.naam} ({VORMNAMEN[start.vorm]})")
    return regel


def _zoektekst(start: Notastart) -> str:
    return f"{start.naam} {start.waar} {VORMNAMEN[start.vorm]} {start.soort.value}".casefold()
