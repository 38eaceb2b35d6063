"""What goes along to another agenda stays secret on the same ground, bears the stamp there and opens with the rest."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.geheimhouding import Geheimhouding
from tk_desktop.meeting.aanhouden import continue_punt, hold_over_at_table
from tk_desktop.meeting.agenda import duplicate_punt
from tk_desktop.meeting.vergaderingen import copy_vergadering
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 11), date(2026, 4, 8), date(2026, 5, 13)
BC = "de bestuurscommissie"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="wk")
        punten = [
            een_agendapunt(id="sluis", volgorde="c", titel="Sluis"),
            een_agendapunt(id="bod", volgorde="d", titel="Bod", ouder_id="sluis"),
        ]
        stukken = [een_stuk(id="brief", agendapunt_id="bod"), een_stuk(id="kaart", agendapunt_id="sluis")]
        maart = een_vergadering(id="maart", gremium_id="wk", datum=MAART)
        bewaar(geopend, een_opname(gremium=gremium, vergadering=maart, agendapunten=punten, stukken=stukken))
        april = een_vergadering(id="april", gremium_id="wk", datum=APRIL)
        bewaar(geopend, een_opname(gremium=gremium, vergadering=april))
        yield geopend


def _geheim(store: Store, **over: list[str]) -> Geheimhouding:
    return impose_geheimhouding(store, "wk", "Bod", grond="economisch", orgaan=BC, op=MAART, **over)  # type: ignore[arg-type]


def _gestempeld(store: Store, id_: str) -> list[str]:
    opname = store.opname(id_)
    punten = [punt.titel for punt in opname.agendapunten if opname.stempels_op_punt(punt)]
    return punten + [stuk.titel for stuk in opname.stukken if opname.stempels_op_stuk(stuk)]


def test_a_secret_paper_bears_its_stamp_on_the_next_agenda_and_opens_there_too(store: Store) -> None:
    geheim = _geheim(store, stukken=["kaart"])
    assert hold_over_at_table(store, "sluis") is not None
    assert _gestempeld(store, "april") == [store.stukken.get("kaart").titel]
    opheffing = lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    assert len(opheffing.stukken) == 2
    assert opheffing.vergaderingen == ("maart", "april")
    assert not any(stuk.besloten for stuk in store.opname("april").stukken)


def test_an_item_that_was_secret_through_the_one_above_it_is_secret_by_itself_where_it_goes(store: Store) -> None:
    _geheim(store, agendapunten=["sluis"])
    continue_punt(store, "bod", "april")
    assert _gestempeld(store, "april") == ["Bod", store.stukken.get("brief").titel]


def test_a_copy_of_a_secret_item_is_secret_and_one_of_an_open_item_is_not(store: Store) -> None:
    geheim = _geheim(store, agendapunten=["bod"])
    duplicate_punt(store, "bod")
    mei = copy_vergadering(store, "maart", MEI, met_inhoud=True)
    assert _gestempeld(store, mei.id) == ["Bod", "Bod (kopie)"]
    assert len(store.geheimhoudingen.get(geheim.id).agendapunten) == 4


def test_what_was_lifted_before_does_not_come_along(store: Store) -> None:
    geheim = _geheim(store, stukken=["kaart"])
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=MAART)
    continue_punt(store, "sluis", "april")
    assert store.geheimhoudingen.get(geheim.id).stukken == ("kaart",)
