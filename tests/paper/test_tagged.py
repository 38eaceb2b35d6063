"""Our own pages as a reader, a screen reader, an archive and a second machine see them."""

import ctypes
import io
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import pdfa

from tests.paper.papers import a_cel, a_document, a_picture, a_rich_document, a_veld, opened, words_of
from tests.paper.ua_rules import roles, ua_faults
from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje, Tabel, gewoon, lees
from tk_desktop.paper.blad import Blad, Toon
from tk_desktop.paper.pictures import AfbeeldingOnleesbaar
from tk_desktop.paper.tagged import STEMPELRAND, TaggedDocument

LATIJN = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0x17E, categories=("L", "Nd")), min_size=1, max_size=12
)


@pytest.mark.parametrize("huisstijl", ["neutraal", "vechtstreek"])
def test_every_kind_of_content_is_accessible_and_can_be_archived(tmp_path: Path, huisstijl: str) -> None:
    with opened(a_rich_document(tmp_path, huisstijl=huisstijl)) as pdf:
        assert ua_faults(pdf) == []
        assert pdfa.check(pdf, "3b").findings == []


def test_an_empty_document_is_a_valid_page() -> None:
    document = a_document(titel="")
    with opened(document) as pdf:
        assert ua_faults(pdf) == []
        assert pdfa.check(pdf, "3b").findings == []
    assert document.page_count == 1


def test_a_document_is_written_as_a_blad(tmp_path: Path) -> None:
    blad: Blad = a_document()
    blad.title("Agenda")
    assert blad.write(tmp_path / "map" / "agenda.pdf").read_bytes().startswith(b"%PDF-1.")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(NietSchrijfbaar):
        a_document().write(tmp_path / "bestand" / "agenda.pdf")


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    assert a_rich_document(tmp_path).build() == a_rich_document(tmp_path).build()


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.paper.papers import a_rich_document;"
        "sys.stdout.buffer.write(a_rich_document(Path(sys.argv[1]), huisstijl='vechtstreek').build())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] == a_rich_document(tmp_path, huisstijl="vechtstreek").build()


def test_other_contents_give_another_file_id() -> None:
    een, ander = a_document(), a_document()
    ander.paragraph("anders")
    with opened(een) as eerste, opened(ander) as tweede:
        assert bytes(eerste.trailer.ID[0]) != bytes(tweede.trailer.ID[0])


def test_only_the_given_day_stands_in_the_file() -> None:
    with opened(a_document()) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert set(re.findall(r"\d{4}-\d{2}-\d{2}T[\d:]+Z", packet)) == {"2026-03-04T00:00:00Z"}
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20260304000000Z"


def test_a_screen_reader_meets_the_parts_in_the_order_of_the_paper() -> None:
    document = a_document()
    document.title("Agenda")
    document.blocks(lees("Eerst [dit](#x) dan\n\n- een\n  - twee\n\n| A |\n| b |"))
    with opened(document) as pdf:
        assert " ".join(roles(pdf)) == ("Document H1 P Link L LI Lbl LBody L LI Lbl LBody Table TR TH TR TD")


def test_no_heading_level_is_skipped() -> None:
    document = a_document()
    document.heading(3, "Diep begonnen")
    document.heading(3, "Dieper")
    document.title("Nieuw stuk")
    document.heading(3, "Kop")
    with opened(document) as pdf:
        assert roles(pdf) == ["Document", "H1", "H2", "H1", "H2"]


def test_the_header_of_a_table_is_printed_on_every_page_and_read_once() -> None:
    document = a_document()
    document.table(["NR.", "ONDERWERP"], [(a_cel(str(n)), a_cel("Oevers " * 30)) for n in range(60)], [1, 6])
    pages = words_of(document)
    assert len(pages) > 2
    assert all(page.count("ONDERWERP") == 1 for page in pages)
    with opened(document) as pdf:
        assert roles(pdf).count("TH") == 2


