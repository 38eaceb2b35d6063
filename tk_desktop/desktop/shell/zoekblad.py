"""Searching all papers at once, while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.session.regels import Regel, Regellijst

_RUST = 30
"""Milliseconds without a key after which the question is put."""


class Zoekblad(QWidget):
    """A line to type in and what was found; ``gevraagd`` tells the question, ``gekozen`` the place that was opened."""

    gevraagd = Signal(str)
    gekozen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Zoeken")
        self.veld = QLineEdit()
        self.veld.setAccessibleName("Zoek in alle stukken")
        self.veld.setPlaceholderText(
            "Typ een woord of naam; “een zin” tussen aanhalingstekens, woord* met een sterretje"
        )
        self.veld.setClearButtonEnabled(True)
        self.lijst = Regellijst(
            "Gevonden", ["Waar", "Blz.", "Tekst"], rekt=2, leeg="Typ een woord om in alle stukken te zoeken."
        )
        self._telling = QLabel()
        self._telling.setProperty("zacht", "ja")
        self._kop_notities = QLabel("Uw aantekeningen")
        self._kop_notities.setProperty("kop", "2")
        self.notities = Regellijst(
            "Uw aantekeningen", ["Vergadering en stuk", "Blz.", "Aantekening"], rekt=2, zonder_kop=True
        )
        self.notities.gekozen.connect(self.gekozen)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(16, 12, 16, 12)
        kolom.addWidget(self.veld)
        kolom.addWidget(self._telling)
        kolom.addWidget(self.lijst, 2)
        kolom.addWidget(self._kop_notities)
        kolom.addWidget(self.notities, 1)
        self._toon_notities(())
        self._getoond = ""
        self._meteen = False
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._vraag)
        self.veld.textChanged.connect(self._rust.start)
        self.veld.installEventFilter(self)
        self.lijst.gekozen.connect(self.gekozen)

    def toon(self, vraag: str, regels: Sequence[Regel], notities: Sequence[Regel] = ()) -> None:
        """Show what was found for a question in papers and in notes, unless another was put since."""
        if vraag != self.veld.text().strip():
            return
        self._getoond = vraag
        self.lijst.leeg = (
            "Niets gevonden. Probeer een ander woord, of een begin met een sterretje: zwem*" if vraag else ""
        )
        self.lijst.toon(regels)
        self._toon_notities(notities)
        self._telling.setText(_telling(len(regels), len(notities)))
        if self._meteen:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready to type."""
        super().focusInEvent(event)
        self.veld.setFocus()
        self.veld.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open what is chosen, and the arrow go down to the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
            if event.key() == Qt.Key.Key_Down:
                (self.lijst if self.lijst.regels else self.notities).setFocus()
                return True
        return super().eventFilter(watched, event)

    def _toon_notities(self, regels: Sequence[Regel]) -> None:
        """Show notes under the papers; without any there is no room for them."""
        self.notities.toon(regels)
        self._kop_notities.setVisible(bool(regels))
        self.notities.setVisible(bool(regels))

    def _open(self) -> None:
        """Open what is chosen; what is still being sought is opened as soon as it is found."""
        self._meteen = self._getoond != self.veld.text().strip()
        adres = self.lijst.huidig() or self.notities.huidig()
        if adres is not None and not self._meteen:
            self.gekozen.emit(adres)

    def _vraag(self) -> None:
        self.gevraagd.emit(self.veld.text().strip())


def _telling(stukken: int, notities: int) -> str:
    if not notities:
        return f"{stukken} gevonden" if stukken else ""
    in_notities = "1 aantekening" if notities == 1 else f"{notities} aantekeningen"
    return f"{stukken} gevonden in de stukken, {in_notities}" if stukken else f"{in_notities} gevonden"
