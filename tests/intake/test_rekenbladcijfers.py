"""The amounts on the sheets of a workbook are checked as those of a paper are."""

from datetime import date
from pathlib import Path

import xlsxwriter

from tests.cli.hulp import tk
from tests.programmebouwers import maak_programma
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

KOP = ("Wat", "Begroting", "Besteed", "Saldo")


def _boek(doel: Path, totaal: int) -> Path:
    with xlsxwriter.Workbook(str(doel)) as boek:
        blad = boek.add_worksheet("Haven")
        blad.write_string(0, 0, "Financiën haven")
        rijen = (KOP, ("Kade", 700, 300, 400), ("Sluis", 500, "", ""), ("Totaal", totaal, 300, 400))
        for plek, rij in enumerate(rijen):
            blad.write_row(plek + 2, 1, rij)
        blad.write_string(7, 1, "De sluis is nog niet begonnen.")
    return doel


def test_a_sheet_gives_its_table_with_title_columns_and_rows(tmp_path: Path) -> None:
    (gelezen,) = lees_bestanden([_boek(tmp_path / "haven.xlsx", 1_200)])
    (tabel,) = gelezen.tabellen
    assert (tabel.titel, tabel.plek) == ("Financiën haven", "regel 3-6")
    assert [kolom.naam for kolom in tabel.kolommen] == list(KOP[1:])
    assert [(rij.naam, [cel.bedrag for cel in rij.cellen]) for rij in tabel.rijen] == [
        ("Kade", [700, 300, 400]), ("Sluis", [500, None, None]), ("Totaal", [1_200, 300, 400])
    ]  # fmt: skip


def test_a_wrong_total_on_a_sheet_is_found_and_a_right_one_is_not(tmp_path: Path) -> None:
    assert tk("check", "--rapport", _boek(tmp_path / "goed.xlsx", 1_200)).code == 0
    (een,) = tk("check", "--rapport", _boek(tmp_path / "fout.xlsx", 1_300), "--json").json
    assert (een["code"], een["waar"]) == ("GD01", "‘Financiën haven’, rij ‘Totaal’, kolom ‘Begroting’")


def test_a_budget_that_this_program_wrote_is_right(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        stand = read_stand(store, maak_programma(store).id)
    assert stand.periode is not None
    boek = write_begroting_xlsx(stand, stand.periode, tmp_path / "b.xlsx", op=date(2026, 7, 1))
    (gelezen,) = lees_bestanden([boek])
    assert [tabel.titel for tabel in gelezen.tabellen] == ["Baten", "Lasten", "Organisatie", "Bewegen", "Wonen"]
    assert tk("check", "--rapport", boek).code == 0
