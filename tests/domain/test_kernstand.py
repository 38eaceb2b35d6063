"""Core tasks as they stand: sums by part and in all, and what is uncertain told and not counted as nothing."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.kernstand import Deelsom, Kernstand
from tk_desktop.domain.kerntaken import Bouwsteen, Kerndeel, Keuze
from tk_desktop.domain.scenarios import Scenario, Scenariopost


@given(st.lists(st.tuples(st.sampled_from("ab"), st.none() | st.integers(-10_000, 10_000)), max_size=8), st.booleans())
def test_the_parts_together_are_all_of_it_in_each_scenario(stenen: list[tuple[str, int | None]], weg: bool) -> None:
    delen = tuple(Kerndeel(id=naam, programma_id="p", volgorde=naam, naam=naam) for naam in "ab")
    bouwstenen = tuple(
        Bouwsteen(id=str(plek), deel_id=deel, volgorde=str(plek), naam="Taak", bedrag=bedrag)
        for plek, (deel, bedrag) in enumerate(stenen)
    )
    scenario = Scenario(id="s", programma_id="p", volgorde="a", code="A.1", naam="Kern")
    posten = tuple(
        Scenariopost(id=een.id, scenario_id="s", bouwsteen_id=een.id, keuze=Keuze.BEEINDIGEN, bedrag=0)
        for een in bouwstenen[:1]
        if weg
    )
    stand = Kernstand(naam="Waterkant", delen=delen, bouwstenen=bouwstenen, scenarios=(scenario,), posten=posten)
    naast = stand.vergelijking()
    kolommen = list(zip(*(stand.deelsommen(deel.id) for deel in delen), strict=True))
    samen = [Deelsom(som=sum(een.som for een in rij), onzeker=sum(een.onzeker for een in rij)) for rij in kolommen]
    assert samen == [
        Deelsom(som=naast.nu, onzeker=naast.nu_onzeker),
        Deelsom(som=naast.sommen[0].som, onzeker=naast.sommen[0].onzeker),
    ]
    verschil = naast.sommen[0].verschil
    assert (verschil is None) == bool(samen[0].onzeker or samen[1].onzeker)
    if verschil is not None:
        assert verschil == samen[1].som - samen[0].som
