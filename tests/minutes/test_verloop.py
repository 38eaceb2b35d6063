"""A meeting begins, goes from item to item, is suspended and ends."""

from datetime import time

import pytest

from tk_desktop.domain.vergadering import EindeVoorBegin, Status
from tk_desktop.domain.verslag import PuntEindeVoorBegin, SchorsingTerug
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.verloop import (
    NietGeschorst,
    close_zitting,
    go_to_punt,
    open_zitting,
    reopen_zitting,
    resume,
    set_tijden,
    suspend,
)
from tk_desktop.store.werkmap import Store


def test_a_meeting_begins_once_with_its_list_of_names(store: Store) -> None:
    open_zitting(store, "maart", time(9, 3))
    zitting = open_zitting(store, "maart", time(9, 30))
    assert zitting.opname.vergadering.begonnen == time(9, 3)
    assert len(zitting.presentie) == 4


def test_going_to_the_next_item_ends_the_one_before_it(store: Store) -> None:
    go_to_punt(store, "opening", time(9, 0))
    zitting = go_to_punt(store, "oever", time(9, 6))
    tijden = {id_: (een.begonnen, een.geeindigd) for id_, een in zitting.verslagen.items()}
    assert tijden == {"opening": (time(9, 0), time(9, 6)), "oever": (time(9, 6), None)}


def test_an_item_that_is_taken_up_again_keeps_when_it_began(store: Store) -> None:
    for punt, minuut in (("opening", 0), ("oever", 6), ("opening", 9)):
        zitting = go_to_punt(store, punt, time(9, minuut))
    assert (zitting.verslagen["opening"].begonnen, zitting.verslagen["opening"].geeindigd) == (time(9, 0), None)


def test_a_meeting_is_suspended_once_and_resumed_once(store: Store) -> None:
    with pytest.raises(NietGeschorst, match="niet geschorst"):
        resume(store, "maart", time(9, 30))
    suspend(store, "maart", time(9, 30))
    with pytest.raises(NietGeschorst, match="al geschorst"):
        suspend(store, "maart", time(9, 31))
    assert resume(store, "maart", time(9, 45)).hervat == time(9, 45)


def test_closing_ends_all_that_goes_on(store: Store) -> None:
    open_zitting(store, "maart", time(9, 3))
    go_to_punt(store, "oever", time(9, 6))
    suspend(store, "maart", time(9, 30))
    zitting = close_zitting(store, "maart", time(10, 20))
    assert (zitting.opname.vergadering.geeindigd, zitting.opname.vergadering.status) == (time(10, 20), Status.GEHOUDEN)
    assert zitting.verslagen["oever"].geeindigd == time(10, 20)
    assert zitting.schorsingen[0].hervat == time(10, 20)


def test_a_meeting_does_not_end_before_it_began(store: Store) -> None:
    open_zitting(store, "maart", time(9, 3))
    with pytest.raises(EindeVoorBegin, match=r"09\.03"):
        close_zitting(store, "maart", time(8, 55))
    assert store.vergaderingen.get("maart").geeindigd is None


def test_a_meeting_may_run_past_midnight(store: Store) -> None:
    open_zitting(store, "maart", time(20, 0))
    go_to_punt(store, "oever", time(23, 50))
    zitting = close_zitting(store, "maart", time(0, 30))
    assert zitting.opname.vergadering.geeindigd == time(0, 30)
    zitting = set_tijden(
        store, "oever", geopend=None, gesloten=time(0, 40), begonnen=time(23, 50), geeindigd=time(0, 10)
    )
    assert zitting.verslagen["oever"].geeindigd == time(0, 10)
    assert zitting.duur(zitting.opname.punt("oever"), time(1, 0)) == 20


def test_a_break_does_not_end_before_it_began(store: Store) -> None:
    open_zitting(store, "maart", time(9, 0))
    suspend(store, "maart", time(10, 0))
    for eindig in (resume, close_zitting):
        with pytest.raises(SchorsingTerug, match=r"begon om 10\.00 en kan niet om 09\.30"):
            eindig(store, "maart", time(9, 30))
    assert [een.hervat for een in store.schorsingen.van_vergadering("maart")] == [None]


def test_a_meeting_that_was_closed_by_mistake_goes_on(store: Store) -> None:
    close_zitting(store, "maart", time(10, 20))
    assert reopen_zitting(store, "maart").opname.vergadering.status is Status.GEPLAND


def test_times_that_nobody_pressed_a_key_for_are_set_right(store: Store) -> None:
    open_zitting(store, "maart", time(9, 10))
    go_to_punt(store, "oever", time(9, 40))

    def zet(geopend: time | None, gesloten: time | None, begonnen: time | None, geeindigd: time | None) -> Zitting:
        return set_tijden(store, "oever", geopend=geopend, gesloten=gesloten, begonnen=begonnen, geeindigd=geeindigd)

    zitting = zet(time(9, 0), time(11, 0), time(9, 30), time(9, 50))
    assert (zitting.opname.vergadering.begonnen, zitting.opname.vergadering.geeindigd) == (time(9, 0), None)
    assert (zitting.verslagen["oever"].begonnen, zitting.verslagen["oever"].geeindigd) == (time(9, 30), time(9, 50))
    close_zitting(store, "maart", time(11, 0))
    with pytest.raises(EindeVoorBegin):
        zet(time(12, 0), time(11, 0), None, None)
    with pytest.raises(PuntEindeVoorBegin, match=r"Punt 2 kan niet om 09\.20 zijn geëindigd: het begon om 09\.30"):
        zet(time(9, 0), time(11, 0), time(9, 30), time(9, 20))
    with pytest.raises(PuntEindeVoorBegin, match="het begon nog niet"):
        zet(None, None, None, time(9, 20))
    assert zet(None, None, None, None).opname.vergadering.geeindigd == time(11, 0)
