"""How high a row of a workbook must be to show all of its words.

Excel finds that out for a row that names no height, LibreOffice does not: it takes a workbook that says to be of Excel
at its word, and shows one line of each cell over the next row.
"""

from collections.abc import Sequence
from textwrap import wrap

_LIJN = 15.0
"""Points of a line of 11 point letters."""
_HOOGSTE = 409.0
"""No row of a workbook is higher."""


def row_height(cellen: Sequence[object], breedten: Sequence[int]) -> float:
    """Return the height in points for what stands in a row, of columns so many characters wide; only texts wrap."""
    teksten = ((waarde, breedte) for waarde, breedte in zip(cellen, breedten, strict=True) if isinstance(waarde, str))
    return min(_HOOGSTE, _LIJN * max((_lijnen(tekst, breedte) for tekst, breedte in teksten), default=1))


def _lijnen(tekst: str, breedte: int) -> int:
    return sum(max(1, len(wrap(alinea, breedte))) for alinea in tekst.splitlines() or [""])
