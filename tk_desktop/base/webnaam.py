"""Names in addresses: short, in ASCII, the same on every server and in every browser."""

import re
import unicodedata
from collections.abc import Collection

_LANGST = 70
"""Characters; with folder and ending an address stays well below what servers and Windows take."""


def webnaam(tekst: str, bezet: Collection[str] = ()) -> str:
    """Return a title as a name in an address, numbered when one of ``bezet`` has it: ``2a-adviesnota-veilige-oevers``.

    Signs without a letter in ASCII are left out; a title of nothing else is called ``stuk``.
    """
    kaal = unicodedata.normalize("NFKD", tekst.casefold()).encode("ascii", "ignore").decode()
    naam = re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")
    if len(naam) > _LANGST:
        naam = naam[:_LANGST].rsplit("-", 1)[0].strip("-") or naam[:_LANGST]
    naam = naam or "stuk"
    vrij, rang = naam, 1
    while vrij in bezet:
        rang += 1
        vrij = f"{naam}-{rang}"
    return vrij
