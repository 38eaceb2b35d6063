"""Tables of amounts on pages, with ruled lines and without: each figure in the column it stands under."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.verpakt import VOORBEELD
from tk_desktop.domain.cijfertabel import Cijfertabel, Eenheid
from tk_desktop.intake.cijferblad import vind_bladtabellen
from tk_desktop.paper.reading import lees_pdf

RAND = (60.0, 250.0, 350.0, 450.0, 540.0)
KOPPEN = (("Onderdeel", "Begroting\n(dec '25)", "Gewijzigde\nbegroting", "Saldo"),)
RIJEN = (
    ("Herstel van de kades", "€ 37.452", "€ 37.452", "€ 0"),
    ("Onderhoud van sluizen en\nde oude oprit", "€ 128.223", "€ 130.000", "-€ 1.777"),
    ("Roeiboten", "€ 9.000", "", "€ 500"),
    ("Totaal", "€ 174.675", "€ 167.452", "-€ 1.277"),
)
LEZING: dict[str, list[int | None]] = {
    "Herstel van de kades": [37452, 37452, 0],
    "Onderhoud van sluizen en de oude oprit": [128223, 130000, -1777],
    "Roeiboten": [9000, None, 500],
    "Totaal": [174675, 167452, -1277],
}


def een_blad(
    doel: Path, bladen: Sequence[Sequence[Sequence[str]]], *, lijnen: bool, boven: Sequence[str] = ("Financiën haven",)
) -> Path:
    """Write a table on each page: names to the left, figures to the right of their columns, with or without lines."""
    canvas = Canvas(str(doel), pagesize=A4, invariant=True)
    for rijen in bladen:
        y = 760.0
        canvas.setFont("Helvetica", 10)
        for tekst in boven:
            canvas.drawString(RAND[0], y, tekst)
            y -= 22
        for rij in rijen:
            hoog = 14.0 * max(cel.count("\n") + 1 for cel in rij) + 6
            for nummer, cel in enumerate(rij):
                for lager, deel in enumerate(cel.split("\n")):
                    if nummer:
                        canvas.drawRightString(RAND[nummer + 1] - 6, y - 12 - 14 * lager, deel)
                    else:
                        canvas.drawString(RAND[0] + 4, y - 12 - 14 * lager, deel)
            if lijnen:
                for links, rechts in itertools.pairwise(RAND):
                    canvas.rect(links, y - hoog, rechts - links, hoog)
            y -= hoog
        canvas.showPage()
    canvas.save()
    return doel


def gelezen(bron: Path) -> tuple[Cijfertabel, ...]:
    """Return the tables in a PDF."""
    return vind_bladtabellen(bron, lees_pdf(bron).paginas)


def bedragen(tabel: Cijfertabel) -> dict[str, list[int | None]]:
    """Return the amounts of each row by its name."""
    return {rij.naam: [cel.bedrag for cel in rij.cellen] for rij in tabel.rijen}


@pytest.mark.parametrize("lijnen", [True, False], ids=["met-lijnen", "zonder-lijnen"])
def test_every_cell_stands_in_its_row_and_column(tmp_path: Path, lijnen: bool) -> None:
    (tabel,) = gelezen(een_blad(tmp_path / "b.pdf", [(*KOPPEN, *RIJEN)], lijnen=lijnen))
    assert (tabel.titel, tabel.kop, tabel.plek) == ("Financiën haven", "Onderdeel", "bladzijde 1")
    assert [kolom.naam for kolom in tabel.kolommen] == ["Begroting (dec '25)", "Gewijzigde begroting", "Saldo"]
    assert bedragen(tabel) == LEZING
    assert tabel.vragen() == ()


@pytest.mark.parametrize("lijnen", [True, False], ids=["met-lijnen", "zonder-lijnen"])
def test_a_column_that_does_not_add_up_is_told_from_paper_too(tmp_path: Path, lijnen: bool) -> None:
    fout = (*RIJEN[:3], ("Totaal", "€ 174.675", "€ 176.452", "-€ 1.277"))
    (tabel,) = gelezen(een_blad(tmp_path / "b.pdf", [(*KOPPEN, *fout)], lijnen=lijnen))
    assert [(som.kolom, som.verschil) for som in tabel.fouten] == [("Gewijzigde begroting", 9000)]


@pytest.mark.parametrize("lijnen", [True, False], ids=["met-lijnen", "zonder-lijnen"])
def test_a_table_that_runs_over_the_page_is_one(tmp_path: Path, lijnen: bool) -> None:
    bladen = [(*KOPPEN, *RIJEN[:2]), (*KOPPEN, *RIJEN[2:])]
    (tabel,) = gelezen(een_blad(tmp_path / "b.pdf", bladen, lijnen=lijnen, boven=()))
    assert bedragen(tabel) == LEZING
    assert tabel.plek == "bladzijde 1-2"


def test_the_unit_above_a_table_counts(tmp_path: Path) -> None:
    rijen = (
        ("Onderdeel", "Lasten", "Baten", "Saldo"),
        ("Kade", "12.496", "364", "12.132"),
        ("Boten", "1.268", "244", "1.024"),
    )
    bron = een_blad(tmp_path / "b.pdf", [rijen], lijnen=True, boven=("Financiën haven", "(bedragen x € 1.000)"))
    (tabel,) = gelezen(bron)
    assert (tabel.eenheid, tabel.titel) == (Eenheid.DUIZEND, "Financiën haven")


def test_pages_without_rows_of_figures_are_not_looked_at(tmp_path: Path) -> None:
    rijen = (("Wie", "Wat", "Waar", "Hoe"), ("Roos", "kade", "Vecht", "snel"))
    assert gelezen(een_blad(tmp_path / "b.pdf", [rijen], lijnen=True)) == ()


def test_the_budgets_in_the_sample_are_read_with_the_years_above_their_columns() -> None:
    kosten, dekking = gelezen(next(VOORBEELD.glob("2a bijlage 1*.pdf")))
    assert (kosten.titel, dekking.titel) == ("6 Kosten en dekking", "Waar het geld vandaan komt")
    assert [kolom.naam for kolom in kosten.kolommen] == ["2026", "2027", "2028", "2029", "Totaal"]
    assert bedragen(kosten)["Totaal"] == [117500, 201000, 186000, 98000, 602500]
    assert bedragen(dekking)["Bestemmingsreserve Jeugd"] == [39500, 68000, 107500]
    assert (kosten.vragen(), dekking.vragen()) == ((), ())
    (jaar,) = gelezen(next(VOORBEELD.glob("8b jaaroverzicht*.pdf")))
    assert (jaar.titel, bedragen(jaar)["Huisvesting"]) == ("Mensen en geld", [1150000, 1236000, -86000])
