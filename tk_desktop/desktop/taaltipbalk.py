"""One line under the head of a nota with a tip on its language, never in the way and never on paper (C16)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from tk_desktop.desktop.icons import icon
from tk_desktop.domain.taaltips import Taaltip


class Taaltipbalk(QWidget):
    """Shows one of the tips; ``gevraagd`` tells that the user wants to see where it is, ``over`` to take it over."""

    gevraagd = Signal(object)
    over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tips: Sequence[Taaltip] = ()
        self._rang = 0
        self._teken = QLabel()
        self._teken.setAccessibleName("Taaltip")
        self.zin = QLabel()
        self.zin.setTextFormat(Qt.TextFormat.PlainText)
        self.zin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.zin.setCursor(Qt.CursorShape.PointingHandCursor)
        self.neem = _knop("Neem over", "Zet de gewonere woorden in de tekst (Alt+O)")
        self.verder = _knop("Volgende", "Naar de volgende taaltip (Shift+F7)")
        self.neem.clicked.connect(self._neem)
        self.verder.clicked.connect(self.volgende)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(12, 0, 12, 0)
        rij.addWidget(self._teken)
        rij.addWidget(self.zin, 1)
        rij.addWidget(self.neem)
        rij.addWidget(self.verder)
        self.hide()

    @property
    def tips(self) -> Sequence[Taaltip]:
        """All tips."""
        return self._tips

    def huidig(self) -> Taaltip | None:
        """Return the tip that is shown."""
        return self._tips[self._rang] if self._tips else None

    def toon(self, tips: Sequence[Taaltip]) -> None:
        """Show these tips; the same one stays when it is still there. Without tips there is no line."""
        was = self.huidig()
        self._tips = tips
        self._rang = tips.index(was) if was in tips else min(self._rang, max(0, len(tips) - 1))
        self._benoem()

    def kies(self, rang: int) -> None:
        """Show a tip and ask where it is."""
        if self._tips:
            self._rang = rang % len(self._tips)
            self._benoem()
            self.gevraagd.emit(self._tips[self._rang])

    def volgende(self) -> None:
        """Show the next tip, after the last the first again."""
        self.kies(self._rang + 1)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Cut the sentence where there is no room; the whole stands in its tool tip."""
        super().resizeEvent(e)
        self._benoem()

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """Go to the words when the sentence is clicked."""
        if self.zin.geometry().contains(e.position().toPoint()):
            self.kies(self._rang)
        super().mousePressEvent(e)

    def changeEvent(self, e: QEvent) -> None:
        """Draw the sign in the colour and size of the letters."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._benoem()

    def _benoem(self) -> None:
        tip = self.huidig()
        self.setVisible(tip is not None)
        if tip is None:
            return
        hoogte = self.fontMetrics().height()
        self._teken.setPixmap(icon("lightbulb").pixmap(hoogte, hoogte))
        heel = f"Taaltip {self._rang + 1} van {len(self._tips)} · {tip.deel}: {tip.zin}"
        self.zin.setText(self.fontMetrics().elidedText(heel, Qt.TextElideMode.ElideRight, self.zin.width()))
        self.zin.setToolTip(heel)
        self.zin.setAccessibleName(heel)
        self.neem.setVisible(bool(tip.vervanging))

    def _neem(self) -> None:
        tip = self.huidig()
        if tip is not None and tip.vervanging:
            self.over.emit(tip)


def _knop(tekst: str, uitleg: str) -> QPushButton:
    knop = QPushButton(tekst)
    knop.setFlat(True)
    knop.setToolTip(uitleg)
    knop.setAccessibleName(f"Taaltip: {tekst.lower()}")
    knop.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text; each has a key of its own
    return knop
