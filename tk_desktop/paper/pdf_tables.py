"""Tables with ruled lines on pages of a PDF, as cells of words: pdfplumber sees lines and what stands between them.

It is written in Python alone and slow on a full page, so only pages are looked at on which a table is expected, and
none that would take long. A page that it does not understand has no ruled tables; its words are read all the same.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch

MEESTE_BLADEN = 20
"""More pages with tables than this are not looked at for lines: it would take longer than reading may."""
_MEESTE_DINGEN = 6000
_MINSTE_LIJNEN = 4
_MINST = 2
"""A table has two rows and two columns at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladtabel:
    """A ruled table on a page (from 1): its cells, row by row, ``""`` where nothing stands."""

    pagina: int
    kader: Kader
    rijen: tuple[tuple[str, ...], ...]


def read_tables(bron: Pad, paginas: Sequence[int]) -> tuple[Bladtabel, ...]:
    """Return the ruled tables on these pages (from 1), in their order; raises a ``TkError`` for a PDF that is none."""
    look_before_opening(bron)
    with told_in_dutch(bron):
        geschikt = list(_with_lines(bron, paginas))[:MEESTE_BLADEN]
        if not geschikt:
            return ()
        uitgeknipt = io.BytesIO()
        with pikepdf.open(leesbron(bron)) as heel, pikepdf.new() as deel:
            deel.add_pages_from(heel, [pagina - 1 for pagina in geschikt], forms="strip")
            deel.save(uitgeknipt)
        return tuple(_tables(uitgeknipt, geschikt))


def _with_lines(bron: Pad, paginas: Sequence[int]) -> Iterator[int]:
    """Yield the pages on which something is drawn that can be lines, and not more than can be read soon."""
    with pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        for pagina in paginas:
            blad = pdf[pagina - 1]
            try:
                aantal = pdfium.FPDFPage_CountObjects(blad)
                soorten = (
                    pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(blad, plaats)) for plaats in range(aantal)
                )
                if aantal <= _MEESTE_DINGEN and sum(s == pdfium.FPDF_PAGEOBJ_PATH for s in soorten) >= _MINSTE_LIJNEN:
                    yield pagina
            finally:
                blad.close()


def _tables(bestand: io.BytesIO, paginas: Sequence[int]) -> Iterator[Bladtabel]:
    # Loaded here: it brings a second reader of PDFs along, which only tables with lines need.
    import pdfplumber  # noqa: PLC0415
    from pdfminer.pdfexceptions import PDFException  # noqa: PLC0415
    from pdfminer.psexceptions import PSException  # noqa: PLC0415

    onbegrepen = (PDFException, PSException, ArithmeticError, AttributeError, LookupError, TypeError, ValueError,
                  RecursionError, struct.error)  # fmt: skip
    try:
        with pdfplumber.open(bestand) as pdf:
            for blad, pagina in zip(pdf.pages, paginas, strict=True):
                hoog = float(blad.height)
                for tabel in blad.find_tables():
                    rijen = tuple(tuple(" ".join((cel or "").split()) for cel in rij) for rij in tabel.extract())
                    x0, boven, x1, onder = tabel.bbox
                    if len(rijen) >= _MINST and len(rijen[0]) >= _MINST:
                        yield Bladtabel(pagina=pagina, kader=Kader(x0, hoog - onder, x1, hoog - boven), rijen=rijen)
                blad.close()
    except onbegrepen:
        return  # the words of these pages are read by their places
