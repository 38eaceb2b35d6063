"""A list as the sheet of a workbook: a row each, to sort and filter, and to print on sheets that lie."""

from collections.abc import Sequence
from datetime import date, datetime, time

import xlsxwriter

from tk_desktop.export.rijhoogte import row_height

_A4 = 9
_MEESTE_TEKENS = 32000
Waarde = str | int | date
"""What can stand in a cell; a moment too."""


def write_sheet(
    boek: xlsxwriter.Workbook, titel: str, kolommen: Sequence[tuple[str, int]], rijen: Sequence[Sequence[Waarde]]
) -> None:
    """Put a list on a sheet of its own; ``kolommen`` are names with their widths. No text is ever a formula."""
    blad = boek.add_worksheet(titel)
    kop = boek.add_format({"bold": True, "bottom": 1, "valign": "top", "bg_color": "#e9eef3"})
    tekst = boek.add_format({"text_wrap": True, "valign": "top"})
    dag = boek.add_format({"num_format": "d-m-yyyy", "align": "left", "valign": "top"})
    getal = boek.add_format({"align": "left", "valign": "top"})
    for kolom, (naam, breedte) in enumerate(kolommen):
        blad.set_column(kolom, kolom, breedte)
        blad.write_string(0, kolom, naam, kop)
    for nummer, rij in enumerate(rijen, 1):
        blad.set_row(nummer, row_height(rij, [breedte for _, breedte in kolommen]))
        for kolom, waarde in enumerate(rij):
            if isinstance(waarde, date):
                moment = waarde if isinstance(waarde, datetime) else datetime.combine(waarde, time())
                blad.write_datetime(nummer, kolom, moment, dag)
            elif isinstance(waarde, int):
                blad.write_number(nummer, kolom, waarde, getal)
            else:
                blad.write_string(nummer, kolom, waarde[:_MEESTE_TEKENS], tekst)
    blad.freeze_panes(1, 0)
    blad.autofilter(0, 0, max(1, len(rijen)), len(kolommen) - 1)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(0)
