"""Any text becomes printable text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.paper.fonts import Letters, printable
from tk_desktop.paper.huisstijl import Huisstijl

LETTERS = Letters.load(Huisstijl.load())


@given(st.text(st.characters()))
def test_a_printable_text_holds_nothing_a_file_or_a_reader_trips_over(tekst: str) -> None:
    uit = printable(tekst)
    assert not {unicodedata.category(teken) for teken in uit} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert printable(uit) == uit
    uit.encode()


@given(st.text(st.characters(categories=("L", "Nd", "P"), max_codepoint=0x17E)))
def test_dutch_text_stays_as_it_is(tekst: str) -> None:
    assert printable(tekst) == unicodedata.normalize("NFC", tekst)


def test_a_space_that_may_not_break_stays_one() -> None:
    assert printable("€\u00a012 en\u202f3\t4\n5\u2009") == "€\u00a012 en\u00a03 4 5 "


@given(st.text(st.characters(), max_size=40))
def test_every_character_gets_a_font_that_has_it(tekst: str) -> None:
    runs = LETTERS.runs(printable(tekst), vet=True)
    assert all(ord(teken) in run.letter.breedtes for run in runs for teken in run.tekst)
    assert len("".join(run.tekst for run in runs)) == len(printable(tekst))


def test_signs_the_family_lacks_come_from_the_font_of_signs() -> None:
    assert [run.tekst for run in LETTERS.runs("ja ☑ nee")] == ["ja ", "☑", " nee"]
    assert [run.tekst for run in LETTERS.runs("\U00012000")] == ["▯"]
