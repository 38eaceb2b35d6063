"""What gemeenteraden say of a draft of a gemeenschappelijke regeling, and what was done with it (N7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standpunt(StrEnum):
    """What a raad says."""

    INSTEMMEND = "instemmend"
    KANTTEKENING = "instemmend met kanttekening"
    AFWIJZEND = "afwijzend"
    GEEN = "geen zienswijze"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zienswijze:
    """The zienswijze of one gemeente, without ``standpunt`` while it is still to come.

    ``verwerking`` says what the bestuur did with it, and why.
    """

    id: str
    ronde_id: str
    gemeente: str
    standpunt: Standpunt | None = None
    tekst: str = ""
    ontvangen: date | None = None
    verwerking: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing is known of it yet."""
        return not (self.standpunt or self.tekst or self.ontvangen or self.verwerking)

    @property
    def vraagt_verwerking(self) -> bool:
        """Whether the bestuur has to say what it did with it and did not yet."""
        return self.standpunt in {Standpunt.KANTTEKENING, Standpunt.AFWIJZEND} and not self.verwerking.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Zienswijzenstand:
    """How far the zienswijzen are: who said what, who is still to say something, what is to be dealt with."""

    per_standpunt: tuple[tuple[Standpunt, tuple[str, ...]], ...]
    ontbreekt: tuple[str, ...]
    te_laat: tuple[str, ...]
    te_verwerken: tuple[str, ...]


def stand(zienswijzen: Sequence[Zienswijze], uiterlijk: date | None = None) -> Zienswijzenstand:
    """Return how far the zienswijzen of all gemeenten are; one that came after ``uiterlijk`` is named and counted."""
    return Zienswijzenstand(
        per_standpunt=tuple(
            (standpunt, tuple(een.gemeente for een in zienswijzen if een.standpunt is standpunt))
            for standpunt in Standpunt
        ),
        ontbreekt=tuple(een.gemeente for een in zienswijzen if een.standpunt is None),
        te_laat=tuple(
            een.gemeente
            for een in zienswijzen
            if uiterlijk is not None and een.ontvangen is not None and een.ontvangen > uiterlijk
        ),
        te_verwerken=tuple(een.gemeente for een in zienswijzen if een.vraagt_verwerking),
    )
