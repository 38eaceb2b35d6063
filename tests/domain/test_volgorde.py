"""Between any two places there is always a third."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.volgorde import reeks, schik, tussen

CIJFERS = "0123456789abcdefghijklmnopqrstuvwxyz"
plekken = st.text(CIJFERS, min_size=1, max_size=6).map(lambda tekst: tekst.rstrip("0")).filter(bool)


@given(plekken, plekken)
def test_between_any_two_places_there_is_a_third(een: str, ander: str) -> None:
    voor, na = sorted((een, ander))
    if voor == na:
        with pytest.raises(ValueError, match="komt niet voor"):
            tussen(voor, na)
        return
    midden = tussen(voor, na)
    assert voor < midden < na
    assert not midden.endswith("0")


@given(plekken)
def test_before_and_after_every_place_there_is_another(plek: str) -> None:
    assert tussen("", plek) < plek < tussen(plek, "")


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_items_put_in_anywhere_keep_their_order(rangen: list[int]) -> None:
    rij: list[str] = []
    for rang in rangen:
        plaats = rang % (len(rij) + 1)
        voor = rij[plaats - 1] if plaats else ""
        na = rij[plaats] if plaats < len(rij) else ""
        rij.insert(plaats, tussen(voor, na))
    assert rij == sorted(set(rij))


@given(st.integers(0, 3000))
def test_a_row_of_places_ascends_with_room_between(aantal: int) -> None:
    rij = reeks(aantal)
    assert len(rij) == aantal
    assert list(rij) == sorted(set(rij))
    assert not any(plek.endswith("0") or not plek for plek in rij)


@given(st.lists(st.one_of(st.just(""), plekken, st.just("v-0")), max_size=12))
def test_a_row_in_a_new_order_gets_ascending_places(rij: list[str]) -> None:
    nieuw = schik(rij)
    assert len(nieuw) == len(rij)
    assert list(nieuw) == sorted(set(nieuw))


@given(st.sets(plekken, max_size=9))
def test_a_row_that_stands_in_order_keeps_its_places(rij: set[str]) -> None:
    assert schik(sorted(rij)) == tuple(sorted(rij))


def test_one_item_that_moves_leaves_the_places_of_the_others() -> None:
    assert schik(["d", "b", "c"])[1:] == ("b", "c")
    assert schik(["b", "", "c"])[::2] == ("b", "c")
