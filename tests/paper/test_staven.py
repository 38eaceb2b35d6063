"""Charts of bars: sharp on every page, and told to who cannot see them."""

import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.paper.blad import Blad, Staaf
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument
from tk_desktop.paper.word import WordDocument

STAVEN = (
    Staaf(naam="Wonen", deel=25, geheel=100, woorden="€ 25 van € 100 besteed (25%)"),
    Staaf(naam="Bewegen", deel=0, geheel=80, woorden="niets van € 80 besteed"),
)


def _blad(soort: type[TaggedDocument] | type[WordDocument]) -> Blad:
    blad = soort(titel="Staven", huisstijl=Huisstijl.load("neutraal"), datum=date(2026, 6, 30), auteur="")
    blad.title("Staven")
    blad.bars(STAVEN)
    return blad


def test_a_pdf_draws_shapes_with_words_that_stand_for_them(tmp_path: Path) -> None:
    with pikepdf.open(_blad(TaggedDocument).write(tmp_path / "s.pdf")) as pdf:
        inhoud = b"".join(stroom.read_bytes() for stroom in _stromen(pdf.pages[0])).decode("latin-1")
        staven = re.findall(r"([\d.]+) [\d.]+ re f\*?", inhoud)
        figuren = [str(een.Alt) for een in _figuren(pdf.Root.StructTreeRoot)]
    assert figuren == ["Staaf, gevuld voor 25%", "Staaf, gevuld voor 0%"]
    heel, deel, leeg = (float(breedte) for breedte in staven[-3:])
    assert deel / heel == pytest.approx(0.25, abs=0.001)
    assert leeg == heel


def test_word_has_a_line_as_long_as_its_share_under_its_words(tmp_path: Path) -> None:
    document = Document(str(_blad(WordDocument).write(tmp_path / "s.docx")))
    alineas = [alinea for alinea in document.paragraphs if alinea.style and alinea.style.name != "Title"]
    woorden = [alinea.text.replace("\xa0", " ") for alinea in alineas if alinea.text]
    assert woorden[-2:] == [staaf.regel for staaf in STAVEN]
    rechts = [alinea.paragraph_format.right_indent for alinea in alineas if alinea.paragraph_format.right_indent]
    assert len(rechts) == 2
    assert rechts[0] / rechts[1] == pytest.approx(0.75, abs=0.01)


@given(st.integers(), st.integers(min_value=1))
def test_a_bar_is_never_longer_than_its_whole_nor_shorter_than_nothing(deel: int, geheel: int) -> None:
    assert 0 <= Staaf(naam="x", deel=deel, geheel=geheel, woorden="").aandeel <= 1


def test_a_bar_of_nothing_does_not_exist() -> None:
    with pytest.raises(ValueError, match="meer dan niets"):
        Staaf(naam="x", deel=1, geheel=0, woorden="")


def _stromen(blad: pikepdf.Page) -> list[pikepdf.Object]:
    inhoud = blad.Contents
    return list(inhoud) if isinstance(inhoud, pikepdf.Array) else [inhoud]


def _figuren(element: pikepdf.Object) -> list[pikepdf.Object]:
    uit = [element] if element.get("/S") == "/Figure" else []
    kinderen = element.get("/K", pikepdf.Array([]))
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            uit += _figuren(kind)
    return uit
