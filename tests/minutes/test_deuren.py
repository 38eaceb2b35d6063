"""Behind closed doors: who leaves before it, who comes back after it, and how the verslag names them."""

from datetime import time

from tk_desktop.domain.presentiewoorden import namenlijst
from tk_desktop.domain.zitting import Zitting
from tk_desktop.minutes.deuren import close_doors, come_back, open_doors, waiting_outside
from tk_desktop.minutes.presentie import prepare_presentie, set_aanwezig
from tk_desktop.store.werkmap import Store


def _wie(zitting: Zitting, naam: str) -> str:
    return next(wie.id for wie in zitting.presentie if wie.naam == naam)


def _sluis_besloten(store: Store) -> Zitting:
    """Put the besloten item between the others: 1, 2, 3 (besloten), 3A."""
    with store.transaction():
        punt = store.agendapunten.get("koop")
        store.agendapunten.save(punt.at("25", None))
    return prepare_presentie(store, "maart")


def test_who_does_not_stay_leaves_before_the_besloten_items_and_comes_back_after_them(store: Store) -> None:
    zitting = _sluis_besloten(store)
    femke = _wie(zitting, "Femke Aalders")
    blijven = [wie.id for wie in zitting.presentie if wie.id != femke]
    zitting = close_doors(store, "koop", blijven, time(10, 5))
    assert {wie.naam for wie in zitting.aanwezigen(zitting.opname.punt("koop"))} == {
        "Guus Meerdink",
        "Roos van Dalen",
        "Bram Sluiter",
    }
    (buiten,) = waiting_outside(zitting, "sluis")
    assert (buiten.naam, buiten.vertrokken) == ("Femke Aalders", time(10, 5))
    zitting = open_doors(store, "sluis", [buiten.id], time(10, 20))
    assert waiting_outside(zitting, "sluis") == ()
    assert len(zitting.aanwezigen(zitting.opname.punt("sluis"))) == 4
    assert namenlijst(zitting.aanwezigen(), zitting.opname.nummers).endswith(
        "Femke Aalders (secretaris; t/m punt 2 en vanaf punt 3)"
    )


def test_a_vote_counts_once_for_who_left_and_came_back(store: Store) -> None:
    zitting = _sluis_besloten(store)
    roos = _wie(zitting, "Roos van Dalen")
    close_doors(store, "koop", [wie.id for wie in zitting.presentie if wie.id != roos], time(10, 5))
    zitting = open_doors(store, "sluis", [roos], time(10, 20))
    assert zitting.quorum(zitting.opname.punt("koop")).aanwezig == 2
    assert zitting.quorum(zitting.opname.punt("sluis")).aanwezig == 3


def test_who_came_in_during_the_besloten_part_and_may_not_stay_comes_in_after_it(store: Store) -> None:
    zitting = _sluis_besloten(store)
    roos = _wie(zitting, "Roos van Dalen")
    set_aanwezig(store, roos, aanwezig=False)
    come_back(store, roos, "koop", time(10, 6))
    zitting = close_doors(store, "koop", [wie.id for wie in zitting.presentie if wie.id != roos], time(10, 7))
    assert next(wie for wie in zitting.presentie if wie.id == roos).van_punt_id == "sluis"


def test_nobody_waits_outside_where_no_doors_were_closed(store: Store) -> None:
    zitting = prepare_presentie(store, "maart")
    assert waiting_outside(zitting, "oever") == ()
    assert waiting_outside(zitting, "opening") == ()