def test_a_header_row_longer_than_a_page_does_not_push_the_rows_off_the_paper() -> None:
    document = a_document()
    document.table(["kop " * 2000, "B"], [(a_cel("een"), a_cel(f"rij {n}")) for n in range(5)], [1, 1])
    text = "".join(words_of(document))
    assert all(f"rij {n}" in text for n in range(5))
    pdf = pypdfium2.PdfDocument(document.build())
    assert min(one.get_bounds()[1] for page in pdf for one in page.get_objects()) >= STEMPELRAND
    pdf.close()


def test_a_row_longer_than_a_page_goes_on_at_the_next() -> None:
    document = a_document()
    document.table(["NR.", "ONDERWERP"], [(a_cel("1."), a_cel(" ".join(f"woord{n}" for n in range(2500))))], [1, 6])
    assert " ".join(re.findall(r"woord\d+", "".join(words_of(document)))) == " ".join(f"woord{n}" for n in range(2500))
    with opened(document) as pdf:
        assert roles(pdf).count("TD") == 2
        assert ua_faults(pdf) == []


def test_a_header_block_reads_as_labels_with_their_values() -> None:
    document = a_document()
    document.fields([[a_veld("DATUM", "4 maart"), a_veld("PLAATS", "Ommen")], [a_veld("AFWEZIG")]])
    with opened(document) as pdf:
        table = pdf.Root.StructTreeRoot.K[0].K[0]
        assert [str(cell.A.Scope) for row in table.K for cell in row.K if cell.S == "/TH"] == ["/Row"] * 3
        assert ua_faults(pdf) == []


@pytest.mark.parametrize("breedte", [45, 60, 75])
def test_words_on_two_lines_keep_their_space(breedte: int) -> None:
    document = a_document()
    document.table(["A", "B"], [(a_cel("een twee drie vier vijf zes zeven acht " * 6), ())], [breedte, 100])
    pdf = pypdfium2.PdfDocument(document.build())
    lines = pdf[0].get_textpage().get_text_range().splitlines()
    pdf.close()
    assert len(lines) > 4
    assert all(line.endswith(" ") for line in lines[1:-1])


def test_a_word_that_ends_in_a_hyphen_is_not_taken_for_a_broken_word() -> None:
    document = a_document()
    document.paragraph("voor- en nadelen van in- en uitstroom " * 30)
    assert words_of(document)[0].split() == ("voor- en nadelen van in- en uitstroom " * 30).split()


def test_dutch_letters_and_signs_come_back_as_they_were() -> None:
    tekst = "‘Coöperatie’ – België, € 1.250,00 “vóór” … é ë ï ĳ ☐ ☑ ➢ → ⚠ ▯ 😀"
    document = a_document()
    document.paragraph(tekst)
    assert words_of(document)[0].strip() == tekst


def test_a_character_no_font_knows_shows_as_an_empty_box() -> None:
    document = a_document()
    document.paragraph("voor \U00012000 na")
    assert words_of(document)[0].strip() == "voor ▯ na"


@pytest.mark.parametrize(
    "tekst",
    [
        '<img src="/etc/passwd"/>',
        '<a href="file:///x">klik</a>',
        '<font size="99">x',
        "a < b & c &amp; d",
        "<b>x</i>",
        "]]>",
    ],
)
def test_marks_of_print_in_a_text_are_printed_as_text(tekst: str) -> None:
    document = a_document(titel=tekst)
    document.title(tekst)
    document.table([tekst], [(a_cel(tekst),)], [1])
    assert words_of(document)[0].replace("\r\n", "").count(tekst.replace(" ", "")) or tekst in words_of(document)[0]
    with opened(document) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
        assert str(pdf.docinfo.Title) == tekst
        assert pdfa.check(pdf, "3b").findings == []


