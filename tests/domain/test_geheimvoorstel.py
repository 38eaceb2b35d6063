"""The words of a besluit tell that geheimhouding is imposed, on what, on which ground and until when."""

from datetime import date

import pytest

from tk_desktop.domain.geheimvoorstel import GelezenOplegging, grond_in, lees_oplegging
from tk_desktop.store.geheimregels import known_geheimregels

JUNI = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        (
            "1. De oever te kopen.\n2. Geheimhouding op te leggen op deze nota en op het verslag van dit punt tot en "
            "met 30 september 2026.",
            GelezenOplegging(omvang="deze nota en op het verslag van dit punt", tot=date(2026, 9, 30)),
        ),
        (
            "Op de nota en bijlage 2 geheimhouding op te leggen tot 1 maart.",
            GelezenOplegging(omvang="de nota en bijlage 2", tot=date(2027, 3, 1), alleen_stukken=True),
        ),
        (
            "De commissie legt geheimhouding op het besprokene op, op grond van artikel 5.1, tweede lid, onder b, Woo.",
            GelezenOplegging(omvang="het besprokene"),
        ),
        ("Tot oplegging van geheimhouding.", GelezenOplegging()),
    ],
)
def test_a_besluit_that_imposes_tells_on_what_and_until_when(tekst: str, gelezen: GelezenOplegging) -> None:
    assert lees_oplegging(tekst, JUNI) == gelezen


@pytest.mark.parametrize(
    "tekst",
    [
        "De oever te herstellen.",
        "De geheimhouding die op 4 maart is opgelegd op te heffen.",
        "De door het dagelijks bestuur opgelegde geheimhouding te bekrachtigen.",
        "Geen geheimhouding op te leggen.",
        "De commissie gaat akkoord met opheffing van de geheimhouding, opgelegd op 25 september.",
        "De geheimhouding op de nota te verlengen en die opnieuw op te leggen.",
        "Kennis te nemen van de geheimhouding.",
    ],
)
def test_what_lifts_ratifies_prolongs_or_denies_imposes_nothing(tekst: str) -> None:
    assert lees_oplegging(tekst, JUNI) is None


@pytest.mark.parametrize(
    ("tekst", "sleutel"),
    [
        ("besloten op grond van artikel 5.1, tweede lid, onder b, van de Wet open overheid", "economisch"),
        ("artikel 5.1 lid 2 onder e Woo", "persoonlijk"),
        ("artikel 5.1, eerste lid, aanhef en onder d", "persoonsgegevens"),
        ("artikel 5.1, vijfde lid", "benadeling"),
        ("vanwege juridische en economische belangen van de regio", "economisch"),
        ("om de privacy van de bewoners", "persoonlijk"),
        ("om economische redenen en om de privacy", ""),
        ("zonder grond", ""),
    ],
)
def test_the_ground_is_the_article_or_else_the_interest_that_is_named(tekst: str, sleutel: str) -> None:
    assert grond_in([tekst], known_geheimregels()) == sleutel


def test_the_first_text_that_names_a_ground_tells_it() -> None:
    teksten = ["De oever te kopen.", "artikel 5.1, tweede lid, onder i, Woo", "om de privacy"]
    assert grond_in(teksten, known_geheimregels()) == "functioneren"
