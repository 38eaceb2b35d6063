"""What is pasted from Word, Excel, LibreOffice and browsers keeps its numbering and tables, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tk_desktop.domain.opmaak import Alinea, Blok, Stukje, Tabel, Tussenkop, gewoon, lees, schrijf
from tk_desktop.intake.plakken import MEESTE_TEKENS, lees_html, lees_kaal, lees_platte_tekst

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><title>Nota geheim</title>
<style><!-- @font-face {font-family:Symbol;} p.MsoNormal {margin:0cm;} --></style>
<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<h2 style='mso-margin-top-alt:auto'><b><span style='font-family:"Arial",sans-serif;color:red'>Voorstel<o:p></o:p></span></b></h2>
<p class=MsoNormal>De <b style='mso-bidi-font-weight:normal'>oevers</b> zijn <i>zwak</i>;<span style='color:red'> zie
<a href="https://voorbeeld.nl/oevers">de kaart</a></span>.<o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Kennis te nemen van het plan;<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>de noordoever;</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span></span><!--[endif]-->Het fonds te sluiten.</p>
<table class=MsoTableGrid border=1><tr><td width=100 style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>Jaar</b></p></td>
<td><p class=MsoNormal>Bedrag</p></td></tr><tr><td><p>2026</p></td><td><p align=right>&euro;&nbsp;1.250</p></td></tr></table>
<p class=MsoNormal><span style='display:none;mso-hide:all'>verborgen</span><img src="file:///C:/x.png">Slot</p>
<!--EndFragment--></body></html>"""  # noqa: E501

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General;}</style></head>
<body><table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment--><col width=64 span=3>
<tr height=20><td height=20 class=xl65 style='font-weight:700'>Post</td><td class=xl65>2026</td><td></td></tr>
<tr><td>Oevers</td><td align=right x:num="1250.5">1.250,50</td><td></td></tr>
<tr><td colspan=2>Samen</td><td></td></tr><tr><td>&nbsp;</td><td></td><td></td></tr>
<!--EndFragment--></table></body></html>"""  # noqa: E501

LIBREOFFICE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><style type="text/css">p { line-height: 115% }</style></head>
<body lang="nl-NL"><ol start="3"><li><p style="margin-bottom: 0cm">Eerste</p></li><li><p>Tweede</p>
<ol type="a"><li><p>onder</p></li><li><p>nog een</p></li></ol></li></ol><ul><li>los<br/>vervolg</li></ul></body></html>"""  # noqa: E501


def _opgeslagen(html: str) -> str:
    return schrijf(lees_html(html))


def test_word_keeps_its_heading_numbers_links_and_table_and_loses_the_rest() -> None:
    assert _opgeslagen(WORD) == (
        "### Voorstel\n\n"
        "De **oevers** zijn *zwak*; zie [de kaart](https://voorbeeld.nl/oevers).\n\n"
        "1. Kennis te nemen van het plan;\n  a. de noordoever;\n2. Het fonds te sluiten.\n\n"
        "| **Jaar** | Bedrag |\n| 2026 | € 1.250 |\n\n"
        "Slot"
    )


def test_excel_is_a_table_without_empty_rows_and_columns() -> None:
    assert _opgeslagen(EXCEL) == "| **Post** | 2026 |\n| Oevers | 1.250,50 |\n| Samen ||"


def test_libreoffice_keeps_levels_and_where_a_list_begins() -> None:
    assert _opgeslagen(LIBREOFFICE) == "3. Eerste\n4. Tweede\n  a. onder\n  b. nog een\n- los vervolg"


def test_a_page_of_a_browser_keeps_bold_by_style_and_no_scripts() -> None:
    html = """<b style="font-weight:normal" id="docs"><p><span style="font-weight:700">Vet</span> gewoon</p></b>
    <script>alert("<p>nee</p>")</script><p onclick="x()">A<a href="javascript:alert(1)">klik</a> <em>cursief</em></p>
    <div>een<div>twee</div></div>"""
    assert _opgeslagen(html) == "**Vet** gewoon\n\nAklik *cursief*\n\neen\n\ntwee"


def test_one_cell_is_text_and_a_cell_over_rows_leaves_room_beside_it() -> None:
    assert lees_html("<table><tr><td>los</td></tr></table>") == (Alinea(gewoon("los")),)
    html = "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    assert _opgeslagen(html) == "| a | b |\n|  | c |\n| d | e |"


