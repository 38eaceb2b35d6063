"""``make screenshots``: the pictures of docs/gebruik.md, taken from a real window on the sample meeting."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.programmebouwers import maak_kerntaken, maak_programma
from tests.ux import sitebeeld
from tests.ux.bundels import BUNDEL, WACHTWOORD, leg_bundel_neer
from tests.ux.scherm import Venster, ontbreekt, scherm, wacht_op
from tests.verpakt import vul_werkmap
from tests.wachtrij import kan_drukken, open_wachtrij
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.zienswijze import Standpunt
from tk_desktop.export.halfjaar import write_halfjaarbericht
from tk_desktop.export.vorm import Vorm
from tk_desktop.programme.overleg import (
    add_pencjaar,
    add_ronde,
    add_route,
    change_zienswijze,
    read_overleg,
    set_ab,
    set_dagen,
    set_leden,
    set_uiterlijk,
)
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

ZIENSWIJZE = date(2027, 6, 15)
DOEL = Path("docs/beeld")
NAAR_VERGADERING = (("toets", "Ctrl+1"), ("toets", "Enter"), ("wacht", "1"))
NAAR_2A = (*NAAR_VERGADERING, ("toets", "Down"), ("toets", "Down"), ("toets", "Down"))
AAN_TAFEL_BIJ_2A = (
    *NAAR_2A,
    *(("toets", "F5"), ("wacht", "1.5"), ("toets", "Alt+Q"), ("typ", "Vergadering openen"), ("toets", "Enter")),
    *(("wacht", "1.5"), ("toets", "Enter"), ("wacht", "0.5")),  # it was planned on another day: with those times
)
NAAR_PROGRAMMA = (("toets", "Ctrl+5"), ("wacht", "2"))
NAAM = "Willemijn Hartkoorn"
"""Who works in the pictures."""
BEELDEN: dict[str, tuple[tuple[str, str], ...]] = {
    "vergadering": (*NAAR_2A, ("wacht", "5")),
    "nota": (*NAAR_2A, ("toets", "Ctrl+Shift+D"), ("wacht", "5")),
    "stukken": (*NAAR_2A, ("toets", "Ctrl+Shift+S"), ("wacht", "5")),
    "controle": (*NAAR_VERGADERING, ("wacht", "3"), ("toets", "F8"), ("toets", "F8"), ("wacht", "0.5")),
    "set": (*NAAR_2A, ("toets", "Ctrl+F2"), ("wacht", "12")),
    "afdrukken": (*NAAR_2A, ("toets", "Ctrl+P"), ("wacht", "12")),
    "lezen": (
        *NAAR_2A,
        *(("toets", "Ctrl+L"), ("wacht", "4")),
        *(("sleeptekst", "€ 211.000 uit het regionale preventiebudget;"), ("toets", "H")),
        *(("sleeptekst", "vast te stellen;"), ("toets", "2")),
        *(("sleeptekst", "60 van de 148 basisscholen"), ("toets", "U")),
        *(("toets", "A"), ("typ", "Rietholt hierover bellen"), ("toets", "Ctrl+Enter")),
        *(("sleeptekst", "€ 107.500 uit de bestemmingsreserve Jeugd;"), ("toets", "Q")),
        *(("typ", "Hoe groot is deze reserve daarna nog?"), ("wacht", "1.5")),
    ),
    "lezen-naast": (*NAAR_2A, ("toets", "Ctrl+L"), ("wacht", "4"), ("toets", "Ctrl+Shift+L"), ("wacht", "4")),
    "vergaderen": (
        *AAN_TAFEL_BIJ_2A,
        *(("toets", "Alt+2"), ("toets", "Ctrl+End"), ("typ", " In december volgt een tussenstand.")),
        *(("toets", "Alt+N"), ("typ", "Oudwold mist de planning van de laatste twee scholen."), ("toets", "Enter")),
        *(("typ", "!GGD/dpg stuurt de planning 4 september"), ("toets", "Enter"), ("wacht", "9")),
    ),
    "besluiten": (
        *AAN_TAFEL_BIJ_2A,
        *(("toets", "Alt+1"), ("toets", "Ctrl+PgDown"), ("toets", "Alt+1"), ("wacht", "1")),
        *(("toets", "Ctrl+3"), ("toets", "Enter"), ("wacht", "1")),
    ),
    "acties": (
        *AAN_TAFEL_BIJ_2A,
        *(("toets", "Alt+N"), ("typ", "!GGD/dpg stuurt de planning 4 september"), ("toets", "Enter")),
        *(("typ", "!Oudwold: noemt de laatste twee scholen 1 juli"), ("toets", "Enter")),
        *(("typ", "!!Marjolein Terweel: nodigt de zwembaden uit"), ("toets", "Enter"), ("wacht", "1")),
        *(("toets", "Ctrl+4"), ("toets", "Tab"), ("wacht", "1")),
    ),
    "jaarkalender": (
        *(("toets", "Ctrl+Shift+N"), ("typ", "9-12-2026"), ("toets", "Enter"), ("wacht", "1")),
        *(("toets", "Alt+Q"), ("typ", "jaarkalender"), ("toets", "Enter"), ("wacht", "9")),
    ),
    "nieuwe-vergadering": (("toets", "Ctrl+Shift+N"), ("typ", "9-12-2026"), ("wacht", "0.5")),
    "programma": NAAR_PROGRAMMA,
    "programma-overzicht": (*NAAR_PROGRAMMA, ("toets", "Alt+Z"), ("wacht", "0.5")),
    "programma-kerntaken": (*NAAR_PROGRAMMA, ("toets", "Alt+K"), ("wacht", "0.5")),
    "programma-overleg": (*NAAR_PROGRAMMA, ("toets", "Alt+O"), ("wacht", "0.5")),
    "opdrachten": (*NAAR_VERGADERING, ("toets", "Alt+Q"), ("typ", "punt"), ("wacht", "0.5")),
    "uitwisselen": (
        *(
            ("toets", "Ctrl+Shift+M"),
            ("focus", "Wachtwoord"),
            ("typ", WACHTWOORD),
            ("toets", "Enter"),
            ("focus", "Voor"),
            ("toets", "Esc"),
        ),
        *(("bundel", BUNDEL), ("focus", "Verwerken"), ("toets", "Enter"), ("focus", "Van mij"), ("toets", "D")),
        ("wacht", "0.5"),
    ),
    "zoeken": (("toets", "Ctrl+E"), ("typ", "zwem*"), ("wacht", "3")),
}
MAAT = (1280, 800)
_TEGELIJK = 2
"""How many windows stand at once, each on a screen of its own: most of the time one waits for what a person sees."""
_SCHERP, _RAND = 1.1, 12


def main(argumenten: Sequence[str]) -> int:
    """Write every picture, or those that are named; returns 2 when this machine has no screen to take them from."""
    mist = ontbreekt()
    if mist:
        sys.stderr.write(f"Dit ontbreekt voor een echt venster: {', '.join(mist)}.\n")
        return 2
    namen = argumenten or (*BEELDEN, *ZONDER_VENSTER)
    with tempfile.TemporaryDirectory() as map_:
        bron = Path(map_) / "bron"
        with Store.open(bron, maken=True) as store:
            vul_werkmap(store)
        in_venster = [naam for naam in namen if naam in BEELDEN]
        with ExitStack() as rondom:
            if "afdrukken" in in_venster and kan_drukken():
                rondom.enter_context(open_wachtrij(lambda zo: wacht_op(zo, "de wachtrij")))
            handen = rondom.enter_context(ThreadPoolExecutor(_TEGELIJK))
            list(handen.map(partial(_neem_op, bron), (in_venster[nr::_TEGELIJK] for nr in range(_TEGELIJK))))
    for naam in namen:
        if naam in ZONDER_VENSTER:
            _gemaakt(ZONDER_VENSTER[naam]())
    return 0


def _neem_op(bron: Path, namen: Sequence[str]) -> None:
    """Take pictures one after another on a screen, each of a window on a werkmap of its own."""
    with scherm(*MAAT) as display:
        for naam in namen:
            with tempfile.TemporaryDirectory() as map_:
                werkmap = Path(shutil.copytree(bron, Path(map_) / "werkmap"))
                if naam.startswith("programma"):
                    with Store.open(werkmap) as store:
                        _volg_programma(store)
                if any(soort == "bundel" for soort, _ in BEELDEN[naam]):
                    leg_bundel_neer(werkmap)
                voorkeuren = Voorkeuren(werkmap)
                voorkeuren.naam = NAAM
                voorkeuren.leg_vast()
                venster = Venster(display, werkmap, breedte=MAAT[0], hoogte=MAAT[1])
                try:
                    for soort, waarde in BEELDEN[naam]:
                        venster.doe(soort, waarde)
                    venster.kom_bij()
                    _gemaakt(venster.foto(DOEL / f"{naam}.png"))
                finally:
                    venster.sluit()


def _gemaakt(doel: Path) -> None:
    sys.stdout.write(f"{doel}\n")
    sys.stdout.flush()


def _volg_programma(store: Store) -> str:
    """Keep a programme with all that its screen shows, and return its id."""
    id_ = maak_programma(store).id
    maak_kerntaken(store, id_)
    route = add_route(store, id_, "Begroting 2028", date(2027, 7, 1))
    stappen = read_overleg(store, id_).stappen_van(route.id)
    for stap in stappen[:2]:
        set_leden(store, stap.tafel_id, ["Roos van Dalen", "Joost Wierda"])
    set_dagen(store, stappen[2].tafel_id, [date(2027, 4, 12), date(2027, 4, 26)])
    set_ab(store, add_pencjaar(store, id_, 2028).id, date(2027, 7, 1))
    ronde = set_uiterlijk(store, add_ronde(store, id_, "Ontwerpbegroting 2028", ["Oudwold", "Rietholt"]).id, ZIENSWIJZE)
    een = read_overleg(store, id_).zienswijzen_van(ronde.id)[0]
    change_zienswijze(store, een.id, standpunt=Standpunt.KANTTEKENING, tekst="De indexering is hoog.")
    return id_


def _rapportage() -> Path:
    """Draw the first pages of the report over a period, side by side."""
    with tempfile.TemporaryDirectory() as map_:
        with Store.open(Path(map_) / "werkmap", maken=True) as store:
            stand = read_stand(store, _volg_programma(store))
        if stand.periode is None:
            raise ValueError("het programma van de beelden heeft een periode")
        pdf = write_halfjaarbericht(stand, stand.periode, Path(map_) / "rapportage.pdf", Vorm.PDF)
        with pypdfium2.PdfDocument(pdf) as document:
            bladen = [blad.render(scale=_SCHERP).to_pil() for blad in list(document)[:2]]
    breed, hoog = bladen[0].size
    beeld = Image.new("RGB", (len(bladen) * (breed + _RAND) + _RAND, hoog + 2 * _RAND), "#d3d7dc")
    for plek, blad in enumerate(bladen):
        beeld.paste(blad, (_RAND + plek * (breed + _RAND), _RAND))
    doel = DOEL / "programma-rapportage.png"
    beeld.save(doel, optimize=True)
    return doel


def _leren() -> Path:
    """Take the question in which a layout is taught, from a program of its own."""
    doel = DOEL / "indeling-leren.png"
    with scherm(*MAAT) as display:
        omgeving = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run([sys.executable, "-m", "tests.ux.leerbeeld", str(doel)], env=omgeving, check=True)
    return doel


ZONDER_VENSTER: dict[str, Callable[[], Path]] = {
    "programma-rapportage": _rapportage,
    "indeling-leren": _leren,
    "site": partial(sitebeeld.main, DOEL / "site.png"),
}
"""The pictures of paper, of a question that stands alone, and of a site."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
