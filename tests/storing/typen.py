"""``kill -9`` while somebody types in the window: no word is lost that was typed two seconds before (SCREENS T2).

A window of its own process types numbered words in the explanation of an item, in a nota and at the table, and goes
from one to the other. Then it is killed. The werkmap it leaves must hold every word but those of the last two seconds,
be whole, and say when it is opened what happened.
"""

import multiprocessing
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count, cycle
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.venster import druk, typ
from tests.schijf import IN_GEHEUGEN
from tests.verpakt import vul_werkmap
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_app, maak_venster
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.exchange.nazien import examine
from tk_desktop.store.werkmap import Store

MAG = 2.0
"""Seconds of typing that may be lost."""
_LANGST = 5.0
"""Seconds that somebody types before the kill comes, at most."""
_TUSSEN = 30
"""Milliseconds between two words: quicker than anybody types, so that more is at stake at every moment."""
_VELD = 25
"""Words before the typist goes to another field."""
_OPENEN = 20
"""Of how many killed windows one is opened again in a window."""
_WOORD = re.compile(r"w\d{5}")
_GEMELD = re.compile(
    r"TK Desktop is (\w+ \d+ \w+ \d+ )?om [\d.]{5} onverwacht gestopt\. Alles tot [\d.]{8} is hersteld\."
)

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.storing.typen"])  # a window then begins at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Getypt:
    """What came of killing windows: how many words were typed in all, lost of the last seconds, and what was wrong."""

    keer: int
    woorden: int
    verloren: int
    langst: float
    """Seconds of typing lost where most were."""
    klachten: tuple[str, ...]


def dood_bij_het_typen(keer: int, zaad: int = 1, *, tegelijk: int = 4) -> Getypt:
    """Kill so many windows while somebody types in them, some at a time, and look at what is left."""
    with TemporaryDirectory(prefix="tk-typen-", dir=IN_GEHEUGEN) as tijdelijk:
        begin = Path(tijdelijk) / "begin"
        with Store.open(begin, maken=True) as store:
            vul_werkmap(store)
        with ProcessPoolExecutor(tegelijk, mp_context=_CONTEXT) as pool:
            beurten = list(pool.map(partial(_beurt, begin, zaad), range(keer)))
    return Getypt(
        keer=keer,
        woorden=sum(een.woorden for een in beurten),
        verloren=sum(een.verloren for een in beurten),
        langst=max((een.langst for een in beurten), default=0.0),
        klachten=tuple(klacht for een in beurten for klacht in een.klachten),
    )


def _beurt(begin: Path, zaad: int, nummer: int) -> Getypt:
    werkmap = begin.with_name(f"beurt{nummer}")
    shutil.copytree(begin, werkmap)
    try:
        getypt = _getypt_en_dood(werkmap, Random(f"{zaad} {nummer}").uniform(0, _LANGST))
        verloren, klachten = _verloren(werkmap, getypt), []
        langst = getypt[-1][0] - min((moment for moment, _ in verloren), default=getypt[-1][0]) if getypt else 0.0
        if langst > MAG:
            klachten.append(f"beurt {nummer}: {langst:.2f} s aan woorden kwijt: {[woord for _, woord in verloren]}")
        klachten += [f"beurt {nummer}: {klacht}" for klacht in _mis(werkmap, opnieuw=nummer % _OPENEN == 0)]
    finally:
        shutil.rmtree(werkmap)
    return Getypt(keer=1, woorden=len(getypt), verloren=len(verloren), langst=langst, klachten=tuple(klachten))


def _getypt_en_dood(werkmap: Path, na: float) -> list[tuple[float, str]]:
    """Let somebody type, kill the window so many seconds after the first word, and return the words with their time."""
    hier, daar = _CONTEXT.Pipe(duplex=False)
    proces = _CONTEXT.Process(target=_typ, args=(werkmap, daar))
    proces.start()
    daar.close()
    getypt: list[tuple[float, str]] = [hier.recv()]
    proces.join(timeout=na)
    assert proces.is_alive(), "het venster ging vanzelf dicht"
    proces.kill()
    proces.join()
    with hier:
        try:
            while True:
                getypt.append(hier.recv())
        except EOFError:
            return getypt


