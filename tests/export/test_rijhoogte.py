"""A row of a workbook is as high as what stands in it, in every program that opens it."""

import zipfile
from datetime import date, datetime
from pathlib import Path

from lxml import etree

from tests.bouwers import een_opname
from tests.notenbouwers import ROOS, een_aantekening
from tests.programmebouwers import PERIODE, maak_kerntaken, maak_programma
from tk_desktop.domain.begroting import Zijde
from tk_desktop.domain.cijfertabel import Cijfercel, Cijferkolom, Cijferrij, Cijfertabel
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.export.cijferblad import write_tabellen_xlsx
from tk_desktop.export.notitielijst import write_lijst_xlsx
from tk_desktop.export.rijhoogte import row_height
from tk_desktop.export.scenariorekenblad import write_scenarios_xlsx
from tk_desktop.programme.begroting import add_regel
from tk_desktop.programme.kerntaken import answer_kader, read_kerntaken
from tk_desktop.programme.programmas import add_programma
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store

LANG = "Een zin van zes woorden hier. " * 20
"""600 characters: thirteen lines of a column of 48."""


def test_the_longest_cell_makes_the_row_and_a_word_is_not_cut() -> None:
    assert row_height(["", 3, datetime(2026, 6, 4)], [2, 1, 1]) == 15
    assert row_height(["een twee", "drie"], [8, 8]) == 15
    assert row_height(["een twee", "drie"], [7, 8]) == 30
    assert row_height(["een\n\ntwee"], [20]) == 45
    assert row_height(["woord " * 3000], [6]) == 409


def _heights(boek: Path, nummer: int = 1) -> list[float]:
    """Return how high the rows of a sheet are."""
    with zipfile.ZipFile(boek) as pakket:
        rijen = etree.fromstring(pakket.read(f"xl/worksheets/sheet{nummer}.xml")).iter("{*}row")
        return [float(str(rij.get("ht", "15"))) for rij in rijen]


def test_long_names_heads_and_questions_of_a_table_are_seen_whole(tmp_path: Path) -> None:
    tabel = Cijfertabel(
        titel="Kade",
        kolommen=(Cijferkolom(naam="Begroting na de eerste wijziging van dit jaar"),),
        rijen=(
            Cijferrij(naam=LANG, cellen=(Cijfercel(tekst="€ 1", bedrag=1),)),
            Cijferrij(naam="Sluis", cellen=(Cijfercel(tekst="zie de toelichting bij de kade in bijlage drie"),)),
            Cijferrij(naam="Kade", cellen=(Cijfercel(tekst="€ ▯0", twijfel="cijfers verloren " * 10),)),
        ),
        van=3,
        tot=3,
        op_bladzijde=True,
    )
    titel, kop, lang, cel, twijfel, vraag = _heights(
        write_tabellen_xlsx("Bericht", [tabel], tmp_path / "t.xlsx", op=date(2026, 3, 11))
    )
    assert (titel, twijfel) == (15, 15)
    assert kop == 45
    assert lang >= 15 * len(LANG) / 40
    assert cel == 45
    assert vraag >= 60


def test_long_names_in_a_budget_are_seen_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        programma = maak_programma(store)
        add_regel(store, programma.id, PERIODE, LANG.strip(), zijde=Zijde.LASTEN, bedragen=())
        stand = read_stand(store, programma.id)
    assert stand.periode is not None
    boek = write_begroting_xlsx(stand, stand.periode, tmp_path / "b.xlsx", op=date(2026, 3, 11))
    with zipfile.ZipFile(boek) as pakket:
        bladen = sum(naam.startswith("xl/worksheets/sheet") for naam in pakket.namelist())
    assert max(max(_heights(boek, nummer)) for nummer in range(1, bladen + 1)) >= 15 * len(LANG) / 44
    assert _heights(boek)[1] == 30, "what was spent until a day takes two lines above its column"


def test_long_reasons_beside_scenarios_are_seen_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        programma = add_programma(store, "Kerntaken")
        feest = maak_kerntaken(store, programma.id)[2]
        answer_kader(store, feest.id, "regio", antwoord=False, reden=LANG)
        stand = read_kerntaken(store, programma.id)
    boek = write_scenarios_xlsx(stand, tmp_path / "s.xlsx", op=date(2026, 7, 1))
    assert max(_heights(boek, 2)) >= 15 * len(LANG) / 40
    with zipfile.ZipFile(boek) as pakket:
        opmaak = etree.fromstring(pakket.read("xl/worksheets/sheet2.xml")).find("{*}pageSetup")
    assert opmaak is not None
    assert opmaak.get("orientation") == "landscape"


def test_a_long_note_is_seen_whole_in_the_list(tmp_path: Path) -> None:
    noten = [een_aantekening(tekst=LANG), een_aantekening(tekst="Kort")]
    hoogten = _heights(write_lijst_xlsx(een_opname(), noten, tmp_path / "lijst.xlsx", lezer=ROOS))
    assert hoogten[0] == 15
    assert max(hoogten) >= 13 * 15
    assert min(hoogten[1:]) < max(hoogten)
