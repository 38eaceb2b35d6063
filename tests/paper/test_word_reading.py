"""A received Word file is read as its reader sees it, and a bad one is refused in Dutch before it can do harm."""

import random
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.paper.papers import a_cel, a_veld
from tests.paper.word_files import a_definition, a_num, a_received_file, a_word_document, p, received, t
from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje, gewoon, lees
from tk_desktop.paper.word_package import GeenWord, WordBeschadigd, WordLeeg, WordTeGroot, WordVergrendeld
from tk_desktop.paper.word_reading import WordAlinea, WordBlok, WordKop, WordTabel, lees_word

KOPSTIJLEN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubriek"><w:name w:val="Rubriek"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhkop"><w:name w:val="TOC Heading"/><w:basedOn w:val="Kop1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lijstopsomteken"><w:name w:val="List Bullet 2"/></w:style>'
    '<w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
NUMMERS = a_definition(7, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "(%3)"))
VAKKEN = a_definition(8, ("bullet", "o"))


def plain(tekst: str, stijl: str = "Normal") -> WordAlinea:
    return WordAlinea(stukjes=gewoon(tekst), stijl=stijl)


def marks(blokken: tuple[WordBlok, ...]) -> list[str]:
    def van(punten: tuple[Lijstpunt, ...]) -> list[str]:
        return [merk for punt in punten for merk in (punt.merk, *van(punt.onder))]

    return [merk for blok in blokken if isinstance(blok, Lijst) for merk in van(blok.punten)]


def test_headings_are_known_by_the_name_their_style_has_in_every_language_of_word(tmp_path: Path) -> None:
    body = p(t("Nota"), stijl="Titel") + p(t("Doel"), stijl="Kop1") + p(t("Vraag"), stijl="Rubriek")
    assert received(tmp_path, body + p(t("Inhoud"), stijl="Inhkop"), stijlen=KOPSTIJLEN) == (
        WordKop(niveau=0, stukjes=gewoon("Nota"), stijl="Title"),
        WordKop(niveau=1, stukjes=gewoon("Doel"), stijl="heading 1"),
        WordKop(niveau=1, stukjes=gewoon("Vraag"), stijl="Rubriek"),
        plain("Inhoud", "TOC Heading"),
    )


def test_bold_counts_where_the_writer_chose_it_and_not_where_the_heading_style_gives_it(tmp_path: Path) -> None:
    body = p(t("Doel", "<w:b/>"), stijl="Kop1") + p(
        t("a", "<w:b/>"), t("b", '<w:b w:val="0"/>'), t("c", '<w:rStyle w:val="Zwaar"/>'), t("d", "<w:i/>")
    )
    kop, alinea = received(tmp_path, body, stijlen=KOPSTIJLEN)
    assert kop == WordKop(niveau=1, stukjes=gewoon("Doel"), stijl="heading 1")
    assert isinstance(alinea, WordAlinea)
    assert [(s.tekst, s.vet, s.cursief) for s in alinea.stukjes] == [
        ("a", True, False),
        ("b", False, False),
        ("c", True, False),
        ("d", False, True),
    ]


def test_a_line_break_keeps_label_and_value_apart(tmp_path: Path) -> None:
    body = p(t("Datum"), "<w:r><w:br/></w:r>", t("4 maart"), "<w:r><w:tab/></w:r>", t("Ommen"))
    assert received(tmp_path, body) == (plain("Datum"), plain("4 maart Ommen"))


def test_inserted_text_is_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    body = p(
        t("De BC "),
        f"<w:ins>{t('stemt in')}</w:ins>",
        f"<w:del><w:r><w:delText>weigert</w:delText></w:r>{t('weigert')}</w:del>",
        f"<w:moveFrom>{t('weg')}</w:moveFrom>",
        "<w:commentRangeStart/>",
        t(" geheim", "<w:vanish/>"),
    )
    rij = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    assert received(tmp_path, body + f"<w:tbl>{rij}</w:tbl>") == (
        plain("De BC stemt in"),
        WordTabel(rijen=(), kop_rijen=0),
    )


