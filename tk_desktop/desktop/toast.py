"""A short message that goes away by itself, with the way back: what can be undone is done without a question."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tk_desktop.desktop.foutmelding import Actie

DUUR = 8000
"""Milliseconds that a message stays."""


class Toast(QFrame):
    """A line at the bottom of its parent; a new message takes the place of the old one.

    ``ongedaan`` tells that the user wants what it tells undone.
    """

    ongedaan = Signal()

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._ouder = ouder
        self.setProperty("toon", "blauw")
        self.setObjectName("toast")
        self.setAccessibleName("Melding")
        self._tekst = QLabel()
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setWordWrap(True)
        self._actie: Actie | None = None
        self._verder = QPushButton()
        self._verder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._verder.clicked.connect(self._ga_verder)
        self._knop = QPushButton("Ongedaan maken (Ctrl+Z)")
        self._knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._knop.setAccessibleName("Ongedaan maken")
        self._knop.clicked.connect(self.ongedaan)
        self._knop.clicked.connect(self.hide)
        rij = QHBoxLayout(self)
        rij.addWidget(self._tekst, 1)
        rij.addWidget(self._verder)
        rij.addWidget(self._knop)
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self.hide)
        ouder.installEventFilter(self)
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says now; empty when nothing is shown."""
        return self._tekst.text() if self.isVisibleTo(self._ouder) else ""

    def meld(self, tekst: str, *, kan_terug: bool = True, actie: Actie | None = None) -> None:
        """Show a message, and tell it to who cannot see it; ``actie`` is where it leads."""
        self._tekst.setText(tekst)
        self._actie = actie
        self._verder.setText(actie[0] if actie else "")
        self._verder.setVisible(actie is not None)
        self._knop.setVisible(kan_terug)
        self._plaats()
        self.show()
        self.raise_()
        self._klok.start(DUUR)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))

    def _ga_verder(self) -> None:
        self.hide()
        if self._actie is not None:
            self._actie[1]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._plaats()
        return super().eventFilter(watched, event)

    def _plaats(self) -> None:
        marge = self.fontMetrics().height() // 4
        breedte = min(self._ouder.width() - 2 * marge, self.fontMetrics().averageCharWidth() * 90)
        hoogte = max(self.sizeHint().height(), self.heightForWidth(breedte))
        self.setGeometry((self._ouder.width() - breedte) // 2, self._ouder.height() - hoogte - marge, breedte, hoogte)
