"""Dates and times as a board writes them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.datum import (
    klok,
    kort,
    lang,
    lees_datum,
    lees_tijden,
    lees_weekdag,
    minuten,
    na_minuten,
    spanne,
    verstreken,
)

dagen = st.dates(date(1000, 1, 1), date(9999, 12, 31))
tijden = st.times().map(lambda tijd: tijd.replace(second=0, microsecond=0))


@given(dagen)
def test_a_date_reads_back_as_it_was_written(dag: date) -> None:
    assert lees_datum(lang(dag)) == lees_datum(kort(dag)) == lees_datum(lang(dag, met_dag=True)) == dag
    assert lees_weekdag(lang(dag, met_dag=True)) == dag.weekday()


@given(tijden, tijden)
def test_a_time_reads_back_as_it_was_written(begin: time, einde: time) -> None:
    assert lees_tijden(spanne(begin, einde)) == (begin, einde)
    assert lees_tijden(klok(begin).replace(".", ":")) == (begin,)


@given(tijden, st.integers(0, 3000))
def test_the_clock_goes_round_after_midnight(tijd: time, aantal: int) -> None:
    assert (minuten(na_minuten(tijd, aantal)) - minuten(tijd) - aantal) % 1440 == 0


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("Datum: woensdag 4 Maart 2020, 09.00 uur", date(2020, 3, 4)),
        ("04.03.2020", date(2020, 3, 4)),
        ("4/3/2020", date(2020, 3, 4)),
        ("31 september 2026", None),
        ("4 maart", None),
        ("geen dag", None),
    ],
)
def test_dates_are_read_from_a_sentence(tekst: str, dag: date | None) -> None:
    assert lees_datum(tekst) == dag


def test_a_date_without_a_year_takes_the_year_that_is_given() -> None:
    assert lees_datum("uiterlijk 4 maart", jaar=2026) == date(2026, 3, 4)


def test_impossible_times_are_left_out() -> None:
    assert lees_tijden("09.00, 25.10 en 12.75 uur; 23:59") == (time(9), time(23, 59))


def test_the_weekday_named_first_counts() -> None:
    assert lees_weekdag("Vrijdag, niet maandag") == 4
    assert lees_weekdag("morgen") is None


@pytest.mark.parametrize(
    ("van", "tot", "duur"),
    [
        (time(9), time(9), 0),
        (time(8), time(21), 13 * 60),
        (time(20), time(0, 30), 270),
        (time(9, 3), time(8, 55), None),
        (time(10), time(9, 30), None),
    ],
)
def test_the_clock_may_pass_midnight_and_does_not_run_backwards(van: time, tot: time, duur: int | None) -> None:
    assert verstreken(van, tot) == duur
