"""Word as other people write it: what they struck out, remarked or put inside is named and never in the paper."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.intake.word import lees_word_stuk

W = nsdecls("w")


def _een_nota() -> Document:
    document = docx.Document()
    kop = document.add_table(rows=0, cols=2)
    for naam, waarde in (
        ("Openbaar", "Ja"), ("Registratienummer", "2026-000123"), ("Vergadering", "Bestuurscommissie Waterkant"),
        ("Datum", "4 maart 2026"), ("Agendapunt", "3"), ("Onderwerp", "Herstel van de kade"),
    ):  # fmt: skip
        cellen = kop.add_row().cells
        cellen[0].text, cellen[1].text = naam, waarde
    document.paragraphs[0].insert_paragraph_before("Adviesnota") if document.paragraphs else None
    for regel in ("Voorstel", "1. De kade te herstellen.", "Inleiding", "De kade zakt.", "Argumenten"):
        document.add_paragraph(regel)
    return document


def _bewaar(document: Document, map_: Path) -> Path:
    document.save(str(map_ / "nota.docx"))
    return map_ / "nota.docx"


def _twijfels(pad: Path) -> list[str]:
    return [twijfel.wat for twijfel in lees_word_stuk(pad).twijfels if twijfel.waar == "nota.docx"]


def test_a_nota_with_changes_is_read_as_if_they_were_accepted_and_says_so(tmp_path: Path) -> None:
    document = _een_nota()
    alinea = document.paragraphs[-2]
    alinea._p.append(
        parse_xml(f'<w:ins {W} w:id="1" w:author="Joost"><w:r><w:t xml:space="preserve"> Snel.</w:t></w:r></w:ins>')
    )
    alinea._p.append(parse_xml(f'<w:del {W} w:id="2"><w:r><w:delText>Misschien niet.</w:delText></w:r></w:del>'))
    pad = _bewaar(document, tmp_path)
    (nota,) = lees_word_stuk(pad).notas
    teksten = [platte_tekst(sectie.tekst) for sectie in nota.secties]
    assert any("De kade zakt. Snel." in tekst for tekst in teksten)
    assert not any("Misschien" in tekst for tekst in teksten)
    (twijfel,) = _twijfels(pad)
    assert "alsof u alles accepteert (toegevoegd: ‘Snel.’; geschrapt: ‘Misschien niet.’)" in twijfel


def test_a_remark_is_a_doubt_with_its_writer_and_never_stands_in_the_paper(tmp_path: Path) -> None:
    document = _een_nota()
    loop = document.paragraphs[-2].runs[0]
    document.add_comment(loop, text="Klopt dit wel?", author="Petra Sluis", initials="PS")
    pad = _bewaar(document, tmp_path)
    assert _twijfels(pad) == ["Opmerking van Petra Sluis, niet overgenomen: ‘Klopt dit wel?’"]
    assert "Klopt dit wel" not in repr(lees_word_stuk(pad).notas)


@pytest.mark.parametrize(("programma", "soort"), [("Excel.Sheet.12", "een Excel-blad"), ("Vreemd.1", "een voorwerp")])
def test_a_sheet_inside_is_named(tmp_path: Path, programma: str, soort: str) -> None:
    document = _een_nota()
    ole = "urn:schemas-microsoft-com:office:office"
    document.add_paragraph()._p.append(
        parse_xml(f'<w:r {W}><w:object><o:OLEObject xmlns:o="{ole}" ProgID="{programma}"/></w:object></w:r>')
    )
    (twijfel,) = _twijfels(_bewaar(document, tmp_path))
    assert twijfel.startswith(f"In het document zit {soort}; wat daarin staat is niet gelezen.")


def test_a_plain_file_brings_no_doubts_of_this_kind(tmp_path: Path) -> None:
    assert _twijfels(_bewaar(_een_nota(), tmp_path)) == []
