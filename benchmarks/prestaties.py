"""``docs/prestaties.md``: every figure beside its peer, and how the large ones grow, as ``make bench`` measures."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from benchmarks.grafiek import Lijn, teken
from benchmarks.meten import Kromme, Meting

_KOP = """# Prestaties

Gemaakt door `make bench`: op één machine in één keer gemeten. Elk getal staat naast ander werk dat daar om en om mee is
gedaan, want machines verschillen en zijn zelden rustig. *Mag* is zo vaak het andere werk als is toegestaan, met wat
erbij komt voor wat dat andere werk niet doet. Wat mist, staat er als **mist**.
"""
_TABEL = "| Wat | Wij | Naast | | Mag | |\n|---|--:|---|--:|--:|---|"


def write_prestaties(docs: Path, metingen: Mapping[str, Sequence[Meting]], krommen: Sequence[Kromme]) -> None:
    """Write the document and its pictures; ``metingen`` by the part of the program that they are of."""
    uit = [_KOP]
    mist = [een.wat for rij in metingen.values() for een in rij if not een.haalt]
    totaal = sum(len(rij) for rij in metingen.values())
    uit.append(f"Van de {totaal} getallen {'missen er ' + str(len(mist)) if mist else 'mist er geen'}.\n")
    for titel, samen in groupby(krommen, key=lambda een: een.grafiek):
        lijnen = list(samen)
        beeld = docs / "beeld" / f"prestaties-{_naam(titel)}.svg"
        punten = [Lijn(naam=een.naam, punten=een.punten) for een in lijnen]
        beeld.write_text(teken(titel, lijnen[0].as_x, lijnen[0].as_y, punten, machten=True), "utf-8")
        uit.append(f"![{titel}: {lijnen[0].as_y} tegen {lijnen[0].as_x}](beeld/{beeld.name})\n")
        uit += [_punten(een) for een in lijnen] + [""]
    for onderdeel, rij in metingen.items():
        uit += [f"## {onderdeel.capitalize()}\n", _TABEL, *map(_regel, rij), ""]
    (docs / "prestaties.md").write_text("\n".join(uit), "utf-8")


def _regel(een: Meting) -> str:
    return (
        f"| {een.wat} | {een.gezegd(een.ons)} | {een.naam_ander} | {een.gezegd(een.ander)} | {een.gezegd(een.mag)} "
        f"| {'haalt' if een.haalt else '**mist**'} |"
    )


def _punten(een: Kromme) -> str:
    rij = "; ".join(f"{x:,.0f}: {y:,.1f}" for x, y in een.punten)
    return f"* {een.naam}, {een.as_y} bij {een.as_x}: {rij.translate({44: chr(160), 46: ','})}"


def _naam(titel: str) -> str:
    kaal = normalize("NFD", titel.lower()).encode("ascii", "ignore").decode()
    return kaal.replace(" ", "-")
