"""The program in a process of its own: on another werkmap, or anew on this one with nothing left of what was read."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from tk_desktop.base.errors import TkError


class VensterStartNiet(TkError):
    """The computer did not start the program a second time."""

    code = "TK-D12"
    melding = "De werkmap ‘{map}’ kan niet worden geopend: het programma start geen tweede venster."
    veilig = "Hier is niets gewijzigd."
    advies = "Sluit dit venster en start TK Desktop met die werkmap."


def start_venster(map_: Path) -> bool:
    """Start the program in a process of its own on a werkmap; returns whether the computer did so."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "tk_desktop.desktop.shell.start"]
    gelukt, _ = QProcess.startDetached(sys.executable, [*module, "--werkmap", str(map_)])
    return gelukt


def heropen(map_: Path, eerst: Callable[[Path], object], start: Callable[[Path], bool] = start_venster) -> None:
    """Do this with a werkmap of which the window was closed, and start the program on it anew.

    Raises ``VensterStartNiet``, or what ``eerst`` raises.
    """
    eerst(map_)
    if not start(map_):
        raise VensterStartNiet(map=map_.name)
