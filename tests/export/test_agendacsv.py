"""An agenda as .csv."""

import csv
import io
from pathlib import Path

from tests.bouwers import een_agendapunt, een_opname
from tk_desktop.domain.agenda import Behandeling, Inleider
from tk_desktop.domain.vergaderset import Doelgroep, Variant, zichtbaar_voor
from tk_desktop.export.agendacsv import KOLOMMEN, write_csv


def _rijen(pad: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(pad.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))


def test_each_item_is_a_line_with_its_number_time_and_treatment(tmp_path: Path) -> None:
    punten = [
        een_agendapunt(id="a", volgorde="a", titel="Opening", duur=5),
        een_agendapunt(
            id="b",
            volgorde="b",
            titel="Oever",
            duur=20,
            behandeling=frozenset([Behandeling.INFORMATIE, Behandeling.BESPREKING]),
            inleiders=(Inleider(id="i", volgorde="i", naam="Roos van Dalen", rol="wethouder"),),
            toelichting="Zie agendapunt {{punt:a}}.",
        ),
        een_agendapunt(id="c", volgorde="c", titel="Fonds", ouder_id="b", besloten=True, mondeling=True),
    ]
    opname = een_opname(agendapunten=punten)
    pad = write_csv(opname, tmp_path / "agenda.csv")
    assert _rijen(pad) == [
        list(KOLOMMEN),
        ["1", "09.00", "Opening", "5", "", "", "", "", ""],
        ["2", "09.05", "Oever", "20", "Ter informatie en bespreking", "Roos van Dalen (wethouder)", "", "",
         "Zie agendapunt 1."],
        ["2a", "", "Fonds", "", "", "", "ja", "ja", ""],
    ]  # fmt: skip
    openbaar = zichtbaar_voor(opname, Variant(doelgroep=Doelgroep.OPENBAAR))
    assert len(_rijen(write_csv(openbaar, tmp_path / "openbaar.csv"))) == 3


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    titels = ["=1+1", "+31", "-kort", "@naam", "'=al"]
    punten = [een_agendapunt(volgorde=f"v{rang}", titel=titel) for rang, titel in enumerate(titels)]
    rijen = _rijen(write_csv(een_opname(agendapunten=punten), tmp_path / "agenda.csv"))
    assert [rij[2] for rij in rijen[1:]] == [f"'{titel}" for titel in titels]
