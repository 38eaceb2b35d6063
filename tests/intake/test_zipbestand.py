"""Papers in a ZIP come in one by one; what would go outside our folder or fill the disk does not."""

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bommen import zip_berg, zip_citeert, zip_heuvels, zip_overlapt, zip_van
from tests.papier import a_paper
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.zipbestand import ZipBeschadigd, ZipTeGroot, lees_zip

PDF = a_paper(["Plan"])


def test_the_papers_in_an_archive_are_read_with_the_place_of_their_names(tmp_path: Path) -> None:
    rest = (("__MACOSX/._x", b"x"), ("Thumbs.db", b"x"), ("binnen.zip", b"x"))
    pad = zip_van(tmp_path / "Stukken.zip", ("BC/2a bijlage 1 - Plan één.pdf", PDF), *rest)
    zip_, plan = lees_bestanden([pad], wijze=Leeswijze(bijlagen=tmp_path / "uit"))
    assert zip_.opmerkingen == (
        "‘binnen.zip’ is niet ingenomen: het is een pakket in dit pakket; pak het uit en neem het apart in.",
    )
    assert (plan.bron.name, str(plan.plaats and plan.plaats.nummer)) == ("2a bijlage 1 - Plan één.pdf", "2a")


@pytest.mark.parametrize("naam", ["../../weg.pdf", "/etc/weg.pdf", "..\\..\\weg.pdf", "C:\\weg.pdf"])
def test_a_path_in_a_name_leads_nowhere(tmp_path: Path, naam: str) -> None:
    gelezen = lees_zip(zip_van(tmp_path / "a.zip", (naam, PDF)), tmp_path / "uit")
    assert [pad.relative_to(tmp_path / "uit").as_posix() for pad in gelezen.bijlagen] == ["1/weg.pdf"]


def test_a_link_and_a_name_that_misleads_are_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    gelezen = lees_zip(zip_van(tmp_path / "a.zip", (link, b"/etc/passwd"), ("nota.exe.pdf", PDF)), tmp_path / "uit")
    assert gelezen.bijlagen == ()
    assert [weg.naam for weg in gelezen.weggelaten] == ["link.pdf", "nota.exe.pdf"]


@pytest.mark.parametrize("maak", [zip_berg, zip_heuvels, zip_overlapt, zip_citeert])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, maak: Callable[[Path], Path]) -> None:
    with pytest.raises(ZipTeGroot, match="bom"):
        lees_zip(maak(tmp_path / "bom.zip"), tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_too_many_files_and_a_shut_archive_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ZipTeGroot):
        lees_zip(zip_van(tmp_path / "a.zip", *((f"{nr}.txt", b"x") for nr in range(201))), tmp_path / "uit")
    gegevens = bytearray(zip_van(tmp_path / "b.zip", ("plan.pdf", PDF)).read_bytes())
    gegevens[6] |= 1
    gegevens[gegevens.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(gegevens)
    with pytest.raises(ZipBeschadigd):
        lees_zip(tmp_path / "b.zip", tmp_path / "uit")


def test_an_archive_that_tells_a_place_before_its_begin_is_damaged(tmp_path: Path) -> None:
    gegevens = bytearray(zip_van(tmp_path / "a.zip", ("b.txt", b"tekst")).read_bytes())
    plek = gegevens.rindex(b"PK\5\6") + 16
    gegevens[plek : plek + 4] = (int.from_bytes(gegevens[plek : plek + 4], "little") + 1000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(gegevens)
    with pytest.raises(ZipBeschadigd):
        lees_zip(tmp_path / "a.zip", tmp_path / "uit")


def test_names_of_windows_and_of_others_are_read(tmp_path: Path) -> None:
    for naam, tekenset in (("één.pdf", "cp850"), ("één.pdf", "utf-8")):
        bytes_ = naam.encode(tekenset)
        pad = zip_van(tmp_path / "a.zip", ("x" * len(bytes_), PDF))
        pad.write_bytes(pad.read_bytes().replace(b"x" * len(bytes_), bytes_))
        assert [uit.name for uit in lees_zip(pad, tmp_path / tekenset).bijlagen] == [naam]


@settings(max_examples=40, deadline=None)
@given(plek=st.integers(0, 3000), waarde=st.binary(min_size=1, max_size=8))
def test_a_damaged_archive_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, plek: int, waarde: bytes
) -> None:
    map_ = tmp_path_factory.mktemp("z")
    gegevens = bytearray(zip_van(map_ / "a.zip", ("plan.pdf", PDF), ("b.txt", b"tekst")).read_bytes())
    plek %= len(gegevens)
    gegevens[plek : plek + len(waarde)] = waarde
    (map_ / "a.zip").write_bytes(gegevens)
    try:
        gelezen = lees_zip(map_ / "a.zip", map_ / "uit")
    except (ZipBeschadigd, ZipTeGroot):
        return
    assert all(pad.parent.parent == map_ / "uit" for pad in gelezen.bijlagen)
