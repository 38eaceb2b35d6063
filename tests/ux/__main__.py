"""``make ux``: every task in a real window, by keyboard alone where it can be, at 100 and 200 %, with its price."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.ux.bundels import leg_bundel_neer
from tests.ux.einde import Stand, gedaan
from tests.ux.noten import leg_noten_neer
from tests.ux.scherm import Venster, ontbreekt, scherm, wacht_op
from tests.ux.taken import Taak, lees_taken
from tests.ux.toegang import PAKKETTEN as VOORLEZEN
from tests.ux.toegang import kan_voorlezen, lees_voor
from tests.verpakt import vul_werkmap
from tests.wachtrij import Wachtrij, kan_drukken, open_wachtrij
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.store.werkmap import Store

PAKKETTEN = "xvfb xdotool imagemagick libxcb-cursor0 cups cups-client cups-filters"
SCHERMEN = ((1.0, 1366, 768), (2.0, 1366, 768))
"""Scale, width and height in pixels: the second is 683 × 384 logical pixels, the smallest that must do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What a task took on one screen; ``mist`` names what was not reached."""

    taak: Taak
    schaal: float
    gebruikt: int
    mist: tuple[str, ...]

    @property
    def goed(self) -> bool:
        """Whether it was done within its price."""
        return not self.mist and self.gebruikt <= self.taak.mag


def main(argumenten: Sequence[str] | None = None) -> int:
    """Do the tasks and print the scoreboard; returns 1 when one costs too much or is not done."""
    lezer = argparse.ArgumentParser(prog="make ux")
    lezer.add_argument("--foto", type=Path, default=Path("build/ux"), help="waar de beelden komen")
    lezer.add_argument("--taak", type=int, action="append", help="alleen deze taak")
    gekozen = lezer.parse_args(argumenten)
    mist = [*ontbreekt(), *([] if kan_drukken() else ["cupsd"])]
    if mist:
        sys.stderr.write(
            f"Dit ontbreekt voor een echt venster: {', '.join(mist)}. Op Debian: apt-get install {PAKKETTEN}\n"
        )
        return 2
    taken = [taak for taak in lees_taken() if not gekozen.taak or taak.nummer in gekozen.taak]
    uitslagen = []
    with tempfile.TemporaryDirectory() as map_, open_wachtrij(lambda gebeurd: wacht_op(gebeurd, "de printer")) as rij:
        bron = Path(map_) / "bron"
        with Store.open(bron, maken=True) as store:
            vul_werkmap(store)
        for schaal, breedte, hoogte in SCHERMEN:
            with scherm(breedte, hoogte) as display:
                for taak in taken:
                    werkmap = Path(shutil.copytree(bron, Path(map_) / f"{taak.nummer}{taak.variant}-{schaal}"))
                    leg_noten_neer(werkmap, taak.noten, taak.noten_op)
                    if taak.met_bundel:
                        leg_bundel_neer(werkmap)
                    uitslag = _doe(taak, display, werkmap, gekozen.foto, rij, schaal=schaal, maat=(breedte, hoogte))
                    uitslagen.append(uitslag)
                    sys.stdout.write(_regel(uitslag) + "\n")
                    sys.stdout.flush()
    onhoorbaar = _lees_voor() if not gekozen.taak else []
    fout = [uitslag for uitslag in uitslagen if not uitslag.goed]
    sys.stdout.write(f"\n{len(uitslagen) - len(fout)} van {len(uitslagen)} taken binnen hun prijs.\n")
    return 1 if fout or onhoorbaar else 0


def _lees_voor() -> list[str]:
    """Read the window as a screen reader does, also a page; print what came, return what is amiss. May be skipped."""
    if not kan_voorlezen():
        sys.stdout.write(f"Overgeslagen: voorlezen. Op Debian: apt-get install {VOORLEZEN}\n")
        return []
    breedte, hoogte = SCHERMEN[0][1:]
    with tempfile.TemporaryDirectory() as map_, scherm(breedte, hoogte) as display:
        with Store.open(Path(map_) / "voorlezen", maken=True) as store:
            vul_werkmap(store)
        bomen = [lees_voor(display, Path(map_) / "voorlezen", stuk=stuk) for stuk in ("", "stuk-2a")]
    for boom in bomen:
        sys.stdout.write(f"{boom.regel}\n")
    return [fout for boom in bomen for fout in boom.mist]


def _doe(
    taak: Taak, display: str, werkmap: Path, fotos: Path, rij: Wachtrij, *, schaal: float, maat: tuple[int, int]
) -> Uitslag:
    voorkeuren = Voorkeuren(werkmap)
    voorkeuren.naam = voorkeuren.naam or NAAMLOOS  # the first note asks for it; first start did
    voorkeuren.uitvoermap = str(werkmap)  # where files go: not in the home of whoever runs this
    voorkeuren.leg_vast()
    venster = Venster(display, werkmap, schaal=schaal, breedte=maat[0], hoogte=maat[1])
    try:
        for soort, waarde in _naar(taak.begin):
            venster.doe(soort, waarde)
        for soort, waarde in taak.voor:
            venster.doe(soort, waarde)
        vooraf = venster.telt()
        for soort, waarde in taak.stappen:
            venster.doe(soort, waarde)
        venster.doe("wacht", "0.6")
        venster.kom_bij()
        venster.foto(fotos / f"{taak.titel} {schaal:.0%}.png".replace(" ", "-").replace("/", "-"))
        gebruikt = venster.telt() - vooraf
        with Store.open(werkmap) as store:
            mist = gedaan(Stand(store=store, regels=venster.regels(), werkmap=werkmap, wachtrij=rij), taak.einde)
    finally:
        venster.sluit()
    return Uitslag(taak=taak, schaal=schaal, gebruikt=gebruikt, mist=tuple(mist))


def _naar(begin: str) -> list[tuple[str, str]]:
    """Return how the user comes where a task begins: the start screen, or the sample meeting."""
    if begin == "start":
        return [("toets", "Alt+Home")]
    return [("toets", "Ctrl+1"), ("toets", "Enter"), ("wacht", "0.8")]


def _regel(uitslag: Uitslag) -> str:
    oordeel = "goed" if uitslag.goed else "MIST: " + ("; ".join(uitslag.mist) or "te duur")
    prijs = f"{uitslag.gebruikt} van {uitslag.taak.mag}"
    return f"{uitslag.taak.titel[:62]:<62} {uitslag.schaal:>5.0%}  {prijs:>8}  {oordeel}"


if __name__ == "__main__":
    sys.exit(main())
