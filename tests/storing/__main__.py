"""``make faults``: disturb the work of a laptop in every way, and write what was counted to docs/beproefd.md.

``python -m tests.storing`` does all of it, ``python -m tests.storing stroom`` one part. ``… doden 40`` kills forty
times, ``… stroom 20`` lets the power fail at every twentieth operation; with such a number nothing is written.
"""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.schijf import IN_GEHEUGEN
from tests.storing.doden import dood_alle
from tests.storing.omstandigheden import klok_springt, opdracht_zonder_geheugen, trage_schijf, weinig_geheugen
from tests.storing.reizen import BESCHERMEN, BIJBRENGEN, INNAME, MAKEN, ONTVANGEN
from tests.storing.schade import Lot, beschadig
from tests.storing.stroom import kan_hier, val_uit
from tests.storing.typen import dood_bij_het_typen
from tests.storing.volle_schijf import alleen_lezen, twee_tegelijk, verdwenen, vul
from tests.storing.volle_schijf import kan_hier as geen_schijf

BLAD = Path(__file__).parents[2] / "docs" / "beproefd.md"
KOP = """# Beproefd: wat een laptop kan overkomen

Gemaakt met `make faults`. Elke reis is werk aan een werkmap in stappen; wie het doet krijgt na elke stap te horen dat
die klaar is. Na elke verstoring gaat de werkmap opnieuw open en moet zij zijn als vóór of na de stap waarin het
misging: alle rijen, keuzes en bestanden. Wat als klaar was gemeld staat er, `tk doctor` vindt niets (ook niet in de
segmenten), gemaakte bundels, sets en kopieën zijn heel of er niet, en wie verder gaat komt uit waar hij zonder
verstoring was.

"""
STROOM = """Een reis wordt één keer gedaan, met alles wat het programma met zijn bestanden doet op schrift. Dan wordt de
schijf nagemaakt zoals die na elk van die handelingen kan zijn, op vier manieren: van wat nog niet zeker op de schijf
stond is alles weg, is alles er, of is een deel er, in willekeurige volgorde en gescheurd op 512 of 4096 bytes. Schijven
die gelijk zijn worden één keer geopend. ‘Zonder wachten’ is dezelfde reis met een database die niet op de schijf wacht
(`synchronous = OFF`): dan moet er veel misgaan, anders ziet deze proef niets."""

SCHIJF = """De reizen op een schijf van oplopende maat, van net te klein voor de eerste stap tot (bijna) genoeg. Wat
niet past, wordt geweigerd met een zin die de oorzaak noemt. Als er weer ruimte is, gaat de reis verder en komt zij uit
waar zij zonder volle schijf was. Op een schijf die niet te beschrijven is, verandert geen byte."""


VENSTER = """Iemand typt woorden in een toelichting, in een nota en aan tafel, veel sneller dan een mens, en het venster
wordt op een willekeurig moment afgebroken. Wat langer dan twee seconden vóór het laatste woord getypt was staat er,
`tk doctor` vindt niets, en een venster dat opnieuw opengaat (één op de twintig) zegt wat er is gebeurd."""

SCHADE = """In de database van een laptop (of, één op de vijf keer, in een stuk) worden één bit, 16 of 512 bytes
anders. Daarna kijkt `tk doctor`, en herstelt wat er te herstellen is uit het logboek of uit een kopie; een stuk komt
opnieuw van een collega. Dan moet er staan wat er stond."""

OMSTANDIGHEDEN = """Elke stap begint een nieuw programma. De klok is daarbij telkens anders verzet (een uur, een dag,
jaren vooruit of terug); een trage schijf neemt voor elke keer wachten een kwart seconde; met weinig geheugen mag een
stap worden geweigerd, en is dan niet gedaan. Daarna is de werkmap als vóór of na de stap, en heel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One kind of disturbance: how it is done, and the number that says how much of it when nobody gives one."""

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


def _stroom(stap: int) -> tuple[list[str], list[str]]:
    waarom = kan_hier()
    if waarom:
        return [f"Stroomuitval is hier niet beproefd: {waarom}."], []
    uitslagen = [val_uit(reis, 1, stap=stap * keer) for reis, keer in _STROOMREIZEN]
    los = val_uit(MAKEN, 1, stap=stap * 8, sync=False)
    regels = [
        "## Stroomuitval",
        "",
        STROOM,
        "",
        "| Reis | Handelingen | Punten | Verschillende schijven | Oud of nieuw, en heel | Anders |",
        "|---|---|---|---|---|---|",
    ]
    for een in (*uitslagen, los):
        mis = len({klacht.partition(": ")[0] for klacht in een.klachten})
        naam = f"{een.reis}, zonder wachten" if een is los else een.reis
        regels.append(f"| {naam} | {een.handelingen} | {een.punten} | {een.schijven} | {een.schijven - mis} | {mis} |")
    klachten = [klacht for een in uitslagen for klacht in een.klachten]
    return regels, klachten or ([] if los.klachten else ["zonder wachten ging er niets mis: deze proef ziet niets"])


