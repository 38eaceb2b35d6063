"""Words that may be nowhere on the disk, and looking for them in every byte, however they are written there."""

import re
import zlib
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

GEHEIM = {
    "nota": "Zandoogvlinder41",
    "besproken": "Kwelderzwaluw52",
    "bestandsnaam": "Rietgorszanger63",
    "pdf": "Waterhoentje74",
    "notitie": "Boomvalkje85",
    "vraag": "Lepelaarslag118",
    "fout": "Ijsvogeltje96",
    "zoekwoord": "Grutto107Weide",
}
"""What is planted, by where."""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_MEEST = 1 << 20


def gevonden(*mappen: Path) -> dict[str, set[str]]:
    """Return in which files under these folders words were found: in names, contents, or what is packed in them."""
    uit: dict[str, set[str]] = {}
    vormen = {naam: tuple(_vormen(woord)) for naam, woord in GEHEIM.items()}
    for map_ in mappen:
        for pad in map_.rglob("*"):
            inhoud = [str(pad.relative_to(map_)).encode()]
            if pad.is_file():
                gegevens = pad.read_bytes()
                inhoud += [gegevens, *_uitgepakt(gegevens)]
            hier = {naam for naam, alle in vormen.items() for vorm in alle if any(vorm in een for een in inhoud)}
            if hier:
                uit[str(pad)] = hier
    return uit


def _vormen(woord: str) -> Iterator[bytes]:
    """Yield a word as text, as a window keeps it in memory, in base64 wherever it begins, and in hexadecimal digits."""
    for codering in ("utf-8", "utf-16-le", "utf-16-be"):
        yield woord.encode(codering)
        yield woord.lower().encode(codering)
    for begin in range(3):
        yield b64encode(b"\0" * begin + woord.encode())[4:-4]
    yield woord.encode().hex().encode()


def _uitgepakt(gegevens: bytes) -> Iterator[bytes]:
    """Yield what is deflated in a file: streams of a PDF, members of a zip."""
    for plek in _ZLIB.finditer(gegevens):
        try:
            yield zlib.decompressobj().decompress(gegevens[plek.start() :], _MEEST)
        except zlib.error:
            continue
    plek_zip = gegevens.find(b"PK\x03\x04")
    while 0 <= plek_zip < len(gegevens) - 30:
        begin = plek_zip + 30 + int.from_bytes(gegevens[plek_zip + 26 : plek_zip + 28], "little")
        begin += int.from_bytes(gegevens[plek_zip + 28 : plek_zip + 30], "little")
        with suppress(zlib.error):
            yield zlib.decompressobj(-15).decompress(gegevens[begin:], _MEEST)
        plek_zip = gegevens.find(b"PK\x03\x04", plek_zip + 4)
