"""Where the signs of a page stand, in points from the lower left corner of the page as it is seen.

That is turned as the file says and cut to its crop box.
"""

import ctypes
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.paper.bladtekst import Kader

Kijk = Callable[[float, float, float, float], Kader]

_LOOS = 2.2
"""A box that is so many times as high as the letters it is about says nothing: those of the letters are used."""


def seen_from(blad: pypdfium2.PdfPage) -> Kijk:
    """Return what turns a rectangle of a page (left, bottom, right, top) into the place where it is seen."""
    doos = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(blad, doos)
    links, onder, rechts, boven = doos.left, doos.bottom, doos.right, doos.top
    match blad.get_rotation():
        case 90:
            return lambda x0, y0, x1, y1: Kader(y0 - onder, rechts - x1, y1 - onder, rechts - x0)
        case 180:
            return lambda x0, y0, x1, y1: Kader(rechts - x1, boven - y1, rechts - x0, boven - y0)
        case 270:
            return lambda x0, y0, x1, y1: Kader(boven - y1, x0 - links, boven - y0, x1 - links)
        case _:
            return lambda x0, y0, x1, y1: Kader(x0 - links, y0 - onder, x1 - links, y1 - onder)


class Signs:
    """Measures signs of a page that is open: as high as a line, so that letters of one line stand level."""

    def __init__(self, tekst: pypdfium2.PdfTextPage, kijk: Kijk) -> None:
        self._tekst = tekst.raw  # a wrapper asked at every sign took a tenth of the time
        self._kijk = kijk
        self._los = pdfium.FS_RECTF()
        self._strak = tuple(ctypes.c_double() for _ in range(4))

    def place(self, nummer: int) -> Kader | None:
        """Return where a sign stands; nothing for one that stands nowhere."""
        los = self._los
        if not pdfium.FPDFText_GetLooseCharBox(self._tekst, nummer, los):
            return None
        if los.top - los.bottom > _LOOS * max(1.0, pdfium.FPDFText_GetFontSize(self._tekst, nummer)):
            links, rechts, onder, boven = self._strak
            pdfium.FPDFText_GetCharBox(self._tekst, nummer, links, rechts, onder, boven)
            return self._kijk(links.value, onder.value, rechts.value, boven.value)
        return self._kijk(los.left, los.bottom, los.right, los.top)
