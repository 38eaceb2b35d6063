"""Amounts as papers write them; what is damaged is no number."""

import pytest

from tk_desktop.domain.bedrag import heeft_centen, is_beschadigd, lees_bedrag


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    {
        "€ 37.452": 37452, "€55.000": 55000, "€30.617.-": 30617, "500.000,--": 500000, "47.500,-": 47500,
        "65.000 euro": 65000, "€ 1,6 miljoen": 1600000, "270mln euro": 270000000, "-€ 269.565": -269565, "-295": -295,
        "€ -12": -12, "€ 0": 0, "1.250,00": 1250,
    }.items(),
)  # fmt: skip
def test_every_way_of_writing_an_amount_is_read(tekst: str, bedrag: int) -> None:
    assert lees_bedrag(tekst) == bedrag


@pytest.mark.parametrize("tekst", ["€ ▯▯.500", "12,50", "2024-2025", "8,4%", "doorlopend", "", "1.25", "€ 1,65 tot"])
def test_what_is_damaged_or_no_whole_amount_is_not_guessed(tekst: str) -> None:
    assert lees_bedrag(tekst) is None


def test_a_damaged_amount_and_one_with_cents_are_told_apart() -> None:
    assert is_beschadigd("€ ▯▯.500,-")
    assert not is_beschadigd("€ 12.500,-")
    assert heeft_centen("€ 12,50")
    assert not heeft_centen("€ 12,-")
