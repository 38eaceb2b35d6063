"""Names of files that tell what is in them and that every system accepts."""

import re
import unicodedata
from collections.abc import Collection

_VERBODEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_BEZET = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LANGST = 90
"""Characters; with a folder and the folder of a user it stays below what Windows opens."""


def veilige_naam(tekst: str, langst: int = _LANGST) -> str:
    """Return a text as a name without what Windows, macOS or a zip refuses; never empty.

    Titles keep their accents, in the form that all systems compare alike.
    """
    zichtbaar = "".join(teken for teken in unicodedata.normalize("NFC", tekst) if unicodedata.category(teken) != "Cf")
    schoon = " ".join(_VERBODEN.sub("-", zichtbaar).split())
    kort = schoon if len(schoon) <= langst else schoon[:langst].rsplit(" ", 1)[0]
    naam = kort.strip(" .-") or "stuk"
    return f"_{naam}" if _BEZET.match(naam) else naam


def vrije_naam(naam: str, achter: str, bezet: Collection[str]) -> str:
    """Return ``naam`` with ``achter`` (``.pdf``) behind it, numbered when that name is taken in any case."""
    gehad = {ander.casefold() for ander in bezet}
    vrij, rang = f"{naam}{achter}", 1
    while vrij.casefold() in gehad:
        rang += 1
        vrij = f"{naam} ({rang}){achter}"
    return vrij
