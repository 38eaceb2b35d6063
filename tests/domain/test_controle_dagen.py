"""Dates that cannot be meant are found; dates as people write them are left alone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, met_sectie, samen
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.nota import Sectiesoort


def _brief(tekst: str, **anders: object) -> Momentopname:
    return een_hele_vergadering(brief={"tekst": tekst, **anders})


def _in_nota(tekst: str) -> Momentopname:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.INLEIDING, tekst)]
    return samen(deel)


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij vergaderen op donderdag 11 maart 2026.",
        "Op donderdag {{datum}}.",
        "Donderdag 11 maart.",
        "donderdag 11-3-2026",
    ],
)
def test_a_weekday_that_does_not_fit_the_date_is_flagged(tekst: str) -> None:
    [gevonden] = bevindingen(_brief(tekst), "DT01")
    assert "maar 11 maart 2026 is een woensdag." in gevonden.wat


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij vergaderen op woensdag 11 maart 2026.",
        "Op woensdag {{datum}} in {{plaats}}.",
        "Uiterlijk maandag 9 maart.",
        "Op maandag 15 december was het zover.",
        "Op dinsdag 10 en woensdag 11 maart 2026.",
        "Elke maandag 4 uur in maart.",
        "Vrijdag komt de kaart; 11 maart de brief.",
    ],
)
def test_a_weekday_that_fits_or_stands_alone_is_left_alone(tekst: str) -> None:
    assert not bevindingen(_brief(tekst), "DT01")


def test_in_a_nota_a_weekday_is_judged_only_beside_a_full_date() -> None:
    assert bevindingen(_in_nota("Het overleg van maandag 4 maart 2020."), "DT01")
    assert not bevindingen(_in_nota("Het overleg van maandag 4 maart."), "DT01")


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("Voor 31 juni.", "‘31 juni’ in 1 (Inleiding) bestaat niet. Bedoelde u 30 juni of 1 juli?"),
        ("Op 29 februari 2026.", "Bedoelde u 28 februari 2026 of 1 maart 2026?"),
        ("Op 30-02-2026.", "‘30-02-2026’ in 1 (Inleiding) bestaat niet. Bedoelde u 28 februari 2026 of 1 maart 2026?"),
    ],
)
def test_a_day_that_does_not_exist_is_flagged_with_what_may_be_meant(tekst: str, vraag: str) -> None:
    [gevonden] = bevindingen(_in_nota(tekst), "DT02")
    assert vraag in gevonden.wat


@pytest.mark.parametrize(
    "tekst",
    ["29 februari", "29 februari 2028", "31 juli", "1.031 juni", "45 mei", "31-14-2020", "12.31.2020.4", "0 juni"],
)
def test_days_that_exist_and_numbers_that_are_no_days_are_left_alone(tekst: str) -> None:
    assert not bevindingen(_in_nota(f"Zie {tekst}."), "DT02")


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_real_date_in_any_way_of_writing_is_never_flagged(dag: date) -> None:
    opname = _in_nota(f"Op {lang(dag, met_dag=True)}, dus {kort(dag)}, dus {lang(dag)}.")
    assert not bevindingen(opname, "DT01") + bevindingen(opname, "DT02")


def _verhindering(dag: date, tekst: str = "") -> list[Bevinding]:
    opname = _brief(tekst, verhindering_uiterlijk=dag)
    return [*bevindingen(opname, "DT03"), *bevindingen(opname, "DT04")]


def test_a_deadline_after_the_meeting_or_before_the_letter_is_flagged() -> None:
    [na] = _verhindering(date(2026, 3, 12))
    assert na.wat == (
        "Een bericht van verhindering kan tot en met donderdag 12 maart 2026; "
        "dat is na de vergadering van 11 maart 2026."
    )
    assert _verhindering(date(2026, 2, 25))
    assert not _verhindering(date(2026, 3, 11)) + _verhindering(date(2026, 3, 9)) + _verhindering(date(2026, 2, 26))


@pytest.mark.parametrize(
    "tekst",
    [
        "Berichten van verhindering graag uiterlijk dinsdag 10 maart.",
        "Verhinderd? Graag afmelden uiterlijk op dinsdag.",
    ],
)
def test_a_letter_that_names_another_last_day_is_flagged(tekst: str) -> None:
    assert [b.code for b in _verhindering(date(2026, 3, 9), tekst)] == ["DT04"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Berichten van verhindering graag uiterlijk maandag 9 maart.",
        "Bericht van verhindering uiterlijk maandag.",
        "Stukken uiterlijk dinsdag 3 maart. Verhindering graag melden.",
        "Op 11 maart vergaderen wij; bericht van verhindering uiterlijk 9 maart.",
    ],
)
def test_a_letter_that_names_the_same_last_day_is_left_alone(tekst: str) -> None:
    assert not _verhindering(date(2026, 3, 9), tekst)


def test_a_subject_with_another_date_than_the_meeting_is_flagged() -> None:
    assert bevindingen(_brief("", onderwerp="BC Waterkant 12 maart 2026"), "DT05")
    for goed in (
        "BC Waterkant 11 maart 2026, 09.00 uur",
        "BC Waterkant 11 maart",
        "Vergadering {{datum}}",
        "BC Waterkant",
    ):
        assert not bevindingen(_brief("", onderwerp=goed), "DT05")
