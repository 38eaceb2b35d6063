"""What the tags of a PDF say of its lines: which marked pieces of a page belong to one paragraph, heading or item.

Layout shows where lines stand; tags say what its writer meant. Our own papers and those of Word have them.
"""

from collections.abc import Mapping
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.pdf_faults import told_in_dutch

_BLOKKEN = frozenset({"/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/TD", "/TH", "/Caption", "/Note"})
_DIEPST = 12
_MEESTE_KNOPEN = 200_000

Blokken = Mapping[int, int]
"""By marked piece of a page the block that it is part of; equal numbers are one block."""


def read_blocks(bron: Pad) -> tuple[Blokken, ...]:
    """Return the blocks of each page; nothing for a page, or a file, whose tags do not tell. Raises as any reading."""
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        boom = pdf.Root.get("/StructTreeRoot")
        ouders = boom.get("/ParentTree") if isinstance(boom, Dictionary) else None
        if not isinstance(ouders, Dictionary):
            return ()
        per_nummer: dict[int, Object] = {}
        _numbers(ouders, per_nummer, 0)
        return _per_page(pdf, per_nummer)


def _per_page(pdf: Pdf, per_nummer: Mapping[int, Object]) -> tuple[Blokken, ...]:
    uit: list[Blokken] = []
    bekend: dict[tuple[int, int], int] = {}
    for pagina in pdf.pages:
        plaats: object = pagina.obj.get("/StructParents")
        lijst = per_nummer.get(int(plaats)) if isinstance(plaats, int | Decimal) else None
        blokken: dict[int, int] = {}
        if isinstance(lijst, Array):
            for stuk in range(len(lijst)):
                sleutel = _block(lijst[stuk])
                if sleutel is not None:
                    blokken[stuk] = bekend.setdefault(sleutel, len(bekend))
        uit.append(blokken)
    return tuple(uit)


def _block(element: Object) -> tuple[int, int] | None:
    """Return which paragraph, heading, item or cell an element is, or stands in."""
    for _ in range(_DIEPST):
        if not isinstance(element, Dictionary):
            return None
        if str(element.get("/S", "")) in _BLOKKEN:
            return element.objgen if element.is_indirect else None
        ouder = element.get("/P")
        if ouder is None:
            return None
        element = ouder
    return None


def _numbers(knoop: Object, uit: dict[int, Object], diep: int) -> None:
    """Gather a tree of numbers; one that is deeper or larger than any honest file's is read in part."""
    if diep > _DIEPST or not isinstance(knoop, Dictionary) or len(uit) > _MEESTE_KNOPEN:
        return
    paren = knoop.get("/Nums")
    if isinstance(paren, Array):
        for plaats in range(0, len(paren) - 1, 2):
            nummer: object = paren[plaats]
            if isinstance(nummer, int | Decimal):
                uit[int(nummer)] = paren[plaats + 1]
    kinderen = knoop.get("/Kids")
    if isinstance(kinderen, Array):
        for kind in kinderen.as_list():
            _numbers(kind, uit, diep + 1)
