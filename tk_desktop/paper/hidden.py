"""What a PDF tells beside its pages: every word in it that no reader sees and every program finds."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.places import text_of, word
from tk_desktop.paper.reading import page_texts

_MINSTE_TEKENS = 6
"""A shorter string can tell no title and no number; most names in a PDF are shorter."""

_MERKT = (b"BDC", b"DP", b"BMC", b"MP")
_OPMAAKTEKEN = re.compile(r"<[^<>]*>")
_LEESBAAR = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_JPEG_DELEN = re.compile(rb"\xff[\xe0-\xef\xfe]")
_DIEPST = 64


def hidden_words(bron: Pad) -> tuple[str, ...]:
    """Return every text that ``bron`` carries, each once: the words beside its pages first, its pages as printed last.

    Bookmarks, notes and what their drawings show, addresses, named places, descriptions of pictures, names of fields,
    layers and styles, properties of the file and of its photographs: nobody needs to know which to find a word.
    """
    look_before_opening(bron)
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        gevonden = dict.fromkeys(vorm for tekst in _texts(pdf) for vorm in _forms(tekst))
        gevonden |= dict.fromkeys(_printed(pdf, bron))
    return tuple(tekst for tekst in gevonden if sum(map(str.isalnum, tekst)) >= _MINSTE_TEKENS)


def _texts(pdf: Pdf) -> Iterator[str]:
    for ding in pdf.objects:
        if isinstance(ding, Stream) and ding.get("/Type") in (Name.XRef, Name.ObjStm):
            continue
        yield from _strings(ding, 0)
        if isinstance(ding, Stream):
            yield from _in_stream(ding)
    for page in pdf.pages:
        yield from _in_drawing(page.obj)


def _strings(ding: object, diepte: int) -> Iterator[str]:
    """Yield the strings and names of one object; objects it refers to have their own turn."""
    if isinstance(ding, String):
        yield text_of(ding)
        yield _as_utf8(bytes(ding))
    elif isinstance(ding, Name):
        yield _name(word(ding))
    elif isinstance(ding, Dictionary | Stream | Array) and diepte < _DIEPST:
        paren = list(ding.items()) if not isinstance(ding, Array) else [("", deel) for deel in ding.as_list()]
        for sleutel, deel in paren:
            yield _name(sleutel)
            if not (isinstance(deel, Object) and deel.is_indirect):
                yield from _strings(deel, diepte + 1)


def _name(naam: str) -> str:
    """Return a name without its slash; what cannot be stored as text is replaced."""
    return naam.removeprefix("/").encode("utf-8", "replace").decode()


def _in_stream(stroom: Stream) -> Iterator[str]:
    """Yield the words in a stream that is a description, a note in rich text, a drawing with marks or a photograph."""
    if stroom.get("/Subtype") == Name.Image:
        yield from _in_photograph(stroom)
    elif stroom.get("/Subtype") == Name.Form or "/PatternType" in stroom:
        yield from _in_drawing(stroom)
    elif stroom.get("/Type") == Name.Metadata or not stroom.keys() - {"/Length", "/Filter", "/DecodeParms"}:
        ruw = _unpacked(stroom)
        if ruw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            yield ruw.decode("utf-8", "replace")


def _in_drawing(houder: Object) -> Iterator[str]:
    """Yield the words that marks in a drawing bear (``/Span <</ActualText (…)>> BDC``)."""
    if not any(merk in ruw for ruw in _drawn(houder) for merk in _MERKT):
        return
    try:
        opdrachten = list(pikepdf.parse_content_stream(houder, "BDC DP BMC MP"))
    except (pikepdf.PdfError, UnicodeDecodeError):
        return
    for opdracht in opdrachten:
        for operand in opdracht.operands:
            yield from _strings(operand, 0)


def _drawn(houder: Object) -> Iterator[bytes]:
    inhoud = houder if isinstance(houder, Stream) else houder.get("/Contents")
    stromen = inhoud.as_list() if isinstance(inhoud, Array) else [inhoud]
    yield from (_unpacked(stroom) for stroom in stromen if isinstance(stroom, Stream))


def _unpacked(stroom: Stream) -> bytes:
    try:
        return stroom.read_bytes()
    except pikepdf.PdfError:
        return b""


def _in_photograph(beeld: Stream) -> Iterator[str]:
    """Yield what a camera or a maker wrote in a JPEG before the picture itself begins."""
    ruw = beeld.read_raw_bytes()
    if not ruw.startswith(b"\xff\xd8"):
        return
    plek = 2
    while plek + 4 <= len(ruw) and ruw[plek] == 0xFF and ruw[plek + 1] != 0xDA:
        lengte = int.from_bytes(ruw[plek + 2 : plek + 4], "big")
        if _JPEG_DELEN.match(ruw, plek):
            deel = ruw[plek + 4 : plek + 2 + lengte]
            for vorm in (deel, deel.replace(b"\0", b"")):
                yield from (_as_utf8(stuk) for stuk in _LEESBAAR.findall(vorm))
        plek += 2 + max(2, lengte)


def _as_utf8(ruw: bytes) -> str:
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError:
        return ruw.decode("latin-1") if ruw.isascii() else ""
    return " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())


def _forms(tekst: str) -> Iterator[str]:
    """Yield a text as it stands, and as it reads without the signs of a web address or of rich text."""
    yield tekst
    if "%" in tekst:
        yield unquote(tekst)
    if "<" in tekst or "&" in tekst:
        yield " ".join(unescape(_OPMAAKTEKEN.sub("", tekst)).split())
        yield " ".join(unescape(_OPMAAKTEKEN.sub(" ", tekst)).split())


def _printed(pdf: Pdf, bron: Pad) -> Iterator[str]:
    """Yield the pages as they print, with the notes and stamps on them, which are not part of a page's own text."""
    papier: Path | BinaryIO = leesbron(bron)
    if any("/AP" in noot for page in pdf.pages for noot in _notes(page.obj)):
        pdf.flatten_annotations("all")
        papier = BytesIO()
        pdf.save(papier)
    with pypdfium2.PdfDocument(papier) as leesbaar:
        yield from page_texts(leesbaar)


def _notes(page: Object) -> list[Object]:
    noten = page.get("/Annots")
    return [noot for noot in noten.as_list() if isinstance(noot, Dictionary)] if isinstance(noten, Array) else []
