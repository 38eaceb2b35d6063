"""A name that is redacted is gone, however a page says it: random names, places, turns and ways of drawing letters."""

import os
from collections.abc import Callable, Sequence
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.paper.test_redaction import (
    REDEN,
    ZINNEN,
    a_page,
    as_bytes,
    helvetica,
    is_gone,
    redacted,
    text_of,
    with_fonts,
)
from tests.papier import a_paper
from tk_desktop.paper.bladzoeken import as_searched

AANTAL = int(os.environ.get("TK_LAKKEN", "14"))
"""How many papers are redacted; `make fuzz` does more."""
NAMEN = (
    st.text(alphabet="abcdefghijklmnoprstuvwz", min_size=4, max_size=11)
    .filter(lambda naam: len(set(naam)) > 3)
    .map(lambda naam: f"Zw{naam}")
)
"""Names that are no piece of a word of the format itself, such as ``Resources``."""
DRAAI = st.sampled_from([0, 90, 180, 270])
GATEN = st.lists(st.integers(-30, 30), min_size=7, max_size=7)
"""Space between letters; with more of it a reader takes one word for two."""
Maak = Callable[[Sequence[str], Sequence[int]], bytes]


def plain(regels: Sequence[str], _: Sequence[int]) -> bytes:
    return a_paper(regels)


def own_letters(regels: Sequence[str], _: Sequence[int]) -> bytes:
    return with_fonts(regels)


def shown(regels: Sequence[str], gaten: Sequence[int], toon: Callable[[str], str]) -> bytes:
    """Lines below each other, each shown by an operator of its own."""
    staat = f"{gaten[0] / 100} Tc {gaten[1] / 30} Tw {100 + gaten[2] / 9} Tz {gaten[3] / 40} Ts /F1 12 Tf 24 TL"
    return f"BT {staat} 30 540 Td {' '.join(f'{toon(regel)} T*' for regel in regels)} ET".encode("latin-1")


def in_pieces(regels: Sequence[str], gaten: Sequence[int]) -> bytes:
    """Letters one by one, with space between them, in a drawing within a drawing."""

    def toon(regel: str) -> str:
        delen = (f"({letter}) {gaten[plek % len(gaten)]}" for plek, letter in enumerate(regel))
        return f"[{' '.join(delen)}] TJ"

    with pikepdf.new() as pdf:
        letters = Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica())))
        binnen = a_form(pdf, shown(regels, gaten, toon), letters)
        buiten = a_form(pdf, b"q 0.5 0 0 0.5 5 5 cm /Binnen Do Q", Dictionary(XObject=Dictionary(Binnen=binnen)))
        a_page(pdf, b"q 1.8 0 0 1.9 4 6 cm /Buiten Do Q", Dictionary(XObject=Dictionary(Buiten=buiten)))
        return as_bytes(pdf)


def a_form(pdf: Pdf, inhoud: bytes, bronnen: Dictionary) -> Object:
    maten = {"BBox": Array([0, 0, 800, 800]), "Matrix": Array([1, 0, 0, 1, 2, 3])}
    return pdf.make_stream(inhoud, Type=Name.XObject, Subtype=Name.Form, Resources=bronnen, **maten)


def composite(regels: Sequence[str], gaten: Sequence[int]) -> bytes:
    """Two bytes to a letter, of which only a table tells what it is."""
    nummers = {letter: 3 + rang for rang, letter in enumerate(sorted(set("".join(regels))))}
    paren = " ".join(f"<{nummer:04X}> <{ord(letter):04X}>" for letter, nummer in nummers.items())
    kaart = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> "
        f"<FFFF> endcodespacerange {len(nummers)} beginbfchar {paren} endbfchar endcmap end end"
    )
    with pikepdf.new() as pdf:
        cid = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Waterletter, DW=510, CIDToGIDMap=Name.Identity,
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor()), W=Array([3, Array([480, 500]), 5, 400, 530]),
        )  # fmt: skip
        letter = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Waterletter, Encoding=Name("/Identity-H"))
        letter.DescendantFonts = Array([pdf.make_indirect(cid)])
        letter.ToUnicode = pdf.make_stream(kaart.encode())
        inhoud = shown(regels, gaten, lambda regel: f"<{''.join(f'{nummers[teken]:04X}' for teken in regel)}> Tj")
        a_page(pdf, inhoud, Dictionary(Font=Dictionary(F1=pdf.make_indirect(letter))))
        return as_bytes(pdf)


