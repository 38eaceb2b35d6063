"""How notes are printed. A module of its own: the window remembers it, and should start without all about notes."""

from enum import StrEnum


class Notenwijze(StrEnum):
    """How notes are printed; the words are those of the print dialog."""

    GEEN = "geen"
    MARGE = "in de marge"
    ACHTERAAN = "genummerd, achter elk stuk"
