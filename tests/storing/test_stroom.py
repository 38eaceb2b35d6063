"""When the power fails, the werkmap is of before the step or after it; many more points by ``make faults``."""

import pytest

from tests.storing.reizen import BESCHERMEN, BIJBRENGEN, MAKEN, ONTVANGEN, Reis
from tests.storing.stroom import kan_hier, val_uit

pytestmark = pytest.mark.skipif(bool(kan_hier()), reason=kan_hier())


@pytest.mark.parametrize(("reis", "stap"), [(MAKEN, 61), (ONTVANGEN, 61), (BESCHERMEN, 499), (BIJBRENGEN, 131)])
def test_when_the_power_fails_what_was_acknowledged_is_there_and_nothing_is_half(reis: Reis, stap: int) -> None:
    uitval = val_uit(reis, 7, stap=stap, om_de_beurt=True)
    assert uitval.klachten == ()
    assert uitval.schijven > len(reis.stappen)


def test_a_database_that_does_not_wait_for_the_disk_is_caught() -> None:
    uitval = val_uit(MAKEN, 7, stap=97, sync=False, om_de_beurt=True)
    assert uitval.soorten["alles weg"] >= len(MAKEN.stappen) // 2
