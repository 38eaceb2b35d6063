"""Budget lines, sources, carry-over and what besluiten changed."""

from collections.abc import Iterator
from datetime import date

import pytest

from tk_desktop.domain.begroting import Bedragsoort, Meeneembaar, Regelbedrag, Zijde, lees_regelbedrag
from tk_desktop.domain.programma import Programma
from tk_desktop.programme.begroting import (
    GeenBedrag,
    add_regel,
    carry_regels,
    change_regel,
    drop_bron,
    drop_meenemen,
    drop_regel,
    link_besluit,
    move_regel,
    propose_meenemen,
    set_bedrag,
    set_bron,
    unlink_besluit,
)
from tk_desktop.programme.programmas import add_programma, add_themalijn
from tk_desktop.programme.projecten import add_project, drop_project
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

B = Bedragsoort


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


@pytest.fixture
def programma(store: Store) -> Programma:
    return add_programma(store, "Koers")


def test_a_line_keeps_what_was_given_and_computes_the_rest(store: Store, programma: Programma) -> None:
    regel = add_regel(store, programma.id, "2024-1", "Kade")
    set_bedrag(store, regel.id, B.GEWIJZIGD, "€ 75.601")
    set_bedrag(store, regel.id, B.BESTEED, "10.095")
    set_bedrag(store, regel.id, B.SALDO, "65506")
    set_bedrag(store, regel.id, B.VERWACHT, "16.776,-")
    nu = set_bedrag(store, regel.id, B.EINDSALDO, "30.617")
    assert [een.soort for een in nu.bedragen] == [B.GEWIJZIGD, B.BESTEED, B.VERWACHT, B.EINDSALDO]
    assert (nu.bedrag(B.SALDO), nu.bedrag(B.EINDSALDO), nu.gedrukt(B.EINDSALDO)) == (65_506, 48_730, 30_617)
    assert set_bedrag(store, regel.id, B.EINDSALDO, "").afwijking(B.EINDSALDO) is None
    with pytest.raises(GeenBedrag, match="veel"):
        set_bedrag(store, regel.id, B.BESTEED, "veel")
    assert set_bedrag(store, regel.id, B.BESTEED, "-5").bedrag(B.SALDO) == 75_606


def test_a_line_of_a_project_stands_in_its_themalijn_and_outlives_it(store: Store, programma: Programma) -> None:
    lijn = add_themalijn(store, programma.id, "Ouderen")
    project = add_project(store, lijn.id, "Kade")
    bedragen = (Regelbedrag(soort=B.BEGROTING, bedrag=100),)
    regel = add_regel(store, programma.id, "2024-1", "Kade", project_id=project.id, bedragen=bedragen)
    assert regel.themalijn_id == lijn.id
    drop_project(store, project.id)
    (blijft,) = read_stand(store, programma.id).lasten("2024-1", lijn.id)
    assert (blijft.project_id, blijft.bedragen) == (None, bedragen)
    assert change_regel(store, regel.id, naam="Sluis", groep="Algemeen").groep == "Algemeen"
    drop_regel(store, regel.id)
    with pytest.raises(NietGevonden):
        store.programma.regels.get(regel.id)


def test_lines_keep_their_order_and_go_to_the_next_period_with_what_was_budgeted(
    store: Store, programma: Programma
) -> None:
    cel = lees_regelbedrag(B.BEGROTING, "€ 1.000")
    assert cel is not None
    een = add_regel(store, programma.id, "2024-1", "Een", bedragen=(cel, Regelbedrag(soort=B.BESTEED, bedrag=1)))
    twee = add_regel(store, programma.id, "2024-1", "Twee", zijde=Zijde.BATEN)
    move_regel(store, twee.id, voor=een.id)
    assert [regel.naam for regel in store.programma.regels.van_periode(programma.id, "2024-1")] == ["Twee", "Een"]
    assert [regel.naam for regel in carry_regels(store, programma.id, "2024-1", "2024-2")] == ["Twee", "Een"]
    assert carry_regels(store, programma.id, "2024-1", "2024-2") == ()
    assert read_stand(store, programma.id).lasten("2024-2")[0].bedragen == (cel,)
    assert [regel.naam for regel in read_stand(store, programma.id).baten("2024-2")] == ["Twee"]


def test_a_source_says_what_may_go_to_the_next_year(store: Store, programma: Programma) -> None:
    bron = set_bron(store, programma.id, "Rijk", voorwaarden="Voor 1 juli verantwoorden", mee=Meeneembaar.DEELS)
    set_bron(store, programma.id, "Het Rijk", bron.id, mee_tot=date(2026, 12, 31))
    regel = add_regel(store, programma.id, "2024-1", "Rijk", zijde=Zijde.BATEN, bron_id=bron.id)
    post = propose_meenemen(
        store, programma.id, "Rijk", 169_711, periode="2024-1", naar="2025", regel_id=regel.id, bron_id=bron.id
    )
    stand = read_stand(store, programma.id)
    assert (stand.bronnen[0].naam, stand.bronnen[0].mee) == ("Het Rijk", Meeneembaar.DEELS)
    assert stand.meenemen == (post,)
    drop_bron(store, bron.id)
    assert store.programma.regels.get(regel.id).bron_id is None
    drop_meenemen(store, post.id)


def test_a_besluit_names_the_projects_and_lines_that_it_changed(store: Store, programma: Programma) -> None:
    lijn = add_themalijn(store, programma.id, "Ouderen")
    project = add_project(store, lijn.id, "Kade")
    regel = add_regel(store, programma.id, "2024-1", "Kade", project_id=project.id)
    wat = "Begrotingswijziging juli 2024"
    gevolgen = link_besluit(
        store, programma.id, wat, datum=date(2024, 7, 3), projecten=[project.id], regels=[(regel.id, 280_000)]
    )
    link_besluit(store, programma.id, wat, regels=[(regel.id, 290_000)])
    stand = read_stand(store, programma.id)
    assert {(een.project_id, een.regel_id, een.bedrag) for een in stand.gevolgen} == {
        (project.id, None, None),
        (None, regel.id, 290_000),
    }
    unlink_besluit(store, gevolgen[0].id)
    assert len(read_stand(store, programma.id).gevolgen) == 1
    with pytest.raises(NietGevonden):
        link_besluit(store, programma.id, wat, besluit_id="weg", projecten=[project.id])
