"""Fingers on the pages: a flick scrolls on, two fingers enlarge."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QScroller, QScrollerProperties

from tk_desktop.desktop.pages.bladen import Bladenweergave


class Bladaanraking(QObject):
    """Lets a view be moved and enlarged by hand; the mouse goes on selecting."""

    def __init__(self, blad: Bladenweergave) -> None:
        super().__init__(blad)
        self._blad = blad
        vlak = blad.viewport()
        vlak.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        vlak.grabGesture(Qt.GestureType.PinchGesture)
        self.laat_schuiven(True)
        roller = QScroller.scroller(vlak)
        stand = roller.scrollerProperties()
        nooit = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        for richting in ("HorizontalOvershootPolicy", "VerticalOvershootPolicy"):
            stand.setScrollMetric(QScrollerProperties.ScrollMetric[richting], nooit)
        roller.setScrollerProperties(stand)
        vlak.installEventFilter(self)

    def laat_schuiven(self, schuift: bool) -> None:
        """Let a finger scroll, or leave it to draw."""
        if schuift:
            QScroller.grabGesture(self._blad.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        else:
            QScroller.ungrabGesture(self._blad.viewport())

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Take two fingers."""
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            gebaar = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gebaar, QPinchGesture):
                self._knijp(gebaar)
                event.accept(gebaar)
                return True
        return False

    def _knijp(self, gebaar: QPinchGesture) -> None:
        if gebaar.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            midden = self._blad.viewport().mapFromGlobal(QPointF(gebaar.centerPoint()))
            self._blad.zoom_om(gebaar.scaleFactor(), midden)
