"""``make trefzekerheid``: how much of known papers is read back right, as a table in docs/trefzekerheid.md."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.intake.heen_en_terug import beeld, via_word
from tests.intake.huisstijlpakken import stichting, waterschap
from tests.intake.test_pdf_heen_en_terug import plat
from tests.real.zaaddruk import OPMAKEN, druk
from tests.voorbeeld.inhoud import voorbeeld
from tests.zaden import GEDEELD
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.tekst import lees_tekst

DOEL = Path(__file__).parents[1] / "docs" / "trefzekerheid.md"
KOP = """# Trefzekerheid van het innemen

Gemaakt met `make trefzekerheid`. Elke regel is een papier waarvan bekend is wat erin staat; geteld zijn de velden die
gelijk teruggelezen zijn. Een vraag is iets dat wordt gelezen en aan de gebruiker wordt voorgelegd.

| Papier | Velden | Gelijk | Deel | Vragen |
|---|--:|--:|--:|--:|
"""


def blaadjes(waarde: Any) -> list[Any]:
    """Return every value in a nested one, in order."""
    if isinstance(waarde, dict):
        return [blad for naam, deel in waarde.items() if naam not in {"regel", "regel_tot"} for blad in blaadjes(deel)]
    if isinstance(waarde, list | tuple):
        return [blad for deel in waarde for blad in blaadjes(deel)]
    if hasattr(waarde, "__dataclass_fields__"):
        return blaadjes({naam: getattr(waarde, naam) for naam in waarde.__dataclass_fields__})
    return [waarde]


def gelijk(verwacht: Any, gelezen: Any) -> tuple[int, int]:
    """Return how many values there are, and how many of them were read the same on their place."""
    een, ander = blaadjes(verwacht), blaadjes(gelezen)
    return len(een), sum(a == b for a, b in zip(een, ander, strict=False))


def rij(naam: str, geteld: tuple[int, int], vragen: int) -> str:
    """Return one line of the table."""
    alles, goed = geteld
    deel = f"{100 * goed / max(1, alles):.1f}".replace(".", ",")
    return f"| {naam} | {alles} | {goed} | {deel} % | {vragen} |\n"


def _delen(lezing: Lezing) -> tuple[Any, ...]:
    return lezing.uitnodiging, lezing.agenda, lezing.notas, lezing.verslagen


def gedrukte_zaden(map_: Path) -> list[str]:
    """Return a line for the real set printed in each page layout; none where it is not at hand."""
    (bestand,) = [*GEDEELD.glob("seeds/000_*.txt"), None][:1]
    if bestand is None:
        return []
    tekst = bestand.read_text(encoding="utf-8")
    direct = lees_tekst(tekst)
    regels = [regel.tekst for regel in herstel(tekst)]
    bladen = {nr for nr, regel in enumerate(regels, 1) if regel[:1].isspace() and regel.strip()}
    uit = []
    for opmaak in OPMAKEN:
        doel = map_ / "set.pdf"
        druk(regels, bladen, opmaak, doel)
        lezing = lees_pak(doel).lezing
        geteld = gelijk(_delen(direct), _delen(lezing))
        uit.append(rij(f"echte vergaderset, gedrukt: {opmaak.naam}", geteld, len(lezing.twijfels)))
    return uit


def eigen_word(map_: Path) -> str:
    """Return a line for the sample meeting by way of Word."""
    opname = voorbeeld()
    terug, inname = via_word(opname, map_)
    return rij("voorbeeldvergadering via Word", gelijk(plat(beeld(opname)), plat(beeld(terug))), len(inname.twijfels))


def huisstijlen(map_: Path) -> list[str]:
    """Return a line for each invented organisation: the items of its agenda and the sections of its nota."""
    water = ["Gevraagde beslissing", "Aanleiding", "Geld", "Annexen", "Beslissing"]
    school = ["Wij vragen u", "Wat eraan voorafging", "Middelen", "Uitkomst"]
    verwacht: dict[str, tuple[Callable[[Path], Path], list[str], list[str]]] = {
        "waterschap": (waterschap, ["1", "2", "3", "3a", "3b", "4"], water),
        "stichting": (stichting, ["1", "2", "3"], school),
    }
    uit = []
    for naam, (maak, nummers, koppen) in verwacht.items():
        lezing = lees_pak(maak(map_)).lezing
        punten = [str(punt.nummer) for punt in lezing.agenda.punten] if lezing.agenda else []
        secties = [sectie.kop for nota in lezing.notas for sectie in nota.secties]
        uit.append(
            rij(
                f"indeling {naam}: punten en koppen", gelijk([nummers, koppen], [punten, secties]), len(lezing.twijfels)
            )
        )
    return uit


def main() -> None:
    """Write the table."""
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "word").mkdir()
        regels = [eigen_word(map_ / "word"), *huisstijlen(map_), *gedrukte_zaden(map_)]
    DOEL.write_text(f"{KOP}{''.join(regels)}", encoding="utf-8")
    sys.stdout.write("".join(regels))


if __name__ == "__main__":
    main()
