"""Standing items: those of the body, else the usual ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.standaardpunt import Standaardpunt
from tk_desktop.meeting.standaardpunten import add_standaardpunten, choose_standaardpunten, standaardpunten_van
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _agenda(store: Store, id_: str) -> list[str]:
    opname = store.opname(id_)
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def test_a_bare_agenda_gets_its_opening_and_closing_once(store: Store) -> None:
    id_ = bewaar(store, een_opname(agendapunten=[een_agendapunt(volgorde="i", titel="Plan")])).vergadering.id
    nieuw = add_standaardpunten(store, id_)
    assert all(punt.standaard for punt in nieuw)
    assert _agenda(store, id_) == ["1 Opening en vaststelling agenda", "2 Plan", "3 Rondvraag en sluiting"]
    assert add_standaardpunten(store, id_) == ()
    leeg = bewaar(store, een_opname()).vergadering.id
    add_standaardpunten(store, leeg)
    assert len(_agenda(store, leeg)) == 2


def test_the_closing_stands_after_an_item_with_sub_items(store: Store) -> None:
    punten = [een_agendapunt(id="oever", titel="Oever"), een_agendapunt(titel="Fonds", ouder_id="oever")]
    id_ = bewaar(store, een_opname(agendapunten=punten)).vergadering.id
    add_standaardpunten(store, id_)
    assert _agenda(store, id_)[-2:] == ["2a Fonds", "3 Rondvraag en sluiting"]


def _standaard(titel: str, *, aan_einde: bool = False) -> Standaardpunt:
    return Standaardpunt(
        id=titel, gremium_id="", volgorde="i", titel=titel, duur=5, behandeling=Behandeling.KENNISNAME,
        aan_einde=aan_einde,
    )  # fmt: skip


def test_a_body_opens_and_closes_as_it_chose(store: Store) -> None:
    gremium = een_gremium()
    punten = [een_agendapunt(volgorde="i", titel="Plan"), een_agendapunt(volgorde="k", titel="Verslagen")]
    id_ = bewaar(
        store, een_opname(gremium=gremium, vergadering=een_vergadering(gremium_id=gremium.id), agendapunten=punten)
    ).vergadering.id
    keuze = [_standaard("Opening"), _standaard("Verslagen"), _standaard("Ingekomen stukken")]
    gekozen = choose_standaardpunten(store, gremium.id, [*keuze, _standaard("Sluiting", aan_einde=True)])
    assert [punt.titel for punt in gekozen] == ["Opening", "Verslagen", "Ingekomen stukken", "Sluiting"]
    add_standaardpunten(store, id_)
    assert _agenda(store, id_) == ["1 Opening", "2 Plan", "3 Verslagen", "4 Ingekomen stukken", "5 Sluiting"]
    assert store.opname(id_).agendapunten[0].behandeling == {Behandeling.KENNISNAME}
    assert [punt.titel for punt in choose_standaardpunten(store, gremium.id, [gekozen[1]])] == ["Verslagen"]
    assert len(store.standaardpunten.all()) == 1


def test_a_body_without_a_choice_gets_the_usual_items_back(store: Store) -> None:
    gremium = bewaar(store, een_opname()).gremium
    choose_standaardpunten(store, gremium.id, [_standaard("Welkom")])
    assert [punt.titel for punt in choose_standaardpunten(store, gremium.id, [])] == [
        "Opening en vaststelling agenda", "Rondvraag en sluiting",
    ]  # fmt: skip
    assert standaardpunten_van(store, gremium.id)[0].duur == 5


def test_impossible_standing_items_do_not_exist() -> None:
    with pytest.raises(ValueError, match="titel"):
        _standaard(" ")
    with pytest.raises(ValueError, match="minuten"):
        Standaardpunt(id="x", gremium_id="", volgorde="i", titel="Opening", duur=-5)
