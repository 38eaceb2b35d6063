"""A laptop that is not well: a clock that jumps, a disk that is slow, memory that runs out. The werkmap does not care.

The journeys are done with the clock and the disk of ``ongemak.c``, and within less memory than they need.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.schijf import IN_GEHEUGEN
from tests.storing.oordeel import klachten, staten
from tests.storing.reizen import REIZEN, Reis
from tests.voorgeladen import bouw

_BRON = Path(__file__).with_name("ongemak.c")
_HIER = Path(__file__).parents[2]
_DAG = 24 * 3600
_SPRONGEN = (0, -60, 3600, -_DAG, 30 * _DAG, -400 * _DAG, 4000 * _DAG)
"""Seconds that the clock is ahead, drawn anew for every step: an hour of summer, an empty battery, a wrong year."""
_TRAAG = 250
"""Milliseconds before something is sure to be on a slow disk; a good one takes about one."""
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What came of one journey in one circumstance: how often, how often it got to its end, and what was wrong."""

    naam: str
    keer: int
    af: int
    klachten: tuple[str, ...]


def klok_springt(reis: Reis, keer: int, zaad: int) -> Uitslag:
    """Do a journey so often with a clock that is wrong in another way at every step."""
    kans = Random(f"{zaad} {reis.naam}")
    sprongen = [[str(kans.choice(_SPRONGEN)) for _ in reis.stappen] for _ in range(keer)]
    beurten = [[{"TK_ONGEMAK_KLOK": sprong} for sprong in reeks] for reeks in sprongen]
    return _in(f"{reis.naam}, de klok springt", reis, beurten)


def trage_schijf(reis: Reis) -> Uitslag:
    """Do a journey on a disk that is slow."""
    traag = {"TK_ONGEMAK_SCHIJF": str(_TRAAG)}
    return _in(f"{reis.naam}, op een trage schijf", reis, [[traag] * len(reis.stappen)])


def weinig_geheugen(reis: Reis, keer: int) -> Uitslag:
    """Do a journey within so many amounts of memory, from next to nothing to enough; each step may be refused."""
    ruimten = [{"TK_STORING_GEHEUGEN": str(_MB * 2**nummer)} for nummer in range(keer)]
    return _in(f"{reis.naam}, weinig geheugen", reis, [[ruimte] * len(reis.stappen) for ruimte in ruimten])


def opdracht_zonder_geheugen(keer: int) -> Uitslag:
    """Give ``tk demo`` so many amounts of memory: it does all, or is refused in Dutch.

    That is not always for memory: a library that finds none may call the file that it reads damaged.
    """
    gevonden, af = [], 0
    with TemporaryDirectory(prefix="tk-ongemak-", dir=IN_GEHEUGEN) as tijdelijk:
        for nummer in range(keer):
            ruimte = _MB * 2**nummer
            klaar = subprocess.run(
                [sys.executable, "-c", _BEGRENSD, str(ruimte), "demo", "--uit", f"{tijdelijk}/demo{nummer}"],
                cwd=_HIER,
                capture_output=True,
                text=True,
                check=False,
            )
            af += klaar.returncode == 0
            if klaar.returncode and not (klaar.returncode == 2 and _CODE.search(klaar.stderr)):
                gevonden.append(f"tk demo met {ruimte // _MB} MB: {klaar.returncode}, {klaar.stderr[-300:]}")
    return Uitslag(naam="tk demo, weinig geheugen", keer=keer, af=af, klachten=tuple(gevonden))


_CODE = re.compile(r"\(TK-[A-Z]\d\d\)$", re.MULTILINE)
_BEGRENSD = """
import sys
from tests.storing.kind import begrens
from tk_desktop.cli import main
begrens(int(sys.argv[1]))
main(sys.argv[2:])
"""


def _in(naam: str, reis: Reis, beurten: list[list[dict[str, str]]]) -> Uitslag:
    """Do a journey once for each turn, every step in a process of its own with what is said of that one."""
    gevonden, af = [], 0
    with TemporaryDirectory(prefix="tk-ongemak-", dir=IN_GEHEUGEN) as tijdelijk:
        werk = Path(tijdelijk)
        bouw(_BRON, werk / "ongemak.so")
        begin = werk / "begin"
        reis.bereid(begin)
        hoort = staten(reis, begin, werk)
        for nummer, beurt in enumerate(beurten):
            map_ = werk / f"beurt{nummer}"
            shutil.copytree(begin, map_)
            gedaan = _doe(reis, map_, beurt, werk / "ongemak.so")
            af += gedaan == len(reis.stappen)
            mis = klachten(reis, map_, gedaan, hoort)
            gevonden += [f"{naam}, beurt {nummer} {beurt[:gedaan]}: {klacht}" for klacht in mis]
            shutil.rmtree(map_)
    return Uitslag(naam=naam, keer=len(beurten), af=af, klachten=tuple(gevonden))


def _doe(reis: Reis, map_: Path, beurt: list[dict[str, str]], ongemak: Path) -> int:
    """Do the steps until one is not done, and return how many were."""
    for nummer, anders in enumerate(beurt):
        if not _stap(reis, nummer, map_, {"LD_PRELOAD": str(ongemak), **anders}):
            return nummer
    return len(beurt)


def _stap(reis: Reis, nummer: int, map_: Path, anders: Mapping[str, str]) -> bool:
    lezen, schrijven = os.pipe()
    opdracht = [sys.executable, "-m", "tests.storing.kind", str(REIZEN.index(reis)), str(map_), str(schrijven)]
    omgeving = {**os.environ, "TK_STORING_STAP": str(nummer), **anders}
    with os.fdopen(lezen, "rb") as gehoord:
        try:
            subprocess.run(opdracht, env=omgeving, cwd=_HIER, pass_fds=[schrijven], capture_output=True, check=False)
        finally:
            os.close(schrijven)
        return gehoord.read() == b"."
