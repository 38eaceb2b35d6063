"""The last pass over a file that reportlab made: pictures, places, bookmarks, fonts that can be read back."""

import io
import re
from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Pdf, String

from tk_desktop.paper.painter import Place
from tk_desktop.paper.pictures import Picture
from tk_desktop.paper.structure import Element, write_structure
from tk_desktop.paper.xmp import Description, describe

_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_BLOCK = 100


def finish(
    made: bytes,
    *,
    root: Element,
    places: Sequence[Place],
    pictures: Sequence[tuple[int, str, Picture]],
    description: Description,
) -> bytes:
    """Return the file whole: tagged, described, with bookmarks and named places; same input, same bytes."""
    with Pdf.open(io.BytesIO(made)) as pdf:
        for page in pdf.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        _embed(pdf, pictures)
        _repair_fonts(pdf)
        write_structure(pdf, root)
        _name_places(pdf, places)
        _write_bookmarks(pdf, places)
        describe(pdf, description)
        if "/ID" in pdf.trailer:
            del pdf.trailer.ID
        result = io.BytesIO()
        pdf.save(result, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return result.getvalue()


def _embed(pdf: Pdf, pictures: Sequence[tuple[int, str, Picture]]) -> None:
    made: dict[int, Object] = {}
    for page, name, picture in pictures:
        if id(picture) not in made:
            made[id(picture)] = _image(pdf, picture)
        pdf.pages[page].add_resource(made[id(picture)], Name.XObject, Name(name))


def _image(pdf: Pdf, picture: Picture) -> Object:
    image = pdf.make_stream(b"")
    image.write(picture.contents, filter=Name.DCTDecode if picture.photo else Name.FlateDecode)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height, image.BitsPerComponent = picture.width, picture.height, 8
    image.ColorSpace = Name.DeviceGray if picture.grey else Name.DeviceRGB
    return image


def _repair_fonts(pdf: Pdf) -> None:
    """Write the way back from glyph to character as the standard wants it: no empty codes, blocks of at most 100."""
    fonts = pdf.pages[0].resources.get("/Font", Dictionary())
    for font in dict(fonts.items()).values():
        if "/ToUnicode" in font:
            font.ToUnicode.write(_cmap(font.ToUnicode.read_bytes()))


def _cmap(made: bytes) -> bytes:
    codes = [(code, int(value, 16)) for code, value in _CODE.findall(made) if int(value, 16)]
    head, _, rest = made.partition(b"1 begincodespacerange")
    tail = rest[rest.index(b"endbfchar") + len(b"endbfchar") :]
    return head + b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + b"\n".join(_blocks(codes)) + tail


def _blocks(codes: Sequence[tuple[bytes, int]]) -> Iterator[bytes]:
    for start in range(0, len(codes), _BLOCK):
        part = codes[start : start + _BLOCK]
        lines = [b"<%s> <%s>" % (code, chr(value).encode("utf-16-be").hex().upper().encode()) for code, value in part]
        yield b"\n".join((b"%d beginbfchar" % len(part), *lines, b"endbfchar"))


def _destination(pdf: Pdf, place: Place) -> Array:
    null = Object.parse(b"null")
    return Array([pdf.pages[place.page].obj, Name.XYZ, round(place.left, 2), round(place.top, 2), null])


def _name_places(pdf: Pdf, places: Sequence[Place]) -> None:
    """Write the named places, in the order of their bytes; the first place of a name counts."""
    named: dict[bytes, tuple[String, Place]] = {}
    for place in places:
        if place.anchor:
            name = String(place.anchor)
            named.setdefault(bytes(name), (name, place))
    if not named:
        return
    pairs: list[Object] = []
    for _, (name, place) in sorted(named.items(), key=lambda pair: pair[0]):
        pairs += [name, _destination(pdf, place)]
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(pairs))))


def _write_bookmarks(pdf: Pdf, places: Sequence[Place]) -> None:
    """Write the bookmarks, nested as the headings are."""
    if not any(place.level for place in places):
        return
    with pdf.open_outline() as outline:
        open_: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for place in places:
            if not place.level:
                continue
            item = OutlineItem(place.words, _destination(pdf, place))
            while open_[-1][0] >= place.level:
                open_.pop()
            open_[-1][1].append(item)
            open_.append((place.level, item.children))