def test_invisible_characters_do_not_reach_the_paper() -> None:
    document = a_document()
    document.paragraph("ge\x00lezen \u202e\u2066recht\u2069 zacht\u00adjes \ufeffeind\u200be half\ud800")
    assert words_of(document)[0].strip() == "gelezen recht zachtjes einde half▯"


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(), max_size=80), st.text(st.characters(), max_size=300))
def test_any_text_makes_a_valid_document(kort: str, lang: str) -> None:
    document = a_document(titel=kort, voettekst=kort)
    document.title(kort, anker=kort)
    document.paragraph(
        (Stukje(tekst=lang, vet=True), Stukje(tekst=kort, link="#" + kort), Stukje(tekst=lang, link=lang))
    )
    document.blocks((Lijst((Lijstpunt(merk=kort, stukjes=gewoon(lang)),)), Tabel(((gewoon(kort), gewoon(lang)),) * 2)))
    with opened(document) as pdf:
        assert ua_faults(pdf) == []
        assert pdfa.check(pdf, "3b").findings == []


@settings(deadline=None, max_examples=40)
@given(st.lists(LATIJN, min_size=1, max_size=60))
def test_words_of_any_latin_text_come_back(woorden: list[str]) -> None:
    document = a_document()
    document.paragraph(" ".join(woorden))
    assert " ".join(words_of(document)).split() == " ".join(woorden).split()


def test_a_word_wider_than_the_page_is_broken_and_stays_on_paper() -> None:
    document = a_document()
    document.paragraph("x" * 900)
    pdf = pypdfium2.PdfDocument(document.build())
    page = pdf[0].get_textpage()
    right = max(page.get_charbox(n)[2] for n in range(page.count_chars()) if page.get_text_range(n, 1) == "x")
    assert page.get_text_range().count("x") == 900
    pdf.close()
    assert right < 595 - 22 * 72 / 25.4 + 1


def links_of(document: TaggedDocument) -> list[str]:
    with opened(document) as pdf:
        annotations = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
        return [str(one.A.URI) if "/A" in one else "#" + str(one.Dest) for one in annotations]


def test_links_lead_to_the_web_to_mail_and_to_places() -> None:
    document = a_document()
    document.blocks(lees("[a](https://x.example/ë?a=1&b=2) [b](mailto:a@x.example) [c](#stuk-2a)"))
    assert links_of(document) == ["https://x.example/%C3%AB?a=1&b=2", "mailto:a@x.example", "#stuk-2a"]


@pytest.mark.parametrize(
    "adres", ["file:///etc/passwd", "javascript:alert(1)", "#", "C:\\x", "ftp://x", "https://", "x"]
)
def test_other_addresses_are_plain_text(adres: str) -> None:
    document = a_document()
    document.paragraph((Stukje(tekst="klik hier", link=adres),))
    assert links_of(document) == []
    assert "klik hier" in words_of(document)[0]


def test_a_link_over_two_lines_is_one_link_with_two_places() -> None:
    document = a_document()
    document.paragraph((Stukje(tekst="klik op deze lange tekst " * 8, link="#daar"),))
    assert links_of(document) == ["#daar", "#daar"]
    with opened(document) as pdf:
        assert roles(pdf) == ["Document", "P", "Link"]
        assert ua_faults(pdf) == []


def test_an_anker_names_the_place_of_its_heading() -> None:
    document = a_document()
    document.title("Eerste", anker="stuk-1")
    document.page_break()
    document.heading(2, "Tweede", anker="stuk-2")
    with opened(document) as pdf:
        named = pdf.Root.Names.Dests.Names
        assert [str(name) for name in list(named)[::2]] == ["stuk-1", "stuk-2"]
        assert named[3][0].objgen == pdf.pages[1].obj.objgen
        assert [str(named[3][1]), named[3][4]] == ["/XYZ", None]


def test_bookmarks_nest_as_the_headings_do() -> None:
    document = a_document()
    document.title("Nota")
    document.heading(2, "Voorstel")
    document.heading(3, "Kosten")
    document.heading(2, "Besluit")
    with opened(document) as pdf, pdf.open_outline() as outline:
        (nota,) = outline.root
        assert [child.title for child in nota.children] == ["Voorstel", "Besluit"]
        assert [child.title for child in nota.children[0].children] == ["Kosten"]


def test_a_heading_never_stands_alone_at_the_bottom_of_a_page() -> None:
    for mm in range(150, 240, 3):
        document = a_document()
        document.space(1)
        document.paragraph("Begin")
        document.space(mm)
        document.heading(2, "KOP")
        document.paragraph("onder de kop " * 40)
        page = next(page for page in words_of(document) if "KOP" in page)
        assert "onder de kop" in page, mm


