"""The picture of a page without the ruled lines of its tables, which hide the words between them."""

from collections.abc import Callable

from PIL import Image, ImageChops, ImageFilter

_DONKER = 160
_LANG = 150
"""A dark run of so many dots, half an inch at 300 to the inch, is no part of a letter."""
_DIK = 14
"""What is dark so far the other way too is a bar or a picture, and no line."""
_RAND = 5
"""A line is taken away with the grey at its sides."""
_Richting = tuple[int, int]
_Kies = Callable[[Image.Image, Image.Image], Image.Image]


def without_rules(beeld: Image.Image) -> Image.Image:
    """Return a grey picture of 300 dots to the inch without its long thin lines, level and upright."""
    grijs = beeld.convert("L")
    donker = grijs.point([0] * _DONKER + [255] * (256 - _DONKER))
    for langs, dwars in (((1, 0), (0, 1)), ((0, 1), (1, 0))):
        lang = _runs(donker, _LANG, langs)
        dik = _runs(lang, _DIK, dwars)
        lijnen = ImageChops.lighter(lang, ImageChops.invert(dik)).filter(ImageFilter.MinFilter(_RAND))
        grijs = ImageChops.lighter(grijs, ImageChops.invert(lijnen))
    return grijs


def _runs(donker: Image.Image, lengte: int, richting: _Richting) -> Image.Image:
    """Return what of a black and white picture is black so many dots on end in a direction."""
    begin = _spread(donker, lengte, richting, ImageChops.lighter)
    return _spread(begin, lengte, (-richting[0], -richting[1]), ImageChops.darker)


def _spread(beeld: Image.Image, lengte: int, richting: _Richting, kies: _Kies) -> Image.Image:
    """Return the lightest or darkest of so many dots next to each other, for each dot."""
    uit, gedaan = beeld, 1
    while gedaan < lengte:
        stap = min(gedaan, lengte - gedaan)
        uit = kies(uit, ImageChops.offset(uit, stap * richting[0], stap * richting[1]))
        gedaan += stap
    return uit
