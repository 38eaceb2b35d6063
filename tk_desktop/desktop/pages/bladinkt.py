"""Writing on the pages with a pen, a finger or the mouse; the pressure of a pen is kept (F5)."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QPainter, QTabletEvent

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladmerken import teken_lijn
from tk_desktop.desktop.pages.bladplek import Bladplek
from tk_desktop.desktop.pages.markeerkleuren import markeerkleur
from tk_desktop.domain.aantekening import Inktpunt, Lijn
from tk_desktop.domain.notenstijl import Kleur

_DICHT = 1.0
"""Logical pixels that a point must be away from the one before it."""
_MUIS = 0.6
"""The pressure that a mouse counts for."""


class Bladinkt(QObject):
    """Takes mouse and pen over a view as long as it is on, and tells each stroke that was drawn.

    A finger draws too, until a pen was seen: then a hand that rests on the screen draws nothing, and fingers scroll.
    """

    getekend = Signal(object)
    """A ``Lijn``: one stroke, on the page where it began."""
    gewisseld = Signal(bool)
    vinger_gewisseld = Signal(bool)
    """Whether a finger draws now."""

    def __init__(self, blad: Bladenweergave) -> None:
        super().__init__(blad)
        self._blad = blad
        self._aan = False
        self._met_pen = False
        self._kleur = Kleur.BLAUW
        self._pagina = 0
        self._punten: list[Inktpunt] = []
        self._laatste = QPointF()
        blad.leg_laag(self)
        blad.viewport().installEventFilter(self)

    @property
    def aan(self) -> bool:
        """Whether mouse and pen draw."""
        return self._aan

    def zet_aan(self, aan: bool, kleur: Kleur = Kleur.BLAUW) -> None:
        """Let mouse and pen draw in a colour, or no more."""
        self._kleur = kleur
        if aan != self._aan:
            self._aan = aan
            self._punten = []
            if aan:
                self._blad.viewport().setCursor(Qt.CursorShape.CrossCursor)
            else:
                self._blad.viewport().unsetCursor()
            self.gewisseld.emit(aan)
            self.vinger_gewisseld.emit(aan and not self._met_pen)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Take what draws; leave the rest."""
        if not self._aan:
            return False
        if isinstance(event, QTabletEvent):
            return self._pen(event)
        if isinstance(event, QMouseEvent):
            return self._muis(event)
        return False

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw the stroke that is being made."""
        if self._punten and plek.pagina == self._pagina:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            lijn = Lijn(self._pagina, tuple(self._punten))
            teken_lijn(painter, plek, lijn, markeerkleur(self._kleur, donker).lijn)

    def _pen(self, event: QTabletEvent) -> bool:
        event.accept()
        if not self._met_pen:
            self._met_pen = True
            self.vinger_gewisseld.emit(False)
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position(), event.pressure())
            case QEvent.Type.TabletMove if self._punten:
                self._verder(event.position(), event.pressure())
            case QEvent.Type.TabletRelease:
                self._klaar()
        return True

    def _muis(self, event: QMouseEvent) -> bool:
        if self._met_pen and event.device().type() == QInputDevice.DeviceType.TouchScreen:
            return True
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._begin(event.position(), _MUIS)
            case QEvent.Type.MouseMove if event.buttons() & Qt.MouseButton.LeftButton and self._punten:
                self._verder(event.position(), _MUIS)
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                self._klaar()
            case QEvent.Type.MouseMove | QEvent.Type.MouseButtonDblClick:
                pass
            case _:
                return False
        return True

    def _begin(self, waar: QPointF, druk: float) -> None:
        plek = self._blad.plek_onder(waar)
        if plek is not None:
            self._pagina, self._laatste = plek.pagina, waar
            self._punten = [Inktpunt(*plek.terug(waar), druk)]

    def _verder(self, waar: QPointF, druk: float) -> None:
        if (waar - self._laatste).manhattanLength() < _DICHT:
            return
        plek = self._blad.plek_van(self._pagina)
        self._laatste = waar
        x, y = plek.terug(waar)
        maat = plek.maat
        self._punten.append(Inktpunt(min(max(x, 0.0), maat.breedte), min(max(y, 0.0), maat.hoogte), druk))
        self._blad.viewport().update()

    def _klaar(self) -> None:
        if self._punten:
            lijn = Lijn(self._pagina, tuple(self._punten))
            self._punten = []
            self._blad.viewport().update()
            self.getekend.emit(lijn)