def _schijf(maten: int) -> tuple[list[str], list[str]]:
    waarom = geen_schijf()
    if waarom:
        return ["## Volle schijf", "", f"Niet beproefd: {waarom}."], []
    uitslagen = [vul(reis, -(-maten // len(_SCHIJFREIZEN))) for reis in _SCHIJFREIZEN]
    regels = [
        "## Volle schijf, alleen-lezen, verdwenen, twee tegelijk",
        "",
        SCHIJF,
        "",
        "| Reis | Maten | Liep vol | Oud of nieuw, en later af | Anders |",
        "|---|---|---|---|---|",
    ]
    for een in uitslagen:
        vol = sum(aantal for melding, aantal in een.gemeld.items() if melding.startswith("De schijf is vol"))
        regels.append(f"| {een.reis} | {een.maten} | {vol} | {een.af} | {een.maten - een.af} |")
    klachten = [klacht for een in uitslagen for klacht in een.klachten]
    for naam, gevonden in (
        ("alleen-lezen", alleen_lezen(MAKEN)),
        ("alleen-lezen, beschermen", alleen_lezen(replace(BESCHERMEN, stappen=BESCHERMEN.stappen[:4]))),
        ("de werkmap verdwijnt en komt terug", verdwenen(MAKEN)),
        ("twee programma's tegelijk", twee_tegelijk(MAKEN)),
    ):
        regels.append(f"| {naam} | 1 | – | {int(not gevonden)} | {int(bool(gevonden))} |")
        klachten += gevonden
    return regels, klachten


def _venster(keer: int) -> tuple[list[str], list[str]]:
    een = dood_bij_het_typen(keer)
    regels = [
        "## Afgebroken tijdens het typen",
        "",
        VENSTER,
        "",
        "| Vensters | Woorden getypt | Daarvan kwijt | Meeste kwijt | Anders |",
        "|---|---|---|---|---|",
        f"| {een.keer} | {een.woorden} | {een.verloren} | {een.langst:.2f} s | {len(een.klachten)} |",
    ]
    return regels, list(een.klachten)


def _schade(keer: int) -> tuple[list[str], list[str]]:
    with TemporaryDirectory(prefix="tk-storing-", dir=IN_GEHEUGEN) as tijdelijk:
        uitslag = beschadig(Path(tijdelijk), keer, zaad=1)
    regels = ["## Bytes die vanzelf anders werden", "", SCHADE, "", "| Wat ervan kwam | Keer |", "|---|---|"]
    regels += [f"| {lot.value} | {uitslag.lot[lot]} |" for lot in Lot]
    return regels, list(uitslag.mis)


def _omstandigheden(keer: int) -> tuple[list[str], list[str]]:
    waarom = kan_hier()
    if waarom:
        return ["## Een laptop die het zwaar heeft", "", f"Niet beproefd: {waarom}."], []
    uitslagen = [
        *(klok_springt(reis, keer, 1) for reis in (MAKEN, ONTVANGEN)),
        *(trage_schijf(reis) for reis in (MAKEN, ONTVANGEN, BESCHERMEN)),
        *(weinig_geheugen(reis, _GEHEUGENS) for reis in (MAKEN, ONTVANGEN, INNAME)),
        opdracht_zonder_geheugen(_GEHEUGENS),
    ]
    regels = [
        "## Een laptop die het zwaar heeft",
        "",
        OMSTANDIGHEDEN,
        "",
        "| Reis | Keer | Tot het eind | Anders |",
        "|---|---|---|---|",
        *(f"| {een.naam} | {een.keer} | {een.af} | {len(een.klachten)} |" for een in uitslagen),
    ]
    return regels, [klacht for een in uitslagen for klacht in een.klachten]


_GEHEUGENS = 9
"""Amounts of memory that are tried: one MB besides what a program has when it begins, and each time twice as much."""
_SCHIJFREIZEN = (MAKEN, ONTVANGEN, BESCHERMEN)
_STROOMREIZEN = ((MAKEN, 1), (ONTVANGEN, 1), (BIJBRENGEN, 1), (BESCHERMEN, 5))
"""The journeys, and each how many operations of them a point is: encrypting writes very much."""
DELEN = (
    Deel(naam="doden", keer=500, doe=_doden),
    Deel(naam="stroom", keer=1, doe=_stroom),
    Deel(naam="schijf", keer=46, doe=_schijf),
    Deel(naam="venster", keer=2000, doe=_venster),
    Deel(naam="schade", keer=1000, doe=_schade),
    Deel(naam="omstandigheden", keer=10, doe=_omstandigheden),
)


def main(woorden: Sequence[str]) -> int:
    """Disturb, print, and answer 1 when anything was lost or half."""
    mis = 0
    for deel in DELEN:
        if woorden and deel.naam != woorden[0]:
            continue
        start = perf_counter()
        regels, klachten = deel.doe(int(woorden[1]) if woorden[1:] else deel.keer)
        sys.stdout.write("\n".join([*regels, *klachten, f"({perf_counter() - start:.0f} s)", "", ""]))
        sys.stdout.flush()
        mis += len(klachten)
        if not woorden[1:]:
            _schrijf("\n".join(regels) + "\n")
    return int(mis > 0)


def _schrijf(tekst: str) -> None:
    """Put one part on the page, in the place of what stood there under its heading."""
    oud = BLAD.read_text("utf-8") if BLAD.exists() else ""
    delen = {deel.partition("\n")[0]: deel for deel in re.split(r"^(?=## )", oud, flags=re.MULTILINE)[1:]}
    delen[tekst.partition("\n")[0]] = tekst
    BLAD.write_text(KOP + "\n".join(een.strip() + "\n" for een in delen.values()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
