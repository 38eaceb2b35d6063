"""One page as pixels, drawn as long as somebody wants it."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.base.errors import Onderbroken
from tk_desktop.paper.dark_pages import darken, picture_places

MEESTE_PUNTJES = 24_000_000
"""Pixels of one image at most: a page asked for larger comes smaller, and the screen stretches it."""

_WIT = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Beeld:
    """A page as pixels: rows of ``stap`` bytes, four bytes a pixel (blue, green, red, unused). Nobody writes in it."""

    breedte: int
    hoogte: int
    stap: int
    punten: bytearray


def always() -> bool:
    """Want a page until it is there."""
    return True


def draw_page(blad: pypdfium2.PdfPage, schaal: float, *, donker: bool, nodig: Callable[[], bool] = always) -> Beeld:
    """Draw an open page with ``schaal`` pixels to a point, as a viewer does: notes in the file are drawn too.

    ``nodig`` is asked every so many lines and letters; when it says no, ``Onderbroken`` is raised. A drawing of
    200 000 lines takes seconds, and nobody waits for it once it was scrolled past.
    """
    breed, hoog = blad.get_size()
    schaal = min(schaal, (MEESTE_PUNTJES / max(1.0, breed * hoog)) ** 0.5)
    breedte, hoogte = max(1, ceil(breed * schaal)), max(1, ceil(hoog * schaal))
    punten = _geheugen(4 * breedte * hoogte)  # of our own: what pdfium draws in it need not be copied out
    raam = (ctypes.c_ubyte * len(punten)).from_buffer(punten)
    kaart = pypdfium2.PdfBitmap.new_native(breedte, hoogte, pdfium.FPDFBitmap_BGRx, buffer=raam)
    try:
        kaart.fill_rect(_WIT, 0, 0, breedte, hoogte)
        _draw(kaart, blad, nodig)
        stap = kaart.stride
    finally:
        kaart.close()
    if donker:
        darken(punten, (breedte, hoogte), picture_places(blad))
    return Beeld(breedte=breedte, hoogte=hoogte, stap=stap, punten=punten)


def _geheugen(aantal: int) -> bytearray:
    """Return so many bytes as they come: all of them are drawn over.

    ``bytearray(aantal)`` wipes them first, and no thread goes on meanwhile: on a full machine a large page then stopped
    the window for a quarter of a second.
    """
    maak = ctypes.pythonapi.PyByteArray_FromStringAndSize
    maak.argtypes, maak.restype = (ctypes.c_char_p, ctypes.c_ssize_t), ctypes.py_object
    punten: bytearray = maak(None, aantal)
    return punten


def draw_part(blad: pypdfium2.PdfPage, kader: tuple[float, float, float, float], schaal: float) -> Beeld:
    """Draw what lies within ``kader`` (x0, y0, x1, y1 in points of the page as it is seen, from its lower left).

    What stands as far from a corner of two frames is drawn the same in both, to the pixel. Beyond the page it is white.
    """
    x0, y0, x1, y1 = kader
    breed, hoog = blad.get_size()
    breedte, hoogte = max(1, ceil((x1 - x0) * schaal)), max(1, ceil((y1 - y0) * schaal))
    kaart = pypdfium2.PdfBitmap.new_native(breedte, hoogte, pdfium.FPDFBitmap_BGRx)
    try:
        kaart.fill_rect(_WIT, 0, 0, breedte, hoogte)
        # pdfium lays the page out on whole points before the matrix: what it drops of its size is given back
        rek_x, rek_y = schaal * breed / max(1, int(breed)), schaal * hoog / max(1, int(hoog))
        matrix = pdfium.FS_MATRIX(rek_x, 0, 0, rek_y, -x0 * schaal, -(hoog - y1) * schaal)
        raam = pdfium.FS_RECTF(0, 0, breedte, hoogte)
        pdfium.FPDF_RenderPageBitmapWithMatrix(kaart, blad, matrix, raam, pdfium.FPDF_ANNOT)
        return Beeld(breedte=breedte, hoogte=hoogte, stap=kaart.stride, punten=bytearray(kaart.buffer))
    finally:
        kaart.close()


def _draw(kaart: pypdfium2.PdfBitmap, blad: pypdfium2.PdfPage, nodig: Callable[[], bool]) -> None:
    def genoeg(_: object) -> bool:
        return not nodig()

    pauze = pdfium.IFSDK_PAUSE(version=1)
    pauze.NeedToPauseNow = type(pauze.NeedToPauseNow)(genoeg)
    maat = (0, 0, kaart.width, kaart.height, 0)
    try:
        stand = pdfium.FPDF_RenderPageBitmap_Start(kaart, blad, *maat, pdfium.FPDF_ANNOT, pauze)
    finally:
        pdfium.FPDF_RenderPage_Close(blad)
    if stand == pdfium.FPDF_RENDER_TOBECONTINUED:
        raise Onderbroken
