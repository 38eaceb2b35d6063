"""A row of a workbook is as high as what stands in it, in every program that opens it."""

import zipfile
from datetime import datetime
from pathlib import Path

from lxml import etree

from tests.bouwers import een_opname
from tests.notenbouwers import ROOS, een_aantekening
from tk_desktop.export.notitielijst import write_lijst_xlsx
from tk_desktop.export.rijhoogte import row_height

LANG = "Een zin van zes woorden hier. " * 20
"""600 characters: thirteen lines of a column of 48."""


def test_the_longest_cell_makes_the_row_and_a_word_is_not_cut() -> None:
    assert row_height(["", 3, datetime(2026, 6, 4)], [2, 1, 1]) == 15
    assert row_height(["een twee", "drie"], [8, 8]) == 15
    assert row_height(["een twee", "drie"], [7, 8]) == 30
    assert row_height(["een\n\ntwee"], [20]) == 45
    assert row_height(["woord " * 3000], [6]) == 409


def test_a_long_note_is_seen_whole_in_the_list(tmp_path: Path) -> None:
    noten = [een_aantekening(tekst=LANG), een_aantekening(tekst="Kort")]
    with zipfile.ZipFile(write_lijst_xlsx(een_opname(), noten, tmp_path / "lijst.xlsx", lezer=ROOS)) as pakket:
        rijen = etree.fromstring(pakket.read("xl/worksheets/sheet1.xml")).iter("{*}row")
        hoogten = [float(str(rij.get("ht", "15"))) for rij in rijen]
    assert hoogten[0] == 15
    assert max(hoogten) >= 13 * 15
    assert min(hoogten[1:]) < max(hoogten)
