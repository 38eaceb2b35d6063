"""Word as other people write it: no styles, tables for the looks of the page, numbers typed by hand."""

import shutil
import subprocess
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.word import lees_word_stuk

MAART = date(2026, 3, 4)
PUNTEN = ["1. Opening", "2. Herstel van de kade (ter besluitvorming)", "3. Rondvraag en sluiting"]


def _een(*delen: str | Sequence[Sequence[str]], stijl: str | None = None) -> Document:
    """A file of paragraphs and tables (rows of cells)."""
    document = docx.Document()
    for deel in delen:
        if isinstance(deel, str):
            document.add_paragraph(deel, style=stijl if stijl and deel[0].isalpha() and len(deel) > 12 else None)
            continue
        tabel = document.add_table(rows=0, cols=len(deel[0]))
        for rij in deel:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = tekst
    return document


def _lees(document: Document, map_: Path) -> Lezing:
    document.save(str(map_ / "stuk.docx"))
    return lees_word_stuk(map_ / "stuk.docx")


def _punten(lezing: Lezing) -> list[tuple[str, str]]:
    assert lezing.agenda is not None
    return [(str(punt.nummer), punt.titel) for punt in lezing.agenda.punten]


@pytest.mark.parametrize("scheiding", [". ", ".\t", ") ", "\t", " - ", ": "])
def test_an_agenda_numbered_by_hand_gives_its_items_whatever_stands_behind_the_number(
    tmp_path: Path, scheiding: str
) -> None:
    regels = [punt.replace(". ", scheiding, 1).replace(" - ", " ") for punt in PUNTEN]
    lezing = _lees(
        _een("AGENDA", "Bestuurscommissie Waterkant", [("Datum:", "woensdag 4 maart 2026")], *regels), tmp_path
    )
    titels = [(nummer, titel.removesuffix(" (ter besluitvorming)")) for nummer, titel in _punten(lezing)]
    assert titels == [("1", "Opening"), ("2", "Herstel van de kade"), ("3", "Rondvraag en sluiting")]
    assert lezing.agenda is not None
    assert (lezing.agenda.datum, lezing.agenda.gremium) == (MAART, "Bestuurscommissie Waterkant")
    if lezing.twijfels and "genummerde regels" in lezing.twijfels[0].wat:
        assert lezing.agenda.punten[1].behandeling == frozenset({Behandeling.BESLUITVORMING})


def test_a_list_that_word_numbers_is_an_agenda_too(tmp_path: Path) -> None:
    document = _een("Agenda bestuurscommissie Waterkant 4 maart 2026")
    for titel in ("Opening", "Herstel van de kade", "Sluiting"):
        document.add_paragraph(titel, style="List Number")
    lezing = _lees(document, tmp_path)
    assert _punten(lezing) == [("1", "Opening"), ("2", "Herstel van de kade"), ("3", "Sluiting")]


def test_an_agenda_in_a_table_without_a_header_row_has_its_columns_guessed_and_says_so(tmp_path: Path) -> None:
    rijen = [("1.", "Opening", "09.00"), ("2.", "Herstel van de kade", "09.05"), ("3.", "Sluiting", "10.00")]
    lezing = _lees(_een("Agenda bestuurscommissie Waterkant 4 maart 2026", rijen), tmp_path)
    assert lezing.agenda is not None
    assert [(punt.titel, punt.tijd) for punt in lezing.agenda.punten] == [
        ("Opening", time(9)), ("Herstel van de kade", time(9, 5)), ("Sluiting", time(10)),
    ]  # fmt: skip
    assert (lezing.agenda.datum, lezing.agenda.gremium) == (MAART, "bestuurscommissie Waterkant")
    assert "geraden" in lezing.twijfels[0].wat


def test_numbers_of_items_that_are_not_certain_in_a_scan_are_counted_and_asked_about(tmp_path: Path) -> None:
    rijen = [("Nr.", "Onderwerp", "Voorstel"), ("▯.", "Opening", ""), ("2.", "Kade", ""), ("▯a", "Brug", ""),
             ("4,", "Sluis", ""), ("▯ des", "Sluiting", "")]  # fmt: skip
    lezing = _lees(_een("Agenda bestuurscommissie Waterkant 4 maart 2026", rijen), tmp_path)
    assert _punten(lezing) == [("1", "Opening"), ("2", "Kade"), ("2a", "Brug"), ("4", "Sluis"), ("5", "Sluiting")]
    assert sum("niet zeker gelezen" in twijfel.wat for twijfel in lezing.twijfels) == 4


def test_a_list_of_besluiten_gives_its_besluiten(tmp_path: Path) -> None:
    rijen = [("Nr.", "Onderwerp", "Besluit"), ("1", "Opening", ""), ("2", "Kade", "De kade wordt hersteld."),
             ("3", "Rondvraag", "Geen.")]  # fmt: skip
    (verslag,) = _lees(_een("BESLUITENLIJST", "Waterkant, 4 maart 2026", rijen), tmp_path).verslagen
    assert verslag.datum == MAART
    assert [[besluit.tekst for besluit in rij.besluiten] for rij in verslag.rijen] == [
        [],
        ["De kade wordt hersteld."],
        [],
    ]


def test_a_list_of_besluiten_that_names_the_agendapunt_beside_its_subject_keeps_those_numbers(tmp_path: Path) -> None:
    rijen = [("Agendapunt", "Onderwerp", "Besluit"), ("2", "Kade", "De kade wordt hersteld."),
             ("5", "Brug", "De brug blijft open.")]  # fmt: skip
    (verslag,) = _lees(_een("BESLUITENLIJST", "Waterkant, 4 maart 2026", rijen), tmp_path).verslagen
    assert [(str(rij.nummer), rij.onderwerp) for rij in verslag.rijen] == [("2", "Kade"), ("5", "Brug")]


