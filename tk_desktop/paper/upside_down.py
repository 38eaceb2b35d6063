"""The words of a line that stands upside down, in the order in which they are read.

pdfium puts the words of such a line, when each was drawn by itself, from left to right as the page lies: last word
first. Behind the picture of a page that was scanned the wrong way round every line is so.
"""

import ctypes
import math
import re
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_GEKEKEN = 24
"""Letters by which a page is told to be upside down, spread over it."""
_SCHEEF = 0.2
_STUK = re.compile(r"\s+|\S+")


def signs_as_read(tekst: pypdfium2.PdfTextPage) -> Sequence[int]:
    """Return the numbers of the signs of a page in the order in which they are read."""
    aantal = tekst.count_chars()
    if not _is_upside_down(tekst, aantal):
        return range(aantal)
    tekens = [pdfium.FPDFText_GetUnicode(tekst, nummer) for nummer in range(aantal)]
    uit: list[int] = []
    begin = 0
    for nummer, code in [*enumerate(tekens), (aantal, 0x0A)]:
        if code in (0x0A, 0x0D):
            uit += _line(tekst, tekens, begin, nummer)
            uit += [nummer] if nummer < aantal else []
            begin = nummer + 1
    return uit


def _is_upside_down(tekst: pypdfium2.PdfTextPage, aantal: int) -> bool:
    gezien = om = 0
    for nummer in range(0, aantal, max(1, aantal // _GEKEKEN)):
        if not chr(pdfium.FPDFText_GetUnicode(tekst, nummer) % 0x110000).isspace():
            gezien += 1
            om += abs(pdfium.FPDFText_GetCharAngle(tekst, nummer) - math.pi) < _SCHEEF
    return 2 * om > gezien


def _line(tekst: pypdfium2.PdfTextPage, tekens: Sequence[int], begin: int, eind: int) -> list[int]:
    """Return the signs of a line, its words the other way round when they stand from left to right on the page."""
    regel = "".join(chr(code % 0x110000) for code in tekens[begin:eind])
    woorden = [range(begin + een.start(), begin + een.end()) for een in _STUK.finditer(regel.rstrip())]
    plekken = [_left(tekst, woord[0]) for woord in woorden if not regel[woord[0] - begin].isspace()]
    oplopend = sum(een < ander for een, ander in pairwise(plekken))
    if 2 * oplopend > len(plekken) - 1:
        woorden.reverse()
    return [nummer for woord in woorden for nummer in woord] + list(range(begin + len(regel.rstrip()), eind))


def _left(tekst: pypdfium2.PdfTextPage, nummer: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(tekst, nummer, x, y)
    return x.value
