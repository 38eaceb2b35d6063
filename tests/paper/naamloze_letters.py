"""PDFs whose letters have names in their font and no meaning in the file: as a sender's program leaves them."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from tk_desktop.base.paths import resources

LETTER = resources() / "fonts" / "liberation-sans" / "LiberationSans-Regular.ttf"


def een_letterpdf(doel: Path, *bladen: list[str], verander: Callable[[TTFont], None] | None = None) -> Path:
    """Write pages in an own part of a font: Identity-H, no ToUnicode, no table of characters, glyph names kept."""
    tekens = "".join(regel for blad in bladen for regel in blad)
    font = TTFont(LETTER)
    keuze = subset.Options()
    keuze.glyph_names = True
    keuze.notdef_outline = True
    keuze.layout_features = []
    keuze.drop_tables += ["GDEF", "GSUB", "GPOS", "FFTM"]
    snijder = subset.Subsetter(keuze)
    snijder.populate(text=tekens)
    snijder.subset(font)
    kaart = {chr(teken): font.getGlyphID(naam) for teken, naam in font.getBestCmap().items()}
    breedten = [font["hmtx"][naam][0] * 1000 // font["head"].unitsPerEm for naam in font.getGlyphOrder()]
    del font["cmap"]
    if verander is not None:
        verander(font)
    stroom = io.BytesIO()
    font.save(stroom)
    with pikepdf.new() as pdf:
        letter = _letter(pdf, stroom.getvalue(), breedten)
        for regels in bladen:
            pagina = pdf.add_blank_page(page_size=(595, 842))
            pagina.Resources = Dictionary(Font=Dictionary(F1=letter))
            codes = ["".join(f"{kaart[teken]:04X}" for teken in regel) for regel in regels]
            tekst = "\n".join(f"BT /F1 12 Tf 60 {760 - 20 * nr} Td <{code}> Tj ET" for nr, code in enumerate(codes))
            pagina.Contents = pdf.make_stream(tekst.encode())
        pdf.save(doel)
    return doel


def zonder_namen(font: TTFont) -> None:
    """Take the names of the glyphs out of a font."""
    font["post"].formatType = 3.0


def andere_namen(**namen: str) -> Callable[[TTFont], None]:
    """Call glyphs of a font by other names."""

    def verander(font: TTFont) -> None:
        volgorde = [namen.get(naam, naam) for naam in font.getGlyphOrder()]
        _hernoem(font, dict(zip(font.getGlyphOrder(), volgorde, strict=True)))

    return verander


def _hernoem(font: TTFont, namen: dict[str, str]) -> None:
    inhoud = {namen[naam]: font["glyf"][naam] for naam in font.getGlyphOrder()}
    maten = {namen[naam]: maat for naam, maat in font["hmtx"].metrics.items()}
    volgorde = [namen[naam] for naam in font.getGlyphOrder()]
    font.setGlyphOrder(volgorde)
    font["glyf"].glyphs = inhoud
    font["glyf"].glyphOrder = volgorde
    font["hmtx"].metrics = maten
    font["post"].extraNames = []
    font["post"].mapping = {}


def _letter(pdf: pikepdf.Pdf, programma: bytes, breedten: list[int]) -> pikepdf.Object:
    beschrijving = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+LiberationSans"), Flags=4,
        FontBBox=Array([0, -200, 1000, 900]), ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80,
        FontFile2=pdf.make_stream(programma),
    )  # fmt: skip
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+LiberationSans"),
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(beschrijving), DW=500, W=Array([0, Array(breedten)]),
        CIDToGIDMap=Name.Identity,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+LiberationSans"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(cid)]),
        )
    )  # fmt: skip
