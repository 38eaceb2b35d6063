"""Whatever people do on their laptops and whatever happens to bundles: all agree, no word is lost, and none leaks.

300 histories of 120 steps, in four parts for as many processors; ``TK_VERHALEN`` sets how many (``make fuzz``).
"""

import pytest

from tests.bundelverhaal import Bundelverhaal
from tests.verhaal import vertel

_DELEN = 4


@pytest.mark.parametrize("deel", range(_DELEN))
def test_in_bundles_no_word_is_lost_and_none_comes_where_it_may_not(deel: int) -> None:
    vertel(Bundelverhaal, 300, deel=deel, delen=_DELEN)
