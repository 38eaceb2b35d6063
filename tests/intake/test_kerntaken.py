"""Core tasks read from a paper: parts with own columns, on what ground each task is done, and what it costs."""

from functools import cache

from tests.intake.kerntaaktekst import PAPIER
from tk_desktop.domain.programmalezing import Gelezenbouwsteen, Programmalezing
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.tekst import herstelde_regels


@cache
def _lezing() -> Programmalezing:
    regels = herstelde_regels(PAPIER)
    lezing = lees_kerntaken(regels, vind_tabellen(regels))
    assert lezing is not None
    return lezing


def _steen(naam: str) -> Gelezenbouwsteen:
    return next(een for deel in _lezing().kerndelen for een in deel.bouwstenen if een.naam == naam)


def test_each_part_has_its_own_columns_and_every_bouwsteen() -> None:
    havens, kantoor = _lezing().kerndelen
    assert (_lezing().naam, havens.naam, kantoor.naam) == ("Kerntaken Waterkant", "Havens", "Kantoor")
    assert havens.kolommen[:4] == ("Opmerking", "Afwegingskader", "Financiering", "Uitvoering door")
    assert kantoor.kolommen == ("Inhoudelijke duiding", "Financiering")
    assert [(een.nummer, een.naam, een.groep) for deel in (havens, kantoor) for een in deel.bouwstenen] == [
        ("1", "Baggeren van de binnenhaven", ""),
        ("2", "Bruggen", ""),
        ("3", "Sluisfeest", ""),
        ("4", "Oevers", ""),
        ("1", "Lichtjestocht", "Aanvullend, geen kerntaak"),
        ("2", "Vlaggen", "Aanvullend, geen kerntaak"),
        ("1", "Post", "Binnen"),
        ("2", "Koffie", "Binnen"),
        ("3", "Stoep", "Buiten"),
    ]


def test_a_cell_that_runs_over_a_page_is_whole_again() -> None:
    velden = dict(_steen("Baggeren van de binnenhaven").velden)
    assert velden["Opmerking"].splitlines()[-2:] == ["• Slib afvoeren", "• Meten achteraf"]
    assert velden["Uitvoering door"] == "Havendienst en Waterkant"
    brug = dict(_steen("Bruggen").velden)
    assert brug["Opmerking"].endswith("behalve bij storm.")
    assert brug["Afwegingskader"].endswith("aan Waterkant om deze uit te voeren.")
    assert (brug["Financiering"], brug["Uitvoering door"]) == ("Gemeenten", "Havendienst en Waterkant")


def test_a_task_has_the_category_that_the_paper_says_and_none_where_it_says_none() -> None:
    namen = ("Baggeren van de binnenhaven", "Bruggen", "Sluisfeest", "Oevers", "Vlaggen", "Post")
    assert [_steen(naam).categorie for naam in namen] == ["A", "C", "D", "", "C", ""]
    assert "geen van de vier gronden" in _steen("Oevers").twijfels[0]
    assert _steen("Sluisfeest").twijfels == ("de naam en de toelichting staan op één regel.",)
    assert any("Vlaggen" in vraag for vraag in _lezing().vragen())


def test_what_a_part_costs_becomes_budget_lines_and_the_price_of_a_task_of_that_name() -> None:
    lezing = _lezing()
    assert lezing.periode is not None
    assert (lezing.periode.naam, _steen("Bruggen").bedrag, _steen("Oevers").bedrag) == ("2031", 800, None)
    assert [(een.groep, een.naam, een.zijde.value, een.bedragen[0].bedrag) for een in lezing.regels][:3] == [
        ("Havens", "Baggeren binnenhaven", "lasten", 1200),
        ("Havens", "Baggeren binnenhaven: baten", "baten", 200),
        ("Havens", "Baggeren binnenhaven: gemeentelijke bijdrage", "baten", 1000),
    ]
    assert [(een.naam, een.bedrag) for een in lezing.totalen] == [("Havens", 2000)]
    assert lezing.vragen()[0].endswith("het stuk noemt ook die van 2030.")


def test_scenarios_have_the_words_of_the_paper() -> None:
    assert [(een.code, een.naam, een.omschrijving) for een in _lezing().scenarios] == [
        ("A.1", "Smalste kern", "Alleen wat de wet van de regio vraagt."),
        ("B", "Koers", "Alles blijft zoals het is."),
        ("nul", "Nullijn", "Geen cent erbij."),
    ]


def test_a_paper_without_bouwstenen_tells_nothing_of_them() -> None:
    assert lees_kerntaken(herstelde_regels("1. Opening\nWelkom."), ()) is None
