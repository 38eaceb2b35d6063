"""Tables of a Word document as such: fixed columns, rows that stay whole, cells."""

from collections.abc import Sequence

from tk_desktop.domain.opmaak import Alinea, Tabel, samenvoegen
from tk_desktop.paper.blad import Cel
from tk_desktop.paper.word_styles import CELMARGE_MM
from tk_desktop.paper.word_xml import Element, el, q, twips

KRAP_MM = 0.4
"""What stays white before the figures of a table that has many columns of them."""
_SMALLE_STAP_MM = 4.5
_VEEL_CIJFERS = 4
"""From so many columns of figures on, a table is dense: its letters are smaller."""
_CIJFER, _TEKEN, _LETTER = 0.70, 0.42, 0.65
"""How wide a figure, what stands between figures and a letter of a heading are, as a share of the size of the letter:
those of the widest that a computer puts in the place of one that it lacks."""
_MEESTE = 0.85
"""The share of a table that its columns of figures may take together."""


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


def figure_shares(
    kop: Sequence[str],
    rijen: Sequence[Sequence[Cel]],
    breedtes: Sequence[float],
    rechts: Sequence[bool],
    *,
    breedte_mm: float,
    corps: float,
) -> list[float]:
    """Return the shares of columns in which no figure is broken, whatever letter it is written in.

    Where the columns of figures would leave too little for the others, it is as was asked (``breedtes``).
    """
    letter_mm = corps * 25.4 / 72
    wit = CELMARGE_MM + (KRAP_MM if is_dense(rechts) else CELMARGE_MM)
    uit = [share / sum(breedtes) * breedte_mm for share in breedtes]
    ruim = [
        max(mm, _widest(kop[nr], [rij[nr] for rij in rijen]) * letter_mm + wit) if rechts[nr] else 0.0
        for nr, mm in enumerate(uit)
    ]
    anders = sum(mm for mm, recht in zip(uit, rechts, strict=True) if not recht)
    if sum(ruim) > _MEESTE * breedte_mm or not anders:
        return list(breedtes)
    over = (breedte_mm - sum(ruim)) / anders
    return [mm if recht else eigen * over for mm, eigen, recht in zip(ruim, uit, rechts, strict=True)]


def is_dense(rechts: Sequence[bool]) -> bool:
    """Tell whether a table has so many columns of figures that its letters are smaller."""
    return sum(rechts) >= _VEEL_CIJFERS


def _widest(kop: str, cellen: Sequence[Cel]) -> float:
    """Return how wide figures, and the words above them, are at most, in sizes of the letter."""
    teksten = ("".join(samenvoegen(blok.stukjes) for blok in cel if isinstance(blok, Alinea)) for cel in cellen)
    cijfers = (sum(_CIJFER if teken.isdigit() else _TEKEN for teken in tekst) for tekst in teksten)
    return max([*cijfers, *(len(woord) * _LETTER for woord in kop.split())], default=0.0)


def new_row(
    cellen: Sequence[Sequence[Element]],
    maten_mm: Sequence[float],
    rechts: Sequence[bool],
    *,
    heel: bool,
    kop: bool = False,
    spannen: Sequence[int] = (),
    krap: bool = False,
) -> Element:
    """Make a row, ``heel`` when it stays in one piece; the columns of numbers stand at the right.

    ``spannen`` tells how many columns each cell fills; nothing: one each. With ``krap`` hardly anything stays white
    before numbers.
    """
    for cel, naar_rechts in zip(cellen, rechts, strict=True):
        for alinea in cel if naar_rechts else ():
            alinea[0].append(el("w:jc", val="right"))
    eigenschappen = el("w:trPr", el("w:cantSplit") if heel else None, el("w:tblHeader") if kop else None)
    breed = spannen or [1] * len(cellen)
    inhoud = [
        new_cell(cel, maat, span=span, krap=krap and recht)
        for cel, maat, span, recht in zip(cellen, maten_mm, breed, rechts, strict=True)
    ]
    return el("w:tr", eigenschappen if len(eigenschappen) else None, *inhoud)


def new_cell(inhoud: Sequence[Element], breedte_mm: float, *, span: int = 1, krap: bool = False) -> Element:
    """Make a cell that spans one or more columns; with ``krap`` hardly anything stays white at its left."""
    eigenschappen = el("w:tcPr", el("w:tcW", w=twips(breedte_mm), type="dxa"))
    if span > 1:
        eigenschappen.append(el("w:gridSpan", val=span))
    if krap:
        eigenschappen.append(el("w:tcMar", el("w:left", w=twips(KRAP_MM), type="dxa")))
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