def _verloren(werkmap: Path, getypt: list[tuple[float, str]]) -> list[tuple[float, str]]:
    with Store.open(werkmap) as store:
        staat_er = set(_WOORD.findall(repr(store.rijen())))
    return [(moment, woord) for moment, woord in getypt if woord not in staat_er]


def _mis(werkmap: Path, *, opnieuw: bool) -> Iterator[str]:
    """Yield what is wrong with a werkmap of which the window was killed."""
    with Store.open(werkmap) as store:
        nazicht = examine(store)
    if not nazicht.goed:
        yield f"tk doctor: {nazicht}"
    if opnieuw:
        hier, daar = _CONTEXT.Pipe(duplex=False)
        proces = _CONTEXT.Process(target=_open, args=(werkmap, daar))
        proces.start()
        daar.close()
        with hier:
            gemeld = hier.recv()
        proces.join()
        if not _GEMELD.fullmatch(gemeld):
            yield f"opnieuw geopend zegt het venster: {gemeld!r}"


# What is done in the process of the window.


def _typ(werkmap: Path, klaar: Connection) -> None:
    """Type until somebody ends it, and tell each word after its last key."""
    sys.excepthook = _houd_op
    with ExitStack() as open_:
        bediening = _venster(werkmap, open_)
        velden, woorden = cycle(_velden(bediening)), count()

        def woord() -> None:
            nummer = next(woorden)
            if nummer % _VELD == 0:
                veld = next(velden)()
                veld.setFocus()
                druk("Ctrl+End", veld)
            tekst = f"w{nummer:05}"
            typ(f"{tekst} ")
            klaar.send((monotonic(), tekst))

        klok = QTimer()
        klok.timeout.connect(woord)
        klok.start(_TUSSEN)
        QApplication.exec()


def _houd_op(soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
    """End the window on a fault, which Qt would only print: who waits for it then knows."""
    sys.__excepthook__(soort, fout, spoor)
    os._exit(1)


def _open(werkmap: Path, klaar: Connection) -> None:
    """Open the window again, tell what it says above its screen, and close it."""
    with ExitStack() as open_:
        bediening = _venster(werkmap, open_)
        klaar.send(bediening.sessie.balk.tekst)
        bediening.venster.close()


def _venster(werkmap: Path, open_: ExitStack) -> Bediening:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    venster = maak_venster(maak_app(), werkmap)
    bediening = open_.enter_context(open_werkmap(venster))
    venster.resize(1280, 800)
    venster.show()
    QTest.qWaitForWindowActive(venster)
    return bediening


def _velden(bediening: Bediening) -> tuple[Callable[[], QWidget], ...]:
    """Return what shows each of the fields in which is typed."""
    store = bediening.sessie.store
    vergadering = store.vergaderingen.all()[0].id
    hier = Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering, punt="punt-projectplan")

    def toelichting() -> QWidget:
        bediening.ga_naar(hier)
        werkblad = bediening.werkblad
        werkblad.blad.tabs.setCurrentWidget(werkblad.agenda.paneel)
        return werkblad.agenda.paneel.toelichting

    def nota() -> QWidget:
        bediening.ga_naar(Adres(scherm=hier.scherm, vergadering=vergadering, punt=hier.punt, stuk="stuk-2a"))
        velden = bediening.venster.findChildren(RijkeTekst)
        return next(veld for veld in velden if veld.isVisible() and not veld.isReadOnly())

    def tafel() -> QWidget:
        bediening.ga_naar(hier)
        druk("F5", bediening.venster)
        return bediening.tafel.bediening().blad.besproken

    return toelichting, nota, tafel
