"""The program finds its own files."""

import sys
from pathlib import Path

import pytest

from tk_desktop.base.ids import new_id
from tk_desktop.base.paths import migrations, resources


def test_resources_and_schema_stand_beside_the_program() -> None:
    assert (resources() / "sample" / "leden.csv").is_file()
    assert list(migrations().glob("0001_*.sql"))


def test_a_frozen_program_finds_them_inside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"


def test_no_two_ids_are_the_same() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(id_) == 32 and id_.isalnum() for id_ in ids)
