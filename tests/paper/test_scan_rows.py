"""Words of a scan come in the rows in which they are seen, on a page that lies askew too."""

import pytest

from tk_desktop.paper.scan_rows import Woordplek, in_rows, leaning


def een_woord(tekst: str, x: float, y: float) -> Woordplek:
    return tekst, x, y, x + 0.1, y + 0.01


@pytest.mark.parametrize("scheef", [0.0, 0.015, -0.015])
def test_the_columns_of_a_table_come_row_by_row(scheef: float) -> None:
    kolommen = [[een_woord(f"{rij}{kolom}", x, 0.1 + 0.02 * rij + scheef * x) for rij in range(4)]
                for kolom, x in zip("abcde", (0.1, 0.25, 0.4, 0.55, 0.7), strict=True)]  # fmt: skip
    rijen = in_rows([woord for kolom in kolommen for woord in kolom])
    assert [woord[0] for woord in rijen] == [f"{rij}{kolom}" for rij in range(4) for kolom in "abcde"]


def test_a_row_has_one_height_and_no_word_is_lost() -> None:
    rijen = in_rows(
        [("Opgave", 0.1, 0.1, 0.2, 0.115), ("en", 0.21, 0.104, 0.23, 0.112), ("kade", 0.24, 0.1, 0.3, 0.112)]
    )
    assert [woord[0] for woord in rijen] == ["Opgave", "en", "kade"]
    assert {(woord[2], woord[4]) for woord in rijen} == {(0.1, 0.112)}


def test_a_word_with_a_letter_under_the_line_stands_on_that_line_all_the_same() -> None:
    ((_, _, _, _, laag),) = in_rows([("Opening", 0.1, 0.1, 0.2, 0.1126)])
    ((_, _, _, _, gewoon),) = in_rows([("vaste", 0.1, 0.1, 0.2, 0.11)])
    assert laag == pytest.approx(gewoon, abs=0.0003)


def test_no_words_are_no_rows() -> None:
    assert in_rows([]) == ()


def test_most_lines_tell_how_a_page_leans_and_short_ones_do_not() -> None:
    lang = [[een_woord("Van", 0.1, y), een_woord("tot", 0.8, y + 0.021)] for y in (0.1, 0.2, 0.3)]
    kort = [[een_woord("▯", 0.1, y), een_woord("x", 0.2, y + 0.05)] for y in (0.4, 0.5, 0.6, 0.7)]
    assert leaning([*lang, *kort]) == pytest.approx(0.03)
    assert leaning(kort) == 0.0
