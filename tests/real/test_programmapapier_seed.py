"""The real half-year report made again from its records: Word, PDF and workbook say the same, to the euro."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from tests.rekenblad import HAS_CALC, herberekend
from tk_desktop.domain.begrotingstabel import Begrotingstabel, lastentabellen, overzicht
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.programmacontrole import controleer_begroting
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.export.halfjaar import write_halfjaarbericht
from tk_desktop.export.vorm import Vorm
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.store.werkmap import Store

Rijen = list[list[str]]


@pytest.fixture(scope="module")
def stand(zaden: Path, tmp_path_factory: pytest.TempPathFactory) -> Programmastand:
    (bron,) = zaden.glob("004_*.txt")
    (gelezen,) = lees_bestanden([bron])
    assert gelezen.programma is not None
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        return keep_programma(store, gelezen.programma)


def _tabellen(stand: Programmastand) -> list[Begrotingstabel]:
    assert stand.periode is not None
    return [*overzicht(stand, stand.periode.naam), *lastentabellen(stand, stand.periode.naam)]


def _rijen(tabel: Begrotingstabel) -> Rijen:
    return [[rij.naam, *("" if b is None else duizendtal(b) for b in rij.bedragen)] for rij in tabel.rijen]


def _in_word(bestand: Path) -> dict[str, list[Rijen]]:
    """Return the tables of a Word file by the heading above them."""
    document = Document(str(bestand))
    uit: dict[str, list[Rijen]] = {}
    kop = ""
    for deel in document.element.body:
        if deel.tag == qn("w:p"):
            kop = "".join(een.text or "" for een in deel.iter(qn("w:t"))).replace("\xa0", " ") or kop
        elif deel.tag == qn("w:tbl"):
            rijen = [
                ["".join(een.text or "" for een in cel.iter(qn("w:t"))) for cel in rij.iter(qn("w:tc"))]
                for rij in deel.iter(qn("w:tr"))
            ]
            uit.setdefault(kop, []).append(rijen[1:])
    return uit


def _in_werkboek(bestand: Path) -> list[list[list[str]]]:
    """Return the values of the sheets, rows of cells; texts by their place among the shared ones."""
    with zipfile.ZipFile(bestand) as pak:
        gedeeld = [
            "".join(str(deel) for deel in een.itertext())
            for een in etree.fromstring(pak.read("xl/sharedStrings.xml")).iter("{*}si")
        ]
        namen = sorted(
            (naam for naam in pak.namelist() if naam.startswith("xl/worksheets/sheet")), key=lambda n: int(n[19:-4])
        )
        uit = []
        for naam in namen:
            rijen = []
            for rij in etree.fromstring(pak.read(naam)).iter("{*}row"):
                cellen = {}
                for cel in rij.iter("{*}c"):
                    waarde = cel.findtext("{*}v") or ""
                    kolom = str(cel.get("r")).rstrip("0123456789")
                    cellen[kolom] = gedeeld[int(waarde)] if cel.get("t") == "s" and waarde else waarde
                rijen.append([cellen.get(kolom, "") for kolom in "ABCDEFG"])
            uit.append(rijen)
        return uit


def test_word_pdf_and_workbook_agree_to_the_euro(
    stand: Programmastand, tmp_path: Path, toon: Callable[[str], None]
) -> None:
    periode = stand.periode
    assert periode is not None
    pdf, word = (write_halfjaarbericht(stand, periode, tmp_path / f"r{vorm.value}", vorm) for vorm in Vorm)
    boek = write_begroting_xlsx(stand, periode, tmp_path / "b.xlsx", op=date(2024, 8, 1))
    in_word, bladen = _in_word(word), _in_werkboek(boek)
    document = pypdfium2.PdfDocument(pdf)
    woorden = " ".join(" ".join(blad.get_textpage().get_text_range() for blad in document).split())
    bedragen = 0
    for tabel, blad in zip(_tabellen(stand), bladen, strict=True):
        rijen = _rijen(tabel)
        assert rijen in [*in_word.get(tabel.titel, ()), *in_word.get(f"Begroting {tabel.titel}", ())], tabel.titel
        in_blad = [rij for rij in blad if rij[0] in {naam for naam, *_ in rijen} and any(rij[1:])]
        aantal = len(tabel.kolommen)
        assert [[een and duizendtal(int(een)) for een in rij[1 : aantal + 1]] for rij in in_blad][: len(rijen)] == [
            rij[1:] for rij in rijen if any(rij[1:])
        ]
        for rij in rijen:
            reeks = " ".join(een for een in rij[1:] if een)
            assert reeks in woorden, f"{tabel.titel}, {rij[0]}"
            bedragen += sum(bool(een) for een in rij[1:])
    toon(f"004: {len(_tabellen(stand))} tabellen, {bedragen} bedragen gelijk in Word, pdf en rekenblad")


@pytest.mark.parametrize("vorm", Vorm)
def test_the_report_made_again_is_read_back_whole_and_nothing_in_it_is_flagged(
    stand: Programmastand, tmp_path: Path, vorm: Vorm
) -> None:
    assert stand.periode is not None
    (gelezen,) = lees_bestanden([write_halfjaarbericht(stand, stand.periode, tmp_path / f"r{vorm.value}", vorm)])
    terug = {
        tabel.titel.removeprefix("Begroting "): [[rij.naam, *(cel.tekst for cel in rij.cellen)] for rij in tabel.rijen]
        for tabel in gelezen.tabellen
    }
    assert [(tabel.titel, terug.get(tabel.titel)) for tabel in _tabellen(stand)] == [
        (tabel.titel, _rijen(tabel)) for tabel in _tabellen(stand)
    ]
    assert [een.wat for een in controleer_tabellen(gelezen.tabellen, "\n".join(gelezen.paginas))] == []


@pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc staat niet op deze computer")
def test_libreoffice_computes_the_real_budget_without_a_difference(stand: Programmastand, tmp_path: Path) -> None:
    assert stand.periode is not None
    boek = write_begroting_xlsx(stand, stand.periode, tmp_path / "b.xlsx", op=date(2024, 8, 1))
    for blad, tabel in zip(herberekend(boek, tmp_path), _tabellen(stand), strict=True):
        assert [rij[1 : 1 + len(tabel.kolommen)] for rij in blad[3 : 3 + len(tabel.rijen)]] == [
            ["" if bedrag is None else str(bedrag) for bedrag in rij.bedragen] for rij in tabel.rijen
        ]


def test_the_records_give_the_findings_of_the_paper(stand: Programmastand) -> None:
    assert stand.periode is not None
    vondsten = controleer_begroting(stand, stand.periode)
    fouten = [(een.code, een.gesteld, een.gerekend) for een in vondsten if een.code != "GD05"]
    assert fouten == [("GD02", 30_617, 48_730), ("GD01", 5_978_615, 5_878_615), ("GD03", 1_842_422, 1_846_422)]
    assert sum(een.code == "GD05" for een in vondsten) == 3
    gezegd = " ".join(een.wat for een in vondsten)
    assert "877.224" not in gezegd
    assert "430.328" not in gezegd