@pytest.mark.parametrize(
    ("rijen", "tekst"),
    [
        (("<td rowspan=2 colspan=2>a", "<td>b"), "| a || b |\n|  || c |\n| 1 | 2 | 3 |"),
        (("<td>b", "<td rowspan=2 colspan=2>a"), "| b | a ||\n| c |  ||\n| 1 | 2 | 3 |"),
    ],
)
def test_a_cell_over_rows_and_columns_keeps_its_words_and_width_on_every_row(
    rijen: tuple[str, str], tekst: str
) -> None:
    html = f"<table><tr>{''.join(rijen)}<tr><td>c<tr><td>1<td>2<td>3</table>"
    assert _opgeslagen(html) == tekst


def test_a_table_in_a_table_is_text_of_the_cell_and_a_list_in_a_cell_keeps_its_marks() -> None:
    html = """<table><tr><td>x<table><tr><td>p</td><td>q</td></tr></table></td><td>
    <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>een</p></td></tr></table>"""
    assert _opgeslagen(html) == "| x p q | 1. een |"


@pytest.mark.parametrize(
    ("teken", "merk"),
    [("·", "-"), ("\uf0b7", "-"), ("o", "-"), ("1.", "1."), ("2)", "2."), ("(3)", "3."), ("1.2", "1.2"),
     ("1.0", "1.0."), ("b)", "b."), ("IV.", "iv."), ("♦", "-")],
)  # fmt: skip
def test_every_mark_of_word_is_a_mark_of_ours(teken: str, merk: str) -> None:
    html = f"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{teken}</span>punt</p>"
    assert _opgeslagen(html) == f"{merk} punt"
    assert schrijf(lees(_opgeslagen(html))) == f"{merk} punt"


def test_plain_text_with_tabs_is_a_table_and_with_marks_a_list() -> None:
    assert schrijf(lees_platte_tekst("Post\t2026\nOevers\t5\n\t7")) == "| Post | 2026 |\n| Oevers | 5 |\n|  | 7 |"
    assert schrijf(lees_platte_tekst("Voorstel:\n1. een\n  a) onder\n2. twee\n\nKlaar\n• los\n10.30 uur sluiting")) == (
        "Voorstel:\n\n1. een\n  a. onder\n2. twee\n\nKlaar\n\n- los\n\n\\10.30 uur sluiting"
    )
    assert lees_platte_tekst("") == lees_platte_tekst(" \n\t\n") == ()


def test_pasting_without_layout_reads_nothing_into_a_text() -> None:
    assert lees_kaal("1. een\n\na\tb") == (Alinea(gewoon("1. een")), Alinea(gewoon("a b")))


_brokken = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<ul>", "<ol type=a>", "</ul>", "</ol>", "<li>", "<table>", "</table>", "<tr>",
     "<td>", "<td colspan=3 rowspan=2>", "</td>", "<br>", "<a href='x.nl'>", "</a>", "<h1>", "tekst", " ", "&nbsp;",
     "&#x110000;",
     "&#99999999999999999999;", "<!--", "-->", "<![if !supportLists]>", "<style>", "</style>", "<", ">", "\"",
     "1. ",
     "<p style='mso-list:l0 level9 lfo1'>", "<span style='mso-list:Ignore'>", "</span>", "|", "*", "\\", "\0", "\ufffc"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_brokken, max_size=40).map("".join) | st.text(max_size=80))
def test_whatever_is_on_the_clipboard_becomes_text_that_can_be_stored(html: str) -> None:
    for blokken in (lees_html(html), lees_platte_tekst(html), lees_kaal(html)):
        opgeslagen = schrijf(blokken)
        assert schrijf(lees(opgeslagen)) == opgeslagen
        assert all(_gaaf(blok) for blok in blokken)


def _gaaf(blok: Blok) -> bool:
    match blok:
        case Tabel(rijen):
            return bool(rijen) and all(len(rij) == len(rijen[0]) > 0 for rij in rijen)
        case Alinea(stukjes) | Tussenkop(stukjes):
            return all(isinstance(stukje, Stukje) for stukje in stukjes)
    return bool(blok.punten)


@pytest.mark.parametrize(
    "kwaad",
    ["<div>", "<a<a", "<table><tr><td>", "<ul><li>", "</p>", "<!--", "&#1", "<p style='", "<td colspan=99999>x",
     "<li value=9>x", "<script", "<ol><li><ul><li>x"],
)  # fmt: skip
def test_a_hostile_clipboard_of_megabytes_is_read_or_refused_at_once(kwaad: str) -> None:
    groot = kwaad * (MEESTE_TEKENS // len(kwaad))
    opgeslagen = _opgeslagen(groot)
    assert len(opgeslagen) <= 2 * MEESTE_TEKENS
    assert lees_html(groot + "x" * len(kwaad) * 2) == ()
