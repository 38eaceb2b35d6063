"""``make fuzz``: let bytes stray into every reader, steered by what they reach (atheris), and keep what they reached.

``python -m tests.dwalen`` gives each reader half a minute, ``python -m tests.dwalen 300 eml msg`` these two five. The
smallest files that together reach all that was reached stand in ``tests/data/dwalen``; every run begins with them, and
the tests read them again. Answers 1 when an error came out that is no refusal; the bytes that did it are kept.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.dwalen.lezers import BEWAARD, LEZERS

_TEGELIJK = 2
_SECONDEN = 30


@dataclass(frozen=True, slots=True)
class Dwaaltocht:
    """What came of one reader: how often it read, how many lines of ours it reached, and what it stumbled over."""

    lezer: str
    keren: int
    bereikt: int
    bewaard: int
    vondsten: tuple[str, ...]

    @property
    def regel(self) -> str:
        """One line of the table."""
        uit = "; ".join(self.vondsten) or "geen"
        return f"{self.lezer:14} {self.keren:9} keer  {self.bereikt:5} plekken  {self.bewaard:4} bewaard  fouten: {uit}"


def main(seconden: int, namen: Sequence[str]) -> int:
    """Print a line for each reader; answer 1 when any stumbled."""
    gestruikeld = 0
    with ThreadPoolExecutor(_TEGELIJK) as werkers:
        for tocht in werkers.map(partial(dwaal, seconden=seconden), namen):
            sys.stdout.write(f"{tocht.regel}\n")
            sys.stdout.flush()
            gestruikeld += bool(tocht.vondsten)
    return 1 if gestruikeld else 0


def dwaal(naam: str, seconden: int) -> Dwaaltocht:
    """Let bytes stray into one reader, and keep what they reached."""
    thuis = BEWAARD / naam
    with TemporaryDirectory() as map_:
        weg = Path(map_) / naam
        shutil.copytree(thuis, weg) if thuis.is_dir() else weg.mkdir()
        uit = _atheris(naam, weg, str(seconden))
        vondsten = sorted((weg / "vondsten").iterdir())
        for een in vondsten:
            shutil.copy2(een, _vondsten() / f"{naam}-{een.name[:24]}")
        _atheris(naam, weg)
        shutil.rmtree(thuis, ignore_errors=True)
        shutil.copytree(weg / "kleinst", thuis)
    return Dwaaltocht(
        lezer=naam,
        keren=_getal(r"number_of_executed_units:\s*(\d+)", uit),
        bereikt=_getal(r"cov: (\d+)", uit),
        bewaard=len(list(thuis.iterdir())),
        vondsten=tuple(_fout(uit) for _ in vondsten[:1]),
    )


def _atheris(naam: str, *gegevens: object) -> str:
    opdracht = [sys.executable, "-m", "tests.dwalen.een", naam, *map(str, gegevens)]
    kind = subprocess.run(opdracht, capture_output=True, text=True, errors="replace", check=False)
    return kind.stdout + kind.stderr


def _getal(vorm: str, tekst: str) -> int:
    return int((re.findall(vorm, tekst) or ["0"])[-1])


def _fout(tekst: str) -> str:
    """Return the last line of what Python said, or what ended the run."""
    gezegd = re.findall(r"^([\w.]+(?:Error|Exception|Ongelijk)\b.*)$|==\d+== ERROR: (libFuzzer: .*)", tekst, re.M)
    return next((een or ander for een, ander in gezegd), "onbekend")[:200]


def _vondsten() -> Path:
    map_ = BEWAARD / "vondsten"
    map_.mkdir(parents=True, exist_ok=True)
    return map_


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else _SECONDEN, sys.argv[2:] or list(LEZERS)))
