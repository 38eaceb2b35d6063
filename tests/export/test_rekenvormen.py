"""Cells look alike in every workbook, and a format that no cell uses is not written."""

from io import BytesIO
from zipfile import ZipFile

import xlsxwriter

from tk_desktop.export.rekenvormen import rekenvormen


def test_only_the_formats_that_cells_use_are_in_the_file() -> None:
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom) as boek:
        boek.add_worksheet().write_number(0, 0, 12, rekenvormen(boek)["totaal"])
    stijlen = ZipFile(stroom).read("xl/styles.xml").decode()
    assert '<cellXfs count="2">' in stijlen, "that of an empty cell, and that of a total"
    assert "FFF4D6" not in stijlen.upper()
