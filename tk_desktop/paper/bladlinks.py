"""Where a PDF leads: links on its pages and its own table of contents. Nothing is opened or run here."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.sign_places import seen_from

_DIEPST = 8
_MEESTE_KOPPEN = 5_000
_MEESTE_LINKS = 2_000
_LANGSTE_ADRES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A place in the same file: a page (from 1) and how far down it, as a part of its height (0: its top)."""

    pagina: int
    deel: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladlink:
    """A part of a page that leads to a place in the file, or outside it: then ``adres`` says where to.

    An address is what the file says it is: of a program or another file it begins with ``file:``; ``pagina`` is the
    page (from 1) of that file, 0 when none is named.
    """

    kader: Kader
    doel: Doel | None = None
    adres: str = ""
    pagina: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A line of the table of contents of a file, with the lines below it; without ``doel`` it leads nowhere."""

    titel: str
    doel: Doel | None = None
    onder: tuple["Kop", ...] = ()


def read_links(pdf: pypdfium2.PdfDocument, blad: pypdfium2.PdfPage) -> tuple[Bladlink, ...]:
    """Read the links of a page that is open, in the order of the file; those that lead nowhere are left out."""
    kijk = seen_from(blad)
    links = []
    for link in _enumerate(blad):
        vlak = pdfium.FS_RECTF()
        if not pdfium.FPDFLink_GetAnnotRect(link, vlak):
            continue
        kader = kijk(
            min(vlak.left, vlak.right),
            min(vlak.bottom, vlak.top),
            max(vlak.left, vlak.right),
            max(vlak.bottom, vlak.top),
        )
        doel, adres, pagina = _leads_to(pdf, link)
        if not kader.leeg and (doel or adres):
            links.append(Bladlink(kader=kader, doel=doel, adres=adres, pagina=pagina))
    return tuple(links)


def read_outline(pdf: pypdfium2.PdfDocument) -> tuple[Kop, ...]:
    """Read the table of contents that a file brings itself; one that goes round in circles is cut."""
    rij: list[tuple[int, Kop]] = []
    hoog = lru_cache(maxsize=4)(partial(_height, pdf))  # lines of one page stand together
    for bladwijzer in pdf.get_toc(max_depth=_DIEPST):
        titel = " ".join(bladwijzer.get_title().split())
        doel = _place(pdf, bladwijzer.get_dest(), hoog)
        if titel:
            rij.append((bladwijzer.level, Kop(titel=titel, doel=doel)))
        if len(rij) >= _MEESTE_KOPPEN:
            break
    return tuple(_tree(rij))


def _tree(rij: list[tuple[int, Kop]]) -> Iterator[Kop]:
    """Put the lines under each other by their level."""
    nummer = 0
    while nummer < len(rij):
        niveau, kop = rij[nummer]
        eind = nummer + 1
        while eind < len(rij) and rij[eind][0] > niveau:
            eind += 1
        yield replace(kop, onder=tuple(_tree(rij[nummer + 1 : eind])))
        nummer = eind


def _enumerate(blad: pypdfium2.PdfPage) -> Iterator[object]:
    begin = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(_MEESTE_LINKS):
        if not pdfium.FPDFLink_Enumerate(blad, begin, link):
            return
        yield link


def _leads_to(pdf: pypdfium2.PdfDocument, link: object) -> tuple[Doel | None, str, int]:
    """Return where a link leads: to a place in the file, or to an address with the page that is meant there.

    pdfium gives the place of a link to another file as if it were one in this file, so what it does is asked first.
    """
    actie = pdfium.FPDFLink_GetAction(link)
    dest = pdfium.FPDFLink_GetDest(pdf, link)
    match pdfium.FPDFAction_GetType(actie) if actie else pdfium.PDFACTION_UNSUPPORTED:
        case pdfium.PDFACTION_URI:
            return None, _text(lambda vak, lang: pdfium.FPDFAction_GetURIPath(pdf, actie, vak, lang)), 0
        case pdfium.PDFACTION_REMOTEGOTO | pdfium.PDFACTION_LAUNCH:
            pad = _text(lambda vak, lang: pdfium.FPDFAction_GetFilePath(actie, vak, lang))
            nummer = pypdfium2.PdfDest(dest, pdf).get_index() if dest else None
            return None, f"file:{pad}" if pad else "", (nummer or 0) + 1 if dest and nummer != -1 else 0
        case pdfium.PDFACTION_EMBEDDEDGOTO:
            return None, "", 0
        case _:
            return (_place(pdf, pypdfium2.PdfDest(dest, pdf)) if dest else None), "", 0


def _text(vraag: Callable[[object, int], int]) -> str:
    """Ask pdfium for a text: how long first, then the text itself."""
    lang = min(vraag(None, 0), _LANGSTE_ADRES)
    if lang <= 1:
        return ""
    vak = ctypes.create_string_buffer(lang)
    vraag(vak, lang)
    tekst = vak.raw[:lang].rstrip(b"\0").decode("utf-8", "replace")
    return "".join(teken for teken in tekst if teken.isprintable()).strip()


def _place(pdf: pypdfium2.PdfDocument, dest: pypdfium2.PdfDest | None, hoog: "_Hoogte | None" = None) -> Doel | None:
    nummer = dest.get_index() if dest is not None else None
    if dest is None or nummer is None or not 0 <= nummer < len(pdf):
        return None
    heeft = [ctypes.c_int() for _ in range(3)]
    waar = [ctypes.c_float() for _ in range(3)]
    gelukt = pdfium.FPDFDest_GetLocationInPage(dest, *heeft, *waar)
    if not gelukt or not heeft[1].value:
        return Doel(pagina=nummer + 1)
    kijk, heel = (hoog or partial(_height, pdf))(nummer)
    boven = kijk(waar[0].value, waar[1].value, waar[0].value, waar[1].value).y1
    return Doel(pagina=nummer + 1, deel=min(1.0, max(0.0, 1 - boven / heel)))


_Kijk = Callable[[float, float, float, float], Kader]
_Hoogte = Callable[[int], tuple[_Kijk, float]]


def _height(pdf: pypdfium2.PdfDocument, nummer: int) -> tuple[_Kijk, float]:
    """Return how a page is looked at, and how high it is then."""
    blad = pdf[nummer]
    try:
        return seen_from(blad), max(1.0, float(blad.get_height()))
    finally:
        blad.close()