def test_a_nota_with_the_headings_of_another_organisation_loses_none_of_its_text(tmp_path: Path) -> None:
    kop = [("Voorstel aan", "Dagelijks bestuur"), ("Agendapunt", "4"), ("Onderwerp", "Jaarrekening")]
    tekst = ("Gevraagd besluit", "In te stemmen.", "Aanleiding", "De wet vraagt het.", "Financiën", "Er is geld over.")
    (nota,) = _lees(_een(kop, *tekst), tmp_path).notas
    assert (str(nota.agendapunt), nota.onderwerp, nota.gremium) == ("4", "Jaarrekening", "Dagelijks bestuur")
    assert [punt.tekst for punt in nota.voorstel] == ["In te stemmen."]
    assert [(sectie.kop, sectie.tekst) for sectie in nota.secties[1:]] == [
        ("Aanleiding", "De wet vraagt het."),
        ("Financiën", "Er is geld over."),
    ]


def test_a_verslag_without_a_table_gives_its_items_besluiten_and_actions(tmp_path: Path) -> None:
    document = _een(
        "Verslag Bestuurscommissie Waterkant", "woensdag 4 maart 2026", "Aanwezig: Roos van Dalen, Joost Veerman",
        "1. Opening", "De voorzitter opent.", "2. Herstel van de kade", "Er is gesproken over twee dingen:",
        "1. geld", "2. tijd", "Besluit: De kade te herstellen.", "Actie: Roos stuurt de planning", "3. Sluiting",
    )  # fmt: skip
    lezing = _lees(document, tmp_path)
    (verslag,) = lezing.verslagen
    assert (verslag.datum, [wie.naam for wie in verslag.aanwezig]) == (MAART, ["Roos van Dalen", "Joost Veerman"])
    assert [(str(rij.nummer), rij.onderwerp) for rij in verslag.rijen] == [
        ("1", "Opening"), ("2", "Herstel van de kade"), ("3", "Sluiting"),
    ]  # fmt: skip
    rij = verslag.rijen[1]
    assert [besluit.tekst for besluit in rij.besluiten] == ["De kade te herstellen."]
    assert [actie.tekst for actie in rij.acties] == ["Roos stuurt de planning"]
    assert "geld" in rij.besproken
    assert "geen tabel" in lezing.twijfels[0].wat


NOTA = (
    "Voorstel:", "1) De kade te herstellen;", "2) € 10.000 beschikbaar te stellen;", "3) De raad te informeren.",
    "Inleiding:", "De kade zakt.", "Argumenten:", "1.1 Het is nodig", "Zonder herstel zakt zij verder.",
)  # fmt: skip


def test_a_nota_with_its_labels_above_their_values_in_cells_gives_its_header(tmp_path: Path) -> None:
    hokjes = [("Onderwerp\nHerstel van de kade", "Datum\n4 maart 2026"), ("Kenmerk\n2026-000123", "Agendapunt\n3")]
    (nota,) = _lees(_een("Adviesnota", hokjes, *NOTA), tmp_path).notas
    assert (nota.onderwerp, nota.datum, str(nota.agendapunt)) == ("Herstel van de kade", MAART, "3")
    assert len(nota.voorstel) == 3


def test_a_nota_that_stands_whole_in_a_table_of_one_column_is_read(tmp_path: Path) -> None:
    kop = "Onderwerp: Herstel van de kade\nAgendapunt: 3"
    lezing = _lees(_een([("ADVIESNOTA",), (kop,), ("\n".join(NOTA),)]), tmp_path)
    (nota,) = lezing.notas
    assert (nota.onderwerp, len(nota.voorstel)) == ("Herstel van de kade", 3)
    assert "alleen de bladzijde indeelt" in lezing.twijfels[0].wat


def test_a_nota_whose_header_stands_in_a_text_box_is_read(tmp_path: Path) -> None:
    document = _een("Adviesnota", *NOTA)
    regels = "".join(
        f"<w:p><w:r><w:t>{regel}</w:t></w:r></w:p>" for regel in ("Onderwerp: Herstel van de kade", "Agendapunt: 3")
    )
    vak = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{regels}</w:txbxContent></w:pict></w:r>"
    document.paragraphs[0]._p.append(parse_xml(vak))
    (nota,) = _lees(document, tmp_path).notas
    assert (nota.onderwerp, str(nota.agendapunt)) == ("Herstel van de kade", "3")


@pytest.mark.parametrize(
    "delen",
    [
        ("Rapport kades", "1. Inleiding", "De kade zakt.", "2. Conclusie"),
        ("Verslag van een werkbezoek", "Wij gingen naar de kade."),
        ("Agenda", "Er is nog niets."),
        ("Actielijst", [("Nr", "Actie", "Wie"), ("1", "Bellen", "Roos")]),
    ],
)
def test_what_is_no_paper_of_a_meeting_stays_none(tmp_path: Path, delen: Sequence[str]) -> None:
    lezing = _lees(_een(*delen), tmp_path)
    assert (lezing.agenda, lezing.notas, lezing.verslagen) == (None, (), ())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice staat er niet op")
def test_a_file_that_libreoffice_wrote_reads_the_same(tmp_path: Path) -> None:
    hokjes = [("Onderwerp\nHerstel van de kade", "Datum\n4 maart 2026"), ("Kenmerk\n2026-000123", "Agendapunt\n3")]
    eerst = _lees(_een("Adviesnota", hokjes, *NOTA), tmp_path)
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    opdracht = ["soffice", profiel, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*opdracht, tmp_path / "uit", tmp_path / "stuk.docx"], check=True, capture_output=True, timeout=120)
    assert lees_word_stuk(tmp_path / "uit" / "stuk.docx").notas == eerst.notas
