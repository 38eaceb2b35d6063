"""The same project under names that differ a little."""

import pytest

from tk_desktop.domain.projectnaam import zoek_naam

NAMEN = [
    "Collectieve verzekering - havenpolis",
    "(Onafhankelijke) walbegeleiding",
    "Doorstroom Wet lange vaart",
    "Scholing- en deskundigheidsbevordering voor sluiswachters",
    "Wonen en water",
    "Wonen en wind",
]


@pytest.mark.parametrize(
    ("naam", "bedoeld"),
    [
        ("collectieve verzekering", 0),
        ("Collectieve verzekering (havenpolis)", 0),
        ("onafhankelijke walbegeleiding", 1),
        ("Doorstroom WLV", 2),
        ("Scholing en deskundigheidsbevordering", 3),
        ("Wonen en water", 4),
    ],
)
def test_a_name_that_differs_a_little_is_found(naam: str, bedoeld: int) -> None:
    assert zoek_naam(naam, NAMEN, {"WLV": "Wet lange vaart"}) == NAMEN[bedoeld]


@pytest.mark.parametrize("naam", ["", "Wonen", "Varen met beleid", "Doorstroom WLV zonder wet"])
def test_a_name_that_is_not_certain_is_not_guessed(naam: str) -> None:
    assert zoek_naam(naam, NAMEN) == ""
