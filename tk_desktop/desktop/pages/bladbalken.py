"""The scroll bars of a view of pages, when what they scroll over changes."""

from PySide6.QtWidgets import QScrollBar


def zet_bereik(balk: QScrollBar, lengte: float, venster: int) -> None:
    """Let a bar go over ``lengte`` pixels, of which the window shows ``venster``."""
    balk.setRange(0, max(0, round(lengte) - venster))
    balk.setPageStep(venster)


def blijf_in_het_midden(balk: QScrollBar, lengte: float, venster: int) -> None:
    """Do the same, and keep in the middle what is there now."""
    midden = (balk.value() + venster / 2) / max(1, balk.maximum() + venster)
    zet_bereik(balk, lengte, venster)
    balk.setValue(round(midden * (balk.maximum() + venster) - venster / 2))
