"""What is redacted is gone: from the words, the drawings, the pictures and everything else that the file holds."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.papier import a_paper, a_scan
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladteksten
from tk_desktop.paper.bladzoeken import as_searched
from tk_desktop.paper.fonts import Letters
from tk_desktop.paper.hidden import hidden_words
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.redaction import Gelaktepdf, LakkenMislukt, Lakvlak, VlakBuitenBlad, redact
from tk_desktop.paper.redaction_words import boxes_over

REDEN = "Weggelakt: Woo artikel 5.1, tweede lid, onder e"


def under(tekst: Bladtekst, woorden: str, pagina: int = 1) -> list[Lakvlak]:
    """The boxes over every place where words stand on a page."""
    return [
        Lakvlak(pagina=pagina, kader=kader, opschrift="5.1.2e", uitleg=REDEN)
        for begin, eind in as_searched(tekst.tekst).vind(as_searched(woorden))
        for kader in boxes_over(tekst, begin, eind)
    ]


def redacted(bron: bytes, map_: Path, *woorden: str, meer: Sequence[Lakvlak] = ()) -> tuple[Path, Gelaktepdf]:
    """A paper in which these words were redacted wherever they stand."""
    pad, doel = map_ / "stuk.pdf", map_ / "gelakt.pdf"
    pad.write_bytes(bron)
    with pypdfium2.PdfDocument(pad) as pdf:
        aantal = len(pdf)
    vlakken = list(meer)
    for pagina, tekst in read_bladteksten(pad, range(1, aantal + 1)).items():
        for woord in woorden:
            vlakken += under(tekst, woord, pagina)
    assert vlakken, "er staat niets om te lakken"
    return doel, redact(pad, doel, vlakken)


def text_of(pad: Path) -> str:
    """All words on the pages of a file, as they are sought."""
    with pypdfium2.PdfDocument(pad) as pdf:
        aantal = len(pdf)
    bladen = read_bladteksten(pad, range(1, aantal + 1))
    return as_searched(" ".join(blad.tekst for blad in bladen.values())).letters


def all_bytes(pad: Path) -> Iterator[bytes]:
    """The file itself and every stream in it, unpacked where that can be."""
    yield pad.read_bytes()
    with pikepdf.open(pad) as pdf:
        for ding in pdf.objects:
            if isinstance(ding, pikepdf.Stream):
                yield ding.read_raw_bytes()
                try:
                    yield ding.read_bytes()
                except pikepdf.PdfError:
                    continue


def is_gone(pad: Path, woord: str) -> None:
    """Prove that a word is nowhere in a file."""
    gezocht = as_searched(woord).letters
    assert gezocht not in text_of(pad)
    assert gezocht not in as_searched(" ".join(hidden_words(pad))).letters
    for deel in all_bytes(pad):
        for vorm in (woord.encode(), woord.encode("utf-16-be"), woord.encode().hex().encode()):
            assert vorm not in deel


def with_fonts(regels: Sequence[str]) -> bytes:
    """A page in letters that travel with the file, of which each has a number of its own."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(400, 600))
    letter = Letters.load(Huisstijl.load("neutraal")).gewoon
    canvas.setFont(letter.naam, 10)
    for nummer, regel in enumerate(regels):
        canvas.drawString(40, 500 - 14 * nummer, regel)
    canvas.save()
    return stroom.getvalue()


ZINNEN = ["De commissie bespreekt het voorstel van", "en besluit dat het zo blijft.", "jkq xyz ABCDEFGHIJKLMNOPRSTUVWZ"]


def a_page(pdf: Pdf, inhoud: bytes, bronnen: Dictionary) -> None:
    """A page with a drawing and its resources."""
    blad = pdf.add_blank_page(page_size=(400, 600))
    blad.obj.Resources = bronnen
    blad.obj.Contents = pdf.make_stream(inhoud)


