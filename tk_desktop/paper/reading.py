"""Reading a PDF: the text of every page, and whether that text can be trusted.

pypdfium2 is not safe to use from more than one thread, not even for different files: all calls belong to the one
thread that does the long work.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.column_order import has_columns
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.sign_places import Signs, seen_from
from tk_desktop.paper.upside_down import signs_as_read

_LEESBAAR = frozenset("\n\t")
_VREEMD = frozenset(("Cc", "Co", "Cn", "Cs"))
_NOTABEL_HEEL = 0.05
_NOTABEL_PAGINA = 0.25
_KLEINSTE_PAGINA = 30

_HERSTEL = str.maketrans({"\r": None, "\ufffe": "-", "\x02": "-", "\x00": None})
"""How pdfium writes line ends, hyphens at the end of a line, and nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenPdf:
    """A PDF as read: one text per page."""

    paginas: tuple[str, ...]
    tekstlaag: Tekstlaag


def lees_pdf(bron: Pad) -> GelezenPdf:
    """Return the text of every page of ``bron``; raises a ``TkError`` for what cannot be read whole."""
    look_before_opening(bron)
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf))
        paginas = page_texts(pdf)
    return GelezenPdf(paginas=paginas, tekstlaag=tekstlaag(paginas))


def page_texts(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """Return the text of every page of an open PDF."""
    return tuple(_tekst(pdf, nummer) for nummer in range(len(pdf)))


def tekstlaag(paginas: Sequence[str]) -> Tekstlaag:
    """Judge the text of the pages.

    Text is damaged when a notable share of it has no meaning: replacement signs, control characters, or codes that
    only the private font of the sender understands. A few private bullets in a long text are no damage; one page
    that is lost altogether is.
    """
    tellingen = [_count(tekst) for tekst in paginas]
    alles = sum(geheel for geheel, _ in tellingen)
    if alles == 0:
        return Tekstlaag.GEEN
    if sum(vreemd for _, vreemd in tellingen) >= _NOTABEL_HEEL * alles:
        return Tekstlaag.BESCHADIGD
    if any(n >= _KLEINSTE_PAGINA and vreemd >= _NOTABEL_PAGINA * n for n, vreemd in tellingen):
        return Tekstlaag.BESCHADIGD
    return Tekstlaag.GOED


def strange_pages(paginas: Sequence[str]) -> tuple[int, ...]:
    """Return the pages (from 1) on which something stands that has no meaning."""
    return tuple(nummer for nummer, tekst in enumerate(paginas, 1) if _count(tekst)[1])


def page_text(pagina: pypdfium2.PdfPage) -> str:
    """Return the text of one open page; where it stands is measured only when that may change its order."""
    tekst = pagina.get_textpage()
    try:
        gelezen: str = tekst.get_text_range()
        orde = signs_as_read(tekst)
        if not isinstance(orde, range):
            gelezen = "".join(tekst.get_text_range(nummer, 1) for nummer in orde)
        elif has_columns(tekst, Signs(tekst, seen_from(pagina))):
            return read_bladtekst(pagina).tekst
    finally:
        tekst.close()
    return gelezen.translate(_HERSTEL)


def _tekst(pdf: pypdfium2.PdfDocument, nummer: int) -> str:
    pagina = pdf[nummer]
    try:
        return page_text(pagina)
    finally:
        pagina.close()


def _count(tekst: str) -> tuple[int, int]:
    """Return how many characters are not white space, and how many of those have no meaning."""
    tekens = [teken for teken in tekst if teken in _LEESBAAR or not teken.isspace()]
    zichtbaar = [teken for teken in tekens if teken not in _LEESBAAR]
    vreemd = sum(teken == "\ufffd" or unicodedata.category(teken) in _VREEMD for teken in zichtbaar)
    return len(zichtbaar), vreemd
