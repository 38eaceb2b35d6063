"""A body keeps its name, its house style and its deadlines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tk_desktop.domain.gremium import Gremium
from tk_desktop.meeting.gremia import (
    GremiumBestaat,
    NaamOntbreekt,
    add_gremium,
    choose_huisstijl,
    gremia_by_use,
    write_gremium,
)
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.paper.huisstijl import HuisstijlOnbruikbaar
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, maken=True) as geopend:
        yield geopend


def test_a_body_gets_a_house_style_that_exists_and_no_other(store: Store) -> None:
    gremium = add_gremium(store, "Bestuurscommissie Waterkant", "BC WK")
    assert choose_huisstijl(store, gremium.id, "vechtstreek").huisstijl == "vechtstreek"
    with pytest.raises(HuisstijlOnbruikbaar):
        choose_huisstijl(store, gremium.id, "bestaat niet")
    assert store.gremia.get(gremium.id).huisstijl == "vechtstreek"


def test_two_bodies_never_bear_one_name(store: Store) -> None:
    eerste = add_gremium(store, " Bestuurscommissie  Waterkant ", "BC WK")
    with pytest.raises(GremiumBestaat, match="Waterkant"):
        add_gremium(store, "bestuurscommissie waterkant")
    with pytest.raises(NaamOntbreekt):
        add_gremium(store, " ")
    tweede = add_gremium(store, "Ambtelijk overleg Waterkant")
    with pytest.raises(GremiumBestaat):
        write_gremium(store, replace(tweede, naam=eerste.naam))
    assert write_gremium(store, replace(tweede, afkorting="AO WK")).kort == "AO WK"
    with pytest.raises(HuisstijlOnbruikbaar):
        add_gremium(store, "Nieuw", huisstijl="bestaat niet")
    assert len(store.gremia.all()) == 2


def test_a_body_counts_its_own_days_back(store: Store) -> None:
    gremium = add_gremium(store, "Bestuurscommissie Waterkant")
    nieuw = write_gremium(store, replace(gremium, dagen_aanleveren=28, dagen_verhindering=0))
    assert (nieuw.dagen_aanleveren, nieuw.dagen_verhindering) == (28, 0)
    assert store.gremia.get(gremium.id) == nieuw
    with pytest.raises(ValueError, match="negatief"):
        Gremium(id="x", naam="Waterkant", dagen_sluiten=-1)


def test_a_screen_writes_a_body_whole_but_never_its_house_style(store: Store) -> None:
    gremium = choose_huisstijl(store, add_gremium(store, "Bestuurscommissie Waterkant").id, "vechtstreek")
    nieuw = write_gremium(store, replace(gremium, afkorting="BC WK", dagen_sluiten=20, huisstijl="neutraal"))
    assert (nieuw.kort, nieuw.dagen_sluiten, nieuw.huisstijl) == ("BC WK", 20, "vechtstreek")
    add_gremium(store, "Algemeen bestuur")
    with pytest.raises(GremiumBestaat):
        write_gremium(store, replace(nieuw, naam="algemeen bestuur"))


def test_the_body_that_meets_last_comes_first_and_those_without_a_meeting_by_name(store: Store) -> None:
    for naam in ("Raad Waterkant", "Commissie Haven", "Bestuur Oever"):
        add_gremium(store, naam)
    haven, raad = (next(g for g in store.gremia.all() if g.naam == n) for n in ("Commissie Haven", "Raad Waterkant"))
    add_vergadering(store, haven.id, date(2026, 3, 11))
    add_vergadering(store, raad.id, date(2026, 5, 20))
    add_vergadering(store, haven.id, date(2026, 4, 8))
    assert [g.naam for g in gremia_by_use(store)] == ["Raad Waterkant", "Commissie Haven", "Bestuur Oever"]
