"""What another process uses of this computer: its memory and the time it computed, as the system tells it."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

_SYSTEEM: str = sys.platform


def geheugen_van(pid: int) -> int:
    """Return the bytes of memory that a process has in use; 0 when the system does not tell."""
    if _SYSTEEM == "linux":
        return _linux_geheugen(pid)
    if _SYSTEEM == "win32":
        return _windows(pid)[0]
    return _ps(pid)[0]


def rekentijd_van(pid: int) -> float:
    """Return the seconds that a process computed; 0 when the system does not tell."""
    if _SYSTEEM == "linux":
        return _linux_rekentijd(pid)
    if _SYSTEEM == "win32":
        return _windows(pid)[1]
    return _ps(pid)[1]


def leeft(pid: int) -> bool:
    """Tell whether there is such a process on this computer, of whomever."""
    if _SYSTEEM == "win32":
        return bool(_windows(pid)[0])
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _linux_geheugen(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _linux_rekentijd(pid: int) -> float:
    try:
        velden = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return (int(velden[11]) + int(velden[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


def _ps(pid: int) -> tuple[int, float]:
    """Ask ``ps``, as on a Mac: memory in kB and the time as ``m:ss.cc``."""
    uit = subprocess.run(
        ["/bin/ps", "-o", "rss=,time=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    if len(uit) != 2:
        return 0, 0.0
    seconden = 0.0
    for deel in uit[1].replace("-", ":").split(":"):
        seconden = seconden * 60 + float(deel)
    return int(uit[0]) * 1024, seconden


class _Geheugen(ctypes.Structure):
    """``PROCESS_MEMORY_COUNTERS`` of Windows."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        ("PeakWorkingSetSize", ctypes.c_size_t),
        ("WorkingSetSize", ctypes.c_size_t),
        ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
        ("QuotaPagedPoolUsage", ctypes.c_size_t),
        ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
        ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
        ("PagefileUsage", ctypes.c_size_t),
        ("PeakPagefileUsage", ctypes.c_size_t),
    )


def _windows(pid: int) -> tuple[int, float]:
    """Ask Windows: what is set aside for the process, and its time in units of 100 ns."""
    kernel = ctypes.CDLL("kernel32")  # on 64 bits there is one way to call
    kernel.OpenProcess.restype = ctypes.c_void_p
    handvat = ctypes.c_void_p(kernel.OpenProcess(0x1000 | 0x0010, False, pid))
    if not handvat:
        return 0, 0.0
    try:
        geheugen = _Geheugen(cb=ctypes.sizeof(_Geheugen))
        tijden = (ctypes.c_uint64 * 4)()
        plekken = [ctypes.byref(tijden, 8 * plek) for plek in range(4)]
        kernel.K32GetProcessMemoryInfo(handvat, ctypes.byref(geheugen), geheugen.cb)
        kernel.GetProcessTimes(handvat, *plekken)
        return int(geheugen.PagefileUsage), (tijden[2] + tijden[3]) / 1e7
    finally:
        kernel.CloseHandle(handvat)
