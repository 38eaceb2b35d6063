"""What an approved verslag tells of a meeting is not changed any more, by whatever way."""

from collections.abc import Callable
from datetime import date, time

import pytest

from tests.zittingbouwers import een_actie
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.presentie import Hoedanigheid
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.domain.ronde import Antwoord
from tk_desktop.domain.verslag import VerslagVastgesteld
from tk_desktop.meeting.aanhouden import reinstate_punt, withdraw_punt
from tk_desktop.meeting.agenda import add_punt, duplicate_punt, move_punt, remove_punt
from tk_desktop.meeting.agendaimport import take_items
from tk_desktop.meeting.agendapunten import rename_punt, set_behandeling, set_besloten, set_ingevoegd
from tk_desktop.meeting.presentielijst import remove_aanwezige
from tk_desktop.minutes.acties import add_actie, edit_actie, remove_actie
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.deuren import close_doors, come_back
from tk_desktop.minutes.presentie import (
    add_aanwezige,
    come_in,
    declare_belang,
    leave,
    let_preside,
    prepare_presentie,
    send_vervanger,
    set_aanwezig,
    withdraw_belang,
)
from tk_desktop.minutes.rondes import extend_ronde, record_reactie, remove_ronde, send_ronde
from tk_desktop.minutes.stemmingen import call_stemming
from tk_desktop.minutes.verloop import (
    close_zitting,
    go_to_punt,
    open_zitting,
    reopen_zitting,
    resume,
    set_tijden,
    suspend,
)
from tk_desktop.minutes.verslagen import approve_verslag, reopen_verslag, write_besproken
from tk_desktop.minutes.volmacht import give_volmacht
from tk_desktop.store.werkmap import Store

APRIL = date(2026, 4, 8)
OM = time(23, 0)


def _antwoord(store: Store) -> None:
    (ronde,) = store.rondes.van_punt("oever")
    record_reactie(store, ronde.id, ronde.reacties[0].id, Antwoord.AKKOORD, op=APRIL)


def _wie(store: Store) -> str:
    return store.zitting("maart").presentie[1].id


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
    "er niet": lambda store: set_aanwezig(store, _wie(store), aanwezig=False),
    "later gekomen": lambda store: come_in(store, _wie(store), "oever"),
    "eerder weg": lambda store: leave(store, _wie(store), "oever"),
    "vervanger": lambda store: send_vervanger(store, _wie(store), "Wim Tol"),
    "volmacht": lambda store: give_volmacht(store, _wie(store), "Guus Meerdink"),
    "voorzitten": lambda store: let_preside(store, _wie(store)),
    "deuren dicht": lambda store: close_doors(store, "koop", (), OM),
    "terug": lambda store: come_back(store, _wie(store), "sluis", OM),
    "gast": lambda store: add_aanwezige(store, "maart", "Coen Ruis", hoedanigheid=Hoedanigheid.GENODIGDE),
    "van de lijst": lambda store: remove_aanwezige(store, _wie(store)),
    "stemming": lambda store: call_stemming(store, "oever", "Het plan"),
    "besluit": lambda store: record_besluit(store, "oever", Uitkomst.CONFORM, op=APRIL),
    "besprokene": lambda store: write_besproken(store, "oever", "Anders."),
    "tijden": lambda store: set_tijden(store, "oever", begonnen=OM, geeindigd=None, geopend=None, gesloten=None),
    "uit een werkblad": lambda store: take_items(
        store, "maart", [Puntregel(titel="Veilige oevers", behandeling=frozenset({Behandeling.KENNISNAME}))]
    ),
    "ronde": lambda store: send_ronde(store, "sluis", op=APRIL, uiterlijk=APRIL, toch=True),
    "reactie": _antwoord,
    "verlengen": lambda store: extend_ronde(store, store.rondes.van_punt("oever")[0].id, date(2026, 5, 1)),
    "ronde weg": lambda store: remove_ronde(store, store.rondes.van_punt("oever")[0].id),
    "andere titel": lambda store: rename_punt(store, "oever", "Iets anders"),
    "andere behandeling": lambda store: set_behandeling(store, "oever", frozenset({Behandeling.KENNISNAME})),
    "ingevoegd": lambda store: set_ingevoegd(store, "sluis", True),
    "weer open": lambda store: set_besloten(store, "koop", False),
    "punt verplaatsen": lambda store: move_punt(store, "sluis"),
    "punt weg": lambda store: remove_punt(store, "opening"),
    "punt erbij": lambda store: add_punt(store, "maart", "Rondvraag"),
    "punt dubbel": lambda store: duplicate_punt(store, "sluis"),
    "ingetrokken": lambda store: withdraw_punt(store, "opening", "Niet nodig."),
    "terug op de agenda": lambda store: reinstate_punt(store, "sluis"),
    "andere woorden van een actie": lambda store: edit_actie(
        store, "belt", tekst="Belt niemand.", door="GGD", voor=None
    ),
    "actie weg": lambda store: remove_actie(store, "belt"),
    "actie": lambda store: add_actie(store, "bc", "Belt de aannemer.", op=APRIL, punt_id="oever"),
}


@pytest.mark.parametrize("weg", WEGEN)
def test_an_approved_meeting_stays_as_it_was(store: Store, weg: str) -> None:
    zitting = open_zitting(store, "maart", time(9))
    declare_belang(store, zitting.presentie[1].id, "sluis")
    send_ronde(store, "oever", op=APRIL, uiterlijk=APRIL, toch=True)
    actie = een_actie(id="belt", gremium_id="bc", vergadering_id="maart", agendapunt_id="oever", tekst="Belt.")
    store.acties.save(actie)
    if weg != "schorsen":
        suspend(store, "maart", time(9, 30))
    approve_verslag(store, "maart", op=APRIL)
    eerst = store.zitting("maart")
    with pytest.raises(VerslagVastgesteld, match="8-4-2026"):
        WEGEN[weg](store)
    assert store.zitting("maart") == eerst
    reopen_verslag(store, "maart", op=APRIL)
    WEGEN[weg](store)
