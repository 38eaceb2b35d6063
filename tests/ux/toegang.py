"""The window as a screen reader gets it: every thing that takes the keyboard has a name, and the names are Dutch."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.ux.scherm import PROGRAMMA
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.store.werkmap import Store

SYSTEEM = "/usr/bin/python3"
"""The Python that has the D-Bus library of the system; ours has none."""
PAKKETTEN = "at-spi2-core dbus python3-dbus"
_STARTERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_MOET_ER_ZIJN = ("Agenda", "Vergaderingen", "Controle", "Titel", "Bestand", "Toelichting")
_MINSTENS = 100
_WOORDEN = 150
_CELLEN = frozenset({"tree item", "table cell", "list item"})
"""What may be empty: a cell of a row of which others say what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boom:
    """What came over the bus: how many things, how many of them take the keyboard, words of a page, what is amiss."""

    dingen: int
    met_toetsenbord: int
    woorden: int = 0
    mist: tuple[str, ...] = ()

    @property
    def regel(self) -> str:
        """The line that is printed."""
        oordeel = "; ".join(self.mist) or "goed"
        tekst = f", en {self.woorden} woorden van de bladzijde" if self.woorden else ""
        return f"De voorlezer krijgt {self.dingen} dingen, {self.met_toetsenbord} met het toetsenbord{tekst}: {oordeel}"


def kan_voorlezen() -> bool:
    """Tell whether this computer has what a screen reader stands on."""
    if not shutil.which("dbus-run-session") or not any(Path(pad).exists() for pad in _STARTERS):
        return False
    try:
        return subprocess.run([SYSTEEM, "-c", "import dbus"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def lees_voor(display: str, werkmap: Path, *, stuk: str = "") -> Boom:
    """Start the window on a screen, on a bus of its own, and look at its tree; with ``stuk`` where that is read."""
    venster = [*PROGRAMMA, "--werkmap", str(werkmap)]
    if stuk:
        with Store.open(werkmap) as store:
            vergadering = store.vergaderingen.all()[0].id
        Voorkeuren(werkmap).was_op(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk=stuk))
    uit = subprocess.run(
        ["dbus-run-session", "--", SYSTEEM, "-m", "tests.ux.voorlezer", *(["--tekst"] if stuk else []), *venster],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=120,
    ).stdout
    dingen = [json.loads(regel) for regel in uit.splitlines() if regel.startswith("{")]
    return keur_tekst(dingen) if stuk else keur(dingen)


def keur_tekst(dingen: Sequence[dict[str, object]]) -> Boom:
    """Look whether the page that is read came over the bus: as a document, with its name, its place and its words."""
    bladen = [ding for ding in dingen if ding["tekst"]]
    woorden = sum(len(str(blad["tekst"]).split()) for blad in bladen)
    mist = [] if woorden >= _WOORDEN else [f"van de bladzijde komen {woorden} woorden, minstens {_WOORDEN} verwacht"]
    met = sum(1 for ding in dingen if ding["toetsenbord"])
    mist += _zonder_naam(dingen)
    return Boom(dingen=len(dingen), met_toetsenbord=met, woorden=woorden, mist=tuple(mist))


def keur(dingen: Sequence[dict[str, object]]) -> Boom:
    """Look at a tree that was read: ``diep``, ``rol``, ``naam`` and ``toetsenbord`` of each thing."""
    met = [ding for ding in dingen if ding["toetsenbord"]]
    namen = {str(ding["naam"]).replace("&", "") for ding in dingen}
    mist = _zonder_naam(dingen)
    mist += [f"niet gevonden: {naam}" for naam in _MOET_ER_ZIJN if naam not in namen]
    if len(met) < _MINSTENS:
        mist.append(f"er is te weinig: {len(met)} van minstens {_MINSTENS}")
    return Boom(dingen=len(dingen), met_toetsenbord=len(met), mist=tuple(mist))


def _zonder_naam(dingen: Sequence[dict[str, object]]) -> list[str]:
    mist: dict[str, None] = {}
    boven: list[dict[str, object]] = []
    for ding in dingen:
        boven = [*boven[: int(str(ding["diep"]))], ding]
        keuzelijst = len(boven) > 1 and boven[-2]["rol"] == "combo box"  # has its name from the field it opens from
        if ding["toetsenbord"] and not ding["naam"] and ding["rol"] not in _CELLEN and not keuzelijst:
            waar = next((str(ander["naam"]) for ander in reversed(boven) if ander["naam"]), "")
            mist[f"zonder naam: {ding['rol']} in {waar}"] = None
    return list(mist)
