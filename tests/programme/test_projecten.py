"""Projects, with what is told of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tk_desktop.domain.programma import Projectstatus, Themalijn, Zorgsoort
from tk_desktop.programme.programmas import add_programma, add_themalijn, change_programma, set_periode
from tk_desktop.programme.projecten import (
    ProjectOnderZichzelf,
    add_project,
    add_stap,
    add_zorg,
    change_project,
    change_stap,
    drop_project,
    drop_stap,
    drop_zorg,
    move_project,
    report,
    set_status,
)
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


@pytest.fixture
def lijn(store: Store) -> Themalijn:
    programma = add_programma(store, "Koers")
    set_periode(store, programma.id, "2024-1", date(2024, 1, 1), date(2024, 6, 30))
    return add_themalijn(store, programma.id, "Ouderen")


def _namen(store: Store, lijn: Themalijn) -> list[tuple[str, int]]:
    return [(tak.project.naam, tak.diepte) for tak in read_stand(store, lijn.programma_id).takken(lijn.id)]


def test_a_subproject_moves_along_with_its_project(store: Store, lijn: Themalijn) -> None:
    ander = add_themalijn(store, lijn.programma_id, "Preventie")
    wijk = add_project(store, lijn.id, "Wijk", fase="Realisatiefase", start="09-2022", eind="doorlopend")
    zorg = add_project(store, lijn.id, "Zorg")
    indiceren = add_project(store, ander.id, "Indiceren", ouder_id=wijk.id)
    assert (indiceren.themalijn_id, indiceren.is_sub) == (lijn.id, True)
    assert _namen(store, lijn) == [("Wijk", 0), ("Indiceren", 1), ("Zorg", 0)]
    move_project(store, zorg.id, voor=wijk.id)
    move_project(store, wijk.id, themalijn_id=ander.id)
    assert _namen(store, lijn) == [("Zorg", 0)]
    assert _namen(store, ander) == [("Wijk", 0), ("Indiceren", 1)]
    drop_project(store, wijk.id)
    assert _namen(store, ander) == [("Indiceren", 0)]


def test_a_project_never_comes_to_stand_under_itself(store: Store, lijn: Themalijn) -> None:
    boven = add_project(store, lijn.id, "Boven")
    onder = add_project(store, lijn.id, "Onder", ouder_id=boven.id)
    with pytest.raises(ProjectOnderZichzelf, match="Boven"):
        move_project(store, boven.id, ouder_id=onder.id)
    with store.transaction():  # two laptops each move one: the store opens the ring, and neither is lost
        store.programma.projecten.save(replace(boven, ouder_id=onder.id))
    assert sorted(naam for naam, _ in _namen(store, lijn)) == ["Boven", "Onder"]
    assert read_stand(store, lijn.programma_id).vragen() == ()


def test_dates_that_run_backwards_are_kept_and_marked(store: Store, lijn: Themalijn) -> None:
    project = add_project(store, lijn.id, "Kade", start="01-2024", eind="12-2023")
    assert read_stand(store, lijn.programma_id).vragen() == (
        "Project ‘Kade’ eindigt (12-2023) voordat het begint (01-2024).",
    )
    assert not change_project(store, project.id, eind="12-2024").loopt_achteruit


def test_what_is_told_over_the_current_period_gives_the_project_its_status(store: Store, lijn: Themalijn) -> None:
    project = add_project(store, lijn.id, "Kade", fase="Definitiefase")
    set_status(store, project.id, Projectstatus.OP_KOERS)
    report(store, project.id, "2024-1", gedaan="Plan gemaakt.", status=Projectstatus.AANDACHT)
    bericht = report(store, project.id, "2024-1", te_doen="Plan uitvoeren.", fase="Ontwerpfase")
    assert (bericht.gedaan, bericht.te_doen) == ("Plan gemaakt.", "Plan uitvoeren.")
    nu = store.programma.projecten.get(project.id)
    assert (nu.status, nu.fase) == (Projectstatus.AANDACHT, "Ontwerpfase")
    report(store, project.id, "2023-2", status=Projectstatus.NIET_GESTART)
    assert store.programma.projecten.get(project.id) == nu
    stand = read_stand(store, lijn.programma_id)
    assert stand.bericht(project.id, "2024-1") == bericht
    assert stand.bericht(project.id, "2025-1") is None


def test_another_phase_leaves_the_status_that_was_told_over_the_period(store: Store, lijn: Themalijn) -> None:
    project = add_project(store, lijn.id, "Brug", fase="Definitiefase")
    report(store, project.id, "2025-1", status=Projectstatus.OP_KOERS)
    report(store, project.id, "2025-2", status=Projectstatus.BIJSTUREN)
    change_programma(store, lijn.programma_id, periode="2025-1")
    change_project(store, project.id, fase="Ontwerpfase")
    bericht = read_stand(store, lijn.programma_id).bericht(project.id, "2025-1")
    assert bericht is not None
    assert (bericht.status, bericht.fase) == (Projectstatus.OP_KOERS, "Ontwerpfase")


def test_steps_keep_the_words_of_the_paper(store: Store, lijn: Themalijn) -> None:
    project = add_project(store, lijn.id, "Kade")
    een = add_stap(store, project.id, "Plan van aanpak", gereed=">Q3 2020", status="On hold")
    twee = add_stap(store, project.id, "Uitvoeren")
    change_stap(store, een.id, status="Loopt")
    assert [stap.status for stap in read_stand(store, lijn.programma_id).stappen] == ["Loopt", ""]
    drop_stap(store, een.id)
    assert read_stand(store, lijn.programma_id).stappen == (twee,)


def test_a_project_may_wait_for_another(store: Store, lijn: Themalijn) -> None:
    kade, sluis = add_project(store, lijn.id, "Kade"), add_project(store, lijn.id, "Sluis")
    zorg = add_zorg(store, kade.id, Zorgsoort.AFHANKELIJKHEID, "Wacht op de sluis", sluis.id)
    risico = add_zorg(store, kade.id, Zorgsoort.RISICO, "Te weinig budget")
    drop_project(store, sluis.id)
    assert read_stand(store, lijn.programma_id).zorgen == (replace(zorg, van_project_id=None), risico)
    drop_zorg(store, risico.id)
