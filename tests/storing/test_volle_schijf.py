"""A disk that is full, cannot be written or goes is told in Dutch and costs nothing; more sizes by ``make faults``."""

from dataclasses import replace

import pytest

from tests.storing.reizen import BESCHERMEN, MAKEN, Reis
from tests.storing.volle_schijf import alleen_lezen, kan_hier, verdwenen, vul

pytestmark = pytest.mark.skipif(bool(kan_hier()), reason=kan_hier())


@pytest.mark.parametrize("reis", [MAKEN, BESCHERMEN])
def test_work_on_a_disk_that_fills_up_is_told_and_finishes_when_there_is_room(reis: Reis) -> None:
    uitslag = vul(reis, 3)
    assert uitslag.klachten == ()
    assert sum(aantal for melding, aantal in uitslag.gemeld.items() if "De schijf is vol" in melding) >= 1


def test_no_step_changes_a_werkmap_on_a_disk_that_cannot_be_written() -> None:
    assert alleen_lezen(replace(MAKEN, stappen=(*MAKEN.stappen[:3], BESCHERMEN.stappen[0]))) == ()


def test_a_werkmap_that_goes_while_it_is_open_is_told_and_is_whole_when_it_comes_back() -> None:
    assert verdwenen(MAKEN) == ()
