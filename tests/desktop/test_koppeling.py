"""A double click on a bundle opens this program on this werkmap, whatever its path looks like."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tk_desktop.desktop.parts.koppeling import (
    KoppelenKanNiet,
    in_data_folder,
    in_registry,
    open_by_double_click,
    own_command,
)

LASTIG = Path('/srv/roos/Mijn "stukken" $1 50% `x`')


def test_a_starter_of_linux_names_the_program_the_werkmap_and_the_bundle(tmp_path: Path) -> None:
    gedaan: list[str] = []
    in_data_folder(own_command(LASTIG), tmp_path, lambda opdracht: gedaan.append(opdracht[0]))
    assert gedaan == ["update-mime-database", "xdg-mime"]
    assert "*.tkb" in (tmp_path / "mime" / "packages" / "tk-desktop.xml").read_text("utf-8")
    (starter,) = (tmp_path / "applications").iterdir()
    regels = dict(regel.split("=", 1) for regel in starter.read_text("utf-8").splitlines() if "=" in regel)
    waarde = regels["Exec"].replace("\\\\", "\\")  # as the value of a starter is read, before its quotes are
    delen = shlex.split(waarde.replace("\\$", "$").replace("\\`", "`").replace("%%", "%"))
    assert tuple(delen[:-1]) == own_command(LASTIG)
    assert delen[-1] == "%f"
    assert regels["MimeType"] == "application/x-tk-bundel;"


@pytest.mark.skipif(shutil.which("xdg-mime") is None, reason="this computer has no desktop that can be asked")
def test_the_desktop_knows_a_bundle_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config").mkdir()
    open_by_double_click(tmp_path, "linux")
    vraag = ["xdg-mime", "query", "default", "application/x-tk-bundel"]
    antwoord = subprocess.run(vraag, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert antwoord.stdout.strip() == "tk-desktop-bundel.desktop"


def test_the_registry_of_windows_gets_three_keys(tmp_path: Path) -> None:
    klassen = QSettings(str(tmp_path / "klassen.ini"), QSettings.Format.IniFormat)
    in_registry(("C:\\Program Files\\TK\\tk.exe", "--werkmap", "C:\\Mijn werk"), klassen)
    assert klassen.value(".tkb/Default") == "TKDesktop.Bundel"
    regel = klassen.value("TKDesktop.Bundel/shell/open/command/Default")
    assert regel == '"C:\\Program Files\\TK\\tk.exe" "--werkmap" "C:\\Mijn werk" "%1"'


def test_elsewhere_it_is_said_what_to_do_instead(tmp_path: Path) -> None:
    with pytest.raises(KoppelenKanNiet):
        open_by_double_click(tmp_path, "darwin")