def test_text_boxes_and_content_controls_are_read_once(tmp_path: Path) -> None:
    vak = f"<w:txbxContent>{p(t('in het vak'))}</w:txbxContent>"
    keuze = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{vak}</w:drawing></mc:Choice><mc:Fallback><w:pict>{vak}</w:pict>"
    )
    tekening = f"<w:r>{keuze}</mc:Fallback></mc:AlternateContent></w:r>"
    besturing = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('gekozen'))}</w:sdtContent></w:sdt>"
    assert received(tmp_path, p(t("naast"), tekening) + besturing) == (
        plain("naast"),
        plain("in het vak"),
        plain("gekozen"),
    )


def test_a_field_shows_its_outcome_and_not_its_instruction(tmp_path: Path) -> None:
    def teken(soort: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'

    def opdracht(tekst: str) -> str:
        return f"<w:r><w:instrText>{tekst}</w:instrText></w:r>"

    binnen = teken("begin") + opdracht("PAGE") + teken("separate") + t("9") + teken("end")
    veld = teken("begin") + opdracht("IF ") + binnen + teken("separate") + t("blz. 3") + teken("end")
    link = (
        teken("begin") + opdracht(' HYPERLINK "https://regio.example/" ') + teken("separate") + t("site") + teken("end")
    )
    (alinea,) = received(tmp_path, p(veld, t(" "), link))
    assert isinstance(alinea, WordAlinea)
    assert alinea.stukjes == (Stukje(tekst="blz. 3 "), Stukje(tekst="site", link="https://regio.example/"))


def test_links_are_kept_when_they_are_safe_and_nothing_is_ever_fetched(tmp_path: Path) -> None:
    soort = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External"'
    doelen = {"a": "https://regio.example/x (1)", "b": "file:///etc/passwd", "c": "javascript:alert(1)"}
    relaties = "".join(f'<Relationship Id="{id_}" {soort} Target="{doel}"/>' for id_, doel in doelen.items())
    koppelingen = "".join(f'<w:hyperlink r:id="{id_}">{t(id_)}</w:hyperlink>' for id_ in doelen)
    anker = f'<w:hyperlink w:anchor="nota">{t("d")}</w:hyperlink>'
    (alinea,) = received(tmp_path, p(koppelingen, anker), relaties=relaties)
    assert isinstance(alinea, WordAlinea)
    assert [(s.tekst, s.link) for s in alinea.stukjes] == [
        ("a", "https://regio.example/x%20%281%29"),
        ("bc", ""),
        ("d", "#nota"),
    ]


def test_list_marks_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    nummering = NUMMERS + VAKKEN + a_num(1, 7) + a_num(2, 8) + a_num(3, 7, start=5)
    reeks = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (1, 0)]
    body = "".join(p(t("punt"), lijst=lijst) for lijst in reeks)
    gelezen = received(tmp_path, body, nummering=nummering)
    assert marks(gelezen) == ["1.", "1.1", "1.2", "(i)", "2.", "2.1", "-", "5.", "6."]


def test_a_level_that_was_skipped_counts_as_begun(tmp_path: Path) -> None:
    body = "".join(p(t("punt"), lijst=(1, niveau)) for niveau in (1, 0, 1))
    assert marks(received(tmp_path, body, nummering=NUMMERS + a_num(1, 7))) == ["1.1", "2.", "2.1"]


def test_a_list_goes_on_counting_after_other_text(tmp_path: Path) -> None:
    body = p(t("a"), lijst=(1, 0)) + p(t("tussen")) + p(t("b"), lijst=(1, 0))
    gelezen = received(tmp_path, body, nummering=NUMMERS + a_num(1, 7))
    assert marks(gelezen) == ["1.", "2."]
    assert gelezen[1] == plain("tussen")


def test_a_mark_typed_by_hand_is_a_mark_in_a_list_style_only(tmp_path: Path) -> None:
    body = p(t("- met de hand"), stijl="Lijstopsomteken") + p(t("1. mei is een feestdag"))
    assert received(tmp_path, body, stijlen=KOPSTIJLEN) == (
        Lijst((Lijstpunt(merk="-", stukjes=gewoon("met de hand")),)),
        plain("1. mei is een feestdag"),
    )


