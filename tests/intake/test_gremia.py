"""Bodies and people as papers name them, joined to those that are known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.intake.gremia import afkorting, gremium_van, neem_leden_op, persoon_van
from tk_desktop.intake.ledenlijst import Gelezenlid
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend, geopend.transaction():
        yield geopend


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("Bestuurscommissie Publieke Gezondheid", "BC PG"),
        ("Algemeen Bestuur", "AB"),
        ("Bestuurscommissie Jeugd en Gezin", "BC JG"),
        ("Raad van Advies", ""),
        ("BC PG", ""),
    ],
)
def test_a_body_is_abbreviated_as_a_board_does(naam: str, kort: str) -> None:
    assert afkorting(naam) == kort


@pytest.mark.parametrize(
    "naam",
    [
        "Bestuurscommissie Gezond Opgroeien", "de Bestuurscommissie Gezond Opgroeien", "BC Gezond Opgroeien", "bc go",
        "Aan de leden van de bestuurscommissie gezond  opgroeien", "leden van de BC GO",
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_names(store: Store, naam: str) -> None:
    bekend = gremium_van(store, "Bestuurscommissie Gezond Opgroeien")
    assert gremium_van(store, naam) == bekend
    assert len(store.gremia.all()) == 1


def test_a_body_first_met_by_its_abbreviation_gets_its_full_name(store: Store) -> None:
    kort = gremium_van(store, "BC GO")
    voluit = gremium_van(store, "Bestuurscommissie Gezond Opgroeien")
    assert voluit == Gremium(id=kort.id, naam="Bestuurscommissie Gezond Opgroeien", afkorting="BC GO")
    assert store.gremia.all() == (voluit,)


def test_two_bodies_with_one_abbreviation_stay_two(store: Store) -> None:
    een, ander = (gremium_van(store, f"Bestuurscommissie {naam}") for naam in ("Publieke Gezondheid", "Proef Groen"))
    assert een.id != ander.id


@pytest.mark.parametrize("naam", ["Deltacommissie", "Hetereiland Overleg"])
def test_a_name_that_begins_like_an_article_stays_whole(store: Store, naam: str) -> None:
    assert gremium_van(store, f"de {naam}").naam == naam


def test_a_person_is_known_by_the_whole_name(store: Store) -> None:
    roos = persoon_van(store, "Roos  van Dalen")
    assert persoon_van(store, "roos van dalen") == roos
    assert persoon_van(store, "Roos van Dale") != roos


LIJST = (
    Gelezenlid(naam="Wies Vroeg", rol=Rol.PLAATSVERVANGER, vervangt="Roos van Dalen"),
    Gelezenlid(naam="Roos van Dalen", rol=Rol.LID, namens="Kadedorp", functie="wethouder", stemgewicht=3),
)


def test_a_substitute_may_be_listed_before_the_member(store: Store) -> None:
    gremium = gremium_van(store, "Waterkant")
    neem_leden_op(store, gremium, LIJST)
    zetels = {store.personen.get(lid.persoon_id).naam: lid for lid in store.leden.van_gremium(gremium.id)}
    assert zetels["Wies Vroeg"].vervangt == zetels["Roos van Dalen"].id
    assert zetels["Roos van Dalen"].stemgewicht == 3
    assert store.personen.get(zetels["Roos van Dalen"].persoon_id).functie == "wethouder"


def test_a_newer_list_brings_seats_up_to_date_and_keeps_what_it_does_not_tell(store: Store) -> None:
    gremium = gremium_van(store, "Waterkant")
    neem_leden_op(store, gremium, LIJST)
    voor = store.leden.van_gremium(gremium.id)
    neem_leden_op(store, gremium, LIJST)
    assert store.leden.van_gremium(gremium.id) == voor
    roos = next(lid for lid in voor if lid.rol is Rol.LID)
    store.leden.save(replace(roos, stemrecht=False))
    neem_leden_op(store, gremium, [replace(LIJST[1], mandaat_tot=date(2028, 3, 31))])
    assert store.leden.get(roos.id) == replace(roos, stemrecht=False, mandaat_tot=date(2028, 3, 31))
