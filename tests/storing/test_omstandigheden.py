"""A clock that jumps and memory that runs out change nothing of a werkmap; more of it by ``make faults``."""

import pytest

from tests.storing.omstandigheden import klok_springt, weinig_geheugen
from tests.storing.reizen import ONTVANGEN
from tests.storing.stroom import kan_hier

pytestmark = pytest.mark.skipif(bool(kan_hier()), reason=kan_hier())


def test_what_colleagues_send_is_the_same_whatever_the_clock_of_this_laptop_says() -> None:
    uitslag = klok_springt(ONTVANGEN, 1, zaad=7)
    assert (uitslag.af, uitslag.klachten) == (1, ())


def test_a_step_for_which_there_is_no_memory_is_not_done() -> None:
    uitslag = weinig_geheugen(ONTVANGEN, 1)
    assert (uitslag.af, uitslag.klachten) == (0, ())
