"""The workbook of a budget computes what the records compute, whoever opens it."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from tests.programmebouwers import PERIODE, maak_programma
from tests.rekenblad import HAS_CALC, herberekend
from tk_desktop.domain.begroting import Bedragsoort, Zijde, lees_regelbedrag
from tk_desktop.domain.begrotingstabel import lastentabellen, overzicht
from tk_desktop.domain.programma import Programma, Programmaperiode
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.programme.begroting import add_regel
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Programmastand]:
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        programma = maak_programma(store)
        cellen = [
            lees_regelbedrag(soort, tekst)
            for soort, tekst in zip(Bedragsoort, ("57", "75", "10", "65", "16", "31"), strict=True)
        ]
        add_regel(store, programma.id, PERIODE, "=HYPERLINK(1)", bedragen=tuple(cel for cel in cellen if cel))
        reserve = lees_regelbedrag(Bedragsoort.GEWIJZIGD, "496")
        assert reserve is not None
        add_regel(store, programma.id, PERIODE, "Reserve", zijde=Zijde.LASTEN, buiten_totaal=True, bedragen=(reserve,))
        yield read_stand(store, programma.id)


def _periode(stand: Programmastand) -> Programmaperiode:
    assert stand.periode is not None
    return stand.periode


def _cells(boek: Path) -> Iterator[tuple[str | None, str]]:
    """Yield the formula, if any, and the value of each cell that is no text."""
    with zipfile.ZipFile(boek) as pak:
        for naam in sorted(deel for deel in pak.namelist() if deel.startswith("xl/worksheets/sheet")):
            for cel in etree.fromstring(pak.read(naam)).iter("{*}c"):
                if cel.get("t") is None and len(cel):
                    yield cel.findtext("{*}f"), cel.findtext("{*}v") or ""


def _given(stand: Programmastand) -> list[str]:
    tabellen = (*overzicht(stand, PERIODE), *lastentabellen(stand, PERIODE))
    return [str(b) for tabel in tabellen for rij in tabel.rijen for b in rij.bedragen if b is not None]


def test_saldo_eindsaldo_and_totals_are_formulas_with_the_value_of_the_records(
    stand: Programmastand, tmp_path: Path
) -> None:
    boek = write_begroting_xlsx(stand, _periode(stand), tmp_path / "b.xlsx", op=date(2026, 7, 1))
    cellen = list(_cells(boek))
    assert set(_given(stand)) <= {waarde for _, waarde in cellen}
    formules = [formule for formule, _ in cellen if formule]
    assert any(re.fullmatch(r"C\d+-D\d+", een) for een in formules)
    assert any(re.fullmatch(r"SUM\(B\d+:B\d+\)", een) for een in formules)
    assert any(een.startswith("'") and "!" in een for een in formules), "the overview refers to the sheets"
    with zipfile.ZipFile(boek) as pak:
        woorden = pak.read("xl/sharedStrings.xml").decode()
    assert "=HYPERLINK(1)" in woorden
    assert "Totaal inclusief Reserve" in woorden
    assert "noemt de bron € 31" in woorden


def test_the_same_budget_gives_the_same_file_and_an_empty_one_says_so(stand: Programmastand, tmp_path: Path) -> None:
    een, ander = (
        write_begroting_xlsx(stand, _periode(stand), tmp_path / naam, op=date(2026, 7, 1)) for naam in ("a", "b")
    )
    assert een.read_bytes() == ander.read_bytes()
    leeg = Programmastand(programma=Programma(id="p", naam="Leeg"))
    boek = write_begroting_xlsx(leeg, _periode(stand), tmp_path / "leeg.xlsx", op=date(2026, 7, 1))
    with zipfile.ZipFile(boek) as pak:
        assert "geen begrotingsregels" in pak.read("xl/sharedStrings.xml").decode()


@pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc staat niet op deze computer")
def test_libreoffice_computes_the_same_amounts(stand: Programmastand, tmp_path: Path) -> None:
    boek = write_begroting_xlsx(stand, _periode(stand), tmp_path / "b.xlsx", op=date(2026, 7, 1))
    tabellen = (*overzicht(stand, PERIODE), *lastentabellen(stand, PERIODE))
    bladen = herberekend(boek, tmp_path)
    assert len(bladen) == len(tabellen)
    for blad, tabel in zip(bladen, tabellen, strict=True):
        assert [rij[1 : 1 + len(tabel.kolommen)] for rij in blad[3 : 3 + len(tabel.rijen)]] == [
            ["" if bedrag is None else str(bedrag) for bedrag in rij.bedragen] for rij in tabel.rijen
        ]
