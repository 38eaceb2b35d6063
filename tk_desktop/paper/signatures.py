"""Where somebody signed a page: a picture by the words of a signing, ink that was drawn, a field with a signature (L6).

A picture of a signature is personal data that no words tell. What is large, or stands by no such words, is a logo, a
photograph or a scan and is left alone.
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Name

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.paper.annotations import annotations_of
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.sign_places import seen_from

_GETEKEND = re.compile(
    r"\b(?:handtekening(?:en)?|hoogachtend|(?:met )?vriendelijke groet(?:en)?|(?:digitaal )?(?:onder)?getekend|"
    r"voor akkoord|was getekend|w\.g\.)",
    re.IGNORECASE,
)
_BREEDST, _HOOGST, _SMALST = 320.0, 170.0, 12.0
_ONDER, _BOVEN, _OPZIJ = 130.0, 60.0, 160.0
"""How far from the words a signature stands, in points: under them, over them, beside them."""
_DIEP = 4


def marks_over_signatures(bron: Pad) -> tuple[tuple[Vlak, ...], ...]:
    """Return the rectangle over every signature that is found in a file, page by page."""
    look_before_opening(bron)
    with told_in_dutch(bron):
        with pikepdf.open(leesbron(bron)) as pdf:
            getekend = [tuple(_drawn(page.obj)) for page in pdf.pages]
        with pypdfium2.PdfDocument(leesbron(bron)) as open_:
            return tuple(vlak for nummer in range(len(open_)) for vlak in _on_page(open_[nummer], nummer, getekend))


def signed_pages(bron: Pad) -> tuple[int, ...]:
    """Return the pages (from 1) on which a signature is found."""
    return tuple(sorted({vlak.pagina for vlakken in marks_over_signatures(bron) for vlak in vlakken}))


def _on_page(blad: pypdfium2.PdfPage, nummer: int, getekend: list[tuple[Kader, ...]]) -> Iterator[tuple[Vlak, ...]]:
    try:
        kijk = seen_from(blad)
        beelden = [kijk(*plek) for plek in _pictures(blad)]
        tekst = read_bladtekst(blad) if beelden else None
        erbij = [kijk(*plek) for plek in getekend[nummer]] if nummer < len(getekend) else []
    finally:
        blad.close()
    bij_woorden = [beeld for beeld in beelden if tekst is not None and _is_signature(beeld, tekst)]
    for kader in dict.fromkeys((*bij_woorden, *erbij)):
        yield (Vlak(nummer + 1, *kader),)


def _pictures(blad: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    for ding in blad.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DIEP):
        yield ding.get_bounds()


def _is_signature(beeld: Kader, tekst: Bladtekst) -> bool:
    breed, hoog = beeld.x1 - beeld.x0, beeld.y1 - beeld.y0
    if not (_SMALST <= breed <= _BREEDST and _SMALST <= hoog <= _HOOGST):
        return False
    return any(_is_near(beeld, kader) for kader in _words(tekst))


def _words(tekst: Bladtekst) -> Iterator[Kader]:
    for treffer in _GETEKEND.finditer(tekst.tekst):
        kaders = [kader for kader in tekst.kaders[treffer.start() : treffer.end()] if not kader.leeg]
        if kaders:
            yield Kader(*(f(een[nr] for een in kaders) for nr, f in enumerate((min, min, max, max))))


def _is_near(beeld: Kader, woord: Kader) -> bool:
    lager, hoger = woord.y0 - beeld.y1, beeld.y0 - woord.y1
    opzij = max(beeld.x0 - woord.x1, woord.x0 - beeld.x1)
    return lager <= _ONDER and hoger <= _BOVEN and opzij <= _OPZIJ


def _drawn(page: Any) -> Iterator[Kader]:  # noqa: ANN401 - an object of the library
    """Yield where ink was drawn on a page, and where a field holds a signature."""
    for een in annotations_of(page):
        ouder = een.get("/Parent", een)
        veld = een.get("/FT", ouder.get("/FT")) == Name.Sig and (een.get("/V", ouder.get("/V")) is not None)
        if (een.get("/Subtype") == Name.Ink or veld) and isinstance(een.get("/Rect"), Array):
            try:
                x0, y0, x1, y1 = (float(waarde) for waarde in een.Rect)
            except (TypeError, ValueError):
                continue  # no place on the page: no reader shows it
            if x1 != x0 and y1 != y0:
                yield Kader(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
