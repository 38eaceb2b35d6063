"""Work for a reading process: what behaves, and what a file can make of a reader."""

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Vreemd:
    """A value that is not of the program."""

    pid: int


def eigen_pid() -> int:
    """Return in which process this is done."""
    return os.getpid()


def lees(pad: Path) -> tuple[Path, str]:
    """Read a text, as a reader does."""
    return pad, pad.read_text("utf-8")


def weiger(naam: str) -> None:
    """Refuse a file."""
    raise BestandNietGevonden(bestand=naam)


def reken_eindeloos() -> None:
    """Never end."""
    while True:
        pass


def groei() -> int:
    """Ask for all memory there is."""
    alles = []
    while True:
        alles.append(b"\x01" * 2**26)


def val() -> None:
    """Break off as a fault in a library does."""
    ctypes.string_at(0)


def verzin() -> None:
    """Meet what nobody foresaw."""
    raise KeyError("geheim woord uit het stuk")


def geef_vreemd() -> Vreemd:
    """Return a value that is not of the program."""
    return Vreemd(pid=1)


def stap_voor_stap(progress: Progress) -> int:
    """Tell three steps."""
    for _ in progress.each((1, 2, 3), "Bladen"):
        pass
    return 3


def praat() -> str:
    """Print where the answers go."""
    os.write(1, b"ruis")
    sys.stdout.write("ruis")
    sys.stdout.flush()
    return "klaar"
