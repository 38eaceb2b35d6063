"""Versions of a nota are kept by themselves and by hand, and come back whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname
from tk_desktop.domain.nota import Aard, Nota, Vorm
from tk_desktop.domain.notaversie import RUST
from tk_desktop.meeting.notas import change_nota, start_nota, write_argument, write_sectie, write_voorstel
from tk_desktop.meeting.notaversies import edit_nota, keep_version, restore_version, versions
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 2, 14, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def nota(store: Store) -> Nota:
    punt = bewaar(store, een_opname(agendapunten=[een_agendapunt(volgorde="c")])).agendapunten[0].id
    return start_nota(store, punt, Vorm.ADVIESNOTA, "Veilige oevers")


def _schrijf(store: Store, nota: Nota, nu: datetime, tekst: str) -> None:
    edit_nota(store, nota.id, nu, lambda: write_sectie(store, nota.id, nota.secties[1].id, tekst))


def test_the_first_edit_after_half_an_hour_of_rest_keeps_what_stood_there(store: Store, nota: Nota) -> None:
    _schrijf(store, nota, NU, "Een")
    _schrijf(store, nota, NU + timedelta(minutes=20), "Een twee")
    _schrijf(store, nota, NU + timedelta(minutes=40), "Een twee drie")
    assert versions(store, nota.id) == ()  # an empty form, and no rest
    _schrijf(store, nota, NU + timedelta(minutes=40) + RUST, "Vier")
    (versie,) = versions(store, nota.id)
    assert versie.nota.secties[1].tekst == "Een twee drie"
    assert versie.moment == NU + timedelta(minutes=40)
    assert store.notas.get(nota.id).secties[1].tekst == "Vier"


def test_a_version_by_hand_is_not_kept_twice_when_nothing_changed(store: Store, nota: Nota) -> None:
    een = keep_version(store, nota.id, NU, "Met de hand")
    assert keep_version(store, nota.id, NU + RUST) == een
    _schrijf(store, nota, NU, "Anders")
    twee = keep_version(store, nota.id, NU + RUST)
    assert [versie.id for versie in versions(store, nota.id)] == [twee.id, een.id]


def test_an_older_version_comes_back_whole_and_what_it_replaces_is_kept(store: Store, nota: Nota) -> None:
    nota = write_voorstel(store, nota.id, "1. Een.\n  a. onder\n2. Twee.")
    punt = nota.voorstel[1].id
    write_argument(store, nota.id, "a", aard=Aard.ARGUMENT, punt_id=punt, kop="Kop", tekst="Tekst")
    oud = keep_version(store, nota.id, NU)
    write_voorstel(store, nota.id, "1. Iets heel anders.")
    change_nota(store, nota.id, vorm=Vorm.OPINIERENDE_NOTA, onderwerp="Kade")
    nu = store.notas.get(nota.id)
    terug = restore_version(store, oud.id, NU + RUST)
    assert store.notas.get(nota.id) == terug
    assert (terug.voorstel, terug.argumenten, terug.vorm) == (oud.nota.voorstel, oud.nota.argumenten, Vorm.ADVIESNOTA)
    assert store.stukken.get(nota.stuk_id).titel == "Veilige oevers"
    bewaard = versions(store, nota.id)[0]
    assert (bewaard.nota, bewaard.reden) == (nu, "Voor het terugzetten")
    assert restore_version(store, bewaard.id, NU + RUST) == nu


def test_an_older_version_does_not_bring_back_an_old_registration_number(store: Store, nota: Nota) -> None:
    oud = keep_version(store, nota.id, NU)
    with store.transaction():
        store.notas.save(replace(nota, registratienummer="2026-000777"))
    assert restore_version(store, oud.id, NU).registratienummer == "2026-000777"


def test_a_version_that_is_not_there_changes_nothing(store: Store, nota: Nota) -> None:
    with pytest.raises(NietGevonden):
        restore_version(store, "nergens", NU)
    assert versions(store, nota.id) == ()


def test_putting_back_can_be_undone(store: Store, nota: Nota) -> None:
    oud = keep_version(store, nota.id, NU)
    _schrijf(store, nota, NU, "Nieuw")
    nu = store.notas.get(nota.id)
    _, wijziging = store.record(lambda: restore_version(store, oud.id, NU))
    store.redo(wijziging.terug())
    assert store.notas.get(nota.id) == nu
    assert [versie.id for versie in versions(store, nota.id)] == [oud.id]
