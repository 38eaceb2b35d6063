"""``make screenshots``: the pictures of docs/gebruik.md, taken from a real window on the sample meeting."""

import sys
import tempfile
from pathlib import Path

from tests.ux.scherm import Venster, ontbreekt, scherm
from tests.verpakt import vul_werkmap
from tk_desktop.store.werkmap import Store

DOEL = Path("docs/beeld")
NAAR_VERGADERING = (("toets", "Ctrl+1"), ("toets", "Enter"), ("wacht", "1"))
NAAR_2A = (*NAAR_VERGADERING, ("toets", "Down"), ("toets", "Down"), ("toets", "Down"))
BEELDEN: dict[str, tuple[tuple[str, str], ...]] = {
    "vergadering": (*NAAR_2A, ("wacht", "1")),
    "nota": (*NAAR_2A, ("toets", "Ctrl+Shift+D"), ("wacht", "1")),
    "stukken": (*NAAR_2A, ("toets", "Ctrl+Shift+S"), ("wacht", "5")),
    "voorbeeld": (*NAAR_2A, ("toets", "Ctrl+Shift+E"), ("wacht", "8")),
    "controle": (*NAAR_VERGADERING, ("toets", "F8"), ("toets", "F8"), ("wacht", "0.5")),
    "set": (*NAAR_2A, ("toets", "Ctrl+F2"), ("wacht", "12")),
    "afdrukken": (*NAAR_2A, ("toets", "Ctrl+P"), ("wacht", "12")),
    "nieuwe-vergadering": (("toets", "Ctrl+Shift+N"), ("typ", "9-12-2026"), ("wacht", "0.5")),
    "opdrachten": (*NAAR_VERGADERING, ("toets", "Alt+Q"), ("typ", "punt"), ("wacht", "0.5")),
    "zoeken": (("toets", "Ctrl+E"), ("typ", "zwem*"), ("wacht", "1")),
}
MAAT = (1280, 800)


def main() -> int:
    """Write every picture; returns 2 when this machine has no screen to take them from."""
    mist = ontbreekt()
    if mist:
        sys.stderr.write(f"Dit ontbreekt voor een echt venster: {', '.join(mist)}.\n")
        return 2
    with scherm(*MAAT) as display:
        for naam, stappen in BEELDEN.items():
            with tempfile.TemporaryDirectory() as map_:
                werkmap = Path(map_) / "werkmap"
                with Store.open(werkmap, maken=True) as store:
                    vul_werkmap(store)
                venster = Venster(display, werkmap, breedte=MAAT[0], hoogte=MAAT[1])
                try:
                    for soort, waarde in stappen:
                        venster.doe(soort, waarde)
                    sys.stdout.write(f"{venster.foto(DOEL / f'{naam}.png')}\n")
                finally:
                    venster.sluit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
