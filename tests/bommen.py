"""Packages that are made to fill a memory or a disk, or to have their reader fetch or write elsewhere."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from functools import partial
from pathlib import Path

MB = 2**20
NULLEN = 400 * MB
PAKKET = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_HOOFD = "word/document.xml"
_VASTE_DELEN = {
    "[Content_Types].xml": f'<Types xmlns="{PAKKET}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PAKKET}/relationships">'
    f'<Relationship Id="r" Type="{_OFFICE}" Target="{_HOOFD}"/></Relationships>',
}


def zip_van(pad: Path, *delen: tuple[str | zipfile.ZipInfo, bytes | str]) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam, inhoud in delen:
            pak.writestr(naam, inhoud, zipfile.ZIP_DEFLATED)
    return pad


def pakket(pad: Path, delen: dict[str, bytes | str]) -> Path:
    """A Word file with these parts."""
    return zip_van(pad, *{**_VASTE_DELEN, **delen}.items())


def _tekst(inhoud: str) -> str:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inhoud}</w:body></w:document>'


def berg(pad: Path) -> Path:
    """One part of 400 MB in 400 kB, that says so."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pak:
        with pak.open(_HOOFD, "w") as deel:
            for _ in range(NULLEN // MB):
                deel.write(bytes(MB))
        for naam, inhoud in _VASTE_DELEN.items():
            pak.writestr(naam, inhoud)
    return pad


def verzwegen_berg(pad: Path) -> Path:
    """The same, of which the table of contents says that it is small."""
    ruw, klein = berg(pad).read_bytes(), (1000).to_bytes(4, "little")
    pad.write_bytes(ruw.replace(NULLEN.to_bytes(4, "little"), klein))
    return pad


def veel_delen(pad: Path) -> Path:
    """A table of contents of more parts than any document has."""
    return pakket(pad, {f"word/deel{nummer}.xml": "<a/>" for nummer in range(12_000)})


def veel_merken(pad: Path) -> Path:
    """A tree of three million marks."""
    return pakket(pad, {_HOOFD: b"<a>" + b"<b/>" * 3_500_000 + b"</a>"})


def lege_alineas(pad: Path) -> Path:
    """A million paragraphs in 10 kB: fewer MB than other mountains, as much work to read."""
    return pakket(pad, {_HOOFD: _tekst("<w:p/>" * 1_300_000)})


def heuvels(pad: Path) -> Path:
    """A text that says nothing, with many parts beside it that each are no mountain."""
    heuvel = bytes(MB - 1)
    return pakket(pad, {_HOOFD: _tekst("<w:p/>"), **{f"word/deel{nummer}.xml": heuvel for nummer in range(140)}})


def tien_keer_tien(pad: Path) -> Path:
    """Names that stand for ten of the one before (a billion laughs)."""
    namen = "".join(
        f'<!ENTITY {een} "{("&" + ander + ";") * 10}">' for een, ander in zip("bcdefgh", "abcdefg", strict=True)
    )
    return pakket(pad, {_HOOFD: f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{namen}]><x>&h;</x>'})


def haalt_op(pad: Path) -> Path:
    """A name that stands for a file of this computer."""
    ophalen = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    return pakket(pad, {_HOOFD: ophalen})


def breekt_uit(naam: str, pad: Path) -> Path:
    """A part that stands outside the package."""
    return pakket(pad, {_HOOFD: _tekst("<w:p/>"), naam: "<a/>"})


def verwijst(pad: Path) -> Path:
    """A picture that is a link to a file of this computer."""
    deel = zipfile.ZipInfo("word/media/foto.png")
    deel.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zip_van(pad, *_VASTE_DELEN.items(), (deel, "/etc/passwd"))


def zip_berg(pad: Path) -> Path:
    """A paper that unpacks to a thousand times its size."""
    return zip_van(pad, ("1 bijlage 1 - Plan.pdf", bytes(100 * MB)))


def zip_heuvels(pad: Path) -> Path:
    """As many papers as may come together, which each unpack to no more than a paper may."""
    return zip_van(pad, *((f"{nummer} bijlage 1 - Plan.txt", bytes(MB)) for nummer in range(1, 200)))


def zip_in_zip(pad: Path) -> Path:
    """An archive in an archive in an archive, with a mountain in the last."""
    binnen = zip_berg(pad).read_bytes()
    for _ in range(2):
        binnen = zip_van(pad, *((f"{nummer}.zip", binnen) for nummer in range(16))).read_bytes()
    return pad


def word_in_zip(pad: Path) -> Path:
    """A mountain of Word among papers."""
    return zip_van(pad, ("1 bijlage 1 - Plan.docx", berg(pad).read_bytes()))


def word_in_mail(pad: Path) -> Path:
    """A mountain of Word that came with a message."""
    bericht = EmailMessage()
    bericht["From"], bericht["Subject"], bericht["Date"] = "a@b.example", "Stukken", "Wed, 04 Mar 2026 09:00:00 +0100"
    bericht.set_content("Hierbij het stuk.")
    bericht.add_attachment(
        berg(pad).read_bytes(), maintype="application", subtype="zip", filename="1 bijlage 1 - Plan.docx"
    )
    pad.write_bytes(bericht.as_bytes())
    return pad


def zip_overlapt(pad: Path) -> Path:
    """A hundred names for one and the same packed paper."""
    namen = [f"{nummer} bijlage 1 - Plan.txt".encode() for nummer in range(1, 101)]
    som, kern = zlib.crc32(bytes(MB)), _gepakt(bytes(MB))
    begin = _ingang(namen[0], som, len(kern), MB) + kern
    return _met_inhoudsopgave(pad, begin, [(naam, som, len(kern), MB, 0) for naam in namen])


def zip_citeert(pad: Path) -> Path:
    """Papers that each hold the heads of all that follow, and share the one packed paper at the end."""
    kern, som, groot = _gepakt(bytes(MB)), zlib.crc32(bytes(MB)), MB
    ruw, citaat, klein, rijen = kern, b"", len(kern), []
    for nummer in range(180, 0, -1):
        naam = f"{nummer} bijlage 1 - Plan.txt".encode()
        kop = _ingang(naam, som, klein, groot)
        ruw = kop + ruw
        rijen.append((naam, som, klein, groot, len(ruw)))
        ruw = struct.pack("<BHH", 0, len(kop), len(kop) ^ 0xFFFF) + ruw
        citaat = kop + citaat
        klein, groot, som = klein + 5 + len(kop), groot + len(kop), zlib.crc32(bytes(MB), zlib.crc32(citaat))
    ruw = ruw[5:]
    return _met_inhoudsopgave(pad, ruw, [(*rij[:4], len(ruw) - rij[4]) for rij in reversed(rijen)])


def _gepakt(inhoud: bytes) -> bytes:
    """Return bytes deflated."""
    pakker = zlib.compressobj(9, zlib.DEFLATED, -15)
    return pakker.compress(inhoud) + pakker.flush()


def _ingang(naam: bytes, som: int, klein: int, groot: int) -> bytes:
    """Return the head of a packed file."""
    return struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0x21, som, klein, groot, len(naam), 0) + naam


def _met_inhoudsopgave(pad: Path, ruw: bytes, rijen: list[tuple[bytes, int, int, int, int]]) -> Path:
    """Write packed files with their table of contents."""
    opgave = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\1\2", 20, 20, 0, 8, 0, 0x21, som, klein, groot, len(naam), 0, 0, 0, 0, 0, plek),
        )
        + naam
        for naam, som, klein, groot, plek in rijen
    )
    einde = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, len(rijen), len(rijen), len(opgave), len(ruw), 0)
    pad.write_bytes(ruw + opgave + einde)
    return pad


