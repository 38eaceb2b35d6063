"""Whether two pictures of pages show the same, to the eye or nearly."""

import hashlib

from PIL import Image, ImageChops, ImageOps

from tk_desktop.paper.bladbeeld import Beeld

_BREED, _HOOG = 9, 8
_SPELING = 1
"""Pixels that a line may shift when the same is drawn at another height of the page."""
_TINT = 48
"""Steps of 255 that a colour may differ: the edge of a letter drawn between two other pixels."""
_WIT = 8


def as_picture(beeld: Beeld) -> Image.Image:
    """Return a page or a part of one as a picture to compare."""
    maat = beeld.breedte, beeld.hoogte
    return Image.frombuffer("RGB", maat, bytes(beeld.punten), "raw", "BGRX", beeld.stap, 1)


def looks_same(een: Image.Image, twee: Image.Image) -> bool:
    """Tell whether each point of both pictures has its colour within a pixel of the same place in the other.

    What is cut by the edge of a picture is not looked at.
    """
    return een.size == twee.size and _lies_within(een, twee) and _lies_within(twee, een)


def is_blank(beeld: Image.Image) -> bool:
    """Tell whether a picture has one colour."""
    return all(hoog - laag <= _WIT for laag, hoog in beeld.convert("RGB").getextrema())  # type: ignore[misc]


def fingerprint(beeld: Image.Image) -> int:
    """Return 64 bits of a picture: whether each of 8 x 8 patches is darker than the one beside it."""
    punten = beeld.convert("L").resize((_BREED, _HOOG), Image.Resampling.BOX).tobytes()
    bits = 0
    for rij in range(_HOOG):
        for kolom in range(_BREED - 1):
            plek = rij * _BREED + kolom
            bits = bits << 1 | (punten[plek] < punten[plek + 1])
    return bits


def digest(beeld: Image.Image) -> str:
    """Return a digest that only the very same picture has, to the pixel."""
    return hashlib.sha256(f"{beeld.size}".encode() + beeld.convert("RGB").tobytes()).hexdigest()


def _lies_within(een: Image.Image, twee: Image.Image) -> bool:
    laag = hoog = twee
    for opzij in range(-_SPELING, _SPELING + 1):
        for lager in range(-_SPELING, _SPELING + 1):
            verschoven = ImageChops.offset(twee, opzij, lager)
            laag, hoog = ImageChops.darker(laag, verschoven), ImageChops.lighter(hoog, verschoven)
    te_veel = ImageChops.lighter(ImageChops.subtract(een, hoog), ImageChops.subtract(laag, een))
    te_veel = ImageOps.crop(te_veel, 2 * _SPELING) if min(te_veel.size) > 4 * _SPELING else te_veel
    return all(meest <= _TINT for _, meest in te_veel.getextrema())  # type: ignore[misc]