def helvetica() -> Dictionary:
    """The font that every reader has."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def as_bytes(pdf: Pdf) -> bytes:
    """The file."""
    stroom = BytesIO()
    pdf.save(stroom)
    return stroom.getvalue()


def test_letters_with_space_between_them_are_gone(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        tekst = b"BT /F1 12 Tf 40 500 Td [(Wij spraken Ro)30(osj)-20(e v)15(an Dal)-15(en gister)] TJ ET"
        a_page(pdf, tekst, Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica()))))
        inhoud = as_bytes(pdf)
    doel, gelakt = redacted(inhoud, tmp_path, "Roosje van Dalen")
    is_gone(doel, "Roosje")
    assert not gelakt.afgebeeld
    assert "wij spraken" in text_of(doel)
    assert "gister" in text_of(doel)
    for deel in all_bytes(doel):
        for rest in (b"osj", b"Dal)", b"(Ro)", b"e v"):
            assert rest not in deel


def test_a_drawing_within_a_drawing_is_cleaned_too(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        letter = pdf.make_indirect(helvetica())
        binnen = pdf.make_stream(
            b"/Span <</ActualText (Roosje van Dalen)>> BDC BT /F1 12 Tf 0 0 Td (Roosje van Dalen) Tj ET EMC",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, -5, 200, 20]),
            Resources=Dictionary(Font=Dictionary(F1=letter)),
        )
        a_page(
            pdf,
            b"q 1 0 0 1 40 400 cm /Naam Do Q BT /F1 12 Tf 40 300 Td (Verder niets over de man. abcdeRjnosvD l) Tj ET",
            Dictionary(Font=Dictionary(F1=letter), XObject=Dictionary(Naam=binnen)),
        )
        inhoud = as_bytes(pdf)
    vlak = Lakvlak(pagina=1, kader=Kader(40, 395, 160, 412), opschrift="5.1.2e", uitleg=REDEN)
    doel, gelakt = redacted(inhoud, tmp_path, meer=[vlak])
    is_gone(doel, "Roosje")
    assert not gelakt.afgebeeld
    assert "verder niets" in text_of(doel)


def test_words_behind_a_scan_and_the_dots_of_it_are_gone(tmp_path: Path) -> None:
    stroom = BytesIO()
    with pypdfium2.PdfDocument(a_scan(["Gesprek met Roosje van Dalen", "over de haven"])) as scan:
        beeld = scan[0].render(scale=2).to_pil()
    canvas = Canvas(stroom, invariant=1, pagesize=(595, 842))
    canvas.drawImage(ImageReader(beeld), 0, 0, 595, 842)
    for nummer, regel in enumerate(["Gesprek met Roosje van Dalen", "over de haven"]):
        deel = canvas.beginText(60, 762 - 14.4 * nummer)
        deel.setFont("Helvetica", 10)
        deel.setTextRenderMode(3)
        deel.textOut(regel)
        canvas.drawText(deel)
    canvas.save()
    doel, gelakt = redacted(stroom.getvalue(), tmp_path, "Roosje van Dalen")
    is_gone(doel, "Roosje")
    assert gelakt.afgebeeld == (1,)
    assert "over de haven" in text_of(doel)
    with pikepdf.open(doel) as pdf:
        beelden = [
            ding for ding in pdf.objects if isinstance(ding, pikepdf.Stream) and ding.get("/Subtype") == Name.Image
        ]
        (enige,) = beelden
        plaat = pikepdf.PdfImage(enige).as_pil_image().convert("L")
    schaal = plaat.width / 595
    vlak = plaat.crop((int(120 * schaal), int(74 * schaal), int(180 * schaal), int(80 * schaal)))
    assert vlak.getextrema() == (0, 0)


def test_letters_that_a_font_draws_itself_are_gone(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        blok = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
        lijn = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 m 500 0 l 250 700 l f")
        letter = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 600, 700]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(blok=blok, lijn=lijn),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.blok, Name.lijn])),
                FirstChar=97,
                LastChar=98,
                Widths=Array([600, 600]),
                Resources=Dictionary(),
            )
        )
        a_page(pdf, b"BT /T 20 Tf 40 500 Td (aaabbbaaa) Tj 0 -40 Td (ab) Tj ET", Dictionary(Font=Dictionary(T=letter)))
        inhoud = as_bytes(pdf)
    vlak = Lakvlak(pagina=1, kader=Kader(77, 495, 111, 520), opschrift="5.1.2e", uitleg=REDEN)
    doel, gelakt = redacted(inhoud, tmp_path, meer=[vlak])
    assert not gelakt.afgebeeld
    assert not any(b"bbb" in deel for deel in all_bytes(doel))
    assert any(b"aaa" in deel for deel in all_bytes(doel))


def test_what_the_file_says_beside_its_pages_is_gone(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(a_paper(["Gesproken met Roosje over de hond", *ZINNEN], ["Tweede blad"]))) as pdf:
        pdf.docinfo["/Title"] = "Roosje"
        pdf.attachments["roosje.txt"] = b"Roosje"
        with pdf.open_outline() as kop:
            kop.root.append(pikepdf.OutlineItem("Gesprek met Roosje", 0))
            kop.root.append(pikepdf.OutlineItem("Tweede blad", 1))
        noot = Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=String("Roosje belde terug")
        )
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(noot)])
        inhoud = as_bytes(pdf)
    doel, _ = redacted(inhoud, tmp_path, "Roosje")
    is_gone(doel, "Roosje")
    with pikepdf.open(doel) as pdf, pdf.open_outline() as kop:
        assert [regel.title for regel in kop.root] == ["Bladzijde 1", "Tweede blad"]


@pytest.mark.parametrize("meer", [True, False])
def test_what_a_program_wrote_in_the_structure_for_itself_is_gone(tmp_path: Path, *, meer: bool) -> None:
    with pikepdf.new() as pdf:
        tekst = b"/P <</MCID 0>> BDC BT /F1 12 Tf 40 500 Td (Gesproken met Roosje) Tj ET EMC"
        a_page(pdf, tekst, Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica()))))
        blad = pdf.pages[0].obj
        blad.StructParents = 0
        eigen = Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String("naam"), V=String("Roosje"))]))
        opmaak = Dictionary(O=Name.Layout, SpaceAfter=6)
        deel = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=blad, K=0))
        deel.A = Array([opmaak, 0, eigen, 0]) if meer else eigen
        ouders = pdf.make_indirect(Dictionary(Nums=Array([0, Array([deel])])))
        deel.P = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([deel]), ParentTree=ouders))
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = deel.P, Dictionary(Marked=True)
        inhoud = as_bytes(pdf)
    doel, _ = redacted(inhoud, tmp_path, "Roosje")
    is_gone(doel, "Roosje")
    with pikepdf.open(doel) as pdf:
        (rest,) = [ding for ding in pdf.objects if isinstance(ding, Dictionary) and ding.get("/S") == Name.P]
        assert ("/A" in rest) is meer


def test_a_signature_under_a_mark_makes_the_page_a_picture(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        kromme = b"40 200 m 80 260 120 140 160 200 c 200 260 240 140 400 200 c S "
        tekst = b"BT /F1 12 Tf 40 500 Td (Met vriendelijke groet) Tj ET"
        a_page(pdf, kromme + tekst, Dictionary(Font=Dictionary(F1=pdf.make_indirect(helvetica()))))
        inhoud = as_bytes(pdf)
    vlak = Lakvlak(pagina=1, kader=Kader(30, 150, 250, 250), opschrift="5.1.2e", uitleg=REDEN)
    doel, gelakt = redacted(inhoud, tmp_path, meer=[vlak])
    assert gelakt.afgebeeld == (1,)
    assert "met vriendelijke groet" in text_of(doel)


@pytest.mark.parametrize("maak", [with_fonts, lambda regels: a_paper(list(regels))])
def test_in_every_black_box_one_reads_for_what_reason_it_is_there(
    tmp_path: Path, maak: Callable[[Sequence[str]], bytes]
) -> None:
    doel, _ = redacted(maak([*ZINNEN, "Roosje Quaeghebeur woont hier"]), tmp_path, "Roosje Quaeghebeur")
    (vlak,) = under(read_bladteksten(tmp_path / "stuk.pdf", [1])[1], "Roosje Quaeghebeur")
    with pypdfium2.PdfDocument(doel) as pdf:
        beeld = pdf[0].render(scale=4).to_pil().convert("L")
    x0, y0, x1, y1 = (4 * deel for deel in vlak.kader)
    vak = beeld.crop((int(x0) + 2, beeld.height - int(y1) + 2, int(x1) - 2, beeld.height - int(y0) - 2))
    assert vak.getextrema() == (0, 255), "its number stands there, white on black"


def test_a_letter_that_stood_nowhere_else_leaves_the_font(tmp_path: Path) -> None:
    doel, gelakt = redacted(with_fonts(["Gesproken met Quxy over de hond"]), tmp_path, "Quxy")
    is_gone(doel, "Quxy")
    assert gelakt.afgebeeld == (1,)
    assert "over de hond" in text_of(doel)


def test_pages_on_which_the_same_words_remain_are_told(tmp_path: Path) -> None:
    pad, doel = tmp_path / "stuk.pdf", tmp_path / "gelakt.pdf"
    pad.write_bytes(a_paper(["Roosje van Dalen", *ZINNEN], ["niets"], ["en Roosje van Dalen weer"]))
    gelakt = redact(pad, doel, under(read_bladteksten(pad, [1])[1], "Roosje van Dalen"))
    assert gelakt.nog_te_lezen == (3,)


def test_the_same_marks_give_the_same_bytes(tmp_path: Path) -> None:
    inhoud = a_paper(["Gesproken met Roosje over de hond", *ZINNEN])
    (tmp_path / "een").mkdir()
    (tmp_path / "twee").mkdir()
    een, _ = redacted(inhoud, tmp_path / "een", "Roosje")
    twee, _ = redacted(inhoud, tmp_path / "twee", "Roosje")
    assert een.read_bytes() == twee.read_bytes()


@pytest.mark.parametrize("kader", [Kader(0, 501, 400, 502), Kader(300, 515, 20, 495), Kader(600, 495, 700, 515)])
def test_a_mark_under_which_nothing_can_be_looked_at_is_refused(tmp_path: Path, kader: Kader) -> None:
    vlak = Lakvlak(pagina=1, kader=kader, opschrift="5.1.2e", uitleg=REDEN)
    with pytest.raises(LakkenMislukt):
        redacted(with_fonts(["Gesproken met Roosje"]), tmp_path, meer=[vlak])
    assert not (tmp_path / "gelakt.pdf").exists()


def test_a_mark_on_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    vlak = Lakvlak(pagina=4, kader=Kader(0, 0, 10, 10), opschrift="5.1.2e", uitleg=REDEN)
    with pytest.raises(VlakBuitenBlad):
        redacted(a_paper(["Roosje"]), tmp_path, meer=[vlak])
    assert not (tmp_path / "gelakt.pdf").exists()
