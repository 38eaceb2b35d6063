"""A long Dutch word is broken where it is read most easily, and nothing of it is lost."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from tests.paper.papers import a_document
from tests.verpakt import paginateksten
from tk_desktop.paper.blad import cel
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.hyphens import SHORTEST, syllables, words_with_breaks
from tk_desktop.paper.word import WordDocument


@pytest.mark.parametrize(
    "broken",
    [
        "beëindigings-overeenkomst",
        "bestemmings-reserve",
        "consultatie-bureau",
        "verantwoordelijkheids-besef",
        "Verte-gen-woor-di-ging",
        "Samen-wer-king",
        "preventie-budget",
        "geïn-te-res-seerden",
        "schrif-te-lijk-heid",
        "middelen-gebruik",
        "cliënt-ondersteuning",
        "multi-problematiek",
        "plan",
        "GGD/dpg-2026",
        "(bestemmings-reserve).",
    ],
)
def test_a_word_is_broken_at_the_joints_of_its_parts_or_else_by_ear(broken: str) -> None:
    word = broken.replace("-", "") if "/" not in broken else broken
    assert "-".join(syllables(word)) == broken


@given(st.text("abcdeghinorstuëï", min_size=1, max_size=40))
def test_the_pieces_are_the_word_and_its_ends_stay_whole(word: str) -> None:
    pieces = syllables(word)
    assert "".join(pieces) == word
    assert len(pieces) == 1 or (len(word) >= SHORTEST and len(pieces[0]) >= 4 and len(pieces[-1]) >= 4)


def test_only_long_words_of_a_text_get_breaks() -> None:
    assert words_with_breaks("De bestemmingsreserve van 2026.", "|") == "De bestemmings|reserve van 2026."


def test_a_part_of_a_word_for_which_a_column_has_no_room_is_broken_by_ear(tmp_path: Path) -> None:
    word = "arbeidsongeschiktheidsverzekering"
    assert syllables(word) == ["arbeidsongeschiktheids", "verzekering"]
    assert max(map(len, words_with_breaks(word, "|").split("|"))) < 12
    document = a_document()
    document.table(tuple("ABCDEFGH"), [[cel(f"{word}.")] * 8], (1,) * 8)
    document.write(tmp_path / "plan.pdf")
    (pagina,) = paginateksten(tmp_path / "plan.pdf")
    assert "arbeidson\x02geschik\x02" in pagina, "with a hyphen at the end of each line, and not by its letters"


def test_a_narrow_column_breaks_a_word_with_a_hyphen_and_word_may_do_so_too(tmp_path: Path) -> None:
    woorden = ("bestemmingsreserve", *("verantwoording",) * 5)
    for document in (a_document(), WordDocument(titel="Plan", huisstijl=Huisstijl.load(), datum=date(2026, 3, 11))):
        document.table(tuple("ABCDEF"), [[cel(woord) for woord in woorden]], (1,) * 6)
        document.write(tmp_path / f"plan-{type(document).__name__}")
    (pagina,) = paginateksten(tmp_path / "plan-TaggedDocument")
    assert "bestemmings\x02reserve" in pagina, "a reader tells a hyphen that a line ends with from one of the word"
    word = tmp_path / "plan-WordDocument"
    (tabel,) = Document(str(word)).tables
    assert tabel.rows[1].cells[0].text == "bestemmingsreserve"
    with ZipFile(word) as pakket:
        assert pakket.read("word/document.xml").count(b"<w:softHyphen/>") == sum(
            len(syllables(woord)) - 1 for woord in woorden
        )
