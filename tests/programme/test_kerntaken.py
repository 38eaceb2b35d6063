"""Core tasks with the columns of their part, weighed with reasons, and put side by side."""

from collections.abc import Iterator

import pytest

from tk_desktop.domain.kerntaken import Categorie, Keuze
from tk_desktop.domain.programma import Programma
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.programme.kerntaken import (
    KeuzeNietMogelijk,
    VraagOnbekend,
    add_bouwsteen,
    add_deel,
    add_scenarios,
    answer_bouwsteen,
    answer_kader,
    ask_bouwsteen,
    choose_in_scenario,
    clear_kader,
    drop_deel,
    drop_scenario,
    drop_vraag,
    read_kerntaken,
    set_kosten,
)
from tk_desktop.programme.programmas import add_programma, drop_programma
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


@pytest.fixture
def programma(store: Store) -> Programma:
    return add_programma(store, "Kerntaken")


def test_each_part_has_the_columns_of_its_own_table(store: Store, programma: Programma) -> None:
    kade = add_deel(store, programma.id, "Kade", ["Opmerking", "Financiering"])
    sluis = add_deel(store, programma.id, "Sluis", ["Duiding"])
    steen = add_bouwsteen(
        store, kade.id, "Baggeren", nummer="1.1", groep="Diepte", velden={"Financiering": "Subsidie", "Onbekend": "x"}
    )
    add_bouwsteen(store, sluis.id, "Schutten", velden={"Duiding": "Elke dag"})
    delen = store.kerntaken.delen.van(programma.id)
    assert [(deel.naam, [kolom.naam for kolom in deel.kolommen]) for deel in delen] == [
        ("Kade", ["Opmerking", "Financiering"]),
        ("Sluis", ["Duiding"]),
    ]
    assert [(veld.kolom_id, veld.tekst) for veld in steen.velden] == [(kade.kolommen[1].id, "Subsidie")]
    assert [een.naam for een in store.kerntaken.bouwstenen.van(programma.id)] == ["Baggeren", "Schutten"]
    gevolg = link_besluit(store, programma.id, "Baggeren blijft", bouwstenen=[steen.id])[0]
    assert store.programma.gevolgen.get(gevolg.id).bouwsteen_id == steen.id
    drop_programma(store, programma.id)
    assert store.kerntaken.bouwstenen.van(programma.id) == ()


def test_a_walk_keeps_its_reasons_and_gives_the_category(store: Store, programma: Programma) -> None:
    steen = add_bouwsteen(store, add_deel(store, programma.id, "Kade").id, "Baggeren")
    with pytest.raises(VraagOnbekend):
        answer_kader(store, steen.id, "ambitie", antwoord=True)
    answer_kader(store, steen.id, "regio", antwoord=False, reden="De wet noemt de gemeente.")
    answer_kader(store, steen.id, "gemeente", antwoord=True)
    uit = answer_kader(store, steen.id, "alternatief", antwoord=False, reden="De buren doen het goedkoper.")
    assert (uit.categorie, uit.keuze) == (Categorie.B, Keuze.BELEGGEN)
    assert [een.categorie for een in read_kerntaken(store, programma.id).bouwstenen] == ["B"]
    assert {een.reden for een in store.kerntaken.afwegingen.van(steen.id)} == {
        "De wet noemt de gemeente.", "", "De buren doen het goedkoper.",
    }  # fmt: skip
    assert answer_kader(store, steen.id, "regio", antwoord=True).categorie is Categorie.A
    weer = answer_kader(store, steen.id, "regio", antwoord=False)
    assert weer.keuze is Keuze.BELEGGEN, "what was answered before counts again"


def test_an_answer_that_is_taken_back_leaves_what_the_paper_said(store: Store, programma: Programma) -> None:
    steen = add_bouwsteen(store, add_deel(store, programma.id, "Kade").id, "Baggeren", categorie=Categorie.D, bedrag=5)
    answer_kader(store, steen.id, "regio", antwoord=True, reden="Het staat in de wet.")
    kern = add_scenarios(store, programma.id, [("A.1", "Absolute kern")])[0]
    with pytest.raises(KeuzeNietMogelijk, match="categorie A"):
        choose_in_scenario(store, kern.id, steen.id, Keuze.BEEINDIGEN, bedrag=0)
    choose_in_scenario(store, kern.id, steen.id, Keuze.NIEUW, bedrag=7)
    gewogen = read_kerntaken(store, programma.id)
    assert gewogen.anders_dan_stuk(gewogen.bouwstenen[0]) == "Het stuk zegt D; de weging gaat voor."
    nu = clear_kader(store, steen.id, "regio")
    assert (nu.stappen, nu.volgende.id if nu.volgende else "", nu.categorie) == ((), "regio", None)
    stand = read_kerntaken(store, programma.id)
    assert (stand.bouwstenen[0].categorie, stand.afwegingen) == ("D", ())
    assert stand.anders_dan_stuk(stand.bouwstenen[0]) == ""
    choose_in_scenario(store, kern.id, steen.id, Keuze.BEEINDIGEN, bedrag=0)


