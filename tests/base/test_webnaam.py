"""Names in addresses are the same everywhere and never two for one paper."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.base.webnaam import webnaam


@given(st.lists(st.text(max_size=120), max_size=12))
def test_every_title_has_an_address_of_its_own_in_letters_digits_and_dashes(titels: list[str]) -> None:
    bezet: list[str] = []
    for titel in titels:
        naam = webnaam(titel, bezet)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", naam)
        assert len(naam) < 90
        assert naam not in bezet
        bezet.append(naam)


def test_a_title_is_recognised_in_its_address() -> None:
    assert webnaam("2a Adviesnota ‘Coördinatie zorg’") == "2a-adviesnota-coordinatie-zorg"
