"""A real window on a screen of its own, driven with keys and mouse, and pictured."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tk_desktop.base.paths import resources

NODIG = ("Xvfb", "xdotool", "import")
PROGRAMMA = (
    (os.environ["TK_UX_PROGRAMMA"],)
    if "TK_UX_PROGRAMMA" in os.environ
    else (sys.executable, "-m", "tk_desktop.desktop.shell.start")
)
"""The window that is driven: that of this checkout, or a program that was built of it (``make frozen``)."""
_TOETSEN = {"Enter": "Return", "PgUp": "Prior", "PgDown": "Next", "Del": "Delete", "Esc": "Escape", "Space": "space"}
_GEDULD = 30.0
_STAPPEN = 12
"""In how many moves the mouse goes to where it lets go."""
_HOUDT_KLEMBORD = """
import sys
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication

app = QGuiApplication([])
mime = QMimeData()
mime.setUrls([QUrl.fromLocalFile(pad) for pad in sys.argv[1:]])
app.clipboard().setMimeData(mime)
QTimer.singleShot(0, lambda: print("klaar", flush=True))
app.exec()
"""


class TeLaat(Exception):
    """Something did not come in time."""


@contextmanager
def scherm(breedte: int, hoogte: int) -> Iterator[str]:
    """Give a screen without a window manager (one would take keys for itself), and end it.

    It does not begin anew when its last window closes (``-noreset``): a window that opens just then finds no screen.
    """
    lees, schrijf = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(schrijf), "-screen", "0", f"{breedte}x{hoogte}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[schrijf],
        stderr=subprocess.DEVNULL,
    )
    os.close(schrijf)
    try:
        with os.fdopen(lees) as kanaal:
            yield f":{kanaal.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def nieuwe_bestanden(map_: Path, aantal: int) -> list[Path]:
    """Put so many PDFs that the sample does not know yet in a folder, and return them."""
    stukken = sorted((resources() / "sample").glob("*.pdf"))[-aantal:]
    paden = [Path(shutil.copy(stuk, map_ / f"Nagekomen {stuk.name}")) for stuk in stukken]
    for pad in paden:
        _maak_anders(pad)
    return paden


class Venster:
    """The program in a process of its own on that screen."""

    def __init__(self, display: str, werkmap: Path, *, schaal: float = 1, breedte: int, hoogte: int) -> None:
        self._omgeving = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "TK_UX_COUNT": "1",
            "QT_SCALE_FACTOR": str(schaal),
        }
        self._werkmap = werkmap
        self._maat = (str(breedte), str(hoogte))
        self._log = werkmap / "ux.jsonl"
        self._bij: list[subprocess.Popen[bytes]] = []
        self._open()

    def _open(self) -> None:
        self._log.unlink(missing_ok=True)
        self._proces = subprocess.Popen(
            [*PROGRAMMA, "--werkmap", self._werkmap],
            env=self._omgeving,
            stderr=subprocess.DEVNULL,
        )
        wacht_op(lambda: any(regel["soort"] == "klaar" for regel in self.regels()), "het venster")
        self._id = self._doe("search", "--onlyvisible", "--name", "TK Desktop").split()[0]
        self._doe("windowmove", self._id, "0", "0")
        self._doe("windowsize", self._id, *self._maat)
        self._doe("windowfocus", self._id)
        self.rust()

    def _geef_focus(self) -> None:
        """Give the keyboard to the window on top, as a window manager does when a dialog closes."""
        zichtbaar = self._doe("search", "--onlyvisible", "--pid", str(self._proces.pid)).split()
        boven = [id_ for id_ in zichtbaar if id_ != self._id]
        self._doe("windowfocus", boven[-1] if boven else self._id)

    def _wacht_op_focus(self, naam: str) -> None:
        """Wait until the keyboard is where a person would see it before typing on, also in a window that opens late."""

        def is_daar() -> bool:
            with suppress(subprocess.CalledProcessError):  # the window on top may just close
                self._geef_focus()
            regels = self.regels()
            return bool(regels) and naam in str(regels[-1]["focus"])

        wacht_op(is_daar, f"het toetsenbord bij ‘{naam}’")

    def _klembord(self, aantal: int) -> None:
        """Put files on the clipboard, as a file manager does: held by a program of its own."""
        self._start("-c", _HOUDT_KLEMBORD, *self._nieuwe_bestanden(aantal))

    def _sleep(self, aantal: int, waar: str) -> None:
        """Drag files out of a file manager onto a row of the window, in the steps in which a hand moves."""
        naar_x, naar_y = self._rij(waar)
        breedte, hoogte = (int(maat) for maat in self._maat)
        boven = 0 if naar_y > hoogte // 2 else hoogte * 2 // 3
        plek = (0, boven, breedte // 3, hoogte // 3)
        proces, regel = self._start(
            "-m", "tests.ux.verkenner", *(str(maat) for maat in plek), *self._nieuwe_bestanden(aantal)
        )
        van_x, van_y = (int(getal) for getal in regel.split())
        self._doe("mousemove", str(van_x), str(van_y), "mousedown", "1")
        for stap in range(1, _STAPPEN + 1):
            x, y = (van + (naar - van) * stap // _STAPPEN for van, naar in ((van_x, naar_x), (van_y, naar_y)))
            self._doe("mousemove", str(x), str(y))
            time.sleep(0.05)
        time.sleep(0.3)
        self._doe("mouseup", "1")
        self.rust()
        proces.kill()

    def _sleep_over(self, zin: str) -> None:
        """Drag over a sentence of the paper that is read, from its first letter to its last."""
        self._doe("key", "Shift_L")  # the counter tells where everything is now
        self.rust()
        bestand = self._log.with_suffix(".woorden.json")
        woorden = json.loads(bestand.read_text(encoding="utf-8")) if bestand.exists() else []
        zoek = zin.split()
        for nummer in range(len(woorden)):
            if [woord for woord, *_ in woorden[nummer : nummer + len(zoek)]] == zoek:
                (_, van, _), (_, _, naar) = woorden[nummer], woorden[nummer + len(zoek) - 1]
                break
        else:
            raise TeLaat(f"de zin ‘{zin}’")
        self._doe("mousemove", str(van[0] + 1), str(van[1]), "mousedown", "1")
        for stap in range(1, _STAPPEN + 1):
            x, y = (round(een + (ander - een) * stap / _STAPPEN) for een, ander in zip(van, naar, strict=True))
            self._doe("mousemove", str(x), str(y))
            time.sleep(0.02)
        self._doe("mouseup", "1")

    def _rij(self, waar: str) -> tuple[int, int]:
        """Return where a row stands on the screen, named as ``Agenda|2a``: the list, and how its row begins."""
        lijst, begin = waar.split("|")
        bestand = self._log.with_suffix(".rijen.json")
        rijen = json.loads(bestand.read_text(encoding="utf-8")) if bestand.exists() else {}
        for woorden, plek in rijen.get(lijst, []):
            if woorden.startswith(f"{begin} "):
                return int(plek[0]), int(plek[1])
        raise TeLaat(f"de rij {waar}")

    def _nieuwe_bestanden(self, aantal: int) -> list[str]:
        return [str(pad) for pad in nieuwe_bestanden(self._werkmap.parent, aantal)]

    def _start(self, *argumenten: str) -> tuple[subprocess.Popen[bytes], str]:
        """Start a program beside the window; returns it with the line that it writes when it is ready."""
        omgeving = {**self._omgeving, "QT_SCALE_FACTOR": "1"}
        proces = subprocess.Popen([sys.executable, *argumenten], env=omgeving, stdout=subprocess.PIPE)
        self._bij.append(proces)
        return proces, proces.stdout.readline().decode() if proces.stdout is not None else ""

    def _breng(self, pad: Path) -> None:
        """Double-click on a file: a second start, that gives it to the window that is open and goes away."""
        start = [*PROGRAMMA, "--werkmap", str(self._werkmap), str(pad)]
        subprocess.run(start, env=self._omgeving, check=True, timeout=_GEDULD)

    def _naar_sectie(self, kop: str) -> None:
        for _ in range(20):
            if kop in str(self.regels()[-1]["focus"]):
                return
            self.doe("toets", "Ctrl+PgDown")
        raise TeLaat(f"de sectie {kop}")

    def regels(self) -> Sequence[Mapping[str, Any]]:
        """Return what the counter wrote until now."""
        if not self._log.exists():
            return []
        return [json.loads(regel) for regel in self._log.read_text(encoding="utf-8").splitlines()]

    def telt(self) -> int:
        """Return how many presses counted until now."""
        return sum(regel["telt"] for regel in self.regels())

    def doe(self, soort: str, waarde: str) -> None:
        """Do one step of a script and wait until it has its effect."""
        if soort in ("toets", "typ"):
            self._geef_focus()
        if soort == "toets":
            self._doe("key", "--clearmodifiers", _voor_xdotool(waarde))
        elif soort == "typ":
            self._doe("type", "--delay", "4", waarde)
        elif soort == "wacht":
            time.sleep(float(waarde))
        elif soort == "focus":
            self._wacht_op_focus(waarde)
        elif soort == "heropen":
            self.sluit()
            self._open()
        elif soort == "kopieer":
            self._klembord(int(waarde))
        elif soort == "sleep":
            aantal, waar = waarde.split(" naar ")
            self._sleep(int(aantal), waar)
        elif soort == "sleeptekst":
            self._sleep_over(waarde)
        elif soort == "sectie":
            self._naar_sectie(waarde)
        elif soort == "bundel":
            self._breng(self._werkmap.parent / waarde)
        else:
            raise ValueError(f"geen stap: {soort}")
        self.rust()

    def rust(self) -> None:
        """Wait until the program has nothing to do: it wrote no line for a while."""
        laatst, sinds = -1, time.monotonic()
        eerste = sinds
        while time.monotonic() - sinds < 0.35 and time.monotonic() - eerste < _GEDULD:
            nu = self._log.stat().st_size if self._log.exists() else 0
            if nu != laatst:
                laatst, sinds = nu, time.monotonic()
            time.sleep(0.05)

    def kom_bij(self) -> None:
        """Wait until all that was pressed has been done: a key that does nothing is answered after it."""
        aantal = len(self.regels())
        self._geef_focus()
        self._doe("key", "Shift_L")
        wacht_op(lambda: len(self.regels()) > aantal, "een antwoord van het venster")
        self.rust()

    def foto(self, doel: Path) -> Path:
        """Take a picture of the screen."""
        doel.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(doel)], env=self._omgeving, check=True)
        return doel

    def sluit(self) -> None:
        """End the program as its user would, or at once when it does not listen."""
        for proces in self._bij:
            proces.kill()
            proces.wait()
        self._bij.clear()
        if self._proces.poll() is None:
            self._doe("key", "ctrl+q")
            try:
                self._proces.wait(10)
            except subprocess.TimeoutExpired:
                self._proces.kill()
                self._proces.wait()

    def _doe(self, *opdracht: str) -> str:
        klaar = subprocess.run(["xdotool", *opdracht], env=self._omgeving, check=True, capture_output=True, text=True)
        return klaar.stdout


def _voor_xdotool(toets: str) -> str:
    *houdt, laatste = toets.split("+")
    teken = _TOETSEN.get(laatste, laatste.lower() if len(laatste) == 1 else laatste)
    return "+".join([*(deel.lower() for deel in houdt), teken])


def _maak_anders(pad: Path) -> None:
    """Make a file one that no meeting holds yet: a comment after its end changes nothing but its sum."""
    with pad.open("ab") as stroom:
        stroom.write(f"% {pad.name}\n".encode())


def wacht_op(gebeurd: Any, wat: str) -> None:
    """Wait until something is so; raises ``TeLaat``."""
    tot = time.monotonic() + _GEDULD
    while not gebeurd():
        if time.monotonic() > tot:
            raise TeLaat(wat)
        time.sleep(0.05)


def ontbreekt() -> list[str]:
    """Return which programs this machine lacks for a real screen."""
    return [naam for naam in NODIG if shutil.which(naam) is None]
