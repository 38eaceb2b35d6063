"""Opening a received Word file safely: sizes are checked before anything is unpacked, nothing is ever fetched."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tk_desktop.base.errors import BestandNietGevonden, TkError
from tk_desktop.paper.word_xml import NS, RELATIE, Element

GROOTSTE_BESTAND = 200 * 2**20
GROOTSTE_INHOUD = 150 * 2**20
GROOTSTE_TEKST = 60 * 2**20
GROOTSTE_INHOUDSOPGAVE = 2**20
MEESTE_DELEN = 10_000
_VERHOUDING, _VERHOUDING_XML = 250, 100
"""A picture of one colour shrinks most; the XML of a document seldom shrinks to less than a thirtieth."""
_KLEIN, _KLEIN_XML = 8 * 2**20, 2**20
"""What unpacks to no more than this is no mountain, however it shrinks."""
MEESTE_TEKENS = 3_000_000
"""Marks and attributes in one part: what makes a tree large, whatever the size of the file."""

_HAP = 2**18
_INHOUDSOPGAVE = "[Content_Types].xml"
_RELATIES = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRIKT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NS["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIE.encode()),
)
ZIPFOUTEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    OSError,
)


class WordLeeg(TkError):
    """A Word file has no contents at all."""

    code = "TK-W01"
    melding = "‘{bestand}’ is leeg."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag het bestand opnieuw op bij de afzender."


class GeenWord(TkError):
    """A file is something else than a Word document."""

    code = "TK-W02"
    melding = "‘{bestand}’ is geen Word-document."
    veilig = "Er is niets gewijzigd."
    advies = "Kies een bestand dat in Word is opgeslagen als .docx."


class WordBeschadigd(TkError):
    """A Word file is cut off or damaged."""

    code = "TK-W03"
    melding = "‘{bestand}’ is beschadigd en kan niet worden gelezen."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag het bestand opnieuw op, of open het in Word en sla het opnieuw op als .docx."


class WordVergrendeld(TkError):
    """A Word file has a password, or is in the form of Word before 2007."""

    code = "TK-W04"
    melding = "‘{bestand}’ is beveiligd met een wachtwoord of heeft het oude Word-formaat (.doc)."
    veilig = "Er is niets gewijzigd."
    advies = "Open het in Word, haal het wachtwoord weg en sla het op als .docx."


class WordTeGroot(TkError):
    """A Word file is larger than any board paper, or unpacks to such a size."""

    code = "TK-W05"
    melding = "‘{bestand}’ is te groot om veilig te openen."
    veilig = "Er is niets gewijzigd."
    advies = "Verklein de afbeeldingen of splits het document, en probeer het opnieuw."


@dataclass(frozen=True, slots=True)
class Relatie:
    """A relation of a part: what kind of thing it names, where that is, and whether it lies outside the file."""

    soort: str
    doel: str
    buiten: bool


class WordPackage:
    """The parts of one Word file, read with limits; every fault of the file is a ``TkError``."""

    def __init__(self, archief: zipfile.ZipFile, bestand: str) -> None:
        self._archief = archief
        self._bestand = bestand
        self._gelezen = 0
        self._namen = {ingang.filename.lstrip("/").lower(): ingang for ingang in archief.infolist()}

    def main_part(self) -> str:
        """Return the name of the part with the text."""
        naam = next(
            (r.doel for r in self.relations("").values() if r.soort == "officeDocument" and not r.buiten),
            "word/document.xml",
        )
        if not self.has(naam):
            raise GeenWord(bestand=self._bestand)
        return naam

    def has(self, naam: str) -> bool:
        """Tell whether there is a part of this name."""
        return naam.lower() in self._namen

    def relations(self, deel: str) -> dict[str, Relatie]:
        """Return the relations of a part by their id; an empty name stands for the file itself."""
        map_, naam = posixpath.split(deel)
        wortel = self.xml(posixpath.join(map_, "_rels", f"{naam}.rels"))
        uit: dict[str, Relatie] = {}
        for relatie in () if wortel is None else wortel.iter(_RELATIES):
            buiten = relatie.get("TargetMode") == "External"
            doel = relatie.get("Target", "")
            if not buiten:
                doel = posixpath.normpath(posixpath.join("/", map_, unquote(doel))).lstrip("/")
            uit[relatie.get("Id", "")] = Relatie(relatie.get("Type", "").rpartition("/")[2], doel, buiten)
        return uit

    def companion(self, deel: str, soort: str) -> Element | None:
        """Return the part of this kind that belongs to ``deel``, such as its styles."""
        for relatie in self.relations(deel).values():
            if relatie.soort == soort and not relatie.buiten:
                return self.xml(relatie.doel)
        return None

    def xml(self, naam: str) -> Element | None:
        """Return a part as a tree, or None when there is no such part."""
        if not self.has(naam):
            return None
        inhoud = self._inflate(self._namen[naam.lower()])
        for strikt, gewoon in _STRIKT:
            inhoud = inhoud.replace(strikt, gewoon)
        lezer = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            wortel = etree.fromstring(inhoud, lezer)
        except (etree.XMLSyntaxError, ValueError) as fout:
            raise WordBeschadigd(bestand=self._bestand) from fout
        if wortel.getroottree().docinfo.internalDTD is not None:
            raise WordBeschadigd(bestand=self._bestand)
        return wortel

    def _inflate(self, ingang: zipfile.ZipInfo) -> bytes:
        """Unpack one part bite by bite and stop as soon as it grows beyond what a document can be."""
        uit = bytearray()
        tekens = 0
        try:
            with self._archief.open(ingang) as stroom:
                while hap := stroom.read(_HAP):
                    uit += hap
                    tekens += hap.count(b"<") + hap.count(b"=")
                    self._gelezen += len(hap)
                    if len(uit) > GROOTSTE_TEKST or tekens > MEESTE_TEKENS or self._gelezen > GROOTSTE_INHOUD:
                        raise WordTeGroot(bestand=self._bestand)
        except ZIPFOUTEN as fout:
            raise WordBeschadigd(bestand=self._bestand) from fout
        if b"<!DOCTYPE" in uit[:4096] or b"<!ENTITY" in uit[:4096]:
            raise WordBeschadigd(bestand=self._bestand)
        return bytes(uit)


@contextmanager
def open_word(bron: Path) -> Iterator[WordPackage]:
    """Open a Word file for reading; raises a ``TkError`` when it is none, damaged, locked or too large.

    The sizes its table of contents declares are checked here; parts are unpacked only when asked for, within the
    same limits, and never beyond their declared size.
    """
    try:
        _check_kind(bron)
        with BoundedFile(bron) as stroom:
            try:
                archief = zipfile.ZipFile(stroom)
            except ZIPFOUTEN as fout:
                raise WordBeschadigd(bestand=bron.name) from fout
            with archief:
                _check_contents(archief, bron)
                yield WordPackage(archief, bron.name)
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout


class BoundedFile(FileIO):
    """A file of which one read takes no more than the table of contents of a real document needs."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read a bounded number of bytes, or refuse."""
        if size is not None and size > GROOTSTE_INHOUDSOPGAVE:
            raise WordTeGroot(bestand=Path(str(self.name)).name)
        return super().read(GROOTSTE_INHOUDSOPGAVE if size is None or size < 0 else size) or b""


