"""Two texts are the same to a reader whatever their signs, capitals and accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_voorstelpunt
from tk_desktop.domain.vergelijken import sleutel
from tk_desktop.domain.voorstel import woorden


@pytest.mark.parametrize(
    "ander", ["COÖRDINATIE-plan 2026", "Coordinatie plan, 2026.", "coo\u0308rdinatieplan\u00a02026"]
)
def test_signs_capitals_and_accents_do_not_tell_texts_apart(ander: str) -> None:
    assert sleutel("Coördinatieplan 2026") == sleutel(ander) == "coordinatieplan2026"


def test_another_digit_is_another_text() -> None:
    assert sleutel("Begroting 2026") != sleutel("Begroting 2027")


def test_a_proposal_is_the_same_however_its_accents_are_typed() -> None:
    een, ander = (
        een_voorstelpunt(tekst="De coördinatie te regelen."),
        een_voorstelpunt(tekst="de Coo\u0308rdinatie te regelen"),
    )
    assert woorden([een]) == woorden([ander])


@given(st.text())
def test_a_key_holds_only_letters_and_digits_and_is_its_own_key(tekst: str) -> None:
    assert sleutel(sleutel(tekst)) == sleutel(tekst)
    assert all(teken.isalnum() for teken in sleutel(tekst))
    assert sleutel(unicodedata.normalize("NFD", tekst)) == sleutel(unicodedata.normalize("NFC", tekst))
