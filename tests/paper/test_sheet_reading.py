"""Cells of a workbook are read as a reader of the sheet sees them: a day as a day, a part as a percentage."""

from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.datum import kort
from tk_desktop.paper.sheet_formats import shown
from tk_desktop.paper.sheet_reading import read_sheets

GETOOND = (
    (date(2020, 3, 4), "dd-mm-yyyy", "4-3-2020"),
    (date(2020, 3, 4), '[$-413]dddd d mmmm "jaar" yyyy;@', "4-3-2020"),
    (date(2020, 3, 1), "mmm-yy", "maart 2020"),
    (date(2020, 3, 1), "yyyy", "2020"),
    (date(2020, 3, 4), "d mmm", "4-3-2020"),
    (datetime(2020, 3, 4, 9, 30), "d-m-yy h:mm", "4-3-2020 09.30"),
    (time(9, 30), "h:mm AM/PM", "09.30"),
    (1.25, "[h]:mm", "30.00"),
    (0.175, "0.0%", "17,5%"),
    (0.1 + 0.2, "General", "0,3"),
    (80_000, '[Red]"daling" #,##0', "80000"),
    (43_894, "General", "43894"),
    (4e12, "dd-mm-yyyy", "4000000000000"),
    (-3, "dd-mm-yyyy", "-3"),
)


def test_a_cell_reads_as_its_sheet_shows_it(tmp_path: Path) -> None:
    for stelsel in (False, True):
        bron = tmp_path / f"{stelsel}.xlsx"
        with xlsxwriter.Workbook(bron, {"date_1904": stelsel}) as boek:
            blad = boek.add_worksheet("Planning")
            for rij, (waarde, vorm, _) in enumerate(GETOOND):
                opmaak = boek.add_format({"num_format": vorm})
                schrijf = blad.write_number if isinstance(waarde, int | float) else blad.write_datetime
                schrijf(rij, 0, waarde, opmaak)
            blad.write_boolean(len(GETOOND), 0, True)
        (gelezen,) = read_sheets(bron)
        assert [rij[0] for rij in gelezen.rijen] == [*(tekst for _, _, tekst in GETOOND), "WAAR"]


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_comes_back_from_its_number(dag: date) -> None:
    assert shown(str((dag - date(1899, 12, 30)).days), "d-m-yyyy") == kort(dag)
