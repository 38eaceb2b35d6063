"""Two people take minutes: what both write is kept, and what there is one of stays one."""

import shutil
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import een_vergadering
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.meeting.aanhouden import hold_over_at_table
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.presentie import set_aanwezig
from tk_desktop.minutes.verloop import go_to_punt, open_zitting
from tk_desktop.minutes.verslagen import add_correctie, approve_verslag, write_besproken
from tk_desktop.store.fouten import IntussenGewijzigd
from tk_desktop.store.werkmap import Store

MAART, APRIL = date(2026, 3, 11), date(2026, 4, 8)


@pytest.fixture
def ander(store: Store) -> Iterator[Store]:
    """A second window on the same werkmap."""
    with Store.open(store.map) as geopend:
        yield geopend


def test_two_windows_that_write_of_different_items_lose_nothing(store: Store, ander: Store) -> None:
    open_zitting(store, "maart", time(9))
    open_zitting(ander, "maart", time(9, 2))
    write_besproken(store, "oever", "Er zijn vragen.")
    write_besproken(ander, "sluis", "De sluis lekt.")
    een = record_besluit(store, "oever", Uitkomst.CONFORM, op=MAART)
    twee = record_besluit(ander, "koop", Uitkomst.KENNISGENOMEN, op=MAART)
    take_actieregel(store, "oever", "!WK/directie belt")
    take_actieregel(ander, "oever", "!WK/directie mailt")
    zitting = store.zitting("maart")
    assert zitting == ander.zitting("maart")
    assert {id_: een.besproken for id_, een in zitting.verslagen.items()} == {
        "oever": "Er zijn vragen.",
        "sluis": "De sluis lekt.",
    }
    assert (een.nummer, twee.nummer) == ("BC WK 2026-001", "BC WK 2026-002")
    assert [actie.tekst for actie in zitting.acties] == ["belt", "mailt"]
    assert zitting.opname.vergadering.begonnen == time(9), "the first who begins it tells the time"
    assert len({wie.lid_id for wie in zitting.presentie}) == len(zitting.presentie) == 4


def test_undoing_in_one_window_never_takes_away_what_the_other_wrote_there_since(store: Store, ander: Store) -> None:
    _, wijziging = store.record(lambda: write_besproken(store, "oever", "Er zijn vragen."))
    write_besproken(ander, "oever", "Er zijn vragen, ook over geld.")
    with pytest.raises(IntussenGewijzigd):
        store.redo(wijziging.terug())
    assert store.zitting("maart").verslagen["oever"].besproken == "Er zijn vragen, ook over geld."


def test_an_item_held_over_in_both_windows_comes_back_once(store: Store, ander: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=APRIL))
    assert hold_over_at_table(store, "sluis") == hold_over_at_table(ander, "sluis")
    assert [punt.titel for punt in store.opname("april").agendapunten] == ["Sluis"]


def test_what_two_laptops_begin_apart_are_the_same_rows_that_merge(store: Store, tmp_path: Path) -> None:
    """Rows of two laptops merge field by field; so what there is one of must be one row on both."""
    shutil.copytree(store.map, tmp_path / "laptop")
    with Store.open(tmp_path / "laptop") as ander:
        for laptop, tekst in ((store, "Er zijn vragen."), (ander, "Vragen over geld.")):
            open_zitting(laptop, "maart", time(9))
            go_to_punt(laptop, "sluis", time(9, 5))
            write_besproken(laptop, "oever", tekst)
            add_correctie(laptop, "maart", was=tekst, wordt="", op=APRIL)
            approve_verslag(laptop, "maart", op=APRIL)
        een, twee = store.zitting("maart"), ander.zitting("maart")
    assert [wie.id for wie in een.presentie] == [wie.id for wie in twee.presentie]
    assert {id_: rij.id for id_, rij in een.verslagen.items()} == {id_: rij.id for id_, rij in twee.verslagen.items()}
    assert een.verslag.id == twee.verslag.id
    assert een.verslag.correcties[0].id != twee.verslag.correcties[0].id, "both corrections are kept"


def test_who_is_away_on_one_screen_is_away_on_the_other(store: Store, ander: Store) -> None:
    (wie, *_) = open_zitting(store, "maart", time(9)).presentie
    set_aanwezig(ander, wie.id, aanwezig=False, met_bericht=True)
    assert not next(een for een in store.zitting("maart").presentie if een.id == wie.id).aanwezig
