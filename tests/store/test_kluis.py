"""A protected werkmap: on the disk no word of it can be read, and with its key nothing is different."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree

import pytest

from tests.verpakt import Verpakt
from tk_desktop.base.errors import SchijfVol
from tk_desktop.base.files import erase
from tk_desktop.base.kluispad import op_schijf
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.exchange.bescherming import kluis_met
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.store import kluis as kluismodule
from tk_desktop.store.fouten import GeenWerkmap
from tk_desktop.store.kluis import (
    Kluis,
    SleutelPastNiet,
    WerkmapVergrendeld,
    bescherm,
    is_beschermd,
    ontneem_bescherming,
)
from tk_desktop.store.openen import open_database
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

SLEUTEL = bytes(range(32))


@pytest.fixture
def kluis() -> Kluis:
    return kluis_met(SLEUTEL)


@pytest.fixture
def werkmap(tmp_path: Path, verpakt: Verpakt) -> Path:
    """A werkmap with the sample meeting, the sets made of it in its cache, and a copy of the database."""
    map_ = tmp_path / "werkmap"
    copytree(verpakt.werkmap, map_)
    with Store.open(map_) as store:
        store.kopieer(map_ / "kopieen" / "voor_iets.db")
    return map_


def _set(store: Store, opname: Momentopname, doel: Path) -> bytes:
    plan = assemble(store, opname.vergadering.id, Doelgroep.LEDEN)
    write_pdf(plan, doel, bestand=store.bestanden.open, cache=store.cache)
    return doel.read_bytes()


def _opname(store: Store) -> Momentopname:
    (vergadering,) = store.vergaderingen.all()
    return store.opname(vergadering.id)


def _woorden(opname: Momentopname) -> list[bytes]:
    titels = [punt.titel for punt in opname.agendapunten] + [stuk.titel for stuk in opname.stukken]
    return [titel.encode(code) for titel in titels if len(titel) > 8 for code in ("utf-8", "utf-16-le")]


def _inhoud(map_: Path) -> Iterator[bytes]:
    """Every byte under a folder: the names, the files, and what is packed in them."""
    for pad in sorted(map_.rglob("*")):
        yield str(pad.relative_to(map_)).encode()
        if pad.is_file():
            ruw = pad.read_bytes()
            yield ruw
            yield from _uitgepakt(ruw)


def _uitgepakt(ruw: bytes) -> Iterator[bytes]:
    plek = ruw.find(b"stream\n")
    while plek >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(ruw[plek + 7 :])
        plek = ruw.find(b"stream\n", plek + 7)


def _te_lezen(map_: Path, woorden: list[bytes]) -> set[bytes]:
    return {woord for inhoud in _inhoud(map_) for woord in woorden if woord in inhoud}


def test_on_the_disk_no_word_of_a_protected_werkmap_can_be_read(werkmap: Path, kluis: Kluis) -> None:
    with Store.open(werkmap) as store:
        woorden = _woorden(_opname(store))
    assert len(_te_lezen(werkmap, woorden)) > 10  # so this looks well

    bescherm(werkmap, kluis)
    with Store.open(werkmap, kluis) as store:
        _set(store, _opname(store), werkmap.parent / "later.pdf")  # fills the cache and reads every paper

    assert _te_lezen(werkmap, woorden) == set()
    assert is_beschermd(werkmap)


def test_with_its_key_a_protected_werkmap_is_as_it_was(werkmap: Path, kluis: Kluis, tmp_path: Path) -> None:
    with Store.open(werkmap) as store:
        eerst, zochten = _opname(store), store.zoekregister.zoek("vergadering")
        voor = _set(store, eerst, tmp_path / "voor.pdf")

    bescherm(werkmap, kluis)

    with Store.open(werkmap, kluis) as store:
        assert _opname(store) == eerst
        assert store.zoekregister.zoek("vergadering") == zochten
        assert _set(store, eerst, tmp_path / "na.pdf") == voor
        assert store.controleer().goed
        with store.transaction():
            store.zoekregister.neem_op(Zoeksoort.AGENDAPUNT, "nieuw", ["kadeverlichting"])
        with store.again() as ander:
            assert [plek.bron for plek in ander.zoekregister.zoek("kadeverlichting")] == ["nieuw"]
    with open_database(werkmap, kluis, maken=False).conn as db:
        assert db.execute("PRAGMA cipher_version").fetchone()


def test_protection_taken_away_leaves_the_werkmap_as_it_was_before(werkmap: Path, kluis: Kluis) -> None:
    voor = {pad.name: pad.read_bytes() for pad in (werkmap / "stukken").glob("??/*")}
    with Store.open(werkmap) as store:
        eerst = _opname(store)

    bescherm(werkmap, kluis)
    assert {pad.name for pad in (werkmap / "stukken").glob("??/*")} == set(voor)
    ontneem_bescherming(werkmap, kluis)

    assert not is_beschermd(werkmap)
    assert {pad.name: pad.read_bytes() for pad in (werkmap / "stukken").glob("??/*")} == voor
    with Store.open(werkmap) as store:
        assert _opname(store) == eerst
        assert store.controleer().goed
    assert (werkmap / "kopieen" / "voor_iets.db").read_bytes().startswith(b"SQLite format 3")


def test_without_the_key_it_stays_shut_and_unchanged(werkmap: Path, kluis: Kluis) -> None:
    bescherm(werkmap, kluis)
    voor = {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()}

    with pytest.raises(WerkmapVergrendeld):
        Store.open(werkmap)
    with pytest.raises(SleutelPastNiet):
        Store.open(werkmap, kluis_met(bytes(32)))

    assert {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()} == voor


def test_a_key_opens_no_werkmap_that_is_not_protected(werkmap: Path, kluis: Kluis) -> None:
    with pytest.raises(SleutelPastNiet):
        Store.open(werkmap, kluis)
    with pytest.raises(GeenWerkmap):
        Store.open(werkmap / "elders", kluis)


def test_a_changed_file_of_a_protected_werkmap_is_named_by_the_doctor(werkmap: Path, kluis: Kluis) -> None:
    bescherm(werkmap, kluis)
    with Store.open(werkmap, kluis) as store:
        som = next(iter(_opname(store).versies.values())).sha256
        pad = op_schijf(store.bestanden.plek(som))
        pad.write_bytes(pad.read_bytes()[:-40])
        assert store.controleer().beschadigd == (som,)


@pytest.mark.parametrize("weer_open", [False, True])
def test_what_was_cut_short_after_it_was_decided_is_finished_by_whoever_asks_again(
    werkmap: Path, kluis: Kluis, monkeypatch: pytest.MonkeyPatch, *, weer_open: bool
) -> None:
    with Store.open(werkmap) as store:
        eerst = _opname(store)
    if weer_open:
        bescherm(werkmap, kluis)
    stap = ontneem_bescherming if weer_open else bescherm

    class StroomWeg(Exception):
        pass

    def stop(map_: Path) -> None:
        if (map_ / ".wissel").exists():
            raise StroomWeg

    with monkeypatch.context() as stroom:
        stroom.setattr(kluismodule, "maak_af", stop)
        with pytest.raises(StroomWeg):
            stap(werkmap, kluis)
    erase(werkmap / "tk.db")  # that far it came
    assert is_beschermd(werkmap) != weer_open
    stap(werkmap, kluis)
    with Store.open(werkmap, None if weer_open else kluis) as store:
        assert _opname(store) == eerst
        assert store.controleer().goed
    assert not list(werkmap.glob(".wissel"))


def test_a_full_disk_leaves_the_werkmap_as_it_is(werkmap: Path, kluis: Kluis, monkeypatch: pytest.MonkeyPatch) -> None:
    voor = {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()}

    def vol(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(kluismodule, "_zet_over", vol)
    with pytest.raises(SchijfVol, match="De schijf is vol"):
        bescherm(werkmap, kluis)

    assert {pad: pad.read_bytes() for pad in werkmap.rglob("*") if pad.is_file()} == voor
    assert not (werkmap / ".wissel").exists()
