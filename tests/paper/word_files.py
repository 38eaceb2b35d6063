"""Builders of Word files for the tests: written by ourselves, or put together by hand as others send them."""

import zipfile
from pathlib import Path

from lxml import etree

from tests.paper.papers import DATUM
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.word import WordDocument
from tk_desktop.paper.word_reading import WordBlok, lees_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_PAKKET = "http://schemas.openxmlformats.org/package/2006"


def a_word_document(*, huisstijl: str = "neutraal", titel: str = "Adviesnota", voettekst: str = "") -> WordDocument:
    """An empty Word document of our own."""
    return WordDocument(
        titel=titel, huisstijl=Huisstijl.load(huisstijl), auteur="M. de Boer", datum=DATUM, voettekst=voettekst
    )


def part_of(bestand: Path, naam: str) -> etree._Element:
    """A part of a Word file as a tree."""
    with zipfile.ZipFile(bestand) as pakket:
        return etree.fromstring(pakket.read(naam))


def parts_of(bestand: Path) -> dict[str, bytes]:
    """All parts of a Word file, whatever library packed them."""
    with zipfile.ZipFile(bestand) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def found(wortel: etree._Element, naam: str) -> list[etree._Element]:
    """All elements of Word of this name, in their order."""
    return list(wortel.iter(f"{{{W}}}{naam}"))


def values(wortel: etree._Element, naam: str, attribuut: str = "val") -> list[str | None]:
    """The values of all elements of Word of this name."""
    return [element.get(f"{{{W}}}{attribuut}") for element in found(wortel, naam)]


def text_of(wortel: etree._Element) -> str:
    """All words in a part, one after the other."""
    return "".join(element.text or "" for element in found(wortel, "t"))


def a_received_file(
    map_: Path,
    body: str,
    *,
    stijlen: str = "",
    nummering: str = "",
    relaties: str = "",
    delen: dict[str, str | bytes] | None = None,
    hoofddeel: str = "word/document.xml",
) -> Path:
    """A Word file as somebody else could send it, from the XML of its body."""
    soort = f"{_PAKKET}/relationships"
    inhoud: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PAKKET}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{soort}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        f'Target="{hoofddeel}"/></Relationships>',
        hoofddeel: f"<w:document {_NS}><w:body>{body}</w:body></w:document>",
        f"word/_rels/{hoofddeel.rpartition('/')[2]}.rels": f'<Relationships xmlns="{soort}">'
        f'<Relationship Id="s" Type="{R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="n" Type="{R}/numbering" Target="/word/numbering.xml"/>{relaties}</Relationships>',
        "word/styles.xml": f"<w:styles {_NS}>{stijlen}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NS}>{nummering}</w:numbering>",
        **(delen or {}),
    }
    bestand = map_ / "ontvangen.docx"
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in inhoud.items():
            pakket.writestr(naam, deel)
    return bestand


def received(
    map_: Path, body: str, *, stijlen: str = "", nummering: str = "", relaties: str = ""
) -> tuple[WordBlok, ...]:
    """The blocks read from a file with this body."""
    return lees_word(a_received_file(map_, body, stijlen=stijlen, nummering=nummering, relaties=relaties)).blokken


def p(*runs: str, stijl: str = "", lijst: tuple[int, int] | None = None) -> str:
    """A paragraph of runs, in a style or a list (its number and level)."""
    eigen = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    if lijst:
        eigen += f'<w:numPr><w:ilvl w:val="{lijst[1]}"/><w:numId w:val="{lijst[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{eigen}</w:pPr>{''.join(runs)}</w:p>"


def t(tekst: str, eigenschappen: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{eigenschappen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def a_definition(nummer: int, *niveaus: tuple[str, str], extra: str = "") -> str:
    """A numbering definition with a format and a text for each level."""
    tekst = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{soort}"/><w:lvlText w:val="{vorm}"/></w:lvl>'
        for n, (soort, vorm) in enumerate(niveaus)
    )
    return f'<w:abstractNum w:abstractNumId="{nummer}">{extra}{tekst}</w:abstractNum>'


def a_num(nummer: int, definitie: int, *, start: int | None = None) -> str:
    """A list of a definition, with its own start when given."""
    anders = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{nummer}"><w:abstractNumId w:val="{definitie}"/>{anders}</w:num>'
