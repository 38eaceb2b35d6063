"""The pages of a PDF on the screen: to scroll through, to enlarge, and staying where one was."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladaanvoer import Bladaanvoer
from tk_desktop.desktop.pages.bladbalken import blijf_in_het_midden, toon_vlak, zet_bereik
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladindeling import RUIMTE, Bladindeling, Plek, Zoom
from tk_desktop.desktop.pages.bladplek import Bladlaag, Bladplek, Rechthoek
from tk_desktop.desktop.pages.bladtekenen import teken_bladen, teken_ring
from tk_desktop.desktop.pages.bladtoetsen import doe_toets
from tk_desktop.desktop.pages.bladvoorraad import Beeldsoort
from tk_desktop.paper.rendering import Maat

_REGEL = 40
_OPNIEUW = {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.PaletteChange}


class Bladenweergave(QAbstractScrollArea):
    """Shows the pages of one PDF, below each other or two by two.

    Asks for one image at a time, what is on screen first, so that a page that was scrolled past is never waited for.
    Until an image comes the page is grey with its number, or as it was before. What stood at the top stays there at
    every size, and is found back when there is room for it again.
    """

    pagina_gewisseld = Signal(int, int)
    """The page that is looked at, from 1, and how many there are."""
    zoom_gewisseld = Signal(str)
    mislukt = Signal(object)
    """A ``TkError``: the file cannot be shown."""
    geopend = Signal()
    """Another file, or a newer make of it, is shown now."""
    donker_gewisseld = Signal(bool)
    """The pages are shown dark now, or as they are."""
    verschoven = Signal()
    """Other pages, or the same elsewhere, are on screen."""
    getekend = Signal()
    """A page that is on screen can be seen there now."""

    def __init__(self, bron: Bladenbron, naam: str = "Bladzijden", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._aanvoer = Bladaanvoer(bron, self._gewenst, self._zichtbaar, self._rondom, self)
        self._maten: tuple[Maat, ...] = ()
        self._zoom = Zoom()
        self._twee = False
        self._donker = False
        self._indeling = Bladindeling()
        self._lagen: list[Bladlaag] = []
        self._pagina = 0
        self._plek = Plek(0)
        self._straks: Plek | None = None
        self._verschuift = False
        self.setAccessibleName(naam)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 90)
        self._verbind()

    def _verbind(self) -> None:
        self._aanvoer.maten_gekomen.connect(self._kent_maten)
        self._aanvoer.mislukt.connect(self._zonder_maten)
        self._aanvoer.beeld_gekomen.connect(self._kent_beeld)
        for balk in (self.verticalScrollBar(), self.horizontalScrollBar()):
            balk.setSingleStep(_REGEL)
        self.verticalScrollBar().valueChanged.connect(self._schuift)
        self.horizontalScrollBar().valueChanged.connect(self.verschoven)

    # what is shown

    @property
    def pad(self) -> Pad | None:
        """The file that is shown."""
        return self._aanvoer.pad

    @property
    def pagina(self) -> int:
        """The page that is looked at, from 1; 0 when nothing is shown."""
        return self._pagina + 1 if self._maten else 0

    @property
    def aantal(self) -> int:
        """How many pages there are."""
        return len(self._maten)

    @property
    def maten(self) -> tuple[Maat, ...]:
        """The sizes of the pages."""
        return self._maten

    @property
    def plek(self) -> Plek:
        """What stands at the top: a page (from 0) and how far down it."""
        return self._straks or self._plek

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    @property
    def zoomtekst(self) -> str:
        """How large the pages are shown, in words or as a percentage."""
        return self._zoom.tekst

    @property
    def twee(self) -> bool:
        """Whether two pages stand beside each other."""
        return self._twee

    @property
    def donker(self) -> bool:
        """Whether the pages are shown dark."""
        return self._donker

    @property
    def scherp(self) -> bool:
        """Whether all that is on screen is drawn, and drawn at this size."""
        return self.aantal > 0 and not self._aanvoer.onderweg and next(self._gewenst(), None) is None

    def heeft(self, pagina: int) -> bool:
        """Tell whether a page (from 0) is drawn as it is shown now."""
        return pagina < self.aantal and self._aanvoer.heeft(pagina, self._soort(pagina))

    def toon(self, pad: Pad, pagina: int = 0, deel: float = 0.0) -> None:
        """Show a PDF.

        A newer make of the file that is shown keeps its place; ``pagina`` (from 1) says where that place is now, when
        pages moved. Another file starts at ``pagina``, ``deel`` of its height down, or at its first page.
        """
        zelfde = pad == self.pad and bool(self._maten)
        if pagina:
            self._straks = Plek(pagina - 1, self._plek.deel if zelfde and not deel else deel)
        else:
            self._straks = self._plek if zelfde else Plek(0)
        if not zelfde:
            self._wis()
        self._aanvoer.open(pad)

    def sluit(self) -> None:
        """Show nothing any more."""
        self._aanvoer.sluit()
        self._wis()
        self.geopend.emit()

    # going somewhere

    def ga_naar(self, pagina: int, deel: float = 0.0) -> None:
        """Bring a page, from 1, to the top of the screen, or the place ``deel`` of its height down."""
        if self._straks is not None:
            self._straks = Plek(pagina - 1, deel)
            return
        if self._maten:
            nummer = max(0, min(pagina - 1, len(self._maten) - 1))
            self._plek = Plek(nummer, deel)
            self._pagina = nummer  # before images are asked for: this page comes first
            self._zet(round(self._indeling.hoogte_van(self._plek)) - RUIMTE)
            self._noem(nummer)

    def breng_in_beeld(self, pagina: int, kader: Rechthoek) -> None:
        """Scroll no more than is needed to see a rectangle on a page (from 1); what is seen already stays."""
        if 0 < pagina <= self.aantal:
            vlak = self.plek_van(pagina).rechthoek(kader)
            toon_vlak(self.verticalScrollBar(), self.horizontalScrollBar(), vlak, self.viewport().size())
            self._noem(pagina - 1)

    # how it is shown

    def zet_zoom(self, zoom: Zoom) -> None:
        """Show the pages at another size; what is at the top stays there."""
        self._zoom = zoom
        self._deel_in()
        self.zoom_gewisseld.emit(self.zoomtekst)

    def zoom_om(self, factor: float, om: QPointF) -> None:
        """Enlarge so many times; what stands at a point of the window stays there."""
        blad = self.plek_bij(om)
        if blad is None:
            return
        x, y = blad.terug(om)
        self._zoom = self._huidige_zoom().maal(factor)
        self._deel_in()
        daar = self.plek_van(blad.pagina).punt(x, y) - om
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + daar.x()))
        self._zet(round(self.verticalScrollBar().value() + daar.y()))
        self._onthoud()
        self.zoom_gewisseld.emit(self.zoomtekst)

    def breedte(self) -> None:
        """Make each page as wide as the window."""
        self.zet_zoom(Zoom())

    def wissel_zoom(self) -> None:
        """Go round width, whole page and real size."""
        self.zet_zoom(self._zoom.volgende)

    def zoom_in(self) -> None:
        """Show all a step larger."""
        self.zet_zoom(self._huidige_zoom().groter())

    def zoom_uit(self) -> None:
        """Show all a step smaller."""
        self.zet_zoom(self._huidige_zoom().kleiner())

    def zet_twee(self, twee: bool) -> None:
        """Show two pages beside each other, or one; what is at the top stays there."""
        if twee != self._twee:
            self._twee = twee
            if self._pagina // 2 == self._plek.pagina // 2:  # they stand, or stood, beside each other
                if twee:  # of the two the one at the top is looked at
                    self._noem(self._plek.pagina)
                self._plek = Plek(self._pagina, self._plek.deel)
            self._deel_in()

    def wissel_twee(self) -> None:
        """Go from one page to two and back."""
        self.zet_twee(not self._twee)

    def zet_donker(self, donker: bool) -> None:
        """Show the pages dark, or as they are."""
        anders, self._donker = donker != self._donker, donker
        self.viewport().update()
        self._aanvoer.vraag_volgende()
        if anders:
            self.donker_gewisseld.emit(donker)

    # where pages stand in the window

    def plek_van(self, pagina: int) -> Bladplek:
        """Return where a page (from 1) stands, on screen or not."""
        vak, maat = self._indeling.vak(pagina - 1), self._maten[pagina - 1]
        x, y = vak.x - self.horizontalScrollBar().value(), vak.y - self.verticalScrollBar().value()
        return Bladplek(pagina, x, y, vak.schaal, maat)

    def plekken(self) -> tuple[Bladplek, ...]:
        """Return the pages of which something is on screen."""
        return tuple(self.plek_van(nummer + 1) for nummer in self._zichtbaar())

    def plek_onder(self, waar: QPointF) -> Bladplek | None:
        """Return the page at a point of the window, or nothing beside the pages."""
        nummer = self._indeling.vak_op(*self._geheel(waar))
        return None if nummer is None else self.plek_van(nummer + 1)

    def plek_bij(self, waar: QPointF) -> Bladplek | None:
        """Return the page nearest to a point of the window; nothing when nothing is shown."""
        return self.plek_van(self._indeling.dichtstbij(*self._geheel(waar)) + 1) if self._maten else None

    def leg_laag(self, laag: Bladlaag) -> None:
        """Let something be drawn over the pages, above what was laid before."""
        self._lagen.append(laag)

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is visible."""
        painter = QPainter(self.viewport())
        bladen = [(plek, self._aanvoer.van(plek.pagina - 1)) for plek in self.plekken()]
        teken_bladen(painter, event.region(), bladen, self._lagen, self.devicePixelRatioF(), donker=self._donker)
        if self.hasFocus():
            teken_ring(painter, self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same place at the top."""
        super().resizeEvent(event)
        self._deel_in()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pages that were not needed while nobody saw them."""
        super().showEvent(event)
        self._aanvoer.vraag_volgende()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep few images while nobody looks."""
        super().hideEvent(event)
        self._aanvoer.rust()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl enlarge, and what is under the mouse stays there."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._maten:
            self.zoom_om(1.25 ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages by keyboard."""
        if not doe_toets(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw again when the ring of the keyboard comes or goes, or the colours change."""
        if event.type() in _OPNIEUW:
            self.viewport().update()
        return super().event(event)

    # where things are

    def _geheel(self, waar: QPointF) -> tuple[float, float]:
        return waar.x() + self.horizontalScrollBar().value(), waar.y() + self.verticalScrollBar().value()

    def _zichtbaar(self) -> range:
        return self._indeling.zichtbaar(self.verticalScrollBar().value(), self.viewport().height())

    def _rondom(self) -> range:
        return self._indeling.rondom(self._zichtbaar())

    def _huidige_zoom(self) -> Zoom:
        if not self._maten:
            return Zoom()
        schaal = self._indeling.schaal(self._pagina)
        return Zoom(self._zoom.soort, schaal * 72 / self.logicalDpiY())

    def _deel_in(self) -> None:
        """Lay out anew, with the same place at the top."""
        vlak = self.viewport().size()
        self._verschuift = True
        self._indeling = Bladindeling.van(
            self._maten, self._zoom, vlak.width(), vlak.height(), self.logicalDpiY(), naast=1 + self._twee
        )
        zet_bereik(self.verticalScrollBar(), self._indeling.hoogte, vlak.height())
        blijf_in_het_midden(self.horizontalScrollBar(), self._indeling.breedte, vlak.width())
        self._verschuift = False
        self._zet(round(self._indeling.hoogte_van(self._plek)) - RUIMTE)

    def _zet(self, boven: int) -> None:
        """Scroll without changing the place that is remembered."""
        self._verschuift = True
        self.verticalScrollBar().setValue(boven)
        self._verschuift = False
        self.viewport().update()
        self.verschoven.emit()
        self._aanvoer.vraag_volgende()

    def _schuift(self) -> None:
        if self._verschuift or not self._maten:
            return
        self._onthoud()
        self._noem(self._aangekeken())
        self.verschoven.emit()
        self._aanvoer.vraag_volgende()

    def _aangekeken(self) -> int:
        """Return the page (from 0) a third down the window, not a rest of one above it."""
        balk = self.verticalScrollBar()
        return self._indeling.plek_op(balk.value() + self.viewport().height() / 3, self._pagina).pagina

    def _onthoud(self) -> None:
        self._plek = self._indeling.plek_op(self.verticalScrollBar().value() + RUIMTE, self._pagina)

    def _noem(self, pagina: int) -> None:
        self._pagina = pagina
        self.setAccessibleDescription(f"blz. {self.pagina} van {self.aantal}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pagina_gewisseld.emit(self.pagina, self.aantal)

    # getting the pages

    def _wis(self) -> None:
        self._maten = ()
        self._pagina = 0
        self._plek = Plek(0)
        self._deel_in()

    def _kent_maten(self, maten: Sequence[Maat]) -> None:
        self._maten = tuple(maten)
        plek = self._straks or Plek(0)
        self._straks = None
        self._plek = Plek(max(0, min(plek.pagina, len(self._maten) - 1)), plek.deel)
        self._deel_in()
        self._pagina = self._plek.pagina  # before who hears of it asks where one looks
        self.geopend.emit()
        self._noem(self._aangekeken() if plek.deel else self._plek.pagina)

    def _zonder_maten(self, fout: TkError) -> None:
        self._straks = None
        self.sluit()
        self.mislukt.emit(fout)

    def _kent_beeld(self, pagina: int) -> None:
        if pagina in self._zichtbaar():
            self.viewport().update()
            self.getekend.emit()

    def _gewenst(self) -> Iterator[tuple[int, Beeldsoort]]:
        if self.isVisible():
            for pagina in self._indeling.volgorde(self._zichtbaar(), self._pagina):
                if not self.heeft(pagina):
                    yield pagina, self._soort(pagina)

    def _soort(self, pagina: int) -> Beeldsoort:
        schaal = self._indeling.schaal(pagina) * self.devicePixelRatioF()
        return Beeldsoort(self._aanvoer.make, schaal, self._donker)
