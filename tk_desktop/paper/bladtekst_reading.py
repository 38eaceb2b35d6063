"""Reading where the words of a page stand (``Bladtekst``), as pdfium gives them.

What was drawn in columns comes one column after another.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import inf

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladtekst import Bereik, Bladtekst, Kader, Regel
from tk_desktop.paper.column_order import has_columns, in_reading_order
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.sign_places import Signs, seen_from
from tk_desktop.paper.upside_down import signs_as_read

_WEG = {0x0D, 0x00}
_REGELEINDE = 0x0A
_AFBREEKSTREEP = {0x02, 0xFFFE}

_VERBORGEN = {0x02, 0x03, 0x93, 0x94, 0x96, 0x97, 0x98, 0xFFFE}
"""Signs that are no part of a text, unless one is the hyphen at the end of a line."""
_HOGE_HELFT, _LAGE_HELFT = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""A sign beyond the common ones is told in two halves."""

_NIETS = inf, inf, -inf, -inf
"""A rectangle that holds nothing yet."""


def read_bladtekst(blad: pypdfium2.PdfPage) -> Bladtekst:
    """Read a page that is open; belongs to the thread that opened it."""
    with _opened(blad) as (tekst, tekens):
        return _as_read(tekst, tekens)


def read_passages(blad: pypdfium2.PdfPage, passages: Iterable[Bereik]) -> dict[Bereik, tuple[Kader, ...]]:
    """Return the rectangles of some passages of a page that is open, one a line.

    No other lines are measured, unless it is a page on which columns run through each other.
    """
    with _opened(blad) as (tekst, tekens):
        orde = signs_as_read(tekst)
        if _mixed(tekst, tekens, orde):
            alles = in_reading_order(_geplaatst(_gelezen(tekst, orde), tekens))
            return {(begin, eind): alles.kaders_van(begin, eind) for begin, eind in passages}
        gelezen = _gelezen(tekst, orde)
        einden = [plek for plek, (_, code) in enumerate(gelezen) if code == _REGELEINDE]
        uit = {}
        for begin, eind in passages:
            boven, onder = bisect_left(einden, begin), bisect_left(einden, eind)
            van = einden[boven - 1] + 1 if boven else 0
            tot = einden[onder] if onder < len(einden) else len(gelezen)
            uit[begin, eind] = _geplaatst(gelezen[van:tot], tekens).kaders_van(begin - van, eind - van)
        return uit


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


@contextmanager
def _opened(blad: pypdfium2.PdfPage) -> Iterator[tuple[pypdfium2.PdfTextPage, Signs]]:
    tekst = blad.get_textpage()
    try:
        yield tekst, Signs(tekst, seen_from(blad))
    finally:
        tekst.close()


def _as_read(tekst: pypdfium2.PdfTextPage, tekens: Signs) -> Bladtekst:
    orde = signs_as_read(tekst)
    blad = _geplaatst(_gelezen(tekst, orde), tekens)
    return in_reading_order(blad) if _mixed(tekst, tekens, orde) else blad


def _mixed(tekst: pypdfium2.PdfTextPage, tekens: Signs, orde: Sequence[int]) -> bool:
    """Tell whether columns run through each other; ``orde`` is the order of a page on which no line is upside down."""
    return isinstance(orde, range) and has_columns(tekst, tekens)


def _gelezen(tekst: pypdfium2.PdfTextPage, orde: Sequence[int]) -> list[tuple[int, int]]:
    """Return the number and the code of each sign, as they are read; those that pdfium leaves out of a text are not."""
    uit: list[tuple[int, int]] = []
    bron = tekst.raw
    for nummer in orde:
        code = pdfium.FPDFText_GetUnicode(bron, nummer)
        if code in _WEG or (code in _VERBORGEN and pdfium.FPDFText_IsHyphen(bron, nummer) != 1):
            continue
        if code in _LAGE_HELFT and uit and uit[-1][1] in _HOGE_HELFT:
            hoog = uit[-1][1] - _HOGE_HELFT.start
            uit[-1] = uit[-1][0], 0x10000 + (hoog << 10) + code - _LAGE_HELFT.start
        else:
            uit.append((nummer, code))
    return uit


def _geplaatst(gelezen: Iterable[tuple[int, int]], signs: Signs) -> Bladtekst:
    """Return signs with where each stands, in lines."""
    tekens, kaders, afbrekingen = _tekens(gelezen, signs)
    return Bladtekst(
        tekst="".join(tekens),
        kaders=tuple(kaders),
        regels=tuple(_regels(tekens, kaders, afbrekingen)),
        afbrekingen=frozenset(afbrekingen),
    )


def _tekens(gelezen: Iterable[tuple[int, int]], signs: Signs) -> tuple[list[str], list[Kader], list[int]]:
    tekens: list[str] = []
    kaders: list[Kader] = []
    afbrekingen: list[int] = []
    for nummer, code in gelezen:
        if code in _AFBREEKSTREEP:
            afbrekingen.append(len(tekens))
            tekens.append("-")
        else:
            tekens.append(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd")
        kader = signs.place(nummer) if code != _REGELEINDE else None
        if kader is None:
            kader = kaders[-1]._replace(x0=kaders[-1].x1) if kaders else Kader(0, 0, 0, 0)
        kaders.append(kader)
    return tekens, kaders, afbrekingen


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
