"""The styles of a Word document, made from a house style."""

import re
from collections.abc import Iterator

from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.word_xml import Element, el, q, root, twips

LIJSTNIVEAUS = 3
"""The list styles are there for three levels; deeper items keep the style of the third."""
CELMARGE_MM = 1.9
SMAL_MM = 50.0
CIJFERS_KLEINER = 1.5
"""How much smaller, in points, the letters of a table with many columns of figures are."""
"""Below this width a column breaks long words."""
_VAN_WORD = re.compile(r"Normal|Title|heading \d|Body Text|List (Bullet|Number)( \d)?|header|footer")


def text_width(huisstijl: Huisstijl, *, liggend: bool = False) -> float:
    """Return the width between the margins of a page of A4, in millimetres."""
    return (297 if liggend else 210) - huisstijl.marge_links - huisstijl.marge_rechts


def styles_part(huisstijl: Huisstijl, taal: str, *, liggend: bool = False) -> Element:
    """Return ``styles.xml``: every style a board paper uses, and no other."""
    wortel = root("w:styles", _defaults(huisstijl, taal))
    wortel.extend(_text_styles(huisstijl))
    wortel.extend(_list_styles())
    wortel.extend(_cell_styles(huisstijl))
    wortel.extend(_edge_styles(huisstijl, liggend=liggend))
    wortel.extend(_character_styles(huisstijl))
    wortel.extend(_table_styles(huisstijl))
    return wortel


def word_colour(waarde: str) -> str:
    """Return ``#rrggbb`` as Word writes it."""
    return waarde.lstrip("#").upper()


def _defaults(huisstijl: Huisstijl, taal: str) -> Element:
    letter = huisstijl.word_letter
    tekst = el(
        "w:rPr",
        el("w:rFonts", ascii=letter, hAnsi=letter, eastAsia=letter, cs=letter),
        el("w:color", val=word_colour(huisstijl.kleur_tekst)),
        *_corps(huisstijl.corps),
        el("w:lang", val=taal, eastAsia=taal, bidi=taal),
    )
    alinea = el("w:pPr", el("w:spacing", before=0, after=0, line=264, lineRule="auto"))
    return el("w:docDefaults", el("w:rPrDefault", tekst), el("w:pPrDefault", alinea))


def _text_styles(huisstijl: Huisstijl) -> Iterator[Element]:
    accent, corps = huisstijl.kleur_accent, huisstijl.corps
    yield _style("Normal", "Normal", basis="")
    yield _style(
        "Title",
        "Title",
        volgende="BodyText",
        ppr=_pad(na=10, bijeen=True, regel=240),
        rpr=_letter(corps * 1.95, accent),
    )
    koppen = ((1.45, 16, 4, accent), (1.18, 12, 3, accent), (1.05, 9, 2, huisstijl.kleur_tekst))
    for nummer, (maat, voor, na, kleur) in enumerate(koppen, start=1):
        yield _style(
            f"Heading{nummer}",
            f"heading {nummer}",
            volgende="BodyText",
            ppr=_pad(voor=voor, na=na, bijeen=True, regel=252, overzicht=nummer - 1),
            rpr=_letter(corps * maat, kleur),
        )
    yield _style("BodyText", "Body Text", ppr=_pad(na=6))
    yield _style("KleineTekst", "Kleine tekst", basis="BodyText", rpr=el("w:rPr", *_corps(corps - 2)))
    yield _style("Rechts", "Rechts", basis="BodyText", ppr=el("w:pPr", el("w:jc", val="right")))
    kader = el(
        "w:pPr",
        el("w:pBdr", *(_line(kant, huisstijl.kleur_tint, 4, 6) for kant in ("top", "bottom"))),
        el("w:shd", val="clear", color="auto", fill=word_colour(huisstijl.kleur_tint)),
        el("w:spacing", before=160, after=200),
        el("w:ind", left=twips(3), right=twips(3)),
    )
    kader[0].insert(1, _line("left", accent, 24, 8))
    kader[0].append(_line("right", huisstijl.kleur_tint, 4, 8))
    yield _style("Nadrukalinea", "Nadrukalinea", basis="BodyText", ppr=kader)
    tussen = el("w:pPr", el("w:spacing", line=160, lineRule="exact"))
    yield _style("Tussenruimte", "Tussenruimte", ppr=tussen, kiesbaar=False)


