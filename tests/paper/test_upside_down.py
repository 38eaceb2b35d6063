"""A page that was scanned upside down is read in the order of its words."""

from collections.abc import Collection
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.redaction_marks import marks_over_words

REGELS = ("Het bestuur stelt de begroting vast", "en besluit over de kade en de sluis", "voor de zomer.")


def _blad(pad: Path, *, om: Collection[int], los: bool) -> Path:
    """Write unseen lines, each word by itself when ``los``; those of ``om`` stand on their head."""
    canvas = Canvas(str(pad), pagesize=(400, 600), invariant=1)
    for nummer, regel in enumerate(REGELS):
        x = 40.0
        canvas.saveState()
        if nummer in om:
            canvas.translate(400, 600)
            canvas.rotate(180)
        for deel in [f"{woord} " for woord in regel.split()] if los else [regel]:
            tekst = canvas.beginText(x, 500 - 14 * nummer)
            tekst.setFont("Helvetica", 10)
            tekst.setTextRenderMode(3)
            tekst.textOut(deel)
            canvas.drawText(tekst)
            x += canvas.stringWidth(deel, "Helvetica", 10)
        canvas.restoreState()
    canvas.save()
    return pad


@pytest.mark.parametrize("los", [True, False])
@pytest.mark.parametrize("om", [True, False])
def test_words_come_in_the_order_in_which_they_are_read(tmp_path: Path, om: bool, los: bool) -> None:
    pad = _blad(tmp_path / "blad.pdf", om=range(len(REGELS)) if om else (), los=los)
    (gelezen,) = lees_pdf(pad).paginas
    assert [regel.rstrip() for regel in gelezen.splitlines()] == list(REGELS)
    with pypdfium2.PdfDocument(pad) as pdf:
        blad = read_bladtekst(pdf[0])
    assert [regel.rstrip() for regel in blad.tekst.splitlines()] == list(REGELS)
    eerste, laatste = blad.kaders[blad.tekst.index("Het")], blad.kaders[blad.tekst.index("vast")]
    assert (eerste.x0 > laatste.x0) is om


@pytest.mark.parametrize("om", [(1,), (0, 2)])
def test_a_line_that_stands_on_its_head_among_others_is_read_and_found_to_be_redacted(
    tmp_path: Path, om: tuple[int, ...]
) -> None:
    pad = _blad(tmp_path / "blad.pdf", om=om, los=True)
    (gelezen,) = lees_pdf(pad).paginas
    assert {regel.rstrip() for regel in gelezen.splitlines()} == set(REGELS)
    assert [len(marks_over_words(pad, regel)) for regel in REGELS] == [1, 1, 1]
