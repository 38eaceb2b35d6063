"""A programme with its periods, themalijnen, phases, roles and abbreviations."""

from collections.abc import Iterator
from datetime import date

import pytest

from tk_desktop.programme.begroting import add_regel, drop_regel
from tk_desktop.programme.programmas import (
    NaamOntbreekt,
    NogInGebruik,
    PeriodeAchteruit,
    add_programma,
    add_themalijn,
    change_programma,
    change_themalijn,
    define_fase,
    drop_fase,
    drop_periode,
    drop_programma,
    drop_rol,
    drop_themalijn,
    move_themalijn,
    set_afkorting,
    set_periode,
    set_rol,
)
from tk_desktop.programme.projecten import add_project, drop_project, report
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        yield geopend


def test_a_programme_begins_with_the_usual_phases_that_nobody_defined_yet(store: Store) -> None:
    programma = add_programma(store, "  Waterkantse   Koers ")
    lijn = add_themalijn(store, programma.id, "Ouderen", trekker="Roos van Dalen")
    add_project(store, lijn.id, "Respijt", fase="Realisatiefase")
    add_project(store, lijn.id, "Nazorg", fase="Nazorgfase")
    assert read_stand(store, programma.id).ongedefinieerde_fasen() == ("Realisatiefase", "Nazorgfase")
    define_fase(store, programma.id, "realisatiefase", "doen", "Het resultaat wordt gemaakt.")
    define_fase(store, programma.id, "Nazorgfase", "kijken", "Wat er van kwam.")
    stand = read_stand(store, programma.id)
    assert [fase.naam for fase in stand.fasen][-3:] == ["Realisatiefase", "Borgingsfase", "Nazorgfase"]
    assert stand.ongedefinieerde_fasen() == ()


def test_themalijnen_keep_their_order_and_take_their_projects_along(store: Store) -> None:
    programma = add_programma(store, "Koers")
    een, twee, drie = (add_themalijn(store, programma.id, naam) for naam in ("Een", "Twee", "Drie"))
    move_themalijn(store, drie.id, voor=een.id)
    assert [lijn.naam for lijn in store.programma.themalijnen.van(programma.id)] == ["Drie", "Een", "Twee"]
    change_themalijn(store, een.id, naam="Eerste", ambitie="Meer gezonde jaren")
    project = add_project(store, twee.id, "Kade")
    _, wijziging = store.record(lambda: drop_themalijn(store, twee.id))
    with pytest.raises(NietGevonden):
        store.programma.projecten.get(project.id)
    store.redo(wijziging.terug())
    assert store.programma.projecten.get(project.id) == project
    assert read_stand(store, programma.id).themalijnen[1].ambitie == "Meer gezonde jaren"


def test_the_first_period_is_looked_at_and_each_knows_the_one_before(store: Store) -> None:
    programma = add_programma(store, "Koers")
    set_periode(store, programma.id, "2024-1", date(2024, 1, 1), date(2024, 6, 30), begroot="dec ‘23")
    set_periode(store, programma.id, "2024-2", date(2024, 7, 1), date(2024, 12, 31))
    stand = read_stand(store, programma.id)
    assert stand.periode is not None
    assert (stand.periode.naam, stand.periode.begroot) == ("2024-1", "dec ‘23")
    vorige = stand.vorige("2024-2")
    assert vorige is not None
    assert vorige.naam == "2024-1"
    assert stand.vorige("2024-1") is None
    change_programma(store, programma.id, periode="2024-2")
    nu = read_stand(store, programma.id).periode
    assert nu is not None
    assert nu.naam == "2024-2"
    with pytest.raises(PeriodeAchteruit):
        set_periode(store, programma.id, "2025", date(2025, 2, 1), date(2025, 1, 1))


def test_a_period_goes_when_nothing_is_said_over_it_and_a_phase_leaves_projects_as_they_are(store: Store) -> None:
    programma = add_programma(store, "Koers")
    for helft, maand in ((1, 1), (2, 7)):
        set_periode(store, programma.id, f"2024-{helft}", date(2024, maand, 1), date(2024, maand + 5, 30))
    project = add_project(store, add_themalijn(store, programma.id, "Een").id, "Kade", fase="Definitiefase")
    report(store, project.id, "2024-1", gedaan="Geteld.")
    regel = add_regel(store, programma.id, "2024-1", "Kade")
    with pytest.raises(NogInGebruik, match="1 begrotingsregel en 1 bericht"):
        drop_periode(store, programma.id, "2024-1")
    drop_periode(store, programma.id, "2024-2")
    assert [een.naam for een in read_stand(store, programma.id).perioden] == ["2024-1"]
    drop_regel(store, regel.id)
    drop_project(store, project.id)
    drop_periode(store, programma.id, "2024-1")
    assert read_stand(store, programma.id).programma.periode == ""
    nieuw = add_project(store, store.programma.themalijnen.van(programma.id)[0].id, "Sluis", fase="Definitiefase")
    drop_fase(store, programma.id, "definitiefase")
    stand = read_stand(store, programma.id)
    assert "Definitiefase" not in [een.naam for een in stand.fasen]
    assert [een.fase for een in stand.projecten if een.id == nieuw.id] == ["Definitiefase"]


def test_roles_and_abbreviations_are_kept_once(store: Store) -> None:
    programma = add_programma(store, "Koers")
    rol = set_rol(store, programma.id, "Themaleider", personen="Roos van Dalen", frequentie="1x per maand")
    set_rol(store, programma.id, "Themaleider", rol.id, taken="Verbinden")
    (staat,) = store.programma.rollen.van(programma.id)
    assert (staat.personen, staat.taken) == ("Roos van Dalen", "Verbinden")
    drop_rol(store, rol.id)
    set_afkorting(store, programma.id, "IZA", "Integraal Zorgakkord")
    set_afkorting(store, programma.id, "IZA", "Integraal Zorgakkoord")
    assert [een.lang for een in store.programma.afkortingen.van(programma.id)] == ["Integraal Zorgakkoord"]
    drop_programma(store, programma.id)
    assert store.programma.afkortingen.van(programma.id) == ()


def test_nothing_goes_without_a_name(store: Store) -> None:
    programma = add_programma(store, "Koers")
    voor = store.programma.programmas.all()
    with pytest.raises(NaamOntbreekt):
        add_programma(store, "  ")
    with pytest.raises(NaamOntbreekt):
        change_programma(store, programma.id, naam=" ")
    assert store.programma.programmas.all() == voor
