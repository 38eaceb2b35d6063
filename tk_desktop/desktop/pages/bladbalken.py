"""The scroll bars of a view of pages: when what they scroll over changes, and when something must be seen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QScrollBar

from tk_desktop.desktop.pages.bladindeling import RUIMTE


def zet_bereik(balk: QScrollBar, lengte: float, venster: int) -> None:
    """Let a bar go over ``lengte`` pixels, of which the window shows ``venster``."""
    balk.setRange(0, max(0, round(lengte) - venster))
    balk.setPageStep(venster)


def blijf_in_het_midden(balk: QScrollBar, lengte: float, venster: int) -> None:
    """Do the same, and keep in the middle what is there now."""
    midden = (balk.value() + venster / 2) / max(1, balk.maximum() + venster)
    zet_bereik(balk, lengte, venster)
    balk.setValue(round(midden * (balk.maximum() + venster) - venster / 2))


def toon_vlak(staand: QScrollBar, liggend: QScrollBar, vlak: QRectF, venster: QSize) -> None:
    """Scroll no more than is needed to see a rectangle, given in the window; what is seen already stays."""
    if vlak.top() < RUIMTE or vlak.bottom() > venster.height() - RUIMTE:
        staand.setValue(staand.value() + round(vlak.top() - venster.height() / 3))
    if vlak.left() < 0 or vlak.right() > venster.width():
        liggend.setValue(liggend.value() + round(vlak.center().x() - venster.width() / 2))
