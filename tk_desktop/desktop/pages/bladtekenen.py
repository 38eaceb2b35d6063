"""Drawing the pages of a view: the image of each, or what stands there until it comes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRegion

from tk_desktop.desktop.pages.bladplek import Bladlaag, Bladplek
from tk_desktop.desktop.pages.bladvoorraad import Blad
from tk_desktop.desktop.parts.theme import DONKER

_OMGEVING = QColor("#3c4046")
_DONKERE_OMGEVING = QColor("#0f1011")
_WACHT, _DONKERE_WACHT = QColor("#e3e5e8"), QColor("#26282b")
_GRIJS, _LICHTGRIJS = QColor("#5c626a"), QColor("#a8aeb6")


def teken_bladen(
    painter: QPainter,
    venster: QRegion,
    bladen: Sequence[tuple[Bladplek, Blad | None]],
    lagen: Sequence[Bladlaag],
    dichtheid: float,
    *,
    donker: bool,
) -> None:
    """Draw pages with what lies over them, and what of the window lies outside them."""
    for plek, blad in bladen:
        teken_blad(painter, plek, blad, dichtheid, donker=donker)
        teken_lagen(painter, plek, lagen, donker=donker)
        venster -= plek.vlak.toAlignedRect()
    teken_omgeving(painter, venster, donker=donker)


def teken_blad(painter: QPainter, plek: Bladplek, blad: Blad | None, dichtheid: float, *, donker: bool) -> None:
    """Draw a page; ``dichtheid`` is the pixels of the screen to one of the window."""
    if blad is None or blad.beeld is None:
        _teken_wachtend(painter, plek, kan_niet=blad is not None, donker=donker)
        return
    precies = blad.soort.schaal == plek.schaal * dichtheid
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not precies)
    painter.drawImage(_precies(blad.beeld, plek.vlak, dichtheid) if precies else plek.vlak, blad.beeld)


def teken_lagen(painter: QPainter, plek: Bladplek, lagen: Sequence[Bladlaag], *, donker: bool) -> None:
    """Draw what lies over a page, within that page."""
    for laag in lagen:
        painter.save()
        painter.setClipRect(plek.vlak)
        laag.teken(painter, plek, donker)
        painter.restore()


def teken_omgeving(painter: QPainter, buiten: QRegion, *, donker: bool) -> None:
    """Fill what lies outside the pages."""
    painter.save()
    painter.setClipRegion(buiten)
    painter.fillRect(buiten.boundingRect(), _DONKERE_OMGEVING if donker else _OMGEVING)
    painter.restore()


def teken_ring(painter: QPainter, vlak: QRect) -> None:
    """Draw the ring of the keyboard along the edge of a window."""
    painter.setPen(QPen(QColor(DONKER.focus), 2))
    painter.drawRect(vlak.adjusted(1, 1, -1, -1))


def _teken_wachtend(painter: QPainter, plek: Bladplek, *, kan_niet: bool, donker: bool) -> None:
    painter.fillRect(plek.vlak, _DONKERE_WACHT if donker else _WACHT)
    painter.setPen(_LICHTGRIJS if donker else _GRIJS)
    tekst = f"blz. {plek.pagina}"
    if kan_niet:
        tekst += "\nDeze bladzijde kan niet worden getoond."
    painter.drawText(plek.vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), tekst)


def _precies(beeld: QImage, vlak: QRectF, dichtheid: float) -> QRectF:
    """Return the place at which every pixel of an image is one of the screen; of one made smaller, the whole page."""
    if abs(beeld.width() - vlak.width() * dichtheid) > 2:
        return vlak
    return QRectF(vlak.x(), vlak.y(), beeld.width() / dichtheid, beeld.height() / dichtheid)
