"""How high a row of a workbook must be to show all of its words, and rows of words alone.

Excel finds that out for a row that names no height, LibreOffice does not: it takes a workbook that says to be of Excel
at its word, and shows one line of each cell over the next row.
"""

from collections.abc import Sequence
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format

_LIJN = 15.0
"""Points of a line of 11 point letters."""
_HOOGSTE = 409.0
"""No row of a workbook is higher."""


_VET = 0.88
"""How many bold letters stand where there is room for one: the words of a head are."""


def write_across(
    blad: xlsxwriter.worksheet.Worksheet, rij: int, tekst: str, vorm: Format, breedten: Sequence[int]
) -> None:
    """Write a sentence over all columns of a table, on as many lines as it asks; it is never a formula."""
    if len(breedten) > 1:
        blad.merge_range(rij, 0, rij, len(breedten) - 1, "", vorm)
    blad.write_string(rij, 0, tekst, vorm)
    blad.set_row(rij, row_height([tekst], [sum(breedten)]))


def head_height(koppen: Sequence[str], breedten: Sequence[int]) -> float:
    """Return the height in points for the bold words above columns."""
    return row_height(koppen, [round(_VET * breedte) for breedte in breedten])


def row_height(cellen: Sequence[object], breedten: Sequence[int]) -> float:
    """Return the height in points for what stands in a row, of columns so many characters wide; only texts wrap."""
    teksten = ((waarde, breedte) for waarde, breedte in zip(cellen, breedten, strict=True) if isinstance(waarde, str))
    return min(_HOOGSTE, _LIJN * max((_lijnen(tekst, breedte) for tekst, breedte in teksten), default=1))


def _lijnen(tekst: str, breedte: int) -> int:
    return sum(max(1, len(wrap(alinea, breedte))) for alinea in tekst.splitlines() or [""])
