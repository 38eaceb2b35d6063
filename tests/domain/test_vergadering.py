"""A meeting is readable whatever its times say; the check tells when they do not fit."""

from datetime import date, time

import pytest

from tests.bouwers import een_vergadering
from tk_desktop.domain.vergadering import EindeVoorBegin


@pytest.mark.parametrize(
    ("begin", "einde"),
    [(time(9), time(9)), (None, time(9)), (time(9), None), (None, None), (time(10, 30), time(9))],
)
def test_a_meeting_merged_from_two_laptops_is_readable_whatever_its_times(
    begin: time | None, einde: time | None
) -> None:
    vergadering = een_vergadering(begin=begin, einde=einde, datum=date(2026, 3, 11))
    assert (vergadering.begin, vergadering.einde) == (begin, einde)


def test_a_meeting_does_not_end_before_it_began_and_may_end_past_midnight() -> None:
    vergadering = een_vergadering()
    assert vergadering.gehouden(time(20), time(0, 30)).geeindigd == time(0, 30)
    with pytest.raises(EindeVoorBegin, match=r"begon om 20\.00 en kan niet om 19\.00"):
        vergadering.gehouden(time(20), time(19))


def test_a_meeting_runs_from_its_opening_to_its_closing() -> None:
    vergadering = een_vergadering()
    verloop = (vergadering, vergadering.gehouden(time(9), None), vergadering.gehouden(time(9), time(10)))
    assert [een.loopt for een in verloop] == [False, True, False]
