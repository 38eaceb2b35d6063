"""What a postbus would bring is told before anything changes, here or there; fetching then brings just that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.postbuswereld import Postwereld, stukken, titels
from tests.uitwisselwereld import VANDAAG
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.postbus.fouten import NietInPostbus
from tk_desktop.exchange.postbus.ophalen import Opgehaald
from tk_desktop.exchange.postbus.proef import try_fetch


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Postwereld]:
    """A meeting in a postbus, published; a colleague and a member who fetched nothing yet."""
    wereld = Postwereld(tmp_path)
    wereld.vergadering()
    wereld.meld_aan("s2", "sanne", Rol.SECRETARIS)
    wereld.meld_aan("b1", "wies")
    wereld.publiceer()
    yield wereld
    wereld.sluit()


def _proef(wereld: Postwereld, naam: str) -> Opgehaald:
    return try_fetch(wereld[naam].store, wereld[naam].bos, wereld.opslag(), vandaag=VANDAAG)


def _telling(gehaald: Opgehaald) -> tuple[int, int, int]:
    nieuw = [een for een in gehaald.ontvangsten if not een.al_bekend]
    return (
        sum(een.nieuw for een in nieuw),
        sum(een.gewijzigd for een in nieuw),
        sum(een.conflicten for een in nieuw),
    )


def test_an_empty_postbus_is_told_of(wereld: Postwereld) -> None:
    with pytest.raises(NietInPostbus):
        _proef(wereld, "s2")


@pytest.mark.parametrize("naam", ["s2", "b1"])
def test_a_first_fetch_is_tried_and_leaves_both_sides_as_they_were(wereld: Postwereld, naam: str) -> None:
    wereld.stuur("s1")
    laptop = wereld[naam]
    with pytest.raises(NogNietVertrouwd) as fout:
        _proef(wereld, naam)
    laptop.store.uitwisseling.vertrouw(str(fout.value.details["verify"]))
    daar = wereld.bestanden()
    gezien = _proef(wereld, naam)
    assert laptop.store.vergaderingen.all() == ()
    assert laptop.store.uitwisseling.roosters() == ()
    assert (wereld.bestanden(), stukken(laptop)) == (daar, set())
    gehaald = wereld.haal(naam)
    assert _telling(gezien) == _telling(gehaald)
    assert _telling(gezien)[0] > 0


def test_a_change_that_will_have_to_be_judged_is_seen_before_it_comes(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    wereld.haal("s2")
    for naam, titel in (("s1", "Kade"), ("s2", "Pier")):
        store = wereld[naam].store
        with store.transaction():
            store.agendapunten.save(replace(store.agendapunten.get("open"), titel=titel))
    wereld.stuur("s1")
    gezien = _proef(wereld, "s2")
    assert _telling(gezien) == (0, 0, 1)
    assert [een.vergaderingen for een in gezien.ontvangsten if not een.al_bekend] != [()]
    assert wereld["s2"].store.conflicten() == ()
    assert "Pier" in titels(wereld["s2"])
    assert _telling(wereld.haal("s2")) == (0, 0, 1)


def test_what_is_damaged_there_is_neither_taken_away_nor_asked_for_by_looking(wereld: Postwereld) -> None:
    wereld.stuur("s1")
    wereld["s2"].store.uitwisseling.vertrouw(wereld["s1"].bos.openbaar.verify)
    for pad in (wereld.bus / "objecten").rglob("*"):
        if pad.is_file():
            pad.write_bytes(b"kapot")
    daar = wereld.bestanden()
    _proef(wereld, "s2")
    assert wereld.bestanden() == daar
