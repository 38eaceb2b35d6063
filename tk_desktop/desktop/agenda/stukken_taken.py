"""Files on their way in: how far the reading is, with a stop, and afterwards what each of them became."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon

_MEESTE_REGELS = 6
"""Lines of an outcome that are seen at once; the others are scrolled to."""


class Taakregel(QFrame):
    """One run of reading: what it does now, how far it is, and a button that stops it (``gestopt``).

    When it is over, the keyboard that was in it goes to ``daarna``.
    """

    gestopt = Signal()

    def __init__(self, wat: str, daarna: QWidget) -> None:
        super().__init__()
        self._daarna = daarna
        self.setProperty("kader", "ja")
        self._wat = QLabel(wat)
        self._wat.setTextFormat(Qt.TextFormat.PlainText)
        self._balk = QProgressBar()
        self._balk.setTextVisible(False)
        self._balk.setRange(0, 0)
        self._balk.setMaximumHeight(self.fontMetrics().height())
        self._balk.setAccessibleName("Voortgang van het toevoegen")
        knop = QPushButton("Stoppen")
        knop.setAccessibleName("Toevoegen stoppen")
        knop.clicked.connect(self.gestopt)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(8, 4, 8, 4)
        rij.addWidget(self._wat, 3)
        rij.addWidget(self._balk, 2)
        rij.addWidget(knop)

    @property
    def tekst(self) -> str:
        """What it says now."""
        return self._wat.toolTip() or self._wat.text()

    def sluit(self) -> None:
        """Go away."""
        hier = self.window().focusWidget()
        if hier is not None and self.isAncestorOf(hier):
            self._daarna.setFocus()
        self.hide()
        self.deleteLater()

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show a step: the file at hand, and its place among all."""
        tekst = wat if totaal < 2 or gedaan >= totaal else f"{gedaan + 1} van {totaal}: {wat}"
        if tekst:
            breedte = max(self._wat.width(), letterbreedte(self.fontMetrics()) * 20)
            self._wat.setText(self.fontMetrics().elidedText(tekst, Qt.TextElideMode.ElideMiddle, breedte))
            self._wat.setToolTip(tekst)
        self._balk.setRange(0, totaal)
        self._balk.setValue(gedaan)


@dataclass(frozen=True, slots=True)
class Uitkomstregel:
    """One line of an outcome; ``toon`` says how grave it is, and gives it its sign."""

    toon: Toon
    tekst: str


_TEKEN = {
    Toon.ROOD: ("circle-x", "Niet toegevoegd"),
    Toon.ORANJE: ("triangle-alert", "Waarschuwing"),
    Toon.BLAUW: ("info", "Ter informatie"),
}


