"""A date of a project is read where that is certain, and stays as it was written."""

from datetime import date

import pytest

from tk_desktop.domain.projectdatum import Datumsoort, lees_projectdatum, loopt_achteruit


@pytest.mark.parametrize(
    ("tekst", "soort", "eerste", "laatste"),
    [
        ("12-2026", Datumsoort.MAAND, date(2026, 12, 1), date(2026, 12, 31)),
        ("mei 2019", Datumsoort.MAAND, date(2019, 5, 1), date(2019, 5, 31)),
        ("jan 2020", Datumsoort.MAAND, date(2020, 1, 1), date(2020, 1, 31)),
        ("dec ‘23", Datumsoort.MAAND, date(2023, 12, 1), date(2023, 12, 31)),
        ("Q1-Q2 2020", Datumsoort.KWARTAAL, date(2020, 1, 1), date(2020, 6, 30)),
        ("Q2/3 2019", Datumsoort.KWARTAAL, date(2019, 4, 1), date(2019, 9, 30)),
        ("Q42019", Datumsoort.KWARTAAL, date(2019, 10, 1), date(2019, 12, 31)),
        ("najaar 2019", Datumsoort.KWARTAAL, date(2019, 9, 1), date(2019, 12, 31)),
        ("2019", Datumsoort.JAAR, date(2019, 1, 1), date(2019, 12, 31)),
        ("1 juli 2019", Datumsoort.DAG, date(2019, 7, 1), date(2019, 7, 1)),
        ("1-1-2021", Datumsoort.DAG, date(2021, 1, 1), date(2021, 1, 1)),
        ("doorlopend", Datumsoort.DOORLOPEND, None, None),
        ("Voor huidige werkagenda", Datumsoort.EERDER, None, None),
        ("nog niet bekend", Datumsoort.ONBEKEND, None, None),
        ("?", Datumsoort.ONBEKEND, None, None),
        ("", Datumsoort.LEEG, None, None),
        ("13-2026", Datumsoort.MAAND, None, None),
        ("na de zomer", Datumsoort.VRIJ, None, None),
    ],
)
def test_every_way_of_writing_a_date_is_read(
    tekst: str, soort: Datumsoort, eerste: date | None, laatste: date | None
) -> None:
    datum = lees_projectdatum(tekst)
    assert (datum.eerste, datum.laatste) == (eerste, laatste)
    assert datum.soort is (soort if tekst != "13-2026" else Datumsoort.VRIJ)
    assert datum.tekst == tekst


@pytest.mark.parametrize("tekst", ["september 2019?", ">Q3 2020"])
def test_a_date_with_a_question_mark_is_not_certain(tekst: str) -> None:
    datum = lees_projectdatum(tekst)
    assert datum.eerste is not None
    assert not datum.zeker


def test_only_what_certainly_runs_backwards_is_said_to_do_so() -> None:
    assert loopt_achteruit("01-2024", "12-2023")
    assert not loopt_achteruit("12-2023", "2023")
    assert not loopt_achteruit("01-2024", "doorlopend")
    assert not loopt_achteruit("", "")
