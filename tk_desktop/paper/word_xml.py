"""The XML of Word as small building blocks: elements, runs, fields, bookmarks, pictures and relations."""

import hashlib
import re
import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lxml import etree

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import read_bytes
from tk_desktop.domain.opmaak import Stukje, gewoon, normaal
from tk_desktop.paper.blad import whole_amounts
from tk_desktop.paper.hyphens import words_with_breaks

Element = etree._Element

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
RELATIE = NS["r"]
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
_WEB = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.I)
_GEEN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class AfbeeldingOnbruikbaar(TkError):
    """A picture for a Word document is no PNG or JPEG file, or is damaged."""

    code = "TK-W06"
    melding = "Afbeelding ‘{bestand}’ kan niet in Word worden geplaatst."
    veilig = "Er is niets geschreven."
    advies = "Gebruik een PNG- of JPEG-bestand dat in een ander programma te openen is."


BESLOTEN = "B00020"
"""The colour of the line under what is besloten in a Word file of ours; by it the file is read back (J9)."""


def q(naam: str) -> str:
    """Return ``w:p`` as the full name lxml uses."""
    prefix, _, lokaal = naam.partition(":")
    return f"{{{NS[prefix]}}}{lokaal}"


def el(naam: str, *kinderen: "Element | None", **attributen: object) -> Element:
    """Make an element; attributes of a ``w:`` element are ``w:`` too, a child that is None is left out."""
    prefix = naam.partition(":")[0]
    element = etree.Element(q(naam), nsmap={prefix: NS[prefix]})
    for sleutel, waarde in attributen.items():
        element.set(q(f"w:{sleutel}") if prefix == "w" else sleutel, zuiver(str(waarde)))
    element.extend([kind for kind in kinderen if kind is not None])
    return element


def zuiver(tekst: str) -> str:
    """Return a text without the characters XML cannot hold."""
    return _GEEN_XML.sub("", tekst)


def zuivere_stukjes(tekst: str | Sequence[Stukje]) -> tuple[Stukje, ...]:
    """Return text or spans as spans that can stand in one paragraph."""
    if isinstance(tekst, str):
        return gewoon(zuiver(tekst))
    return normaal(s.met(zuiver(s.tekst)) for s in tekst)


def twips(mm: float) -> int:
    """Return millimetres in the twentieths of a point of Word."""
    return round(mm * TWIPS_PER_MM)


