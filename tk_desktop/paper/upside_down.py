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

_OM_DE = 5
"""Of every so many letters one is looked at, to tell whether a page has any line upside down: a line that has words to
put in order has more."""
_SCHEEF = 0.2
_STUK = re.compile(r"\s+|\S+")


def signs_as_read(tekst: pypdfium2.PdfTextPage) -> Sequence[int]:
    """Return the numbers of the signs of a page in the order in which they are read."""
    aantal = tekst.count_chars()
    if not _has_upside_down(tekst, range(0, aantal, _OM_DE)):
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


def _has_upside_down(tekst: pypdfium2.PdfTextPage, nummers: Sequence[int]) -> bool:
    """Tell whether one of these signs stands so: asked of every page that is read, and so in one loop."""
    bron, hoek, half = tekst.raw, pdfium.FPDFText_GetCharAngle, math.pi
    return any(abs(hoek(bron, nummer) - half) < _SCHEEF for nummer in nummers)


def _line(tekst: pypdfium2.PdfTextPage, tekens: Sequence[int], begin: int, eind: int) -> list[int]:
    """Return the signs of a line, its words the other way round when it stands upside down and they do not."""
    regel = "".join(chr(code % 0x110000) for code in tekens[begin:eind])
    woorden = [range(begin + een.start(), begin + een.end()) for een in _STUK.finditer(regel.rstrip())]
    eerste = [woord[0] for woord in woorden if not regel[woord[0] - begin].isspace()]
    # a space that pdfium put between words stands as the page does
    if 2 * sum(_has_upside_down(tekst, [nummer]) for nummer in eerste) <= len(eerste):
        return list(range(begin, eind))
    plekken = [_left(tekst, nummer) for nummer in eerste]
    oplopend = sum(een < ander for een, ander in pairwise(plekken))
    if 2 * oplopend > len(plekken) - 1:
        woorden.reverse()
    return [nummer for woord in woorden for nummer in woord] + list(range(begin + len(regel.rstrip()), eind))


def _left(tekst: pypdfium2.PdfTextPage, nummer: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(tekst, nummer, x, y)
    return x.value
