"""Heads are told as what differs from the list that the other told; whoever does not know that list is told all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from tests.bouwers import een_persoon
from tests.bundelsmederij import Smid
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.uitwisseling import Peer
from tk_desktop.exchange.bundel import lees_bundel
from tk_desktop.exchange.canoniek import Vormfout
from tk_desktop.exchange.fouten import BundelOnleesbaar
from tk_desktop.exchange.koppen import Koppenlijst, digest_of, hear_heads, tell_heads
from tk_desktop.exchange.manifest import Manifest
from tk_desktop.exchange.ontvangen import receive_bundel
from tk_desktop.store.uitwisseling import MEESTE_LIJSTEN, Uitwisseling

A, B = "a" * 16, "b" * 16
KOPPEN = st.sets(st.integers(0, 30).map(lambda nummer: f"{nummer:024x}"))


def _uitwisseling() -> Uitwisseling:
    db = Database(memory=True)
    db.execute(
        """CREATE TABLE uitwisseling_verteld (nummer INTEGER PRIMARY KEY, apparaat TEXT NOT NULL,
           afdruk TEXT NOT NULL, koppen TEXT NOT NULL, UNIQUE (apparaat, afdruk)) STRICT"""
    )
    return Uitwisseling(db)


def _peer(heeft: set[str], *, onthoudt: bool = True) -> Peer:
    return Peer(apparaat=A, incarnatie="een", teller=1, heeft=tuple(heeft), onthoudt=onthoudt)


@given(KOPPEN, KOPPEN)
def test_what_is_told_as_a_difference_is_heard_whole(van_a: set[str], van_b: set[str]) -> None:
    a, b = _uitwisseling(), _uitwisseling()
    tell_heads(a, B, van_a, None)
    lijst = tell_heads(b, A, van_b, _peer(van_a))
    assert hear_heads(a, B, lijst) == tuple(sorted(van_b))
    if van_a == van_b:
        assert (lijst.heeft, lijst.zonder) == ((), ())


def test_a_laptop_that_does_not_remember_what_it_told_is_told_all() -> None:
    b = _uitwisseling()
    assert tell_heads(b, A, {"1" * 24}, _peer({"1" * 24}, onthoudt=False)) == Koppenlijst(heeft=("1" * 24,))
    assert tell_heads(b, A, {"1" * 24}, None) == Koppenlijst(heeft=("1" * 24,))


def test_a_list_that_is_not_known_is_no_list_and_a_place_outside_it_no_place() -> None:
    a = _uitwisseling()
    assert hear_heads(a, B, Koppenlijst(heeft=("1" * 24,), basis="0" * 24)) is None
    tell_heads(a, B, {"1" * 24}, None)
    with pytest.raises(Vormfout):
        hear_heads(a, B, Koppenlijst(heeft=(), basis=digest_of({"1" * 24}), zonder=(1,)))


def test_the_list_that_the_other_names_is_kept_longest() -> None:
    a = _uitwisseling()
    genoemd = digest_of({"1" * 24})
    tell_heads(a, B, {"1" * 24}, None)
    for nummer in range(MEESTE_LIJSTEN + 5):
        tell_heads(a, B, {f"{nummer + 2:024x}"}, None)
        a.noem(B, genoemd)
    assert a.verteld(B, genoemd) == ("1" * 24,)
    assert a.verteld(B, digest_of({f"{2:024x}"})) is None


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Two secretaries who are in step."""
    wereld = Wereld(tmp_path)
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld["s2"].stuur(wereld["s1"])
    wereld["s1"].stuur(wereld["s2"])
    yield wereld
    wereld.sluit()


def _manifest(van: Laptop, naar: Laptop) -> Manifest:
    with lees_bundel(van.maak(naar).paden[0]) as bundel:
        return bundel.manifest


def test_in_step_a_bundle_names_no_head_and_after_a_change_that_one(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    gelijk = _manifest(s, s2)
    assert gelijk.basis
    assert (gelijk.heeft, gelijk.zonder) == ((), ())
    s.store.personen.save(een_persoon(id="wies", naam="Wies van der Laan"))
    anders = _manifest(s, s2)
    assert (anders.basis, len(anders.heeft), len(anders.zonder)) == (gelijk.basis, 1, 1)


def test_a_laptop_that_forgot_what_it_told_counts_anew_and_loses_nothing(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.store.personen.save(een_persoon(id="wies", naam="Wies van der Laan"))
    gemaakt = s.maak(s2)
    with s2.store.transaction():
        s2.store._db.execute("DELETE FROM uitwisseling_verteld")
    voor = s2.store.uitwisseling.eigen().incarnatie
    s2.ontvang(gemaakt)
    assert s2.store.uitwisseling.eigen().incarnatie != voor
    peer = s2.store.uitwisseling.peer(s.id)
    assert peer is not None
    assert not peer.onthoudt
    s2.store.personen.save(een_persoon(id="joop", naam="Joop Aarts"))
    assert not _manifest(s2, s).basis
    s2.stuur(s)
    s.stuur(s2)
    s2.stuur(s)
    assert s.store.personen.get("joop").naam == "Joop Aarts"
    assert s2.store.personen.get("wies").naam == "Wies van der Laan"
    voor = s2.store.uitwisseling.eigen().incarnatie
    s.stuur(s2)
    assert s2.store.uitwisseling.eigen().incarnatie == voor
    assert _manifest(s2, s).basis
    assert _manifest(s, s2).basis


def test_a_place_outside_the_list_refuses_the_bundle(wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    gelijk = _manifest(s, s2)
    pad = Smid(s).bundel(s2, pad=tmp_path / "mis.tkb", basis=gelijk.basis, zonder=(99,), inc=gelijk.inc)
    voor = s2.store.uitwisseling.peer(s.id)
    with pytest.raises(BundelOnleesbaar):
        receive_bundel(s2.store, s2.bos, pad, vandaag=VANDAAG)
    assert s2.store.uitwisseling.peer(s.id) == voor


def test_a_program_of_the_first_format_is_told_all_heads(wereld: Wereld) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    peer = s.store.uitwisseling.peer(s2.id)
    assert peer is not None
    assert peer.onthoudt
    with s.store.transaction():
        s.store.uitwisseling.bewaar_peer(replace(peer, onthoudt=False))
    manifest = _manifest(s, s2)
    assert manifest.heeft
    assert (manifest.basis, manifest.min_lezer) == ("", 1)
