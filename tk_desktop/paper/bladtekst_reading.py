"""Reading where the words of a page stand (``Bladtekst``), as pdfium gives them.

Places are as the page is seen: turned as the file says and cut to its crop box.
"""

import ctypes
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from math import inf

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladtekst import Bereik, Bladtekst, Kader, Regel
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.upside_down import signs_as_read

_WEG = {0x0D, 0x00}
_REGELEINDE = 0x0A
_AFBREEKSTREEP = {0x02, 0xFFFE}

_NIETS = inf, inf, -inf, -inf
"""A rectangle that holds nothing yet."""

_LOOS = 2.2
"""A box that is so many times as high as the letters it is about says nothing: those of the letters are used."""


def read_bladtekst(blad: pypdfium2.PdfPage) -> Bladtekst:
    """Read a page that is open; belongs to the thread that opened it."""
    kijk = _kijk(blad)
    tekst = blad.get_textpage()
    try:
        return _geplaatst(tekst, _gelezen(tekst), kijk)
    finally:
        tekst.close()


def read_passages(blad: pypdfium2.PdfPage, passages: Iterable[Bereik]) -> dict[Bereik, tuple[Kader, ...]]:
    """Return the rectangles of some passages of a page that is open, one a line: no other lines are measured."""
    kijk = _kijk(blad)
    tekst = blad.get_textpage()
    try:
        tekens = _gelezen(tekst)
        einden = [plek for plek, (_, code) in enumerate(tekens) if code == _REGELEINDE]
        uit = {}
        for begin, eind in passages:
            boven, onder = bisect_left(einden, begin), bisect_left(einden, eind)
            van = einden[boven - 1] + 1 if boven else 0
            tot = einden[onder] if onder < len(einden) else len(tekens)
            uit[begin, eind] = _geplaatst(tekst, tekens[van:tot], kijk).kaders_van(begin - van, eind - van)
        return uit
    finally:
        tekst.close()


def read_bladteksten(bron: Pad, paginas: Iterable[int]) -> dict[int, Bladtekst]:
    """Read some pages (from 1) of a file; one that is not there is left out. Raises a ``TkError`` of a bad file."""
    look_before_opening(bron)
    uit: dict[int, Bladtekst] = {}
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        for nummer in paginas:
            if nummer in uit or not 1 <= nummer <= len(pdf):
                continue
            blad = pdf[nummer - 1]
            try:
                uit[nummer] = read_bladtekst(blad)
            finally:
                blad.close()
    return uit


def seen_from(blad: pypdfium2.PdfPage) -> Callable[[float, float, float, float], Kader]:
    """Return what turns a rectangle of a page (left, bottom, right, top) into the place where it is seen."""
    return _kijk(blad)


def _gelezen(tekst: pypdfium2.PdfTextPage) -> list[tuple[int, int]]:
    """Return the number and the code of each sign, as they are read."""
    tekens = ((nummer, pdfium.FPDFText_GetUnicode(tekst, nummer)) for nummer in signs_as_read(tekst))
    return [(nummer, code) for nummer, code in tekens if code not in _WEG]


def _geplaatst(
    tekst: pypdfium2.PdfTextPage, gelezen: Iterable[tuple[int, int]], kijk: Callable[..., Kader]
) -> Bladtekst:
    """Return signs with where each stands, in lines."""
    tekens, kaders, afbrekingen = _tekens(tekst, gelezen, kijk)
    return Bladtekst(
        tekst="".join(tekens),
        kaders=tuple(kaders),
        regels=tuple(_regels(tekens, kaders, afbrekingen)),
        afbrekingen=frozenset(afbrekingen),
    )


def _tekens(
    tekst: pypdfium2.PdfTextPage, gelezen: Iterable[tuple[int, int]], kijk: Callable[..., Kader]
) -> tuple[list[str], list[Kader], list[int]]:
    tekens: list[str] = []
    kaders: list[Kader] = []
    afbrekingen: list[int] = []
    los = pdfium.FS_RECTF()
    strak = [ctypes.c_double() for _ in range(4)]
    for nummer, code in gelezen:
        if code in _AFBREEKSTREEP:
            afbrekingen.append(len(tekens))
            tekens.append("-")
        else:
            tekens.append(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        if code == _REGELEINDE or not pdfium.FPDFText_GetLooseCharBox(tekst, nummer, los):
            kaders.append(kaders[-1]._replace(x0=kaders[-1].x1) if kaders else Kader(0, 0, 0, 0))
            continue
        if los.top - los.bottom > _LOOS * max(1.0, pdfium.FPDFText_GetFontSize(tekst, nummer)):
            pdfium.FPDFText_GetCharBox(tekst, nummer, *strak)
            kaders.append(kijk(strak[0].value, strak[2].value, strak[1].value, strak[3].value))
        else:
            kaders.append(kijk(los.left, los.bottom, los.right, los.top))
    return tekens, kaders, afbrekingen


def _kijk(blad: pypdfium2.PdfPage) -> Callable[[float, float, float, float], Kader]:
    """Return how a rectangle of the page itself (left, bottom, right, top) is seen."""
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


def _regels(tekens: list[str], kaders: list[Kader], afbrekingen: list[int]) -> Iterator[Regel]:
    """Yield the lines. Numbers of their own hold the line so far: a rectangle for every sign took most of the time."""
    gebroken = {plek + 1 for plek in afbrekingen}
    begin = 0
    x0, y0, x1, y1 = _NIETS
    for plek, (teken, (l0, o0, r1, b1)) in enumerate(zip(tekens, kaders, strict=True)):
        leeg = r1 <= l0 or b1 <= o0
        elders = x1 > x0 and not leeg and min(y1, b1) <= max(y0, o0) and min(x1, r1) <= max(x0, l0)
        if teken == "\n" or elders or plek in gebroken:
            if x1 > x0:
                yield Regel(begin, plek, Kader(x0, y0, x1, y1))
                x0, y0, x1, y1 = _NIETS
            begin = plek + 1 if teken == "\n" else plek
        if teken != "\n" and not leeg:
            x0, y0, x1, y1 = min(x0, l0), min(y0, o0), max(x1, r1), max(y1, b1)
    if x1 > x0:
        yield Regel(begin, len(tekens), Kader(x0, y0, x1, y1))
