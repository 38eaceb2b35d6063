"""Members with a box before each name; what is ticked is done at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_ID = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledenregel:
    """One member, and whether the box is ticked."""

    id: str
    naam: str
    aan: bool


class Ledenkeuze(QWidget):
    """Gets its lines from a function; ``gekozen`` tells the id of a member and whether the box is ticked now."""

    gekozen = Signal(str, bool)

    def __init__(self, uitleg: str, load: Callable[[], Sequence[Ledenregel]]) -> None:
        super().__init__()
        self._load = load
        self._ids: list[str] = []
        zin = QLabel(uitleg)
        zin.setWordWrap(True)
        zin.setTextFormat(Qt.TextFormat.PlainText)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Leden: aangevinkt is uitgesloten")
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(zin)
        kolom.addWidget(self.lijst, 1)
        self._leeg = QLabel("Dit gremium heeft nog geen leden. Zet ze in de ledenlijst: Vergadering › Leden…")
        self._leeg.setWordWrap(True)
        self._leeg.setProperty("zacht", "ja")
        kolom.addWidget(self._leeg, 1, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.lijst)
        self.lijst.itemChanged.connect(self._gewisseld)
        self.reload()

    def reload(self) -> None:
        """Ask for the lines again; those that are there stay, for one of them may be telling that it was ticked."""
        regels = self._load()
        zelfde = [regel.id for regel in regels] == self._ids
        self._ids = [regel.id for regel in regels]
        with QSignalBlocker(self.lijst):
            if not zelfde:
                self.lijst.clear()
                for _ in regels:
                    self.lijst.addItem(QListWidgetItem())
            for rij, regel in enumerate(regels):
                item = self.lijst.item(rij)
                item.setText(regel.naam)
                item.setData(_ID, regel.id)
                item.setCheckState(Qt.CheckState.Checked if regel.aan else Qt.CheckState.Unchecked)
            self._leeg.setVisible(not regels)
            self.lijst.setVisible(bool(regels))
            if not zelfde and regels:
                self.lijst.setCurrentRow(0)

    def _gewisseld(self, item: QListWidgetItem) -> None:
        self.gekozen.emit(str(item.data(_ID)), item.checkState() is Qt.CheckState.Checked)
