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

from tk_desktop.desktop.parts.icons import blanco, icon
from tk_desktop.desktop.parts.letter import letterbreedte

_ZOEK = "Zoek een opdracht… (Alt+Q)"
_SMAL = 115
"""Letters wide under which the menus need the room of those words."""
_SMALST = 100
"""Letters wide under which they need all of it: the drawing alone is left."""
_HOOGSTENS = 60
_ALLEEN = Qt.ItemDataRole.UserRole + 1
_NIETS = "Niets gevonden. Probeer een ander woord."


@dataclass(frozen=True, slots=True, kw_only=True)
class Keus:
    """One line to choose: ``sleutel`` is what is returned, ``rechts`` stands at the end (keys, a date).

    One that cannot be chosen now says in ``alleen`` when it can (``in een vergadering``), and is found but not listed
    before there is a word to find. ``ook`` are words by which it is found too.
    """

    sleutel: str
    tekst: str
    rechts: str = ""
    icoon: str = ""
    alleen: str = ""
    ook: str = ""


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
        self._leeg = QLabel(_NIETS)
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
            letter = letterbreedte(self.fontMetrics())
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
            (keus for keus in self._keuzes if _past(keus, woorden)),
            key=lambda keus: (bool(keus.alleen), _afstand(keus, tekst)),
        )
        met_teken = any(keus.icoon for keus in passend)  # then all words begin at one place
        for keus in passend[:_HOOGSTENS]:
            rechts = f"kan {keus.alleen}" if keus.alleen else keus.rechts
            regel = QTreeWidgetItem([keus.tekst, rechts])
            regel.setData(0, Qt.ItemDataRole.UserRole, keus.sleutel)
            regel.setData(0, _ALLEEN, keus.alleen)
            regel.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{keus.tekst} {rechts}".strip())
            if keus.alleen:
                for kolom in range(2):
                    regel.setForeground(kolom, self.palette().placeholderText())
            if keus.icoon or met_teken:
                regel.setIcon(0, icon(keus.icoon) if keus.icoon else blanco())
            self.lijst.addTopLevelItem(regel)
        self._stap(0)
        self._leeg.setText(_NIETS)
        self._leeg.setVisible(not passend)

    def _stap(self, stap: int) -> None:
        rij = max(0, self.lijst.currentIndex().row()) + stap
        self.lijst.setCurrentIndex(self.lijst.model().index(max(0, min(self.lijst.topLevelItemCount() - 1, rij)), 0))

    def _kies(self) -> None:
        regel = self.lijst.currentItem()
        if regel is None:
            return
        if alleen := regel.data(0, _ALLEEN):
            self._leeg.setText(f"‘{regel.text(0)}’ kan {alleen}. Ga daar eerst naartoe.")
            self._leeg.show()
            return
        self.accept()
        self.gekozen.emit(regel.data(0, Qt.ItemDataRole.UserRole))


def _afstand(keus: Keus, tekst: str) -> int:
    """Return how far a line is from what was typed.

    That itself comes first, then what begins so, what has words that begin so, what has them inside its words
    (‘afsluiten’ for ‘sluiten’), and what is found by other words.
    """
    getypt, eigen = tekst.casefold().strip(), keus.tekst.casefold().rstrip("…")
    if eigen == getypt:
        return 0
    if eigen.startswith(getypt):
        return 1
    if all(any(een.startswith(woord) for een in eigen.split()) for woord in getypt.split()):
        return 2
    return 3 if all(woord in eigen for woord in getypt.split()) else 4


def _past(keus: Keus, woorden: Sequence[str]) -> bool:
    """Tell whether a line is found; what cannot be chosen now only by a word of it."""
    eigen, ook = keus.tekst.casefold(), keus.ook.split()
    gevonden = all(woord in eigen or any(ander.startswith(woord) for ander in ook) for woord in woorden)
    return gevonden and bool(woorden or not keus.alleen)


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
        self._pas(balk)
        self.show()  # the frame stood before its commands: Qt shows nothing new in it of itself
        balk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have fewer words before the menu bar takes its new width."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QMenuBar):
            self._pas(watched)
        return super().eventFilter(watched, event)

    def _pas(self, balk: QMenuBar) -> None:
        letters = balk.width() / letterbreedte(balk.fontMetrics())
        self.setText(_ZOEK if letters >= _SMAL else "Alt+Q" if letters >= _SMALST else "")
