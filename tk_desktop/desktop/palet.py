"""Lists to choose from by typing: every command (Alt+Q), every meeting and paper (Ctrl+O)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.icons import blanco, icon

_ZOEK = "Zoek een opdracht… (Alt+Q)"
_SMAL = 115
"""Letters wide under which the menus need the room of those words."""
_SMALST = 100
"""Letters wide under which they need all of it: the drawing alone is left."""
_HOOGSTENS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Keus:
    """One line to choose: ``sleutel`` is what is returned, ``rechts`` stands at the end (keys, a date)."""

    sleutel: str
    tekst: str
    rechts: str = ""
    icoon: str = ""


class Kieslijst(QDialog):
    """A line to type in, with what fits under it; ``gekozen`` tells the key of the line that was chosen."""

    gekozen = Signal(str)

    def __init__(self, titel: str, uitleg: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self._keuzes: Sequence[Keus] = ()
        self._laad: Callable[[], Sequence[Keus]] = tuple
        self.zoek = QLineEdit()
        self.zoek.setPlaceholderText(uitleg)
        self.zoek.setAccessibleName(titel)
        self.zoek.setClearButtonEnabled(True)
        self.lijst = QTreeWidget()
        self.lijst.setColumnCount(2)
        self.lijst.setHeaderHidden(True)
        self.lijst.setRootIsDecorated(False)
        self.lijst.header().setStretchLastSection(False)
        self.lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lijst.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.lijst.setAccessibleName(f"Gevonden bij: {titel}")
        self.lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._leeg = QLabel("Niets gevonden. Probeer een ander woord.")
        self._leeg.setProperty("zacht", "ja")
        self._leeg.hide()
        kolom = QVBoxLayout(self)
        for deel in (self.zoek, self.lijst, self._leeg):
            kolom.addWidget(deel)
        self.zoek.textChanged.connect(self._filter)
        self.zoek.installEventFilter(self)
        self.lijst.itemClicked.connect(self._kies)

    def open_met(self, laad: Callable[[], Sequence[Keus]]) -> None:
        """Open with these lines, ready to type."""
        self._keuzes = laad()
        self.zoek.clear()
        self._filter("")
        ouder = self.parentWidget()
        if ouder is not None:
            letter = self.fontMetrics().averageCharWidth()
            self.resize(min(letter * 80, ouder.width() - 2 * letter), round(ouder.height() * 0.6))
        self.open()
        self.zoek.setFocus()

    def regels(self) -> list[str]:
        """Return the lines that are shown."""
        model = self.lijst.model()
        return [model.index(rij, 0).data() for rij in range(model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move through the list while the user types, and Enter choose."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if stap is not None:
                self._stap(stap)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._kies()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, tekst: str) -> None:
        woorden = tekst.casefold().split()
        self.lijst.clear()
        passend = sorted(
            (keus for keus in self._keuzes if all(woord in keus.tekst.casefold() for woord in woorden)),
            key=lambda keus: not keus.tekst.casefold().startswith(tekst.casefold().strip()),
        )
        met_teken = any(keus.icoon for keus in passend)  # then all words begin at one place
        for keus in passend[:_HOOGSTENS]:
            regel = QTreeWidgetItem([keus.tekst, keus.rechts])
            regel.setData(0, Qt.ItemDataRole.UserRole, keus.sleutel)
            regel.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{keus.tekst} {keus.rechts}".strip())
            if keus.icoon or met_teken:
                regel.setIcon(0, icon(keus.icoon) if keus.icoon else blanco())
            self.lijst.addTopLevelItem(regel)
        self._stap(0)
        self._leeg.setVisible(not passend)

    def _stap(self, stap: int) -> None:
        rij = max(0, self.lijst.currentIndex().row()) + stap
        self.lijst.setCurrentIndex(self.lijst.model().index(max(0, min(self.lijst.topLevelItemCount() - 1, rij)), 0))

    def _kies(self) -> None:
        regel = self.lijst.currentItem()
        if regel is not None:
            self.accept()
            self.gekozen.emit(regel.data(0, Qt.ItemDataRole.UserRole))


class Zoekknop(QPushButton):
    """The button at the end of the menu bar that opens the palette; in a narrow window it leaves room for the menus."""

    def __init__(self, balk: QMenuBar, doe: Callable[[], None]) -> None:
        super().__init__(_ZOEK, balk)
        self.setIcon(icon("search"))
        self.setFlat(True)
        self.setAccessibleName("Zoek een opdracht")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(doe)
        self.setToolTip(_ZOEK)
        balk.setCornerWidget(self, Qt.Corner.TopRightCorner)
        balk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have fewer words before the menu bar takes its new width."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QMenuBar):
            letters = watched.width() / watched.fontMetrics().averageCharWidth()
            self.setText(_ZOEK if letters >= _SMAL else "Alt+Q" if letters >= _SMALST else "")
        return super().eventFilter(watched, event)
