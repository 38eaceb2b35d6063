"""The lines of a table go from a picture, what is written between them and what is dark as a whole stays."""

from PIL import Image, ImageChops, ImageDraw, ImageFont

from tk_desktop.base.paths import resources
from tk_desktop.paper.clean_picture import without_rules

LETTER = resources() / "fonts" / "liberation-sans" / "LiberationSans-Regular.ttf"


def _bladzijde() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    beeld = Image.new("L", (900, 600), 255)
    pen = ImageDraw.Draw(beeld)
    pen.text((120, 120), "Herstel van de kade", font=ImageFont.truetype(str(LETTER), 44), fill=20)
    pen.rectangle((100, 400, 700, 460), fill=30)
    return beeld, pen


def test_ruled_lines_go_and_words_and_dark_bars_stay() -> None:
    kaal, _ = _bladzijde()
    met_lijnen, pen = _bladzijde()
    for lijn in ((60, 90, 800, 90), (60, 200, 800, 201), (60, 90, 60, 500), (800, 90, 801, 500)):
        pen.line(lijn, fill=60, width=3)
    assert ImageChops.difference(without_rules(met_lijnen), kaal).getbbox() is None


def test_a_page_without_lines_is_as_it_was() -> None:
    kaal, _ = _bladzijde()
    assert ImageChops.difference(without_rules(kaal), kaal).getbbox() is None
