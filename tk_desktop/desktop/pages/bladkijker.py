"""One page of a file that is no paper yet, with a frame around what was read there; the next one beside it by a key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.paper.bladbeeld import Beeld
from tk_desktop.paper.bladtekst import Kader

Getekend = tuple[int, Beeld]
"""A page (from 1) and its pixels."""
VraagBlad = Callable[[int, Callable[[Getekend], None]], object]
"""Has a page drawn beside other work; calls back, in the thread of the window, with what was drawn."""
SCHAAL = 2.0
"""Pixels to a point in which a page is drawn."""
_GETROKKEN = 3.0
"""Points that the mouse goes before it draws."""
_STAPPEN = (1.0, 1.25, 1.5, 2.0, 2.5)
"""How many times as wide as there is room a page is shown."""
_SMALSTE = 40
"""Letters wide that a page is shown at least."""


class Bladkijker(QWidget):
    """Shows pages one at a time; ``gewezen`` gives page and point (from the lower left) where somebody clicked.

    ``gebladerd`` tells which page is looked at when the user turned it here.
    """

    gewezen = Signal(int, float, float)
    getrokken = Signal(int, object)
    """A page and the ``Kader`` that was drawn on it with the mouse."""
    gebladerd = Signal(int)

    def __init__(self, paginas: int, vraag_blad: VraagBlad) -> None:
        super().__init__()
        self.paginas = paginas
        self.pagina = 0
        self._vraag_blad = vraag_blad
        self._kader: Kader | None = None
        self._vlakken: tuple[Kader, ...] = ()
        self._begin: QPointF | None = None
        self._trekt: Kader | None = None
        self._beeld: QImage | None = None
        self._stap = 0
        self.blad = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.blad.installEventFilter(self)
        self.rol = QScrollArea()
        self.rol.setWidget(self.blad)
        self.rol.setWidgetResizable(True)
        self.rol.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the page keeps its width in a drag
        self.rol.setAccessibleName("Bladzijde")
        self.waar = QLabel()
        vorige, volgende = QPushButton("◀"), QPushButton("▶")
        for knop in (vorige, volgende):
            knop.setAutoDefault(False)  # Enter is for what the dialog does
        for knop, naam in ((vorige, "Vorige bladzijde"), (volgende, "Volgende bladzijde")):
            knop.setAccessibleName(naam)
            knop.setToolTip(naam)
        vorige.clicked.connect(partial(self.blader, -1))
        volgende.clicked.connect(partial(self.blader, 1))
        kleiner, groter = QToolButton(), QToolButton()
        for maat, teken, naam, stap in ((kleiner, "−", "Kleiner (Ctrl+-)", -1), (groter, "+", "Groter (Ctrl++)", 1)):
            maat.setText(teken)
            maat.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            maat.setToolTip(naam)
            maat.setAccessibleName(f"Bladzijde {naam.partition(' ')[0].lower()}")
            maat.clicked.connect(partial(self.zoom, stap))
        onder = QHBoxLayout()
        for ding in (vorige, self.waar, volgende, kleiner, groter):
            onder.addWidget(ding)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.rol, 1)
        kolom.addLayout(onder)

    @property
    def kader(self) -> Kader | None:
        """The place around which a frame stands."""
        return self._kader

    def ga_naar(self, pagina: int, kader: Kader | None) -> None:
        """Show a page, with a frame around a place on it."""
        self._kader = kader
        self.waar.setText(f"Bladzijde {pagina} van {self.paginas}")
        if pagina != self.pagina:
            self.pagina = pagina
            self._beeld = None
            self.blad.setText(f"Bladzijde {pagina} wordt getekend…")
            self._vraag_blad(pagina, self.toon_beeld)
        else:
            self._teken()

    def zet_vlakken(self, vlakken: Sequence[Kader]) -> None:
        """Show these marks on the page that is looked at: what lies under them can still be read."""
        self._vlakken = tuple(vlakken)
        self._teken(houd=True)

    def toon_beeld(self, getekend: Getekend) -> None:
        """Show a page that was drawn, when it is still the one that is looked at."""
        pagina, beeld = getekend
        if pagina == self.pagina:
            vorm = QImage.Format.Format_RGB32
            self._beeld = QImage(beeld.punten, beeld.breedte, beeld.hoogte, beeld.stap, vorm).copy()
            self._teken()

    def blader(self, stap: int) -> None:
        """Turn a page."""
        pagina = min(max(1, self.pagina + stap), self.paginas)
        self.ga_naar(pagina, None)
        self.gebladerd.emit(pagina)

    def zoom(self, stap: int) -> None:
        """Show the page a step larger or smaller; at its smallest it is as wide as there is room."""
        self._stap = min(max(0, self._stap + stap), len(_STAPPEN) - 1)
        self._teken()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page as wide as there is room now."""
        super().resizeEvent(event)
        self._teken()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Tell where on the page somebody clicked."""
        if watched is self.blad and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            punt = self._op_blad(event.position())
            if punt is not None:
                self._begin = punt
                self.gewezen.emit(self.pagina, punt.x(), punt.y())
        elif watched is self.blad and isinstance(event, QMouseEvent) and self._begin is not None:
            self._trek(event)
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _trek(self, event: QMouseEvent) -> None:
        """Follow a rectangle that is drawn; a click without moving is none."""
        punt, begin = self._op_blad(event.position()), self._begin
        if punt is not None and begin is not None:
            x0, x1 = sorted((begin.x(), punt.x()))
            y0, y1 = sorted((begin.y(), punt.y()))
            self._trekt = Kader(x0, y0, x1, y1) if x1 - x0 > _GETROKKEN or y1 - y0 > _GETROKKEN else None
        if event.type() is QEvent.Type.MouseButtonRelease:
            klaar, self._begin, self._trekt = self._trekt, None, None
            if klaar is not None:
                self.getrokken.emit(self.pagina, klaar)
        self._teken(houd=True)

    def _op_blad(self, punt: QPointF) -> QPointF | None:
        """Return a point of the label as one of the page, when it is on it."""
        kaart = self.blad.pixmap()
        if self._beeld is None or kaart.isNull():
            return None
        deel = self._beeld.width() / kaart.width() / SCHAAL
        x = (punt.x() - (self.blad.width() - kaart.width()) / 2) * deel
        y = (punt.y() - (self.blad.height() - kaart.height()) / 2) * deel
        breed, hoog = self._beeld.width() / SCHAAL, self._beeld.height() / SCHAAL
        return QPointF(x, hoog - y) if 0 <= x <= breed and 0 <= y <= hoog else None

    def _teken(self, *, houd: bool = False) -> None:
        """Draw the page as wide as there is room, with a frame around what was read; ``houd`` leaves it where it is."""
        if self._beeld is None:
            return
        kaart = QPixmap.fromImage(self._beeld)
        boven = 0
        self._teken_vlakken(kaart)
        if self._kader is not None:
            kader, hoog = self._kader, self._beeld.height() / SCHAAL
            painter = QPainter(kaart)
            painter.setPen(QPen(QColor("#b45309"), 3))
            vak = QRectF(kader.x0 - 3, hoog - kader.y1 - 3, kader.x1 - kader.x0 + 6, kader.y1 - kader.y0 + 6)
            painter.drawRect(QRectF(vak.topLeft() * SCHAAL, vak.size() * SCHAAL))
            painter.end()
            boven = round((hoog - kader.y1) * SCHAAL)
        ruimte = max(self.rol.viewport().width(), letterbreedte(self.fontMetrics()) * _SMALSTE)
        breed = round(ruimte * _STAPPEN[self._stap])
        self.blad.setPixmap(kaart.scaledToWidth(breed, Qt.TransformationMode.SmoothTransformation))
        if houd:
            return
        deel = breed / max(1, kaart.width())
        self.rol.verticalScrollBar().setValue(max(0, round(boven * deel) - self.rol.viewport().height() // 3))

    def _teken_vlakken(self, kaart: QPixmap) -> None:
        hoog = kaart.height() / SCHAAL
        painter = QPainter(kaart)
        painter.setPen(QPen(QColor("#000000"), 2))
        for vlak in (*self._vlakken, *([self._trekt] if self._trekt else [])):
            vak = QRectF(vlak.x0, hoog - vlak.y1, vlak.x1 - vlak.x0, vlak.y1 - vlak.y0)
            vak = QRectF(vak.topLeft() * SCHAAL, vak.size() * SCHAAL)
            painter.fillRect(vak, QColor(0, 0, 0, 90))
            painter.drawRect(vak)
        painter.end()
