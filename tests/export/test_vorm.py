"""A paper of a meeting has one content and the form that was asked."""

import zipfile
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_opname
from tk_desktop.export.vorm import Vorm, new_document
from tk_desktop.paper.reading import lees_pdf


@pytest.mark.parametrize("vorm", list(Vorm))
def test_a_paper_holds_its_words_its_title_and_the_stamp_of_each_page(tmp_path: Path, vorm: Vorm) -> None:
    opname = een_opname(gremium=een_gremium(naam="Bestuurscommissie Waterkant"))
    document = new_document(vorm, opname, "Verslag Waterkant", merken=("Geheim tot 30-9-2026",))
    document.title("Verslag Waterkant")
    document.paragraph("De oever wordt hersteld.")
    pad = document.write(tmp_path / f"verslag{vorm.value}")
    for woorden in ("De oever wordt hersteld.", "Geheim tot 30-9-2026", "Verslag Waterkant"):
        assert woorden in _tekst(pad)


def test_the_footer_is_the_title_unless_it_is_said(tmp_path: Path) -> None:
    document = new_document(Vorm.PDF, een_opname(), "Actielijst", voettekst="Stand op 11 maart 2026")
    document.paragraph("Niets te doen.")
    assert "Stand op 11 maart 2026" in _tekst(document.write(tmp_path / "lijst.pdf"))


def _tekst(pad: Path) -> str:
    if pad.suffix == Vorm.PDF.value:
        return " ".join(" ".join(lees_pdf(pad).paginas).split())
    with zipfile.ZipFile(pad) as zip_:
        return " ".join(zip_.read(naam).decode() for naam in zip_.namelist() if naam.endswith(".xml"))
