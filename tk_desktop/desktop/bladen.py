"""The pages of a PDF on the screen: to scroll through, to enlarge, and staying where one was."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bladenbron import Bladenbron
from tk_desktop.desktop.bladindeling import RUIMTE, Bladindeling, Plek, Vak, Zoom
from tk_desktop.desktop.bladvoorraad import Bladvoorraad
from tk_desktop.desktop.theme import DONKER
from tk_desktop.paper.rendering import Beeld, Maat

_OMGEVING = QColor("#3c4046")
_WACHT = QColor("#e3e5e8")
_GRIJS = QColor("#6a7078")
_REGEL = 40


class Bladenweergave(QAbstractScrollArea):
    """Shows the pages of one PDF.

    Asks ``bron`` for one image at a time, what is on screen first, so that a page that was scrolled past is never
    waited for. Until an image comes the page is grey with its number, or as it was before.
    """

    pagina_gewisseld = Signal(int, int)
    """The page that is looked at, from 1, and how many there are."""
    zoom_gewisseld = Signal(str)
    mislukt = Signal(object)
    """A ``TkError``: the file cannot be shown."""

    def __init__(self, bron: Bladenbron, naam: str = "Bladzijden", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._bron = bron
        self._pad: Path | None = None
        self._make = 0
        self._maten: tuple[Maat, ...] = ()
        self._zoom = Zoom()
        self._indeling = Bladindeling()
        self._voorraad = Bladvoorraad()
        self._onderweg = False
        self._pagina = 0
        self._straks: Plek | None = None
        self._verschuift = False
        self.setAccessibleName(naam)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 90)
        self.verticalScrollBar().setSingleStep(_REGEL)
        self.horizontalScrollBar().setSingleStep(_REGEL)
        self.verticalScrollBar().valueChanged.connect(self._verschoven)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def pagina(self) -> int:
        """The page that is looked at, from 1; 0 when nothing is shown."""
        return self._pagina + 1 if self._maten else 0

    @property
    def aantal(self) -> int:
        """How many pages there are."""
        return len(self._maten)

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    @property
    def scherp(self) -> bool:
        """Whether all that is on screen is drawn, and drawn at this size."""
        return bool(self._maten) and not self._onderweg and next(self._gewenst(), None) is None

    def heeft(self, pagina: int) -> bool:
        """Tell whether a page (from 0) is drawn at the size it has now."""
        return pagina < self.aantal and self._voorraad.heeft(pagina, self._make, self._schaal_van(pagina))

    def toon(self, pad: Path, pagina: int = 0) -> None:
        """Show a PDF.

        A newer make of the file that is shown keeps its place; ``pagina`` (from 1) says where that place is now, when
        pages moved. Another file starts at ``pagina``, or at its first page.
        """
        zelfde = pad == self._pad and bool(self._maten)
        deel = self._plek().deel if zelfde else 0.0
        self._straks = Plek(pagina - 1, deel) if pagina else self._plek() if zelfde else Plek(0)
        if not zelfde:
            self._wis()
        self._pad = pad
        self._make += 1
        self._bron.maten(pad, partial(self._kent_maten, self._make), partial(self._zonder_maten, self._make))

    def sluit(self) -> None:
        """Show nothing any more."""
        self._pad = None
        self._make += 1
        self._wis()

    def ga_naar(self, pagina: int) -> None:
        """Bring the top of a page, from 1, to the top of the screen."""
        if self._straks is not None:
            self._straks = Plek(pagina - 1)
            return
        if self._maten:
            nummer = max(0, min(pagina - 1, len(self._maten) - 1))
            self._ga(Plek(nummer))
            self._noem(nummer)

    def zet_zoom(self, zoom: Zoom) -> None:
        """Show the pages at another size; what is at the top stays there."""
        self._zet_zoom(zoom, 0)

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

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what is visible."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), _OMGEVING)
        links, boven = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for pagina in self._zichtbaar():
            vak = self._indeling.vakken[pagina]
            self._teken(painter, pagina, QRectF(vak.x - links, vak.y - boven, vak.breedte, vak.hoogte))
        if self.hasFocus():
            painter.setPen(QPen(QColor(DONKER.focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same place at the top."""
        super().resizeEvent(event)
        self._deel_in(self._plek(), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl enlarge, and what is under the mouse stays there."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._maten:
            factor = 1.25 ** (event.angleDelta().y() / 120)
            self._zet_zoom(self._huidige_zoom().maal(factor), round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages by keyboard."""
        verticaal = self.verticalScrollBar()
        scherm = max(_REGEL, self.viewport().height() - _REGEL)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if not ctrl:
                verticaal.setValue(verticaal.value() + scherm)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace if not ctrl:
                verticaal.setValue(verticaal.value() - scherm)
            case Qt.Key.Key_Home:
                self.ga_naar(1)
            case Qt.Key.Key_End:
                self.ga_naar(self.aantal)
            case Qt.Key.Key_Right if not self.horizontalScrollBar().maximum():
                self.ga_naar(self.pagina + 1)
            case Qt.Key.Key_Left if not self.horizontalScrollBar().maximum():
                self.ga_naar(self.pagina - 1)
            case Qt.Key.Key_0 if ctrl:
                self.breedte()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if ctrl:
                self.zoom_in()
            case Qt.Key.Key_Minus if ctrl:
                self.zoom_uit()
            case Qt.Key.Key_Z if not event.modifiers():
                self.wissel_zoom()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the keyboard."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # what is where

    def _plek(self) -> Plek:
        return self._indeling.plek_op(self.verticalScrollBar().value() + RUIMTE)

    def _zichtbaar(self) -> range:
        return self._indeling.zichtbaar(self.verticalScrollBar().value(), self.viewport().height())

    def _huidige_zoom(self) -> Zoom:
        if not self._maten:
            return Zoom()
        schaal = self._indeling.vakken[self._pagina].schaal
        return Zoom(self._zoom.soort, schaal * 72 / self.logicalDpiY())

    def _zet_zoom(self, zoom: Zoom, vanaf: int) -> None:
        plek = self._indeling.plek_op(self.verticalScrollBar().value() + (vanaf or RUIMTE))
        self._zoom = zoom
        self._deel_in(plek, vanaf)
        self.zoom_gewisseld.emit(self.zoomtekst)

    @property
    def zoomtekst(self) -> str:
        """How large the pages are shown, in words or as a percentage."""
        if self._zoom.soort.value == "vast":
            return f"{round(self._zoom.factor * 100)} %"
        return self._zoom.soort.value

    def _deel_in(self, plek: Plek, vanaf: int) -> None:
        """Lay out anew, and bring a place to ``vanaf`` pixels below the top (0: where the top of a page stands)."""
        vlak = self.viewport().size()
        self._indeling = Bladindeling.van(
            self._maten, self._zoom, vlak.width(), vlak.height(), float(self.logicalDpiY())
        )
        self._verschuift = True
        horizontaal, verticaal = self.horizontalScrollBar(), self.verticalScrollBar()
        verticaal.setRange(0, max(0, round(self._indeling.hoogte) - vlak.height()))
        verticaal.setPageStep(vlak.height())
        midden = (horizontaal.value() + vlak.width() / 2) / max(1, horizontaal.maximum() + vlak.width())
        horizontaal.setRange(0, max(0, round(self._indeling.breedte) - vlak.width()))
        horizontaal.setPageStep(vlak.width())
        horizontaal.setValue(round(midden * (horizontaal.maximum() + vlak.width()) - vlak.width() / 2))
        verticaal.setValue(round(self._indeling.hoogte_van(plek)) - (vanaf or RUIMTE))
        self._verschuift = False
        self.viewport().update()
        self._vraag_volgende()

    def _ga(self, plek: Plek) -> None:
        self._verschuift = True
        self.verticalScrollBar().setValue(round(self._indeling.hoogte_van(plek)) - RUIMTE)
        self._verschuift = False
        self.viewport().update()
        self._vraag_volgende()

    def _verschoven(self) -> None:
        self.viewport().update()
        if self._verschuift or not self._maten:
            return
        hoog = self.viewport().height()
        self._noem(self._indeling.plek_op(self.verticalScrollBar().value() + hoog / 3).pagina)
        self._vraag_volgende()

    def _noem(self, pagina: int) -> None:
        self._pagina = pagina
        self.setAccessibleDescription(f"blz. {self.pagina} van {self.aantal}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pagina_gewisseld.emit(self.pagina, self.aantal)

    # getting the pages

    def _wis(self) -> None:
        self._maten = ()
        self._voorraad.wis()
        self._pagina = 0
        self._deel_in(Plek(0), 0)

    def _kent_maten(self, make: int, maten: Sequence[Maat]) -> None:
        if make != self._make:
            return
        self._maten = tuple(maten)
        self._voorraad.beperk(len(maten))
        plek = self._straks or Plek(0)
        self._straks = None
        plek = Plek(max(0, min(plek.pagina, len(self._maten) - 1)), plek.deel)
        self._deel_in(plek, 0)
        self._noem(plek.pagina)

    def _zonder_maten(self, make: int, fout: TkError) -> None:
        if make == self._make:
            self.sluit()
            self.mislukt.emit(fout)

    def _gewenst(self) -> Iterator[tuple[int, float]]:
        """Go through the pages that are not sharp: the one looked at, the visible ones, then those beside them."""
        zichtbaar = self._zichtbaar()
        rij = [*([self._pagina] if self._pagina in zichtbaar else []), *zichtbaar]
        if zichtbaar:
            rij += [zichtbaar[-1] + 1, zichtbaar[0] - 1]
        for pagina in rij:
            if 0 <= pagina < len(self._maten) and not self.heeft(pagina):
                yield pagina, self._schaal_van(pagina)

    def _schaal_van(self, pagina: int) -> float:
        return self._indeling.vakken[pagina].schaal * self.devicePixelRatioF()

    def _vraag_volgende(self) -> None:
        if self._onderweg or self._pad is None or self._straks is not None or not self.isVisible():
            return
        for pagina, schaal in self._gewenst():
            self._onderweg = True
            sleutel = (self._make, pagina, schaal)
            self._bron.vraag(
                self._pad, pagina, schaal, partial(self._ontvang, *sleutel), partial(self._zonder_beeld, *sleutel)
            )
            return

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pages that were not needed while nobody saw them."""
        super().showEvent(event)
        self._vraag_volgende()

    def _ontvang(self, make: int, pagina: int, schaal: float, beeld: Beeld | None) -> None:
        self._onderweg = False
        if make == self._make and self._straks is None:
            zichtbaar = self._zichtbaar()
            bij = range(zichtbaar.start - 1, zichtbaar.stop + 1)
            self._voorraad.neem(pagina, make, schaal, beeld, bij)
            self.viewport().update()
        self._vraag_volgende()

    def _zonder_beeld(self, make: int, pagina: int, schaal: float, _: TkError) -> None:
        self._ontvang(make, pagina, schaal, None)

    # drawing

    def _teken(self, painter: QPainter, pagina: int, plaats: QRectF) -> None:
        blad = self._voorraad.van(pagina)
        if blad is not None and blad.beeld is not None:
            dichtheid = self.devicePixelRatioF()
            vak = self._indeling.vakken[pagina]
            if blad.schaal == vak.schaal * dichtheid:
                precies = _precies(blad.beeld, vak, dichtheid)
                plaats = QRectF(plaats.x(), plaats.y(), precies[0], precies[1])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, blad.schaal != vak.schaal * dichtheid)
            painter.drawImage(plaats, blad.beeld)
            return
        painter.fillRect(plaats, _WACHT)
        painter.setPen(_GRIJS)
        tekst = f"blz. {pagina + 1}"
        if blad is not None:
            tekst += "\nDeze bladzijde kan niet worden getoond."
        painter.drawText(plaats, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), tekst)


def _precies(beeld: QImage, vak: Vak, dichtheid: float) -> tuple[float, float]:
    """Return the size at which every pixel of an image is one of the screen; of one made smaller, its own size."""
    if abs(beeld.width() - vak.breedte * dichtheid) > 2:
        return vak.breedte, vak.hoogte
    return beeld.width() / dichtheid, beeld.height() / dichtheid
