"""Ruled tables on pages: cells of words, and nothing where a page is not understood."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.paper.pdf_tables import read_tables


def _drie_bladen(doel: Path) -> Path:
    """Write a page with a ruled table, one with words alone and one with more lines than are looked at."""
    canvas = Canvas(str(doel), pagesize=A4, invariant=True)
    for rij, woorden in enumerate((("Wie", "Wat"), ("Roos", "12"))):
        for kolom, woord in enumerate(woorden):
            canvas.rect(100 + 80 * kolom, 700 - 20 * rij, 80, 20)
            canvas.drawString(104 + 80 * kolom, 706 - 20 * rij, woord)
    canvas.showPage()
    canvas.drawString(100, 700, "Alleen woorden.")
    canvas.showPage()
    for nummer in range(7000):
        canvas.line(100, nummer / 10, 300, nummer / 10)
    canvas.showPage()
    canvas.save()
    return doel


def test_the_cells_between_lines_are_read_and_a_page_of_drawing_is_left_alone(tmp_path: Path) -> None:
    (tabel,) = read_tables(_drie_bladen(tmp_path / "b.pdf"), [1, 2, 3])
    assert (tabel.pagina, tabel.rijen) == (1, (("Wie", "Wat"), ("Roos", "12")))
    assert [round(kant) for kant in tabel.kader] == [100, 680, 260, 720]


def test_only_the_pages_that_are_asked_for_are_read(tmp_path: Path) -> None:
    assert read_tables(_drie_bladen(tmp_path / "b.pdf"), [2]) == ()