def test_a_choice_that_another_category_does_not_allow_stays_and_is_told(store: Store, programma: Programma) -> None:
    steen = add_bouwsteen(store, add_deel(store, programma.id, "Kade").id, "Baggeren", categorie=Categorie.D, bedrag=5)
    add_scenarios(store, programma.id, [("A.1", "Absolute kern"), ("B", "Koers")])
    assert read_kerntaken(store, programma.id).onmogelijk() == ()
    answer_kader(store, steen.id, "regio", antwoord=True)
    stand = read_kerntaken(store, programma.id)
    assert [cel.keuze for cel in stand.cellen(steen.id)] == [Keuze.BEEINDIGEN, Keuze.BEHOUDEN]
    assert stand.onmogelijk() == (
        "‘Baggeren’ valt in categorie A; A.1 Absolute kern kan daar niet kiezen voor ‘beëindigen’.",
    )


def test_a_question_about_a_bouwsteen_keeps_its_answer(store: Store, programma: Programma) -> None:
    steen = add_bouwsteen(store, add_deel(store, programma.id, "Kade").id, "Baggeren")
    vraag = ask_bouwsteen(store, steen.id, "Kan het ook om de twee jaar?", van="Roos van Dalen")
    answer_bouwsteen(store, vraag.id, "Ja, met een lagere diepgang.")
    assert [(een.van, een.antwoord) for een in store.kerntaken.vragen.van(steen.id)] == [
        ("Roos van Dalen", "Ja, met een lagere diepgang.")
    ]
    assert answer_bouwsteen(store, vraag.id, "").antwoord == ""
    drop_vraag(store, vraag.id)
    assert store.kerntaken.vragen.van(steen.id) == ()


def test_scenarios_begin_with_what_the_law_asks_and_are_compared(store: Store, programma: Programma) -> None:
    deel = add_deel(store, programma.id, "Kade")
    wet = add_bouwsteen(store, deel.id, "Toezicht", categorie=Categorie.A, bedrag=100)
    vrij = add_bouwsteen(store, deel.id, "Feest", categorie=Categorie.D, bedrag=40)
    scenarios = {een.code: een for een in add_scenarios(store, programma.id)}
    assert list(scenarios) == ["A.1", "A.2", "B", "C", "nul"]
    assert add_scenarios(store, programma.id) == tuple(scenarios.values())
    choose_in_scenario(store, scenarios["C"].id, vrij.id, Keuze.AMBITIE, bedrag=60, toelichting="Groter feest")
    with pytest.raises(KeuzeNietMogelijk, match="categorie A"):
        choose_in_scenario(store, scenarios["C"].id, wet.id, Keuze.BEEINDIGEN, bedrag=0)
    uit = read_kerntaken(store, programma.id).vergelijking()
    assert [(som.scenario.code, som.som, som.verschil) for som in uit.sommen] == [
        ("A.1", 100, -40), ("A.2", 100, -40), ("B", 140, 0), ("C", 160, 20), ("nul", 140, 0),
    ]  # fmt: skip


def test_a_scenario_and_a_part_go_with_what_is_in_them(store: Store, programma: Programma) -> None:
    deel = add_deel(store, programma.id, "Kade")
    steen = add_bouwsteen(store, deel.id, "Toezicht", categorie=Categorie.D)
    een, ander = add_scenarios(store, programma.id, [("A.1", "Kern"), ("Z", "Zeker")])
    assert [post.bouwsteen_id for post in store.kerntaken.posten.van(programma.id)] == [steen.id]
    drop_scenario(store, een.id)
    assert store.kerntaken.posten.van(programma.id) == ()
    drop_deel(store, deel.id)
    stand = read_kerntaken(store, programma.id)
    assert (stand.delen, stand.bouwstenen, stand.scenarios) == ((), (), (ander,))


def test_what_is_explained_in_a_scenario_goes_on_costing_what_it_costs_now(store: Store) -> None:
    id_ = add_programma(store, "Kosten").id
    steen = add_bouwsteen(store, add_deel(store, id_, "Haven").id, "Baggeren")
    set_kosten(store, steen.id, 1000)
    scenario = add_scenarios(store, id_)[-1]
    choose_in_scenario(store, scenario.id, steen.id, Keuze.BEHOUDEN, bedrag=1000, toelichting="Moet blijven.")
    set_kosten(store, steen.id, 2000)
    ((_, cellen),) = read_kerntaken(store, id_).vergelijking().rijen
    assert cellen[-1].bedrag == 2000