def _check_kind(bron: Path) -> None:
    grootte = bron.stat().st_size
    with bron.open("rb") as stroom:
        begin = stroom.read(8)
    if not begin:
        raise WordLeeg(bestand=bron.name)
    if begin == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise WordVergrendeld(bestand=bron.name)
    if not begin.startswith(b"PK"):
        raise GeenWord(bestand=bron.name)
    if grootte > GROOTSTE_BESTAND:
        raise WordTeGroot(bestand=bron.name)


def check_sizes(ingangen: Sequence[zipfile.ZipInfo], bron: Path) -> None:
    """Refuse a package that says to be larger than a document can be; raises ``WordTeGroot``."""
    if is_mountain(ingangen, bron.stat().st_size):
        raise WordTeGroot(bestand=bron.name)


def is_mountain(ingangen: Sequence[zipfile.ZipInfo], omvang: int) -> bool:
    """Tell whether a package of so many bytes says to unpack to more than a document can be."""
    if len(ingangen) > MEESTE_DELEN or sum(een.file_size for een in ingangen) > GROOTSTE_INHOUD:
        return True
    teksten = [een for een in ingangen if is_xml(een)]
    return shrinks_more(ingangen, omvang, _VERHOUDING, _KLEIN) or shrinks_more(
        teksten, omvang, _VERHOUDING_XML, _KLEIN_XML
    )


def shrinks_more(ingangen: Sequence[zipfile.ZipInfo], omvang: int, verhouding: int, klein: int) -> bool:
    """Tell whether a part, or all of them in a file of so many bytes, shrank more than this; none that is small does.

    By the file they are measured too, for parts may overlap, or lie about what they take there.
    """
    maten = [(een.file_size, een.compress_size) for een in ingangen]
    maten.append((sum(groot for groot, _ in maten), omvang))
    return any(groot > klein and groot > verhouding * max(gepakt, 1) for groot, gepakt in maten)


def is_xml(ingang: zipfile.ZipInfo) -> bool:
    """Tell whether a part is XML, by its name."""
    return ingang.filename.lower().endswith((".xml", ".rels"))


def _check_contents(archief: zipfile.ZipFile, bron: Path) -> None:
    ingangen = archief.infolist()
    check_sizes(ingangen, bron)
    namen = {ingang.filename.lstrip("/") for ingang in ingangen}
    if _INHOUDSOPGAVE not in namen:
        raise GeenWord(bestand=bron.name)