def descriptor() -> Dictionary:
    doos = Array([0, -200, 1000, 900])
    return Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Waterletter, FontBBox=doos, Ascent=750, Descent=-250, CapHeight=700,
        StemV=80, ItalicAngle=0, Flags=4,
    )  # fmt: skip


def drawn_by_the_font(regels: Sequence[str], gaten: Sequence[int]) -> bytes:
    """A font that draws each letter itself, as a block of its own height."""
    with pikepdf.new() as pdf:
        tekens = sorted(set("".join(regels)))
        namen = {teken: "space" if teken == " " else "period" if teken == "." else teken for teken in tekens}
        tekening = {f"/{naam}": pdf.make_stream(block(teken)) for teken, naam in namen.items()}
        verschillen = [deel for teken, naam in namen.items() for deel in (ord(teken), Name(f"/{naam}"))]
        letter = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 720]), CharProcs=Dictionary(tekening),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Encoding=Dictionary(Differences=Array(verschillen)),
            FirstChar=0, LastChar=255, Widths=Array([540] * 256), Resources=Dictionary(),
        )  # fmt: skip
        inhoud = shown(regels, gaten, lambda regel: f"({regel}) Tj")
        a_page(pdf, inhoud, Dictionary(Font=Dictionary(F1=pdf.make_indirect(letter))))
        return as_bytes(pdf)


def block(teken: str) -> bytes:
    hoog = 0 if teken == " " else 300 + ord(teken) * 3
    return f"540 0 0 0 500 700 d1 0 0 400 {hoog} re f".encode()


def behind_a_scan(regels: Sequence[str], _: Sequence[int]) -> bytes:
    """A picture of the lines, with the words behind it that nobody sees."""
    with pypdfium2.PdfDocument(a_paper(regels)) as bron:
        beeld = bron[0].render(scale=1).to_pil()
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(400, 600))
    canvas.drawImage(ImageReader(beeld), 0, 0, 400, 600)
    for nummer, regel in enumerate(regels):
        deel = canvas.beginText(40, 500 - 12 * nummer)
        deel.setFont("Helvetica", 10)
        deel.setTextRenderMode(3)
        deel.textOut(regel)
        canvas.drawText(deel)
    canvas.save()
    return stroom.getvalue()


def turned(inhoud: bytes, draai: int) -> bytes:
    """The same page, turned."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        pdf.pages[0].rotate(draai, relative=False)
        return as_bytes(pdf)


WIJZEN: tuple[Maak, ...] = (plain, own_letters, in_pieces, composite, drawn_by_the_font, behind_a_scan)


@settings(max_examples=AANTAL, deadline=None)
@given(naam=NAMEN, plek=st.integers(0, 3), draai=DRAAI, gaten=GATEN, maak=st.sampled_from(WIJZEN))
def test_a_name_is_gone_however_it_stood_there(  # noqa: PLR0917 - what hypothesis draws
    tmp_path_factory: pytest.TempPathFactory, naam: str, plek: int, draai: int, gaten: list[int], maak: Maak
) -> None:
    regels = [*ZINNEN]
    regels.insert(plek, f"Gesproken met {naam} over de hond")
    doel, gelakt = redacted(turned(maak(regels, gaten), draai), tmp_path_factory.mktemp("lak"), naam)
    is_gone(doel, naam)
    assert gelakt.afgebeeld == () or maak not in {plain, in_pieces}
    tekst = text_of(doel)
    assert all(woord in tekst for woord in ("gesproken", "met", "over", "hond", "commissie"))
    assert as_searched(REDEN).letters in tekst