BOMMEN: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "Word: een deel van 400 MB in 400 kB": (".docx", berg),
    "Word: hetzelfde, met een verzwegen omvang": (".docx", verzwegen_berg),
    "Word: 12 000 delen": (".docx", veel_delen),
    "Word: drie miljoen elementen": (".docx", veel_merken),
    "Word: een miljoen lege alinea’s in 10 kB": (".docx", lege_alineas),
    "Word: 140 delen die elk klein genoeg zijn": (".docx", heuvels),
    "Word: namen die voor tien andere staan (billion laughs)": (".docx", tien_keer_tien),
    "Word: een naam die een bestand ophaalt (XXE)": (".docx", haalt_op),
    "Word: een deel buiten het pakket": (".docx", partial(breekt_uit, "../../weg.xml")),
    "Word: een verwijzing naar een ander bestand": (".docx", verwijst),
    "zip: een stuk van 100 MB in 100 kB": (".zip", zip_berg),
    "zip: 199 stukken die elk klein genoeg zijn": (".zip", zip_heuvels),
    "zip: honderd namen voor hetzelfde stuk": (".zip", zip_overlapt),
    "zip: stukken die elkaars koppen citeren (quoted overlap)": (".zip", zip_citeert),
    "zip in zip in zip": (".zip", zip_in_zip),
    "zip met een Word-bom erin": (".zip", word_in_zip),
    "mail met een Word-bom erbij": (".eml", word_in_mail),
}
"""What each is, the end of its name, and who makes it."""