class Uitkomst(QFrame):
    """What the user should know of files that came in, or did not; it stays until it is closed.

    Where some did come in it waits to be opened: a message that goes by itself tells of it. F8 goes through the lines
    that ask for something. As it closes, the keyboard that was in it goes back to where it came from, else to
    ``daarna``.

    ``ander_gevraagd`` tells that the user wants to choose another file for one that did not come in.
    """

    ander_gevraagd = Signal()

    def __init__(self, daarna: QWidget) -> None:
        super().__init__()
        self._daarna = self._vandaan = daarna
        self.setProperty("kader", "ja")
        self.setAccessibleName("Wat er met de bestanden gebeurde")
        self._regels: list[Uitkomstregel] = []
        self._teksten: list[QLabel] = []
        self._kop = QLabel()
        self._kop.setProperty("kop", "2")
        self._kop.setWordWrap(True)
        sluit = self._sluit = QToolButton()
        sluit.setIcon(icon("x"))
        sluit.setToolTip("Sluiten (Esc)")
        sluit.setAccessibleName("Uitkomst sluiten")
        sluit.clicked.connect(self.sluit)
        boven = QHBoxLayout()
        boven.addWidget(self._kop, 1)
        boven.addWidget(sluit, 0, Qt.AlignmentFlag.AlignTop)
        self._rol = QScrollArea()
        self._rol.setWidgetResizable(True)
        self._rol.setFrameShape(QFrame.Shape.NoFrame)
        self._rol.viewport().setAutoFillBackground(False)
        self._rol.setAccessibleName("Meldingen per bestand")
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(8, 4, 8, 4)
        kolom.addLayout(boven)
        kolom.addWidget(self._rol)
        self.ander = QPushButton("Ander bestand kiezen…")
        self.ander.setAutoDefault(False)
        self.ander.clicked.connect(self.sluit)
        self.ander.clicked.connect(self.ander_gevraagd)
        kolom.addWidget(self.ander, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def kop(self) -> str:
        """The sentence above the lines; empty when nothing is shown."""
        return "" if self.isHidden() else self._kop.text()

    @property
    def teksten(self) -> list[str]:
        """What it says, line by line, also while it waits to be opened."""
        return [regel.tekst for regel in self._regels]

    def open(self) -> bool:
        """Show what there is to tell, and give it the keyboard; returns whether there is anything."""
        hier = self.window().focusWidget()
        if hier is not None and not self.isAncestorOf(hier):
            self._vandaan = hier
        self.setVisible(bool(self._regels))
        if self._regels:
            self._sluit.setFocus()
        return bool(self._regels)

    def sluit(self) -> None:
        """Be done with it."""
        hier = self.window().focusWidget()
        if hier is not None and self.isAncestorOf(hier):
            terug = self._vandaan if isValid(self._vandaan) and self._vandaan.isVisible() else self._daarna
            terug.setFocus(Qt.FocusReason.OtherFocusReason)
        self._vandaan = self._daarna
        self._regels = []
        self.hide()

    def volgende(self, stap: int = 1) -> None:
        """Go to the next line that asks for something, round at the end, and give it the keyboard (F8)."""
        vragen = [
            tekst for tekst, regel in zip(self._teksten, self._regels, strict=True) if regel.toon is not Toon.BLAUW
        ]
        if not vragen:
            return
        hier = next((nr for nr, tekst in enumerate(vragen) if tekst.hasFocus()), -1 if stap > 0 else 0)
        for tekst in vragen:
            tekst.setSelection(0, 0)
        naar = vragen[(hier + stap) % len(vragen)]
        naar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        naar.setSelection(0, len(naar.text()))
        self._rol.ensureWidgetVisible(naar)

    def toon(self, kop: str, regels: Sequence[Uitkomstregel], *, ander: bool = False, dicht: bool = False) -> None:
        """Show an outcome, the gravest first, and tell its head to who cannot see it; hide when there is nothing.

        With ``ander`` the user can choose another file; ``dicht`` lets it wait until it is opened.
        """
        self.ander.setVisible(ander)
        self.setVisible(bool(regels) and not dicht)
        self._regels = []
        self._teksten = []
        if not regels:
            return
        self._kop.setText(kop)
        volgorde = list(_TEKEN)
        self._regels = sorted(regels, key=lambda regel: volgorde.index(regel.toon))
        inhoud = QWidget()
        rooster = QGridLayout(inhoud)
        rooster.setContentsMargins(0, 0, letterbreedte(self.fontMetrics()), 0)  # the words keep off the scroll bar
        rooster.setColumnStretch(1, 1)
        maat = self.fontMetrics().height()
        for rij, regel in enumerate(self._regels):
            naam, woord = _TEKEN[regel.toon]
            teken = QLabel()
            teken.setPixmap(icon(naam).pixmap(maat, maat))
            teken.setAccessibleName(woord)
            teken.setToolTip(woord)
            tekst = QLabel(regel.tekst)
            tekst.setTextFormat(Qt.TextFormat.PlainText)
            tekst.setWordWrap(True)
            tekst.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            tekst.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # F8 goes there; Tab goes to the buttons
            self._teksten.append(tekst)
            rooster.addWidget(teken, rij, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(tekst, rij, 1)
        rooster.setRowStretch(len(regels), 1)
        self._rol.setWidget(inhoud)
        inhoud.setAutoFillBackground(False)  # a scroll area gives it a colour of its own
        self._meet()
        if not dicht:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, kop))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines need at this width, and no more than a part of the screen."""
        super().resizeEvent(event)
        self._meet()

    def _meet(self) -> None:
        inhoud = self._rol.widget()
        rooster = inhoud.layout() if inhoud is not None else None
        if rooster is not None:
            regel = self.fontMetrics().height()
            nodig = rooster.totalHeightForWidth(max(self.width() - 2 * regel, 1))
            self._rol.setMinimumHeight(min(nodig, regel))  # where there is little room the lines give way, not the rest
            self._rol.setMaximumHeight(min(nodig, regel * _MEESTE_REGELS))
            self._kop.setMinimumHeight(self._kop.heightForWidth(max(self._kop.width(), 1)))

    def event(self, event: QEvent) -> bool:
        """Keep F8 here while a line asks for something; elsewhere it goes through what the check found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            vraagt = any(regel.toon is not Toon.BLAUW for regel in self._regels)
            event.setAccepted(vraagt and event.key() == Qt.Key.Key_F8)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, go through the lines with F8."""
        if event.key() == Qt.Key.Key_Escape:
            self.sluit()
        elif event.key() == Qt.Key.Key_F8:
            self.volgende(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
