"""``make frozen``: the program as a folder that needs no Python, tried as its user would, in docs/bevroren.md.

It is built in an environment of its own from the lock file. Then, with nothing of this checkout in its surroundings:
the sample meeting is made in a terminal, and tasks of ``make ux`` are done in its window on a screen of their own.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.hulp import opdracht

HIER = Path(__file__).parents[1]
BOUW = HIER / "build" / "bevroren"
UIT = HIER / "dist"
PYINSTALLER = "pyinstaller==6.22.3"
_TAKEN = ("1", "2", "8", "9", "11", "14")
"""Opening again, a meeting, the set on the screen, reading with a note, printing and a bundle."""
_KAAL = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def main() -> int:
    """Build and try it; returns 1 when something does not go as in the checkout."""
    bouw()
    with TemporaryDirectory() as map_:
        gelijk, start = _terminal(Path(map_))
    taken = _venster()
    (HIER / "docs" / "bevroren.md").write_text(
        _verslag(
            sum(pad.stat().st_size for pad in (UIT / "tk").rglob("*") if pad.is_file() and not pad.is_symlink()),
            start,
            gelijk,
            taken,
        ),
        encoding="utf-8",
    )
    sys.stdout.write("Geschreven: docs/bevroren.md\n")
    return 0 if gelijk and taken and not any("MIST" in regel for regel in taken) else 1


def bouw() -> None:
    """Build ``dist/tk`` in an environment of its own."""
    python = BOUW / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", BOUW / "venv"], check=True)
        for wat in (("--require-hashes", "-r", HIER / "requirements.lock"), (PYINSTALLER,)):
            subprocess.run((python, "-m", "pip", "install", "--quiet", *wat), check=True)
    bouwer = (python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR")
    subprocess.run((*bouwer, "--distpath", UIT, "--workpath", BOUW / "werk", "build.spec"), cwd=HIER, check=True)


def _terminal(map_: Path) -> tuple[bool, float]:
    """Make the sample with both: whether all sets are the same bytes, and in how many seconds the frozen one starts."""
    omgeving = {**_KAAL, "HOME": str(map_)}
    bevroren, hier = map_ / "bevroren", map_ / "hier"
    subprocess.run([UIT / "tk" / "tk", "demo", "--uit", bevroren], env=omgeving, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(opdracht("demo", "--uit", hier), cwd=HIER, check=True, stdout=subprocess.DEVNULL)
    sets = [pad.name for pad in bevroren.glob("*.pdf")]
    begin = time.perf_counter()
    subprocess.run([UIT / "tk" / "tk", "--help"], env=omgeving, check=True, stdout=subprocess.DEVNULL)
    start = time.perf_counter() - begin
    return bool(sets) and all((bevroren / naam).read_bytes() == (hier / naam).read_bytes() for naam in sets), start


def _venster() -> list[str]:
    """Do tasks in the window of the frozen program; returns the lines of the scoreboard."""
    omgeving = {**os.environ, "TK_UX_PROGRAMMA": str(UIT / "tk" / "tk-desktop")}
    keuze = [deel for taak in _TAKEN for deel in ("--taak", taak)]
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.ux", *keuze], env=omgeving, cwd=HIER, capture_output=True, text=True, check=False
    )
    sys.stdout.write(klaar.stdout + klaar.stderr)
    return [regel for regel in klaar.stdout.splitlines() if regel.strip()]


def _verslag(omvang: int, start: float, gelijk: bool, taken: list[str]) -> str:
    ja = "dezelfde bytes" if gelijk else "**niet** dezelfde bytes"
    return f"""# De map zonder Python

Gemaakt met `make frozen`: gebouwd met {PYINSTALLER.replace("==", " ")} uit `requirements.lock`, daarna gebruikt zonder
iets van de broncode in de omgeving.

| Wat | Uitkomst |
|---|---|
| Omvang van `dist/tk` | {omvang / 1e6:.0f} MB |
| Starten in een terminal (`tk --help`) | {start:.1f} s |
| `tk demo`: de sets zijn, vergeleken met die van de broncode | {ja} |

De taken van `make ux`, in het venster van `dist/tk/tk-desktop`:

```
{chr(10).join(taken)}
```

Niet beproefd: Windows en macOS. `docs/installeren.md` zegt wat daar te doen is.
"""


if __name__ == "__main__":
    shutil.rmtree(UIT / "tk", ignore_errors=True)
    sys.exit(main())
