"""A task is weighed question by question, and scenarios add up what is known."""

from itertools import product

import pytest

from tk_desktop.domain.kerntaken import (
    KADER,
    Afwegingskader,
    Bouwsteen,
    Categorie,
    Kadervraag,
    Keuze,
    Uitkomst,
)
from tk_desktop.domain.scenarios import Scenario, Scenariopost, eerste_keuze, vergelijk


def test_a_duty_of_the_region_leaves_only_its_ambition_to_choose() -> None:
    wandeling = KADER.loop({"regio": True, "ambitie": False})
    assert (wandeling.categorie, wandeling.keuze, wandeling.volgende) == (Categorie.A, Keuze.AMBITIE, None)
    assert Categorie.A.keuzes == {Keuze.BEHOUDEN, Keuze.AMBITIE}
    assert Keuze.BEEINDIGEN not in Categorie.B.keuzes


def test_a_walk_stops_at_the_first_question_without_an_answer() -> None:
    wandeling = KADER.loop({"regio": False, "ambitie": True})
    assert wandeling.volgende is not None
    assert wandeling.volgende.id == "gemeente"
    assert [vraag.id for vraag, _ in wandeling.stappen] == ["regio"]


def test_every_walk_ends_in_a_choice_that_its_category_allows() -> None:
    namen = [vraag.id for vraag in KADER.vragen]
    for antwoorden in product([True, False], repeat=len(namen)):
        wandeling = KADER.loop(dict(zip(namen, antwoorden, strict=True)))
        assert wandeling.categorie is not None
        assert wandeling.keuze in wandeling.categorie.keuzes
        assert wandeling.categorie.omschrijving.endswith(".")


def test_a_tree_with_a_way_back_is_refused() -> None:
    terug = Kadervraag(id="a", vraag="?", ja=Uitkomst(verder="a"), nee=Uitkomst(keuze=Keuze.BEHOUDEN))
    with pytest.raises(ValueError, match="verderop"):
        Afwegingskader(vragen=(terug,))
    with pytest.raises(ValueError, match="naar een vraag of naar een keuze"):
        Uitkomst()
    with pytest.raises(ValueError, match="heeft een vraag"):
        Afwegingskader(vragen=())


def _steen(id_: str, bedrag: int | None, categorie: str = "") -> Bouwsteen:
    return Bouwsteen(id=id_, deel_id="d", volgorde=id_, naam=id_, bedrag=bedrag, categorie=categorie)


def _scenario(code: str) -> Scenario:
    return Scenario(id=code, programma_id="p", volgorde=code, code=code, naam=code)


def test_scenarios_stand_side_by_side_with_their_sums_and_differences() -> None:
    stenen = [_steen("een", 100), _steen("twee", 40)]
    posten = [
        Scenariopost(id="1", scenario_id="A.1", bouwsteen_id="twee", keuze=Keuze.BEEINDIGEN, bedrag=0),
        Scenariopost(id="2", scenario_id="C", bouwsteen_id="een", keuze=Keuze.AMBITIE, bedrag=130),
    ]
    uit = vergelijk(stenen, [_scenario("A.1"), _scenario("C")], posten)
    assert [(som.som, som.verschil) for som in uit.sommen] == [(100, -40), (170, 30)]
    assert uit.nu == 140
    assert [cel.keuze for cel in uit.rijen[1][1]] == [Keuze.BEEINDIGEN, Keuze.BEHOUDEN]
    tegen = vergelijk(stenen, [_scenario("A.1"), _scenario("C")], posten, tegen="A.1")
    assert [som.verschil for som in tegen.sommen] == [0, 70]


def test_what_nobody_knows_is_counted_apart_and_gives_no_difference() -> None:
    posten = [Scenariopost(id="1", scenario_id="C", bouwsteen_id="een", keuze=Keuze.BELEGGEN)]
    (som,) = vergelijk([_steen("een", 100)], [_scenario("C")], posten).sommen
    assert (som.som, som.onzeker, som.verschil) == (0, 1, None)


def test_a_core_keeps_what_the_law_asks_and_nobody_guesses_the_rest() -> None:
    assert eerste_keuze("A.1", _steen("x", 5, "A")).keuze is Keuze.BEHOUDEN
    assert eerste_keuze("A.1", _steen("x", 5, "B")).keuze is Keuze.BELEGGEN
    assert eerste_keuze("A.2", _steen("x", 5, "B")).keuze is Keuze.BEHOUDEN
    assert eerste_keuze("A.2", _steen("x", 5, "D")).keuze is Keuze.BEEINDIGEN
    assert eerste_keuze("A.1", _steen("x", 5)).bedrag == 5
    assert eerste_keuze("C", _steen("x", 5, "D")).bedrag == 5
