"""No name in a file tells what was redacted: not of a tag, a font, a letter, an ink or a style."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.paper.test_redaction import REDEN, a_page, all_bytes, as_bytes, helvetica, is_gone, redacted, text_of
from tk_desktop.base.paths import resources
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.redaction import Gelaktepdf, Lakvlak
from tk_desktop.paper.redaction_names import names_beside

WOORD = b"BT /F1 12 Tf 100 400 Td (Zilverreiger) Tj ET "
REST = b"BT /F1 12 Tf 100 300 Td (blijft staan, wel te lezen) Tj ET "
VLAK = Lakvlak(pagina=1, kader=Kader(99, 395, 180, 415), opschrift="5.1.2e", uitleg=REDEN)


def gelakt(map_: Path, een: bytes, twee: bytes, maak: Callable[[Pdf, Dictionary], None]) -> tuple[Path, Gelaktepdf]:
    """Two pages of which the first says the word under a mark, with resources that ``maak`` fills, redacted."""
    with pikepdf.new() as pdf:
        bronnen = Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica())))
        maak(pdf, bronnen)
        a_page(pdf, WOORD + REST + een, bronnen)
        a_page(pdf, REST + twee, bronnen)
        inhoud = as_bytes(pdf)
    return redacted(inhoud, map_, meer=[VLAK])


def niets(_pdf: Pdf, _bronnen: Dictionary) -> None:
    """No more than the font."""


def nowhere(doel: Path) -> None:
    """The word is in no name either."""
    is_gone(doel, "Zilverreiger")
    with pikepdf.open(doel) as pdf:
        assert not [naam for naam in names_beside(pdf) if "zilver" in naam.casefold()]


@pytest.mark.parametrize(
    "merk", [b"/Zilverreiger BMC %s EMC", b"/Heer_Zilver#72eiger MP %s", b"/Zilverreiger <<>> DP %s"]
)
@pytest.mark.parametrize("pagina", [0, 1])
def test_a_tag_in_a_drawing_tells_nothing(tmp_path: Path, merk: bytes, pagina: int) -> None:
    met = merk % b"BT /F1 12 Tf 100 200 Td (ook dit blijft) Tj ET"
    doel, uit = gelakt(tmp_path, met if pagina == 0 else b"", met if pagina else b"", niets)
    nowhere(doel)
    assert not uit.afgebeeld
    assert text_of(doel).count("ook dit blijft") == 1


def test_a_text_beside_a_mark_on_another_page_tells_nothing(tmp_path: Path) -> None:
    doel, uit = gelakt(tmp_path, b"", b"/Span <</ActualText (Zilverreiger)>> BDC 0 0 9 9 re f EMC", niets)
    nowhere(doel)
    assert not uit.afgebeeld


def a_font_with_a_telling_name(pdf: Pdf, bronnen: Dictionary) -> None:
    """A font that is named after the word, under that name."""
    letter = helvetica()
    letter.BaseFont = Name("/ABCDEF+Zilverreiger-Bold")
    letter.FirstChar, letter.LastChar, letter.Widths = 32, 126, Array([556] * 95)
    letter.FontDescriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Zilverreiger-Bold"), FontFamily=String("Zilverreiger"),
            Flags=32, FontBBox=Array([0, -200, 1000, 900]), ItalicAngle=0, Ascent=750, Descent=-250,
            CapHeight=700, StemV=80,
        )
    )  # fmt: skip
    bronnen.Font.Zilverreiger = pdf.make_indirect(letter)


def test_the_name_of_a_font_tells_nothing(tmp_path: Path) -> None:
    met = b"BT /Zilverreiger 12 Tf 100 200 Td (in eigen letter) Tj ET"
    doel, uit = gelakt(tmp_path, met, met, a_font_with_a_telling_name)
    nowhere(doel)
    assert not uit.afgebeeld
    assert text_of(doel).count("in eigen letter") == 2


def a_font_that_draws(pdf: Pdf, bronnen: Dictionary) -> None:
    """A font that draws its letters itself, one of which is named after the word and marked with it."""
    blok = pdf.make_stream(b"600 0 0 0 500 700 d1 /Zilverreiger BMC 0 0 500 700 re f EMC")
    bronnen.Font.T3 = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), Name=Name.Zilverreiger,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(Zilverreiger=blok),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.Zilverreiger])),
            FirstChar=97, LastChar=97, Widths=Array([600]), Resources=Dictionary(),
        )
    )  # fmt: skip


def test_the_letters_of_a_font_that_draws_them_itself_tell_nothing(tmp_path: Path) -> None:
    met = b"BT /T3 20 Tf 100 200 Td (aa) Tj ET"
    doel, uit = gelakt(tmp_path, met, met, a_font_that_draws)
    nowhere(doel)
    assert not uit.afgebeeld
    assert sum(b"(aa) Tj" in deel for deel in all_bytes(doel)) == 2


def test_names_of_drawings_inks_and_states_tell_nothing(tmp_path: Path) -> None:
    def maak(pdf: Pdf, bronnen: Dictionary) -> None:
        vorm = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        bronnen.XObject = Dictionary(Zilverreiger=vorm)
        bronnen.ExtGState = Dictionary(Zilverreiger1=Dictionary(Type=Name.ExtGState, LW=2))
        tint = pdf.make_indirect(Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1))
        bronnen.ColorSpace = Dictionary(K1=Array([Name.Separation, Name("/Zilverreiger Blauw"), Name.DeviceGray, tint]))

    met = b"q /Zilverreiger1 gs /K1 cs 1 scn 1 0 0 1 10 10 cm /Zilverreiger Do Q"
    doel, uit = gelakt(tmp_path, met, met, maak)
    nowhere(doel)
    assert not uit.afgebeeld


def test_styles_in_the_structure_tell_nothing(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        a_page(
            pdf,
            b"/Zilverreiger <</MCID 0>> BDC " + WOORD + b"EMC /P <</MCID 1>> BDC " + REST + b"EMC",
            Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica()))),
        )
        blad = pdf.pages[0].obj
        blad.StructParents = 0
        een = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Zilverreiger, Pg=blad, K=0))
        twee = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=blad, K=1))
        ouders = pdf.make_indirect(Dictionary(Nums=Array([0, Array([een, twee])])))
        boom = Dictionary(Type=Name.StructTreeRoot, K=Array([een, twee]), ParentTree=ouders)
        boom.RoleMap = Dictionary(Zilverreiger=Name.P)
        een.P = twee.P = pdf.make_indirect(boom)
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = een.P, Dictionary(Marked=True)
        inhoud = as_bytes(pdf)
    doel, uit = redacted(inhoud, tmp_path, meer=[VLAK])
    nowhere(doel)
    assert not uit.afgebeeld
    with pikepdf.open(doel) as pdf:
        stijlen = pdf.Root.StructTreeRoot.RoleMap
        assert {str(deel.S) in stijlen for deel in pdf.Root.StructTreeRoot.K} == {True, False}


def with_program(pdf: Pdf, bronnen: Dictionary, *, in_tabel: bool) -> None:
    """A font that travels with the file and says the word: in its table of names, or as what a letter means."""
    with TTFont(resources() / "fonts" / "carlito" / "Carlito-Regular.ttf") as font:
        if in_tabel:
            font["name"].setName("Gemaakt voor Zilverreiger", 0, 3, 1, 0x409)
        stroom = BytesIO()
        font.save(stroom)
        breedte = font["hmtx"][font.getBestCmap()[ord("a")]][0] * 1000 // font["head"].unitsPerEm
    a_font_with_a_telling_name(pdf, bronnen)
    letter = bronnen.Font.Eigen = bronnen.Font.Zilverreiger
    del bronnen.Font["/Zilverreiger"]
    letter.Subtype, letter.Widths = Name.TrueType, Array([breedte] * 95)
    letter.FontDescriptor.FontFile2 = pdf.make_stream(stroom.getvalue(), Length1=len(stroom.getvalue()))
    if not in_tabel:
        betekenis = b"1 beginbfchar <7E> <%s> endbfchar" % "Zilverreiger".encode("utf-16-be").hex().encode()
        letter.ToUnicode = pdf.make_stream(betekenis)


@pytest.mark.parametrize("in_tabel", [True, False])
def test_the_program_of_a_font_tells_nothing(tmp_path: Path, *, in_tabel: bool) -> None:
    met = b"BT /Eigen 12 Tf 100 200 Td (aaa) Tj ET"
    doel, uit = gelakt(tmp_path, met, b"", lambda pdf, bronnen: with_program(pdf, bronnen, in_tabel=in_tabel))
    nowhere(doel)
    assert uit.afgebeeld == (() if in_tabel else (1,))


def test_a_name_that_a_page_still_says_stays(tmp_path: Path) -> None:
    nog = b"/Zilverreiger BMC BT /F1 12 Tf 100 200 Td (ook Zilverreiger blijft) Tj ET EMC"
    doel, uit = gelakt(tmp_path, b"", nog, niets)
    assert uit.nog_te_lezen == (2,)
    assert any(b"/Zilverreiger BMC" in deel for deel in all_bytes(doel))
