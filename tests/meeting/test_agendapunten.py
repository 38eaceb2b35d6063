"""Changing one item of an agenda."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.meeting.agenda import DuurOnmogelijk, TitelMetPassage, TitelOntbreekt, add_punt, move_punt
from tk_desktop.meeting.agendapunten import (
    rename_punt,
    set_behandeling,
    set_besloten,
    set_duur,
    set_hamerstukken,
    set_ingevoegd,
    set_inleiders,
    set_mondeling,
    set_spoed,
    set_toelichting,
    type_duur,
)
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [een_agendapunt(id=naam, volgorde=naam, titel=naam.capitalize()) for naam in ("haven", "oever")]
        bewaar(geopend, een_opname(agendapunten=punten))
        yield geopend


def test_an_item_gets_another_title_but_never_none(store: Store) -> None:
    assert rename_punt(store, "oever", "  De  oever ").punt("oever").titel == "De oever"
    with pytest.raises(TitelOntbreekt):
        rename_punt(store, "oever", "  ")
    with pytest.raises(DuurOnmogelijk):
        set_duur(store, "oever", -1)
    assert store.agendapunten.get("oever").titel == "De oever"


@pytest.mark.parametrize("tekst", ["vijf", "-5", "1441", "100000", "9" * 20, "9" * 6000, "²", "2,5"])
def test_a_duration_that_is_no_number_of_minutes_in_a_day_is_refused(store: Store, tekst: str) -> None:
    with pytest.raises(DuurOnmogelijk, match="tot 1440 minuten"):
        type_duur(store, "oever", tekst)
    assert store.agendapunten.get("oever").duur is None


def test_a_typed_duration_is_kept_in_minutes_and_an_empty_one_is_none(store: Store) -> None:
    assert type_duur(store, "oever", " 15 ").punt("oever").duur == 15
    assert type_duur(store, "oever", "1440").punt("oever").duur == 1440
    assert type_duur(store, "oever", " ").punt("oever").duur is None


def test_the_ways_of_treatment_and_the_marks_of_an_item_are_chosen(store: Store) -> None:
    keuze = frozenset({Behandeling.OPINIEVORMING, Behandeling.BESLUITVORMING})
    assert set_behandeling(store, "oever", keuze).punt("oever").behandeling == keuze
    assert set_behandeling(store, "oever", frozenset()).punt("oever").behandeling == frozenset()
    assert set_mondeling(store, "oever", True).punt("oever").mondeling
    assert set_spoed(store, "oever", " Het water stijgt. ").punt("oever").spoed == "Het water stijgt."


def test_an_item_goes_behind_closed_doors_and_out_again(store: Store) -> None:
    opname = set_besloten(store, "oever", True)
    assert opname.is_besloten(opname.punt("oever"))
    assert not set_besloten(store, "oever", False).punt("oever").besloten


def test_an_inserted_item_leaves_the_numbers_after_it_alone(store: Store) -> None:
    assert str(set_ingevoegd(store, "oever", True).nummers["oever"]) == "1A"


def test_several_items_become_hamerstukken_at_once(store: Store) -> None:
    opname = set_hamerstukken(store, ["haven", "oever"], True)
    assert all(punt.hamerstuk for punt in opname.agendapunten)
    assert not set_hamerstukken(store, ["haven"], False).punt("haven").hamerstuk


def test_introducers_keep_their_row_and_their_order(store: Store) -> None:
    eerst = set_inleiders(store, "oever", [("Roos van Dalen", "wethouder"), ("Bram Otter", "")]).punt("oever")
    dan = set_inleiders(store, "oever", [("Bram Otter", "ingenieur"), ("  ", "niemand")]).punt("oever")
    assert [(wie.naam, wie.rol) for wie in dan.inleiders] == [("Bram Otter", "ingenieur")]
    assert dan.inleiders[0].id == eerst.inleiders[1].id


def test_a_number_in_an_explanation_follows_the_item_it_names(store: Store) -> None:
    set_toelichting(store, "oever", "Zie agendapunt 1.")
    opname = move_punt(store, "haven", na="oever")
    assert opname.gevuld(opname.punt("oever").toelichting) == "Zie agendapunt 2."


def test_a_title_has_no_besloten_passage_for_titles_stand_everywhere(store: Store) -> None:
    with pytest.raises(TitelMetPassage, match="~~"):
        rename_punt(store, "oever", "Koop van ~~Kade 7~~")
    with pytest.raises(TitelMetPassage):
        add_punt(store, store.agendapunten.get("oever").vergadering_id, "~~Kade 7~~")
    assert rename_punt(store, "oever", "Prijs ~ 7 ton").punt("oever").titel == "Prijs ~ 7 ton"
