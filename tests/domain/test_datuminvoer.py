"""Dates and times as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.datuminvoer import (
    DatumBestaatNiet,
    DatumOnbekend,
    Ligging,
    TijdOnbekend,
    WeekdagKloptNiet,
    lees_dag,
    lees_klok,
)

VANDAAG = date(2026, 2, 20)


@pytest.mark.parametrize(
    "tekst",
    [
        "4-3-2026", "4/3/2026", "04.03.2026", "4-3-26", "4 maart 2026", "4 mrt", "4 mrt.", "wo 4 mrt",
        "Woensdag 4 Maart", "wo. 4 maart 2026", "4-3", "2026-03-04", "  4   maart ", "4mrt", "woe 4-3-2026", "4 maa",
    ],
)  # fmt: skip
def test_a_date_is_understood_however_it_is_typed(tekst: str) -> None:
    assert lees_dag(tekst, VANDAAG) == date(2026, 3, 4)


def test_without_a_year_the_first_such_day_from_today_is_meant() -> None:
    assert lees_dag("20-2", VANDAAG) == VANDAAG
    assert lees_dag("19 feb", VANDAAG) == date(2027, 2, 19)
    assert lees_dag("29-2", VANDAAG) == date(2028, 2, 29)


def test_without_a_year_a_day_lies_on_the_side_where_such_a_day_is() -> None:
    assert lees_dag("21 feb", VANDAAG, Ligging.TERUG) == date(2025, 2, 21)
    assert lees_dag("20-2", VANDAAG, Ligging.TERUG) == VANDAAG
    assert lees_dag("29-2", VANDAAG, Ligging.TERUG) == date(2024, 2, 29)
    assert lees_dag("30 dec", VANDAAG, Ligging.DICHTBIJ) == date(2025, 12, 30)
    assert lees_dag("19 feb", VANDAAG, Ligging.DICHTBIJ) == date(2026, 2, 19)


def test_with_the_day_of_the_week_the_nearest_year_in_which_it_fits_is_meant() -> None:
    assert lees_dag("do 2 juli", date(2026, 7, 3)) == date(2026, 7, 2)
    assert lees_dag("do 2 juli", date(2026, 11, 23)) == date(2026, 7, 2)
    assert lees_dag("vr 2 juli", date(2026, 7, 3)) == date(2027, 7, 2)
    assert lees_dag("do 2 juli", date(2026, 7, 1), Ligging.TERUG) == date(2026, 7, 2)
    with pytest.raises(WeekdagKloptNiet, match="2 juli 2027 is een vrijdag, geen maandag"):
        lees_dag("ma 2 juli", date(2026, 7, 3))


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("31 juni", "De datum ‘31 juni’ bestaat niet. Bedoelde u 30 juni of 1 juli?"),
        ("29-2-2026", "De datum ‘29-2-2026’ bestaat niet. Bedoelde u 28 februari of 1 maart?"),
        ("32 december", "De datum ‘32 december’ bestaat niet. Bedoelde u 31 december of 1 januari?"),
        ("0-3-2026", "De datum ‘0-3-2026’ bestaat niet. Bedoelde u 31 maart of 1 april?"),
        ("4-15-2026", "De datum ‘4-15-2026’ bestaat niet. Bedoelde u 15 april 2026?"),
    ],
)
def test_a_date_that_no_calendar_has_is_told_with_its_neighbours(tekst: str, zin: str) -> None:
    with pytest.raises(DatumBestaatNiet) as fout:
        lees_dag(tekst, VANDAAG)
    assert fout.value.wat == zin


def test_the_days_that_may_have_been_meant_can_be_typed_with_the_year_that_was_typed() -> None:
    for tekst, bedoeld in (
        ("31 juni", (date(2026, 6, 30), date(2026, 7, 1))),
        ("32-12-2027", (date(2027, 12, 31), date(2028, 1, 1))),
        ("4-15-2026", (date(2026, 4, 15),)),
    ):
        with pytest.raises(DatumBestaatNiet) as fout:
            lees_dag(tekst, VANDAAG)
        assert tuple(lees_dag(woorden, VANDAAG) for woorden in fout.value.mogelijk) == bedoeld


def test_a_date_under_the_name_of_another_day_is_told() -> None:
    with pytest.raises(WeekdagKloptNiet, match="5 maart 2026 is een donderdag, geen woensdag"):
        lees_dag("wo 5 mrt 2026", VANDAAG)


@pytest.mark.parametrize("tekst", ["", "morgenochtend", "4 foo", "maart", "4-3-202", "99-99-2026", "4-3-1066", "m 4"])
def test_what_is_no_date_is_told_so(tekst: str) -> None:
    with pytest.raises(DatumOnbekend, match="is geen datum"):
        lees_dag(tekst, VANDAAG)


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("9", time(9)), ("900", time(9)), ("9.00", time(9)), ("09:00", time(9)), ("9u", time(9)), ("9 uur", time(9)),
        ("9u30", time(9, 30)), ("0930", time(9, 30)), ("1530", time(15, 30)), ("9,30", time(9, 30)), ("0", time(0)),
        ("9.30 uur", time(9, 30)),
    ],
)  # fmt: skip
def test_a_time_is_understood_however_it_is_typed(tekst: str, tijd: time) -> None:
    assert lees_klok(tekst) == tijd


@pytest.mark.parametrize("tekst", ["", "24", "9.60", "negen", "9.5", "12345", "-1"])
def test_what_is_no_time_is_told_so(tekst: str) -> None:
    with pytest.raises(TijdOnbekend, match="is geen tijd"):
        lees_klok(tekst)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_date_is_read_back_as_it_is_shown(dag: date) -> None:
    assert lees_dag(lang(dag, met_dag=True), VANDAAG) == dag
    assert lees_dag(kort(dag), VANDAAG) == dag
    assert lees_dag(dag.isoformat(), VANDAAG) == dag


@given(st.text(max_size=20))
def test_whatever_is_typed_gives_a_date_or_a_dutch_sentence(tekst: str) -> None:
    for lees in (lambda: lees_dag(tekst, VANDAAG), lambda: lees_klok(tekst)):
        with suppress(TkError):
            lees()
