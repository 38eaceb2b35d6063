"""Files are whole or not there."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tk_desktop.base.errors import (
    BestandInGebruik,
    BestandNietGevonden,
    NietSchrijfbaar,
    Onderbroken,
    SchijfVol,
    TkError,
)
from tk_desktop.base.files import aside, private_folder, read_bytes, replacing, sha256, sha256_of_written, sweep


def test_a_file_is_put_in_place_whole(tmp_path: Path) -> None:
    doel = tmp_path / "sets" / "set.pdf"
    with replacing(doel) as deel:
        deel.write_bytes(b"half")
        assert not doel.exists()
        deel.write_bytes(b"geheel")
    assert doel.read_bytes() == b"geheel"
    assert [pad.name for pad in doel.parent.iterdir()] == ["set.pdf"]


@pytest.mark.parametrize("fout", [ValueError("een fout in het werk"), Onderbroken(), KeyboardInterrupt()])
def test_work_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, fout: BaseException) -> None:
    doel = tmp_path / "set.pdf"
    doel.write_bytes(b"oud")
    with pytest.raises(type(fout)):
        _schrijf_half(doel, fout)
    assert doel.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [doel]


@pytest.mark.parametrize(
    ("nummer", "soort", "woorden"),
    [
        (errno.ENOSPC, SchijfVol, "De schijf is vol: ‘set.pdf’ is niet geschreven"),
        (errno.EDQUOT, SchijfVol, "De schijf is vol"),
        (errno.EROFS, NietSchrijfbaar, "de map is alleen-lezen"),
        (errno.EACCES, NietSchrijfbaar, "u mag daar niet schrijven"),
        (errno.EIO, NietSchrijfbaar, "de map of de stick is er niet meer"),
        (errno.ENAMETOOLONG, NietSchrijfbaar, "de computer weigert het"),
    ],
)
def test_what_the_machine_refuses_is_told_in_dutch(
    tmp_path: Path, nummer: int, soort: type[TkError], woorden: str
) -> None:
    doel = tmp_path / "set.pdf"
    doel.write_bytes(b"oud")
    with pytest.raises(soort, match=woorden):
        _schrijf_half(doel, OSError(nummer, os.strerror(nummer)))
    assert doel.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [doel]


def test_a_file_has_the_rights_of_any_other_file(tmp_path: Path) -> None:
    met_de_hand = tmp_path / "met de hand"
    met_de_hand.touch()
    with replacing(tmp_path / "set.pdf") as deel:
        deel.touch()
    assert stat.S_IMODE((tmp_path / "set.pdf").stat().st_mode) == stat.S_IMODE(met_de_hand.stat().st_mode)


def test_a_folder_stands_where_the_file_should_come(tmp_path: Path) -> None:
    doel = tmp_path / "set.pdf"
    doel.mkdir()
    with pytest.raises(NietSchrijfbaar, match=r"‘set\.pdf’"), replacing(doel) as deel:
        deel.touch()
    assert list(tmp_path.iterdir()) == [doel]


def test_a_file_stands_where_the_folder_should_come(tmp_path: Path) -> None:
    (tmp_path / "sets").write_bytes(b"geen map")
    with pytest.raises(NietSchrijfbaar), replacing(tmp_path / "sets" / "set.pdf"):
        pass
    assert (tmp_path / "sets").read_bytes() == b"geen map"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NietSchrijfbaar, match="u mag daar niet schrijven"), replacing(tmp_path / "set.pdf"):
        pass
    tmp_path.chmod(0o700)


def test_the_sum_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "leeg").touch()
    assert sha256(tmp_path / "leeg") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert read_bytes(tmp_path / "leeg") == b""


@pytest.mark.parametrize("lees", [sha256, read_bytes])
def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path, lees: object) -> None:
    assert callable(lees)
    with pytest.raises(BestandNietGevonden, match=r"‘nergens\.pdf’ bestaat niet"):
        lees(tmp_path / "nergens.pdf")
    with pytest.raises(BestandNietGevonden):
        lees(tmp_path)


def _schrijf_half(doel: Path, fout: BaseException) -> None:
    with replacing(doel) as deel:
        deel.write_bytes(b"half")
        raise fout


@pytest.mark.parametrize("diepte", ["werkmap", "werkmap/cache/dieper"])
def test_a_folder_aside_stands_on_the_same_disk_and_is_gone_afterwards(tmp_path: Path, diepte: str) -> None:
    with aside(tmp_path / diepte) as naast:
        (naast / "blad.pdf").write_bytes(b"blad")
        assert naast.parent == tmp_path
        assert naast.stat().st_dev == tmp_path.stat().st_dev
    assert list(tmp_path.iterdir()) == []


def test_a_part_in_the_werkmap_is_not_told_by_its_digest(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"geen map")
    doel = tmp_path / "map" / f"{'a' * 64}.pdf"
    with pytest.raises(NietSchrijfbaar, match="‘een bestand in de werkmap’"), replacing(doel):
        pass


def test_a_file_that_another_program_holds_is_told_as_that_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = tmp_path / "nota.docx"
    doel.write_bytes(b"oud")

    def houdt_vast(bron: Path, naar: Path) -> None:
        raise PermissionError(errno.EACCES, "Toegang geweigerd", str(bron), None, str(naar))

    monkeypatch.setattr(Path, "replace", houdt_vast)
    with pytest.raises(BestandInGebruik, match="nog open in een ander programma"), replacing(doel) as deel:
        deel.write_bytes(b"nieuw")
    assert doel.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [doel]


def test_a_private_folder_of_a_program_that_ended_goes_at_once_and_that_of_another_stays(tmp_path: Path) -> None:
    eigen = private_folder(tmp_path)
    maker = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout.strip()
    dood = tmp_path / eigen.name.replace(f"-{os.getpid()}-", f"-{maker}-")
    elders = tmp_path / f".tk-{'0' * 12}-{maker}-elders"
    for map_ in (dood, elders):
        map_.mkdir()
        (map_ / "besloten.pdf").write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted((eigen, elders))


def test_a_file_that_went_with_its_stick_was_not_written(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(NietSchrijfbaar, match="de stick is er niet meer"):
        _pull_out_while_writing(stick)
    (tmp_path / "set.pdf").write_bytes(b"geheel")
    assert sha256_of_written(tmp_path / "set.pdf") == sha256(tmp_path / "set.pdf")
    with pytest.raises(NietSchrijfbaar, match="de stick is er niet meer"):
        sha256_of_written(stick / "set.pdf")


def _pull_out_while_writing(stick: Path) -> None:
    with replacing(stick / "set.pdf") as deel:
        deel.unlink()
        stick.rmdir()
