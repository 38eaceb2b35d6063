"""Pictures ready to stand in a PDF: without transparency, in colours every printer knows, packed once."""

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from tk_desktop.base.errors import TkError

_MOST_PIXELS = 80_000_000
_MOST_PIXELS_A_SIDE = 2000  # 300 to the inch over the width of the text


class AfbeeldingOnleesbaar(TkError):
    """A picture is missing, damaged or too large."""

    code = "TK-P41"
    melding = "De afbeelding ‘{bestand}’ kan niet worden gebruikt: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een andere afbeelding (png of jpg)."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A picture as a PDF holds it: its size in pixels and its packed contents."""

    width: int
    height: int
    grey: bool
    photo: bool
    contents: bytes


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
            photo = bron.format == "JPEG"
            beeld = _opaque(ImageOps.exif_transpose(bron))
            beeld.thumbnail((_MOST_PIXELS_A_SIDE, _MOST_PIXELS_A_SIDE), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as fout:
        raise AfbeeldingOnleesbaar(bestand=bestand.name, oorzaak="het bestand is niet leesbaar") from fout
    return Picture(
        width=beeld.width,
        height=beeld.height,
        grey=beeld.mode == "L",
        photo=photo,
        contents=_as_jpeg(beeld) if photo else zlib.compress(beeld.tobytes(), 9),
    )


def _as_jpeg(beeld: Image.Image) -> bytes:
    stroom = io.BytesIO()
    beeld.save(stroom, "JPEG", quality=88)
    return stroom.getvalue()


def _opaque(beeld: Image.Image) -> Image.Image:
    """Return the picture on white paper, in grey or RGB."""
    if beeld.mode == "L" and "transparency" not in beeld.info:
        return beeld.copy()
    if beeld.mode in ("RGBA", "LA", "PA") or "transparency" in beeld.info:
        helder = beeld.convert("RGBA")
        papier = Image.new("RGB", helder.size, "white")
        papier.paste(helder, mask=helder.getchannel("A"))
        return papier
    return beeld.convert("RGB")
