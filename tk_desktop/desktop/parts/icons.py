"""Icons: Lucide drawings (ISC) in the colour of the text they stand beside, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tk_desktop.base.paths import resources


def icon(naam: str) -> QIcon:
    """Return the drawing of that name from ``resources/icons/lucide``; raises ``FileNotFoundError``."""
    return QIcon(_Lucide(_svg(naam)))


def beeldmerk() -> QIcon:
    """Return the sign of the program, as it stands among other programs."""
    return QIcon(str(resources() / "icons" / "eigen" / "tk-desktop.png"))


def blanco() -> QIcon:
    """Return an icon on which nothing is drawn, to stand among others."""
    return QIcon(_Lucide("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>"))


def getekend(naam: str, kleur: str) -> QSvgRenderer:
    """Return the drawing of that name in a colour (``#rrggbb``), for what is no part of the window: a page."""
    return _tekening(_svg(naam).replace("currentColor", kleur))


@cache
def _tekening(svg: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.encode()))


@cache
def _svg(naam: str) -> str:
    return (resources() / "icons" / "lucide" / f"{naam}.svg").read_text(encoding="utf-8")


class _Lucide(QIconEngine):
    """Draws one SVG in the colour that the palette has at that moment."""

    def __init__(self, svg: str) -> None:
        super().__init__()
        self._svg = svg

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _: QIcon.State) -> None:
        """Draw into a rectangle."""
        groep = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Normal
        rol = QPalette.ColorRole.HighlightedText if mode is QIcon.Mode.Selected else QPalette.ColorRole.Text
        kleur = QGuiApplication.palette().color(groep, rol)
        svg = self._svg.replace("currentColor", kleur.name())
        painter.setOpacity(kleur.alphaF())
        _tekening(svg).render(painter, QRectF(rect))
        painter.setOpacity(1)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing as pixels."""
        if size.isEmpty():
            return QPixmap()
        beeld = QPixmap(size)
        beeld.fill(Qt.GlobalColor.transparent)
        painter = QPainter(beeld)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return beeld

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the drawing for a screen with ``scale`` pixels to each unit of ``size``."""
        return self.pixmap(size * scale, mode, state)

    def clone(self) -> QIconEngine:
        """Return the same drawing."""
        return _Lucide(self._svg)
