"""Pages stand below each other, and a place stays a place at every size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.desktop.pages.bladindeling import RUIMTE, Bladindeling, Plek, Vak, Zoom, Zoomsoort
from tk_desktop.paper.rendering import Maat

A4 = Maat(595, 842)
A3 = Maat(1191, 842)


def vakken_van(indeling: Bladindeling) -> list[Vak]:
    return [indeling.vak(pagina) for pagina in range(indeling.aantal)]


maten = st.lists(st.builds(Maat, st.floats(50, 2000), st.floats(50, 2000)), min_size=1, max_size=12)
zooms = st.one_of(
    st.just(Zoom()), st.just(Zoom(Zoomsoort.PAGINA)), st.builds(Zoom, st.just(Zoomsoort.VAST), st.floats(0.1, 5))
)


@given(maten, zooms, st.integers(100, 3000), st.integers(100, 2000), st.data())
def test_a_place_is_found_back_where_it_stands(
    rij: list[Maat], zoom: Zoom, breed: int, hoog: int, data: st.DataObject
) -> None:
    indeling = Bladindeling.van(rij, zoom, breed, hoog, 96)
    plek = Plek(data.draw(st.integers(0, len(rij) - 1)), data.draw(st.floats(0, 0.99)))
    gevonden = indeling.plek_op(indeling.hoogte_van(plek))
    assert gevonden.pagina == plek.pagina
    assert gevonden.deel == pytest.approx(plek.deel, abs=1e-6)


@given(maten, zooms, st.integers(100, 3000), st.integers(100, 2000), st.floats(0, 1))
def test_exactly_the_pages_that_can_be_seen_are_visible(
    rij: list[Maat], zoom: Zoom, breed: int, hoog: int, waar: float
) -> None:
    indeling = Bladindeling.van(rij, zoom, breed, hoog, 96)
    boven = waar * max(0.0, indeling.hoogte - hoog)
    zichtbaar = set(indeling.zichtbaar(boven, hoog))
    for pagina, vak in enumerate(vakken_van(indeling)):
        if vak.y < boven + hoog and vak.y + vak.hoogte > boven:
            assert pagina in zichtbaar


def test_pages_never_overlap_and_stand_in_the_middle() -> None:
    indeling = Bladindeling.van([A4, A3, A4], Zoom(Zoomsoort.VAST, 1.0), 2000, 1000, 96)
    for boven, onder in zip(vakken_van(indeling), vakken_van(indeling)[1:], strict=False):
        assert onder.y >= boven.y + boven.hoogte + RUIMTE - 1
    for vak in vakken_van(indeling):
        assert vak.x + vak.breedte / 2 == pytest.approx(indeling.breedte / 2, abs=1)


def test_a_page_as_wide_as_the_window_fills_it_whatever_its_paper() -> None:
    indeling = Bladindeling.van([A4, A3], Zoom(), 820, 600, 96)
    assert [round(vak.breedte) for vak in vakken_van(indeling)] == [800, 800]
    assert round(indeling.breedte) == 820


def test_a_whole_page_fits_in_the_window() -> None:
    indeling = Bladindeling.van([A4, A3], Zoom(Zoomsoort.PAGINA), 820, 600, 96)
    assert all(vak.breedte <= 800 and vak.hoogte <= 580 for vak in vakken_van(indeling))


def test_the_key_z_goes_round_three_sizes() -> None:
    rij = [Zoom()]
    for _ in range(3):
        rij.append(rij[-1].volgende)
    assert [zoom.soort for zoom in rij] == [Zoomsoort.BREEDTE, Zoomsoort.PAGINA, Zoomsoort.VAST, Zoomsoort.BREEDTE]


def test_a_page_is_never_made_smaller_or_larger_than_can_be_read() -> None:
    klein = groot = Zoom(Zoomsoort.VAST, 1.0)
    for _ in range(40):
        klein, groot = klein.kleiner(), groot.groter()
    assert (klein.factor, groot.factor) == (0.1, 5.0)


def test_nothing_has_no_pages() -> None:
    leeg = Bladindeling.van([], Zoom(), 800, 600, 96)
    assert (leeg.zichtbaar(0, 600), leeg.plek_op(10), leeg.hoogte_van(Plek(3))) == (range(0), Plek(0), 0.0)


@given(maten, zooms, st.integers(100, 3000), st.integers(100, 2000), st.data())
def test_a_place_is_found_back_where_two_pages_stand_beside_each_other(
    rij: list[Maat], zoom: Zoom, breed: int, hoog: int, data: st.DataObject
) -> None:
    indeling = Bladindeling.van(rij, zoom, breed, hoog, 96, naast=2)
    plek = Plek(data.draw(st.integers(0, len(rij) - 1)), data.draw(st.floats(0, 0.99)))
    gevonden = indeling.plek_op(indeling.hoogte_van(plek), plek.pagina)
    assert gevonden.pagina == plek.pagina
    assert gevonden.deel == pytest.approx(plek.deel, abs=1e-6)
    vak = indeling.vak(plek.pagina)
    assert indeling.vak_op(vak.x + vak.breedte / 2, vak.y + vak.hoogte / 2) == plek.pagina


def test_a_strip_lower_than_a_pixel_keeps_its_places() -> None:
    indeling = Bladindeling.van([Maat(1751, 50)], Zoom(), 100, 100, 96, naast=2)
    assert indeling.vak(0).hoogte < 1
    assert indeling.plek_op(indeling.hoogte_van(Plek(0, 0.5))).deel == pytest.approx(0.5)


def test_two_pages_fill_the_width_together() -> None:
    indeling = Bladindeling.van([A4, A4, A4], Zoom(), 830, 600, 96, naast=2)
    links, rechts, laatste = vakken_van(indeling)
    assert links.y == rechts.y
    assert rechts.x == pytest.approx(links.x + links.breedte + RUIMTE)
    assert rechts.x + rechts.breedte == pytest.approx(830 - RUIMTE)
    assert (laatste.x, laatste.breedte) == pytest.approx((links.x, links.breedte))
    assert indeling.volgorde(range(0, 2), 1) == [1, 0, 2]
    assert indeling.zichtbaar(0, 100) == range(0, 2)
    assert indeling.dichtstbij(1e6, 0) == 1


@given(st.integers(200, 3000), st.integers(1, 3))
def test_pages_as_wide_as_the_window_leave_nothing_to_scroll_aside(breed: int, naast: int) -> None:
    assert round(Bladindeling.van([A4] * 3, Zoom(), breed, 600, 96, naast=naast).breedte) == breed


@given(maten, st.integers(100, 3000), st.integers(100, 2000), st.floats(0, 1))
def test_exactly_the_pages_that_can_be_seen_are_visible_two_by_two(
    rij: list[Maat], breed: int, hoog: int, waar: float
) -> None:
    indeling = Bladindeling.van(rij, Zoom(), breed, hoog, 96, naast=2)
    boven = waar * max(0.0, indeling.hoogte - hoog)
    zichtbaar = set(indeling.zichtbaar(boven, hoog))
    for pagina, vak in enumerate(vakken_van(indeling)):
        if vak.y < boven + hoog and vak.y + vak.hoogte > boven:
            assert pagina in zichtbaar
