"""A short message that goes away by itself, with the way back: what can be undone is done without a question."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTabBar,
    QWidget,
)

from tk_desktop.desktop.parts.foutmelding import Actie
from tk_desktop.desktop.parts.letter import letterbreedte

DUUR = 8000
"""Milliseconds that a message stays."""
_BREEDST = 80
"""Letters wide after which a message goes on the next line."""
_VEEL = 6
"""The part of the height of the window, one of so many, that is not given up for a message."""
_ZWAAR = 10
"""How much the button that says what comes next (``volgt``), or is what a screen is for (``hoofd``), weighs."""
_KLEIN = 3
"""Lines high to which a field is left free whole; of a larger one the line of its cursor is."""


class Toast(QFrame):
    """A line in a corner of its parent, never over the field that has the keyboard; a new one replaces the old one.

    At the bottom of a window the status line makes room for it, as long as it is there: the last row of a table stays
    to be read. Where that would take much of the screen it stands over it, out of the way of the keyboard.
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
        self._gereisd = False
        self._verder = QPushButton()
        self._verder.setAccessibleName("Verder")
        self._verder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._verder.clicked.connect(self._ga_verder)
        self._knop = QPushButton("Ongedaan maken (Ctrl+Z)")
        self._knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._knop.setAccessibleName("Ongedaan maken")
        self._knop.clicked.connect(self.ongedaan)
        self._knop.clicked.connect(self.hide)
        marge = self.fontMetrics().height() // 4
        rij = QHBoxLayout(self)
        rij.setContentsMargins(2 * marge, marge, marge, marge)
        rij.addWidget(self._tekst, 1)
        rij.addWidget(self._verder)
        rij.addWidget(self._knop)
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self.hide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._verzet)
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says now; empty when nothing is shown."""
        return self._tekst.text() if self.isVisibleTo(self._ouder) else ""

    def meld(self, tekst: str, *, kan_terug: bool = True, actie: Actie | None = None) -> None:
        """Show a message, and tell it to who cannot see it; ``actie`` is where it leads."""
        self._tekst.setText(tekst)
        self._actie = actie
        self._gereisd = False
        self._verder.setText(actie[0] if actie else "")
        self._verder.setAccessibleName(actie[0] if actie else "Verder")
        self._verder.setVisible(actie is not None)
        self._knop.setVisible(kan_terug)
        self._plaats()
        self.show()
        self.raise_()
        self._klok.start(DUUR)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))

    def ander_scherm(self) -> None:
        """Go along to one screen, where the step that it tells of may have led, and no further."""
        if self._gereisd:
            self.hide()
        self._gereisd = True

    def _ga_verder(self) -> None:
        self.hide()
        if self._actie is not None:
            self._actie[1]()

    def showEvent(self, event: QShowEvent) -> None:
        """Hear how large the window is, as long as there is something to keep in its place."""
        super().showEvent(event)
        self._ouder.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear no more of it: a window gets hundreds of events as it is made."""
        super().hideEvent(event)
        self._ouder.removeEventFilter(self)
        self._maak_plaats(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._plaats()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep its place when its words ask for another size: letters that grow, or shrink."""
        gedaan = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._plaats()
        return gedaan

    def _plaats(self) -> None:
        """Stand in the corner at the bottom right, or where the keyboard is not and the least of buttons is hidden."""
        vak = self._ouder.rect()
        marge = self.fontMetrics().height() // 4
        op_een_regel = self.fontMetrics().horizontalAdvance(self._tekst.text()) + letterbreedte(self.fontMetrics())
        ideaal = self.sizeHint().width() - self._tekst.sizeHint().width() + op_een_regel
        breedte = min(ideaal, vak.width() - 2 * marge, letterbreedte(self.fontMetrics()) * _BREEDST)
        maat = QSize(breedte, max(self.minimumSizeHint().height(), self.heightForWidth(breedte)))
        boven, onder = (
            self._boven + marge,
            vak.height() - maat.height(),
        )  # on the status line, of which nothing peeps out
        rechts = vak.width() - maat.width() - marge
        hoeken = [QRect(QPoint(x, y), maat) for y in (onder, boven) for x in (rechts, marge)]
        hoeken += [
            QRect(QPoint(rechts, y), maat) for y in range(onder, boven, -max(1, self.fontMetrics().height() // 2))
        ]
        toetsen, knoppen = self._toetsenbord(), self._knoppen()
        past = maat.height() * _VEEL <= vak.height()
        vrij = self._ouder.statusBar().isVisible() if isinstance(self._ouder, QMainWindow) and past else False
        if vrij:
            self._maak_plaats(maat.height())
            self.setGeometry(hoeken[0])
            return
        self._maak_plaats(0)
        self.setGeometry(min(hoeken, key=lambda hoek: (hoek.intersects(toetsen), _bedekt(hoek, knoppen))))

    def _maak_plaats(self, hoogte: int) -> None:
        """Let the status line be so high, or as high as it is by itself."""
        if isinstance(self._ouder, QMainWindow):
            self._ouder.statusBar().setMinimumHeight(hoogte)

    @property
    def _boven(self) -> int:
        """Where the screen begins: under the menu bar of a window."""
        inhoud = self._ouder.centralWidget() if isinstance(self._ouder, QMainWindow) else None
        return inhoud.y() if inhoud is not None else 0

    def _knoppen(self) -> list[tuple[QRect, int]]:
        """Return where buttons, tabs and fields are that one may want to use next, and how much each weighs."""
        soorten = (QAbstractButton, QComboBox, QLineEdit, QTabBar)
        alle = [een for soort in soorten for een in self._ouder.findChildren(soort) if een.isVisible()]
        return [
            (
                QRect(k.mapTo(self._ouder, QPoint()), k.size()),
                _ZWAAR if k.property("hoofd") or k.property("volgt") else 1,
            )
            for k in alle
            if not self.isAncestorOf(k)
        ]

    def _toetsenbord(self) -> QRect:
        """Return where the keyboard is: the field, or in a large one its cursor; nothing when it is elsewhere."""
        veld = QApplication.focusWidget()
        if veld is None or not self._ouder.isAncestorOf(veld) or self.isAncestorOf(veld):
            return QRect()
        plek = veld.rect()
        if plek.height() > self.fontMetrics().height() * _KLEIN:
            cursor = veld.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            plek = (
                cursor.toAlignedRect() if isinstance(cursor, QRectF) else cursor if isinstance(cursor, QRect) else plek
            )
        return QRect(veld.mapTo(self._ouder, plek.topLeft()), plek.size())

    def _verzet(self, _: QWidget | None, __: QWidget | None) -> None:
        """Get out of the way of the field that gets the keyboard."""
        if self.isVisible() and self.geometry().intersects(self._toetsenbord()):
            self._plaats()


def _bedekt(hoek: QRect, knoppen: Sequence[tuple[QRect, int]]) -> int:
    """Return how much of the buttons would be under it: the edge of one counts for less than the whole of another."""
    vakken = ((hoek.intersected(knop), gewicht) for knop, gewicht in knoppen)
    return sum(vak.width() * vak.height() * gewicht for vak, gewicht in vakken if not vak.isEmpty())
