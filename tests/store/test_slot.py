"""One window on one werkmap, however the other one ended."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tk_desktop.base.errors import NietSchrijfbaar
from tk_desktop.store.slot import HARTSLAG, Onderbreking, WerkmapAlOpen, werkmap_slot
from tk_desktop.store.werkmap import Store

MOMENT = datetime(2026, 3, 4, 14, 31, 8).astimezone()
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


def _zet_op(pad: Path, moment: datetime) -> None:
    os.utime(pad, (moment.timestamp(), moment.timestamp()))


def _liet_achter(map_: Path, hartslag: datetime, gewijzigd: datetime) -> None:
    """What a window leaves behind that did not end well."""
    (map_ / ".venster").write_text("laptop-van-roos\nopen\n", "utf-8")
    (map_ / "tk.db").touch()
    _zet_op(map_ / ".venster", hartslag)
    _zet_op(map_ / "tk.db", gewijzigd)


def test_a_window_that_closed_leaves_no_word_of_a_stop(tmp_path: Path) -> None:
    (tmp_path / "tk.db").touch()
    for _ in range(2):
        with werkmap_slot(tmp_path) as slot:
            assert slot.onderbreking is None


def test_the_last_sign_of_life_and_the_last_kept_change_are_told(tmp_path: Path) -> None:
    _liet_achter(tmp_path, MOMENT, MOMENT - timedelta(minutes=3))
    with werkmap_slot(tmp_path) as slot:
        assert slot.onderbreking == Onderbreking(gestopt=MOMENT, bewaard=MOMENT - timedelta(minutes=3))


def test_a_change_just_after_the_last_sign_of_life_is_the_moment_of_the_stop(tmp_path: Path) -> None:
    _liet_achter(tmp_path, MOMENT, MOMENT + timedelta(seconds=4))
    with werkmap_slot(tmp_path) as slot:
        gestopt = MOMENT + timedelta(seconds=4)
        assert slot.onderbreking == Onderbreking(gestopt=gestopt, bewaard=gestopt)


def test_what_the_command_line_did_afterwards_is_not_the_moment_of_the_stop(tmp_path: Path) -> None:
    _liet_achter(tmp_path, MOMENT, MOMENT + timedelta(hours=4))
    with werkmap_slot(tmp_path) as slot:
        assert slot.onderbreking is not None
        assert slot.onderbreking.gestopt == MOMENT + HARTSLAG


def test_a_change_that_was_not_finished_does_not_count_as_kept(tmp_path: Path) -> None:
    _liet_achter(tmp_path, MOMENT, MOMENT)
    (tmp_path / "tk.db-journal").touch()
    _zet_op(tmp_path / "tk.db-journal", MOMENT - timedelta(seconds=1))
    with werkmap_slot(tmp_path) as slot:
        assert slot.onderbreking == Onderbreking(gestopt=MOMENT, bewaard=MOMENT - timedelta(seconds=1))


def test_a_sign_of_life_moves_the_moment(tmp_path: Path) -> None:
    with werkmap_slot(tmp_path) as slot:
        _zet_op(slot.pad, MOMENT)
        slot.klop()
        assert slot.pad.stat().st_mtime > MOMENT.timestamp()


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
