"""How an agenda announces its papers, in invented titles."""

import pytest

from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.aankondiging import ontleed


@pytest.mark.parametrize(
    ("onderwerp", "titel", "soort", "bijlagen"),
    [
        ("Adviesnota ‘Veren’ (adviesnota met bijlagen 1 t/m 4 bijgevoegd)", "Veren", Soort.ADVIESNOTA, 4),
        ("Informatienota ‘Veren’ (Informatienota en 2 bijlagen bijgevoegd)", "Veren", Soort.INFORMATIENOTA, 2),
        ("Opiniërende nota ‘Veren’ (nota met bijlage bijgevoegd)", "Veren", Soort.OPINIERENDE_NOTA, 1),
        ("Adviesnota “Veren” (bijgevoegd)", "Veren", Soort.ADVIESNOTA, 0),
        ("Adviesnota: Veren (nota met bijlagen 1 en 2)", "Veren", Soort.ADVIESNOTA, 2),
        ("Adviesnota Veren (nota met drie bijlagen)", "Veren", Soort.ADVIESNOTA, 3),
        ("Adviesnota ‘Veren’ (bijlagen 2, 3 en 5 bijgevoegd)", "Veren", Soort.ADVIESNOTA, 3),
        ("Veren (brief met bijlage)", "Veren", Soort.BRIEF, 1),
        ("Veren (rapport volgt)", "Veren", Soort.RAPPORT, 0),
        ("Veren (presentatie wordt nagezonden)", "Veren", Soort.PRESENTATIE, 0),
        ("Veren (bijgevoegd)", "Veren", Soort.STUK, 0),
        ("Jaaroverzicht Veren 2025 (bijgevoegd)", "Jaaroverzicht Veren 2025", Soort.JAAROVERZICHT, 0),
        ("Infografic Veren (bijgevoegd)", "Infografic Veren", Soort.INFOGRAPHIC, 0),
        ("Begrotingswijziging 2026-2 (bijgevoegd)", "Begrotingswijziging 2026-2", Soort.BEGROTINGSWIJZIGING, 0),
        ("Werkplan Veren (werkplan en bijlage 1 bijgevoegd)", "Werkplan Veren", Soort.WERKPLAN, 1),
    ],
)
def test_an_announced_paper_has_title_kind_and_number_of_bijlagen(
    onderwerp: str, titel: str, soort: Soort, bijlagen: int
) -> None:
    gelezen, (stuk,), _ = ontleed(onderwerp)
    assert (gelezen, stuk.titel, stuk.soort, stuk.bijlagen_beloofd) == (titel, titel, soort, bijlagen)
    assert stuk.letterlijk.startswith("(")


def test_a_named_nota_is_a_paper_also_without_brackets() -> None:
    _, (stuk,), _ = ontleed("Adviesnota ‘Productenraming 2026’")
    assert (stuk.soort, stuk.titel, stuk.letterlijk) == (Soort.ADVIESNOTA, "Productenraming 2026", "")


def test_what_stands_under_verslagen_is_a_verslag() -> None:
    titel, (stuk,), _ = ontleed("DB 11.12.2025", verslag=True)
    assert (stuk.soort, stuk.titel) == (Soort.VERSLAG, titel)


@pytest.mark.parametrize("onderwerp", ["Rondvraag", "Stand van zaken (mondeling)", "Peil (winter en zomer)"])
def test_a_plain_title_promises_nothing(onderwerp: str) -> None:
    assert ontleed(onderwerp) == (onderwerp, (), ())


def test_two_announcements_are_two_papers() -> None:
    titel, stukken, _ = ontleed("Veren (brief bijgevoegd) (rapport met 2 bijlagen volgt)")
    assert titel == "Veren"
    assert [(stuk.soort, stuk.bijlagen_beloofd) for stuk in stukken] == [(Soort.BRIEF, 0), (Soort.RAPPORT, 2)]


@pytest.mark.parametrize(
    ("onderwerp", "woord"),
    [
        ("Veren (nota bijgevoegd)", "soort"),
        ("Adviesnota ‘Veren’ (nota met bijlagen)", "aantal"),
        ("Adviesnota ‘Veren (bijgevoegd)", "aanhalingsteken"),
    ],
)
def test_what_the_agenda_leaves_open_becomes_a_question(onderwerp: str, woord: str) -> None:
    _, _, (vraag,) = ontleed(onderwerp)
    assert woord in vraag


def test_quotes_inside_a_title_stay() -> None:
    titel, _, _ = ontleed("Adviesnota ‘Samen varen’ en ‘Samen schutten’ (bijgevoegd)")
    assert titel == "‘Samen varen’ en ‘Samen schutten’"
