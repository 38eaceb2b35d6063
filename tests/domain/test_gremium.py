"""Who sits in a body, and when."""

from datetime import date

import pytest

from tests.bouwers import een_gremium, een_lidmaatschap
from tk_desktop.domain.gremium import met_lidwoord


def test_a_seat_is_held_on_the_first_and_the_last_day_of_the_mandate() -> None:
    zetel = een_lidmaatschap(mandaat_van=date(2024, 7, 1), mandaat_tot=date(2028, 3, 31))
    geldig = [zetel.geldt_op(dag) for dag in (date(2024, 6, 30), date(2024, 7, 1), date(2028, 3, 31), date(2028, 4, 1))]
    assert geldig == [False, True, True, False]
    assert een_lidmaatschap().geldt_op(date(2099, 1, 1))


def test_a_mandate_merged_to_end_before_it_begins_is_readable_and_held_on_no_day() -> None:
    zetel = een_lidmaatschap(mandaat_van=date(2026, 2, 2), mandaat_tot=date(2026, 1, 31))
    assert not any(zetel.geldt_op(date(2026, maand, dag)) for maand, dag in ((1, 31), (2, 1), (2, 2)))


def test_an_impossible_seat_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="niet negatief"):
        een_lidmaatschap(stemgewicht=-1)


def test_a_body_is_named_by_its_abbreviation_when_it_has_one() -> None:
    assert een_gremium(afkorting="BC WK").kort == "BC WK"
    assert een_gremium(naam="Raad van Advies", afkorting="").kort == "Raad van Advies"
    with pytest.raises(ValueError, match="heeft een naam"):
        een_gremium(naam=" ")


@pytest.mark.parametrize(
    "naam",
    [
        "het Algemeen bestuur GGD Oevers",
        "het Dagelijks Bestuur",
        "het Ambtelijk overleg kade",
        "de Bestuurscommissie Gezonde Oevers",
        "de Commissie van het dagelijks bestuur",
        "de BC GO",
    ],
)
def test_a_body_is_named_with_its_article(naam: str) -> None:
    assert met_lidwoord(naam.partition(" ")[2]) == naam
