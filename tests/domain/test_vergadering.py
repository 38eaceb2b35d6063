"""A meeting is readable whatever its times say; the check tells when they do not fit."""

from datetime import date, time

import pytest

from tests.bouwers import een_vergadering


@pytest.mark.parametrize(
    ("begin", "einde"),
    [(time(9), time(9)), (None, time(9)), (time(9), None), (None, None), (time(10, 30), time(9))],
)
def test_a_meeting_merged_from_two_laptops_is_readable_whatever_its_times(
    begin: time | None, einde: time | None
) -> None:
    vergadering = een_vergadering(begin=begin, einde=einde, datum=date(2026, 3, 11))
    assert (vergadering.begin, vergadering.einde) == (begin, einde)
