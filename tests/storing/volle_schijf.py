"""A disk that fills up, cannot be written, or goes; and two programs at once: told in Dutch, nothing half (R8)."""

import multiprocessing
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.schijf import maak_alleen_lezen, maak_groot
from tests.storing.oordeel import Stand, klachten, stand_van, staten
from tests.storing.reizen import Reis, geopend
from tk_desktop.base.errors import TkError

_RUIM = 200_000
_WACHT = "een ander programma heeft de werkmap"
_CONTEXT = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vol:
    """What came of one journey on disks of so many sizes: what was told at which, how many ended well, and what not."""

    reis: str
    maten: int
    gemeld: Counter[str]
    af: int
    klachten: tuple[str, ...]


def kan_hier() -> str:
    """Return why no small disk can be made on this computer, empty when it can."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None:
        return "alleen root kan hier een kleine schijf maken"
    with TemporaryDirectory() as map_:
        if subprocess.run(_mount(Path(map_)), capture_output=True, check=False).returncode:
            return "deze machine geeft geen kleine schijf"
        subprocess.run(["umount", map_], check=True)
    return ""


def vul(reis: Reis, maten: int) -> Vol:
    """Do a journey on disks that have no room left after a little, some more, … and all that it takes."""
    gemeld, gevonden, af = Counter[str](), list[str](), 0
    with _kleine_schijf() as (werk, schijf):
        begin = werk / "begin"
        reis.bereid(begin)
        hoort = staten(reis, begin, werk)
        nodig = _nodig(reis, begin, schijf / "maat")
        for nummer in range(maten):
            maak_groot(schijf, _RUIM)
            map_ = schijf / "reis"
            shutil.copytree(begin, map_)
            maak_groot(schijf, _kilobytes(schijf) + nodig * nummer // max(1, maten - 1))
            erkend, melding = _doe(reis, map_)
            gemeld[melding or "alles paste"] += 1
            if melding and not melding.startswith("De schijf is vol"):
                gevonden.append(f"{reis.naam}, maat {nummer}: {melding}")
            maak_groot(schijf, _RUIM)
            mis = _geoordeeld(reis, map_, erkend, hoort)
            gevonden += [f"{reis.naam}, maat {nummer}, na {erkend} stappen: {klacht}" for klacht in mis]
            af += not mis
            shutil.rmtree(map_)
    return Vol(reis=reis.naam, maten=maten, gemeld=gemeld, af=af, klachten=tuple(gevonden))


def alleen_lezen(reis: Reis) -> tuple[str, ...]:
    """Do each step of a journey on a disk that cannot be written: refused in words, and every byte as it was."""
    gevonden = []
    with _kleine_schijf() as (_, schijf):
        reis.bereid(schijf / "reis")
        voor = _bytes(schijf)
        maak_alleen_lezen(schijf)
        for nummer, stap in enumerate(reis.stappen):
            melding = _melding(stap, schijf / "reis")
            if "alleen-lezen" not in melding and "niet weg te schrijven" not in melding:
                gevonden.append(f"alleen-lezen, stap {nummer}: {melding or 'niets gemeld'}")
        if _bytes(schijf) != voor:
            gevonden.append("alleen-lezen: er is iets veranderd")
    return tuple(gevonden)


def verdwenen(reis: Reis) -> tuple[str, ...]:
    """Let the folder of the werkmap go while it is open, and come back: what was done is told, nothing lost."""
    gevonden = []
    with TemporaryDirectory() as tijdelijk:
        map_, elders = Path(tijdelijk) / "reis", Path(tijdelijk) / "elders"
        reis.bereid(map_)
        voor = stand_van(map_)
        with geopend(map_) as (store, _):
            (map_ / "werkmap").rename(elders)

            def wijzig(_: Path) -> None:
                store.record(lambda: store.personen.save(store.personen.all()[0].__class__(id="nieuw", naam="Nieuw")))

            melding = _melding(wijzig, map_)
        if "niet te bereiken" not in melding:
            gevonden.append(f"verdwenen: {melding or 'niets gemeld'}")
        if "werkmap" not in (weg := _melding(lambda pad: stand_van(pad) and None, map_)):
            gevonden.append(f"verdwenen, opnieuw geopend: {weg or 'niets gemeld'}")
        if (map_ / "werkmap").exists():
            gevonden.append("verdwenen: er is een lege werkmap gemaakt")
        elders.rename(map_ / "werkmap")
        if stand_van(map_) != voor:
            gevonden.append("verdwenen: er is iets veranderd")
        gevonden += klachten(reis, map_, 0, staten(reis, _kopie(map_, Path(tijdelijk) / "b"), Path(tijdelijk)))
    return tuple(gevonden)


def twee_tegelijk(reis: Reis) -> tuple[str, ...]:
    """Let another program be in the middle of a change: who would change too is told, and does it afterwards."""
    gevonden = []
    with TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "reis"
        reis.bereid(map_)
        hoort = staten(reis, map_, Path(tijdelijk))
        bezig, klaar = _CONTEXT.Event(), _CONTEXT.Event()
        ander = _CONTEXT.Process(target=_houd_vast, args=(map_, bezig, klaar))
        ander.start()
        assert bezig.wait(60)
        melding = _melding(reis.stappen[0], map_)
        klaar.set()
        ander.join()
        if "bezig" not in melding and "in gebruik" not in melding:
            gevonden.append(f"{_WACHT}: {melding or 'niets gemeld'}")
        gevonden += klachten(reis, map_, 0, hoort)
    return tuple(gevonden)


def _houd_vast(map_: Path, bezig: Event, klaar: Event) -> None:
    with geopend(map_) as (store, _), store.transaction():
        bezig.set()
        klaar.wait(60)


def _doe(reis: Reis, map_: Path) -> tuple[int, str]:
    """Do a journey until something is refused; return how many steps were done and what was told."""
    for nummer, stap in enumerate(reis.stappen):
        melding = _melding(stap, map_)
        if melding:
            return nummer, melding
    return len(reis.stappen), ""


def _melding(stap: Callable[[Path], object], map_: Path) -> str:
    try:
        stap(map_)
    except TkError as fout:
        return str(fout)
    except Exception as fout:  # noqa: BLE001  what nobody foresaw is what is looked for
        return f"onverwacht: {type(fout).__name__}: {fout}"
    return ""


def _geoordeeld(reis: Reis, map_: Path, erkend: int, hoort: tuple[Stand, ...]) -> list[str]:
    try:
        return list(klachten(reis, map_, erkend, hoort))
    except Exception as fout:  # noqa: BLE001
        return [f"onverwacht: {type(fout).__name__}: {fout}"]


def _kopie(map_: Path, doel: Path) -> Path:
    shutil.copytree(map_, doel)
    return doel


def _nodig(reis: Reis, begin: Path, map_: Path) -> int:
    """Return how many kilobytes a journey takes that has room, and a little more for what goes again."""
    shutil.copytree(begin, map_)
    voor = _kilobytes(map_.parent)
    for stap in reis.stappen:
        stap(map_)
    na = _kilobytes(map_.parent)
    shutil.rmtree(map_)
    return na - voor + 200


def _kilobytes(schijf: Path) -> int:
    return shutil.disk_usage(schijf).used // 1024 + 4


def _bytes(map_: Path) -> dict[str, bytes]:
    return {str(pad): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}


@contextmanager
def _kleine_schijf() -> Iterator[tuple[Path, Path]]:
    with TemporaryDirectory(prefix="tk-storing-") as tijdelijk:
        werk, schijf = Path(tijdelijk), Path(tijdelijk) / "schijf"
        schijf.mkdir()
        subprocess.run(_mount(schijf), check=True)
        try:
            yield werk, schijf
        finally:
            subprocess.run(["umount", schijf], check=True)


def _mount(map_: Path) -> list[str]:
    return ["mount", "-t", "tmpfs", "-o", f"size={_RUIM}k", "tmpfs", str(map_)]
