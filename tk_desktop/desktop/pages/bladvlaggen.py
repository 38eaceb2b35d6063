"""A flag on each page that one marked to find again."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QToolTip

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladplek import Bladplek

_BREED, _HOOG, _KEEP, _IN = 12.0, 22.0, 6.0, 10.0
"""The flag in logical pixels: its sides, how deep it is cut out, and how far from the edge of the page it hangs."""
_KLEUR, _DONKERE_KLEUR = QColor("#a4161a"), QColor("#ff9a9a")


class Bladvlaggen(QObject):
    """Draws a flag at the top left of pages (from 1), and says what it is when the mouse rests on it."""

    def __init__(self, blad: Bladenweergave) -> None:
        super().__init__(blad)
        self._blad = blad
        self._paginas: frozenset[int] = frozenset()
        blad.leg_laag(self)
        blad.viewport().installEventFilter(self)

    @property
    def paginas(self) -> frozenset[int]:
        """The pages that have a flag."""
        return self._paginas

    def zet(self, paginas: Collection[int]) -> None:
        """Give these pages a flag and no others."""
        if frozenset(paginas) != self._paginas:
            self._paginas = frozenset(paginas)
            self._blad.viewport().update()

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw the flag of a page."""
        if plek.pagina in self._paginas:
            vlak = _vlak(plek)
            midden = QPointF(vlak.center().x(), vlak.bottom() - _KEEP)
            hoeken = [vlak.topLeft(), vlak.topRight(), vlak.bottomRight(), midden, vlak.bottomLeft()]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_DONKERE_KLEUR if donker else _KLEUR)
            painter.drawPolygon(QPolygonF(hoeken))

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Tell what the flag means when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            plek = self._blad.plek_onder(QPointF(event.pos()))
            if plek is not None and plek.pagina in self._paginas and _vlak(plek).contains(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), "Bladwijzer (B)", self._blad.viewport())
                return True
        return False


def _vlak(plek: Bladplek) -> QRectF:
    return QRectF(plek.vlak.left() + _IN, plek.vlak.top(), _BREED, _HOOG)
