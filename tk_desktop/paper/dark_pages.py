"""Pages to read in the dark: light and dark change places, colours stay what they are, pictures stay pictures."""

from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.sign_places import seen_from

_DONKERST, _LICHTST = 27, 222
"""What white and black of the paper become: no black hole, and letters that do not glare."""

_BEELDLICHT = 0.8
_HEEL_BLAD = 0.6
"""A picture that fills so much of the page is the page itself, scanned: it is turned dark as well."""

_TRAP = [round(_DONKERST + (_LICHTST - _DONKERST) * licht / 255) for licht in range(256)]
_DOF = [round(_BEELDLICHT * licht) for licht in range(256)]


def darken(punten: bytearray, maat: tuple[int, int], beelden: Sequence[Kader]) -> None:
    """Make the pixels of a page dark, in place; ``beelden`` are the pictures, as parts (0-1) of its width and height.

    Of every colour the lightness is turned round and the hue kept: a red figure stays red, a blue bar blue.
    """
    blad = Image.frombuffer("RGBX", maat, bytes(punten), "raw", "RGBX", 0, 1)
    blauw, groen, rood, _ = blad.split()
    meest = ImageChops.lighter(ImageChops.lighter(rood, groen), blauw)
    minst = ImageChops.darker(ImageChops.darker(rood, groen), blauw)
    om = [
        ImageChops.subtract(ImageChops.invert(ImageChops.subtract(meest, kleur)), minst).point(_TRAP)
        for kleur in (blauw, groen, rood)
    ]
    donker = Image.merge("RGBX", (*om, Image.new("L", maat, 255)))
    for kader in beelden:
        vak = _vak(kader, maat)
        if vak[0] < vak[2] and vak[1] < vak[3]:
            donker.paste(blad.crop(vak).point(_DOF * 4), vak)
    punten[:] = donker.tobytes()


def picture_places(blad: pypdfium2.PdfPage) -> tuple[Kader, ...]:
    """Return where the pictures of a page are seen, as parts (0-1) of its width and height from the lower left."""
    kijk = seen_from(blad)
    breed, hoog = blad.get_size()
    plaatsen = []
    for beeld in blad.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        kader = kijk(*beeld.get_bounds())
        deel = Kader(kader.x0 / breed, kader.y0 / hoog, kader.x1 / breed, kader.y1 / hoog)
        if (deel.x1 - deel.x0) * (deel.y1 - deel.y0) < _HEEL_BLAD:
            plaatsen.append(deel)
    return tuple(plaatsen)


def _vak(kader: Kader, maat: tuple[int, int]) -> tuple[int, int, int, int]:
    breed, hoog = maat
    return (
        max(0, round(kader.x0 * breed)),
        max(0, round((1 - kader.y1) * hoog)),
        min(breed, round(kader.x1 * breed)),
        min(hoog, round((1 - kader.y0) * hoog)),
    )
