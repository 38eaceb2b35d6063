"""What tags say of lines: two short paragraphs are two, one long paragraph is one, and damaged tags harm nothing."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.paper.sample_pdfs import a_pdf
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.pakbladen import read_pak
from tk_desktop.paper.tag_blocks import read_blocks
from tk_desktop.paper.tagged import TaggedDocument

LANG = "De kade wordt hersteld en daarna opnieuw beplant met riet en wilgen langs de hele oever. " * 3


@pytest.fixture
def papier(tmp_path: Path) -> Path:
    blad = TaggedDocument(titel="Kade", huisstijl=Huisstijl.load("neutraal"), datum=date(2026, 3, 4), voettekst="Kade")
    for tekst in ("De kade zakt.", "De sluis ook.", LANG):
        blad.paragraph(tekst)
    return blad.write(tmp_path / "kade.pdf")


def test_the_end_of_each_paragraph_is_told(papier: Path) -> None:
    regels = [regel for regel in read_pak(papier).bladen[0].regels if regel.kader is not None]
    kade, sluis, *lang = regels[:5]
    assert (kade.sluit, sluis.sluit) == (True, True)
    assert not any(regel.sluit for regel in lang[:2])


def test_a_pdf_without_tags_says_nothing(tmp_path: Path) -> None:
    assert read_blocks(a_pdf(tmp_path / "kaal.pdf", ["Een", "Twee"])) == ()


@pytest.mark.parametrize("kapot", ["lus", "geen", "getal"])
def test_tags_that_are_damaged_say_nothing_and_harm_nothing(papier: Path, kapot: str) -> None:
    with pikepdf.open(papier, allow_overwriting_input=True) as pdf:
        boom = pdf.Root.StructTreeRoot
        if kapot == "lus":
            boom.ParentTree = pdf.make_indirect(pikepdf.Dictionary())
            boom.ParentTree.Kids = pikepdf.Array([boom.ParentTree])
        elif kapot == "geen":
            del boom.ParentTree
        else:
            boom.ParentTree = 7
        pdf.save(papier)
    assert all(not blokken for blokken in read_blocks(papier))
    assert read_pak(papier).bladen[0].tekst
