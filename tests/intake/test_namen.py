"""People in lines of text, with invented names."""

import pytest

from tk_desktop.intake.namen import TELEFOON, behandelaars, inleiders, naam_vooraan, zonder_aanspreking


@pytest.mark.parametrize(
    ("tekst", "naam", "rest"),
    [
        ("Saar de Boer", "Saar de Boer", ""),
        ("Saar de Boer, programmaleider", "Saar de Boer", ", programmaleider"),
        ("Mo v.d. Sluis (Varenbond)", "Mo v.d. Sluis", "(Varenbond)"),
        ("S.J. van den Berg-Kok adviseur", "S.J. van den Berg-Kok", "adviseur"),
        ("mw. drs. A. Kade, DPG", "drs. A. Kade", ", DPG"),
        ("Anne-Marie Élan", "Anne-Marie Élan", ""),
        ("programmaleider veren", "", "programmaleider veren"),
        ("GGD", "", "GGD"),
        ("", "", ""),
    ],
)
def test_a_name_is_told_from_what_follows(tekst: str, naam: str, rest: str) -> None:
    assert naam_vooraan(tekst) == (naam, rest)


@pytest.mark.parametrize(
    ("regels", "domein", "personen"),
    [
        (["Saar de Boer, adviseur, tel. 06-12345678"], "", [("Saar de Boer", "adviseur", "06-12345678")]),
        (
            ["Saar de Boer, adviseur, tel. 06-12345678", "Mo Kade, jurist, tel. 06-87654321"],
            "",
            [("Saar de Boer", "adviseur", "06-12345678"), ("Mo Kade", "jurist", "06-87654321")],
        ),
        (
            ["Saar de Boer, adviseur en leider van de", "veerdienst, tel. 06-12345678"],
            "",
            [("Saar de Boer", "adviseur en leider van de veerdienst", "06-12345678")],
        ),
        (["Saar de Boer, DPG, 053 1234567"], "", [("Saar de Boer", "DPG", "053 1234567")]),
        (["Water, Saar de Boer DPG, 053-1234567"], "Water", [("Saar de Boer", "DPG", "053-1234567")]),
        (
            ["Saar de Boer (adviseur WK) 06 12345678 en Mo Kade (team", "peil en dijken)"],
            "",
            [("Saar de Boer", "adviseur WK", "06 12345678"), ("Mo Kade", "team peil en dijken", "")],
        ),
        (
            ["Saar de Boer, adviseur", "Mo Kade, jurist"],
            "",
            [("Saar de Boer", "adviseur", ""), ("Mo Kade", "jurist", "")],
        ),
        (
            ["Saar de Boer (adviseur), Mo Kade (jurist)"],
            "",
            [("Saar de Boer", "adviseur", ""), ("Mo Kade", "jurist", "")],
        ),
        (["Water en dijken", "Saar de Boer, adviseur"], "Water en dijken", [("Saar de Boer", "adviseur", "")]),
        ([], "", []),
    ],
)
def test_officials_have_name_function_and_phone_in_each_way_of_writing(
    regels: list[str], domein: str, personen: list[tuple[str, str, str]]
) -> None:
    assert behandelaars(regels) == (domein, tuple(personen), True)


def test_an_official_without_a_name_is_kept_as_written_and_not_sure() -> None:
    assert behandelaars(["secretariaat, tel. 053-1234567"]) == ("", (("secretariaat", "", "053-1234567"),), False)


@pytest.mark.parametrize(
    ("tekst", "verwacht", "zeker"),
    [
        ("Saar de Boer (Varenbond) en Mo Kade", (("Saar de Boer", "Varenbond"), ("Mo Kade", "")), True),
        (
            "Saar de Boer (dijken en peil)  Mo Kade (jurist)",
            (("Saar de Boer", "dijken en peil"), ("Mo Kade", "jurist")),
            True,
        ),
        ("Saar de Boer, programmaleider en Mo Kade", (("Saar de Boer", "programmaleider"), ("Mo Kade", "")), False),
        ("Mo Kade Havenbedrijf", (("Mo Kade", "Havenbedrijf"),), False),
        ("de schipper", (("de schipper", ""),), False),
    ],
)
def test_presenters_have_a_role_or_organisation(tekst: str, verwacht: tuple[tuple[str, str], ...], zeker: bool) -> None:
    assert inleiders(tekst) == (verwacht, zeker)


@pytest.mark.parametrize(
    "nummer",
    ["053 – 123 45 67", "053-1234567", "053 1234567", "06-12345678", "06 12345678", "06 123 456 78", "0531234567"],
)
def test_every_way_of_writing_a_phone_number_is_known(nummer: str) -> None:
    treffer = TELEFOON.search(f"bel {nummer} voor vragen")
    assert treffer is not None
    assert treffer[0] == nummer


@pytest.mark.parametrize("tekst", ["2026-000417", "12-03-2026", "€ 1.250.000", "0 tot 4 jaar"])
def test_other_figures_are_no_phone_number(tekst: str) -> None:
    assert TELEFOON.search(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("mw. A. Kade", "A. Kade"),
        ("Dhr. Mo Kade", "Mo Kade"),
        ("mevrouw Saar de Boer", "Saar de Boer"),
        ("de heer Kade", "Kade"),
        ("de heren M. Kade", "M. Kade"),
        ("mr. S. de Boer", "mr. S. de Boer"),
        ("Heerko Mwanza", "Heerko Mwanza"),
        ("", ""),
    ],
)
def test_how_somebody_is_addressed_is_no_part_of_the_name_and_a_degree_is(tekst: str, naam: str) -> None:
    assert zonder_aanspreking(tekst) == naam
