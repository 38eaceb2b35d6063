"""``make faults``: disturb the work of a laptop in every way, and write what was counted to docs/beproefd.md.

``python -m tests.storing`` does all of it; ``python -m tests.storing doden 40`` one part, so often, and writes nothing.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tests.storing.doden import dood_alle

BLAD = Path(__file__).parents[2] / "docs" / "beproefd.md"
KOP = """# Beproefd: wat een laptop kan overkomen

Gemaakt met `make faults`. Elke reis is werk aan een werkmap in stappen; wie het doet krijgt na elke stap te horen dat
die klaar is. Na elke verstoring gaat de werkmap opnieuw open en moet zij zijn als vóór of na de stap waarin het
misging: alle rijen, keuzes en bestanden. Wat als klaar was gemeld staat er, `tk doctor` vindt niets (ook niet in de
segmenten), gemaakte bundels, sets en kopieën zijn heel of er niet, en wie verder gaat komt uit waar hij zonder
verstoring was.

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One kind of disturbance: how it is done so often, and how often when nobody says."""

    naam: str
    keer: int
    doe: Callable[[int], tuple[list[str], list[str]]]
    """Returns the lines of Markdown, and the complaints."""


def _doden(keer: int) -> tuple[list[str], list[str]]:
    uitslagen = dood_alle(keer)
    regels = [
        "## Afgebroken met `kill -9`",
        "",
        "| Reis | Keer | Midden in het werk | Oud of nieuw, en heel | Anders |",
        "|---|---|---|---|---|",
    ]
    for een in uitslagen:
        mis = len({klacht.partition(":")[0] for klacht in een.klachten})
        regels.append(f"| {een.reis} | {een.keer} | {een.aan_het_werk} | {een.keer - mis} | {mis} |")
    totaal, bezig = sum(een.keer for een in uitslagen), sum(een.aan_het_werk for een in uitslagen)
    mis = len({klacht.partition(":")[0] for een in uitslagen for klacht in een.klachten})
    regels.append(f"| **samen** | {totaal} | {bezig} | {totaal - mis} | {mis} |")
    return regels, [klacht for een in uitslagen for klacht in een.klachten]


DELEN = (Deel(naam="doden", keer=500, doe=_doden),)


def main(woorden: Sequence[str]) -> int:
    """Disturb, print, and answer 1 when anything was lost or half."""
    gevraagd = [deel for deel in DELEN if not woorden or deel.naam == woorden[0]]
    tekst, mis = [], 0
    for deel in gevraagd:
        start = perf_counter()
        regels, klachten = deel.doe(int(woorden[1]) if woorden[1:] else deel.keer)
        tekst += [*regels, ""]
        sys.stdout.write("\n".join([*regels, *klachten, f"({perf_counter() - start:.0f} s)", "", ""]))
        mis += len(klachten)
    if not woorden:
        BLAD.write_text(KOP + "\n".join(tekst), encoding="utf-8")
    return int(mis > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
