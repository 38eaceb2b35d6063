"""The bar in which words are typed that are searched in the paper that is shown (Ctrl+F)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from tk_desktop.desktop.pages.bladzoeker import Bladzoeker
from tk_desktop.desktop.parts.icons import icon

_RUST = 200
"""Milliseconds after the last letter before it is searched."""


class Zoekbalk(QWidget):
    """A field, how much was found, and buttons to go through it. ``gesloten`` when Esc or the cross was pressed."""

    gesloten = Signal()

    def __init__(self, zoeker: Bladzoeker, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._zoeker = zoeker
        self.veld = QLineEdit()
        self.veld.setPlaceholderText("Zoek in dit stuk")
        self.veld.setAccessibleName("Zoek in dit stuk")
        self.veld.setClearButtonEnabled(True)
        self.veld.installEventFilter(self)
        self.stand = QLabel()
        self.stand.setAccessibleName("Gevonden")
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(_RUST)
        self._rust.timeout.connect(self._zoek)
        self.veld.textChanged.connect(self._typt)
        zoeker.gewijzigd.connect(self._toon_stand)
        rij = QHBoxLayout(self)
        marge = self.fontMetrics().height() // 4
        rij.setContentsMargins(marge, marge, marge, marge)
        rij.addWidget(self.veld, 1)
        rij.addWidget(self.stand)
        for naam, beeld, doen in (
            ("Vorige (Shift+F3)", "arrow-up", zoeker.vorige),
            ("Volgende (F3)", "arrow-down", zoeker.volgende),
            ("Zoeken sluiten (Esc)", "x", self.sluit),
        ):
            rij.addWidget(_knop(naam, beeld, doen))
        self.hide()

    def open(self, woorden: str = "") -> None:
        """Show the bar, with words to begin with; the keyboard goes to the field."""
        self.show()
        if woorden:
            self.veld.setText(woorden)
        elif self.veld.text():
            self._rust.start()  # what was searched before is searched again
        self.veld.selectAll()
        self.veld.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sluit(self) -> None:
        """Hide the bar and what was found."""
        self._rust.stop()
        self.hide()
        self._zoeker.zoek("")
        self.gesloten.emit()

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._verder(terug=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            case Qt.Key.Key_Escape:
                self.sluit()
            case _:
                return False
        return True

    def _typt(self) -> None:
        self._rust.start()

    def _verder(self, *, terug: bool) -> None:
        if self._rust.isActive():
            self._zoek()
        elif terug:
            self._zoeker.vorige()
        else:
            self._zoeker.volgende()

    def _zoek(self) -> None:
        self._rust.stop()
        self._zoeker.zoek(self.veld.text())

    def _toon_stand(self) -> None:
        tekst = _stand(self._zoeker)
        if tekst == self.stand.text():
            return
        self.stand.setText(tekst)
        if tekst and not self._zoeker.bezig and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.stand, tekst))


def _stand(zoeker: Bladzoeker) -> str:
    aantal = len(zoeker.gevonden)
    if not zoeker.woorden:
        return ""
    if aantal:
        return f"{zoeker.nummer} van {aantal}{' …' if zoeker.bezig else ''}"
    return "Zoeken …" if zoeker.bezig else "Niet gevonden"


def _knop(naam: str, beeld: str, doen: Callable[[], None]) -> QToolButton:
    knop = QToolButton()
    knop.setIcon(icon(beeld))
    knop.setAutoRaise(True)
    knop.setToolTip(naam)
    knop.setAccessibleName(naam.partition(" (")[0])
    knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    knop.clicked.connect(doen)
    return knop
