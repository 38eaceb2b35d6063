"""Marks on the pages of a view: notes of readers, drawn over the paper, to click on and to hover over."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip

from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladplek import Bladplek
from tk_desktop.desktop.pages.markeerkleuren import markeerkleur
from tk_desktop.desktop.parts.icons import getekend
from tk_desktop.domain.aantekening import Lijn, Soort, Vlak, omtrek
from tk_desktop.domain.notenstijl import Kleur

_RING, _DONKERE_RING = QColor("#0b4f8a"), QColor("#8cc4f5")
_BEELDJES = {Soort.NOTITIE: "sticky-note", Soort.VRAAG: "circle-question-mark", Soort.BLADNOTITIE: "sticky-note"}
_BEELDMAAT, _KLEINSTE = 18.0, 9.0
"""The side of an icon, in logical pixels: it does not grow with the page, but shrinks with one that is small."""
_KLEIN = 0.6
"""Pixels to a point at which a page is small: icons of one place stand beside each other there, each at its line."""
_RAAK = 4.0
"""Pixels beside a mark that still count as on it."""
_INKT = 1.6
"""Points that a stroke is wide under a normal hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merk:
    """A mark on the pages.

    ``vlakken`` are where it lies (of a note at a spot or a page: where its icon stands), ``lijnen`` the strokes of
    ink. ``uitleg`` is told when the mouse rests on it. An uncertain one has a dashed edge.
    """

    id: str
    soort: Soort
    kleur: Kleur = Kleur.GEEL
    vlakken: tuple[Vlak, ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    uitleg: str = ""
    gekozen: bool = False
    onzeker: bool = False


class Bladmerken(QObject):
    """Draws marks on a view and knows which of them is somewhere."""

    merk_gekozen = Signal(str)
    """The id of a mark that was clicked."""

    def __init__(self, blad: Bladenweergave) -> None:
        super().__init__(blad)
        self._blad = blad
        self._merken: tuple[Merk, ...] = ()
        blad.leg_laag(self)
        blad.viewport().installEventFilter(self)

    @property
    def merken(self) -> tuple[Merk, ...]:
        """The marks that are shown."""
        return self._merken

    def zet_merken(self, merken: Sequence[Merk]) -> None:
        """Show these marks and no others, the later over the earlier."""
        self._merken = tuple(merken)
        self._blad.viewport().update()

    def merk_op(self, waar: QPointF) -> Merk | None:
        """Return the uppermost mark at a point of the window; an icon goes before what lies on words."""
        plek = self._blad.plek_onder(waar)
        if plek is None:
            return None
        beeldje = next((merk for merk, vlak in reversed(self._beeldjes(plek)) if vlak.contains(waar)), None)
        return beeldje or next((merk for merk in reversed(self._merken) if _raakt(merk, plek, waar)), None)

    def toon_merk(self, id_: str) -> None:
        """Scroll to a mark, if it is not seen already."""
        for merk in self._merken:
            if merk.id == id_ and merk.soort is Soort.BLADNOTITIE:
                self._toon_beeldje(merk)
            elif merk.id == id_:
                for vlak in (*merk.vlakken, *(omtrek((lijn,)) for lijn in merk.lijnen))[:1]:
                    self._blad.breng_in_beeld(vlak.pagina, vlak)

    def _toon_beeldje(self, merk: Merk) -> None:
        """Scroll to the icon of a note at a page, which stands elsewhere than the words the page is known by."""
        pagina = merk.vlakken[0].pagina if merk.vlakken else 0
        if 0 < pagina <= self._blad.aantal:
            plek = self._blad.plek_van(pagina)
            for een, waar in self._beeldjes(plek):
                if een is merk:
                    x0, y1 = plek.terug(waar.topLeft())
                    x1, y0 = plek.terug(waar.bottomRight())
                    self._blad.breng_in_beeld(pagina, Vlak(pagina, x0, y0, x1, y1))

    def klik(self, waar: QPointF) -> bool:
        """Choose the mark at a point of the window; tell whether there is one."""
        merk = self.merk_op(waar)
        if merk is not None:
            self.merk_gekozen.emit(merk.id)
        return merk is not None

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Tell what a mark says when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            merk = self.merk_op(QPointF(event.pos()))
            if merk is not None and merk.uitleg:
                QToolTip.showText(event.globalPos(), merk.uitleg, self._blad.viewport())
                return True
            QToolTip.hideText()
        return False

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw the marks of a page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for merk in self._merken:
            vlakken = [vlak for vlak in merk.vlakken if vlak.pagina == plek.pagina]
            if merk.soort is Soort.INKT:
                for lijn in merk.lijnen:
                    if lijn.pagina == plek.pagina:
                        teken_lijn(painter, plek, lijn, markeerkleur(merk.kleur, donker).lijn)
            elif vlakken:
                _teken_op_tekst(painter, plek, merk, vlakken, donker=donker)
            if merk.gekozen or merk.onzeker:
                _teken_ring(painter, plek, merk, donker=donker)
        for merk, waar in self._beeldjes(plek):
            _teken_beeldje(painter, merk, waar, donker=donker)

    def _beeldjes(self, plek: Bladplek) -> list[tuple[Merk, QRectF]]:
        """Return the icons on a page: in its margins, where no words are, and none over another.

        On a small page a step down would be one of several lines, and nobody reads words that an icon covers there.
        """
        uit: list[tuple[Merk, QRectF]] = []
        for merk in self._merken:
            waar = _beeldplaats(merk, plek)
            if waar is not None:
                while any(waar.intersects(ander) for _, ander in uit):
                    waar.translate(*_stap(waar, plek))
                uit.append((merk, waar))
        return uit


def teken_lijn(painter: QPainter, plek: Bladplek, lijn: Lijn, kleur: str) -> None:
    """Draw a stroke of ink, wider where the pen pressed harder."""
    punten = [plek.punt(punt.x, punt.y) for punt in lijn.punten]
    if len(punten) == 1:
        punten.append(punten[0] + QPointF(0.1, 0))
    for nummer in range(len(punten) - 1):
        druk = lijn.punten[nummer].druk
        breed = max(0.8, _INKT * (0.4 + 0.8 * druk) * plek.schaal)
        painter.setPen(QPen(QColor(kleur), breed, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(punten[nummer], punten[nummer + 1])


def _teken_op_tekst(painter: QPainter, plek: Bladplek, merk: Merk, vlakken: Sequence[Vlak], *, donker: bool) -> None:
    kleur = markeerkleur(merk.kleur, donker)
    match merk.soort:
        case Soort.MARKERING:
            painter.setCompositionMode(
                QPainter.CompositionMode.CompositionMode_Screen
                if donker
                else QPainter.CompositionMode.CompositionMode_Multiply
            )
            painter.fillPath(_pad(plek, vlakken), QColor(kleur.vlak))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        case Soort.ONDERSTREPING | Soort.DOORHALING:
            painter.setPen(QPen(QColor(kleur.lijn), max(1.2, 1.1 * plek.schaal)))
            for vlak in vlakken:
                recht = plek.rechthoek(vlak)
                hoog = 0.94 if merk.soort is Soort.ONDERSTREPING else 0.55
                y = recht.top() + hoog * recht.height()
                painter.drawLine(QPointF(recht.left(), y), QPointF(recht.right(), y))
        case Soort.NOTITIE | Soort.VRAAG:
            painter.setPen(QPen(QColor(kleur.lijn), max(1.0, plek.schaal), Qt.PenStyle.DotLine))
            for vlak in vlakken:
                recht = plek.rechthoek(vlak)
                painter.drawLine(recht.bottomLeft(), recht.bottomRight())
                if recht.width() < 1:  # a spot between two letters: its icon is in the margin
                    painter.fillRect(QRectF(recht.left() - 1, recht.top(), 2, recht.height()), QColor(kleur.lijn))
        case _:
            return


def _teken_ring(painter: QPainter, plek: Bladplek, merk: Merk, *, donker: bool) -> None:
    stijl = Qt.PenStyle.SolidLine if merk.gekozen else Qt.PenStyle.DashLine
    painter.setPen(QPen(_DONKERE_RING if donker else _RING, 1.8 if merk.gekozen else 1.2, stijl))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    vlakken = [*merk.vlakken, *(omtrek((lijn,)) for lijn in merk.lijnen if lijn.punten)]
    hier = [vlak for vlak in vlakken if vlak.pagina == plek.pagina]
    if hier and merk.soort is not Soort.BLADNOTITIE:
        painter.drawPath(_pad(plek, hier, ruim=2.0).simplified())


def _teken_beeldje(painter: QPainter, merk: Merk, waar: QRectF, *, donker: bool) -> None:
    kleur = markeerkleur(merk.kleur, donker)
    rand = QColor(_DONKERE_RING if donker else _RING) if merk.gekozen else QColor(kleur.lijn)
    painter.setPen(QPen(rand, 2.0 if merk.gekozen else 1.0))
    painter.setBrush(QColor(kleur.vlak))
    marge = waar.width() / 6
    painter.drawRoundedRect(waar, marge * 1.33, marge * 1.33)
    getekend(_BEELDJES[merk.soort], "#f2f3f5" if donker else "#1b1e22").render(
        painter, waar.adjusted(marge, marge, -marge, -marge)
    )


def _beeldplaats(merk: Merk, plek: Bladplek) -> QRectF | None:
    """Return where the icon of a note stands: in the margin beside its first line, or at the top of its page."""
    if merk.soort not in _BEELDJES or not merk.vlakken or merk.vlakken[0].pagina != plek.pagina:
        return None
    vlak, blad = plek.rechthoek(merk.vlakken[0]), plek.vlak
    rechts = merk.soort is Soort.BLADNOTITIE or vlak.left() - blad.left() > blad.right() - vlak.right()
    maat = max(_KLEINSTE, _BEELDMAAT * min(1.0, plek.schaal / _KLEIN))
    rand = maat / 3
    links = blad.right() - maat - rand if rechts else blad.left() + rand
    boven = blad.top() + rand if merk.soort is Soort.BLADNOTITIE else vlak.center().y() - maat / 2
    return QRectF(links, boven, maat, maat)


def _stap(waar: QRectF, plek: Bladplek) -> tuple[float, float]:
    """Return how an icon makes room for another: down, or on a small page to the middle."""
    if plek.schaal >= _KLEIN:
        return 0.0, waar.height() + 2
    return (waar.width() + 1) * (1 if waar.center().x() < plek.vlak.center().x() else -1), 0.0


def _raakt(merk: Merk, plek: Bladplek, waar: QPointF) -> bool:
    if merk.soort is Soort.INKT:
        return any(_op_lijn(lijn, plek, waar) for lijn in merk.lijnen if lijn.pagina == plek.pagina)
    if merk.soort is Soort.BLADNOTITIE:
        return False
    hier = (plek.rechthoek(vlak) for vlak in merk.vlakken if vlak.pagina == plek.pagina)
    return any(recht.adjusted(-1, -1, 1, 1).contains(waar) for recht in hier)


def _op_lijn(lijn: Lijn, plek: Bladplek, waar: QPointF) -> bool:
    punten = [plek.punt(punt.x, punt.y) for punt in lijn.punten]
    return any(_afstand(waar, een, ander) <= _RAAK for een, ander in zip(punten, punten[1:] or punten, strict=False))


def _afstand(waar: QPointF, een: QPointF, ander: QPointF) -> float:
    """Return how far a point is from a stretch of line."""
    langs = ander - een
    lang = QPointF.dotProduct(langs, langs)
    deel = max(0.0, min(1.0, QPointF.dotProduct(waar - een, langs) / lang)) if lang else 0.0
    weg = waar - (een + langs * deel)
    return float(QPointF.dotProduct(weg, weg) ** 0.5)


def _pad(plek: Bladplek, vlakken: Sequence[Vlak], ruim: float = 0.0) -> QPainterPath:
    """Return rectangles as one shape, so that where two lines touch the colour is not doubled."""
    pad = QPainterPath()
    pad.setFillRule(Qt.FillRule.WindingFill)
    for vlak in vlakken:
        pad.addRect(plek.rechthoek(vlak).adjusted(-ruim, -ruim, ruim, ruim))
    return pad
