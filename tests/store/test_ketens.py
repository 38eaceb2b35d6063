"""A row is followed up to the item and the meeting that it belongs to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_stuk,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, maken=True) as geopend:
        yield geopend


def test_a_point_of_a_proposal_belongs_to_its_nota_paper_item_and_meeting(store: Store) -> None:
    nota = een_nota(id="n", voorstel=(een_voorstelpunt(id="vp"),))
    opname = een_opname(
        gremium=een_gremium(id="g"),
        vergadering=een_vergadering(id="v", gremium_id="g"),
        agendapunten=[een_agendapunt(id="p", vergadering_id="v")],
        stukken=[een_stuk(id="s", vergadering_id="v", agendapunt_id="p")],
        notas={"s": nota},
    )
    bewaar(store, opname)
    keten = store.ketens.van("voorstelpunt", "vp")
    assert [tabel for tabel, _ in keten] == ["voorstelpunt", "nota", "stuk", "agendapunt", "vergadering", "gremium"]
    assert keten[3][1]["id"] == "p"


def test_what_is_not_there_belongs_nowhere(store: Store) -> None:
    assert store.ketens.van("agendapunt", "weg") == ()
    assert store.ketens.rij("geen_tabel", "x") is None
    assert (store.ketens.naar("agendapunt", "vergadering_id"), store.ketens.naar("agendapunt", "titel")) == (
        "vergadering",
        "",
    )
    assert store.ketens.lang("nota_sectie") == {"tekst"}


def test_many_rows_under_one_paper_are_followed_up_once(store: Store) -> None:
    nota = een_nota(id="n", voorstel=(een_voorstelpunt(id="vp1"), een_voorstelpunt(id="vp2")))
    opname = een_opname(
        gremium=een_gremium(id="g"),
        vergadering=een_vergadering(id="v"),
        agendapunten=[een_agendapunt(id="p")],
        stukken=[een_stuk(id="s", agendapunt_id="p")],
        notas={"s": nota},
    )
    bewaar(store, opname)
    boven = [
        (tabel, str(rij["id"])) for tabel, rij in store.ketens.boven([("voorstelpunt", "vp1"), ("voorstelpunt", "vp2")])
    ]
    assert sorted(boven) == sorted(set(boven))
    assert set(boven) > {("voorstelpunt", "vp1"), ("voorstelpunt", "vp2"), ("nota", "n"), ("vergadering", "v")}