def test_the_strip_for_the_stamp_stays_free(tmp_path: Path) -> None:
    pdf = pypdfium2.PdfDocument(a_rich_document(tmp_path).build())
    for number in range(len(pdf)):
        assert min(one.get_bounds()[1] for one in pdf[number].get_objects()) >= STEMPELRAND
    pdf.close()


def test_a_document_on_its_own_numbers_its_pages() -> None:
    document = a_document(voettekst="Agenda PG")
    document.paragraph("een")
    document.page_break()
    document.paragraph("twee")
    assert [page.splitlines()[-1] for page in words_of(document)] == [
        "Agenda PG Pagina 1 van 2",
        "Agenda PG Pagina 2 van 2",
    ]


def test_the_logo_stands_on_the_first_page_only_and_is_told() -> None:
    document = a_document(huisstijl="vechtstreek")
    document.paragraph("een")
    document.page_break()
    document.paragraph("twee")
    with opened(document) as pdf:
        assert ["/XObject" in page.resources for page in pdf.pages] == [True, False]
        figure = pdf.Root.StructTreeRoot.K[0].K[0]
        assert (str(figure.S), str(figure.Alt)) == ("/Figure", "Regio Vechtstreek")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "LA", "1"])
def test_pictures_of_any_kind_can_be_archived(tmp_path: Path, mode: str) -> None:
    document = a_document()
    document.figure(a_picture(tmp_path, mode), breedte_mm=500, alternatieve_tekst="Kaart")
    with opened(document) as pdf:
        assert ua_faults(pdf) == []
        assert pdfa.check(pdf, "3b").findings == []


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_photo_can_be_archived(tmp_path: Path, mode: str) -> None:
    document = a_document()
    document.figure(a_picture(tmp_path, mode, "foto.jpg"), breedte_mm=50, alternatieve_tekst="Foto")
    with opened(document) as pdf:
        assert pdfa.check(pdf, "3b").findings == []


