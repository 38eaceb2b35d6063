"""Numbers of agenda items as they stand on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.nummer import Nummer, letter

nummers = st.builds(
    Nummer,
    st.integers(1, 99),
    st.sampled_from(["", "A", "B", "Z"]),
    st.integers(-1, 60).map(lambda rang: letter(rang) if rang >= 0 else ""),
)


@given(nummers)
def test_a_number_reads_back_as_it_was_written(nummer: Nummer) -> None:
    assert Nummer.lees(str(nummer)) == nummer
    assert Nummer.lees(f" {nummer}. ") == nummer


def test_numbers_stand_in_the_order_of_the_agenda() -> None:
    rij = ["1", "1A", "1Aa", "1B", "2", "2a", "2b", "10"]
    assert sorted(map(Nummer.lees, reversed(rij))) == [Nummer.lees(tekst) for tekst in rij]


@pytest.mark.parametrize("tekst", ["", "a", "2 a", "A1", "1-2", "twee"])
def test_what_is_no_number_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError, match="geen agendanummer"):
        Nummer.lees(tekst)


def test_letters_go_on_after_z() -> None:
    assert [letter(rang) for rang in (0, 25, 26, 27, 51, 52)] == ["a", "z", "aa", "ab", "az", "ba"]
