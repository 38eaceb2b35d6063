"""A nota goes from its writer to the agenda in steps that tell who, when and why."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tk_desktop.domain.nota import Nota, Sectiesoort, Vorm
from tk_desktop.domain.notastand import Stand
from tk_desktop.meeting.notas import start_nota, write_sectie
from tk_desktop.meeting.notastand import (
    RedenOntbreekt,
    SectiesLeeg,
    StapOnmogelijk,
    send_back_nota,
    standen,
    steps,
    submit_nota,
    take_step,
)
from tk_desktop.meeting.notaversies import versions
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 2, 14, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def nota(store: Store) -> Nota:
    punt = bewaar(store, een_opname(agendapunten=[een_agendapunt(volgorde="c")])).agendapunten[0].id
    nota = start_nota(store, punt, Vorm.INFORMATIENOTA_DOEL, "Veilige oevers")
    for soort in (Sectiesoort.DOEL, Sectiesoort.INLEIDING):
        sectie = nota.sectie(soort)
        assert sectie is not None
        nota = write_sectie(store, nota.id, sectie.id, "Tekst.")
    return nota


def test_a_nota_is_handed_in_sent_back_with_a_reason_handed_in_anew_and_approved(store: Store, nota: Nota) -> None:
    submit_nota(store, nota.id, NU, "Roos van Dalen")
    take_step(store, nota.id, Stand.IN_BEHANDELING, NU)
    take_step(store, nota.id, Stand.TERUGGESTUURD, NU, reden=" Kosten ontbreken. ", wie="secretaris")
    take_step(store, nota.id, Stand.INGEDIEND, NU)
    take_step(store, nota.id, Stand.AKKOORD, NU)
    assert [(stap.stand.value, stap.wie, stap.reden) for stap in steps(store, nota.id)] == [
        ("ingediend", "Roos van Dalen", ""),
        ("in behandeling", "", ""),
        ("teruggestuurd", "secretaris", "Kosten ontbreken."),
        ("ingediend", "", ""),
        ("akkoord", "", ""),
    ]
    vergadering = store.stukken.get(nota.stuk_id).vergadering_id
    assert standen(store, vergadering) == {nota.stuk_id: Stand.AKKOORD}
    assert len(versions(store, nota.id)) == 1  # it did not change in between


def test_an_empty_required_section_stops_handing_in_and_is_named(store: Store, nota: Nota) -> None:
    doel = nota.sectie(Sectiesoort.DOEL)
    assert doel is not None
    write_sectie(store, nota.id, doel.id, "")
    with pytest.raises(SectiesLeeg, match="Nog leeg: ‘Doel’"):
        submit_nota(store, nota.id, NU)
    assert (steps(store, nota.id), versions(store, nota.id)) == ((), ())


def test_steps_follow_each_other(store: Store, nota: Nota) -> None:
    with pytest.raises(StapOnmogelijk, match="is concept en kan daarom niet akkoord"):
        take_step(store, nota.id, Stand.AKKOORD, NU)
    with pytest.raises(RedenOntbreekt):
        send_back_nota(store, nota.id, NU, "  ")
    submit_nota(store, nota.id, NU)
    for naar in (Stand.INGEDIEND, Stand.CONCEPT):
        with pytest.raises(StapOnmogelijk):
            take_step(store, nota.id, naar, NU)
    assert [stap.stand for stap in steps(store, nota.id)] == [Stand.INGEDIEND]
    assert standen(store, "elders") == {}