def test_a_damaged_or_missing_picture_is_told(tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.png"
    kapot.write_bytes(b"\x89PNG\r\n\x1a\nstuk")
    for bestand in (kapot, tmp_path / "weg.png"):
        with pytest.raises(AfbeeldingOnleesbaar):
            a_document().figure(bestand, breedte_mm=50, alternatieve_tekst="x")


def test_each_manner_of_print_shows_its_words() -> None:
    document = a_document()
    for toon in Toon:
        document.paragraph(f"toon {toon}", toon)
    assert all(f"toon {toon}" in words_of(document)[0] for toon in Toon)


def test_white_space_at_the_end_makes_no_empty_page() -> None:
    document = a_document()
    document.paragraph("een")
    document.space(400)
    document.page_break()
    assert document.page_count <= 2


def test_white_space_on_top_of_a_page_pushes_nothing_off_the_paper() -> None:
    document = a_document()
    document.space(400)
    document.table(["A"], [(a_cel("woord " * 200),)], [1])
    pdf = pypdfium2.PdfDocument(document.build())
    assert min(one.get_bounds()[1] for page in pdf for one in page.get_objects()) >= STEMPELRAND
    pdf.close()


def test_white_space_before_the_first_words_lowers_them() -> None:
    hoog, laag = a_document(), a_document()
    laag.space(70)
    for document in (hoog, laag):
        document.title("Schutblad")
    tops = []
    for document in (hoog, laag):
        with pypdfium2.PdfDocument(document.build()) as pdf:
            tops.append(max(one.get_bounds()[3] for one in pdf[0].get_objects()))
    assert tops[0] - tops[1] > 60 * 72 / 25.4


def test_lists_of_any_depth_stay_on_paper() -> None:
    punt = Lijstpunt(merk="-", stukjes=gewoon("diep"))
    for _ in range(30):
        punt = Lijstpunt(merk="-", stukjes=gewoon("dieper en dieper"), onder=(punt,))
    document = a_document()
    document.blocks((Lijst((punt,)),))
    with pikepdf.open(io.BytesIO(document.build())) as pdf:
        assert ua_faults(pdf) == []


def test_an_amount_never_stands_on_two_lines() -> None:
    document = a_document()
    for aantal in range(60, 100):
        document.paragraph(f"{'x' * aantal} kost € 35.000 per jaar")
    regels = [regel for blad in words_of(document) for regel in blad.splitlines()]
    assert len(regels) > 40
    assert not [regel for regel in regels if regel.rstrip().endswith("€")]


@pytest.mark.parametrize("regels", range(30, 46))
def test_a_small_table_is_not_divided_over_two_pages(regels: int) -> None:
    document = a_document()
    for nummer in range(regels):
        document.paragraph(f"Regel {nummer}")
    document.blocks(lees("| Post | Bedrag |\n| Huur | € 1.250 |\n| Zaal | € 90 |\n| Totaal | € 1.340 |"))
    assert [("Post" in page, "Totaal" in page) for page in words_of(document)] in (
        [(True, True)], [(False, False), (True, True)],
    )  # fmt: skip


@pytest.mark.parametrize("regels", range(26, 46))
def test_room_to_write_never_makes_a_page_of_its_own(regels: int) -> None:
    document = a_document()
    for nummer in range(regels):
        document.paragraph(f"Regel {nummer}")
    document.heading(2, "Besluit")
    document.writing_room(3)
    assert "Besluit" in words_of(document)[-1]
    with opened(document) as pdf:
        assert ua_faults(pdf) == []


def test_the_last_line_of_a_title_is_not_one_word() -> None:
    document = a_document()
    document.title("Vergadering BC Waterkant van donderdag 4 juni 2026, 09.30 tot 11.30 uur")
    (page,) = words_of(document)
    assert "11.30 uur" in page.replace("\r\n", "\n")


@given(titel=st.lists(LATIJN, min_size=1, max_size=12).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_no_word_of_any_title_is_lost(titel: str) -> None:
    document = a_document()
    document.title(titel)
    assert "".join("".join(words_of(document)).split()) == "".join(titel.split())


def test_a_cell_over_two_columns_tells_so_and_has_the_room_of_both() -> None:
    document = a_document()
    document.blocks(lees("|  | Raming van de kosten per jaar ||\n| Post | 2026 | 2027 |\n| Huur | 10 | 20 |"))
    assert "Raming van de kosten per jaar" in " ".join(words_of(document)[0].split())
    with opened(document) as pdf:
        assert roles(pdf).count("TH") == 2
        assert ua_faults(pdf) == []


@pytest.mark.parametrize("huisstijl", ["neutraal", "vechtstreek"])
@pytest.mark.parametrize("aantal", [1, 2, 3, 5, 9])
def test_however_many_marks_a_page_bears_none_lies_over_its_foot_or_its_text(huisstijl: str, aantal: int) -> None:
    merk = "GEHEIM · geheimhouding opgelegd door het algemeen bestuur op 11 maart 2026; alleen dat bestuur heft die op"
    document = a_document(huisstijl=huisstijl, voettekst="Verslag (besloten)", merken=[merk] * aantal)
    for nummer in range(90):
        document.paragraph(f"Wat bij punt {nummer} is gezegd.")
    with pypdfium2.PdfDocument(document.build()) as pdf:
        assert len(pdf) > 1
        for blad in pdf:
            hoogten = _baselines(blad)
            assert all(boven - onder > _LETTER for boven, onder in pairwise(hoogten)), hoogten


_LETTER = 7.5
"""Points between two lines of small letters that do not touch."""


def _baselines(blad: pypdfium2.PdfPage) -> list[float]:
    """Return at what heights the lines of a page stand, from the top."""
    tekst = blad.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    hoogten = set()
    for nummer in range(tekst.count_chars()):
        if pypdfium2.raw.FPDFText_GetCharOrigin(tekst, nummer, x, y):
            hoogten.add(round(y.value, 1))
    return sorted(hoogten - {0.0}, reverse=True)
