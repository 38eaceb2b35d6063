"""The words by which an agenda says how an item is treated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.agenda import Behandeling, behandelwijze
from tk_desktop.intake.behandeling import lees_behandeling, lees_letters, splits_behandeling


@given(st.frozensets(st.sampled_from(Behandeling), min_size=1))
def test_what_the_program_prints_it_reads_back(soorten: frozenset[Behandeling]) -> None:
    gelezen = lees_behandeling(behandelwijze(soorten))
    assert gelezen is not None
    assert (gelezen.soorten, gelezen.loopt_door) == (soorten, False)


@pytest.mark.parametrize("tekst", ["Terugblik", "Ter hoogte van de brug", "Ter", "besluitvorming", "", "Ter info"])
def test_other_words_are_no_way_of_treatment(tekst: str) -> None:
    assert lees_behandeling(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "letters"),
    [("a. Ter kennisname", "a"), ("a, b en d: ter kennisname", "abd"), ("b t/m e ter kennisname", "bcde")],
)
def test_letters_name_the_sub_items_it_holds_for(tekst: str, letters: str) -> None:
    assert lees_letters(tekst) == (frozenset(letters), frozenset({Behandeling.KENNISNAME}))


@pytest.mark.parametrize(
    "tekst", ["Ingekomen stukken en mededelingen Ter kennisname", "Veren en bruggen ter bespreking"]
)
def test_a_title_is_no_row_of_letters(tekst: str) -> None:
    assert lees_letters(tekst) == (frozenset(), frozenset())


def test_a_title_keeps_its_own_words() -> None:
    assert splits_behandeling("Hulp Ter Apel Ter bespreking") == ("Hulp Ter Apel", "Ter bespreking")
    assert splits_behandeling("Hulp Ter Apel") == ("Hulp Ter Apel", "")
