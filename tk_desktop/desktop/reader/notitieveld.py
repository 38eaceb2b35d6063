"""The small field in which a note is typed, beside the place on the page: Esc gives up, going elsewhere keeps."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.tekstveld import Tekstveld

_BREED = 44
"""Letters wide."""


class Notitieveld(QFrame):
    """Lies over the pages.

    ``getypt`` tells a text to keep, ``klaar`` that one is done, ``opgegeven`` that one gave up.
    """

    getypt = Signal(str)
    klaar = Signal()
    opgegeven = Signal()
    losgelaten = Signal()
    """The field goes while it has the keyboard, which is for the pages now."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._ouder = ouder
        self._is_open = False
        self.setProperty("kader", "ja")
        self.setAccessibleName("Notitie")
        self.veld = Tekstveld("Tekst van de notitie", 3)
        self._kop = QLabel()
        self._uitleg = QLabel("Ctrl+Enter bewaart, Esc annuleert")
        self._uitleg.setProperty("zacht", "ja")
        self._uitleg.setWordWrap(True)
        sluit = QToolButton()
        sluit.setIcon(icon("check"))
        sluit.setAccessibleName("Notitie bewaren")
        sluit.setToolTip("Bewaren (Ctrl+Enter)")
        sluit.clicked.connect(self.sluit)
        boven = QHBoxLayout()
        boven.addWidget(self._kop, 1)
        boven.addWidget(sluit)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(8, 6, 8, 6)
        kolom.addLayout(boven)
        kolom.addWidget(self.veld)
        kolom.addWidget(self._uitleg)
        self.veld.installEventFilter(self)
        self.veld.getypt.connect(self.getypt)
        self.setAutoFillBackground(True)
        self.hide()

    def open(self, kop: str, tekst: str, bij: QRect) -> None:
        """Show the field under a passage of its parent, above it where there is no room, with the keyboard in it."""
        self._kop.setText(kop)
        self._is_open = True
        self.veld.toon(tekst)
        self.veld.setMaximumHeight(self.veld.minimumHeight())
        ouder = self._ouder
        rand = letterbreedte(self.fontMetrics())
        ruimte = ouder.width() - 2 * rand
        self.setFixedWidth(max(120, min(ruimte, rand * _BREED)))
        self.adjustSize()
        x = max(rand, min(bij.left(), ouder.width() - self.width() - rand))
        laagst, boven = ouder.height() - self.height() - rand, bij.top() - self.height() - rand
        onder = bij.bottom() + rand
        y = boven if onder > laagst and boven >= rand else max(rand, min(onder, laagst))
        self.move(x, y)
        self.show()
        self.raise_()
        self.veld.setFocus()
        cursor = self.veld.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.veld.setTextCursor(cursor)

    def past_bij(self, bij: QRect) -> bool:
        """Tell whether there is room for the field under or above a passage."""
        hoog = self.sizeHint().height() + 2 * letterbreedte(self.fontMetrics())
        return bij.top() >= hoog or bij.bottom() + hoog <= self._ouder.height()

    def leg_vast(self) -> None:
        """Keep what is typed."""
        if self._is_open:
            self.veld.leg_vast()

    def sluit(self) -> None:
        """Keep what is typed and go away."""
        if self._is_open:
            self.veld.leg_vast()
            self._weg()
            self.klaar.emit()

    def weg(self) -> None:
        """Go away without a word: the note itself is gone."""
        if self._is_open:
            self._weg()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep with Ctrl+Enter or by going elsewhere, give up with Esc."""
        if watched is not self.veld or not self._is_open:
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.sluit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._weg()
                self.opgegeven.emit()
                return True
        elif event.type() is QEvent.Type.FocusOut and self.window().isActiveWindow():
            self.sluit()
        return False

    def _weg(self) -> None:
        self._is_open = False
        self.veld.blockSignals(True)
        nu = self.window().focusWidget()
        if nu is not None and self.isAncestorOf(nu):
            self.losgelaten.emit()
        self.hide()
        self.veld.toon("")
        self.veld.blockSignals(False)
