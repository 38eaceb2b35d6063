"""Difficult PDFs from elsewhere: each is read and made fit, or refused in Dutch; nothing else ever happens."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary

from tk_desktop.base.errors import TkError
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.received import maak_gereed

STAP = 9
"""Every ninth file of the collection is tried; all of them were by hand."""


@pytest.fixture
def moeilijk(gedeeld: Path) -> list[Path]:
    alle = sorted((gedeeld / "corpus").rglob("*.pdf"))
    if not alle:
        pytest.skip("de verzameling moeilijke pdf’s is er niet")
    return alle[::STAP]


def test_every_difficult_pdf_is_read_or_refused_in_dutch(moeilijk: list[Path]) -> None:
    geweigerd = []
    for bron in moeilijk:
        try:
            lees_pdf(bron)
        except TkError as fout:
            geweigerd.append(fout)
    assert len(geweigerd) < len(moeilijk) / 2
    assert all(fout.code.startswith("TK-P") and str(fout).startswith("‘") for fout in geweigerd)


def test_every_difficult_pdf_is_made_fit_or_refused_and_what_is_made_can_be_read(
    moeilijk: list[Path], tmp_path: Path
) -> None:
    for nummer, bron in enumerate(moeilijk):
        target = tmp_path / f"{nummer}.pdf"
        try:
            gereed = maak_gereed(bron, target)
        except TkError:
            assert not target.exists(), bron
            continue
        assert len(lees_pdf(target).paginas) == gereed.paginas, bron
        with pikepdf.open(target) as pdf:
            sleutels = set().union(*(ding.keys() for ding in pdf.objects if isinstance(ding, Dictionary)))
        assert not sleutels & {"/JS", "/OpenAction", "/XFA", "/EmbeddedFiles", "/AcroForm"}, bron
