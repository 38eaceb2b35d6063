"""What is drawn on a page is kept as text and comes back the same."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.aantekening import Inktpunt, Lijn, Vlak
from tk_desktop.store.aantekeningen import (
    lijnen_als_tekst,
    lijnen_uit_tekst,
    vlakken_als_tekst,
    vlakken_uit_tekst,
)

_MATEN = st.integers(-9_999_999, 9_999_999).map(lambda getal: getal / 1000)
_BLADEN = st.integers(1, 2000)
_PUNTEN = st.builds(Inktpunt, _MATEN, _MATEN, st.integers(0, 1000).map(lambda getal: getal / 1000))


@given(st.lists(st.builds(Vlak, _BLADEN, _MATEN, _MATEN, _MATEN, _MATEN), max_size=5))
def test_rectangles_come_back_to_a_thousandth_of_a_point(vlakken: list[Vlak]) -> None:
    assert vlakken_uit_tekst(vlakken_als_tekst(vlakken)) == tuple(vlakken)


@given(st.lists(st.builds(Lijn, _BLADEN, st.lists(_PUNTEN, min_size=1, max_size=9).map(tuple)), max_size=4))
def test_strokes_come_back_to_a_thousandth_of_a_point(lijnen: list[Lijn]) -> None:
    assert lijnen_uit_tekst(lijnen_als_tekst(lijnen)) == tuple(lijnen)
