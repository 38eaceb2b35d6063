"""Reading files of others in a process of its own: it may hang, grow or fall without taking the program with it (R11).

The process is started when it is first needed and reused as long as it behaves. What it may read is said by a function
of a module and its arguments (``partial``); what it read comes back as plain values, which are checked to be nothing
else (``leesbericht``). A ``Lezer`` is given on by whoever has one: ``Hier`` reads
where it is called, for our own files.
"""

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from tk_desktop.base.errors import TkError
from tk_desktop.base.leesbericht import Antwoord, ontvang, stuur, unpacked
from tk_desktop.base.progress import Progress
from tk_desktop.base.verbruik import geheugen_van, rekentijd_van

T = TypeVar("T")

LEESPROCES = "--leesproces"
"""With this argument the program is the reading process (``tk_desktop.__main__``)."""
_PEIL = 0.05
"""Seconds between two looks at what the process uses."""


class LezenDuurtTeLang(TkError):
    """Reading a file took more time than any paper needs."""

    code = "TK-D50"
    melding = "‘{bestand}’ is niet gelezen: het lezen duurde te lang en is gestopt."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een nieuwe pdf, of splits het bestand."


class LezenVraagtTeVeel(TkError):
    """Reading a file asked for more memory than any paper needs."""

    code = "TK-D51"
    melding = "‘{bestand}’ is niet gelezen: het vraagt meer geheugen dan een stuk nodig heeft."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een nieuwe, kleinere pdf."


class LezerGevallen(TkError):
    """The process that read a file broke off: the file is damaged in a way that no reader stands."""

    code = "TK-D52"
    melding = "‘{bestand}’ is niet gelezen: het bestand is zo beschadigd dat het lezen afbrak."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om het bestand opnieuw te sturen."


class LezenMislukt(TkError):
    """A reader met something in a file that nobody foresaw; ``waar`` names the place in the program."""

    code = "TK-D53"
    melding = "‘{bestand}’ is niet gelezen: er staat iets in waar TK Desktop niet op rekende ({waar})."
    veilig = "Er is niets gewijzigd."
    advies = "Sla het opnieuw op, bijvoorbeeld als pdf, en probeer het nog eens."


class LezerStartNiet(TkError):
    """The process that reads files cannot be started or read from on this computer."""

    code = "TK-D54"
    melding = "‘{bestand}’ is niet gelezen: het deel van TK Desktop dat bestanden leest, kan niet starten."
    veilig = "Er is niets gewijzigd."
    advies = "Sluit andere programma’s, of start de computer opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """What reading one file may cost: seconds of computing and of waiting between two steps, bytes of memory.

    A large file, such as a vergaderset of a thousand pages, gets a second more for every ``per_seconde`` bytes.
    """

    rekentijd: float = 10.0
    wachttijd: float = 20.0
    geheugen: int = 600 * 1024 * 1024
    per_seconde: int = 1024 * 1024


class Lezer(Protocol):
    """Whoever reads files for us, in a process of its own or not."""

    def doe(self, naam: str, werk: Callable[[], T], progress: Progress | None = None, *, omvang: int = 0) -> T:
        """Return what ``werk`` returns, or raise the ``TkError`` it raises; ``naam`` is what faults call the file.

        A large file may take longer: ``omvang`` is its size in bytes.
        """
        ...

    def doe_stapsgewijs(self, naam: str, werk: Callable[[Progress], T], progress: Progress) -> T:
        """As ``doe``, for work that tells its steps."""
        ...


class Hier:
    """Reads where it is called: for files of our own, and in tests of what is read."""

    def doe(self, naam: str, werk: Callable[[], T], progress: Progress | None = None, *, omvang: int = 0) -> T:
        """Do the work."""
        del naam, progress, omvang
        return werk()

    def doe_stapsgewijs(self, naam: str, werk: Callable[[Progress], T], progress: Progress) -> T:
        """Do the work."""
        del naam
        return werk(progress)


class Leesproces:
    """A process that reads; remade after it hung, grew or fell. One thread at a time is served."""

    def __init__(self, grenzen: Grenzen | None = None) -> None:
        self._grenzen = grenzen or Grenzen()
        self._kind: _Kind | None = None
        self._beurt = threading.Lock()
        self.meeste_geheugen = 0
        """The most bytes that the reader was seen to use while it read the last file."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sluit()

    def sluit(self) -> None:
        """End the process; it begins anew when something is read again."""
        kind, self._kind = self._kind, None
        if kind is not None:
            kind.weg()

    def doe(self, naam: str, werk: Callable[[], T], progress: Progress | None = None, *, omvang: int = 0) -> T:
        """Return what ``werk`` returns in the process; raises its ``TkError``, ``Onderbroken``, or a fault of here."""
        extra = omvang / self._grenzen.per_seconde
        return self._vraag(naam, werk, progress or Progress(), extra)  # type: ignore[return-value]

    def doe_stapsgewijs(self, naam: str, werk: Callable[[Progress], T], progress: Progress) -> T:
        """As ``doe``; every step gives the work its time anew."""
        return self._vraag(naam, werk, progress, None)  # type: ignore[return-value]

    def _vraag(self, naam: str, werk: Callable[..., object], progress: Progress, extra: float | None) -> object:
        """Let the work be done; with so many seconds ``extra``, or step by step without."""
        rekentijd = self._grenzen.rekentijd + (extra or 0.0)
        with self._beurt:
            antwoord = None
            try:
                if self._kind is None or not self._kind.leeft:
                    self.sluit()
                    self._kind = _Kind()
                self._kind.geef((werk, extra is None, rekentijd, self._grenzen.geheugen))
                antwoord = self._wacht(self._kind, naam, progress, extra or 0.0)
            except OSError as fout:
                raise LezerStartNiet(bestand=naam) from fout
            finally:
                if antwoord is None or antwoord.einde:
                    self.sluit()
        return _uitkomst(antwoord, naam)

    def _wacht(self, kind: "_Kind", naam: str, progress: Progress, extra: float) -> Antwoord:
        """Wait for the answer, pass on the steps, and watch what it costs."""
        vorige, rekende = ("", 0, 1), rekentijd_van(kind.pid)
        begin, self.meeste_geheugen = time.monotonic(), 0
        while True:
            antwoord = kind.antwoord(_PEIL)
            geheugen = geheugen_van(kind.pid)
            self.meeste_geheugen = max(self.meeste_geheugen, geheugen)
            if antwoord is not None and antwoord.stap is None:
                return antwoord
            if antwoord is not None and antwoord.stap is not None:
                vorige, rekende, begin = antwoord.stap, rekentijd_van(kind.pid), time.monotonic()
                progress.step(*vorige)
            progress.check()
            if geheugen > self._grenzen.geheugen:
                raise LezenVraagtTeVeel(bestand=naam)
            te_lang = time.monotonic() - begin > self._grenzen.wachttijd + 2 * extra
            if te_lang or rekentijd_van(kind.pid) - rekende > self._grenzen.rekentijd + extra:
                raise LezenDuurtTeLang(bestand=naam)


