"""Who types in a window that is killed loses two seconds of it at most; many more times by ``make faults``."""

import sys

import pytest

from tests.storing.typen import dood_bij_het_typen


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 bestaat hier niet")
def test_a_window_that_is_killed_loses_at_most_two_seconds_of_typing_and_says_so() -> None:
    uitslag = dood_bij_het_typen(3, zaad=7, tegelijk=1)
    assert uitslag.klachten == ()
    assert uitslag.woorden > uitslag.verloren > 0
