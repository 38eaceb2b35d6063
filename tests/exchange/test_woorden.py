"""Words read aloud: the same on two laptops, and other for any other laptop."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.exchange.woorden import als_woorden, uit_woorden, woordenlijst, zes_woorden


def test_the_list_holds_2048_words_that_can_be_read_aloud() -> None:
    lijst = woordenlijst()
    assert len(set(lijst)) == 2048
    assert list(lijst) == sorted(lijst)
    assert all(3 <= len(woord) <= 8 and woord.isascii() and woord.islower() for woord in lijst)


def test_both_laptops_show_the_same_six_words_and_a_third_one_others() -> None:
    een, ander, derde = (Sleutelbos.maak().openbaar for _ in range(3))
    assert zes_woorden(een, ander) == zes_woorden(ander, een)
    assert len(zes_woorden(een, ander)) == 6
    assert zes_woorden(een, derde) != zes_woorden(een, ander)
    assert set(zes_woorden(een, ander)) <= set(woordenlijst())


@given(st.binary(min_size=32, max_size=32))
def test_a_key_on_paper_comes_back_from_its_words(sleutel: bytes) -> None:
    woorden = als_woorden(sleutel)
    assert len(woorden) == 24
    assert uit_woorden([woord.upper() for woord in woorden]) == sleutel


def test_a_slip_of_the_pen_is_seen() -> None:
    woorden = als_woorden(bytes(range(32)))
    assert uit_woorden(woorden[:-1]) is None
    assert uit_woorden([*woorden[:-1], "geenwoord"]) is None
    assert uit_woorden([]) is None
    gewisseld = [woorden[1], woorden[0], *woorden[2:]]
    anders = [woord if woord != woorden[3] else woordenlijst()[0] for woord in woorden]
    assert sum(uit_woorden(fout) is not None for fout in (gewisseld, anders)) <= 1  # one in 256 passes
