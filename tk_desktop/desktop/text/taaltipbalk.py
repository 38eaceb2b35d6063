"""Tips on the language of a nota: one line under its form, all of them with the writing aid; never on paper (C16)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.kortregel import Kortregel
from tk_desktop.domain.taaltips import Taaltip

_REGELS = 5
"""Lines of the list that are seen at once."""
_LAAG = 24
"""Lines high up to which there is no room for the list beside the form."""


class Taaltipbalk(QWidget):
    """Shows one of the tips, or all: ``gevraagd`` tells that the user wants to see where one is, ``over`` to have it.

    It stands under the form: what is written does not jump when a tip comes or goes.
    """

    gevraagd = Signal(object)
    over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tips: Sequence[Taaltip] = ()
        self._rang = 0
        self._met_lijst = False
        self._teken = QLabel()
        self._teken.setAccessibleName("Taaltip")
        self.zin = Kortregel()
        self.zin.setCursor(Qt.CursorShape.PointingHandCursor)
        self.neem = _knop("Neem over", "Zet de gewonere woorden in de tekst (Alt+O)")
        self.verder = _knop("Volgende", "Naar de volgende taaltip (Shift+F7)")
        self.neem.clicked.connect(self._neem)
        self.verder.clicked.connect(self.volgende)
        self.lijst = Taaltiplijst()
        self.lijst.gevraagd.connect(self.gevraagd)
        self.lijst.over.connect(self.over)
        self.lijst.hide()
        self._regel = QWidget()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(12, 2, 12, 0)
        kolom.setSpacing(2)
        kolom.addWidget(self._regel)
        kolom.addWidget(self.lijst)
        rij = QHBoxLayout(self._regel)
        rij.setContentsMargins(0, 0, 0, 0)
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

    def zet_lijst(self, aan: bool) -> None:
        """Show all tips as a list, or one."""
        self._met_lijst = aan
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
        op_zin = self.zin.geometry().contains(self._regel.mapFrom(self, e.position().toPoint()))
        if op_zin and not self._als_lijst():
            self.kies(self._rang)
        super().mousePressEvent(e)

    def moveEvent(self, e: QMoveEvent) -> None:
        """Have the list only where the form is high enough for both."""
        super().moveEvent(e)
        self._benoem()

    def changeEvent(self, e: QEvent) -> None:
        """Draw the sign in the colour and size of the letters."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._benoem()

    def _benoem(self) -> None:
        tip = self.huidig()
        self.setVisible(tip is not None)
        als_lijst = self._als_lijst()
        self.verder.setVisible(not als_lijst)
        self.lijst.setVisible(als_lijst)
        if als_lijst:
            self.lijst.toon(self._tips)
        if tip is None:
            return
        hoogte = self.fontMetrics().height()
        self._teken.setPixmap(icon("lightbulb").pixmap(hoogte, hoogte))
        heel = f"Taaltip {self._rang + 1} van {len(self._tips)} · {tip.deel}: {tip.zin}"
        if als_lijst:
            heel = f"Taaltips ({len(self._tips)})"
        self.zin.zeg(heel)
        self.neem.setVisible(bool(tip.vervanging) and not als_lijst)

    def _als_lijst(self) -> bool:
        vorm = self.parentWidget()
        return self._met_lijst and (vorm is None or vorm.height() > self.fontMetrics().height() * _LAAG)

    def _neem(self) -> None:
        tip = self.huidig()
        if tip is not None and tip.vervanging:
            self.over.emit(tip)


class Taaltiplijst(QScrollArea):
    """All tips under each other, each with its buttons; ``gevraagd`` and ``over`` tell which."""

    gevraagd = Signal(object)
    over = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._getoond: Sequence[Taaltip] = ()
        self.setAccessibleName("Taaltips")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setMinimumHeight(1)  # the form can be made low
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def toon(self, tips: Sequence[Taaltip]) -> None:
        """Show these tips; what is shown already stays as it is."""
        if tips == self._getoond:
            return
        hoogte = self.verticalScrollBar().value()
        self._getoond = tips
        blad = QWidget()
        rooster = QGridLayout(blad)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setVerticalSpacing(2)
        rooster.setColumnStretch(0, 1)
        for rij, tip in enumerate(tips):
            zin = QLabel(f"{tip.deel}: {tip.zin}")
            zin.setTextFormat(Qt.TextFormat.PlainText)
            zin.setWordWrap(True)
            rooster.addWidget(zin, rij, 0)
            wijs = _knop("Wijs aan", f"Ga naar de woorden: {tip.zin}")
            wijs.clicked.connect(partial(self._wijs, tip))
            rooster.addWidget(wijs, rij, 1)
            if tip.vervanging:
                neem = _knop("Neem over", f"Zet in de tekst: {tip.vervanging}")
                neem.clicked.connect(partial(self._neem, tip))
                rooster.addWidget(neem, rij, 2)
        if (was := self.takeWidget()) is not None:
            was.deleteLater()  # not at once: it may be its button that was pressed
        self.setWidget(blad)
        self.setMaximumHeight(min(blad.sizeHint().height(), _REGELS * (blad.fontMetrics().height() + 14)))
        self.verticalScrollBar().setValue(hoogte)

    def _wijs(self, tip: Taaltip, _: bool = False) -> None:
        self.gevraagd.emit(tip)

    def _neem(self, tip: Taaltip, _: bool = False) -> None:
        self.over.emit(tip)


def _knop(tekst: str, uitleg: str) -> QPushButton:
    knop = QPushButton(tekst)
    knop.setFlat(True)
    knop.setToolTip(uitleg)
    knop.setAccessibleName(f"Taaltip: {tekst.lower()}")
    knop.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text; each has a key of its own
    return knop
