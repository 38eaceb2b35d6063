"""A paper as a web page says what the paper says, and nothing that anybody typed can act in it."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paper.papers import a_cel, a_picture, a_veld
from tk_desktop.domain.opmaak import Alinea, Stukje, lees, platte_tekst
from tk_desktop.paper.blad import Blad, Toon, veld
from tk_desktop.paper.web import WebDocument

VIJANDIG = '<script>alert(1)</script> & "aanhaling" <img src=x onerror=alert(2)>'


class Lezer(HTMLParser):
    """Reads a page as a browser does: its elements with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elementen: list[tuple[str, dict[str, str | None]]] = []
        self.woorden: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.append((tag, dict(attrs)))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements close in the order in which they open"

    def handle_data(self, data: str) -> None:
        self.woorden.append(data)

    @property
    def tekst(self) -> str:
        return " ".join("".join(self.woorden).split())

    def van(self, tag: str) -> list[dict[str, str | None]]:
        return [attributen for naam, attributen in self.elementen if naam == tag]


def een_blad(adres: str = "") -> WebDocument:
    return WebDocument(lambda inhoud: inhoud, lambda _: adres)


def test_a_title_field_or_cell_with_code_in_it_shows_that_code_and_runs_nothing() -> None:
    blad = een_blad()
    blad.title(VIJANDIG, anker='"><script>')
    blad.heading(2, VIJANDIG)
    blad.paragraph(VIJANDIG)
    blad.fields([[a_veld(VIJANDIG, VIJANDIG)]])
    blad.table([VIJANDIG], [[a_cel(VIJANDIG)]], [1])
    blad.signatures("", [(VIJANDIG, VIJANDIG)])
    gelezen = Lezer(blad.html())
    assert not gelezen.van("script")
    assert not gelezen.van("img")
    assert gelezen.tekst.count("<script>alert(1)</script>") == 9


@pytest.mark.parametrize("doel", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JAVASCRIPT:x", ""])
def test_a_link_that_runs_or_reads_files_is_plain_text(doel: str) -> None:
    blad = een_blad()
    blad.paragraph((Stukje(tekst="klik", link=doel),))
    assert not Lezer(blad.html()).van("a")


def test_a_link_to_a_place_of_the_site_leads_there_and_one_to_nowhere_is_plain_text() -> None:
    zin = (Stukje(tekst="nota", link="#stuk-2a"),)
    heen, nergens = een_blad("2a nota.html"), een_blad()
    heen.paragraph(zin)
    nergens.paragraph(zin)
    assert Lezer(heen.html()).van("a") == [{"href": "2a nota.html"}]
    assert not Lezer(nergens.html()).van("a")
    assert Lezer(nergens.html()).tekst == "nota"


def test_columns_and_labels_are_known_to_who_does_not_see_them() -> None:
    blad = een_blad()
    blad.table(["NR.", "ONDERWERP"], [[a_cel("1."), ()]], [1, 5])
    blad.fields([[veld("Datum", "11 maart 2026"), veld("Afwezig", "")]])
    gelezen = Lezer(blad.html())
    assert [een["scope"] for een in gelezen.van("th")] == ["col", "col"]
    assert [een["data-kop"] for een in gelezen.van("td")] == ["NR.", "ONDERWERP"]
    assert len(gelezen.van("dt")) == 1, "what is left open to be filled in by hand does not stand on a page"


def test_a_list_keeps_the_numbers_that_other_papers_refer_to() -> None:
    blad = een_blad()
    blad.blocks(lees("3. derde\n  a. onder\n  c. verder\n7. zevende"))
    assert [woord for woord in Lezer(blad.html()).woorden if woord.strip().endswith(".")] == ["3.", "a.", "c.", "7."]


def test_a_picture_stands_in_the_page_itself_with_the_words_for_it(tmp_path: Path) -> None:
    blad = een_blad()
    blad.figure(a_picture(tmp_path), breedte_mm=40, alternatieve_tekst="Kaart van de haltes")
    (beeld,) = Lezer(blad.html()).van("img")
    assert beeld["alt"] == "Kaart van de haltes"
    assert str(beeld["src"]).startswith("data:image/png;base64,")


def test_white_space_writing_room_and_the_end_of_a_page_are_nothing_on_a_screen(tmp_path: Path) -> None:
    blad: Blad = een_blad()
    blad.space(10)
    blad.writing_room(3)
    blad.page_break()
    blad.paragraph("", Toon.KLEIN)
    assert blad.write(tmp_path / "leeg.html").read_text() == ""


def test_an_amount_never_stands_on_two_lines() -> None:
    blad = een_blad()
    blad.paragraph("Samen € 25.560 of 3 € per keer.")
    blad.table(("Bedrag",), [((Alinea((Stukje(tekst="€ 12.000"),)),),)], (100,))
    assert "€\u00a025.560 of 3 € per" in blad.html()
    assert "€\u00a012.000" in blad.html()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=200))
def test_every_text_is_read_back_word_for_word(tekst: str) -> None:
    blad = een_blad()
    blokken = [blok for blok in lees(tekst) if isinstance(blok, Alinea)]
    blad.blocks(blokken)
    woorden = " ".join(platte_tekst(tekst).split()) if len(blokken) == len(lees(tekst)) else None
    assert woorden is None or Lezer(blad.html()).tekst == woorden


def test_a_cell_over_two_columns_is_one_on_a_page() -> None:
    blad = een_blad()
    blad.blocks(lees("|  | Raming ||\n| Post | 2026 ||"))
    assert '<th scope="colgroup" colspan="2">Raming</th>' in blad.html()
    assert '<td colspan="2">2026</td>' in blad.html()
