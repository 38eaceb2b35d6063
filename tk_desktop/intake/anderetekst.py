"""Texts in another form than ``.docx``: old Word, OpenDocument, rich text. LibreOffice makes a Word file to read.

The file stays as it came; the copy is read and goes. Word itself names many files ``.doc`` that are rich text.
"""

from dataclasses import replace
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import fetch, private_folder
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestandsnaam import check_name
from tk_desktop.intake.bestandssoorten import LOS, OLE
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.paper.office import Office

ANDERS = (".doc", ".odt", ".rtf")
_RIJK = LOS[".rtf"][1]
_BEGIN = {".doc": (OLE, _RIJK), ".odt": (LOS[".odt"][1],), ".rtf": (_RIJK,)}


class GeenOffice(TkError):
    """A text in another form than Word came in, and there is no LibreOffice to read it."""

    code = "TK-I80"
    melding = "‘{bestand}’ leest TK Desktop alleen als LibreOffice op deze computer staat, en dat is er niet."
    veilig = "Er is niets ingenomen."
    advies = "Open het in Word, sla het op als Word-document (.docx) en neem dat in."


class TekstAnders(TkError):
    """A file bears the name of a text and holds something else: a page of the web, a picture, nothing whole."""

    code = "TK-I81"
    melding = "‘{bestand}’ is niet te lezen: de naam eindigt op {soort}, maar de inhoud is iets anders of beschadigd."
    veilig = "Er is niets ingenomen."
    advies = "Open het in Word, sla het op als Word-document (.docx) en neem dat in."


def is_andere_tekst(bron: Path) -> bool:
    """Tell by its name whether a file is a text that LibreOffice must make a Word file of before it can be read."""
    return bron.suffix.lower() in ANDERS


def make_word(bron: Path, office: Office | None, map_: Path, progress: Progress) -> Path:
    """Return a Word file of a text in another form, in a folder of its own in ``map_``; ``bron`` is left alone.

    Raises ``GeenOffice``, ``TekstAnders``, ``NaamMisleidt``, or the fault of LibreOffice.
    """
    check_name(bron.name)
    soort = bron.suffix.lower()
    with bron.open("rb") as stroom:
        if not stroom.read(8).startswith(_BEGIN[soort]):
            raise TekstAnders(bestand=bron.name, soort=soort)
    if office is None:
        raise GeenOffice(bestand=bron.name)
    return office.to_word(fetch(bron, private_folder(map_) / bron.name), map_, progress)


def as_itself(gelezen: GelezenBestand, bron: Path) -> GelezenBestand:
    """Return what was read in the copy as that of the file that came."""
    media, _ = LOS[bron.suffix.lower()]
    return replace(gelezen, bron=bron, media=media)
