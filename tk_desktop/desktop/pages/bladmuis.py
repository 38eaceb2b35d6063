"""Mouse and keys over the pages: a passage is selected, something on it is clicked (SCREENS 2.5, 2.10)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladselectie import Bladselectie
from tk_desktop.desktop.pages.bladvinger import Bladvinger
from tk_desktop.desktop.parts.tekstselectie import Stap, Tekstplek

_LINKS = Qt.MouseButton.LeftButton
_RAND = 24
"""Pixels from the edge of the window where dragging scrolls, and how much it scrolls each time.

Who begins within them selects what stands there, and scrolls at the edge itself.
"""
_SCHUIFTIJD = 30

_PIJLEN = {
    Qt.Key.Key_Left: (Stap.TEKEN, False),
    Qt.Key.Key_Right: (Stap.TEKEN, True),
    Qt.Key.Key_Up: (Stap.REGEL, False),
    Qt.Key.Key_Down: (Stap.REGEL, True),
    Qt.Key.Key_Home: (Stap.REGELRAND, False),
    Qt.Key.Key_End: (Stap.REGELRAND, True),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Bladmuis(QObject):
    """Lets mouse and keyboard select on a view. ``klikbaar`` tells whether something can be clicked at a point."""

    geklikt = Signal(QPointF)
    """A click that selected nothing, at a point of the window."""

    def __init__(
        self, blad: Bladenweergave, selectie: Bladselectie, klikbaar: Callable[[QPointF], bool] | None = None
    ) -> None:
        super().__init__(blad)
        self._blad = blad
        self._selectie = selectie
        self._klikbaar = klikbaar
        self._vinger = Bladvinger(blad, selectie)
        self._vinger.getikt.connect(self.geklikt)
        self._druk: QPointF | None = None
        self._waar = QPointF()
        self._begin: Tekstplek | None = None
        self._sleept = False
        self._klikken = 0
        self._reeks = QTimer(self)
        self._reeks.setSingleShot(True)
        self._reeks.setInterval(QApplication.doubleClickInterval())
        self._schuiver = QTimer(self)
        self._schuiver.setInterval(_SCHUIFTIJD)
        self._schuiver.timeout.connect(self._schuif)
        blad.viewport().setMouseTracking(True)
        blad.viewport().installEventFilter(self)
        blad.installEventFilter(self)

    @property
    def schuift(self) -> bool:
        """Whether the pages move along with a drag."""
        return self._schuiver.isActive()

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Take what selects; leave the rest to the view."""
        if isinstance(event, QMouseEvent) and bron is self._blad.viewport():
            return self._vinger.neem(event) or self._muis(event)
        if isinstance(event, QKeyEvent) and bron is self._blad:
            if event.type() == QEvent.Type.KeyPress:
                return self._toets(event)
            if event.type() == QEvent.Type.ShortcutOverride and self._hoort_bij_selectie(event):
                event.accept()
                return True
        return False

    def _muis(self, event: QMouseEvent) -> bool:
        waar = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if event.button() == _LINKS:
                self._drukt(waar, shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            case QEvent.Type.MouseMove if event.buttons() & _LINKS:
                self._waar = waar
                self._sleep()
                return True
            case QEvent.Type.MouseMove:
                self._wijs(waar)
            case QEvent.Type.MouseButtonRelease if event.button() == _LINKS:
                self._laat_los(waar)
                return True
        return False

    def _drukt(self, waar: QPointF, *, shift: bool) -> None:
        zelfde = self._druk is not None and (waar - self._druk).manhattanLength() < _afstand()
        self._klikken = self._klikken % 3 + 1 if zelfde and self._reeks.isActive() else 1
        self._reeks.start()
        self._druk, self._waar, self._sleept = waar, waar, False
        self._begin = self._selectie.plek_bij(waar)
        if self._begin is None:
            return
        if shift and self._klikken == 1:
            self._selectie.verleng(self._begin)
        elif self._klikken == 2:
            self._selectie.woord(self._begin)
        elif self._klikken == 3:
            self._selectie.regel(self._begin)
        else:
            self._selectie.wis()

    def _sleep(self) -> None:
        if self._druk is None or (not self._sleept and (self._waar - self._druk).manhattanLength() < _afstand()):
            return
        self._sleept = True
        self._begin = self._begin or self._selectie.plek_bij(self._druk)  # its words may have come since
        hier = self._selectie.plek_bij(self._waar)
        if self._begin is not None and hier is not None:
            self._selectie.zet(self._begin, hier)
        if self._buiten() and not self._schuiver.isActive():
            self._schuiver.start()

    def _laat_los(self, waar: QPointF) -> None:
        self._schuiver.stop()
        if self._druk is not None and not self._sleept and self._klikken == 1:
            self.geklikt.emit(waar)
        self._sleept = False

    def _buiten(self) -> int:
        """Return -1 at the top of the window and above it, 1 at its foot and below, 0 elsewhere."""
        hoog = self._blad.viewport().height()
        begin = self._druk.y() if self._druk is not None else hoog / 2
        boven = _RAND if begin >= _RAND else 1
        onder = hoog - (_RAND if begin <= hoog - _RAND else 1)
        return (self._waar.y() > onder) - (self._waar.y() < boven)

    def _schuif(self) -> None:
        kant = self._buiten()
        if not kant:
            self._schuiver.stop()
            return
        balk = self._blad.verticalScrollBar()
        balk.setValue(balk.value() + kant * _RAND)
        hier = self._selectie.plek_bij(self._waar)
        if self._begin is not None and hier is not None:
            self._selectie.zet(self._begin, hier)

    def _wijs(self, waar: QPointF) -> None:
        if self._klikbaar is not None and self._klikbaar(waar):
            vorm = Qt.CursorShape.PointingHandCursor
        elif self._selectie.op_tekst(waar):
            vorm = Qt.CursorShape.IBeamCursor
        else:
            vorm = Qt.CursorShape.ArrowCursor
        if self._blad.viewport().cursor().shape() != vorm:
            self._blad.viewport().setCursor(vorm)

    def _toets(self, event: QKeyEvent) -> bool:
        if not self._hoort_bij_selectie(event):
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        toets = Qt.Key(event.key())
        if toets in _PIJLEN:
            stap, vooruit = _PIJLEN[toets]
            stap = Stap.WOORD if ctrl and stap is Stap.TEKEN else stap
            self._selectie.stap(stap, vooruit=vooruit, verleng=shift)
        elif toets == Qt.Key.Key_C:
            self._selectie.kopieer()
        elif toets == Qt.Key.Key_A:
            self._selectie.hele_bladzijde()
        elif toets in _ENTER:
            self._klik_op_cursor()
        elif toets == Qt.Key.Key_F7:
            self._selectie.zet_cursor_aan(not self._selectie.cursor_aan)
        else:
            self._selectie.wis()
        return True

    def _klik_op_cursor(self) -> None:
        waar = self._selectie.waar
        if waar is not None:
            self.geklikt.emit(waar)

    def _hoort_bij_selectie(self, event: QKeyEvent) -> bool:
        erbij = event.modifiers()
        ctrl = erbij == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Escape:
                return not erbij and self._selectie.selectie is not None
            case Qt.Key.Key_C:
                return ctrl and self._selectie.selectie is not None
            case Qt.Key.Key_A:
                return ctrl
            case Qt.Key.Key_F7:
                return not erbij
            case toets if toets in _ENTER:
                return not erbij and self._selectie.cursor_aan
            case toets if toets in _PIJLEN:
                shift = bool(erbij & Qt.KeyboardModifier.ShiftModifier)
                return (shift or self._selectie.cursor_aan) and not erbij & Qt.KeyboardModifier.AltModifier
            case _:
                return False


def _afstand() -> int:
    return QApplication.startDragDistance()
