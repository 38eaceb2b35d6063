"""Deadlines fall on days on which people work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_gremium
from tk_desktop.domain.termijnen import (
    Termijnsoort,
    eerste_paasdag,
    feestdagen,
    is_werkdag,
    termijnen,
    terug,
    werkdag_tot,
)


@pytest.mark.parametrize(
    ("jaar", "pasen"),
    [(2019, (4, 21)), (2020, (4, 12)), (2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25))],
)
def test_easter_falls_where_the_calendar_says(jaar: int, pasen: tuple[int, int]) -> None:
    assert eerste_paasdag(jaar) == date(jaar, *pasen)


def test_nobody_works_on_a_public_holiday_or_in_the_weekend() -> None:
    assert feestdagen(2026)[date(2026, 5, 14)] == "Hemelvaartsdag"
    assert feestdagen(2026)[date(2026, 4, 3)] == "Goede Vrijdag"
    assert feestdagen(2025)[date(2025, 4, 26)] == "Koningsdag"  # the 27th is a Sunday
    assert [is_werkdag(dag) for dag in (date(2026, 4, 27), date(2026, 4, 26), date(2026, 4, 28))] == [
        False,
        False,
        True,
    ]


def test_deadlines_are_counted_back_and_never_later_than_counted() -> None:
    gremium = een_gremium(dagen_aanleveren=21, dagen_sluiten=14, dagen_verzenden=9, dagen_verhindering=2)
    uit = termijnen(gremium, date(2026, 4, 15))  # Easter is 5 and 6 April
    assert [(termijn.soort, termijn.dag, termijn.is_verschoven) for termijn in uit] == [
        (Termijnsoort.AANLEVEREN, date(2026, 3, 25), False),
        (Termijnsoort.SLUITEN, date(2026, 4, 1), False),
        (Termijnsoort.VERZENDEN, date(2026, 4, 2), True),
        (Termijnsoort.VERHINDERING, date(2026, 4, 13), False),
    ]
    assert uit[2].geteld == date(2026, 4, 6)


def test_before_the_first_day_there_is_none() -> None:
    assert terug(date.min, 30) == date.min


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_the_working_day_before_is_the_nearest_one(dag: date) -> None:
    werkdag = werkdag_tot(dag)
    assert is_werkdag(werkdag)
    assert werkdag <= dag
    assert not any(is_werkdag(werkdag + timedelta(days=n)) for n in range(1, (dag - werkdag).days + 1))


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(jaar: int) -> None:
    pasen = eerste_paasdag(jaar)
    assert pasen.weekday() == 6
    assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)
