"""What was read of a programme becomes its rows, once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.intake.programmatekst import RAPPORT
from tk_desktop.domain.begroting import ZONDER_PERIODE, Bedragsoort
from tk_desktop.domain.programmalezing import (
    Gelezenbericht,
    Gelezenlijn,
    Gelezenproject,
    Gelezenstap,
    Programmalezing,
)
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.programme.programmas import NaamOntbreekt, set_periode
from tk_desktop.programme.projecten import change_project
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


@pytest.fixture(scope="module")
def lezing() -> Programmalezing:
    regels = herstelde_regels(RAPPORT)
    gelezen = lees_programma(regels, vind_tabellen(regels))
    assert gelezen is not None
    return gelezen


def test_a_report_becomes_a_programme_with_its_projects_and_lines(store: Store, lezing: Programmalezing) -> None:
    stand = keep_programma(store, lezing)
    kades = stand.themalijnen[0]
    assert [(tak.project.naam, tak.diepte) for tak in stand.takken(kades.id)] == [
        ("Kade op recept", 0),
        ("Scholing- en deskundigheidsbevordering voor de bediening", 1),
        ("Bereik vergroten van sluiswachters", 0),
    ]
    assert stand.ongedefinieerde_fasen() == ("Nazorgfase", "Voorbereidingsfase", "Initiatiefase")
    assert stand.periode is not None
    kade, bereik = stand.lasten("2025-1", kades.id)
    assert kade.project_id == next(een.id for een in stand.projecten if een.naam == "Kade op recept")
    assert (kade.bedrag(Bedragsoort.EINDSALDO), kade.gedrukt(Bedragsoort.EINDSALDO)) == (500, 400)
    assert [een.soort for een in bereik.bedragen] == [
        Bedragsoort.BEGROTING,
        Bedragsoort.GEWIJZIGD,
        Bedragsoort.BESTEED,
        Bedragsoort.VERWACHT,
    ]
    assert {(een.naam, een.soort, een.bedrag) for een in stand.totalen} == {
        ("Kades en sluizen", Bedragsoort.GEWIJZIGD, 5_100),
        ("Kades en sluizen", Bedragsoort.EINDSALDO, 400),
        ("Totaal", Bedragsoort.GEWIJZIGD, 10_500),
        ("Totaal", Bedragsoort.EINDSALDO, 500),
    }
    assert [(een.waarvan, een.bedrag) for een in stand.meenemen] == [("themalijn Kades en sluizen", 200), ("Rijk", 110)]
    assert stand.meenemen[1].bron_id == stand.bronnen[0].id
    assert stand.vragen() == ("Project ‘Vaarpas’ eindigt (12-2024) voordat het begint (01-2025).",)
    assert stand.programma.vragen == lezing.vragen(), "what is not certain stays until somebody settles it"


def test_the_same_report_again_changes_nothing_and_keeps_what_somebody_wrote(
    store: Store, lezing: Programmalezing
) -> None:
    voor = keep_programma(store, lezing)
    _, wijziging = store.record(lambda: keep_programma(store, lezing, voor.programma.id))
    assert not wijziging.rijen
    project = voor.projecten[0]
    change_project(store, project.id, trekker="Roos van Dalen", fase="Borgingsfase")
    na = keep_programma(store, lezing, voor.programma.id).projecten[0]
    assert (na.trekker, na.fase) == ("Roos van Dalen", "Realisatiefase")


def test_a_card_brings_its_steps_and_what_was_done(store: Store, lezing: Programmalezing) -> None:
    kaart = Gelezenproject(
        naam="Kade op recept",
        opdrachtgever="Stuurgroep",
        stappen=(Gelezenstap(wat="Plan", gereed=">Q3 2025", status="Loopt"),),
        zorgen=("Te weinig zand",),
        berichten=(Gelezenbericht(periode="Q4 2024", gedaan="Zand besteld"),),
    )
    lijn = Gelezenlijn(naam="Kades en sluizen", projecten=(kaart,))
    staat = keep_programma(store, lezing)
    stand = keep_programma(store, Programmalezing(themalijnen=(lijn,)), staat.programma.id)
    assert len(stand.projecten) == 4, "a card of a project that is there makes no second one"
    assert [een.status for een in stand.stappen] == ["Loopt"]
    assert [een.tekst for een in stand.zorgen] == ["Te weinig zand"]
    bericht = stand.bericht(stand.projecten[0].id, "Q4 2024")
    assert bericht is not None
    assert bericht.gedaan == "Zand besteld"


def test_projects_that_a_paper_puts_under_each_other_are_told_and_none_stands_under_itself(store: Store) -> None:
    namen = (("Hofjes", "Kade"), ("Kade", "Hofjes"), ("Steiger", "Kade"))
    projecten = tuple(Gelezenproject(naam=naam, is_sub=True, ouder=ouder) for naam, ouder in namen)
    lezing = Programmalezing(naam="Kring", themalijnen=(Gelezenlijn(naam="Wonen", projecten=projecten),))
    assert lezing.vragen() == (
        "Project ‘Hofjes’ staat in dit stuk via ‘Kade’ onder zichzelf. Kies waar het onder hoort.",
        "Project ‘Kade’ staat in dit stuk via ‘Hofjes’ onder zichzelf. Kies waar het onder hoort.",
    )
    stand = keep_programma(store, lezing)
    (lijn,) = stand.themalijnen
    assert [(tak.project.naam, tak.diepte, tak.kring) for tak in stand.takken(lijn.id)] == [
        ("Kade", 0, False), ("Hofjes", 1, False), ("Steiger", 1, False),
    ]  # fmt: skip
    assert keep_programma(store, lezing, stand.programma.id) == stand


def test_a_report_without_a_name_asks_for_one(store: Store, lezing: Programmalezing) -> None:
    with pytest.raises(NaamOntbreekt):
        keep_programma(store, replace(lezing, naam=""))


def test_a_budget_without_a_period_is_of_the_one_that_is_looked_at_else_of_the_first_that_is_made(
    store: Store, lezing: Programmalezing
) -> None:
    zonder = replace(lezing, naam="Zonder periode", periode=None)
    stand = keep_programma(store, zonder)
    assert stand.perioden == ()
    assert stand.lasten(ZONDER_PERIODE)
    assert stand.programma.vragen[0].endswith("hoort bij de eerste periode die u maakt.")
    id_ = stand.programma.id
    set_periode(store, id_, "2027", date(2027, 1, 1), date(2027, 12, 31))
    na = read_stand(store, id_)
    assert [een.naam for een in na.lasten("2027")] == [een.naam for een in stand.lasten(ZONDER_PERIODE)]
    perioden = (*(r.periode for r in na.regels), *(t.periode for t in na.totalen), *(m.periode for m in na.meenemen))
    assert set(perioden) == {"2027"}
    weer = keep_programma(store, zonder, id_)
    assert weer.regels == na.regels, "it is brought up to date, and not kept beside"
    assert "Het stuk noemt geen periode; zijn begroting is overgenomen bij 2027." in weer.programma.vragen
