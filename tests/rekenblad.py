"""Workbooks computed anew by LibreOffice, which knows nothing of the values that we wrote beside the formulas."""

import csv
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

OFFICE = os.environ.get("TK_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
HAS_CALC = OFFICE is not None and any(Path(OFFICE).resolve().parent.glob("*sclo.*"))
"""Whether the LibreOffice of this computer has its spreadsheet, which is a package of its own."""


def herberekend(boek: Path, map_: Path) -> list[list[list[str]]]:
    """Return the sheets of a workbook as LibreOffice computes them, each its rows of texts."""
    kaal = map_ / "kaal.xlsx"
    with zipfile.ZipFile(boek) as pak, zipfile.ZipFile(kaal, "w") as zonder:
        for naam in pak.namelist():
            inhoud = pak.read(naam)
            if naam.startswith("xl/worksheets/"):  # without the values that we give, so that it has to compute them
                inhoud = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", inhoud)
            zonder.writestr(naam, inhoud)
    vorm = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profiel = f"-env:UserInstallation={(map_ / 'profiel').as_uri()}"
    opdracht = [str(OFFICE), profiel, "--headless", "--convert-to", vorm, "--outdir", str(map_ / "uit"), str(kaal)]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
    bladen = sorted((map_ / "uit").glob("kaal-*.csv"), key=lambda pad: int(pad.stem.split("-")[1].split()[0]))
    uit = []
    for blad in bladen:
        with blad.open(encoding="utf-8", newline="") as stroom:
            uit.append(list(csv.reader(stroom)))
    return uit