def test_merged_cells_give_their_contents_once_and_columns_stay_in_line(tmp_path: Path) -> None:
    def cel(tekst: str, eigen: str = "") -> str:
        return f"<w:tc><w:tcPr>{eigen}</w:tcPr>{p(t(tekst))}</w:tc>"

    kop = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cel('A')}{cel('B')}{cel('C')}</w:tr>"
    span, begin = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    breed = f"<w:tr>{cel('breed', span)}{cel('hoog', begin)}</w:tr>"
    onder = f"<w:tr>{cel('x')}{cel('y')}{cel('', '<w:vMerge/>')}</w:tr>"
    (tabel,) = received(tmp_path, f"<w:tbl>{kop}{breed}{onder}</w:tbl>")
    assert isinstance(tabel, WordTabel)
    assert tabel.kop_rijen == 1
    assert tabel.rijen[1] == ((plain("breed"),), (), (plain("hoog"),))
    assert tabel.rijen[2] == ((plain("x"),), (plain("y"),), ())


def test_a_footnote_comes_at_the_end_with_its_number(tmp_path: Path) -> None:
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    noot = f'<w:footnote w:id="2">{p(t("exclusief btw"))}</w:footnote>'
    bestand = a_received_file(
        tmp_path,
        p(t("Raming"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        relaties=f'<Relationship Id="f" Type="{r}/footnotes" Target="footnotes.xml"/>',
        delen={"word/footnotes.xml": f'<w:footnotes xmlns:w="{w}">{noot}</w:footnotes>'},
    )
    assert lees_word(bestand).blokken == (plain("Raming[1]"), plain("[1] exclusief btw"))


def test_the_title_is_that_on_paper_or_else_that_of_the_properties(tmp_path: Path) -> None:
    document = a_word_document(titel="Eigenschap")
    assert lees_word(document.write(tmp_path / "a.docx")).titel == "Eigenschap"
    document.title("Op papier")
    assert lees_word(document.write(tmp_path / "a.docx")).titel == "Op papier"


def test_a_file_in_the_strict_form_or_with_its_text_elsewhere_is_read_too(tmp_path: Path) -> None:
    strikt = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    tekst = f'<w:document xmlns:w="{strikt}"><w:body>{p(t("Besluit"))}</w:body></w:document>'
    bestand = a_received_file(tmp_path, "", hoofddeel="word/document2.xml", delen={"word/document2.xml": tekst})
    assert lees_word(bestand).blokken == (plain("Besluit"),)


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", WordLeeg),
        (b"%PDF-1.7 ...", GeenWord),
        (b"{\\rtf1 nota}", GeenWord),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud", WordVergrendeld),
        (b"PK\x03\x04 afgebroken", WordBeschadigd),
    ],
)
def test_what_is_no_word_file_is_refused_by_its_own_name(tmp_path: Path, inhoud: bytes, fout: type[TkError]) -> None:
    bestand = tmp_path / "nota.docx"
    bestand.write_bytes(inhoud)
    with pytest.raises(fout, match=r"‘nota\.docx’"):
        lees_word(bestand)


def test_a_missing_file_and_a_folder_are_told_apart_from_damage(tmp_path: Path) -> None:
    for plek in (tmp_path / "weg.docx", tmp_path):
        with pytest.raises(BestandNietGevonden):
            lees_word(plek)


def test_a_spreadsheet_or_a_plain_zip_is_no_word_file(tmp_path: Path) -> None:
    for namen in (["[Content_Types].xml", "xl/workbook.xml"], ["word/document.xml"], []):
        bestand = tmp_path / "map.docx"
        with zipfile.ZipFile(bestand, "w") as pakket:
            for naam in namen:
                pakket.writestr(naam, "<x/>")
        with pytest.raises(GeenWord):
            lees_word(bestand)


def test_a_text_that_unpacks_to_a_mountain_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bestand = tmp_path / "bom.docx"
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as pakket:
        pakket.writestr("[Content_Types].xml", "<x/>")
        with pakket.open("word/document.xml", "w") as deel:
            for _ in range(20):
                deel.write(b" " * 2**20)
    with pytest.raises(WordTeGroot):
        lees_word(bestand)


