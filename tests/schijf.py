"""Where the files of tests stand: in memory where there is room, on a disk of their own where they fill one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

_GEHEUGEN = Path("/dev/shm")
_RUIM = 12 * 1024**3
"""Bytes of memory that must be free before whole test runs are kept there."""
IN_GEHEUGEN = _GEHEUGEN if _GEHEUGEN.is_dir() else None
"""Where files can stand without a disk, for work that is not about disks; nothing where a system has no such place."""


def genoeg_geheugen() -> Path | None:
    """Return where the folders of a whole test run can stand: waiting for a disk takes longer than most tests do."""
    return IN_GEHEUGEN if IN_GEHEUGEN and shutil.disk_usage(IN_GEHEUGEN).free > _RUIM else None


@pytest.fixture
def kleine_schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, to be filled."""
    schijf = tmp_path / "schijf"
    schijf.mkdir()
    mount = shutil.which("mount")
    if os.name == "nt" or os.geteuid() != 0 or mount is None:
        pytest.skip("alleen root kan hier een kleine schijf maken")
    if subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", schijf], capture_output=True, check=False
    ).returncode:
        pytest.skip("deze machine geeft geen kleine schijf")
    yield schijf
    subprocess.run(["umount", schijf], check=True)


def maak_groot(schijf: Path, kilobytes: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", schijf], check=True)


def maak_alleen_lezen(schijf: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", schijf], check=True)


def vul(schijf: Path, over: int) -> Path:
    """Fill the disk but for so many kilobytes."""
    vulling = schijf / "vulling"
    vrij = shutil.disk_usage(schijf).free
    vulling.write_bytes(bytes(max(0, vrij - over * 1024)))
    return vulling
