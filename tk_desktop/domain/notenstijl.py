"""How notes look: apart, for the window remembers it and should start without all about notes."""

from enum import StrEnum

NAAMLOOS = "Lezer"
"""Who wrote what was written before the reader told a name."""


class Kleur(StrEnum):
    """The four colours of a marker, keys 1-4."""

    GEEL = "geel"
    GROEN = "groen"
    BLAUW = "blauw"
    ROZE = "roze"


class Notenwijze(StrEnum):
    """How notes are printed; the words are those of the print dialog."""

    GEEN = "geen"
    MARGE = "in de marge"
    ACHTERAAN = "genummerd, achter elk stuk"