def serialize(wortel: Element) -> bytes:
    """Return a part as the bytes that go in the package."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)


def root(naam: str, *kinderen: "Element | None") -> Element:
    """Make the root of a part, which declares all prefixes once."""
    element = etree.Element(q(naam), nsmap={prefix: NS[prefix] for prefix in ("w", "r", "wp", "a", "pic")})
    element.extend([kind for kind in kinderen if kind is not None])
    return element


def package_root(naam: str, ns: str) -> Element:
    """Make the root of a part of the package itself, in a namespace without prefix."""
    return etree.fromstring(f'<{naam} xmlns="{ns}"/>'.encode())


_BREAK = "\u00ad"


def run(tekst: str, *eigenschappen: Element) -> Element:
    """Make a run of text with its properties."""
    t = el("w:t")
    t.text = whole_amounts(zuiver(tekst))
    t.set(q("xml:space"), "preserve")
    return el("w:r", el("w:rPr", *eigenschappen) if eigenschappen else None, t)


def hyphenated(element: Element) -> Element:
    """Return an element whose long words may be broken, as a narrow column asks; its text stays what it was."""
    for text in [*element.iter(q("w:t"))]:
        first, *others = words_with_breaks(text.text or "", _BREAK).split(_BREAK)
        text.text, place = first, text
        for other in others:
            after = el("w:t")
            after.text = other
            after.set(q("xml:space"), "preserve")
            place.addnext(after)
            place.addnext(el("w:softHyphen"))
            place = after
    return element


def tab() -> Element:
    """Make a run that is a tab."""
    return el("w:r", el("w:tab"))


def simple_field(opdracht: str, tekst: str) -> Element:
    """Make a field such as PAGE with the text to show until Word counts."""
    return el("w:fldSimple", run(tekst), instr=f" {opdracht} ")


def runs(stukjes: Iterable[Stukje], relation: Callable[[str], str]) -> list[Element]:
    """Make the runs of a paragraph; ``relation`` gives the id of a web address in this part."""
    uit = []
    for stukje in stukjes:
        web, plaats = _WEB.fullmatch(stukje.link), stukje.link.startswith("#") and len(stukje.link) > 1
        eigenschappen = [
            *([el("w:rStyle", val="Hyperlink")] if web or plaats else []),
            *([el("w:b")] if stukje.vet else []),
            *([el("w:i")] if stukje.cursief else []),
            *([el("w:u", val="thick", color=BESLOTEN)] if stukje.besloten else []),
        ]
        deel = run(stukje.tekst, *eigenschappen)
        if web:
            koppeling = el("w:hyperlink", deel, history=1)
            koppeling.set(q("r:id"), relation(zuiver(stukje.link)))
            deel = koppeling
        elif plaats:
            deel = el("w:hyperlink", deel, anchor=bookmark_name(stukje.link[1:]), history=1)
        uit.append(deel)
    return uit


def bookmark_name(anker: str) -> str:
    """Return the bookmark of a place: Word allows letters, digits and underscores, forty at most."""
    naam = re.sub(r"\W", "_", zuiver(anker))
    if naam == anker and len(naam) <= 40 and naam[:1].isalpha():
        return naam
    return f"a_{naam[:26]}_{hashlib.sha256(anker.encode('utf-8', 'replace')).hexdigest()[:10]}"


def with_bookmark(inhoud: Sequence[Element], anker: str, nummer: int) -> list[Element]:
    """Return runs between the start and the end of a bookmark."""
    start = el("w:bookmarkStart", id=nummer, name=bookmark_name(anker))
    return [start, *inhoud, el("w:bookmarkEnd", id=nummer)]


def unlink_unknown(wortel: Element, bekend: set[str]) -> None:
    """Turn links to places that are not in this document into plain text."""
    for koppeling in list(wortel.iter(q("w:hyperlink"))):
        ouder = koppeling.getparent()
        anker = koppeling.get(q("w:anchor"))
        if ouder is None or anker is None or anker in bekend:
            continue
        plek = ouder.index(koppeling)
        for stijl in list(koppeling.iter(q("w:rStyle"))):
            eigenschappen = stijl.getparent()
            if eigenschappen is not None:
                eigenschappen.remove(stijl)
        ouder[plek : plek + 1] = list(koppeling)


class Relations:
    """The relations of one part: where its links, pictures and companions are."""

    def __init__(self) -> None:
        self._relaties: dict[tuple[str, str, bool], str] = {}

    def add(self, soort: str, doel: str, *, buiten: bool = False) -> str:
        """Return the id of a relation; the same target has the same id."""
        return self._relaties.setdefault((soort, doel, buiten), f"rId{len(self._relaties) + 1}")

    def link(self, adres: str) -> str:
        """Return the id of a web address."""
        return self.add(f"{RELATIE}/hyperlink", adres, buiten=True)

    def part(self) -> bytes:
        """Return the relations as a part of the package."""
        ns = "http://schemas.openxmlformats.org/package/2006/relationships"
        wortel = package_root("Relationships", ns)
        for (soort, doel, buiten), id_ in self._relaties.items():
            waarden = {"Id": id_, "Type": soort, "Target": doel} | ({"TargetMode": "External"} if buiten else {})
            etree.SubElement(wortel, f"{{{ns}}}Relationship", waarden)
        return serialize(wortel)


def picture(relatie: str, nummer: int, maat_mm: tuple[float, float], tekst: str) -> Element:
    """Make a run with a picture in the line, of the given width and height, with the words that stand for it."""
    breed, hoog = (round(mm * EMU_PER_MM) for mm in maat_mm)
    vulling = el("a:blip")
    vulling.set(q("r:embed"), relatie)
    beeld = el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", id=nummer, name=f"Afbeelding {nummer}"), el("pic:cNvPicPr")),
        el("pic:blipFill", vulling, el("a:stretch", el("a:fillRect"))),
        el(
            "pic:spPr",
            el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", cx=breed, cy=hoog)),
            el("a:prstGeom", el("a:avLst"), prst="rect"),
        ),
    )
    binnen = el(
        "wp:inline",
        el("wp:extent", cx=breed, cy=hoog),
        el("wp:docPr", id=nummer, name=f"Afbeelding {nummer}", descr=tekst),
        el("a:graphic", el("a:graphicData", beeld, uri=NS["pic"])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return el("w:r", el("w:drawing", binnen))


def picture_file(bestand: Path) -> tuple[bytes, str, float]:
    """Return a PNG or JPEG file, its extension and its height as a share of its width."""
    inhoud = read_bytes(bestand)
    breed = hoog = 0
    soort = "png"
    if inhoud.startswith(b"\x89PNG\r\n\x1a\n") and len(inhoud) >= 24:
        breed, hoog = struct.unpack(">II", inhoud[16:24])
    elif inhoud.startswith(b"\xff\xd8"):
        soort = "jpeg"
        breed, hoog = _jpeg_size(inhoud)
    if not breed or not hoog:
        raise AfbeeldingOnbruikbaar(bestand=bestand.name)
    return inhoud, soort, hoog / breed


def _jpeg_size(inhoud: bytes) -> tuple[int, int]:
    plek = 2
    while plek + 9 <= len(inhoud) and inhoud[plek] == 0xFF:
        merk, lengte = inhoud[plek + 1], int.from_bytes(inhoud[plek + 2 : plek + 4], "big")
        if 0xC0 <= merk <= 0xCF and merk not in (0xC4, 0xC8, 0xCC):
            hoog, breed = struct.unpack(">HH", inhoud[plek + 5 : plek + 9])
            return breed, hoog
        plek += 2 + lengte
    return 0, 0
