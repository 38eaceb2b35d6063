"""The page of a programme for the board."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.programmebouwers import PERIODE, VORIGE, bedragen, maak_programma
from tk_desktop.domain.dashboard import Groepsgeld, dashboard, telling, verschil
from tk_desktop.domain.programma import Projectstatus
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.programme.begroting import add_regel
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programmastand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        programma = maak_programma(store)
        add_regel(
            store, programma.id, VORIGE, "Medewerkers", groep="Organisatie", bedragen=bedragen(400_000, 410_000, 0, 0)
        )
        yield read_stand(store, programma.id)


def test_it_counts_projects_phases_and_money(stand: Programmastand) -> None:
    assert stand.periode is not None
    wat = dashboard(stand, stand.periode)
    assert wat.telling == telling(stand) == "2 themalijnen, 3 projecten en 1 subproject"
    assert dict(wat.statussen)[Projectstatus.AANDACHT] == 1
    assert sum(aantal for _, aantal in wat.statussen) == 4
    assert wat.fasen[-1] == ("Verkenning", 1), "a phase that nobody defined is counted too"
    assert wat.totaal is not None
    assert (wat.totaal.ruimte, wat.totaal.besteed) == (640_000, 263_750)
    assert [een.naam for een in wat.geld] == ["Organisatie", "Bewegen", "Wonen"]


def test_what_asks_attention_comes_first_and_the_differences_are_told(stand: Programmastand) -> None:
    assert stand.periode is not None
    wat = dashboard(stand, stand.periode)
    assert wat.aandacht == ("■ bijsturen: Zwemles voor ouderen", "▲ aandacht: Hofjes")
    assert wat.vorige == VORIGE
    assert wat.anders == (
        "Beweegroute langs de kade: de status ging van ▲ aandacht naar ● op koers en de fase van Voorbereidingsfase "
        "naar Realisatiefase.",
        "Organisatie: de begroting is € 15.000,- hoger.",
    )
    assert verschil(stand, stand.periode, stand.projecten[1]) == ""


def test_more_than_fits_on_a_page_is_counted(stand: Programmastand) -> None:
    assert stand.periode is not None
    veel = tuple(
        replace(stand.projecten[0], id=str(nr), naam=f"Project {nr}", status=Projectstatus.BIJSTUREN)
        for nr in range(20)
    )
    wat = dashboard(replace(stand, projecten=veel, berichten=()), stand.periode)
    assert len(wat.aandacht) == 12
    assert wat.aandacht[-1] == "En nog 9 andere; zie de rapportage."


def test_money_that_is_gone_asks_attention_and_what_is_not_known_is_said() -> None:
    assert Groepsgeld(naam="Kade", ruimte=0, besteed=10).woorden == "€ 10,- van € 0,- besteed"
    assert Groepsgeld(naam="Kade", ruimte=400, besteed=100).woorden == "€ 100,- van € 400,- besteed (25%)"
    vaag = Groepsgeld(naam="Kade", ruimte=400, besteed=100, onzeker=1)
    assert vaag.woorden == "€ 100,- van € 400,- besteed; ⚠ 1 bedrag telt niet mee", "no share of what is not certain"
    assert "niet bekend" in Groepsgeld(naam="Kade", ruimte=400, besteed=None).woorden
    deels = Groepsgeld(naam="Samen", ruimte=400, besteed=100, onbekend=150)
    assert deels.woorden == "€ 100,- van € 400,- besteed; van € 150,- is niet bekend wat is besteed", "no share either"


def test_a_group_of_which_nobody_says_what_is_spent_is_no_group_that_spent_nothing(stand: Programmastand) -> None:
    assert stand.periode is not None
    regels = tuple(
        replace(een, bedragen=een.bedragen[:2]) if een.naam == "Medewerkers" else een for een in stand.regels
    )
    samen = dashboard(replace(stand, regels=regels), stand.periode).totaal
    assert samen is not None
    assert samen.woorden == "€ 73.250,- van € 640.000,- besteed; van € 425.000,- is niet bekend wat is besteed"


def test_status_and_phase_are_of_one_moment_that_the_page_names(stand: Programmastand) -> None:
    toen, nu = (dashboard(stand, periode) for periode in stand.perioden)
    assert toen.statussen == ((Projectstatus.AANDACHT, 1), (Projectstatus.ONBEKEND, 3))
    assert toen.fasen == (("Voorbereidingsfase", 1),), "not the phase of now"
    assert toen.aandacht == ("▲ aandacht: Beweegroute langs de kade",)
    assert toen.moment == (
        "Status en fase zijn zoals over 2025-2 is verteld; van 3 projecten zonder bericht zijn ze niet bekend."
    )
    assert nu.moment == (
        "Status en fase zijn zoals over 2026-1 is verteld; van 3 projecten zonder bericht zijn het die van nu."
    )
    stil = dashboard(replace(stand, berichten=()), stand.perioden[-1])
    assert stil.moment == "Status en fase zijn die van nu: over 2026-1 is nog niets verteld."
    assert dashboard(replace(stand, projecten=()), stand.perioden[0]).moment == ""


def test_without_a_period_before_nothing_is_different(stand: Programmastand) -> None:
    eerste = stand.perioden[0]
    wat = dashboard(stand, eerste)
    assert (eerste.naam, wat.vorige, wat.anders) == (VORIGE, "", ())
    assert PERIODE != VORIGE
