"""One window on one werkmap: a lock of the operating system, which goes with the program however it ends.

The file of the lock holds the name of the computer as long as the window is open, and nothing after it was closed: what
is left in it tells the next window that the last one did not end well (SCREENS 2.12).
"""

import errno
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BESTAND = ".venster"
_OPEN = "\nopen\n"
"""What stands behind the name of the computer while the window is open."""
_AANKLOP = ".naar-voren"
"""The file with which a second start asks the window that is open to come forward."""
HARTSLAG = timedelta(seconds=10)
"""How often a window tells that it is still there (``Slot.klop``)."""
_PLEK = 1 << 20
"""Where Windows locks: past the end, so that the name of the computer in the file can be read by all."""


class WerkmapAlOpen(TkError):
    """Another window has this werkmap open, on this computer or, on a shared disk, on another."""

    code = "TK-I30"
    melding = "De werkmap ‘{map}’ is al open in een ander venster van TK Desktop ({computer})."
    veilig = "Hier is niets gewijzigd."
    advies = "Ga naar dat venster; wat u daar deed is bewaard."


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbreking:
    """How the last window ended that did not end well: when, to ``HARTSLAG``, and until when all it did is kept."""

    gestopt: datetime
    bewaard: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The lock that this window holds, and how the window before it ended when that was not well."""

    pad: Path
    onderbreking: Onderbreking | None

    def klop(self) -> None:
        """Tell that the window is still there, so that the next one knows until when it was."""
        with suppress(OSError):  # it is only for a message
            os.utime(self.pad)


@contextmanager
def werkmap_slot(map_: Path) -> Iterator[Slot]:
    """Hold a werkmap for this window as long as the block lasts; the command line may still read in it.

    The lock is one of the operating system: when the program crashes or the power fails it is gone, and a file that was
    left behind refuses nobody. Raises ``WerkmapAlOpen``, or ``NietSchrijfbaar`` or ``SchijfVol`` for a werkmap in which
    nothing can be kept.
    """
    pad = map_ / _BESTAND
    with _gegrepen(map_, pad) as handle:
        onderbreking = _onderbreking(map_)
        _schrijf(handle, platform.node() + _OPEN)
        try:
            yield Slot(pad=pad, onderbreking=onderbreking)
        finally:
            _schrijf(handle, "")


def held_elsewhere(map_: Path) -> WerkmapAlOpen | None:
    """Return why a window cannot have a werkmap, when another has it; holds nothing itself."""
    pad = map_ / _BESTAND
    if not pad.exists():
        return None
    try:
        with _gegrepen(map_, pad):
            return None
    except WerkmapAlOpen as fout:
        return fout
    except (NietSchrijfbaar, SchijfVol):
        return None  # whoever opens it hears what is the matter


def knock(map_: Path, paden: Sequence[Path] = ()) -> bool:
    """Ask the window that has a werkmap to come forward, with these files; returns whether it can hear.

    It can when it is on this computer.
    """
    if not _is_hier(map_ / _BESTAND):
        return False
    try:
        naast = map_ / f"{_AANKLOP}-nieuw"
        naast.write_text("\n".join(str(pad.resolve()) for pad in paden), encoding="utf-8")
        naast.replace(map_ / _AANKLOP)  # whole at once: the window may look at any moment
    except OSError:
        return False
    return True


def heard(map_: Path) -> bool:
    """Tell whether the window that was asked has answered."""
    return not (map_ / _AANKLOP).exists()


def brought(map_: Path) -> tuple[Path, ...]:
    """Return the files with which somebody asked this window to come forward."""
    try:
        regels = (map_ / _AANKLOP).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ()
    return tuple(Path(regel) for regel in regels if regel)


def answer_knock(map_: Path) -> bool:
    """Tell whether somebody asked this window to come forward, and let them know that it was heard."""
    try:
        (map_ / _AANKLOP).unlink()
    except OSError:
        return False
    return True


@contextmanager
def schrijfslot(map_: Path) -> Iterator[None]:
    """Hold a werkmap for a command that writes in it, so that no window shows what is no longer so (C14).

    What the file of the lock tells of the last window stays as it is, and a werkmap that no window ever opened gets
    none. Raises what ``werkmap_slot`` raises.
    """
    pad = map_ / _BESTAND
    if not pad.exists():
        yield
        return
    with _gegrepen(map_, pad):
        yield


@contextmanager
def _gegrepen(map_: Path, pad: Path) -> Iterator[int]:
    """Open the file of the lock and hold it, or raise ``WerkmapAlOpen``."""
    try:
        handle = os.open(pad, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as fout:
        raise _niet_te_openen(map_, fout) from fout
    try:
        if not _grijp(handle):
            raise WerkmapAlOpen(map=map_.name, computer=_wie(pad))
        yield handle
    finally:
        os.close(handle)  # closing lets go of the lock


def _schrijf(handle: int, tekst: str) -> None:
    with suppress(OSError):  # it is only for messages
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, tekst.encode())


def _onderbreking(map_: Path) -> Onderbreking | None:
    """Look how the last window ended: its last sign of life, and the last change that the database kept.

    A journal that is still there belongs to a change that was not finished; SQLite takes that back, so that all is kept
    until it began. A change after the last sign of life is of the command line.
    """
    pad, database = map_ / _BESTAND, map_ / "tk.db"
    try:
        if not pad.read_text(encoding="utf-8", errors="replace").endswith(_OPEN):
            return None
        hartslag = pad.stat().st_mtime
        bewaard = min(deel.stat().st_mtime for deel in (database, map_ / "tk.db-journal") if deel.exists())
    except (OSError, ValueError):
        return None
    gestopt = max(hartslag, min(bewaard, hartslag + HARTSLAG.total_seconds()))
    return Onderbreking(gestopt=_moment(gestopt), bewaard=_moment(min(bewaard, gestopt)))


def _moment(seconden: float) -> datetime:
    return datetime.fromtimestamp(seconden).astimezone().replace(microsecond=0)


def _niet_te_openen(map_: Path, fout: OSError) -> TkError:
    if fout.errno == errno.ENOSPC:
        return SchijfVol(bestand=map_.name)
    return NietSchrijfbaar(bestand=map_.name, oorzaak="de werkmap is alleen-lezen of niet te openen")


def _wie(pad: Path) -> str:
    """Return which computer has the werkmap, in words."""
    return "op deze computer" if _is_hier(pad) else f"op computer {_computer(pad)}"


def _is_hier(pad: Path) -> bool:
    return _computer(pad) in ("", platform.node())


def _computer(pad: Path) -> str:
    try:
        return pad.read_text(encoding="utf-8", errors="replace").partition("\n")[0].strip()
    except OSError:
        return ""


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
