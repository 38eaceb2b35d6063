"""How far a nota is between its writer and the secretaris, and the steps that brought it there (A7, A9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stand(StrEnum):
    """Where a nota stands."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    IN_BEHANDELING = "in behandeling"
    TERUGGESTUURD = "teruggestuurd"
    AKKOORD = "akkoord"

    @property
    def volgende(self) -> tuple["Stand", ...]:
        """The steps that may follow."""
        return _VOLGENDE[self]

    @property
    def opdracht(self) -> str:
        """What the user presses to bring a nota here."""
        return _OPDRACHTEN[self]


_VOLGENDE = {
    Stand.CONCEPT: (Stand.INGEDIEND,),
    Stand.INGEDIEND: (Stand.IN_BEHANDELING, Stand.AKKOORD, Stand.TERUGGESTUURD),
    Stand.IN_BEHANDELING: (Stand.AKKOORD, Stand.TERUGGESTUURD),
    Stand.TERUGGESTUURD: (Stand.INGEDIEND,),
    Stand.AKKOORD: (Stand.TERUGGESTUURD,),
}
_OPDRACHTEN = {
    Stand.CONCEPT: "Concept",
    Stand.INGEDIEND: "Indienen",
    Stand.IN_BEHANDELING: "In behandeling nemen",
    Stand.TERUGGESTUURD: "Terugsturen…",
    Stand.AKKOORD: "Akkoord geven",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notastap:
    """One step of a nota: to which stand, when, by whom (may be unknown) and why.

    Rule: who sends a nota back says why.
    """

    id: str
    nota_id: str
    volgorde: str
    moment: datetime
    stand: Stand
    wie: str = ""
    reden: str = ""

    def __post_init__(self) -> None:
        if self.stand is Stand.TERUGGESTUURD and not self.reden.strip():
            raise ValueError("een nota wordt met een reden teruggestuurd")


def stand_van(stappen: Sequence[Notastap]) -> Stand:
    """Return where a nota stands after these steps, given in order; without a step it is a concept."""
    return stappen[-1].stand if stappen else Stand.CONCEPT
