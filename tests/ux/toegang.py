"""The window as a screen reader gets it: every thing that takes the keyboard has a name, and the names are Dutch."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SYSTEEM = "/usr/bin/python3"
"""The Python that has the D-Bus library of the system; ours has none."""
PAKKETTEN = "at-spi2-core dbus python3-dbus"
_STARTERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_MOET_ER_ZIJN = ("Agenda", "Vergaderingen", "Controle", "Titel", "Bestand", "Toelichting")
_MINSTENS = 100
_CELLEN = frozenset({"tree item", "table cell", "list item"})
"""What may be empty: a cell of a row of which others say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boom:
    """What came over the bus: how many things there are, how many take the keyboard, and what is amiss."""

    dingen: int
    met_toetsenbord: int
    mist: tuple[str, ...]

    @property
    def regel(self) -> str:
        """The line that is printed."""
        oordeel = "; ".join(self.mist) or "goed"
        return f"De voorlezer krijgt {self.dingen} dingen, {self.met_toetsenbord} met het toetsenbord: {oordeel}"


def kan_voorlezen() -> bool:
    """Tell whether this computer has what a screen reader stands on."""
    if not shutil.which("dbus-run-session") or not any(Path(pad).exists() for pad in _STARTERS):
        return False
    try:
        return subprocess.run([SYSTEEM, "-c", "import dbus"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def lees_voor(display: str, werkmap: Path) -> Boom:
    """Start the window on a screen, on a bus of its own, and look at its tree."""
    venster = [sys.executable, "-m", "tk_desktop.desktop.start", "--werkmap", str(werkmap)]
    uit = subprocess.run(
        ["dbus-run-session", "--", SYSTEEM, "-m", "tests.ux.voorlezer", *venster],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=120,
    ).stdout
    return keur([json.loads(regel) for regel in uit.splitlines() if regel.startswith("{")])


def keur(dingen: Sequence[dict[str, object]]) -> Boom:
    """Look at a tree that was read: ``diep``, ``rol``, ``naam`` and ``toetsenbord`` of each thing."""
    met = [ding for ding in dingen if ding["toetsenbord"]]
    namen = {str(ding["naam"]).replace("&", "") for ding in dingen}
    mist = []
    boven: list[dict[str, object]] = []
    for ding in dingen:
        boven = [*boven[: int(str(ding["diep"]))], ding]
        keuzelijst = len(boven) > 1 and boven[-2]["rol"] == "combo box"  # has its name from the field it opens from
        if ding["toetsenbord"] and not ding["naam"] and ding["rol"] not in _CELLEN and not keuzelijst:
            waar = next((str(ander["naam"]) for ander in reversed(boven) if ander["naam"]), "")
            mist.append(f"zonder naam: {ding['rol']} in {waar}")
    mist += [f"niet gevonden: {naam}" for naam in _MOET_ER_ZIJN if naam not in namen]
    if len(met) < _MINSTENS:
        mist.append(f"er is te weinig: {len(met)} van minstens {_MINSTENS}")
    return Boom(dingen=len(dingen), met_toetsenbord=len(met), mist=tuple(dict.fromkeys(mist)))
