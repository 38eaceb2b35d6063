"""Pages as they are kept."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.bladbereik import HOOGSTENS, as_bereik, from_bereik


@given(st.frozensets(st.integers(1, 60)))
def test_pages_come_back_as_they_were_kept(paginas: frozenset[int]) -> None:
    assert from_bereik(as_bereik(paginas)) == paginas


def test_pages_in_a_row_are_kept_short() -> None:
    assert as_bereik([3, 1, 2, 7, 7]) == "1-3,7"
    assert as_bereik([]) == "-"


def test_what_another_laptop_sends_asks_no_more_than_a_paper_has() -> None:
    assert len(from_bereik("1-999999,5-2,-,9999999")) <= HOOGSTENS + 2
