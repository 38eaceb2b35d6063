"""Pages to read in the dark: words light on dark, colours what they are, pictures pictures."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.paper.test_rendering import GROEN, ROOD, a_pdf, punt
from tk_desktop.paper.dark_pages import darken
from tk_desktop.paper.rendering import open_pages


def test_paper_becomes_dark_and_a_red_figure_stays_red(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD, GROEN))
    with open_pages(bron) as bladen:
        blad = bladen.beeld(0, 1.0, donker=True)
        blauw, groen, rood = punt(blad, 10, 10)
        assert max(punt(blad, 150, 80)) < 40
        assert rood > 150
        assert max(blauw, groen) < 60


def test_black_becomes_light_but_does_not_glare() -> None:
    punten = bytearray([0, 0, 0, 255, 255, 255, 255, 255])
    darken(punten, (2, 1), ())
    assert 200 < punten[0] < 240
    assert 15 < punten[4] < 40


def a_page_with_a_picture(deel: float) -> bytes:
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(200, 200))
    canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), (240, 220, 200))), 0, 0, 200 * deel, 200 * deel)
    canvas.showPage()
    canvas.save()
    return stroom.getvalue()


@pytest.mark.parametrize(("deel", "licht"), [(0.4, True), (1.0, False)])
def test_a_photo_stays_a_photo_but_a_scanned_page_becomes_dark(tmp_path: Path, deel: float, licht: bool) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_page_with_a_picture(deel))
    with open_pages(bron) as bladen:
        assert (max(punt(bladen.beeld(0, 1.0, donker=True), 20, 180)) > 128) is licht
