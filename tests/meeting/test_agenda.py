"""Preparing an agenda: numbers, times, references and file names follow by themselves."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_persoon, een_sectie, een_stuk
from tk_desktop.domain.stuk import Soort
from tk_desktop.export.gegevens import nota as nota_gegevens
from tk_desktop.export.word import write_word
from tk_desktop.meeting.agenda import (
    DuurOnmogelijk,
    PuntNietLeeg,
    TitelOntbreekt,
    VerplaatsenOnmogelijk,
    add_punt,
    admit_lid,
    duplicate_punt,
    exclude_lid,
    move_punt,
    remove_punt,
)
from tk_desktop.meeting.agendapunten import set_duur, set_spoed
from tk_desktop.meeting.agendaversies import set_akkoord
from tk_desktop.meeting.notas import write_sectie
from tk_desktop.paper.word_reading import lees_word
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def id_(store: Store) -> str:
    """A meeting: 1 opening, 2 bewegen with 2a plan (which has a nota) and 2b fonds, 3 sluiting."""
    punten = [
        een_agendapunt(id="opening", volgorde="c", titel="Opening", duur=5),
        een_agendapunt(id="bewegen", volgorde="h", titel="Bewegen", duur=30),
        een_agendapunt(id="plan", volgorde="m", titel="Plan", ouder_id="bewegen"),
        een_agendapunt(id="fonds", volgorde="p", titel="Fonds", ouder_id="bewegen"),
        een_agendapunt(id="sluiting", volgorde="s", titel="Sluiting", duur=10),
    ]
    stukken = [
        een_stuk(id="nota", agendapunt_id="plan", titel="Plan", volgorde="c"),
        een_stuk(id="bijlage", agendapunt_id="plan", hoort_bij="nota", soort=Soort.BIJLAGE, volgorde="d"),
    ]
    notas = {"nota": een_nota(id="n", onderwerp="Plan", secties=(een_sectie(id="s", tekst=""),))}
    return bewaar(store, een_opname(agendapunten=punten, stukken=stukken, notas=notas)).vergadering.id


def _agenda(store: Store, id_: str) -> list[str]:
    opname = store.opname(id_)
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def test_an_item_is_put_after_another_first_or_under_it(store: Store, id_: str) -> None:
    add_punt(store, id_, " Voorop ")
    add_punt(store, id_, "Tussendoor", na="opening", ingevoegd=True)
    add_punt(store, id_, "Eerste subpunt", onder="bewegen")
    add_punt(store, id_, "Na het plan", onder="bewegen", na="plan")
    assert _agenda(store, id_) == [
        "1 Voorop", "2 Opening", "2A Tussendoor", "3 Bewegen", "3a Eerste subpunt", "3b Plan", "3c Na het plan",
        "3d Fonds", "4 Sluiting",
    ]  # fmt: skip


def test_a_moved_item_takes_its_sub_items_along(store: Store, id_: str) -> None:
    move_punt(store, "bewegen", na=None)
    assert _agenda(store, id_) == ["1 Bewegen", "1a Plan", "1b Fonds", "2 Opening", "3 Sluiting"]
    move_punt(store, "bewegen", na="sluiting")
    assert _agenda(store, id_) == ["1 Opening", "2 Sluiting", "3 Bewegen", "3a Plan", "3b Fonds"]


def test_a_sub_item_becomes_a_main_item_and_back(store: Store, id_: str) -> None:
    move_punt(store, "fonds", na="bewegen")
    assert _agenda(store, id_) == ["1 Opening", "2 Bewegen", "2a Plan", "3 Fonds", "4 Sluiting"]
    move_punt(store, "fonds", onder="bewegen")
    assert _agenda(store, id_) == ["1 Opening", "2 Bewegen", "2a Fonds", "2b Plan", "3 Sluiting"]


@pytest.mark.parametrize(
    "verplaats",
    [
        lambda store: move_punt(store, "bewegen", onder="opening"),
        lambda store: move_punt(store, "opening", onder="plan"),
        lambda store: move_punt(store, "opening", onder="opening"),
        lambda store: move_punt(store, "opening", onder="nergens"),
        lambda store: add_punt(store, store.vergaderingen.all()[0].id, "Diep", onder="plan"),
        lambda store: add_punt(store, store.vergaderingen.all()[0].id, "Zwevend", onder="nergens"),
    ],
)
def test_a_sub_item_of_a_sub_item_is_refused_and_all_stays(
    store: Store, id_: str, verplaats: Callable[[Store], object]
) -> None:
    voor = store.opname(id_)
    with pytest.raises(VerplaatsenOnmogelijk, match="kan niet onder dat punt staan"):
        verplaats(store)
    assert store.opname(id_) == voor


@pytest.mark.parametrize(
    "doe", [lambda store: move_punt(store, "nergens"), lambda store: set_duur(store, "nergens", 5)]
)  # fmt: skip
def test_an_item_that_is_not_there_is_told(store: Store, id_: str, doe: Callable[[Store], object]) -> None:
    voor = store.opname(id_)
    with pytest.raises(NietGevonden):
        doe(store)
    assert store.opname(id_) == voor


def test_an_impossible_duration_changes_nothing(store: Store, id_: str) -> None:
    voor = store.opname(id_)
    with pytest.raises(DuurOnmogelijk, match="‘-5’"):
        set_duur(store, "bewegen", -5)
    assert store.opname(id_) == voor


def test_clock_times_follow_every_move_and_every_duration(store: Store, id_: str) -> None:
    assert store.opname(id_).tijden == {"opening": time(9), "bewegen": time(9, 5), "sluiting": time(9, 35)}
    assert set_duur(store, "opening", 15).tijden["bewegen"] == time(9, 15)
    assert move_punt(store, "sluiting", na="opening").tijden == {
        "opening": time(9), "sluiting": time(9, 15), "bewegen": time(9, 25),
    }  # fmt: skip
    assert "opening" not in set_duur(store, "opening", None).tijden


def test_a_new_number_reaches_header_label_reference_data_and_file_name(store: Store, id_: str, tmp_path: Path) -> None:
    write_sectie(store, "n", "s", "Zie ook agendapunt 2b en agendapunt 1.")
    opname = move_punt(store, "bewegen", na="sluiting")
    nota, bijlage = store.stukken.get("nota"), store.stukken.get("bijlage")
    assert (opname.label(nota), opname.label(bijlage)) == ("3a", "3a bijl. 1")
    gegevens = nota_gegevens(opname, nota)
    assert gegevens["agendapunt"] == "3a"
    assert gegevens["secties"][0]["tekst"] == "Zie ook agendapunt 3b en agendapunt 1."
    bestanden = write_word(opname, tmp_path / "word")
    assert [pad.name for pad in bestanden][-1] == "BC WK 2026-03-11 3a adviesnota Plan.docx"
    gelezen = repr(lees_word(bestanden[-1]))
    assert "agendapunt 3b" in gelezen
    assert "3a" in gelezen
    assert "2a" not in gelezen


def test_an_item_is_kept_from_one_member(store: Store, id_: str) -> None:
    with store.transaction():
        store.personen.save(een_persoon(id="roos"))
    assert exclude_lid(store, "plan", "roos").uitgesloten == {("plan", "roos")}
    with pytest.raises(NietGevonden):
        exclude_lid(store, "plan", "niemand")
    assert exclude_lid(store, "plan", "roos").uitgesloten == {("plan", "roos")}
    assert admit_lid(store, "plan", "roos").uitgesloten == set()


_zetten = st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 4), st.booleans()), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_zetten)
def test_however_items_are_moved_none_is_lost_and_numbers_stay_unique(
    store: Store, zetten: list[tuple[int, int, bool]]
) -> None:
    namen = ["a", "b", "c", "d", "e"]
    punten = [een_agendapunt(id=naam, volgorde=naam, titel=naam) for naam in namen]
    opname = bewaar(store, een_opname(agendapunten=[replace(punt, ouder_id=None) for punt in punten]))
    for wie, na, onder in zetten:
        ander = namen[na] if na >= 0 and na != wie else None
        try:
            move_punt(store, namen[wie], na=None if onder else ander, onder=ander if onder else None)
        except VerplaatsenOnmogelijk:
            continue
    nu = store.opname(opname.vergadering.id)
    assert sorted(punt.id for punt in nu.agendapunten) == namen
    assert len(set(nu.nummers.values())) == len(namen)
    with store.transaction():
        for naam in namen:
            store.agendapunten.delete(naam)


def test_an_item_without_a_title_is_refused(store: Store, id_: str) -> None:
    voor = store.opname(id_)
    with pytest.raises(TitelOntbreekt):
        add_punt(store, id_, "  ")
    assert store.opname(id_) == voor


def test_an_item_of_negative_length_is_refused(store: Store, id_: str) -> None:
    with pytest.raises(DuurOnmogelijk):
        add_punt(store, id_, "Kort", duur=-1)


def test_a_duplicate_stands_right_after_with_its_sub_items_and_without_papers(store: Store, id_: str) -> None:
    duplicate_punt(store, "bewegen")
    assert _agenda(store, id_) == [
        "1 Opening", "2 Bewegen", "2a Plan", "2b Fonds", "3 Bewegen (kopie)", "3a Plan", "3b Fonds", "4 Sluiting",
    ]  # fmt: skip
    assert {stuk.agendapunt_id for stuk in store.opname(id_).stukken} == {"plan"}


def test_a_duplicate_is_kept_from_whoever_is_kept_from_the_item(store: Store, id_: str) -> None:
    with store.transaction():
        store.personen.save(een_persoon(id="roos"))
    exclude_lid(store, "bewegen", "roos")
    exclude_lid(store, "fonds", "roos")
    kopie = duplicate_punt(store, "bewegen")
    opname = store.opname(id_)
    (fonds,) = [p.id for p in opname.agendapunten if p.ouder_id == kopie.id and p.titel == "Fonds"]
    assert opname.uitgesloten == {(punt, "roos") for punt in ("bewegen", "fonds", kopie.id, fonds)}


def test_a_copy_is_not_agreed_and_not_urgent_because_the_first_one_was(store: Store, id_: str) -> None:
    set_spoed(store, "bewegen", "Het water stijgt.")
    set_akkoord(store, "bewegen", True)
    kopie = duplicate_punt(store, "bewegen")
    assert (kopie.akkoord, kopie.spoed) == (False, "")
    vast = add_punt(store, id_, "Mededelingen", standaard=True)
    assert duplicate_punt(store, vast.id).akkoord


def test_an_item_with_papers_is_not_removed_but_one_with_promises_is(store: Store, id_: str) -> None:
    voor = store.opname(id_)
    for punt in ("plan", "bewegen"):
        with pytest.raises(PuntNietLeeg, match="zitten stukken"):
            remove_punt(store, punt)
    assert store.opname(id_) == voor
    with store.transaction():
        store.stukken.save(een_stuk(id="beloofd", vergadering_id=id_, agendapunt_id="fonds"))
    remove_punt(store, "fonds")
    assert _agenda(store, id_) == ["1 Opening", "2 Bewegen", "2a Plan", "3 Sluiting"]


def test_removing_an_item_can_be_undone(store: Store, id_: str) -> None:
    voor = store.opname(id_)
    _, wijziging = store.record(lambda: remove_punt(store, "fonds"))
    store.redo(wijziging.terug())
    assert store.opname(id_) == voor
