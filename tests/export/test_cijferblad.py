"""A workbook of tables: amounts are numbers, what is damaged stands as it was written, and no text is a formula."""

import zipfile
from datetime import date
from pathlib import Path

from lxml import etree

from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel, Rijsoort
from tk_desktop.export.cijferblad import write_tabellen_xlsx

TABEL = Cijfertabel(
    titel="=Haven: [kade] 'oud'",
    kolommen=(Cijferkolom(naam="Lasten"),),
    rijen=(
        Cijferrij(naam="=1+1", cellen=(Cijfercel(tekst="€ 1.200", bedrag=1200),)),
        Cijferrij(naam="Sluis", cellen=(Cijfercel(tekst="€ ▯00", twijfel="cijfers verloren"),)),
        Cijferrij(naam="Totaal", cellen=(Cijfercel(tekst="€ 1.500", bedrag=1500),), soort=Rijsoort.TOTAAL),
    ),
    van=3,
    tot=3,
    op_bladzijde=True,
)


def test_every_table_has_a_sheet_with_its_amounts_and_its_questions(tmp_path: Path) -> None:
    doel = write_tabellen_xlsx("Halfjaarbericht", [TABEL, TABEL], tmp_path / "t.xlsx", op=date(2026, 3, 11))
    with zipfile.ZipFile(doel) as boek:
        blad = etree.fromstring(boek.read("xl/worksheets/sheet2.xml"))
        woorden = boek.read("xl/sharedStrings.xml").decode()
        namen = boek.read("xl/workbook.xml").decode()
    getallen = [cel.findtext("{*}v") for cel in blad.iter("{*}c") if cel.get("t") is None and len(cel)]
    assert getallen == ["1200", "1500"]
    assert not list(blad.iter("{*}f"))
    assert all(tekst in woorden for tekst in ("=1+1", "€ ▯00", "cijfers verloren", "bladzijde 3"))
    assert 'name="2 =Haven' in namen


def test_the_same_tables_give_the_same_file(tmp_path: Path) -> None:
    een, ander = (
        write_tabellen_xlsx("B", [TABEL], tmp_path / naam, op=date(2026, 3, 11)) for naam in ("a.xlsx", "b.xlsx")
    )
    assert een.read_bytes() == ander.read_bytes()
