"""The laws that come with the program: each under names of its own."""

from collections import Counter

from tk_desktop.meeting.wetten import known_wetten


def test_every_law_has_an_identification_and_names_of_its_own() -> None:
    wetten = known_wetten()
    assert len(wetten) >= 20
    assert max(Counter(wet.bwb for wet in wetten).values()) == 1
    assert max(Counter(naam for wet in wetten for naam in wet.namen).values()) == 1
    assert [naam for wet in wetten for naam in wet.ook if naam != naam.casefold()] == []
