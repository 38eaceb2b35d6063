"""Versions of an agenda: A, B, C, with a formal gate."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.agendaversie import Versiestaat, compare_agendas, taken_off
from tk_desktop.meeting.aanhouden import hold_over
from tk_desktop.meeting.agenda import add_punt, move_punt
from tk_desktop.meeting.agendapunten import rename_punt, set_duur
from tk_desktop.meeting.agendaversies import (
    GeenAgenda,
    NietAkkoord,
    approve_agenda,
    approved_version,
    current_agenda,
    freeze_agenda,
    late_items,
    not_agreed,
    not_agreed_words,
    reopen_agenda,
    set_akkoord,
    versies_van,
)
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 2, 25, 14, 32, 10, 5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [een_agendapunt(id=n, volgorde=n, titel=n.capitalize(), duur=5) for n in ("haven", "kade", "oever")]
        bewaar(geopend, een_opname(vergadering=een_vergadering(id="hier"), agendapunten=punten))
        yield geopend


def test_versions_get_letters_and_keep_the_agenda_as_it_was(store: Store) -> None:
    eerste = freeze_agenda(store, "hier", NU)
    rename_punt(store, "kade", "Kademuur")
    tweede = freeze_agenda(store, "hier", NU)
    assert (eerste.letter, tweede.letter) == ("A", "B")
    assert [punt.titel for punt in versies_van(store, "hier")[0].punten] == ["Haven", "Kade", "Oever"]
    assert versies_van(store, "hier") == (eerste, tweede)
    assert eerste.moment == datetime(2026, 2, 25, 14, 32, 10)


def test_what_changed_since_the_last_version_is_told_in_dutch(store: Store) -> None:
    versie = freeze_agenda(store, "hier", NU)
    assert compare_agendas(versie.punten, current_agenda(store, "hier")) == ()
    move_punt(store, "oever", na=None)
    set_duur(store, "oever", 10)
    assert [verschil.zin for verschil in compare_agendas(versie.punten, current_agenda(store, "hier"))] == [
        "‘Oever’ is verplaatst van 3 naar 1.",
        "1 ‘Oever’ begint om 09.00 uur (was 09.10 uur).",
        "1 ‘Oever’ duurt 10 minuten in plaats van 5 minuten.",
        "‘Haven’ was 1 en is nu 2.",
        "2 ‘Haven’ begint om 09.10 uur (was 09.00 uur).",
        "‘Kade’ was 2 en is nu 3.",
        "3 ‘Kade’ begint om 09.15 uur (was 09.05 uur).",
    ]


def test_an_agenda_is_not_approved_while_items_are_not_formally_agreed(store: Store) -> None:
    set_akkoord(store, "kade", False)
    assert [punt.id for punt in not_agreed(set_akkoord(store, "oever", False))] == ["kade", "oever"]
    with pytest.raises(NietAkkoord, match="zijn 2 ‘Kade’ en 3 ‘Oever’"):
        approve_agenda(store, "hier", NU)
    set_akkoord(store, "oever", True)
    with pytest.raises(NietAkkoord, match="is 2 ‘Kade’"):
        approve_agenda(store, "hier", NU)
    assert versies_van(store, "hier") == ()
    versie = approve_agenda(store, "hier", NU, houd_aan=True)
    assert [punt.titel for punt in versie.punten] == ["Haven", "Oever"]
    assert store.opname("hier").afgevoerd.agendapunten[0].reden.startswith("Nog niet formeel akkoord")


def test_an_item_that_was_held_over_is_told_so_with_what_stands_under_it(store: Store) -> None:
    with store.transaction():
        store.agendapunten.save(
            replace(een_agendapunt(id="muur", titel="Muur", ouder_id="kade"), vergadering_id="hier", akkoord=True)
        )
    toen = freeze_agenda(store, "hier", NU)
    set_akkoord(store, "kade", False)
    nu = approve_agenda(store, "hier", NU, houd_aan=True)
    staten = taken_off(store.opname("hier"))
    zinnen = [verschil.zin for verschil in compare_agendas(toen.punten, nu.punten, staten)]
    assert zinnen[:2] == ["Aangehouden: 2 ‘Kade’.", "Aangehouden: 2a ‘Muur’."]


def test_a_main_item_that_is_not_agreed_names_the_agreed_sub_items_that_go_with_it(store: Store) -> None:
    sub = [een_agendapunt(id=n, volgorde=n, titel=n.capitalize(), ouder_id="kade") for n in ("muur", "trap")]
    with store.transaction():
        for punt in sub:
            store.agendapunten.save(replace(punt, vergadering_id="hier"))
    assert not_agreed_words(set_akkoord(store, "kade", False)) == ["2 ‘Kade’ (met 2a en 2b)"]
    with pytest.raises(NietAkkoord, match=r"is 2 ‘Kade’ \(met 2a en 2b\)\."):
        approve_agenda(store, "hier", NU)
    assert not_agreed_words(set_akkoord(store, "muur", False)) == ["2 ‘Kade’ (met 2b)", "2a ‘Muur’"]


def test_a_subject_that_is_not_agreed_is_held_over_whole(store: Store) -> None:
    bewaar(store, een_opname(vergadering=een_vergadering(id="later", datum=date(2026, 4, 8))))
    with store.transaction():
        muur = een_agendapunt(id="muur", volgorde="muur", titel="Muur", ouder_id="kade", vergadering_id="hier")
        store.agendapunten.save(muur)
        store.stukken.save(een_stuk(id="plan", vergadering_id="hier", agendapunt_id="muur", titel="Plan"))
    for id_ in ("kade", "muur"):
        set_akkoord(store, id_, False)
    approve_agenda(store, "hier", NU, houd_aan=True)
    assert store.agendapunten.get("muur").staat is Puntstaat.GEAGENDEERD
    hold_over(store, "kade", "later", "Nog niet rijp.")
    later = store.opname("later")
    assert [punt.titel for punt in later.agendapunten] == ["Kade", "Muur"]
    assert [stuk.titel for stuk in later.stukken] == ["Plan"]


def test_approving_takes_the_concept_that_still_fits_and_else_the_next_letter(store: Store) -> None:
    freeze_agenda(store, "hier", NU)
    versie = approve_agenda(store, "hier", NU)
    assert (versie.letter, versie.staat) == ("A", Versiestaat.VASTGESTELD)
    assert approve_agenda(store, "hier", NU) == versie
    rename_punt(store, "kade", "Kademuur")
    assert approve_agenda(store, "hier", NU).letter == "B"
    assert approved_version(store, "hier") == versies_van(store, "hier")[1]


def test_an_approved_agenda_is_opened_again_and_approved_anew(store: Store) -> None:
    with pytest.raises(GeenAgenda, match="geen vastgestelde agenda"):
        reopen_agenda(store, "hier")
    approve_agenda(store, "hier", NU)
    assert reopen_agenda(store, "hier").staat is Versiestaat.HEROPEND
    assert approved_version(store, "hier") is None
    assert approve_agenda(store, "hier", NU).letter == "A"


def test_what_comes_after_the_approval_is_a_late_item(store: Store) -> None:
    assert late_items(store, "hier") == frozenset()
    approve_agenda(store, "hier", NU)
    nieuw = add_punt(store, "hier", "Spoedbrug", na="kade")
    assert late_items(store, "hier") == {nieuw.id}


def test_an_agenda_without_items_has_no_version(store: Store) -> None:
    bewaar(store, een_opname(vergadering=een_vergadering(id="leeg")))
    with pytest.raises(GeenAgenda, match="nog geen punt"):
        freeze_agenda(store, "leeg", NU)
