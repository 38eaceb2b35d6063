"""Words that say a paper is behind closed doors, and words that do not."""

import pytest

from tk_desktop.domain.besloten import is_besloten


@pytest.mark.parametrize(
    "titel",
    [
        "8b_geheim_advies", "besloten_advies", "Niet_openbaar stuk", "Vertrouwelijke bijlage", "Geheime stukken",
        "niet-openbare cijfers", "Onder geheimhouding verstrekt", "Ontslag (GEHEIM)", "Besloten: schikking",
    ],
)  # fmt: skip
def test_words_of_closed_doors_are_recognised(titel: str) -> None:
    assert is_besloten(titel)


@pytest.mark.parametrize(
    "titel",
    [
        "Besluit over de kade", "Opheffing geheimhouding", "Vertrouwenspersoon", "Oprichting besloten vennootschap",
        "Niet vertrouwelijk overzicht", "Evaluatie: waartoe is besloten", "Openbare stukken",
    ],
)  # fmt: skip
def test_ordinary_words_are_not(titel: str) -> None:
    assert not is_besloten(titel)
