"""The file of a bundle: the same each time, and refused when one bit of it is another."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.bundelbouwers import een_bewerking, een_kop, een_manifest
from tk_desktop.base.errors import BestandNietGevonden, Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.exchange.bundel import Bundel, Leesdeel, Onderdeel, lees_bundel, schrijf_bundel
from tk_desktop.exchange.fouten import BundelBeschadigd, BundelTeNieuw, BundelVervalst
from tk_desktop.exchange.manifest import Manifest
from tk_desktop.exchange.segment import digest, schrijf_segment
from tk_desktop.exchange.sleutels import Sleutelbos

BOS = Sleutelbos.maak()


def _maak(doel: Path) -> Manifest:
    objecten = [schrijf_segment(BOS, None, een_kop(BOS), [een_bewerking(id="a" * 20, rij=str(n))]) for n in range(3)]
    onderdelen = [Onderdeel(len(een), lambda een=een: een) for een in objecten]  # type: ignore[misc]
    bron = doel.with_name("bron.pdf")
    bron.write_bytes(b"%PDF-1.7")
    leesbaar = [Leesdeel("lees-mij.html", b"<p>Hallo"), Leesdeel("stuk-1.pdf", bron)]
    return schrijf_bundel(doel, BOS, een_manifest(BOS), onderdelen, leesbaar)


@pytest.fixture
def bundel(tmp_path: Path) -> Path:
    _maak(tmp_path / "a.tkb")
    return tmp_path / "a.tkb"


def _lees(gegevens: bytes) -> None:
    with Bundel("a.tkb", BytesIO(gegevens)) as bundel:
        bundel.controleer()
        bundel.ondertekend_door(BOS.openbaar.verify)


def test_a_bundle_is_read_as_it_was_written(tmp_path: Path) -> None:
    manifest = _maak(tmp_path / "a.tkb")
    with lees_bundel(tmp_path / "a.tkb") as bundel:
        assert bundel.manifest == manifest
        bundel.controleer()
        bundel.ondertekend_door(BOS.openbaar.verify)
        assert all(digest(bundel.object(som)) == som for som, _ in manifest.objecten)
        assert b"".join(bundel.leesdeel("stuk-1.pdf")) == b"%PDF-1.7"


def test_the_same_bundle_is_the_same_bytes(bundel: Path, tmp_path: Path) -> None:
    objecten = een_manifest(BOS)
    for naam in ("b.tkb", "c.tkb"):
        schrijf_bundel(tmp_path / naam, BOS, objecten, [])
    assert (tmp_path / "b.tkb").read_bytes() == (tmp_path / "c.tkb").read_bytes()


def test_any_program_for_zips_opens_a_bundle(bundel: Path) -> None:
    with zipfile.ZipFile(bundel) as zip_:
        assert zip_.testzip() is None
        assert zip_.namelist()[:2] == ["manifest.json", "manifest.sig"]
        assert zip_.read("lees-mij.html") == b"<p>Hallo"


def test_a_bundle_cut_off_at_any_byte_is_refused(bundel: Path) -> None:
    heel = bundel.read_bytes()
    for lengte in range(len(heel)):
        with pytest.raises(BundelBeschadigd):
            _lees(heel[:lengte])


def test_a_bundle_with_any_bit_turned_is_refused(bundel: Path) -> None:
    heel, kans = bundel.read_bytes(), random.Random(6)
    for _ in range(3000):
        kapot = bytearray(heel)
        for _ in range(kans.choice((1, 1, 1, 2, 8))):
            kapot[kans.randrange(len(kapot))] ^= 1 << kans.randrange(8)
        if kapot == heel:
            continue  # two turns of the same bit
        with pytest.raises((BundelBeschadigd, BundelTeNieuw, BundelVervalst)):
            _lees(bytes(kapot))


@pytest.mark.parametrize("erbij", [b"\0", b"PK\5\6", b"x" * 1000])
def test_nothing_may_stand_before_or_after_a_bundle(bundel: Path, erbij: bytes) -> None:
    heel = bundel.read_bytes()
    for anders in (erbij + heel, heel + erbij):
        with pytest.raises(BundelBeschadigd):
            _lees(anders)


def test_a_bundle_that_another_signed_is_refused(bundel: Path) -> None:
    with lees_bundel(bundel) as open_, pytest.raises(BundelVervalst):
        open_.ondertekend_door(Sleutelbos.maak().openbaar.verify)


def test_a_file_that_changes_while_it_is_read_is_refused(bundel: Path) -> None:
    with lees_bundel(bundel) as open_:
        open_.controleer()
        som = open_.manifest.objecten[0][0]
        heel = bytearray(bundel.read_bytes())
        heel[heel.index(b"agendapunt" if b"agendapunt" in heel else b'"kind":"seg"')] ^= 1
        with bundel.open("r+b") as stroom:
            stroom.write(heel)
        with pytest.raises(BundelBeschadigd):
            open_.object(som)


def test_a_bundle_that_is_stopped_leaves_what_was_there(bundel: Path) -> None:
    voor = bundel.read_bytes()
    with pytest.raises(Onderbroken):
        schrijf_bundel(
            bundel, BOS, een_manifest(BOS), [Onderdeel(1, lambda: b"x")], progress=Progress(stopped=lambda: True)
        )
    assert bundel.read_bytes() == voor
    assert sorted(pad.name for pad in bundel.parent.iterdir()) == ["a.tkb", "bron.pdf"]


def test_a_bundle_that_is_not_there_is_told(tmp_path: Path) -> None:
    for pad in (tmp_path / "weg.tkb", tmp_path):
        with pytest.raises(BestandNietGevonden):
            lees_bundel(pad)
