"""Clearing up a postbus: it grows no more than what still counts, and who was away a year comes out the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bouwers import een_persoon
from tests.postbuswereld import Postwereld, titels
from tests.uitwisselwereld import VANDAAG
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergadering import Afmelding
from tk_desktop.exchange.postbus.mapopslag import Mapopslag
from tk_desktop.exchange.postbus.verdichten import Opgeruimd, compact
from tk_desktop.exchange.rooster import withdraw_device

LATER = VANDAAG + timedelta(days=400)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Postwereld]:
    """A secretary whose agenda was changed and published thirty times; Wies and Joop read all of it."""
    wereld = Postwereld(tmp_path)
    wereld.vergadering()
    for naam, wie, rol in (
        ("b1", "wies", Rol.BESTUURDER),
        ("c1", "joop", Rol.BESTUURDER),
        ("s2", "sanne", Rol.SECRETARIS),
    ):
        wereld.meld_aan(naam, wie, rol)
    _wijzig(wereld, 0)
    for naam in ("b1", "c1", "s2"):
        wereld.haal(naam)
    yield wereld
    wereld.sluit()


def _wijzig(wereld: Postwereld, *nummers: int) -> None:
    s = wereld["s1"]
    for nummer in nummers:
        punt = s.store.agendapunten.get("open")
        s.store.agendapunten.save(replace(punt, titel=f"Haven {nummer}", toelichting=f"Regel {min(nummer, 8)}\n\nSlot"))
        wereld.publiceer()
        wereld.stuur("s1")


def _ruim_op(wereld: Postwereld, vandaag: date = VANDAAG) -> Opgeruimd:
    wereld.haal("s1", heel=True)
    return compact(wereld["s1"].store, wereld["s1"].bos, Mapopslag(wereld.bus), vandaag=vandaag)


def _maat(wereld: Postwereld) -> int:
    return sum(len(een) for pad, een in wereld.bestanden().items() if not pad.startswith("stukken"))


def _rijen(wereld: Postwereld, naam: str) -> list[object]:
    return list(wereld[naam].store.agendapunten.van_vergadering("v1"))


def test_what_all_have_read_gives_way_to_what_still_counts(wereld: Postwereld) -> None:
    _wijzig(wereld, *range(1, 31))
    for naam in ("b1", "c1", "s2"):
        wereld.haal(naam, heel=True)
    voor, aantal = _maat(wereld), len(wereld.bestanden())
    gedaan = _ruim_op(wereld)
    assert (gedaan.standen, gedaan.segmenten >= 60) == (2, True)  # alg and sec
    assert (_maat(wereld) < voor / 2, len(wereld.bestanden()) < aantal / 2) == (True, True)
    for naam in ("b1", "c1", "s2"):
        assert wereld.haal(naam, heel=True).niets_nieuws
    assert wereld.stuur("s1").niets_nieuws
    _wijzig(wereld, 99)
    wereld.meld_aan("b2", "wies")
    wereld.stuur("s1")
    for naam in ("b1", "b2"):
        wereld.haal(naam, heel=True)
    assert _rijen(wereld, "b2") == _rijen(wereld, "b1")
    assert "Haven 99" in titels(wereld["b2"])
    assert wereld["b2"].store.segmenten.gaten() == 0
    assert _ruim_op(wereld).standen == 0  # b2 was not told to have read it all, and little came


def test_nothing_is_cleared_away_that_somebody_has_not_read_within_a_year(wereld: Postwereld) -> None:
    _wijzig(wereld, *range(1, 31))
    for naam in ("b1", "s2"):
        wereld.haal(naam, heel=True)
    alg = [een for een in wereld.bestanden() if een.startswith("log/alg")]
    _ruim_op(wereld)
    assert [een for een in wereld.bestanden() if een.startswith("log/alg")] == alg


def test_who_was_away_a_year_comes_out_the_same_and_is_heard(wereld: Postwereld) -> None:
    c = wereld["c1"].store
    c.afmeldingen.save(Afmelding(id="af", vergadering_id="v1", lid_id="lid-joop", reden="op reis"))
    s2 = wereld["s2"].store
    punt = s2.agendapunten.get("open")
    s2.agendapunten.save(replace(punt, toelichting="Regel 0\n\nSlot\n\nVan Sanne"))
    _wijzig(wereld, *range(1, 31))
    wereld.haal("b1", heel=True)
    assert _ruim_op(wereld, LATER).standen == 2
    for naam in ("c1", "s2"):
        wereld.haal(naam, heel=True)
        wereld.stuur(naam, vandaag=LATER)
    for naam in ("s1", "s2", "s1"):
        wereld.haal(naam, heel=True)
    van_c, van_b = ([een for een in _rijen(wereld, naam) if een.id != "zaak"] for naam in ("c1", "b1"))  # type: ignore[attr-defined]
    assert van_c == van_b
    assert [een.reden for een in wereld["s1"].store.afmeldingen.all()] == ["op reis"]
    for naam in ("s1", "s2"):
        assert wereld[naam].store.agendapunten.get("open").toelichting == "Regel 8\n\nSlot\n\nVan Sanne"
        assert not wereld[naam].store.conflicten()


def test_what_came_in_a_stand_stands_when_a_laptop_is_withdrawn_later(wereld: Postwereld) -> None:
    _wijzig(wereld, *range(1, 31))
    _ruim_op(wereld, LATER)
    wereld.meld_aan("b2", "wies")
    wereld.stuur("s1", vandaag=LATER)
    wereld.haal("b2", heel=True)
    voor = _rijen(wereld, "b2")
    withdraw_device(wereld["s1"].store, wereld["s1"].bos, wereld["c1"].id)
    wereld.stuur("s1", vandaag=LATER)
    wereld.haal("b2", heel=True)
    assert _rijen(wereld, "b2") == voor


def test_a_stand_of_a_member_is_refused(wereld: Postwereld) -> None:
    _wijzig(wereld, *range(1, 31))
    wereld.haal("b1", heel=True)
    b = wereld["b1"]
    gedaan = compact(b.store, b.bos, Mapopslag(wereld.bus), vandaag=LATER)
    assert gedaan.standen == 0  # the channels of the secretariat are not for a member to clear up
    wereld["s1"].store.personen.save(een_persoon(id="wies", naam="Wies de Wit"))
    wereld.publiceer()
    wereld.stuur("s1")
    wereld.haal("b1", heel=True)
    assert "Wies de Wit" in {wie.naam for wie in b.store.personen.all()}
