"""Tables of a Word document as such: fixed columns, rows that stay whole, cells."""

from collections.abc import Sequence

from tk_desktop.domain.opmaak import Tabel, samenvoegen
from tk_desktop.paper.word_xml import Element, el, q, twips

_SMALLE_STAP_MM = 4.5


def new_table(stijl: str, maten_mm: Sequence[float]) -> Element:
    """Start a table of fixed columns that stands flush with the text around it."""
    return el(
        "w:tbl",
        el(
            "w:tblPr",
            el("w:tblStyle", val=stijl),
            el("w:tblW", w=twips(sum(maten_mm)), type="dxa"),
            el("w:tblLayout", type="fixed"),
            el("w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
        el("w:tblGrid", *(el("w:gridCol", w=twips(maat)) for maat in maten_mm)),
    )


def new_row(
    cellen: Sequence[Sequence[Element]],
    maten_mm: Sequence[float],
    rechts: Sequence[bool],
    *,
    heel: bool,
    kop: bool = False,
    spannen: Sequence[int] = (),
) -> Element:
    """Make a row, ``heel`` when it stays in one piece; the columns of numbers stand at the right.

    ``spannen`` tells how many columns each cell fills; nothing: one each.
    """
    for cel, naar_rechts in zip(cellen, rechts, strict=True):
        for alinea in cel if naar_rechts else ():
            alinea[0].append(el("w:jc", val="right"))
    eigenschappen = el("w:trPr", el("w:cantSplit") if heel else None, el("w:tblHeader") if kop else None)
    breed = spannen or [1] * len(cellen)
    inhoud = [new_cell(cel, maat, span=span) for cel, maat, span in zip(cellen, maten_mm, breed, strict=True)]
    return el("w:tr", eigenschappen if len(eigenschappen) else None, *inhoud)


def new_cell(inhoud: Sequence[Element], breedte_mm: float, *, span: int = 1) -> Element:
    """Make a cell that spans one or more columns."""
    eigenschappen = el("w:tcPr", el("w:tcW", w=twips(breedte_mm), type="dxa"))
    if span > 1:
        eigenschappen.append(el("w:gridSpan", val=span))
    return el("w:tc", eigenschappen, *inhoud)


def keep_together(tabel: Element) -> None:
    """Keep a table of short rows on one page: every row but the last with the next."""
    rijen = tabel.findall(q("w:tr"))
    if all(rij.find(f"{q('w:trPr')}/{q('w:cantSplit')}") is not None for rij in rijen):
        for rij in rijen[:-1]:
            for alinea in rij.iter(q("w:p")):
                alinea[0].insert(1, el("w:keepNext"))


def text_shares(tabel: Tabel) -> list[float]:
    """Return the share of the width of each column: by its longest text, but no word is broken needlessly."""
    vraag = []
    for kolom in zip(*tabel.rijen, strict=True):
        teksten = [samenvoegen(cel) for cel in kolom]
        langste_woord = max((len(woord) for tekst in teksten for woord in tekst.split()), default=1)
        langste = max((len(tekst) for tekst in teksten), default=1)
        vraag.append(float(max(min(langste, 60), min(langste_woord, 30), 4)) + 3)
    return [deel / sum(vraag) for deel in vraag]


def wide_cells(
    tabel: Tabel, rij: int, maten_mm: Sequence[float], rechts: Sequence[bool]
) -> tuple[list[float], list[bool], list[int]]:
    """Return of each cell of a row as it is seen: its width, whether it stands at the right, the columns it fills."""
    cellen = tabel.cellen(rij)
    return (
        [sum(maten_mm[kolom : kolom + aantal]) for kolom, aantal in cellen],
        [all(rechts[kolom : kolom + aantal]) for kolom, aantal in cellen],
        [aantal for _, aantal in cellen],
    )


def closer_list(element: Element) -> Element:
    """Let the items of a list in a narrow column stand less far in: each step takes a word from a line."""
    for eigenschappen in element.iter(q("w:pPr")):
        nummering = eigenschappen.find(q("w:numPr"))
        if nummering is not None and eigenschappen.find(q("w:ind")) is None:
            diepte = int(nummering[0].get(q("w:val"), "0"))
            links = twips(_SMALLE_STAP_MM * (diepte + 1))
            eigenschappen.append(el("w:ind", left=links, hanging=twips(_SMALLE_STAP_MM)))
    return element
