"""Names of files that show something else than the file is, or that another computer cannot keep."""

import re
import unicodedata
from pathlib import Path

from tk_desktop.base.errors import TkError

_DRAAIT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows: ‘nota\u202efdp.exe’ reads as ‘notaexe.pdf’."""
_VAN_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)", re.IGNORECASE)
_PROGRAMMA = re.compile(
    r"\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|msi|jar|reg|cpl|scf|url)\s*\.[^.]+$", re.IGNORECASE
)


class NaamMisleidt(TkError):
    """A file has a name that hides what it is, or that Windows keeps for itself."""

    code = "TK-I60"
    melding = "‘{bestand}’ is niet ingenomen: de naam verbergt wat voor bestand het is, of is van Windows zelf."
    veilig = "Er is niets gewijzigd."
    advies = "Geef het bestand een gewone naam als u de afzender vertrouwt."


class Verwijzing(TkError):
    """In a folder stands a link to a file elsewhere: whoever made the folder decides what is read then."""

    code = "TK-I61"
    melding = "‘{bestand}’ is niet ingenomen: het is een verwijzing naar een bestand in een andere map."
    veilig = "Er is niets gewijzigd."
    advies = "Kies het bestand zelf."


def check_name(naam: str) -> None:
    """Refuse a misleading name; raises ``NaamMisleidt``, in which the name is shown as it is written."""
    if (
        any(teken in _DRAAIT or unicodedata.category(teken) == "Cc" for teken in naam)
        or _VAN_WINDOWS.match(naam)
        or _PROGRAMMA.search(naam)
    ):
        raise NaamMisleidt(bestand="".join(teken if teken.isprintable() else "·" for teken in naam))


def check_link(pad: Path) -> None:
    """Refuse a link to a file elsewhere (``leads_out``); raises ``Verwijzing``."""
    if leads_out(pad):
        raise Verwijzing(bestand=pad.name)


def leads_out(pad: Path) -> bool:
    """Tell whether this is a link out of the folder in which it stands: who made that folder made the link."""
    try:
        return pad.is_symlink() and not pad.resolve().is_relative_to(pad.parent.resolve())
    except OSError:
        return False  # the system tells nothing of it; looking at it says why
