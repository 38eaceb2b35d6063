"""Looking whether a received Office file is what it says, before anything of it is read or handed on (R12).

An Office file is a ZIP of XML. One that unpacks to a mountain, names parts outside itself, holds a link to another file
or tells its reader to fetch things is not the work of Word or LibreOffice, and is refused whole.
"""

import stat
import zipfile
from pathlib import Path, PurePosixPath

from tk_desktop.base.errors import TkError
from tk_desktop.paper.word_package import (
    GROOTSTE_INHOUD,
    GROOTSTE_TEKST,
    MEESTE_TEKENS,
    ZIPFOUTEN,
    BoundedFile,
    WordBeschadigd,
    WordTeGroot,
    check_sizes,
    is_xml,
)

_HAP = 2**18
_VERBODEN = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!ENTITY".encode("utf-16-le"))
_KOP = 4096


class PakketVerdacht(TkError):
    """An Office file holds what no office program writes: parts outside itself, links, things to fetch."""

    code = "TK-W07"
    melding = "‘{bestand}’ is niet gelezen: er zit iets in dat in een gewoon Office-bestand niet voorkomt."
    veilig = "Er is niets gewijzigd."
    advies = "Vraag de afzender om een pdf. Open het bestand niet als u de afzender niet kent."


def check_package(bron: Path) -> None:
    """Refuse an Office file that is no honest package; raises ``PakketVerdacht``, ``WordTeGroot`` or a fault of it."""
    with BoundedFile(bron) as stroom:
        try:
            with zipfile.ZipFile(stroom) as pakket:
                delen = pakket.infolist()
                check_sizes(delen, bron)
                if len({deel.filename.casefold() for deel in delen}) < len(delen) or any(map(_is_suspect, delen)):
                    raise PakketVerdacht(bestand=bron.name)
                _check_xml(pakket, delen, bron.name)
        except ZIPFOUTEN as fout:
            raise WordBeschadigd(bestand=bron.name) from fout


def _is_suspect(deel: zipfile.ZipInfo) -> bool:
    """Tell whether a part lies outside the package or is a link to something else."""
    naam = deel.orig_filename.replace("\\", "/")
    plek = PurePosixPath(naam.removeprefix("/"))
    return (
        ".." in plek.parts
        or ":" in naam
        or "\0" in naam
        or naam.startswith("//")
        or stat.S_ISLNK(deel.external_attr >> 16)
    )


def _check_xml(pakket: zipfile.ZipFile, delen: list[zipfile.ZipInfo], bestand: str) -> None:
    """Unpack the XML bite by bite, as far as a document goes, and refuse what would have its reader fetch or repeat."""
    gelezen = 0
    for deel in delen:
        if not is_xml(deel):
            continue
        omvang = tekens = 0
        with pakket.open(deel) as stroom:
            while hap := stroom.read(_HAP):
                if omvang == 0 and any(woord in hap[:_KOP] for woord in _VERBODEN):
                    raise PakketVerdacht(bestand=bestand)
                omvang += len(hap)
                gelezen += len(hap)
                tekens += hap.count(b"<")
                if omvang > GROOTSTE_TEKST or gelezen > GROOTSTE_INHOUD or tekens > MEESTE_TEKENS:
                    raise WordTeGroot(bestand=bestand)
