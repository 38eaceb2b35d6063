"""``kill -9`` at random moments of the journeys: the old state or the new, nothing half, and all can be finished."""

import multiprocessing
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.schijf import IN_GEHEUGEN
from tests.storing.oordeel import klachten, staten
from tests.storing.reizen import REIZEN, Reis

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.storing.doden"])  # a child then begins at once

_AFMAKEN = 4
"""Of how many disturbed journeys one is finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What came of killing one journey so often: how many kills hit it at work, how often which steps were done."""

    reis: str
    keer: int
    aan_het_werk: int
    stappen: Counter[int]
    klachten: tuple[str, ...]


def dood(reis: Reis, keer: int, zaad: int) -> Uitslag:
    """Kill one journey so often, each time from its beginning at another moment, and look at what is left."""
    kans, telling, gevonden, bezig = Random(f"{zaad} {reis.naam}"), Counter[int](), list[str](), 0
    with TemporaryDirectory(prefix="tk-storing-", dir=IN_GEHEUGEN) as tijdelijk:
        werk = Path(tijdelijk)
        begin = werk / "begin"
        reis.bereid(begin)
        hoort = staten(reis, begin, werk)
        duur = min(_duur(reis, begin, werk / "maat") for _ in range(2))
        for beurt in range(keer):
            map_ = werk / f"beurt{beurt}"
            shutil.copytree(begin, map_)
            erkend, leefde = _dood(reis, map_, kans.uniform(0, duur))
            bezig += leefde
            telling[erkend] += 1
            gevonden += [
                f"{reis.naam}, beurt {beurt}, na {erkend} stappen: {een}"
                for een in klachten(reis, map_, erkend, hoort, verder=beurt % _AFMAKEN == 0)
            ]
            shutil.rmtree(map_)
    return Uitslag(reis=reis.naam, keer=keer, aan_het_werk=bezig, stappen=telling, klachten=tuple(gevonden))


def dood_alle(keer: int, zaad: int = 1, reizen: Sequence[Reis] = REIZEN) -> list[Uitslag]:
    """Kill the journeys so often in all, each by its share."""
    return [dood(reis, -(-keer * reis.deel // 100), zaad) for reis in reizen]


def _doe(nummer: int, map_: Path, erkend: Connection) -> None:
    """Do a journey in a process of its own, and say so after each step."""
    erkend.send_bytes(b"begonnen")
    for stap in REIZEN[nummer].stappen:
        stap(map_)
        erkend.send_bytes(b"gedaan")


def _begin(reis: Reis, map_: Path) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    hier, daar = _CONTEXT.Pipe(duplex=False)
    proces = _CONTEXT.Process(target=_doe, args=(REIZEN.index(reis), map_, daar))
    proces.start()
    daar.close()
    assert hier.recv_bytes() == b"begonnen"
    return proces, hier


def _duur(reis: Reis, begin: Path, map_: Path) -> float:
    """Return how long a journey takes that nothing disturbs."""
    shutil.copytree(begin, map_)
    proces, hier = _begin(reis, map_)
    start = perf_counter()
    proces.join()
    duur = perf_counter() - start
    assert proces.exitcode == 0, reis.naam
    hier.close()
    shutil.rmtree(map_)
    return duur


def _dood(reis: Reis, map_: Path, na: float) -> tuple[int, bool]:
    """Kill a journey after so many seconds; return how many steps it had acknowledged, and whether it was at work."""
    proces, hier = _begin(reis, map_)
    proces.join(timeout=na)
    leefde = proces.is_alive()
    proces.kill()
    proces.join()
    erkend = 0
    with hier:
        try:
            while hier.recv_bytes():
                erkend += 1
        except EOFError:
            return erkend, leefde
    raise AssertionError("een pijp zonder einde")
