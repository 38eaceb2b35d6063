"""Whatever people do on their laptops and whatever happens to bundles: all agree, no word is lost, and none leaks."""

from tests.bundelverhaal import Bundelverhaal
from tests.verhaal import vertel


def test_in_bundles_no_word_is_lost_and_none_comes_where_it_may_not() -> None:
    vertel(Bundelverhaal)