def _uitkomst(antwoord: Antwoord, naam: str) -> object:
    if antwoord.fout is not None:
        raise antwoord.fout
    if antwoord.te_veel:
        raise LezenVraagtTeVeel(bestand=naam)
    if antwoord.te_lang:
        raise LezenDuurtTeLang(bestand=naam)
    if antwoord.gevallen:
        raise LezerGevallen(bestand=naam)
    if antwoord.waar:
        raise LezenMislukt(bestand=naam, waar=antwoord.waar)
    return antwoord.waarde


class _Kind:
    """One process with its two pipes; a thread reads what it says, so that waiting can end at any time."""

    def __init__(self) -> None:
        bevroren = getattr(sys, "frozen", False)
        opdracht = [sys.executable, LEESPROCES] if bevroren else [sys.executable, "-P", "-m", "tk_desktop", LEESPROCES]
        omgeving = os.environ | {"PYTHONPATH": os.pathsep.join(pad for pad in sys.path if pad)}
        self._proces = subprocess.Popen(
            opdracht,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=omgeving,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.pid = self._proces.pid
        self._post: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._bode = threading.Thread(target=self._luister, name="leesproces", daemon=True)
        self._bode.start()

    @property
    def leeft(self) -> bool:
        """Whether it can be given work."""
        return self._proces.poll() is None

    def geef(self, werk: object) -> None:
        """Give it work; raises ``OSError`` when it is gone."""
        if self._proces.stdin is not None:
            stuur(self._proces.stdin, pickle.dumps(werk))

    def antwoord(self, seconden: float) -> Antwoord | None:
        """Return what it says within so many seconds; that it fell is an answer too."""
        try:
            bericht = self._post.get(timeout=seconden)
        except queue.Empty:
            return None
        if bericht is None:
            code = self._proces.wait()
            return Antwoord(einde=True, te_lang=_is_rekentijd_op(code), gevallen=not _is_rekentijd_op(code))
        try:
            return unpacked(bericht)
        except (pickle.UnpicklingError, ValueError, TypeError, LookupError, EOFError, AttributeError):
            return Antwoord(einde=True, gevallen=True)

    def weg(self) -> None:
        """End it, whatever it is doing, and wait until it has."""
        self._proces.kill()
        self._proces.wait()
        self._bode.join()
        for pijp in (self._proces.stdin, self._proces.stdout):
            if pijp is not None:
                with suppress(OSError):
                    pijp.close()

    def _luister(self) -> None:
        pijp = self._proces.stdout
        while pijp is not None:
            try:
                bericht = ontvang(pijp)
            except (OSError, ValueError):
                bericht = None
            self._post.put(bericht)
            if bericht is None:
                return


def _is_rekentijd_op(code: int) -> bool:
    """Tell whether the system ended a process for the time it computed (SIGXCPU)."""
    return code == -24
