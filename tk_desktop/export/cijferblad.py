"""The tables of amounts of a paper as a workbook: a sheet for each, amounts as numbers, what does not add up told."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from tk_desktop.base.files import replacing
from tk_desktop.domain.cijfertabel import Cijferrij, Cijfertabel, Eenheid, Rijsoort
from tk_desktop.export.rekenvormen import rekenvormen
from tk_desktop.export.rijhoogte import head_height, row_height, write_across

_VERBODEN = re.compile(r"[\[\]:*?/\\]")
_LANGSTE_NAAM = 28
_MEESTE_TEKENS = 32000
_A4 = 9
_NAAM, _BEDRAG = 40, 18
"""How many characters wide the columns are."""


def write_tabellen_xlsx(titel: str, tabellen: Sequence[Cijfertabel], target: Path, *, op: date) -> Path:
    """Write each table on a sheet of its own, and return the file; no text in it is ever a formula.

    An amount that is not certain stands as it was written. Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        boek.set_properties({"title": titel, "created": datetime.combine(op, time())})
        vormen = rekenvormen(boek)
        for nummer, tabel in enumerate(tabellen, 1):
            _schrijf_blad(boek.add_worksheet(_bladnaam(nummer, tabel)), tabel, vormen)
    with replacing(target) as half:
        half.write_bytes(stroom.getvalue())
    return target


def _bladnaam(nummer: int, tabel: Cijfertabel) -> str:
    """Return a name that a workbook takes: short, without its signs, and of each sheet its own."""
    kaal = _VERBODEN.sub(" ", tabel.titel).strip(" '")
    return f"{nummer} {kaal}"[:_LANGSTE_NAAM].rstrip(" '")


def _schrijf_blad(blad: xlsxwriter.worksheet.Worksheet, tabel: Cijfertabel, vormen: dict[str, Any]) -> None:
    eenheid = "bedragen in euro" if tabel.eenheid is Eenheid.EURO else "bedragen × € 1.000"
    blad.write_string(0, 0, f"{tabel.titel or 'Tabel'} ({eenheid}; {tabel.plek})", vormen["titel"])
    koppen = [tabel.kop or "Onderdeel", *(kolom.naam for kolom in tabel.kolommen)]
    breedten = [_NAAM, *[_BEDRAG] * len(tabel.kolommen)]
    for plaats, (kop, breedte) in enumerate(zip(koppen, breedten, strict=True)):
        blad.set_column(plaats, plaats, breedte)
        blad.write_string(2, plaats, kop, vormen["bedragkop" if plaats else "kop"])
    blad.set_row(2, head_height(koppen, breedten))
    for nummer, rij in enumerate(tabel.rijen, 3):
        _schrijf_rij(blad, nummer, rij, vormen)
    for nummer, vraag in enumerate(tabel.vragen(), len(tabel.rijen) + 4):
        write_across(blad, nummer, vraag[:_MEESTE_TEKENS], vormen["twijfel"], breedten)
    blad.freeze_panes(3, 1)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(2)


def _schrijf_rij(blad: xlsxwriter.worksheet.Worksheet, nummer: int, rij: Cijferrij, vormen: dict[str, Any]) -> None:
    bedrag = vormen["totaal"] if rij.soort is Rijsoort.TOTAAL else vormen["bedrag"]
    blad.write_string(nummer, 0, rij.naam[:_MEESTE_TEKENS], vormen["tekst"])
    for plaats, cel in enumerate(rij.cellen, 1):
        if cel.bedrag is not None:
            blad.write_number(nummer, plaats, cel.bedrag, bedrag)
        elif cel.tekst:
            blad.write_string(nummer, plaats, cel.tekst, vormen["twijfel" if cel.twijfel else "tekst"])
    teksten = ["" if cel.bedrag is not None else cel.tekst for cel in rij.cellen]
    blad.set_row(nummer, row_height([rij.naam, *teksten], [_NAAM, *[_BEDRAG] * len(teksten)]))
