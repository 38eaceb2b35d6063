"""Pictures ready to stand in a PDF: without transparency, in colours every printer knows, packed once."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from tk_desktop.base.errors import TkError

_MOST_PIXELS = 40_000_000


class AfbeeldingOnleesbaar(TkError):
    """A picture is missing, damaged or too large."""

    code = "TK-P41"
    melding = "De afbeelding ‘{bestand}’ kan niet worden gebruikt: {oorzaak}."
    advies = "Kies een andere afbeelding (png of jpg)."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """The pixels of a picture as a PDF holds them: ``pixels`` is packed, three bytes (or one if grey) a pixel."""

    width: int
    height: int
    grey: bool
    pixels: bytes


def picture(bestand: Path) -> Picture:
    """Return a picture from a file, or raise ``AfbeeldingOnleesbaar``; a file is packed once as long as it is used."""
    try:
        stand = bestand.stat()
    except OSError as fout:
        raise AfbeeldingOnleesbaar(bestand=bestand.name, oorzaak="het bestand is er niet") from fout
    return _packed(bestand, stand.st_mtime_ns, stand.st_size)


@lru_cache(maxsize=8)
def _packed(bestand: Path, _mtime: int, _size: int) -> Picture:
    try:
        with Image.open(bestand) as bron:
            if bron.width * bron.height > _MOST_PIXELS:
                raise AfbeeldingOnleesbaar(bestand=bestand.name, oorzaak="de afbeelding is te groot")
            beeld = _opaque(ImageOps.exif_transpose(bron))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as fout:
        raise AfbeeldingOnleesbaar(bestand=bestand.name, oorzaak="het bestand is niet leesbaar") from fout
    return Picture(
        width=beeld.width, height=beeld.height, grey=beeld.mode == "L", pixels=zlib.compress(beeld.tobytes(), 9)
    )


def _opaque(beeld: Image.Image) -> Image.Image:
    """Return the picture on white paper, in grey or RGB."""
    if beeld.mode == "L":
        return beeld
    if beeld.mode in ("RGBA", "LA", "PA") or "transparency" in beeld.info:
        helder = beeld.convert("RGBA")
        papier = Image.new("RGB", helder.size, "white")
        papier.paste(helder, mask=helder.getchannel("A"))
        return papier
    return beeld.convert("RGB")
