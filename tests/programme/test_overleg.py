"""Routes with days counted back, the terms of a budget year, and what each gemeente says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.bouwers import een_gremium, een_vergadering
from tk_desktop.domain.overlegroute import GEWONE_ROUTE, Tafelrol, vragen
from tk_desktop.domain.zienswijze import Standpunt
from tk_desktop.programme.overleg import (
    GemeenteGafZienswijze,
    add_pencjaar,
    add_ronde,
    add_route,
    add_stap,
    change_ronde,
    change_route,
    change_stap,
    change_tafel,
    change_zienswijze,
    clear_zienswijze,
    drop_pencjaar,
    drop_ronde,
    drop_route,
    drop_stap,
    move_stap,
    read_overleg,
    set_ab,
    set_besluitdag,
    set_dagen,
    set_gedaan,
    set_gemeenten,
    set_leden,
    set_uiterlijk,
)
from tk_desktop.programme.programmas import NaamOntbreekt, add_programma
from tk_desktop.store.werkmap import Store

BESLUIT = date(2027, 7, 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as geopend:
        with geopend.transaction():
            geopend.gremia.save(een_gremium(id="db", naam="Dagelijks Bestuur", afkorting="DB"))
            geopend.vergaderingen.save(een_vergadering(id="v", gremium_id="db", datum=date(2027, 4, 7)))
        yield geopend


def test_a_route_counts_back_from_the_decision_to_when_each_table_meets(store: Store) -> None:
    id_ = add_programma(store, "Koers").id
    route = add_route(store, id_, "Begroting 2028")
    stand = read_overleg(store, id_)
    assert [stand.tafel(een.tafel_id).naam for een in stand.stappen_van(route.id)] == [
        "AO",
        "AC",
        "CMT",
        "DB",
        "Colleges",
        "AB",
    ]
    assert stand.gepland(route) == ()
    route = set_besluitdag(store, route.id, BESLUIT)
    stand = read_overleg(store, id_)
    gepland = {een.stap.tafel.naam: een for een in stand.gepland(route)}
    assert gepland["DB"].dag == date(2027, 4, 7)
    assert gepland["DB"].wacht == 29
    assert vragen(stand.gepland(route)) == ()
    ao, _, cmt, *_ = stand.stappen_van(route.id)
    for stap in (ao, cmt):
        set_leden(store, stap.tafel_id, ["Roos", " Joost ", "Roos"])
    set_dagen(store, ao.tafel_id, [date(2027, 3, 3), date(2027, 3, 30)])
    stand = read_overleg(store, id_)
    (overlap,) = stand.overlap(route)
    assert "met 2 dezelfde mensen" in overlap.reden
    assert next(iter(stand.gepland(route))).dag == date(2027, 3, 3)


def test_steps_are_added_moved_changed_and_taken_out(store: Store) -> None:
    id_ = add_programma(store, "Stappen").id
    route = add_route(store, id_, "Route")
    with pytest.raises(NaamOntbreekt):
        change_route(store, route.id, naam=" ")
    change_route(store, route.id, naam="Andere route")
    eerste = read_overleg(store, id_).stappen_van(route.id)[0]
    stap = add_stap(store, route.id, "BAO", na=eerste.id)
    change_stap(store, stap.id, rol=Tafelrol.KENNISNEMEN, daarna=-3)

    def namen() -> list[str]:
        stand = read_overleg(store, id_)
        return [stand.tafel(een.tafel_id).naam for een in stand.stappen_van(route.id)]

    assert namen()[:3] == ["AO", "BAO", "AC"]
    move_stap(store, stap.id, eerder=True)
    assert namen()[:2] == ["BAO", "AO"]
    move_stap(store, stap.id, eerder=True)
    for _ in range(9):
        move_stap(store, stap.id, eerder=False)
    assert namen()[-2:] == ["AB", "BAO"]
    assert store.overleg.stappen.get(stap.id).daarna == 0
    change_tafel(store, stap.tafel_id, naam="Bestuurlijk overleg")
    assert namen()[-1] == "Bestuurlijk overleg"
    drop_stap(store, stap.id)
    assert namen() == [een.tafel for een in GEWONE_ROUTE]
    drop_route(store, route.id)
    assert read_overleg(store, id_).routes == ()


def test_a_table_that_got_another_name_stays_when_one_comes_of_the_name_it_had(store: Store) -> None:
    id_ = add_programma(store, "Tafels").id
    route = add_route(store, id_, "Route")
    eerste = add_stap(store, route.id, "Nieuwe tafel")
    change_tafel(store, eerste.tafel_id, naam="Commissie Ruimte")
    set_leden(store, eerste.tafel_id, ["Roos", "Kees"])
    tweede = add_stap(store, route.id, "Nieuwe tafel")
    assert tweede.tafel_id != eerste.tafel_id
    tafel = read_overleg(store, id_).tafel(eerste.tafel_id)
    assert (tafel.naam, {een.naam for een in tafel.leden}) == ("Commissie Ruimte", {"Roos", "Kees"})


def test_steps_that_two_laptops_put_at_one_place_can_still_be_moved(store: Store) -> None:
    id_ = add_programma(store, "Samen").id
    route = add_route(store, id_, "Route")
    eerste, tweede, derde = store.overleg.stappen.van(route.id)[:3]
    with store.transaction():
        store.overleg.stappen.save(replace(tweede, volgorde=eerste.volgorde))
    move_stap(store, derde.id, eerder=True)
    add_stap(store, route.id, "BAO", na=eerste.id)
    move_stap(store, store.overleg.stappen.van(route.id)[1].id, eerder=False)
    assert len(store.overleg.stappen.van(route.id)) == len(GEWONE_ROUTE) + 1


def test_terms_of_a_budget_year_are_followed(store: Store) -> None:
    id_ = add_programma(store, "P en C").id
    jaar = add_pencjaar(store, id_, 2028)
    assert add_pencjaar(store, id_, 2028) == jaar
    jaar = set_ab(store, jaar.id, BESLUIT)
    set_gedaan(store, jaar.id, "kaders", date(2027, 5, 2))
    dagen = {een.termijn.code: een for een in read_overleg(store, id_).kalender(jaar)}
    assert dagen["kaders"].te_laat(date(2027, 1, 1))
    assert dagen["ontwerp"].uiterlijk == date(2027, 4, 8)
    set_gedaan(store, jaar.id, "kaders", None)
    assert read_overleg(store, id_).gedaan == ()
    drop_pencjaar(store, jaar.id)
    assert read_overleg(store, id_).jaren == ()


def test_each_gemeente_says_something_and_hears_what_was_done_with_it(store: Store) -> None:
    id_ = add_programma(store, "Zienswijzen").id
    ronde = add_ronde(store, id_, "Ontwerpbegroting", ["Sluisdam", "Kadewijk", " Sluisdam "])
    ronde = set_uiterlijk(store, change_ronde(store, ronde.id, onderwerp="Begroting 2028").id, date(2027, 6, 15))
    sluisdam = read_overleg(store, id_).zienswijzen_van(ronde.id)[1]
    change_zienswijze(store, sluisdam.id, standpunt=Standpunt.AFWIJZEND, ontvangen=date(2027, 6, 20))
    uit = read_overleg(store, id_).stand(ronde)
    assert (uit.ontbreekt, uit.te_laat, uit.te_verwerken) == (("Kadewijk",), ("Sluisdam",), ("Sluisdam",))
    with pytest.raises(GemeenteGafZienswijze, match="Sluisdam"):
        set_gemeenten(store, ronde.id, ["Waterkant"])
    assert [een.gemeente for een in read_overleg(store, id_).zienswijzen_van(ronde.id)] == ["Kadewijk", "Sluisdam"]
    clear_zienswijze(store, sluisdam.id)
    assert read_overleg(store, id_).stand(ronde).ontbreekt == ("Kadewijk", "Sluisdam")
    assert [een.gemeente for een in set_gemeenten(store, ronde.id, ["Waterkant"])] == ["Waterkant"]
    volgende = add_ronde(store, id_, "Begroting 2029")
    assert [een.gemeente for een in read_overleg(store, id_).zienswijzen_van(volgende.id)] == ["Waterkant"]
    drop_ronde(store, ronde.id)
    assert len(read_overleg(store, id_).rondes) == 1
