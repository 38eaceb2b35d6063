"""The other side of ``leesproces``: waits for work, does it within its limits, and tells what came of it."""

import os
import pickle
import signal
import sys
import time
import traceback
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tk_desktop.base.errors import TkError
from tk_desktop.base.leesbericht import Antwoord, ontvang, stuur
from tk_desktop.base.progress import Progress

if sys.platform != "win32":
    import resource


def serve() -> None:
    """Do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked decides
    vragen = os.fdopen(os.dup(0), "rb")
    antwoorden = os.fdopen(os.dup(1), "wb")
    _silence()
    while (vraag := ontvang(vragen)) is not None:
        antwoord = _doe(vraag, antwoorden)
        stuur(antwoorden, _packed(antwoord))
        if antwoord.einde:
            return


def _silence() -> None:
    """Let what a library prints not come between the answers."""
    niets = os.open(os.devnull, os.O_WRONLY)
    os.dup2(niets, 1)
    os.close(niets)


def _doe(vraag: bytes, antwoorden: BinaryIO) -> Antwoord:
    try:
        werk, stapsgewijs, rekentijd, geheugen = pickle.loads(vraag)
        _limit(rekentijd, geheugen)
        if not stapsgewijs:
            return Antwoord(waarde=werk())
        return Antwoord(waarde=werk(Progress(partial(_stap, antwoorden, rekentijd))))
    except TkError as fout:
        return Antwoord(fout=fout)
    except MemoryError:
        return Antwoord(te_veel=True, einde=True)
    except Exception as fout:  # of a file that nobody foresaw
        return Antwoord(waar=_place(fout), einde=True)


def _stap(antwoorden: BinaryIO, rekentijd: float, wat: str, gedaan: int, totaal: int) -> None:
    stuur(antwoorden, _packed(Antwoord(stap=(wat, gedaan, totaal))))
    _limit_time(rekentijd)


def _packed(antwoord: Antwoord) -> bytes:
    try:
        return pickle.dumps(antwoord)
    except MemoryError:
        return pickle.dumps(Antwoord(te_veel=True, einde=True))
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as fout:
        return pickle.dumps(Antwoord(waar=_place(fout)))


def _place(fout: BaseException) -> str:
    """Return what went wrong and where in the program, without a word of the file."""
    plekken = [plek for plek in traceback.extract_tb(fout.__traceback__) if "tk_desktop" in Path(plek.filename).parts]
    plek = f", {Path(plekken[-1].filename).name}:{plekken[-1].lineno}" if plekken else ""
    return f"{type(fout).__name__}{plek}"


def _limit(rekentijd: float, geheugen: int) -> None:
    """Let the system itself hold the limits, where it can; elsewhere whoever asked looks on."""
    _limit_time(rekentijd)
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (geheugen * 9 // 10, hard))  # the rest is code and files


def _limit_time(rekentijd: float) -> None:
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + rekentijd) + 1, hard))
