"""What comes into a folder is told once, when it is whole; it stays where it is."""

import os
from pathlib import Path

import pytest

from tk_desktop.intake import inkomend
from tk_desktop.intake.inkomend import InkomendeMapWeg, kijk_in, nieuwe


def test_a_file_that_is_still_being_copied_waits_until_two_looks_saw_it_the_same(tmp_path: Path) -> None:
    vorige = kijk_in(tmp_path)
    (tmp_path / "plan.pdf").write_bytes(b"half")
    nu = kijk_in(tmp_path)
    assert nieuwe(vorige, nu, ()) == ()
    (tmp_path / "plan.pdf").write_bytes(b"half en heel")
    vorige, nu = nu, kijk_in(tmp_path)
    assert nieuwe(vorige, nu, ()) == ()
    vorige, nu = nu, kijk_in(tmp_path)
    (een,) = nieuwe(vorige, nu, ())
    assert een.naam == "plan.pdf"
    assert nieuwe(vorige, nu, {een.merk}) == ()
    assert (tmp_path / "plan.pdf").read_bytes() == b"half en heel"


def test_a_file_that_was_changed_is_new_again_and_its_mark_does_not_tell_its_name(tmp_path: Path) -> None:
    (tmp_path / "schikking.pdf").write_bytes(b"een")
    (een,) = kijk_in(tmp_path)
    os.utime(tmp_path / "schikking.pdf", ns=(1, 1))
    nu = kijk_in(tmp_path)
    assert [ander.naam for ander in nieuwe(nu, nu, {een.merk})] == ["schikking.pdf"]
    assert "schikking" not in een.merk


@pytest.mark.parametrize(
    "naam", ["plan.pdf.part", "plan.crdownload", "~$plan.docx", ".verborgen.pdf", "lees.md", "map.pdf/", "leeg.pdf"]
)
def test_what_is_no_post_is_not_told(tmp_path: Path, naam: str) -> None:
    if naam.endswith("/"):
        (tmp_path / naam).mkdir()
    else:
        (tmp_path / naam).write_bytes(b"" if naam == "leeg.pdf" else b"x")
    assert kijk_in(tmp_path) == frozenset()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "plan.pdf").write_bytes(b"x")
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "elders" / "plan.pdf")
    assert kijk_in(tmp_path) == frozenset()


def test_a_folder_that_is_gone_or_an_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InkomendeMapWeg, match="weg"):
        kijk_in(tmp_path / "weg")
    monkeypatch.setattr(inkomend, "MEESTE", 2)
    for nr in range(3):
        (tmp_path / f"{nr}.pdf").write_bytes(b"x")
    with pytest.raises(InkomendeMapWeg):
        kijk_in(tmp_path)
