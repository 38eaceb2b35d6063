"""One window on one werkmap, however the other one ended."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.store.slot import WerkmapAlOpen, werkmap_slot
from tk_desktop.store.werkmap import Store

_HOUDT_VAST = """
import sys, time
from pathlib import Path
from tk_desktop.store.slot import werkmap_slot
with werkmap_slot(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def _venster(map_: Path) -> subprocess.Popen[str]:
    """Another program that has the werkmap open."""
    ander = subprocess.Popen(
        [sys.executable, "-c", _HOUDT_VAST, str(map_)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "open\n"
    return ander


def _sluit(ander: subprocess.Popen[str]) -> None:
    ander.communicate()


def test_a_second_window_on_the_same_werkmap_is_refused_and_told_where_the_first_is(tmp_path: Path) -> None:
    ander = _venster(tmp_path)
    with pytest.raises(WerkmapAlOpen, match="op deze computer") as fout, werkmap_slot(tmp_path):
        pass
    assert "wat u daar deed is bewaard" in fout.value.raad
    _sluit(ander)
    with werkmap_slot(tmp_path):
        pass


def test_another_computer_on_a_shared_disk_is_named(tmp_path: Path) -> None:
    with werkmap_slot(tmp_path):
        (tmp_path / ".venster").write_text("laptop-van-roos", "utf-8")
        with pytest.raises(WerkmapAlOpen, match="op computer laptop-van-roos"), werkmap_slot(tmp_path):
            pass


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent dit signaal niet")
def test_a_window_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    ander = _venster(tmp_path)
    ander.send_signal(signal.SIGKILL)
    _sluit(ander)
    assert (tmp_path / ".venster").is_file()
    with werkmap_slot(tmp_path):
        pass


def test_the_command_line_may_work_in_a_werkmap_that_a_window_has_open(tmp_path: Path) -> None:
    with werkmap_slot(tmp_path), Store.open(tmp_path / "werkmap", maken=True) as store:
        assert store.vergaderingen.all() == ()


def test_a_fault_in_the_window_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), werkmap_slot(tmp_path):
        raise ZeroDivisionError
    with werkmap_slot(tmp_path):
        pass


def test_a_werkmap_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NietSchrijfbaar, match="alleen-lezen of niet te openen"), werkmap_slot(tmp_path / "weg"):
        pass


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_read_only_werkmap_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NietSchrijfbaar, match="alleen-lezen"), werkmap_slot(tmp_path):
        pass
    tmp_path.chmod(0o700)
