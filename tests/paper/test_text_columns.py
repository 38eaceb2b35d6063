"""Columns that were drawn row by row are read one after another; a table stays row by row."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.desktop.parts.tekstselectie import Tekstplek, maak_selectie
from tk_desktop.paper.bladtekst import Bladtekst
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.rendering import Bladenlezer
from tk_desktop.paper.text_columns import Row, Word, reading_order
from tk_desktop.reading.setzoeken import find_on_pages

HAVEN = (
    "De commissie vergadert op donderdag en besluit dan over de samenwerking met de scholen in Waterkant. Zij hoort "
    "eerst wat de raden van de gemeenten ervan vinden, en vraagt daarna aan de directeur wat het kost."
)
KADE = (
    "Voor de haven is een nieuw plan gemaakt dat uitgaat van minder vracht en meer ruimte voor wonen aan het water. De "
    "bewoners van de kade hebben in het najaar meegedacht, en hun wensen staan in de bijlage."
)
SLUIS = (
    "Aan de sluis wordt pas gewerkt als het hoogseizoen voorbij is, zodat de boten van de visserij er in de zomer "
    "langs kunnen varen en de brug voor het verkeer open blijft voor iedereen die naar de markt wil."
)


def regels(tekst: str, breed: int) -> list[str]:
    """Break a text as a column of so many signs does."""
    uit = [""]
    for woord in tekst.split():
        if len(uit[-1]) + len(woord) >= breed:
            uit.append("")
        uit[-1] = f"{uit[-1]} {woord}".strip()
    return uit


def in_rows(rijen: Sequence[Sequence[str]], plekken: Sequence[float], kop: str = "", slot: str = "") -> bytes:
    """Return a paper of a page on which rows of cells were drawn one after another, at these places from the left."""
    inhoud = BytesIO()
    doek = Canvas(inhoud, pagesize=(595, 842), invariant=True)
    doek.setFont("Helvetica", 10)
    doek.drawString(60, 740, kop)
    for nummer, rij in enumerate(rijen):
        for x, cel in zip(plekken, rij, strict=True):
            doek.drawString(x, 700 - 14 * nummer, cel)
    doek.drawString(60, 700 - 14 * len(rijen) - 40, slot)
    doek.showPage()
    doek.save()
    return inhoud.getvalue()


def a_page(rijen: Sequence[Sequence[str]], plekken: Sequence[float], kop: str = "", slot: str = "") -> Bladtekst:
    """Return the text of such a page."""
    with pypdfium2.PdfDocument(in_rows(rijen, plekken, kop, slot)) as pdf:
        return read_bladtekst(pdf[0])


def test_a_wide_table_stays_row_by_row_and_is_not_looked_at_column_by_column() -> None:
    def row(y: int) -> Row:
        words = tuple(Word(100 * y + k, 100 * y + k + 1, 20.0 * k, 20.0 * k + 8, "a") for k in range(30))
        return Row(words, -12.0 * y, 10 - 12.0 * y)

    rows = [row(y) for y in range(40)]
    assert reading_order(rows) == tuple(rows)


def even_lang(*kolommen: list[str]) -> list[tuple[str, ...]]:
    hoog = max(map(len, kolommen))
    return list(zip(*(kolom + [""] * (hoog - len(kolom)) for kolom in kolommen), strict=True))


def test_two_columns_are_copied_one_after_another_between_a_heading_and_an_end() -> None:
    blad = a_page(
        even_lang(regels(HAVEN, 40), regels(KADE, 34)),
        (60, 310),
        kop="Het bestuur van Waterkant bespreekt in deze vergadering de haven, de kade en de scholen van de streek.",
        slot="Aldus besloten.",
    )
    gelezen = blad.leesbaar(0, len(blad.tekst))
    assert gelezen.splitlines()[1:] == [HAVEN, KADE, "Aldus besloten."]


def test_three_columns_are_read_from_left_to_right() -> None:
    blad = a_page(even_lang(regels(HAVEN, 28), regels(KADE, 28), regels(SLUIS, 28)), (40, 220, 400))
    assert blad.leesbaar(0, len(blad.tekst)).splitlines() == [HAVEN, KADE, SLUIS]


def test_part_of_a_column_is_copied_without_the_other_where_it_lies_on_one_line() -> None:
    blad = a_page(even_lang(regels(HAVEN, 40), regels(KADE, 34)), (60, 310))
    begin = blad.tekst.index("Voor de haven")
    assert blad.leesbaar(begin, begin + len("Voor de haven is")) == "Voor de haven is"


def test_the_text_of_a_page_is_in_that_order_whoever_reads_it(tmp_path: Path) -> None:
    blad = a_page(even_lang(regels(HAVEN, 40), regels(KADE, 34)), (60, 310))
    assert blad.tekst.split() == f"{HAVEN} {KADE}".split()
    pad = tmp_path / "blad.pdf"
    pad.write_bytes(in_rows(even_lang(regels(HAVEN, 40), regels(KADE, 34)), (60, 310)))
    assert lees_pdf(pad).paginas == (blad.tekst,)
    zin = "de raden van de gemeenten ervan vinden"  # over the end of a line
    with Bladenlezer() as lezer:
        (vondst,) = find_on_pages(lezer, "stuk", pad, zin, [0])
        begin, eind = vondst.plaats.begin, vondst.plaats.eind
        assert lezer.passages(pad, 0, [(begin, eind)])[begin, eind] == blad.kaders_van(begin, eind)
    assert " ".join(blad.tekst[begin:eind].split()) == zin
    assert vondst.fragment.startswith(f"… eerst wat ‹{zin}›, en vraagt daarna aan de directeur wat het kost. Voor de")


def test_a_hand_that_goes_down_a_column_takes_no_words_of_the_other() -> None:
    kolom = regels(HAVEN, 40)
    blad = a_page(even_lang(kolom, regels(KADE, 34)), (60, 310))
    begin, eind = blad.plek_bij(60, 700 - 14 + 3), blad.plek_bij(255, 700 - 28 + 3)
    gekozen = maak_selectie(lambda _: blad, Tekstplek(1, begin), Tekstplek(1, eind))
    assert gekozen is not None
    assert gekozen.tekst.splitlines() == kolom[1:3]
    assert len(gekozen.vlakken) == 2
    assert all(vlak.x1 < 310 for vlak in gekozen.vlakken)


def test_columns_whose_lines_do_not_stand_level_are_read_one_after_another() -> None:
    inhoud = BytesIO()
    doek = Canvas(inhoud, pagesize=(595, 842), invariant=True)
    doek.setFont("Helvetica", 10)
    links, rechts = regels(HAVEN, 40), regels(KADE, 34)
    for nummer, (een, ander) in enumerate(even_lang(links, rechts)):
        doek.drawString(60, 700 - 14 * nummer, een)
        doek.drawString(310, 706 - 14 * nummer, ander)
    doek.showPage()
    doek.save()
    with pypdfium2.PdfDocument(inhoud.getvalue()) as pdf:
        blad = read_bladtekst(pdf[0])
    assert [blad.tekst[regel.begin : regel.eind].strip() for regel in blad.regels] == [*links, *rechts]


@pytest.mark.parametrize(
    "rijen",
    [
        [("Project", "Begroot"), ("Sluis en brug", "€ 40.000"), ("Haven", "€ 12.500"), ("Scholen", "€ 9.000")],
        [
            (f"Onderdeel {nummer} van het plan voor de haven", f"Gereed in 20{nummer} zegt de directeur")
            for nummer in range(10, 18)
        ],
        [("wethouder van Waterkant, lid", "Roos van Dalen"), ("wethouder van Oudwold, lid", "Wies de Boer")] * 3,
        [("gereed", "loopt nog"), ("gereed", "gereed"), ("stopt", "loopt nog"), ("loopt nog", "gereed")],
    ],
)
def test_a_table_stays_row_by_row(rijen: list[tuple[str, str]]) -> None:
    blad = a_page(rijen, (60, 320))
    assert [" ".join(regel.split()) for regel in blad.tekst.splitlines()] == [" ".join(rij) for rij in rijen]


def een_tekst(toeval: Random) -> str:
    return " ".join("a" * toeval.randint(2, 8) for _ in range(toeval.randint(40, 80)))


def rows(rijen: Sequence[Sequence[str]], breed: float) -> tuple[Row, ...]:
    """Return rows of cells as a page holds them, every sign as wide as another."""
    uit, plek = [], 0
    for nummer, cellen in enumerate(rijen):
        rij: list[Word] = []
        for kolom, cel in enumerate(cellen):
            for woord in re.finditer(r"\S+", cel):
                x = kolom * breed + 5 * woord.start()
                rij.append(Word(plek, plek + len(woord[0]), x, x + 5 * len(woord[0]), woord[0][0]))
                plek += len(woord[0]) + 1
        if rij:
            uit.append(Row(tuple(rij), 700 - 14 * nummer, 711 - 14 * nummer))
    return tuple(uit)


@given(st.randoms(use_true_random=False), st.integers(2, 3), st.integers(34, 44))
def test_columns_of_any_words_come_one_after_another(toeval: Random, aantal: int, breed: int) -> None:
    kolommen = [regels(een_tekst(toeval), breed) for _ in range(aantal)]
    stukken = reading_order(rows(even_lang(*kolommen), 5 * breed + 12))
    assert [len(stuk.words) for stuk in stukken] == [len(regel.split()) for kolom in kolommen for regel in kolom]


cellen = st.text("abcdefg XYZ.,0123", max_size=24)


@given(st.lists(st.lists(cellen, min_size=1, max_size=4), max_size=12), st.integers(20, 160))
def test_whatever_stands_on_a_page_every_word_is_read_once(rijen: list[list[str]], breed: int) -> None:
    op_blad = rows(rijen, breed)
    gelezen = [word for row in reading_order(op_blad) for word in row.words]
    assert sorted(gelezen) == sorted(word for row in op_blad for word in row.words)
