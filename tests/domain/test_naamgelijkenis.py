"""Which names may be of one person: initials and a family name, and one whole name alone that fits them."""

import pytest

from tk_desktop.domain.naamgelijkenis import Naamvoorstel, bijna_gelijk, zelfde_gremia, zelfde_namen


def test_initials_stand_for_the_one_whole_name_that_fits() -> None:
    assert zelfde_namen(["J. de Vries", "Jan de Vries", "Roos van Dalen", "R.A. Van Dalen", "J. Hoek"]) == (
        Naamvoorstel(kort="J. de Vries", voluit="Jan de Vries"),
        Naamvoorstel(kort="R.A. Van Dalen", voluit="Roos van Dalen"),
    )


@pytest.mark.parametrize(
    "namen", [["J. de Vries", "Jan de Vries", "Jo de Vries"], ["J. de Vries", "Jan Hoek"], ["Jan", "J. "], []]
)
def test_nothing_is_proposed_where_several_fit_or_none(namen: list[str]) -> None:
    assert zelfde_namen(namen) == ()


@pytest.mark.parametrize(
    ("gelezen", "bekend", "voorstel"),
    [
        (
            ["Dagelijks bestuur", "Dagelijks bestuur Kade"],
            [],
            ("Dagelijks bestuur", "Dagelijks bestuur Kade"),
        ),
        (["Dagelijks bestuur"], ["Dagelijks bestuur Kade"], ("Dagelijks bestuur", "Dagelijks bestuur Kade")),
        (["Bestuurscomissie Kade"], ["Bestuurscommissie Kade"], ("Bestuurscomissie Kade", "Bestuurscommissie Kade")),
        (["Bestuurscomissie Kade", "Bestuurscommissie Kade"], [], ("Bestuurscomissie Kade", "Bestuurscommissie Kade")),
        (["Dagelijks bestuur", "Algemeen bestuur"], [], None),
        (["Dagelijks bestuur", "DAGELIJKS BESTUUR"], [], None),
        (["Bestuur", "Bestuur Noord", "Bestuur Zuid"], [], None),
        (["Stuurgroep"], ["Stuurgroep", "Stuurgroep Kade"], None),
    ],
)
def test_a_body_is_proposed_to_be_another_where_one_alone_fits(
    gelezen: list[str], bekend: list[str], voorstel: tuple[str, str] | None
) -> None:
    assert [(een.kort, een.voluit) for een in zelfde_gremia(gelezen, bekend)] == ([voorstel] if voorstel else [])


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("Bestuurscomissie Kade", ("Bestuurscommissie Kade",)),
        ("Bestuurscommissie", ("Bestuurscommissie Kade",)),
        ("Stuurgroep Kade Noord", ("Stuurgroep Kade",)),
        ("stuurgroep kade", ()),
        ("Raad van toezicht", ()),
        ("", ()),
    ],
)
def test_a_body_that_is_typed_may_mean_one_that_is_there(getypt: str, bedoeld: tuple[str, ...]) -> None:
    assert bijna_gelijk(getypt, ["Stuurgroep Kade", "Bestuurscommissie Kade"]) == bedoeld
