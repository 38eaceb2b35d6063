"""The power fails at every operation on the disk, four ways: what was acknowledged is there, nothing is half (R6).

A journey is done once, with everything it does to its files logged (``schrijflog.c``). Then the disk is made as it may
be after each of those operations, the werkmap on it is opened, and looked at as after a kill.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.schijf import IN_GEHEUGEN
from tests.storing.oordeel import Stand, klachten, staten
from tests.storing.reizen import REIZEN, ZONDER_SYNC, Reis
from tests.storing.schijfbeeld import Handeling, Lot, Schijf, lees_log, zet_neer
from tests.voorgeladen import bouw

_BRON = Path(__file__).with_name("schrijflog.c")
_HIER = Path(__file__).parents[2]
_AFMAKEN = 25
"""Of how many disks one is worked on until the end of the journey."""
_VERANDERT = frozenset("WTSRUXM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitval:
    """What came of one journey: its operations, points of failure, how many disks that made, and what was wrong."""

    reis: str
    handelingen: int
    punten: int
    schijven: int
    klachten: tuple[str, ...]
    soorten: Counter[str]


def kan_hier() -> str:
    """Return why this cannot be done on this computer, empty when it can."""
    if sys.platform != "linux":
        return "alleen Linux laat het schrijven van een programma zo volgen"
    return "" if shutil.which("gcc") else "er is geen vertaler voor C (gcc)"


def val_uit(reis: Reis, zaad: int, *, stap: int = 1, sync: bool = True, om_de_beurt: bool = False) -> Uitval:
    """Let the power fail at every ``stap``-th operation of a journey and after each acknowledgement, in all four ways.

    With ``om_de_beurt`` each time in one way. Without ``sync`` the database is told not to wait for the disk: then much
    must go wrong.
    """
    with TemporaryDirectory(prefix="tk-storing-", dir=IN_GEHEUGEN) as tijdelijk:
        werk = Path(tijdelijk).resolve()
        begin, loopt = werk / "begin", werk / "loopt"
        reis.bereid(begin)
        hoort = staten(reis, begin, werk)
        shutil.copytree(begin, loopt)
        schijf = Schijf(loopt)
        handelingen = _opgenomen(reis, loopt, werk, sync=sync)
        punten, gezien, gevonden, soorten = 0, set[bytes](), list[str](), Counter[str]()
        for nummer, erkend, lot, beeld in _beelden(schijf, handelingen, zaad, stap, om_de_beurt):
            punten += 1
            merk = _merk(beeld, erkend)
            if merk in gezien:
                continue
            gezien.add(merk)
            zet_neer(beeld, werk / "na")
            verder = len(gezien) % _AFMAKEN == 0
            for klacht in _geoordeeld(reis, werk / "na", erkend, hoort, verder=verder):
                gevonden.append(f"{reis.naam}, na handeling {nummer} ({lot.value}), {erkend} erkend: {klacht}")
                soorten[lot.value] += 1
            shutil.rmtree(werk / "na")
    return Uitval(
        reis=reis.naam,
        handelingen=sum(een.wat in _VERANDERT for een in handelingen),
        punten=punten,
        schijven=len(gezien),
        klachten=tuple(gevonden),
        soorten=soorten,
    )


def _opgenomen(reis: Reis, map_: Path, werk: Path, *, sync: bool) -> list[Handeling]:
    """Do a journey and return all it did to the disk."""
    log, bibliotheek = werk / "log", werk / "schrijflog.so"
    bouw(_BRON, bibliotheek)
    lezen, schrijven = os.pipe()
    omgeving = {
        **os.environ,
        "LD_PRELOAD": str(bibliotheek),
        "TK_STORING_WORTEL": str(map_),
        "TK_STORING_LOG": str(log),
        "TK_STORING_ERKEND": str(schrijven),
        ZONDER_SYNC: "" if sync else "1",
    }
    opdracht = [sys.executable, "-m", "tests.storing.kind", str(REIZEN.index(reis)), str(map_), str(schrijven)]
    try:
        subprocess.run(opdracht, env=omgeving, cwd=_HIER, pass_fds=[schrijven], check=True)
    finally:
        os.close(lezen)
        os.close(schrijven)
    return list(lees_log(log))


def _beelden(
    schijf: Schijf, handelingen: list[Handeling], zaad: int, stap: int, om_de_beurt: bool
) -> Iterator[tuple[int, int, Lot, dict[str, bytes | None]]]:
    """Yield the disks: after which operation, how many steps were acknowledged, and what became of the rest."""
    nummer = erkend = 0
    for een in handelingen:
        if een.wat == "A":
            erkend += 1
        else:
            schijf.doe(een)
        nummer += een.wat in _VERANDERT
        if een.wat == "A" or (een.wat in _VERANDERT and nummer % stap == 0):
            for lot in [list(Lot)[nummer // stap % len(Lot)] if een.wat != "A" else Lot.WEG] if om_de_beurt else Lot:
                yield nummer, erkend, lot, schijf.beeld(lot, Random(f"{zaad} {nummer} {lot.value}"))


def _merk(beeld: dict[str, bytes | None], erkend: int) -> bytes:
    """Return what is the same for disks of which the same must hold: what is in a beginning, nobody reads."""
    som = sha256(str(erkend).encode())
    for naam, inhoud in beeld.items():
        som.update(naam.encode() + b"\0")
        if inhoud is not None and "/.tk-" not in naam:
            som.update(sha256(inhoud).digest())
    return som.digest()


def _geoordeeld(reis: Reis, map_: Path, erkend: int, hoort: tuple[Stand, ...], *, verder: bool) -> list[str]:
    try:
        return list(klachten(reis, map_, erkend, hoort, verder=verder))
    except Exception as fout:  # noqa: BLE001  whatever a werkmap on a damaged disk does, it is told
        return [f"{type(fout).__name__}: {fout}"]
