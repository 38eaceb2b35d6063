"""Opening what was behind closed doors."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import een_agendapunt, een_stuk
from tests.zittingbouwers import bewaar_maart
from tk_desktop.domain.agenda import DICHT_PUNT
from tk_desktop.domain.geheimhouding import Geheimhouding
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.meeting.opening import GeheimhoudingGeldt
from tk_desktop.meeting.stukken import set_stuk_besloten
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.store.werkmap import Store

MAART = date(2026, 3, 11)
BC = "de bestuurscommissie"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar_maart(geopend)
        geopend.stukken.save(een_stuk(id="nota", vergadering_id="maart", agendapunt_id="oever"))
        yield geopend


def _opgelegd(store: Store) -> Geheimhouding:
    return impose_geheimhouding(
        store, "bc", "Het bod", grond="economisch", orgaan=BC, op=MAART, agendapunten=["oever"], stukken=["nota"]
    )


def test_an_item_stays_besloten_while_geheimhouding_holds_on_it(store: Store) -> None:
    geheim = _opgelegd(store)
    with pytest.raises(GeheimhoudingGeldt, match="Het bod"):
        set_besloten(store, "oever", False)
    assert store.agendapunten.get("oever").besloten
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=MAART)
    set_besloten(store, "oever", True)
    assert not set_besloten(store, "oever", False).punt("oever").besloten


def test_a_paper_stays_besloten_while_geheimhouding_holds_on_it(store: Store) -> None:
    _opgelegd(store)
    with pytest.raises(GeheimhoudingGeldt):
        set_stuk_besloten(store, "nota", False)
    assert store.stukken.get("nota").besloten
    assert set_stuk_besloten(store, "nota", True).besloten


def test_what_was_said_behind_closed_doors_stays_there_when_the_item_opens(store: Store) -> None:
    store.agendapunten.save(een_agendapunt(id="deel", vergadering_id="maart", ouder_id="koop", volgorde="1"))
    write_besproken(store, "koop", "Het bod is hoog.")
    write_besproken(store, "deel", "De prijs is laag.")
    write_besproken(store, "sluis", "De sluis lekt.")
    set_besloten(store, "koop", False)
    openbaar = store.zitting("maart").voor_iedereen()
    assert {id_: een.besproken for id_, een in openbaar.verslagen.items()} == {
        "koop": "",
        "deel": "",
        "sluis": "De sluis lekt.",
    }
    assert store.zitting("maart").verslagen["deel"].besloten_deel == "De prijs is laag."


def test_what_a_duty_covers_is_for_nobody_although_it_is_marked_open(store: Store) -> None:
    write_besproken(store, "oever", "Het bod is hoog.")
    geheim = _opgelegd(store)
    # Two laptops apart, or an older version: the mark went, the duty did not.
    store.agendapunten.save(replace(store.agendapunten.get("oever"), besloten=False))
    store.stukken.save(replace(store.stukken.get("nota"), besloten=False, agendapunt_id="sluis"))
    openbaar = store.zitting("maart").voor_iedereen()
    assert "oever" not in openbaar.verslagen
    assert "oever" not in openbaar.rij
    assert openbaar.opname.stukken == ()
    rijen = [rij for rij in store.publicaties.rijen("maart", uitkomsten=True) if rij.id in ("oever", "nota")]
    assert {rij.tabel for rij in rijen if rij.besloten} == {"agendapunt", "stuk"}
    assert [dict(rij.waarden)["titel"] for rij in rijen if not rij.besloten] == [DICHT_PUNT], "its place alone"
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=MAART)
    assert store.zitting("maart").voor_iedereen().verslagen["oever"].besproken == ""
