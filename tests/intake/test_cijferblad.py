"""Tables of amounts on pages, with ruled lines and without: each figure in the column it stands under."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.verpakt import VOORBEELD
from tk_desktop.domain.cijfertabel import Cijfertabel, Eenheid
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.getal import duizendtal
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


def test_a_table_with_one_column_of_amounts_is_read_by_its_total_and_added_up(tmp_path: Path) -> None:
    rijen = (("Onderdeel", "Benodigd budget"), ("Kade", "€ 37.452"), ("Sluis", "€ 9.000"), ("Totaal", "€ 46.542"))
    (tabel,) = gelezen(een_blad(tmp_path / "b.pdf", [rijen], lijnen=False))
    assert [kolom.naam for kolom in tabel.kolommen] == ["Benodigd budget"]
    (fout,) = controleer_tabellen([tabel])
    assert (fout.code, fout.verschil) == ("GD01", 90)
    lijst = (("Onderdeel", "Budget"), ("Zie bladzijde", "€ 37.452"), ("En dan nog", "€ 9.000"))
    assert gelezen(een_blad(tmp_path / "c.pdf", [lijst], lijnen=False)) == ()


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


SCHRIJFWIJZEN = ("{}", "€ {}", "€{}", "€ {},-")
NAMEN = (
    "Kadeherstel",
    "Onderhoud van de sluizen (incl. de oude oprit)",
    "Roeiboten",
    "Zwemles voor ouderen en jongeren",
)


@dataclass(frozen=True)
class Opmaak:
    """How a page is laid out: nothing of it may change what is read."""

    corps: float
    marge: float
    lucht: float
    lijnen: bool
    midden: bool
    schrijfwijze: str


@st.composite
def _opmaak(draw: st.DrawFn) -> Opmaak:
    return Opmaak(
        corps=draw(st.sampled_from((7.0, 8.5, 10.0, 11.5))),
        marge=draw(st.sampled_from((30.0, 57.0, 90.0))),
        lucht=draw(st.sampled_from((5.0, 8.0, 12.0))),
        lijnen=draw(st.booleans()),
        midden=draw(st.booleans()),
        schrijfwijze=draw(st.sampled_from(SCHRIJFWIJZEN)),
    )


@st.composite
def _begroting(draw: st.DrawFn) -> list[tuple[str, tuple[int | None, ...]]]:
    """Draw a table that adds up, in which a cell may be empty."""
    bedrag = st.one_of(st.none(), st.integers(-9_999, 2_000_000))
    namen = draw(st.permutations(NAMEN))[: draw(st.integers(2, len(NAMEN)))]
    rijen = [(naam, (draw(st.integers(1_000, 2_000_000)), draw(bedrag), draw(bedrag))) for naam in namen]
    eerste, (begroot, *_) = rijen[0]
    rijen[0] = (eerste, (begroot, 0, draw(bedrag)))  # a row with one figure alone begins no table
    som = tuple(sum(b or 0 for b in kolom) for kolom in zip(*(rij for _, rij in rijen), strict=True))
    return [*rijen, ("Totaal", som)]


def _druk(doel: Path, rijen: Sequence[tuple[str, tuple[int | None, ...]]], opmaak: Opmaak) -> Path:
    """Print the table: names broken over lines to the left, figures to the right of their columns."""
    canvas = Canvas(str(doel), pagesize=A4, invariant=True)
    breed = (A4[0] - 2 * opmaak.marge) / 10
    randen = [opmaak.marge + breed * deel for deel in (0, 4, 6, 8, 10)]
    stap, y = 1.2 * opmaak.corps, 780.0
    canvas.setFont("Helvetica-Bold", opmaak.corps + 2)
    canvas.drawString(opmaak.marge, y, "Financiën haven")
    y -= 2 * stap
    for naam, bedragen_ in (("Onderdeel", ("Begroting", "Besteed", "Nog nodig")), *rijen):
        namen = _broken(naam, randen[1] - randen[0] - 8, opmaak.corps)
        hoog = len(namen) * stap + opmaak.lucht
        boven = y - opmaak.lucht / 2 - opmaak.corps
        canvas.setFont("Helvetica", opmaak.corps)
        for lager, deel in enumerate(namen):
            canvas.drawString(randen[0] + 4, boven - lager * stap, deel)
        op = boven - (stap * (len(namen) - 1) / 2 if opmaak.midden else 0)
        for kolom, waarde in enumerate(bedragen_, 2):
            if waarde is not None:
                tekst = waarde if isinstance(waarde, str) else _written(waarde, opmaak.schrijfwijze)
                canvas.drawRightString(randen[kolom] - 4, op, tekst)
        for links, rechts in itertools.pairwise(randen) if opmaak.lijnen else ():
            canvas.rect(links, y - hoog, rechts - links, hoog)
        y -= hoog
    canvas.save()
    return doel


def _broken(naam: str, breed: float, corps: float) -> list[str]:
    regels = [""]
    for woord in naam.split():
        langer = f"{regels[-1]} {woord}".strip()
        if regels[-1] and stringWidth(langer, "Helvetica", corps) > breed:
            regels.append(woord)
        else:
            regels[-1] = langer
    return regels


def _written(bedrag: int, wijze: str) -> str:
    return ("-" if bedrag < 0 else "") + wijze.format(duizendtal(abs(bedrag)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_begroting(), _opmaak(), st.integers(3, 90_000))
def test_any_layout_reads_the_same_and_one_wrong_total_is_the_one_fault(
    tmp_path: Path, rijen: list[tuple[str, tuple[int | None, ...]]], opmaak: Opmaak, ernaast: int
) -> None:
    (tabel,) = gelezen(_druk(tmp_path / "goed.pdf", rijen, opmaak))
    assert bedragen(tabel) == {naam: list(rij) for naam, rij in rijen}
    assert controleer_tabellen([tabel]) == ()
    naam, som = rijen[-1]
    fout = [*rijen[:-1], (naam, ((som[0] or 0) + ernaast, *som[1:]))]
    (vondst,) = controleer_tabellen(gelezen(_druk(tmp_path / "fout.pdf", fout, opmaak)))
    assert (vondst.code, vondst.rij, vondst.kolom, vondst.verschil) == ("GD01", "Totaal", "Begroting", ernaast)
