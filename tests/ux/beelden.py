"""``make screenshots``: the pictures of docs/gebruik.md, taken from a real window on the sample meeting."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.programmebouwers import maak_programma
from tests.ux.bundels import BUNDEL, WACHTWOORD, leg_bundel_neer
from tests.ux.scherm import Venster, ontbreekt, scherm
from tests.verpakt import vul_werkmap
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.store.werkmap import Store

DOEL = Path("docs/beeld")
NAAR_VERGADERING = (("toets", "Ctrl+1"), ("toets", "Enter"), ("wacht", "1"))
NAAR_2A = (*NAAR_VERGADERING, ("toets", "Down"), ("toets", "Down"), ("toets", "Down"))
AAN_TAFEL_BIJ_2A = (
    *NAAR_2A,
    *(("toets", "F5"), ("wacht", "1.5"), ("toets", "Alt+Q"), ("typ", "Vergadering openen"), ("toets", "Enter")),
    *(("wacht", "1.5"), ("toets", "Enter"), ("wacht", "0.5")),  # it was planned on another day: with those times
)
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
    "programma": (("toets", "Ctrl+5"), ("wacht", "2")),
    "opdrachten": (*NAAR_VERGADERING, ("toets", "Alt+Q"), ("typ", "punt"), ("wacht", "0.5")),
    "uitwisselen": (
        *(
            ("toets", "Ctrl+Shift+M"),
            ("wacht", "1"),
            ("typ", WACHTWOORD),
            ("toets", "Enter"),
            ("wacht", "2"),
            ("toets", "Esc"),
        ),
        *(("bundel", BUNDEL), ("wacht", "4"), ("toets", "Enter"), ("wacht", "3"), ("toets", "D"), ("wacht", "0.5")),
    ),
    "zoeken": (("toets", "Ctrl+E"), ("typ", "zwem*"), ("wacht", "3")),
}
MAAT = (1280, 800)


def main(argumenten: Sequence[str]) -> int:
    """Write every picture, or those that are named; returns 2 when this machine has no screen to take them from."""
    mist = ontbreekt()
    if mist:
        sys.stderr.write(f"Dit ontbreekt voor een echt venster: {', '.join(mist)}.\n")
        return 2
    with scherm(*MAAT) as display:
        for naam in argumenten or BEELDEN:
            stappen = BEELDEN[naam]
            with tempfile.TemporaryDirectory() as map_:
                werkmap = Path(map_) / "werkmap"
                with Store.open(werkmap, maken=True) as store:
                    vul_werkmap(store)
                    if naam == "programma":
                        maak_programma(store)
                if any(soort == "bundel" for soort, _ in stappen):
                    leg_bundel_neer(werkmap)
                voorkeuren = Voorkeuren(werkmap)
                voorkeuren.naam = NAAM
                voorkeuren.leg_vast()
                venster = Venster(display, werkmap, breedte=MAAT[0], hoogte=MAAT[1])
                try:
                    for soort, waarde in stappen:
                        venster.doe(soort, waarde)
                    sys.stdout.write(f"{venster.foto(DOEL / f'{naam}.png')}\n")
                finally:
                    venster.sluit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
