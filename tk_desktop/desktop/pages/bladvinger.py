"""A finger on the pages: a tap clicks, holding selects a word and then on to where the finger goes."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice, QMouseEvent
from PySide6.QtWidgets import QApplication, QScroller

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladselectie import Bladselectie
from tk_desktop.desktop.parts.tekstselectie import Tekstplek


class Bladvinger(QObject):
    """Takes the mouse events that Qt makes of one finger; moving it scrolls, which is not done here."""

    getikt = Signal(QPointF)
    """A tap, at a point of the window."""

    def __init__(self, blad: Bladenweergave, selectie: Bladselectie) -> None:
        super().__init__(blad)
        self._blad = blad
        self._selectie = selectie
        self._druk: QPointF | None = None
        self._woord: tuple[Tekstplek, Tekstplek] | None = None
        self._vast = QTimer(self)
        self._vast.setSingleShot(True)
        self._vast.setInterval(QGuiApplication.styleHints().mousePressAndHoldInterval())
        self._vast.timeout.connect(self._houdt_vast)

    def neem(self, event: QMouseEvent) -> bool:
        """Take an event; tell whether a finger made it."""
        if event.device().type() != QInputDevice.DeviceType.TouchScreen:
            return False
        waar = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                self._druk, self._woord = waar, None
                self._vast.start()
            case QEvent.Type.MouseMove:
                self._beweegt(waar)
            case QEvent.Type.MouseButtonRelease:
                self._gaat_op(waar)
        return True

    def _beweegt(self, waar: QPointF) -> None:
        if self._woord is not None:
            QScroller.scroller(self._blad.viewport()).stop()
            hier = self._selectie.plek_bij(waar)
            if hier is not None:
                begin, eind = self._woord
                self._selectie.zet(eind if hier < begin else begin, hier if hier < begin else max(hier, eind))
        elif self._druk is not None and (waar - self._druk).manhattanLength() >= QApplication.startDragDistance():
            self._vast.stop()
            self._druk = None

    def _gaat_op(self, waar: QPointF) -> None:
        tik = self._vast.isActive() and self._druk is not None
        self._vast.stop()
        self._druk = self._woord = None
        if tik:
            self._selectie.wis()
            self.getikt.emit(waar)

    def _houdt_vast(self) -> None:
        if self._druk is None:
            return
        hier = self._selectie.plek_bij(self._druk)
        if hier is not None:
            self._selectie.woord(hier)
            keuze = self._selectie.selectie
            self._woord = (
                (Tekstplek(keuze.pagina, keuze.begin), Tekstplek(keuze.eindpagina, keuze.eind))
                if keuze
                else (hier, hier)
            )
