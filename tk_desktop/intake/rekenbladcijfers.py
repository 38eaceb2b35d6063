"""Tables of amounts on the sheets of a workbook: rows together, with what stands alone above them as their title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.intake.cijfercellen import tabel_van_cellen
from tk_desktop.paper.sheet_reading import Werkblad

_OPSCHRIFT = re.compile(r"(?P<naam>.+?) \(euro; (?P<periode>[^)]+)\)")
"""What stands above a sheet of a budget that this program wrote."""
_Rij = tuple[int, Sequence[str]]


def lees_opschrift(tekst: str) -> tuple[str, str] | None:
    """Return of what a sheet is and over which period, by the line above it; nothing where it is none of ours."""
    treffer = _OPSCHRIFT.fullmatch(tekst)
    return (treffer["naam"], treffer["periode"]) if treffer else None


def vind_rekenbladtabellen(bladen: Sequence[Werkblad]) -> tuple[Cijfertabel, ...]:
    """Return the tables with amounts on these sheets, in their order; ``regel`` counts the rows of its sheet."""
    return tuple(tabel for blad in bladen for tabel in _of_sheet(blad))


def _of_sheet(blad: Werkblad) -> Iterator[Cijfertabel]:
    boven: list[str] = []
    for gevuld, samen in groupby(enumerate(blad.rijen, 1), key=lambda rij: any(rij[1])):
        rijen = list(samen) if gevuld else []
        while rijen and _alone(rijen[0]):
            boven.insert(0, next(cel for cel in rijen.pop(0)[1] if cel))
        if not rijen:
            continue
        breed = [rij for rij in rijen if not _alone(rij)]
        links = min((plek for _, rij in breed for plek, cel in enumerate(rij) if cel), default=0)
        tabel = tabel_van_cellen([(nummer, rij[links:]) for nummer, rij in breed], boven)
        if tabel is not None:
            titel = (boven and lees_opschrift(boven[0])) or (tabel.titel or blad.naam,)
            eigen = [een for een in tabel.twijfels if tabel.titel or "titel" not in een]
            yield replace(tabel, titel=titel[0], twijfels=tuple(eigen))
        boven = []


def _alone(rij: _Rij) -> bool:
    """Tell whether one cell alone has something in it: a title above a table or a note under it."""
    return sum(bool(cel) for cel in rij[1]) == 1
