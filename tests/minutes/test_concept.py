"""What an approved verslag tells of a meeting is not changed any more, by whatever way."""

from collections.abc import Callable
from datetime import date, time

import pytest

from tk_desktop.domain.ronde import Antwoord
from tk_desktop.domain.verslag import VerslagVastgesteld
from tk_desktop.minutes.acties import add_actie
from tk_desktop.minutes.presentie import declare_belang, prepare_presentie, withdraw_belang
from tk_desktop.minutes.rondes import extend_ronde, record_reactie, remove_ronde, send_ronde
from tk_desktop.minutes.verloop import close_zitting, go_to_punt, open_zitting, reopen_zitting, resume, suspend
from tk_desktop.minutes.verslagen import approve_verslag, reopen_verslag
from tk_desktop.store.werkmap import Store

APRIL = date(2026, 4, 8)
OM = time(23, 0)


def _antwoord(store: Store) -> None:
    (ronde,) = store.rondes.van_punt("oever")
    record_reactie(store, ronde.id, ronde.reacties[0].id, Antwoord.AKKOORD, op=APRIL)


WEGEN: dict[str, Callable[[Store], object]] = {
    "openen": lambda store: open_zitting(store, "maart", OM),
    "behandelen": lambda store: go_to_punt(store, "sluis", OM),
    "schorsen": lambda store: suspend(store, "maart", OM),
    "hervatten": lambda store: resume(store, "maart", OM),
    "sluiten": lambda store: close_zitting(store, "maart", OM),
    "heropenen": lambda store: reopen_zitting(store, "maart"),
    "presentielijst": lambda store: prepare_presentie(store, "maart"),
    "belang": lambda store: declare_belang(store, store.zitting("maart").presentie[0].id, "oever"),
    "geen belang": lambda store: withdraw_belang(store, store.belangen.van_punt("sluis")[0].id),
    "ronde": lambda store: send_ronde(store, "sluis", op=APRIL, uiterlijk=APRIL),
    "reactie": _antwoord,
    "verlengen": lambda store: extend_ronde(store, store.rondes.van_punt("oever")[0].id, date(2026, 5, 1)),
    "ronde weg": lambda store: remove_ronde(store, store.rondes.van_punt("oever")[0].id),
    "actie": lambda store: add_actie(store, "bc", "Belt de aannemer.", op=APRIL, punt_id="oever"),
}


@pytest.mark.parametrize("weg", WEGEN)
def test_an_approved_meeting_stays_as_it_was(store: Store, weg: str) -> None:
    zitting = open_zitting(store, "maart", time(9))
    declare_belang(store, zitting.presentie[1].id, "sluis")
    send_ronde(store, "oever", op=APRIL, uiterlijk=APRIL)
    if weg != "schorsen":
        suspend(store, "maart", time(9, 30))
    approve_verslag(store, "maart", op=APRIL)
    eerst = store.zitting("maart")
    with pytest.raises(VerslagVastgesteld, match="8-4-2026"):
        WEGEN[weg](store)
    assert store.zitting("maart") == eerst
    reopen_verslag(store, "maart")
    WEGEN[weg](store)