def _list_styles() -> Iterator[Element]:
    for stijl, naam, nummering in (("ListBullet", "List Bullet", 1), ("ListNumber", "List Number", 2)):
        for niveau in range(LIJSTNIVEAUS):
            achter = f"{niveau + 1}" if niveau else ""
            nummers = el("w:numPr", el("w:ilvl", val=niveau) if niveau else None, el("w:numId", val=nummering))
            yield _style(
                f"{stijl}{achter}",
                f"{naam} {achter}".rstrip(),
                ppr=el("w:pPr", nummers, el("w:spacing", after=60)),
            )


def _cell_styles(huisstijl: Huisstijl) -> Iterator[Element]:
    accent, corps = huisstijl.kleur_accent, huisstijl.corps
    yield _style("Veldnaam", "Veldnaam", volgende="Veldwaarde", ppr=_pad(voor=0.8), rpr=_letter(corps - 1, accent))
    yield _style("Veldwaarde", "Veldwaarde")
    yield _style("Tabeltekst", "Tabeltekst", ppr=_pad(na=2))
    yield _style("Tabelkop", "Tabelkop", ppr=_pad(bijeen=True), rpr=_letter(corps - 1, accent))
    cijfers = el("w:rPr", *_corps(corps - CIJFERS_KLEINER))
    yield _style("Cijfertekst", "Cijfertekst", basis="Tabeltekst", ppr=_pad(na=2), rpr=cijfers)
    kop = _letter(corps - CIJFERS_KLEINER - 0.5, accent)
    yield _style("Cijferkop", "Cijferkop", basis="Tabelkop", ppr=_pad(bijeen=True), rpr=kop)


def _edge_styles(huisstijl: Huisstijl, *, liggend: bool) -> Iterator[Element]:
    klein = _corps(huisstijl.corps - 2.5)
    kop = el("w:pPr", el("w:jc", val="right"))
    yield _style("Header", "header", ppr=kop, rpr=el("w:rPr", *klein), kiesbaar=False)
    breedte = twips(text_width(huisstijl, liggend=liggend))
    voet = el(
        "w:pPr",
        el("w:pBdr", _line("top", huisstijl.kleur_lijn, 4, 4)),
        el("w:tabs", el("w:tab", val="right", pos=breedte)),
    )
    rpr = el("w:rPr", *_corps(huisstijl.corps - 2.5))
    yield _style("Footer", "footer", ppr=voet, rpr=rpr, kiesbaar=False)


def _character_styles(huisstijl: Huisstijl) -> Iterator[Element]:
    gewoon = el("w:style", el("w:name", val="Default Paragraph Font"), el("w:uiPriority", val=1), type="character")
    gewoon.extend([el("w:semiHidden"), el("w:unhideWhenUsed")])
    _make_default(gewoon, "DefaultParagraphFont")
    yield gewoon
    yield el(
        "w:style",
        el("w:name", val="Hyperlink"),
        el("w:basedOn", val="DefaultParagraphFont"),
        el("w:uiPriority", val=99),
        el("w:unhideWhenUsed"),
        el("w:rPr", el("w:color", val=word_colour(huisstijl.kleur_accent)), el("w:u", val="single")),
        type="character",
        styleId="Hyperlink",
    )


