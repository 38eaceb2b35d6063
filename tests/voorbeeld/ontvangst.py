"""The sample meeting as it stands after the files came in: each file at the paper its name speaks of."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf

from tests.voorbeeld.bijlagen import DUBBEL, MAKERS
from tk_desktop.base.files import sha256
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.stuk import Stukversie, Tekstlaag

SCAN = "3 bijlage 1 - Schets standplaats Marsmade-Noord.pdf"


def stuk_bij(bestandsnaam: str) -> str:
    """Return the paper a file belongs to: ``2a bijlage 1 - …`` is ``stuk-2a-bijlage-1``."""
    plek = bestandsnaam.split(" - ", maxsplit=1)[0].split()
    return f"stuk-{plek[0]}-bijlage-{plek[2]}" if "bijlage" in plek else f"stuk-{plek[0]}"


def met_bestanden(opname: Momentopname, map_: Path) -> Momentopname:
    """Return the meeting with a version for every file in the folder."""
    versies = {stuk_bij(naam): _versie(map_ / naam) for naam in (*MAKERS, DUBBEL)}
    return replace(opname, versies=versies)


def _versie(bestand: Path) -> Stukversie:
    with pikepdf.open(bestand) as pdf:
        paginas = len(pdf.pages)
    return Stukversie(
        id=f"versie-{stuk_bij(bestand.name)}",
        stuk_id=stuk_bij(bestand.name),
        volgorde="h",
        sha256=sha256(bestand),
        bestandsnaam=bestand.name,
        media="application/pdf",
        paginas=paginas,
        tekstlaag=Tekstlaag.GEEN if bestand.name == SCAN else Tekstlaag.GOED,
        ontvangen=datetime(2026, 5, 18, 16, 30),
    )
