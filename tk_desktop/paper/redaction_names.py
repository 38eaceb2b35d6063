"""Names in a file from which words went: of tags, letters, fonts, resources and inks. Each may be such a word.

A name that a program chose freely gets another one wherever it stands, in the objects and in the drawings alike. A font
that tells a word in what travels with it (names of its letters, what they mean, its program) cannot be named anew: the
pages that use it become pictures, and it leaves the file.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from io import BytesIO

import pikepdf
from fontTools import agl
from fontTools.misc.eexec import decrypt, deHexString
from fontTools.ttLib import TTFont
from pikepdf import Array, ContentStreamInlineImage, Dictionary, Name, Object, Operator, Pdf, Stream
from reportlab.pdfbase._fontdata import standardFonts

from tk_desktop.paper.font_names import LETTERFOUTEN
from tk_desktop.paper.places import word
from tk_desktop.paper.redaction_left import content_of, drawings, unpacked
from tk_desktop.paper.redaction_words import Weg, telling_properties, tells_in
from tk_desktop.paper.tag_tree import STANDAARDROLLEN

_BRONNEN = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties")
_NOEMT = frozenset(("Tf", "Do", "gs", "cs", "CS", "scn", "SCN", "sh"))
_MERKT = frozenset(("BMC", "MP", "BDC", "DP"))
_INKT = frozenset(("/Separation", "/DeviceN", "/NChannel"))
_LETTERS = frozenset(("/Type1", "/TrueType", "/MMType1", "/Type3", "/Type0", "/CIDFontType0", "/CIDFontType2"))
_SCHRIJFT = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)")
_UNICODE = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_EEXEC = re.compile(rb"eexec[ \t\r\n]")
_PROGRAMMA = ("/FontFile", "/FontFile2", "/FontFile3")
_HEXA = re.compile(rb"[0-9A-Fa-f]{4}")
_SLEUTEL = 55665
"""The key with which every Type 1 program hides the names of its letters (Adobe Type 1 Font Format, 7.3)."""
_DIEPST = 24
_STANDAARD = (
    "Artifact OC Tx Clip Shape PlacedGraphic InlineShape ReversedChars Textbody Normal DeviceGray DeviceRGB DeviceCMYK "
    "Pattern G RGB CMYK I All None Black Cyan Magenta Yellow"
)
_VAST = STANDAARDROLLEN | {f"/{naam}" for naam in _STANDAARD.split()}
"""Names that a standard gave: these tell nothing, whatever word they are."""
Plaats = tuple[int, int]


def plain_tag(naam: Object) -> Object:
    """Return a tag of a drawing when it is one of the standard, and ``Span`` for any other: it may be a word."""
    return naam if word(naam) in _VAST else Name.Span


def rename_telling(pdf: Pdf, weg: Weg) -> None:
    """Give every freely chosen name that tells a word that went another one; fonts without a program keep theirs."""
    anders = _Anders(weg)
    for ding in pdf.objects:
        _rename(ding, anders, 0)
    for houder in drawings(pdf):
        _rename_drawing(pdf, houder, anders)


def telling_fonts(pdf: Pdf, weg: Weg) -> dict[Plaats, Object]:
    """Return by object the fonts that tell a word in their letters, the meanings of these or their program."""
    return {ding.objgen: ding for ding in pdf.objects if _is_font(ding) and _font_tells(pdf, ding, weg)}


def drop_fonts(pdf: Pdf, weg: Collection[Plaats]) -> None:
    """Take fonts out of all resources."""
    for ding in pdf.objects if weg else ():
        letters = _own(ding, "/Font") or Dictionary()
        for naam, font in list(letters.items()):
            if isinstance(font, Dictionary) and font.objgen in weg:
                del letters[naam]


def names_beside(pdf: Pdf) -> Iterator[str]:
    """Yield every freely chosen name in the objects and the drawings of a file, and what its fonts say in letters."""
    for ding in pdf.objects:
        yield from (naam for naam in _names(ding, 0) if naam not in _VAST)
        if _is_font(ding):
            yield from _said_by(ding)
    for houder in drawings(pdf):
        yield from (naam for naam in _written(houder) if naam not in _VAST)


class _Anders:
    """The new name of each that tells."""

    def __init__(self, weg: Weg) -> None:
        self.weg = weg
        self._nieuw: dict[str, str] = {}

    def tells(self, naam: str) -> bool:
        return naam in self._nieuw or (naam not in _VAST and self.weg.tells_name(naam))

    def naam(self, naam: str) -> str:
        """Return the name to use in the place of one."""
        if not self.tells(naam):
            return naam
        return self._nieuw.setdefault(naam, f"/N_{len(self._nieuw) + 1}")


def _rename(ding: Object, anders: _Anders, diepte: int) -> None:
    """Rename in one object and what it holds itself."""
    if isinstance(ding, Array):
        _rename_ink(ding, anders)
        delen: Iterable[Object] = ding.as_list()
    elif isinstance(ding, Dictionary | Stream):
        for houder in _free_keys(ding):
            for naam in [naam for naam in houder.keys() if anders.tells(naam)]:  # noqa: SIM118 - a PDF dictionary
                houder[anders.naam(naam)] = houder[naam]
                del houder[naam]
        for houder, sleutel in _free_values(ding):
            waarde = houder[sleutel]
            if isinstance(waarde, Name):
                houder[sleutel] = Name(anders.naam(word(waarde)))
            elif isinstance(waarde, Array):
                _rename_in(waarde, anders)
        delen = [deel for _, deel in ding.items()]
    else:
        return
    for deel in delen if diepte < _DIEPST else ():
        if isinstance(deel, Object) and not deel.is_indirect:
            _rename(deel, anders, diepte + 1)


def _rename_in(rij: Array, anders: _Anders) -> None:
    for rang, deel in enumerate(list(rij.as_list())):
        if isinstance(deel, Name):
            rij[rang] = Name(anders.naam(word(deel)))


def _rename_ink(rij: Array, anders: _Anders) -> None:
    if len(rij) > 1 and word(rij[0]) in _INKT:
        if isinstance(rij[1], Name):
            rij[1] = Name(anders.naam(word(rij[1])))
        elif isinstance(rij[1], Array):
            _rename_in(rij[1], anders)


def _free_keys(ding: Object) -> Iterator[Object]:
    """Yield the dictionaries in one whose keys are names that somebody chose."""
    for soort in _BRONNEN:
        eigen = _own(ding, soort)
        if eigen is not None:
            yield eigen
    for sleutel in ("/RoleMap", "/ClassMap", "/CharProcs", "/Colorants", "/Dests"):
        eigen = _own(ding, sleutel)
        if eigen is not None:
            yield eigen


def _free_values(ding: Object) -> Iterator[tuple[Object, str]]:
    """Yield the places in a dictionary that hold such a name, or a list in which these stand."""
    if "/S" in ding and "/P" in ding:
        yield from ((ding, sleutel) for sleutel in ("/S", "/C") if sleutel in ding)
    rollen = _own(ding, "/RoleMap")
    if rollen is not None:
        yield from ((rollen, naam) for naam in list(rollen.keys()))
    if _is_font(ding):
        yield from ((ding, sleutel) for sleutel in ("/BaseFont", "/Name") if sleutel in ding and _may_be_renamed(ding))
        codering = ding.get("/Encoding")
        if ding.get("/Subtype") == Name.Type3 and isinstance(codering, Dictionary) and "/Differences" in codering:
            yield codering, "/Differences"
    if "/FontName" in ding and word(ding.FontName).removeprefix("/") not in standardFonts:
        yield ding, "/FontName"
    if _own(ding, "/Process") is not None and isinstance(ding.Process.get("/Components"), Array):
        yield ding.Process, "/Components"


def _names(ding: Object, diepte: int) -> Iterator[str]:
    """Yield the freely chosen names in one object and what it holds itself."""
    if isinstance(ding, Array):
        delen: Iterable[Object] = ding.as_list()
        if len(ding) > 1 and word(ding[0]) in _INKT:
            inkten = ding[1].as_list() if isinstance(ding[1], Array) else [ding[1]]
            yield from map(word, inkten)
    elif isinstance(ding, Dictionary | Stream):
        for houder in _free_keys(ding):
            yield from list(houder.keys())
        for houder, sleutel in _free_values(ding):
            waarde = houder[sleutel]
            yield from map(word, waarde.as_list() if isinstance(waarde, Array) else [waarde])
        delen = [deel for _, deel in ding.items()]
    else:
        return
    for deel in delen if diepte < _DIEPST else ():
        if isinstance(deel, Object) and not deel.is_indirect:
            yield from _names(deel, diepte + 1)


def _own(ding: Object, sleutel: str) -> Dictionary | None:
    waarde = ding.get(sleutel) if isinstance(ding, Dictionary | Stream) else None
    return waarde if isinstance(waarde, Dictionary) else None


def _is_font(ding: Object) -> bool:
    return isinstance(ding, Dictionary) and (
        ding.get("/Type") == Name.Font or (word(ding.get("/Subtype")) in _LETTERS and "/FontDescriptor" in ding)
    )


def _may_be_renamed(font: Object) -> bool:
    """Tell whether the name of a font is no more than a name: not one by which every reader knows its letters."""
    return word(font.get("/BaseFont")).removeprefix("/") not in standardFonts


def _written(houder: Object) -> Iterator[str]:
    """Yield what stands in a drawing as a name."""
    for ruw in content_of(houder):
        yield from {_as_name(naam) for naam in _SCHRIJFT.findall(ruw)}


def _as_name(ruw: bytes) -> str:
    kaal = re.sub(rb"#([0-9A-Fa-f]{2})", lambda treffer: bytes.fromhex(treffer[1].decode()), ruw)
    return f"/{kaal.decode('utf-8', 'replace')}"


def _rename_drawing(pdf: Pdf, houder: Object, anders: _Anders) -> None:
    """Rename in a drawing; one that cannot be read keeps what it has, and the file is refused afterwards."""
    if not any(map(anders.tells, _written(houder))) and not telling_properties(houder, anders.weg):
        return
    try:
        opdrachten = list(pikepdf.parse_content_stream(houder))
    except (pikepdf.PdfError, UnicodeDecodeError):
        return
    nieuw = [
        een if isinstance(een, ContentStreamInlineImage) else (_renamed(een, anders), Operator(str(een.operator)))
        for een in opdrachten
    ]
    inhoud = pikepdf.unparse_content_stream(nieuw)
    if isinstance(houder, Stream):
        houder.write(inhoud)
    else:
        houder.Contents = pdf.make_stream(inhoud)


def _renamed(opdracht: pikepdf.ContentStreamInstruction, anders: _Anders) -> list[Object]:
    naam, delen = str(opdracht.operator), list(opdracht.operands)
    if naam in _MERKT and delen and isinstance(delen[0], Name) and anders.tells(word(delen[0])):
        delen[0] = Name.Span
    vanaf = 1 if naam in _MERKT else 0
    if naam in _MERKT or naam in _NOEMT:
        delen[vanaf:] = [Name(anders.naam(word(deel))) if isinstance(deel, Name) else deel for deel in delen[vanaf:]]
    if naam in _MERKT and len(delen) > 1 and isinstance(delen[1], Dictionary) and tells_in(delen[1], anders.weg):
        nummer = delen[1].get("/MCID")
        delen[1] = Dictionary(MCID=nummer) if isinstance(nummer, int) else Dictionary()
    return delen


def _font_tells(pdf: Pdf, font: Object, weg: Weg) -> bool:
    """Tell whether a font says a word that went in what cannot be named anew; its own table of names goes instead."""
    if any(map(weg.tells_name, _said_by(font))):
        return True
    beschrijving = _own(font, "/FontDescriptor")
    for sleutel in _PROGRAMMA if beschrijving is not None else ():
        stroom = beschrijving.get(sleutel) if beschrijving is not None else None
        if isinstance(stroom, Stream) and weg.in_bytes(_program(stroom)):
            _drop_names(stroom)
            if weg.in_bytes(_program(stroom)):
                return True
    return False


def _said_by(font: Object) -> Iterator[str]:
    """Yield the names of the letters of a font, and the texts that they mean."""
    codering = _own(font, "/Encoding")
    verschillen = codering.get("/Differences") if codering is not None else None
    if isinstance(verschillen, Array) and font.get("/Subtype") != Name.Type3:
        namen = (word(deel) for deel in verschillen.as_list() if isinstance(deel, Name))
        yield from (naam for naam in namen if naam.removeprefix("/") not in agl.AGL2UV)
    betekenis = font.get("/ToUnicode")
    if isinstance(betekenis, Stream):
        for ruw in _UNICODE.findall(unpacked(betekenis)):
            hexa = re.sub(rb"\s", b"", ruw).decode()
            if len(hexa) > 8 and len(hexa) % 4 == 0:
                yield bytes.fromhex(hexa).decode("utf-16-be", "replace")


def _program(stroom: Stream) -> bytes:
    """Return the program of a font, with the part of it that Type 1 keeps behind a fixed key."""
    ruw = unpacked(stroom)
    begin = _EEXEC.search(ruw)
    if begin is None:
        return ruw
    dicht = ruw[begin.end() :]
    if _HEXA.match(dicht):
        cijfers = re.sub(rb"[^0-9A-Fa-f]", b"", dicht)
        dicht = deHexString(cijfers[: len(cijfers) // 2 * 2])
    return ruw + bytes(decrypt(dicht, _SLEUTEL)[0])


def _drop_names(stroom: Stream) -> None:
    """Take the table in which a font tells who made it out of its program: nothing is drawn by it."""
    try:
        with TTFont(BytesIO(unpacked(stroom)), lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
            if "name" not in font:
                return
            del font["name"]
            uit = BytesIO()
            font.save(uit, reorderTables=None)
    except LETTERFOUTEN:
        return
    stroom.write(uit.getvalue())
