"""A Word document of our own can be edited as if it was made in Word, and says what the PDF says."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from tests.paper.papers import a_cel, a_picture, a_veld
from tests.paper.word_files import a_word_document, found, part_of, parts_of, text_of, values
from tk_desktop.base.paths import resources
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tabel, Tussenkop, gewoon, lees, normaal
from tk_desktop.paper.blad import Blad, Toon, Veld
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.word import WordDocument, write_template
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel, lees_word
from tk_desktop.paper.word_xml import AfbeeldingOnbruikbaar


def a_full_document(map_: Path, huisstijl: str = "neutraal") -> WordDocument:
    document = a_word_document(huisstijl=huisstijl, voettekst="BC Waterkant · 4 maart 2026")
    document.title("Adviesnota", anker="nota")
    document.fields([[a_veld("OPENBAAR", "Ja"), a_veld("KENMERK", "2026-7")], [a_veld("VOORSTEL VOOR", "BC")]])
    document.heading(1, "Voorstel", anker="voorstel")
    document.blocks(lees("1. een\n  a. onder\n- bolletje\n\n| Wie | Wat |\n| A | B |\n\n### Kop\n\nTekst"))
    document.table(["NR.", "ONDERWERP"], [[a_cel("1."), a_cel("Opening")]], [1, 5])
    document.paragraph("Let op", Toon.NADRUK)
    document.figure(a_picture(map_), breedte_mm=40, alternatieve_tekst="Kaart van de haltes")
    document.space(5)
    document.page_break()
    return document


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    een = a_full_document(tmp_path).write(tmp_path / "een.docx")
    twee = a_full_document(tmp_path).write(tmp_path / "twee.docx")
    assert een.read_bytes() == twee.read_bytes()


def test_a_document_can_be_written_twice(tmp_path: Path) -> None:
    document = a_full_document(tmp_path)
    assert document.write(tmp_path / "a.docx").read_bytes() == document.write(tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("huisstijl", ["neutraal", "vechtstreek"])
def test_another_word_library_opens_the_document_with_its_styles(tmp_path: Path, huisstijl: str) -> None:
    blad: Blad = a_full_document(tmp_path, huisstijl)
    gelezen = docx.Document(str(blad.write(tmp_path / "nota.docx")))
    gebruikt = {alinea.style.name for alinea in gelezen.paragraphs if alinea.style}
    assert {"Title", "Heading 1", "Heading 3", "List Number", "List Number 2", "List Bullet", "Body Text"} <= gebruikt
    assert [tabel.style.name for tabel in gelezen.tables if tabel.style] == [
        "Veldentabel",
        "Vergadertabel",
        "Vergadertabel",
    ]


def test_the_properties_name_title_author_and_day_without_a_clock(tmp_path: Path) -> None:
    eigenschappen = docx.Document(str(a_full_document(tmp_path).write(tmp_path / "nota.docx"))).core_properties
    assert (eigenschappen.title, eigenschappen.author, eigenschappen.language) == ("Adviesnota", "M. de Boer", "nl-NL")
    assert eigenschappen.created.date().isoformat() == eigenschappen.modified.date().isoformat() == "2026-03-04"


def test_word_checks_the_spelling_in_dutch(tmp_path: Path) -> None:
    bestand = a_full_document(tmp_path).write(tmp_path / "nota.docx")
    assert values(part_of(bestand, "word/styles.xml"), "lang") == ["nl-NL"]
    assert values(part_of(bestand, "word/settings.xml"), "themeFontLang") == ["nl-NL"]


def test_the_header_row_comes_back_on_every_page_and_tall_rows_may_go_on_at_the_next(tmp_path: Path) -> None:
    document = a_word_document()
    rijen = [[a_cel("1."), a_cel("Kort verhaal " * 40)], [a_cel("2."), a_cel("Lang verhaal " * 200)]]
    document.table(["NR.", "ONDERWERP"], rijen, [1, 5])
    kop, kort, rij = found(part_of(document.write(tmp_path / "a.docx"), "word/document.xml"), "tr")
    assert found(kop, "tblHeader")
    assert not found(rij, "tblHeader")
    assert found(kort, "cantSplit")
    assert not found(rij, "cantSplit")


def test_amounts_stand_at_the_right_under_a_head_at_the_right(tmp_path: Path) -> None:
    document = a_word_document()
    document.blocks(lees("| Post | Bedrag | Toelichting |\n| Huur | € 1.250 | per jaar |\n| Zaal | | |"))
    tekst = part_of(document.write(tmp_path / "a.docx"), "word/document.xml")
    rechts = [text_of(alinea) for alinea in found(tekst, "p") if values(alinea, "jc") == ["right"]]
    assert [woord for woord in rechts if woord] == ["Bedrag", "€\u00a01.250"]


def test_a_small_table_stays_on_one_page_with_its_total(tmp_path: Path) -> None:
    def bijeen(aantal: int) -> list[bool]:
        document = a_word_document()
        document.blocks(lees("| Post | Bedrag |\n" + "| Huur | € 10 |\n" * aantal))
        rijen = found(part_of(document.write(tmp_path / "a.docx"), "word/document.xml"), "tr")
        return [all(found(alinea, "keepNext") for alinea in found(rij, "p")) for rij in rijen]

    assert bijeen(4) == [True, True, True, True, False]
    assert bijeen(20) == [False] * 21


def test_the_last_line_of_a_title_is_not_one_word(tmp_path: Path) -> None:
    document = a_word_document()
    document.title("Vergadering van 4 juni 2026, 09.30 tot 11.30 uur")
    document.title("Twee woorden")
    bestand = document.write(tmp_path / "a.docx")
    assert "tot 11.30\u00a0uurTwee woorden" in text_of(part_of(bestand, "word/document.xml"))


def test_columns_are_as_wide_as_their_shares_of_the_page(tmp_path: Path) -> None:
    document = a_word_document()
    document.table(["NR.", "ONDERWERP"], [], [1, 4])
    eerste, tweede = values(part_of(document.write(tmp_path / "a.docx"), "word/document.xml"), "gridCol", "w")
    assert int(tweede or 0) == pytest.approx(4 * int(eerste or 0), abs=4)


def test_the_footer_counts_the_pages_by_itself(tmp_path: Path) -> None:
    bestand = a_full_document(tmp_path).write(tmp_path / "nota.docx")
    for naam in ("word/footer1.xml", "word/footer2.xml"):
        voet = part_of(bestand, naam)
        assert values(voet, "fldSimple", "instr") == [" PAGE ", " NUMPAGES "]
        assert text_of(voet).startswith("BC Waterkant · 4 maart 2026Pagina ")


def test_the_logo_stands_on_the_first_page_with_its_words(tmp_path: Path) -> None:
    bestand = a_word_document(huisstijl="vechtstreek").write(tmp_path / "a.docx")
    with zipfile.ZipFile(bestand) as pakket:
        assert b'descr="Regio Vechtstreek"' in pakket.read("word/header1.xml")
        assert b"descr" not in pakket.read("word/header2.xml")


def test_links_lead_to_the_web_and_to_places_in_the_document(tmp_path: Path) -> None:
    document = a_word_document()
    document.heading(1, "Bijlagen", anker="bijlage 1 & meer")
    document.blocks(lees("[web](https://regio.example/a?b=1&c=2), [mail](mailto:x@regio.example)"))
    document.paragraph([Stukje(tekst="terug", link="#bijlage 1 & meer")])
    bestand = document.write(tmp_path / "a.docx")
    tekst = part_of(bestand, "word/document.xml")
    assert values(tekst, "hyperlink", "anchor")[-1] in values(tekst, "bookmarkStart", "name")
    with zipfile.ZipFile(bestand) as pakket:
        relaties = pakket.read("word/_rels/document.xml.rels").decode()
    assert 'Target="https://regio.example/a?b=1&amp;c=2" TargetMode="External"' in relaties
    assert "mailto:x@regio.example" in relaties


@pytest.mark.parametrize("link", ["#elders", "javascript:alert(1)", "file:///etc/passwd", "\\\\server\\map", "#"])
def test_a_link_that_leads_nowhere_or_astray_is_plain_text(tmp_path: Path, link: str) -> None:
    document = a_word_document()
    document.paragraph([Stukje(tekst="zie", link=link)])
    bestand = document.write(tmp_path / "a.docx")
    assert not found(part_of(bestand, "word/document.xml"), "hyperlink")
    assert not found(part_of(bestand, "word/document.xml"), "rStyle")
    assert lees_word(bestand).blokken == (WordAlinea(stukjes=gewoon("zie"), stijl="Body Text"),)


def test_text_is_never_interpreted_and_what_xml_cannot_hold_is_dropped(tmp_path: Path) -> None:
    document = a_word_document(titel="Nota \x07 <x>", voettekst="a & b \x00")
    document.title("Nota \x07 <img src='x'/> & \ud800 meer")
    bestand = document.write(tmp_path / "a.docx")
    assert lees_word(bestand).blokken == (
        WordKop(niveau=0, stukjes=gewoon("Nota <img src='x'/> & meer"), stijl="Title"),
    )


def test_two_tables_do_not_melt_and_the_last_one_is_followed_by_a_line_to_type_on(tmp_path: Path) -> None:
    document = a_word_document()
    document.fields([[a_veld("OPENBAAR", "Ja")]])
    document.table(["NR."], [[a_cel("1.")]], [1])
    body = part_of(document.write(tmp_path / "a.docx"), "word/document.xml")[0]
    assert [element.tag.rpartition("}")[2] for element in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_picture_has_words_that_stand_for_it_and_stays_within_the_margins(tmp_path: Path) -> None:
    document = a_word_document()
    document.figure(a_picture(tmp_path), breedte_mm=500, alternatieve_tekst="Kaart <van> de haltes")
    document.figure(a_picture(tmp_path), breedte_mm=50, alternatieve_tekst="Nog eens")
    bestand = document.write(tmp_path / "a.docx")
    beelden = docx.Document(str(bestand)).inline_shapes
    assert [round(beeld.width.mm) for beeld in beelden] == [163, 50]
    assert round(beelden[1].height.mm) == 25
    with zipfile.ZipFile(bestand) as pakket:
        assert [naam for naam in pakket.namelist() if "media" in naam] == ["word/media/beeld1.png"]


@pytest.mark.parametrize("inhoud", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x10"])
def test_a_broken_picture_is_refused_in_dutch(tmp_path: Path, inhoud: bytes) -> None:
    kapot = tmp_path / "kaart.png"
    kapot.write_bytes(inhoud)
    with pytest.raises(AfbeeldingOnbruikbaar, match=r"kaart\.png"):
        a_word_document().figure(kapot, breedte_mm=50, alternatieve_tekst="Kaart")


@pytest.mark.parametrize("huisstijl", ["neutraal", "vechtstreek"])
def test_the_template_is_empty_has_all_styles_and_is_the_one_that_ships(tmp_path: Path, huisstijl: str) -> None:
    sjabloon = write_template(Huisstijl.load(huisstijl), tmp_path / "sjabloon.docx")
    assert lees_word(sjabloon).blokken == ()
    namen = {stijl.name for stijl in docx.Document(str(sjabloon)).styles}
    assert {"Veldnaam", "Veldwaarde", "Vergadertabel", "Nadrukalinea", "Kleine tekst", "Rechts"} <= namen
    meegeleverd = resources() / "word" / f"sjabloon-{huisstijl}.docx"
    if huisstijl == "neutraal" or meegeleverd.exists():
        assert parts_of(meegeleverd) == parts_of(sjabloon)


def test_nothing_in_a_document_names_a_style_that_is_not_there(tmp_path: Path) -> None:
    bestand = a_full_document(tmp_path).write(tmp_path / "a.docx")
    bekend = set(values(part_of(bestand, "word/styles.xml"), "style", "styleId"))
    for naam in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/numbering.xml"):
        deel = part_of(bestand, naam)
        assert {w for soort in ("pStyle", "rStyle", "tblStyle") for w in values(deel, soort)} <= bekend


@pytest.mark.parametrize(
    "merken",
    [
        ["1.", "2.", "3."],
        ["a.", "b.", "c."],
        ["1.1", "1.2", "2.1"],
        ["3.", "4.", "7."],
        ["h.", "i.", "j."],
        ["i.", "ii.", "iii.", "iv."],
        ["Ad 1", "Ad 2"],
        ["(a)", "(b)"],
        ["1)", "2)"],
        ["-", "1.", "-", "2."],
        ["A.", "B."],
    ],
)
def test_marks_that_word_can_count_are_counted_by_word(tmp_path: Path, merken: list[str]) -> None:
    document = a_word_document()
    document.blocks([Lijst(tuple(Lijstpunt(merk=merk, stukjes=gewoon("punt")) for merk in merken))])
    bestand = document.write(tmp_path / "a.docx")
    (lijst,) = lees_word(bestand).blokken
    assert isinstance(lijst, Lijst)
    assert [punt.merk for punt in lijst.punten] == merken
    assert "0" not in values(part_of(bestand, "word/document.xml"), "numId")


def test_a_mark_that_word_cannot_count_is_printed_as_text_behind_a_hanging_indent(tmp_path: Path) -> None:
    document = a_word_document()
    document.blocks([Lijst((Lijstpunt(merk="1A.", stukjes=gewoon("Besloten deel")),))])
    tekst = part_of(document.write(tmp_path / "a.docx"), "word/document.xml")
    assert text_of(tekst) == "1A.Besloten deel"
    assert values(tekst, "ind", "hanging") != [None]


def test_points_below_a_point_follow_its_number_when_the_user_renumbers_in_word(tmp_path: Path) -> None:
    document = a_word_document()
    document.blocks(lees("1. een\n  1.1 onder\n2. twee\n  2.1 onder\n  2.2 onder"))
    bestand = document.write(tmp_path / "a.docx")
    assert len(set(values(part_of(bestand, "word/document.xml"), "numId"))) == 1
    assert "%1.%2" in values(part_of(bestand, "word/numbering.xml"), "lvlText")


letters = st.text(alphabet=st.sampled_from("abé €1.-*|[]()\\#<&>\"'\t"), min_size=1, max_size=10)


def spans(*, vet: bool = True) -> st.SearchStrategy[tuple[Stukje, ...]]:
    stukje = st.builds(
        Stukje,
        tekst=letters,
        vet=st.booleans() if vet else st.just(False),
        cursief=st.booleans(),
        link=st.sampled_from(["", "", "https://regio.example/a_b?c=1&d", "mailto:x@regio.example", "#nota"]),
    )
    return st.lists(stukje, min_size=1, max_size=4).map(normaal).filter(bool)


gewone_merken = ("-", "1.", "2.", "3.", "a.", "b.", "c.", "i.", "ii.", "v.", "1.1", "1.2", "2.1", "2.1.")
merken = st.sampled_from((*gewone_merken, "1A.", "Ad 3", "(a)", "1)", "12b", "§", "01.", "nvt."))
punten = st.recursive(
    st.builds(Lijstpunt, merk=merken, stukjes=spans()),
    lambda onder: st.builds(
        Lijstpunt, merk=merken, stukjes=spans(), onder=st.lists(onder, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=8,
)
lijsten = st.lists(punten, min_size=1, max_size=5).map(lambda delen: Lijst(tuple(delen)))
tabellen = st.integers(1, 3).flatmap(
    lambda breed: st.lists(st.tuples(*[st.one_of(st.just(()), spans(vet=False))] * breed), min_size=1, max_size=3).map(
        lambda rijen: Tabel(tuple(rijen))
    )
)
losse = st.one_of(spans().map(Alinea), spans(vet=False).map(Tussenkop), lijsten, tabellen)
waarden = st.lists(st.one_of(spans().map(Alinea), lijsten), max_size=2).map(tuple)
velden = st.lists(
    st.lists(st.builds(Veld, naam=letters, waarde=waarden), min_size=1, max_size=2), min_size=1, max_size=3
)


@given(titel=letters, stukken=st.lists(st.one_of(losse, velden), max_size=5))
def test_what_is_written_is_read_back_as_it_was(titel: str, stukken: list[Blok | list[list[Veld]]]) -> None:
    document = a_word_document()
    document.title(titel, anker="nota")
    verwacht: list[WordBlok] = [WordKop(niveau=0, stukjes=gewoon(titel), stijl="Title")] if titel.strip() else []
    for stuk in stukken:
        if isinstance(stuk, list):
            document.fields(stuk)
            verwacht.append(_fields_as_read(stuk))
        else:
            document.blocks([stuk], kopniveau=2)
            verwacht += _as_read([stuk], "Body Text")
    with TemporaryDirectory() as map_:
        gelezen = lees_word(document.write(Path(map_) / "a.docx"))
    assert list(gelezen.blokken) == list(_joined(verwacht))


def _as_read(blokken: Sequence[Blok], stijl: str) -> Iterator[WordBlok]:
    for blok in blokken:
        match blok:
            case Alinea(stukjes):
                yield WordAlinea(stukjes=stukjes, stijl=stijl)
            case Tussenkop(stukjes):
                yield WordKop(niveau=2, stukjes=stukjes, stijl="heading 2")
            case Lijst():
                yield blok
            case Tabel(rijen):
                yield WordTabel(
                    rijen=tuple(
                        tuple(
                            (WordAlinea(stukjes=cel, stijl="Tabeltekst" if nummer else "Tabelkop"),) if cel else ()
                            for cel in rij
                        )
                        for nummer, rij in enumerate(rijen)
                    ),
                    kop_rijen=1,
                )


def _fields_as_read(rijen: list[list[Veld]]) -> WordTabel:
    breedte = 2 * max(len(rij) for rij in rijen)
    uit = []
    for rij in rijen:
        cellen: list[tuple[WordBlok, ...]] = []
        for veld in rij:
            naam = gewoon(veld.naam)
            cellen.append((WordAlinea(stukjes=naam, stijl="Veldnaam"),) if naam else ())
            cellen.append(tuple(_joined(list(_as_read(veld.waarde, "Veldwaarde")))))
        uit.append((*cellen, *[()] * (breedte - len(cellen))))
    samen = {(r, k) for r, rij in enumerate(rijen) if rij for k in range(2 * len(rij), breedte)}
    return WordTabel(rijen=tuple(uit), kop_rijen=0, samen=frozenset(samen))


def _joined(blokken: list[WordBlok]) -> Iterator[WordBlok]:
    """Two lists with nothing between them are one list on paper."""
    vorige: WordBlok | None = None
    for blok in blokken:
        if isinstance(vorige, Lijst) and isinstance(blok, Lijst):
            vorige = Lijst((*vorige.punten, *blok.punten))
            continue
        if vorige is not None:
            yield vorige
        vorige = blok
    if vorige is not None:
        yield vorige


def test_no_run_of_a_document_bears_a_letter_or_size_of_its_own(tmp_path: Path) -> None:
    bestand = a_full_document(tmp_path).write(tmp_path / "a.docx")
    with zipfile.ZipFile(bestand) as pakket:
        assert not re.search(rb"w:(rFonts|sz|color) ", pakket.read("word/document.xml"))


def test_a_cell_over_two_columns_is_one_in_word(tmp_path: Path) -> None:
    document = a_word_document()
    document.blocks(lees("|  | Raming ||\n| Post | 2026 | 2027 |"))
    rijen = found(part_of(document.write(tmp_path / "a.docx"), "word/document.xml"), "tr")
    assert [len(found(rij, "tc")) for rij in rijen] == [2, 3]
    assert values(rijen[0], "gridSpan") == ["2"]
    (tabel,) = lees_word(tmp_path / "a.docx").blokken
    assert isinstance(tabel, WordTabel)
    assert tabel.samen == {(0, 2)}


@pytest.mark.parametrize("aantal", [2, 6])
def test_no_figure_breaks_where_a_wider_letter_takes_the_place_of_ours(tmp_path: Path, aantal: int) -> None:
    kop = ("Post", *("Gewijzigd" for _ in range(aantal)))
    rij = [a_cel("Programmaorganisatie algemeen"), *(a_cel("5.878.615") for _ in range(aantal))]
    word = a_word_document()
    word.table(kop, [rij], (100 - 12 * aantal, *(12 for _ in range(aantal))))
    (tabel,) = docx.Document(str(word.write(tmp_path / "b.docx"))).tables
    for cellen in tabel.rows[1].cells[1:]:
        (alinea,) = cellen.paragraphs
        letter = (alinea.style.font.size if alinea.style else None) or Pt(Huisstijl.load().corps)
        wit = cellen._tc.find(f"{qn('w:tcPr')}/{qn('w:tcMar')}/{qn('w:left')}")
        marge = 1.9 * 2 if wit is None else 1.9 + int(wit.get(qn("w:w")) or 0) * 25.4 / 1440
        breed = ImageFont.truetype(resources() / "fonts/dejavu-sans/DejaVuSans.ttf", 100).getlength(alinea.text) / 100
        assert (cellen.width or Pt(0)).mm - marge >= breed * letter.mm
