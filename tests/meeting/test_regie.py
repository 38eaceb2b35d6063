"""The chair's script is kept, and shows nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tk_desktop.meeting.regie import draaiboek, regie_van, write_regie
from tk_desktop.pack.zoeken import find
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [een_agendapunt(id="oever", titel="Oever"), een_agendapunt(id="haven", titel="Haven")]
        bewaar(geopend, een_opname(agendapunten=punten))
        yield geopend


def test_the_script_of_an_item_is_kept_changed_and_forgotten(store: Store) -> None:
    assert regie_van(store, "oever").is_leeg
    eerste = write_regie(store, "oever", inleiding="Roos leidt in.", risico="Sluisdam dreigt met vertrek.")
    tweede = write_regie(store, "oever", inleiding="Bram leidt in.", formulering="Akkoord, met dank.")
    assert (tweede.id, tweede.risico) == (eerste.id, "")
    assert regie_van(store, "oever") == tweede
    write_regie(store, "oever")
    assert store.regies.all() == ()
    with pytest.raises(NietGevonden):
        write_regie(store, "nergens", notitie="x")


def test_a_script_book_holds_each_item_with_its_script(store: Store) -> None:
    write_regie(store, "oever", besluit="Vaststellen")
    boek = draaiboek(store, store.vergaderingen.all()[0].id)
    assert [boek.bij(punt.id).besluit for punt in boek.opname.agendapunten] == ["Vaststellen", ""]


def test_writing_a_script_changes_nothing_of_the_meeting_and_is_never_found(store: Store) -> None:
    hier = store.vergaderingen.all()[0].id
    voor = store.opname(hier)
    write_regie(store, "oever", inleiding="Zwanenzang", notitie="Zwanenzang")
    assert store.opname(hier) == voor
    assert find(store, "Zwanenzang") == ()


def test_the_script_goes_with_its_item_and_comes_back_with_it(store: Store) -> None:
    write_regie(store, "haven", notitie="Kort houden")

    def verwijder() -> None:
        with store.transaction():
            store.agendapunten.delete("haven")

    _, wijziging = store.record(verwijder)
    assert store.regies.all() == ()
    store.redo(wijziging.terug())
    assert regie_van(store, "haven").notitie == "Kort houden"
