"""Besluiten have a number in the register, and show where they differ from what was proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.zittingbouwers import een_besluit
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import (
    BesluitZonderTekst,
    NietTerBesluitvorming,
    Uitkomst,
    require_tabled,
    volgend_besluitnummer,
)


def test_the_first_besluit_of_a_year_is_number_one() -> None:
    assert volgend_besluitnummer("BC WK", 2026, ["BC WK 2025-017", "DB WK 2026-003"]) == "BC WK 2026-001"


def test_the_next_number_follows_the_highest_also_when_one_is_missing() -> None:
    assert volgend_besluitnummer("BC WK", 2026, ["BC WK 2026-002", "BC WK 2026-009"]) == "BC WK 2026-010"


@given(st.integers(1, 40), st.text(max_size=8))
def test_numbers_in_a_row_are_never_given_twice(aantal: int, kort: str) -> None:
    gegeven: list[str] = []
    for _ in range(aantal):
        gegeven.append(volgend_besluitnummer(kort, 2026, gegeven))
    assert len(set(gegeven)) == aantal


def test_other_words_than_proposed_are_another_besluit_and_other_spaces_are_not() -> None:
    assert not een_besluit(tekst="Het plan\nvast te stellen.").wijkt_af
    assert een_besluit(tekst="Het plan niet vast te stellen.").wijkt_af


def test_the_numbers_of_a_list_are_no_other_words_and_numbers_in_a_sentence_are() -> None:
    assert not een_besluit(tekst="1. Het plan vast te stellen.").wijkt_af
    assert een_besluit(voorgesteld="1. € 12 te geven.", tekst="1. € 13 te geven.").wijkt_af


def test_without_a_proposal_nothing_differs_from_it() -> None:
    assert not een_besluit(voorgesteld="").wijkt_af


def test_an_item_for_discussion_is_tabled_for_no_besluit() -> None:
    with pytest.raises(NietTerBesluitvorming, match="Punt 3 staat ter bespreking"):
        require_tabled(Uitkomst.CONFORM, frozenset({Behandeling.BESPREKING}), 3)
    require_tabled(Uitkomst.CONFORM, frozenset({Behandeling.BESLUITVORMING}), 3)


def test_a_changed_besluit_says_what_changed() -> None:
    with pytest.raises(BesluitZonderTekst, match="gewijzigd"):
        een_besluit(uitkomst=Uitkomst.GEWIJZIGD).naar_woorden()
    assert een_besluit(tekst="Anders.").naar_woorden().uitkomst is Uitkomst.GEWIJZIGD
