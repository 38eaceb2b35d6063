"""What sentences of a verslag tell of secrecy and its end."""

from datetime import date

import pytest

from tk_desktop.intake.verslagzinnen import geheim_tot

VERGADERING = date(2019, 12, 11)


@pytest.mark.parametrize(
    ("zin", "dag"),
    [
        ("Na 18/12 kan de informatie worden gedeeld.", date(2019, 12, 18)),
        ("Na 18 december kan de informatie worden gedeeld.", date(2019, 12, 18)),
        ("Na 8-1 is het stuk openbaar.", date(2020, 1, 8)),
        ("Na 31/2 kan de informatie worden gedeeld.", None),
        ("Na 18/12 volgt een brief. Het stuk wordt gedeeld.", None),
        ("De commissie stemt in.", None),
    ],
)
def test_the_day_after_which_something_may_be_shared_is_the_last_secret_one(zin: str, dag: date | None) -> None:
    assert geheim_tot(zin, VERGADERING) == dag


def test_without_a_day_of_the_meeting_no_year_is_known() -> None:
    assert geheim_tot("Na 18/12 kan de informatie worden gedeeld.", None) is None
