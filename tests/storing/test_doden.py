"""A program that is killed leaves the old state or the new one; many more times by ``make faults``."""

import sys

import pytest

from tests.storing.doden import dood
from tests.storing.reizen import BESCHERMEN, BIJBRENGEN, MAKEN, ONTVANGEN, Reis


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 bestaat hier niet")
@pytest.mark.parametrize(("reis", "keer"), [(MAKEN, 5), (ONTVANGEN, 5), (BESCHERMEN, 1), (BIJBRENGEN, 1)])
def test_a_program_that_is_killed_has_done_a_step_or_has_not_and_can_finish(reis: Reis, keer: int) -> None:
    uitslag = dood(reis, keer, zaad=7)
    assert uitslag.klachten == ()
    assert sum(uitslag.stappen.values()) == keer
