"""Where in the window the user is: what is restored, gone back to and opened from a list."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Self


class Scherm(StrEnum):
    """The screens; those from ``VERGADERINGEN`` to ``UITWISSELEN`` stand on the rail, in this order (Ctrl+1…7)."""

    START = "start"
    VERGADERINGEN = "vergaderingen"
    STUKKEN = "stukken"
    BESLUITEN = "besluiten"
    ACTIES = "acties"
    PROGRAMMA = "programma"
    ZOEKEN = "zoeken"
    UITWISSELEN = "uitwisselen"
    SET = "set"
    KALENDER = "kalender"
    LEZEN = "lezen"
    TAFEL = "vergaderen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """A screen, and what is open in it: ids of a meeting, an item, a paper and a section; empty where none is.

    ``vak`` names the pane beside the agenda; among pages ``sectie`` is the number of the page, from 1, among acties the
    id of one. In the reader ``stuk`` is the key of a part of the set (``Onderdeel.sleutel``), for a letter and an
    agenda are read too, and ``notitie`` the id of a note that is gone to. ``gezocht`` are the words that were found
    there, a line each: they are marked on the pages.
    """

    scherm: Scherm = Scherm.START
    vergadering: str = ""
    punt: str = ""
    stuk: str = ""
    sectie: str = ""
    vak: str = ""
    notitie: str = ""
    gezocht: str = ""

    def __str__(self) -> str:
        return "|".join(getattr(self, veld.name) for veld in fields(self)).rstrip("|")

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Return the place that a text names; what cannot be read is the start."""
        namen = [veld.name for veld in fields(cls)]
        delen = dict(zip(namen, tekst.split("|"), strict=False))
        try:
            return cls(**{**delen, "scherm": Scherm(delen.get("scherm", ""))})  # type: ignore[arg-type]
        except ValueError:
            return cls()

    def zonder_sectie(self) -> Self:
        """Return the place without section, pane, note and what was sought: what the list of recent places keeps."""
        return replace(self, sectie="", vak="", notitie="", gezocht="")
