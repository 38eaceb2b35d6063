"""What a locked werkmap leaves on the disk: every byte under it, the temporary folder, home and what it said (R13)."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bundelbouwers import GOEDKOOP
from tests.storing.geheimen import gevonden
from tests.storing.reizen import WACHTWOORD
from tests.verpakt import vul_werkmap
from tk_desktop.exchange.bescherming import protect_werkmap
from tk_desktop.store.werkmap import Store

_HIER = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sporen:
    """What was found after one run: words by file, how much was looked at, and what the program said at its end."""

    gevonden: dict[str, set[str]]
    bestanden: int
    bytes: int
    code: int
    uitvoer: str


class Laptop:
    """A home, a temporary folder and a protected werkmap with a meeting in it, none of which holds a secret yet."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.werkmap, self.buiten = map_ / "werkmap", map_ / "buiten"
        for naam in ("tijdelijk", "thuis", "buiten", "uitvoer"):
            (map_ / naam).mkdir()
        with Store.open(self.werkmap, maken=True) as store:
            vul_werkmap(store)
        protect_werkmap(self.werkmap, WACHTWOORD, kosten=GOEDKOOP)

    def werk(self, *woorden: str) -> Sporen:
        """Let somebody work in a window and lock it, and look at what is left."""
        thuis, tijdelijk = self.map / "thuis", self.map / "tijdelijk"
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("XDG_")}
        omgeving |= {"HOME": str(thuis), "TMPDIR": str(tijdelijk), "QT_QPA_PLATFORM": "offscreen"}
        klaar = subprocess.run(
            [sys.executable, "-m", "tests.storing.gang", str(self.werkmap), str(self.buiten), *woorden],
            env=omgeving,
            cwd=_HIER,
            capture_output=True,
            check=False,
        )
        (self.map / "uitvoer" / "venster.txt").write_bytes(klaar.stdout + klaar.stderr)
        return self.kijk(klaar.returncode, (klaar.stdout + klaar.stderr).decode())

    def kijk(self, code: int = 0, uitvoer: str = "") -> Sporen:
        """Look at every byte; only what the user put somewhere is not looked at."""
        mappen = [self.werkmap, self.map / "tijdelijk", self.map / "thuis", self.map / "uitvoer"]
        bundels = [pad for pad in self.buiten.iterdir() if pad.is_file()]
        for pad in bundels:
            pad.rename(self.map / "uitvoer" / pad.name)
        alle = [pad for map_ in mappen for pad in map_.rglob("*") if pad.is_file()]
        return Sporen(
            gevonden=gevonden(*mappen),
            bestanden=len(alle),
            bytes=sum(pad.stat().st_size for pad in alle),
            code=code,
            uitvoer=uitvoer,
        )