def test_a_file_that_lies_about_its_size_gets_no_more_room_than_it_asked_for(tmp_path: Path) -> None:
    bestand = a_received_file(tmp_path, p(t("x " * 100_000)))
    inhoud = bytearray(bestand.read_bytes())
    plek = inhoud.index(b"word/document.xml", inhoud.index(b"PK\x01\x02")) - 46
    inhoud[plek + 24 : plek + 28] = struct.pack("<I", 500)
    bestand.write_bytes(inhoud)
    with pytest.raises(WordBeschadigd):
        lees_word(bestand)


def test_a_table_of_contents_of_countless_parts_is_refused(tmp_path: Path) -> None:
    bestand = a_received_file(tmp_path, "", delen={f"x{n}": "" for n in range(10_001)})
    with pytest.raises(WordTeGroot):
        lees_word(bestand)


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16"),
        "<x>" * 40_000 + "</x>" * 40_000,
        "<x/>",
        "geen xml",
    ],
)
def test_entities_endless_nesting_and_other_nonsense_are_damage(tmp_path: Path, document: str | bytes) -> None:
    with pytest.raises(WordBeschadigd):
        lees_word(a_received_file(tmp_path, "", delen={"word/document.xml": document}))


def test_tables_in_tables_without_end_are_damage(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 30 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 30
    with pytest.raises(WordBeschadigd):
        lees_word(a_received_file(tmp_path, body))


def test_styles_that_are_based_on_each_other_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    stijlen = "".join(
        f'<w:style w:type="paragraph" w:styleId="{een}"><w:name w:val="{een}"/><w:basedOn w:val="{ander}"/></w:style>'
        for een, ander in (("A", "B"), ("B", "A"))
    )
    assert received(tmp_path, p(t("tekst"), stijl="A"), stijlen=stijlen) == (plain("tekst", "A"),)


def a_sample(map_: Path) -> bytes:
    document = a_word_document()
    document.title("Adviesnota")
    document.fields([[a_veld("OPENBAAR", "Ja")]])
    document.blocks(lees("1. een\n  a. **twee**\n\n[web](https://regio.example)\n\n| a | b |\n| c | d |"))
    document.table(["NR."], [[a_cel("1.")]], [1])
    return document.write(map_ / "heel.docx").read_bytes()


def opened_or_refused(bestand: Path, inhoud: bytes) -> bool:
    """Tell whether a file is read; anything but a refusal in Dutch fails the test."""
    bestand.write_bytes(inhoud)
    try:
        lees_word(bestand)
    except TkError:
        return False
    return True


def test_a_file_that_was_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    heel = a_sample(tmp_path)
    assert not any(opened_or_refused(tmp_path / "deel.docx", heel[:n]) for n in range(0, len(heel) - 1, 97))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=st.integers(0, 2**32))
def test_a_file_with_flipped_bits_is_read_or_refused_in_dutch(tmp_path: Path, zaad: int) -> None:
    toeval = random.Random(zaad)
    inhoud = bytearray(a_sample(tmp_path))
    for _ in range(toeval.choice((1, 2, 8))):
        inhoud[toeval.randrange(len(inhoud))] ^= 1 << toeval.randrange(8)
    opened_or_refused(tmp_path / "kapot.docx", bytes(inhoud))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=st.integers(0, 2**32))
def test_a_text_with_marks_torn_out_is_read_or_refused_in_dutch(tmp_path: Path, zaad: int) -> None:
    toeval = random.Random(zaad)
    a_sample(tmp_path)
    with zipfile.ZipFile(tmp_path / "heel.docx") as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    naam = toeval.choice(["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
    stukken = delen[naam].split(b'"')
    for _ in range(toeval.choice((1, 3))):
        stukken[toeval.randrange(len(stukken))] = toeval.choice([b"", b"-1", b"99999999999", b"x", b"\xc3\xab", b"0"])
    delen[naam] = b'"'.join(stukken)
    with zipfile.ZipFile(tmp_path / "kapot.docx", "w") as pakket:
        for deel, inhoud in delen.items():
            pakket.writestr(deel, inhoud)
    opened_or_refused(tmp_path / "kapot.docx", (tmp_path / "kapot.docx").read_bytes())
