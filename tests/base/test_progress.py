"""Progress tells how far the work is, and stops it."""

import pytest

from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress


def test_each_thing_is_told_before_it_is_done_and_the_end_after_it() -> None:
    verteld: list[tuple[str, int, int]] = []
    gezien = list(Progress(lambda *stap: verteld.append(stap)).each(["a", "b"], "Stukken"))
    assert gezien == ["a", "b"]
    assert verteld == [("Stukken", 0, 2), ("Stukken", 1, 2), ("Stukken", 2, 2)]


def test_without_a_listener_the_work_goes_on() -> None:
    assert list(Progress().each([1, 2, 3], "Stukken")) == [1, 2, 3]


def test_a_cancel_stops_the_work_at_its_next_step() -> None:
    gedaan: list[int] = []
    voortgang = Progress(stopped=lambda: len(gedaan) == 2)
    with pytest.raises(Onderbroken, match="gestopt"):
        gedaan.extend(ding for ding in _een_voor_een(voortgang, gedaan))
    assert gedaan == [0, 1]


def _een_voor_een(voortgang: Progress, gedaan: list[int]) -> list[int]:
    for ding in voortgang.each(range(5), "Stukken"):
        gedaan.append(ding)
    return []
