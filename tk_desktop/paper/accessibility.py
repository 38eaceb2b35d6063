"""What a received PDF says of itself to who does not see it: structure, title, language, words, pictures, order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Dictionary, Object, Pdf, String

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.toegankelijkheid import Leesbaarheid
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.places import text_of, word
from tk_desktop.paper.tag_tree import elements, is_sound

_WEINIG = 3
"""Words from which a page can be read aloud."""
_SPRONGEN = 2
"""Jumps upwards on a page from which its order is doubted: one may be a note or a caption."""
_KOPPEN = {f"/H{niveau}": niveau for niveau in range(1, 7)}


def read_accessibility(bron: Pad) -> Leesbaarheid:
    """Return what a PDF says of itself; raises the fault of one that cannot be read."""
    look_before_opening(bron)
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf.pages))
        getagd = is_sound(pdf)
        rollen = _roles(pdf) if getagd else []
        nummers = {page.obj.objgen: nummer for nummer, page in enumerate(pdf.pages, 1)}
        titel, taal, aantal = _title(pdf), _language(pdf), len(pdf.pages)
        zonder_beschrijving = sorted({_page_of(deel, nummers) for rol, deel in rollen if _is_unsaid(rol, deel)})
        sprong = _skipped([_KOPPEN[rol] for rol, _ in rollen if rol in _KOPPEN])
    zonder_tekst, springt = [], []
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as gelezen:
        for nummer in range(len(gelezen)):
            blad = gelezen[nummer]
            try:
                tekst = read_bladtekst(blad)
                if len(tekst.tekst.split()) < _WEINIG and _shows_something(blad):
                    zonder_tekst.append(nummer + 1)
            finally:
                blad.close()
            if jumps(tekst) >= _SPRONGEN:
                springt.append(nummer + 1)
    return Leesbaarheid(
        paginas=aantal,
        getagd=getagd,
        titel=titel,
        taal=taal,
        zonder_tekst=tuple(zonder_tekst),
        zonder_beschrijving=tuple(nummer for nummer in zonder_beschrijving if nummer),
        springt=tuple(springt),
        sprong=sprong,
    )


def jumps(tekst: Bladtekst) -> int:
    """Return how often the words of a page go up again, other than to the top of a next column."""
    kaders = [regel.kader for regel in tekst.regels if not regel.kader.leeg]
    return sum(_goes_up(een, ander) for een, ander in pairwise(kaders))


def _goes_up(een: Kader, ander: Kader) -> bool:
    hoog = max(een.y1 - een.y0, 1.0)
    return ander.y0 > een.y1 + hoog and ander.x0 < een.x1 and ander.x1 > een.x0


def _roles(pdf: Pdf) -> list[tuple[str, Object]]:
    """Return the elements of the structure in the order in which they are read, each with its role of the standard."""
    top = pdf.Root.StructTreeRoot
    kaart = top.get("/RoleMap")
    return [(_role(word(deel.get("/S")), kaart), deel) for deel in elements(top)]


def _role(rol: str, kaart: Object | None) -> str:
    gehad = {rol}
    while isinstance(kaart, Dictionary) and rol in kaart:
        rol = word(kaart[rol])
        if rol in gehad:
            break
        gehad.add(rol)
    return rol


def _is_unsaid(rol: str, deel: Object) -> bool:
    teksten = (deel.get(sleutel) for sleutel in ("/Alt", "/ActualText"))
    return rol in ("/Figure", "/Formula") and not any(isinstance(t, String) and text_of(t).strip() for t in teksten)


def _page_of(deel: Object, nummers: dict[tuple[int, int], int]) -> int:
    """Return the page (from 1) on which an element stands, by itself or by what it holds; 0 when nothing tells it."""
    for een in _with_kids(deel, 0):
        pagina = een.get("/Pg")
        if isinstance(pagina, Dictionary) and pagina.objgen in nummers:
            return nummers[pagina.objgen]
    return 0


def _with_kids(deel: Object, diepte: int) -> Iterator[Object]:
    yield deel
    kinderen = deel.get("/K")
    for kind in kinderen.as_list() if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, Dictionary) and diepte < 6:
            yield from _with_kids(kind, diepte + 1)


def _skipped(niveaus: Sequence[int]) -> str:
    """Return where headings leave out a level for the first time: ``na kop 1 komt kop 3``."""
    for een, ander in pairwise(niveaus):
        if ander > een + 1:
            return f"na kop {een} komt kop {ander}"
    return ""


def _title(pdf: Pdf) -> str:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as gegevens:
        titel = gegevens.get("dc:title")
    if isinstance(titel, str) and titel.strip():
        return titel.strip()
    return str(pdf.docinfo.get("/Title", "")).strip()


def _language(pdf: Pdf) -> str:
    taal = pdf.Root.get("/Lang")
    return text_of(taal).strip() if isinstance(taal, String) else ""


def _shows_something(blad: pypdfium2.PdfPage) -> bool:
    return int(pdfium.FPDFPage_CountObjects(blad)) > 0
