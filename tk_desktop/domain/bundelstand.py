"""How the papers of a meeting stood before the last bundle that changed them (E9)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Papierstand:
    """One paper as it stood: its key (``Onderdeel.sleutel``), its name, a digest of what it held, and its pages.

    ``versie`` is the SHA-256 of its PDF; empty where it had none, or none that is known.
    """

    papier: str
    naam: str
    inhoud: str
    versie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundelstand:
    """All papers of a meeting as they stood before a bundle came, with the day on which it came.

    ``reeks`` is what the parts of one bundle share that was made in parts: together they bring one change.
    """

    vergadering_id: str
    dag: date
    papieren: tuple[Papierstand, ...]
    reeks: str = ""
