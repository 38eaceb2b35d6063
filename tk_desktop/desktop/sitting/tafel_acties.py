"""What is to be done after an item: a list, and a line in which an action is typed or changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.sitting.tafelwoorden import actie_als_regel, actiezin
from tk_desktop.domain.actie import Actie, Actiesoort

_ID = int(Qt.ItemDataRole.UserRole)
_MEESTE_REGELS = 6


class Actielijst(QListWidget):
    """The actions; ``geopend`` tells the id of one that is to be changed, ``weg`` of one that is to go."""

    geopend = Signal(str)
    weg = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change with Enter or F2, take away with Delete."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.geopend.emit(item.data(_ID))
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.weg.emit(item.data(_ID))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first action."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)


class Actievak(QWidget):
    """The actions of one item; what is half typed stays with its item, and stands there again when one comes back.

    ``nieuw`` tells a line as it was typed (``GGD/dpg zoekt uit 4 maart``, a promise with ``!`` before it),
    ``gewijzigd`` the id of an action with its new line, ``weg`` the id of one that goes.
    """

    nieuw = Signal(str)
    gewijzigd = Signal(str, str)
    weg = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._acties: Sequence[Actie] = ()
        self._bewerkt = ""
        self._punt_id = ""
        self._half: dict[str, tuple[str, str]] = {}
        self.kop = QLabel("Acties")
        self.kop.setProperty("kop", "2")
        self.lijst = Actielijst()
        self.lijst.setAccessibleName("Acties bij dit punt")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.geopend.connect(self._bewerk)
        self.lijst.weg.connect(self.weg)
        self.lijst.itemDoubleClicked.connect(self._dubbel)
        self.regel = QLineEdit()
        self.regel.setAccessibleName("Nieuwe actie: wie, wat, wanneer")
        self.regel.setPlaceholderText("Wie doet wat, 4 maart (Ctrl+Shift+Y)")
        self.regel.setToolTip("Begin met ! voor een toezegging. Enter legt vast.")
        self.regel.returnPressed.connect(self._gaf)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(3)
        for deel in (self.kop, self.lijst, self.regel):
            kolom.addWidget(deel)
        kolom.addStretch(1)

    def toon(self, punt_id: str, acties: Sequence[Actie]) -> None:
        """Show the actions of an item; the one that was chosen stays so."""
        if punt_id != self._punt_id:
            self._half[self._punt_id] = (self.regel.text(), self._bewerkt)
            self._punt_id = punt_id
            tekst, self._bewerkt = self._half.pop(punt_id, ("", ""))
            self.regel.setText(tekst)
        rij = self.lijst.currentRow()
        self._acties = tuple(acties)
        self.lijst.clear()
        for actie in acties:
            item = QListWidgetItem(icon(_teken(actie)), actiezin(actie))
            item.setData(_ID, actie.id)
            self.lijst.addItem(item)
        if self.lijst.hasFocus():
            self.lijst.setCurrentRow(max(0, min(rij, len(acties) - 1)))
        self.lijst.setVisible(bool(acties))
        self.kop.setText(f"Acties ({len(acties)})" if acties else "Acties")
        self._meet()

    def begin(self, *, toezegging: bool = False) -> None:
        """Put the keyboard in the line for a new action, or a promise; one that is half typed stays."""
        half = "" if self._bewerkt else self.regel.text().removeprefix("!")
        self._bewerkt = ""
        self.regel.setText(f"!{half}" if toezegging else half)
        self.regel.setFocus()

    def klaar(self) -> None:
        """Empty the line: what it said is kept."""
        self._bewerkt = ""
        self.regel.setText("")

    def _bewerk(self, actie_id: str) -> None:
        actie = next(een for een in self._acties if een.id == actie_id)
        self._bewerkt = actie_id
        self.regel.setText(actie_als_regel(actie))
        self.regel.setFocus()

    def _dubbel(self, item: QListWidgetItem) -> None:
        self._bewerk(item.data(_ID))

    def _gaf(self) -> None:
        tekst = self.regel.text().strip()
        if not tekst:
            return
        if self._bewerkt:
            self.gewijzigd.emit(self._bewerkt, tekst)
        else:
            self.nieuw.emit(tekst)

    def _meet(self) -> None:
        """Be as high as the actions, up to a few."""
        rijen = max(1, min(len(self._acties), _MEESTE_REGELS))
        self.lijst.setFixedHeight(round(self.fontMetrics().lineSpacing() * 2.3 * rijen) + 6)


def _teken(actie: Actie) -> str:
    if actie.is_dicht:
        return "lock"
    return "megaphone" if actie.soort is Actiesoort.TOEZEGGING else "list-checks"
