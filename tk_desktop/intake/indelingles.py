"""Teaching a layout: words that somebody points at in an example become a layout file of the werkmap."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tk_desktop.base.files import replacing
from tk_desktop.base.paths import resources
from tk_desktop.intake.indeling import GEWOON, Indeling, indeling_uit, lees_indeling
from tk_desktop.intake.indelingvorm import IndelingOnjuist


def leer_indeling(
    naam: str, titel: str, aangewezen: Mapping[str, Sequence[str]], map_: Path, *, naar: str = GEWOON
) -> Indeling:
    """Write ``layouts/<naam>.toml`` in a werkmap and return that layout.

    ``aangewezen`` gives by place in the file (``agenda.velden.datum``) the words that were pointed at; what was not
    pointed at stays as in the layout ``naar``. Raises ``IndelingOnjuist`` for a place that no layout has, with nothing
    written.
    """
    waarden = tomllib.loads((resources() / "layouts" / f"{naar}.toml").read_text(encoding="utf-8"))
    waarden["titel"] = titel
    bestand = f"{naam}.toml"
    if not naam.replace("-", "").replace(" ", "").isalnum():
        raise IndelingOnjuist(bestand=bestand, oorzaak="een naam heeft alleen letters, cijfers, spaties en streepjes")
    for pad, woorden in aangewezen.items():
        *boven, laatste = pad.split(".")
        tafel: Any = waarden
        for deel in boven:
            tafel = tafel.get(deel)
            if not isinstance(tafel, dict):
                raise IndelingOnjuist(bestand=bestand, oorzaak=f"‘{pad}’ bestaat niet")
        tafel[laatste] = list(woorden) if not isinstance(tafel.get(laatste), str) else woorden[0]
    indeling_uit(waarden, bestand)
    (map_ / "layouts").mkdir(exist_ok=True)
    doel = map_ / "layouts" / bestand
    with replacing(doel) as half:
        half.write_text("\n".join(_regels(waarden, "")) + "\n", encoding="utf-8")
    return lees_indeling(doel)


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
