"""A meeting ends after it begins; its papers and seats are what they say."""

from datetime import date, time

import pytest

from tests.bouwers import een_vergadering
from tk_desktop.domain.vergadering import TijdOnmogelijk


def test_a_meeting_does_not_end_before_it_begins() -> None:
    with pytest.raises(TijdOnmogelijk, match=r"eindigt \(09:00\) voordat zij begint \(10:30\)"):
        een_vergadering(begin=time(10, 30), einde=time(9))


@pytest.mark.parametrize(("begin", "einde"), [(time(9), time(9)), (None, time(9)), (time(9), None), (None, None)])
def test_a_meeting_may_leave_its_times_open(begin: time | None, einde: time | None) -> None:
    assert een_vergadering(begin=begin, einde=einde, datum=date(2026, 3, 11)).einde == einde
