"""Starting a nota: its form with empty sections, and a number of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.domain.nota import FORMULIEREN, Vorm
from tk_desktop.meeting.agenda import TitelOntbreekt
from tk_desktop.meeting.notas import start_nota, write_sectie
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _een_punt(store: Store, dag: date = date(2026, 3, 11)) -> str:
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id, datum=dag)
    punten = [een_agendapunt(volgorde="c", titel="Opening"), een_agendapunt(volgorde="d", titel="Oevers")]
    return bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten)).agendapunten[1].id


@pytest.mark.parametrize("vorm", Vorm)
def test_a_new_nota_has_every_section_of_its_form_in_order_and_empty(store: Store, vorm: Vorm) -> None:
    nota = start_nota(store, _een_punt(store), vorm, "Veilige oevers")
    bewaard = store.notas.get(nota.id)
    assert [(s.soort, s.kop) for s in bewaard.secties] == [(s.soort, s.kop) for s in FORMULIEREN[vorm].secties]
    assert all(bewaard.is_leeg(sectie) for sectie in bewaard.secties)
    stuk = store.stukken.get(nota.stuk_id)
    assert (stuk.soort, stuk.titel) == (FORMULIEREN[vorm].soort, "Veilige oevers")
    assert store.opname(stuk.vergadering_id).label(stuk) == "2"


def test_no_two_notas_of_a_year_share_a_number(store: Store) -> None:
    dit, volgend = _een_punt(store), _een_punt(store, date(2027, 1, 13))
    nummers = [
        start_nota(store, punt, Vorm.ADVIESNOTA, "Plan").registratienummer for punt in (dit, dit, volgend, dit, volgend)
    ]
    assert nummers == ["2026-000001", "2026-000002", "2027-000001", "2026-000003", "2027-000002"]


def test_a_second_nota_stands_after_the_first(store: Store) -> None:
    punt = _een_punt(store)
    notas = [start_nota(store, punt, Vorm.ADVIESNOTA, titel) for titel in ("Een", "Twee", "Drie")]
    opname = store.opname(store.stukken.get(notas[0].stuk_id).vergadering_id)
    assert [stuk.titel for stuk in opname.stukken] == ["Een", "Twee", "Drie"]


def test_a_nota_without_a_subject_or_an_item_is_not_started(store: Store) -> None:
    punt = _een_punt(store)
    with pytest.raises(TitelOntbreekt, match="heeft een titel"):
        start_nota(store, punt, Vorm.ADVIESNOTA, " ")
    with pytest.raises(NietGevonden):
        start_nota(store, "nergens", Vorm.ADVIESNOTA, "Plan")
    assert store.notas.all() == ()
    assert store.stukken.all() == ()


def test_a_written_section_is_kept_with_its_references_tied(store: Store) -> None:
    punt = _een_punt(store)
    nota = start_nota(store, punt, Vorm.ADVIESNOTA, "Plan")
    geschreven = write_sectie(store, nota.id, nota.secties[1].id, "Dit is agendapunt 2.")
    assert geschreven.secties[1].tekst == f"Dit is agendapunt {{{{punt:{punt}}}}}."
    assert store.notas.get(nota.id) == geschreven
    assert [s.tekst for s in geschreven.secties if s.id != nota.secties[1].id] == [""] * (len(nota.secties) - 1)
