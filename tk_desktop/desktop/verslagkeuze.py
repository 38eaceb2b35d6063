"""Which papers of a meeting that was held are to be made, and in which form."""

from dataclasses import dataclass
from enum import StrEnum


class Papier(StrEnum):
    """A paper of a meeting that was held; the value is how the window calls it."""

    VERSLAG = "Verslag"
    BESLUITENLIJST = "Besluitenlijst"
    ACTIELIJST = "Actielijst"
    UITTREKSELS = "Uittreksel van elk besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagkeuze:
    """What is asked: papers for everybody (``openbaar``), papers with all that is besloten, as PDF, Word or both."""

    openbaar: frozenset[Papier]
    besloten: frozenset[Papier] = frozenset()
    pdf: bool = True
    word: bool = True

    @property
    def is_leeg(self) -> bool:
        """Whether nothing would be made."""
        return not (self.openbaar or self.besloten) or not (self.pdf or self.word)
