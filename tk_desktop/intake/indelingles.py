"""Teaching a layout: words that somebody points at in an example become a layout file of the werkmap."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.paths import resources
from tk_desktop.intake.aanwijzing import Aanwijzing, Les, als_woorden
from tk_desktop.intake.indeling import GEWOON, Indeling, indeling_uit, lees_indeling
from tk_desktop.intake.indelingvorm import IndelingOnjuist
from tk_desktop.intake.pak import lees_bladen
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.pakbladen import Pakbladen


def leer_indeling(
    naam: str,
    titel: str,
    aangewezen: Mapping[str, Sequence[str]] | Sequence[Aanwijzing],
    map_: Path,
    *,
    naar: str = GEWOON,
) -> Indeling:
    """Write ``layouts/<naam>.toml`` in a werkmap and return that layout.

    ``aangewezen`` is what somebody said of lines, or gives by place in the file (``agenda.velden.datum``) the words
    that stand there then; what was not pointed at stays as in the layout ``naar``, which may be one of the werkmap.
    Raises ``IndelingOnjuist`` for a place that no layout has, with nothing written.
    """
    bestand = _bestandsnaam(naam)
    waarden = _met(titel, aangewezen, bestand, map_, naar)
    indeling_uit(waarden, bestand)
    (map_ / "layouts").mkdir(exist_ok=True)
    doel = map_ / "layouts" / bestand
    with replacing(doel) as half:
        half.write_text("\n".join(_regels(waarden, "")) + "\n", encoding="utf-8")
    return lees_indeling(doel)


def proef_les(bron: Pad, bladen: Pakbladen, les: Les, map_: Path) -> Pakvoorstel:
    """Return what a pack is read as by the layout of a lesson, of which nothing is written; raises as it."""
    bestand = _bestandsnaam(les.naam or "proef")
    indeling = indeling_uit(_met(les.titel or "Proef", les.aanwijzingen, bestand, map_, les.naar), bestand)
    return lees_bladen(bron, bladen, (indeling,))


def leer_les(les: Les, map_: Path) -> Indeling:
    """Write the layout of a lesson; raises as ``leer_indeling``."""
    return leer_indeling(les.naam, les.titel or les.naam, les.aanwijzingen, map_, naar=les.naar)


def geleerde_indelingen(map_: Path) -> tuple[str, ...]:
    """Return the names of the layouts that were taught in a werkmap."""
    return tuple(sorted(bestand.stem for bestand in (map_ / "layouts").glob("*.toml")))


def hernoem_indeling(map_: Path, naam: str, titel: str) -> Indeling:
    """Give a layout that was taught another title, and its file the name that follows from it; return it.

    Raises ``IndelingOnjuist`` for a title of which no name can be made, or that another layout has.
    """
    nieuw = naam_uit(titel)
    bestand = _bestandsnaam(nieuw)
    oud, doel = map_ / "layouts" / f"{naam}.toml", map_ / "layouts" / bestand
    if doel != oud and doel.exists():
        raise IndelingOnjuist(bestand=bestand, oorzaak="er is al een indeling met die naam")
    lees_indeling(oud)
    waarden = tomllib.loads(oud.read_text(encoding="utf-8"))
    waarden["titel"] = " ".join(titel.split())
    with replacing(doel) as half:
        half.write_text("\n".join(_regels(waarden, "")) + "\n", encoding="utf-8")
    if doel != oud:
        oud.unlink()
    return lees_indeling(doel)


def vergeet_indeling(map_: Path, naam: str) -> str:
    """Remove a layout that was taught, and return its text, by which ``houd_indeling`` brings it back."""
    bestand = map_ / "layouts" / f"{naam}.toml"
    tekst = bestand.read_text(encoding="utf-8")
    bestand.unlink()
    return tekst


def houd_indeling(map_: Path, naam: str, tekst: str) -> None:
    """Bring a layout back that was forgotten."""
    with replacing(map_ / "layouts" / f"{naam}.toml") as half:
        half.write_text(tekst, encoding="utf-8")


def naam_uit(titel: str) -> str:
    """Return the name of the file of a layout with this title."""
    return " ".join("".join(teken if teken.isalnum() or teken in " -" else " " for teken in titel.casefold()).split())


def _bestandsnaam(naam: str) -> str:
    bestand = f"{naam}.toml"
    if not naam.replace("-", "").replace(" ", "").isalnum() or not naam[:1].isalnum():
        raise IndelingOnjuist(bestand=bestand, oorzaak="een naam heeft alleen letters, cijfers, spaties en streepjes")
    return bestand


def _met(
    titel: str,
    aangewezen: Mapping[str, Sequence[str]] | Sequence[Aanwijzing],
    bestand: str,
    map_: Path,
    naar: str,
) -> dict[str, Any]:
    """Return the values of a layout with what was pointed at in their place."""
    eigen = map_ / "layouts" / f"{naar}.toml"
    bron = eigen if eigen.is_file() else resources() / "layouts" / f"{naar}.toml"
    lees_indeling(bron)
    waarden = tomllib.loads(bron.read_text(encoding="utf-8"))
    waarden["titel"] = titel
    woorden = aangewezen if isinstance(aangewezen, Mapping) else als_woorden(aangewezen, waarden)
    for pad, nieuw in woorden.items():
        *boven, laatste = pad.split(".")
        tafel: Any = waarden
        for deel in boven:
            tafel = tafel.get(deel)
            if not isinstance(tafel, dict):
                raise IndelingOnjuist(bestand=bestand, oorzaak=f"‘{pad}’ bestaat niet")
        tafel[laatste] = list(nieuw) if not isinstance(tafel.get(laatste), str) else nieuw[0]
    return waarden


def _regels(tafel: Mapping[str, object], pad: str) -> list[str]:
    """Return a table of a layout as TOML: its own fields, and then the tables in it."""
    uit = [f"{_woord(naam)} = {_waarde(waarde)}" for naam, waarde in tafel.items() if not isinstance(waarde, dict)]
    for naam, waarde in tafel.items():
        if isinstance(waarde, dict):
            onder = f"{pad}.{_woord(naam)}" if pad else _woord(naam)
            uit += ["", f"[{onder}]", *_regels(waarde, onder)]
    return uit


def _woord(naam: str) -> str:
    return naam if naam.replace("_", "").isascii() and naam.replace("_", "").isalnum() else _tekst(naam)


def _tekst(tekst: object) -> str:
    return '"' + str(tekst).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _waarde(waarde: object) -> str:
    if isinstance(waarde, list):
        return f"[{', '.join(_tekst(deel) for deel in waarde)}]"
    return str(waarde) if isinstance(waarde, int) else _tekst(waarde)
