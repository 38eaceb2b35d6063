"""Where a page stands in a window, and what lies on it: from points of the paper to pixels and back."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from tk_desktop.paper.rendering import Maat


class Rechthoek(Protocol):
    """A rectangle in points from the lower left corner of a page: ``Kader`` of the paper, ``Vlak`` of a note."""

    @property
    def x0(self) -> float:
        """The left side."""

    @property
    def y0(self) -> float:
        """The lower side."""

    @property
    def x1(self) -> float:
        """The right side."""

    @property
    def y1(self) -> float:
        """The upper side."""


@dataclass(frozen=True, slots=True)
class Bladplek:
    """A page (from 1) in the pixels of the window: ``x`` and ``y`` of its upper left corner, ``schaal`` to a point."""

    pagina: int
    x: float
    y: float
    schaal: float
    maat: Maat

    @property
    def vlak(self) -> QRectF:
        """The whole page."""
        return QRectF(self.x, self.y, self.maat.breedte * self.schaal, self.maat.hoogte * self.schaal)

    def rechthoek(self, kader: Rechthoek) -> QRectF:
        """Return where a rectangle of the page is seen."""
        return QRectF(self.punt(kader.x0, kader.y1), self.punt(kader.x1, kader.y0))

    def punt(self, x: float, y: float) -> QPointF:
        """Return where a point of the page is seen."""
        return QPointF(self.x + x * self.schaal, self.y + (self.maat.hoogte - y) * self.schaal)

    def terug(self, waar: QPointF) -> tuple[float, float]:
        """Return which point of the page is seen somewhere."""
        return (waar.x() - self.x) / self.schaal, self.maat.hoogte - (waar.y() - self.y) / self.schaal


class Bladlaag(Protocol):
    """Something that lies over the pages: marks, a selection, what was found."""

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw what lies on one page; ``donker`` when that page is shown dark."""
