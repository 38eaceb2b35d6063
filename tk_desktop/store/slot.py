"""One window on one werkmap: a lock of the operating system, which goes with the program however it ends."""

import errno
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BESTAND = ".venster"
_PLEK = 1 << 20
"""Where Windows locks: past the end, so that the name of the computer in the file can be read by all."""


class WerkmapAlOpen(TkError):
    """Another window has this werkmap open, on this computer or, on a shared disk, on another."""

    code = "TK-I30"
    melding = "De werkmap ‘{map}’ is al open in een ander venster van TK Desktop ({computer})."
    advies = "Ga naar dat venster; wat u daar deed is bewaard. Hier is niets gewijzigd."


@contextmanager
def werkmap_slot(map_: Path) -> Iterator[None]:
    """Hold a werkmap for this window as long as the block lasts; the command line may still work in it.

    The lock is one of the operating system: when the program crashes or the power fails it is gone, and a file that was
    left behind means nothing. Raises ``WerkmapAlOpen``, or ``NietSchrijfbaar`` or ``SchijfVol`` for a werkmap in which
    nothing can be kept.
    """
    pad = map_ / _BESTAND
    try:
        handle = os.open(pad, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as fout:
        raise _niet_te_openen(map_, fout) from fout
    try:
        if not _grijp(handle):
            raise WerkmapAlOpen(map=map_.name, computer=_wie(pad))
        with suppress(OSError):  # the name is only for the message
            os.ftruncate(handle, 0)
            os.write(handle, socket.gethostname().encode())
        yield
    finally:
        os.close(handle)  # closing lets go of the lock


def _niet_te_openen(map_: Path, fout: OSError) -> TkError:
    if fout.errno == errno.ENOSPC:
        return SchijfVol(bestand=map_.name)
    return NietSchrijfbaar(bestand=map_.name, oorzaak="de werkmap is alleen-lezen of niet te openen")


def _wie(pad: Path) -> str:
    """Return which computer has the werkmap, in words."""
    try:
        naam = pad.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        naam = ""
    return "op deze computer" if naam in ("", socket.gethostname()) else f"op computer {naam}"


if sys.platform == "win32":

    def _grijp(handle: int) -> bool:
        """Take the lock when nobody has it."""
        os.lseek(handle, _PLEK, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:

    def _grijp(handle: int) -> bool:
        """Take the lock when nobody has it; a disk that knows no locks cannot refuse one."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            return fout.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True
