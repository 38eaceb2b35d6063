"""The schriftelijke ronde: deciding by letter between two meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tk_desktop.domain.besluit import Besluit


class Antwoord(StrEnum):
    """What a member answers in a round; one who wants to talk takes the item to a meeting."""

    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet akkoord"
    BESPREKEN = "bespreken"


class Rondestand(StrEnum):
    """How a round stands."""

    LOOPT = "loopt"
    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet akkoord"
    NAAR_VERGADERING = "naar een vergadering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactie:
    """The answer of one member, frozen by name when the round was sent; ``antwoord`` is ``None`` until it came."""

    id: str
    volgorde: str
    naam: str
    namens: str = ""
    antwoord: Antwoord | None = None
    toelichting: str = ""
    ontvangen: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """A round of letters on one item: sent on a day, answered until another (H13).

    ``besluit_id`` is the besluit that came of it and ended it: no answer changes after that. ``besloten`` says
    whether its item was when it was sent: how it went stays with the members then, also when the item opens later (J6).
    """

    id: str
    agendapunt_id: str
    verzonden: date
    uiterlijk: date
    besluit_id: str | None = None
    besloten: bool = False
    reacties: tuple[Reactie, ...] = ()

    def stand(self, vandaag: date) -> Rondestand:
        """Tell how the round stands: who wants to talk stops it, and who is silent until the last day did not agree."""
        antwoorden = [reactie.antwoord for reactie in self.reacties]
        if Antwoord.BESPREKEN in antwoorden:
            return Rondestand.NAAR_VERGADERING
        if None in antwoorden and vandaag <= self.uiterlijk:
            return Rondestand.LOOPT
        voor, tegen = antwoorden.count(Antwoord.AKKOORD), antwoorden.count(Antwoord.NIET_AKKOORD)
        return Rondestand.AKKOORD if voor > tegen and voor * 2 > len(antwoorden) else Rondestand.NIET_AKKOORD

    def tel(self, antwoord: Antwoord | None) -> int:
        """Return how many answered that; ``None`` is for who did not answer yet."""
        return [reactie.antwoord for reactie in self.reacties].count(antwoord)

    def besluit(self, besluiten: Iterable[Besluit]) -> Besluit | None:
        """Return which of these besluiten came of this round, if any."""
        return next((een for een in besluiten if een.id == self.besluit_id), None)

    def wie(self, antwoord: Antwoord | None) -> tuple[Reactie, ...]:
        """Return who answered that, in order; ``None`` is for who did not answer."""
        return tuple(reactie for reactie in self.reacties if reactie.antwoord is antwoord)
