"""Damaged text layers mended where a PDF says itself what its letters are: by the glyph names of its own fonts (D16).

A composite font without ``ToUnicode`` gives codes that mean nothing to a reader. Where the font program inside the file
names its glyphs (``one``, ``eacute``, ``uni20AC``) or says in its own table which characters they are for, each code
gets that meaning, where names and table do not contradict each other. A glyph without a certain meaning is marked as
lost. Nothing is derived from order, shape or words around it, so that no amount is guessed.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.pdf_faults import told_in_dutch
from tk_desktop.paper.saving import save_pdf

VERLOREN = "▯"
"""What stands for a letter that the font does not explain."""
_GROOTSTE_LETTER = 20 * 1024 * 1024
_MEESTE = 65_536
_PER_BLOK = 100
_NAAM = re.compile(r"(?:uni[0-9A-F]{4}|u[0-9A-F]{4,6}|[A-Za-z]{1,30}\d?)(?:\.[A-Za-z0-9]+)?")
LETTERFOUTEN = (
    TTLibError, AssertionError, AttributeError, LookupError, ValueError, TypeError, ArithmeticError, EOFError,
    NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
"""What fontTools raises of a font program that is not what it says to be."""
_NIETS_ZEGGEND = re.compile(r"(?:g|gid|glyph|cid|index|G|C|c|a|A|H)\d+|\.notdef|nonmarkingreturn|\.null", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterherstel:
    """What was mended: fonts by name, the pages (from 1) on which they stand, how many glyphs have no meaning still."""

    lettertypen: tuple[str, ...]
    paginas: tuple[int, ...]
    over: int


def restore_letters(bron: Pad, doel: Pad) -> Letterherstel | None:
    """Write a copy of a PDF in which each code that a font explains is text; nothing when no font explains any.

    The file itself is not touched. Raises the fault of the PDF.
    """
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        herstel = mend(pdf)
        if herstel is not None:
            with replacing(doel) as half:
                save_pdf(pdf, half)
        return herstel


def mend(pdf: Pdf) -> Letterherstel | None:
    """Give the fonts of an open PDF the meaning of their codes; tell what was mended, or nothing."""
    gezien: dict[tuple[int, int], str] = {}
    paginas: list[int] = []
    over = 0
    for nummer, pagina in enumerate(pdf.pages, 1):
        hier = False
        for letter in _fonts(pagina.obj.get("/Resources"), 0):
            naam = gezien.get(letter.objgen, "") if letter.is_indirect else ""
            if not naam and _is_without_meaning(letter):
                naam, zonder = _mend_font(pdf, letter)
                gezien[letter.objgen] = naam
                over += zonder
            hier = hier or bool(naam)
        if hier:
            paginas.append(nummer)
    namen = tuple(sorted({naam for naam in gezien.values() if naam}))
    return Letterherstel(lettertypen=namen, paginas=tuple(paginas), over=over) if namen else None


def _fonts(bronnen: Object | None, diep: int) -> Iterator[Object]:
    """Yield the fonts among the resources of a page, and those of the forms it draws."""
    if not isinstance(bronnen, Dictionary) or diep > 5:
        return
    letters = bronnen.get("/Font")
    if isinstance(letters, Dictionary):
        yield from letters.values()
    vormen = bronnen.get("/XObject")
    if isinstance(vormen, Dictionary):
        for vorm in vormen.values():
            if isinstance(vorm, Stream) and vorm.get("/Subtype") == Name.Form:
                yield from _fonts(vorm.get("/Resources"), diep + 1)


def _is_without_meaning(letter: Object) -> bool:
    return (
        isinstance(letter, Dictionary)
        and letter.get("/Subtype") == Name.Type0
        and "/ToUnicode" not in letter
        and letter.get("/Encoding") == Name("/Identity-H")
    )


def _mend_font(pdf: Pdf, letter: Object) -> tuple[str, int]:
    """Give a font its meanings; return its name and how many glyphs have none, or no name when it says none."""
    afstammelingen = letter.get("/DescendantFonts")
    if not isinstance(afstammelingen, Array) or not len(afstammelingen):
        return "", 0
    cid = afstammelingen[0]
    glyphs = _own_meanings(cid)
    if not glyphs:
        return "", 0
    codes = _by_code(cid, glyphs)
    letter.ToUnicode = pdf.make_stream(_to_unicode(codes))
    naam = str(letter.get("/BaseFont", "/lettertype")).lstrip("/").partition("+")
    return naam[2] or naam[0], sum(not tekst for tekst in glyphs.values())


def _own_meanings(cid: Object) -> dict[int, str]:
    """Return by glyph what the font program inside the file says that it means; ``""`` where it does not say it."""
    bestand = _program(cid)
    if bestand is None:
        return {}
    try:
        font = TTFont(io.BytesIO(bestand), lazy=True)
        namen, tabel = _names(font), _table(font)
        aantal = min(font["maxp"].numGlyphs if "maxp" in font else len(namen), _MEESTE)
    except LETTERFOUTEN:
        return {}
    uit = {glyph: _meaning(namen.get(glyph, ""), tabel.get(glyph, "")) for glyph in range(1, aantal)}
    return uit if any(uit.values()) else {}


def _program(cid: Object) -> bytes | None:
    beschrijving = cid.get("/FontDescriptor") if isinstance(cid, Dictionary) else None
    if not isinstance(beschrijving, Dictionary):
        return None
    stroom = beschrijving.get("/FontFile2") or beschrijving.get("/FontFile3")
    if not isinstance(stroom, Stream):
        return None
    inhoud = stroom.read_bytes()
    return inhoud if len(inhoud) <= _GROOTSTE_LETTER else None


def _names(font: TTFont) -> dict[int, str]:
    """Return the names of glyphs as the font itself gives them; fontTools makes names up where there are none."""
    if "post" in font and font["post"].formatType == 2.0:  # the form of the table with names
        return {nummer: naam for nummer, naam in enumerate(font.getGlyphOrder()) if naam}
    if "CFF " in font and not hasattr(font["CFF "].cff.topDictIndex[0], "ROS"):
        return dict(enumerate(font["CFF "].cff.topDictIndex[0].charset))
    return {}


def _table(font: TTFont) -> dict[int, str]:
    """Return by glyph the one character that the table of the font is for; of several none is certain."""
    kaart: Mapping[int, str] = (font.getBestCmap() or {}) if "cmap" in font else {}
    nummers = font.getReverseGlyphMap() if kaart else {}
    uit: dict[int, set[int]] = {}
    for teken, naam in kaart.items():
        if naam in nummers and not _is_private(teken):
            uit.setdefault(nummers[naam], set()).add(teken)
    return {glyph: chr(min(tekens)) for glyph, tekens in uit.items() if len(tekens) == 1 or tekens <= _SPATIES}


_SPATIES = {0x20, 0xA0}


def _is_private(teken: int) -> bool:
    return 0xE000 <= teken <= 0xF8FF or teken < 0x20


def _meaning(naam: str, teken: str) -> str:
    """Return what a glyph means by its name and by the table; nothing where they contradict each other."""
    genoemd = _by_name(naam)
    if genoemd and teken and genoemd != teken:
        return ""
    return genoemd or teken


def _by_name(naam: str) -> str:
    if not naam or _NIETS_ZEGGEND.fullmatch(naam) or not _NAAM.fullmatch(naam):
        return ""
    tekst = agl.toUnicode(naam)
    return "" if not tekst or any(_is_private(ord(teken)) for teken in tekst) else tekst


def _by_code(cid: Object, glyphs: Mapping[int, str]) -> dict[int, str]:
    """Return by code what is shown for it: with Identity a code is a glyph, unless the file has a map between them."""
    kaart = cid.get("/CIDToGIDMap") if isinstance(cid, Dictionary) else None
    if not isinstance(kaart, Stream):
        return {glyph: tekst or VERLOREN for glyph, tekst in glyphs.items()}
    ruw = kaart.read_bytes()[: 2 * _MEESTE]
    paren = ((code, int.from_bytes(ruw[2 * code : 2 * code + 2], "big")) for code in range(len(ruw) // 2))
    return {code: glyphs[glyph] or VERLOREN for code, glyph in paren if glyph in glyphs}


def _to_unicode(codes: Mapping[int, str]) -> bytes:
    """Return the table of a font that tells which text each two-byte code is (PDF 32000-1, 9.10.3)."""
    paren = [f"<{code:04X}> <{tekst.encode('utf-16-be').hex().upper()}>" for code, tekst in sorted(codes.items())]
    blokken = [paren[begin : begin + _PER_BLOK] for begin in range(0, len(paren), _PER_BLOK)]
    regels = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
        *(regel for blok in blokken for regel in (f"{len(blok)} beginbfchar", *blok, "endbfchar")),
        "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end",
    ]  # fmt: skip
    return "\n".join(regels).encode("ascii")