def _table_styles(huisstijl: Huisstijl) -> Iterator[Element]:
    kaal = el("w:style", el("w:name", val="Normal Table"), el("w:uiPriority", val=99), type="table")
    kaal.extend([el("w:semiHidden"), el("w:unhideWhenUsed"), el("w:tblPr", _cell_margins(0))])
    _make_default(kaal, "TableNormal")
    yield kaal
    lijn = huisstijl.kleur_lijn
    yield _table_style(
        "Vergadertabel",
        el("w:tblBorders", *(_line(kant, lijn, 4) for kant in ("top", "bottom", "insideH"))),
        _cell_margins(0.9),
        el(
            "w:tblStylePr",
            el(
                "w:tcPr",
                el("w:tcBorders", _line("bottom", huisstijl.kleur_accent, 8)),
                el("w:shd", val="clear", color="auto", fill=word_colour(huisstijl.kleur_tint)),
                el("w:vAlign", val="bottom"),
            ),
            type="firstRow",
        ),
    )
    randen = el("w:tblBorders", *(_line(kant, lijn, 4) for kant in ("top", "bottom", "insideH")))
    yield _table_style("Veldentabel", randen, _cell_margins(0.9))
    geen = el("w:style", el("w:name", val="No List"), el("w:uiPriority", val=99), type="numbering")
    geen.extend([el("w:semiHidden"), el("w:unhideWhenUsed")])
    _make_default(geen, "NoList")
    yield geen


def _table_style(naam: str, randen: Element, marges: Element, *delen: Element) -> Element:
    return el(
        "w:style",
        el("w:name", val=naam),
        el("w:basedOn", val="TableNormal"),
        el("w:uiPriority", val=40),
        el("w:qFormat"),
        el("w:tblPr", randen, marges),
        *delen,
        type="table",
        customStyle=1,
        styleId=naam,
    )


def _style(
    id_: str,
    naam: str,
    *,
    basis: str = "Normal",
    volgende: str = "",
    ppr: Element | None = None,
    rpr: Element | None = None,
    kiesbaar: bool = True,
) -> Element:
    """Make a paragraph style; one that is ``kiesbaar`` stands in Word's gallery."""
    stijl = el(
        "w:style",
        el("w:name", val=naam),
        el("w:basedOn", val=basis) if basis else None,
        el("w:next", val=volgende) if volgende else None,
        el("w:uiPriority", val=9 if kiesbaar else 99),
        el("w:qFormat") if kiesbaar else None,
        ppr,
        rpr,
        type="paragraph",
        styleId=id_,
    )
    if not basis:
        stijl.set(q("w:default"), "1")
    elif not _VAN_WORD.fullmatch(naam):
        stijl.set(q("w:customStyle"), "1")
    return stijl


def _make_default(stijl: Element, id_: str) -> None:
    stijl.set(q("w:default"), "1")
    stijl.set(q("w:styleId"), id_)


def _pad(
    *, voor: float = 0, na: float = 0, bijeen: bool = False, regel: int = 264, overzicht: int | None = None
) -> Element:
    """Make paragraph properties: points before and after, together with the next one, level in the outline."""
    return el(
        "w:pPr",
        *([el("w:keepNext"), el("w:keepLines")] if bijeen else []),
        el("w:spacing", before=round(voor * 20), after=round(na * 20), line=regel, lineRule="auto"),
        el("w:outlineLvl", val=overzicht) if overzicht is not None else None,
    )


def _letter(corps: float, kleur: str) -> Element:
    return el("w:rPr", el("w:b"), el("w:bCs"), el("w:color", val=word_colour(kleur)), *_corps(corps))


def _corps(punten: float) -> list[Element]:
    return [el(naam, val=round(punten * 2)) for naam in ("w:sz", "w:szCs")]


def _line(kant: str, kleur: str, dikte: int, ruimte: int = 0) -> Element:
    """Make one border; ``dikte`` is in eighths of a point."""
    return el(f"w:{kant}", val="single", sz=dikte, space=ruimte, color=word_colour(kleur))


def _cell_margins(hoog_mm: float) -> Element:
    maten = {"top": hoog_mm, "left": CELMARGE_MM, "bottom": hoog_mm, "right": CELMARGE_MM}
    return el("w:tblCellMar", *(el(f"w:{kant}", w=twips(mm), type="dxa") for kant, mm in maten.items()))
