"""Drawn pages are kept while there is room, those on screen always."""

import pytest

from tk_desktop.desktop.pages import bladvoorraad
from tk_desktop.desktop.pages.bladvoorraad import Beeldsoort, Bladvoorraad
from tk_desktop.paper.bladbeeld import Beeld


def een_beeld() -> Beeld:
    return Beeld(breedte=10, hoogte=10, stap=40, punten=bytearray(400))


def test_the_page_that_was_drawn_longest_ago_goes_first_but_never_one_on_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bladvoorraad, "_RUIMTE", 1200)
    voorraad = Bladvoorraad()
    for pagina in range(5):
        voorraad.neem(pagina, Beeldsoort(1, 1.0), een_beeld(), range(1))
    assert [pagina for pagina in range(5) if voorraad.van(pagina)] == [0, 3, 4]


def test_a_page_of_an_older_make_or_another_size_is_there_but_not_as_it_is_now() -> None:
    voorraad = Bladvoorraad()
    voorraad.neem(0, Beeldsoort(1, 1.0), een_beeld(), range(1))
    assert voorraad.heeft(0, Beeldsoort(1, 1.0))
    assert not voorraad.heeft(0, Beeldsoort(2, 1.0))
    assert not voorraad.heeft(0, Beeldsoort(1, 2.0))
    assert voorraad.van(0) is not None
    voorraad.beperk(0)
    assert voorraad.van(0) is None


def test_a_page_that_cannot_be_drawn_is_not_asked_again() -> None:
    voorraad = Bladvoorraad()
    voorraad.neem(0, Beeldsoort(1, 1.0), None, range(1))
    assert voorraad.heeft(0, Beeldsoort(1, 1.0))
    blad = voorraad.van(0)
    assert blad is not None
    assert blad.beeld is None
