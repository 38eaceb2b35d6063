"""Core tasks that were read become rows, once; what somebody weighed stays."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.intake.kerntaaktekst import PAPIER
from tk_desktop.domain.kerntaken import Keuze
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.programme.kerntaken import answer_kader, change_bouwsteen, read_kerntaken
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


def test_core_tasks_are_kept_once_with_their_columns_scenarios_and_money(store: Store) -> None:
    regels = herstelde_regels(PAPIER)
    lezing = lees_kerntaken(regels, vind_tabellen(regels))
    assert lezing is not None
    stand = keep_programma(store, lezing)
    id_ = stand.programma.id
    tafels = store.kerntaken
    stenen = {steen.naam: steen for steen in tafels.bouwstenen.van(id_)}
    assert (len(tafels.delen.van(id_)), len(stenen), len(stand.regels)) == (2, 9, len(lezing.regels))
    kolommen = {kolom.id: kolom.naam for deel in tafels.delen.van(id_) for kolom in deel.kolommen}
    baggeren = stenen["Baggeren van de binnenhaven"]
    assert {kolommen[veld.kolom_id] for veld in baggeren.velden} == {
        "Opmerking", "Afwegingskader", "Financiering", "Uitvoering door",
    }  # fmt: skip
    assert (baggeren.categorie, stenen["Bruggen"].bedrag) == ("A", 800)
    assert [een.code for een in tafels.scenarios.van(id_)] == ["A.1", "A.2", "B", "C", "nul"]
    assert tafels.scenarios.van(id_)[0].naam == "Smalste kern"
    naast = read_kerntaken(store, id_).vergelijking()
    bruggen = next(cellen for steen, cellen in naast.rijen if steen.naam == "Bruggen")
    assert [cel.keuze for cel in bruggen[:3]] == [Keuze.BEEINDIGEN, Keuze.BEEINDIGEN, Keuze.BEHOUDEN]

    answer_kader(store, stenen["Bruggen"].id, "regio", antwoord=True, reden="De wet zegt het.")
    keep_programma(store, lezing, id_)
    assert len(tafels.bouwstenen.van(id_)) == 9
    gewogen = read_kerntaken(store, id_).steen(stenen["Bruggen"].id)
    assert gewogen is not None
    assert gewogen.categorie == "A", "what was weighed stands before what the paper says"
    change_bouwsteen(store, stenen["Bruggen"].id, naam="Bruggen en sluizen")
    keep_programma(store, lezing, id_)
    assert len(tafels.bouwstenen.van(id_)) == 9
    assert tafels.bouwstenen.get(stenen["Bruggen"].id).naam == "Bruggen en sluizen"
    ander = replace(lezing, kerndelen=(replace(lezing.kerndelen[0], kolommen=("Kleur",), bouwstenen=()),))
    keep_programma(store, ander, id_)
    assert [kolom.naam for kolom in tafels.delen.van(id_)[0].kolommen][-1] == "Kleur"
