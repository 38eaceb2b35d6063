"""The order of what laptops did stands a wrong clock."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.klok import HOOGST, VERTROUWD, bij, op_de_muur, tik, van_bewerking

momenten = st.integers(0, HOOGST)
ms = st.integers(0, 4_102_444_800_000)


@given(ms, st.integers(0, HOOGST - 1))
def test_a_clock_never_stands_still_or_goes_back(nu: int, klok: int) -> None:
    assert tik(nu, klok) > klok


@given(ms, st.integers(0, VERTROUWD - 1), st.integers(0, VERTROUWD - 1))
def test_what_is_done_after_something_was_seen_is_later_whatever_the_wall_says(nu: int, klok: int, gezien: int) -> None:
    assert tik(nu, bij(klok, gezien)) > gezien


@given(momenten, momenten)
def test_a_moment_of_no_clock_draws_ours_not_along(klok: int, gezien: int) -> None:
    assert bij(klok, gezien) == (max(klok, gezien) if gezien < VERTROUWD else klok)


@given(momenten, st.integers(0, HOOGST - 1))
def test_a_new_value_is_later_than_those_of_its_field(klok: int, koppen: int) -> None:
    assert koppen < van_bewerking(klok, koppen) <= HOOGST


def test_a_moment_tells_the_time_of_the_wall() -> None:
    assert op_de_muur(tik(1_790_000_000_123, 0)) == datetime(2026, 9, 21, 14, 13, 20, 123_000, UTC)
    assert op_de_muur(HOOGST).year == 2100
