"""The list of notes says of each where it stands and what it says, on paper and in a workbook."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import etree

from tests.bouwers import een_agendapunt, een_opname, een_stuk
from tests.notenbouwers import ROOS, WIES, een_aantekening, een_anker, een_plaats
from tests.verpakt import paginateksten
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Aantekening, Oordeel, Soort, Zicht
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.export.notitielijst import shortened, write_lijst_pdf, write_lijst_word, write_lijst_xlsx

HEL = '=HYPERLINK("http://boos.example")'


@pytest.fixture
def opname() -> Momentopname:
    punt = een_agendapunt(id="oever", titel="Oever")
    return een_opname(agendapunten=[punt], stukken=[een_stuk(id="nota", agendapunt_id="oever", titel="Oeverplan")])


@pytest.fixture
def noten() -> list[Aantekening]:
    kwijt = een_plaats(een_anker(citaat="een zin die verdween"), oordeel=Oordeel.NIET_GEVONDEN)
    return [
        een_aantekening(
            een_anker(pagina=7), soort=Soort.VRAAG, tekst="Wie betaalt?", antwoord="De regio.", labels=("geld", "jaar")
        ),
        een_aantekening(kleur=Kleur.ROZE, tekst=HEL),
        een_aantekening(plaatsen=(kwijt,)),
        een_aantekening(eigenaar=WIES, zicht=Zicht.ALLEN, tekst="Zie ook 4b"),
        een_aantekening(eigenaar=WIES, tekst="Geheim van Wies"),
        een_aantekening(soort=Soort.PUNTNOTITIE, tekst="Eerst het college"),
    ]


def _cellen(boek: Path) -> list[str]:
    with zipfile.ZipFile(boek) as pakket:
        woorden = etree.fromstring(pakket.read("xl/sharedStrings.xml"))
        werkblad = pakket.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in werkblad
    return ["".join(str(stuk) for stuk in deel.itertext()) for deel in woorden]


def test_the_list_on_paper_tells_everything_of_a_note(
    opname: Momentopname, noten: list[Aantekening], tmp_path: Path
) -> None:
    (tekst,) = paginateksten(write_lijst_pdf(opname, noten, tmp_path / "lijst.pdf", lezer=ROOS))
    for woorden in (
        "1 Oever",
        "Bij het punt zelf",
        "1 Oeverplan",
        "‘de oevers verzakken’",
        "Vraag: Wie betaalt?",
        "Antwoord: De regio.",
        "Labels: geld, jaar",
        "roze",
        "Van Wies Aalders",
        "niet teruggevonden in de nieuwste versie",
        "‘een zin die verdween’",
    ):
        assert woorden in tekst
    assert "Geheim" not in tekst
    with pikepdf.open(tmp_path / "lijst.pdf") as pdf:
        assert "/StructTreeRoot" in pdf.Root


def test_each_page_says_that_it_is_about_what_is_besloten(
    opname: Momentopname, noten: list[Aantekening], tmp_path: Path
) -> None:
    dicht = replace(opname, stukken=tuple(replace(stuk, besloten=True) for stuk in opname.stukken))
    for gezien, geldt in ((dicht, True), (opname, False)):
        paginas = paginateksten(write_lijst_pdf(gezien, noten, tmp_path / "lijst.pdf", lezer=ROOS))
        assert {"BESLOTEN · aantekeningen" in pagina for pagina in paginas} == {geldt}


def test_the_same_list_is_a_word_document(opname: Momentopname, noten: list[Aantekening], tmp_path: Path) -> None:
    document = docx.Document(str(write_lijst_word(opname, noten, tmp_path / "lijst.docx", lezer=ROOS)))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    assert "Vraag: Wie betaalt?\nAntwoord: De regio.\nLabels: geld, jaar" in cellen
    assert not any("Geheim" in cel for cel in cellen)


def test_a_workbook_has_a_row_for_each_note_and_no_formula(
    opname: Momentopname, noten: list[Aantekening], tmp_path: Path
) -> None:
    cellen = _cellen(write_lijst_xlsx(opname, noten, tmp_path / "lijst.xlsx", lezer=ROOS))
    assert {"Agendapunt", "1 Oever", "geld, jaar", "roze", WIES, HEL, "De regio."} <= set(cellen)
    assert "Geheim van Wies" not in cellen


@pytest.mark.parametrize("schrijf", [write_lijst_pdf, write_lijst_word, write_lijst_xlsx])
def test_the_same_notes_give_the_same_bytes(
    opname: Momentopname, noten: list[Aantekening], tmp_path: Path, schrijf: Callable[..., Path]
) -> None:
    een, twee = (schrijf(opname, noten, tmp_path / naam, lezer=ROOS) for naam in ("een", "twee"))
    assert sha256(een) == sha256(twee)


def test_a_meeting_without_notes_says_so(opname: Momentopname, tmp_path: Path) -> None:
    (tekst,) = paginateksten(write_lijst_pdf(opname, [], tmp_path / "lijst.pdf", lezer=ROOS))
    assert "geen aantekeningen" in tekst


def test_a_long_passage_is_told_by_its_begin_and_its_end() -> None:
    kort = shortened("begin " + "woord " * 200 + "einde")
    assert len(kort) < 300
    assert kort.startswith("begin")
    assert kort.endswith("einde")
    assert " … " in kort
