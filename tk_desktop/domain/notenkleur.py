"""The colours of notes, and who makes one without a name: apart, so that the window starts without all of notes."""

from enum import StrEnum

NAAMLOOS = "Lezer"
"""Who wrote what was written before the reader told a name."""


class Kleur(StrEnum):
    """The four colours of a marker, keys 1-4."""

    GEEL = "geel"
    GROEN = "groen"
    BLAUW = "blauw"
    ROZE = "roze"
