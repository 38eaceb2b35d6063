"""Makes the bijlagen of the sample meeting as PDFs of different senders; the same bytes every time."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.voorbeeld.bladen import maak_infographic, maak_planning, maak_presentatie, maak_scan
from tests.voorbeeld.brieven import maak_ao_verslag, maak_bc_verslag, maak_brief
from tests.voorbeeld.rapporten import maak_jaaroverzicht, maak_projectplan

BRIEF = "2b bijlage 1 - Brief Vereniging Zwembaden Vechtdelta.pdf"
DUBBEL = "8c brief - Zwembaden Vechtdelta over lesuren.pdf"

MAKERS: dict[str, Callable[[Path], None]] = {
    "2a bijlage 1 - Projectplan Fit de klas in 2026-2029.pdf": maak_projectplan,
    "2a bijlage 2 - Presentatie Zes scholen verder.pdf": maak_presentatie,
    "2a bijlage 3 - Planning op A3.pdf": maak_planning,
    BRIEF: maak_brief,
    "3 bijlage 1 - Schets standplaats Marsmade-Noord.pdf": maak_scan,
    "8b jaaroverzicht - Jeugdgezondheid 2025.pdf": maak_jaaroverzicht,
    "8d infographic - Kinderen in beeld 2025.pdf": maak_infographic,
    "9a verslag - BC GO 12 maart 2026.pdf": maak_bc_verslag,
    "9b verslag - AO GO 7 mei 2026.pdf": maak_ao_verslag,
}


def maak_bijlagen(map_: Path) -> None:
    """Write every bijlage that was received to a folder, under the name with which it came in; one came in twice."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, maak in MAKERS.items():
        maak(map_ / naam)
    shutil.copyfile(map_ / BRIEF, map_ / DUBBEL)
