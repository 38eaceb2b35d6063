"""The schriftelijke ronde: deciding by letter between two meetings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.datum import kort


class RondeOnmogelijk(TkError):
    """A round was to be sent that nobody could answer in time, or that goes on already."""

    code = "TK-B17"
    melding = "De schriftelijke ronde kan niet beginnen: {oorzaak}."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter de laatste dag, of kijk wie er stemrecht heeft."


class ReactieTeLaat(TkError):
    """An answer came after the last day of a round."""

    code = "TK-B18"
    melding = "De schriftelijke ronde liep tot en met {datum}."
    veilig = "De reactie van {naam} is niet verwerkt."
    advies = "Verleng de ronde als de reactie nog mag meetellen."


class RondeLoopt(TkError):
    """A besluit was to be made of a round that has not ended, or did not end in agreement."""

    code = "TK-B19"
    melding = "Er is nog geen besluit: de schriftelijke ronde staat op ‘{stand}’."
    veilig = "Er is niets gewijzigd."
    advies = "Wacht de reacties af, of bespreek het punt in een vergadering."


class RondeAlBesloten(TkError):
    """A round that ended in a besluit was to be changed, or to give a second one."""

    code = "TK-B45"
    melding = "Deze schriftelijke ronde is gesloten met besluit {nummer}."
    veilig = "Er is niets gewijzigd."
    advies = "Wijzig of herstel dat besluit, of begin een nieuwe ronde."


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

    def met_reactie(self, reactie_id: str, antwoord: Antwoord | None, *, op: date, toelichting: str = "") -> Self:
        """Return the round with the answer of a member; ``None`` takes one back. Raises ``ReactieTeLaat``."""
        wie = next(reactie for reactie in self.reacties if reactie.id == reactie_id)
        if op > self.uiterlijk:
            raise ReactieTeLaat(datum=kort(self.uiterlijk), naam=wie.naam)
        ontvangen = op if antwoord is not None else None
        nieuw = replace(wie, antwoord=antwoord, toelichting=toelichting.strip(), ontvangen=ontvangen)
        return replace(self, reacties=tuple(nieuw if een.id == reactie_id else een for een in self.reacties))

    def tot(self, uiterlijk: date) -> Self:
        """Return the round with another last day; raises ``RondeOnmogelijk`` when that is before it was sent."""
        if uiterlijk < self.verzonden:
            raise RondeOnmogelijk(oorzaak=f"{kort(uiterlijk)} ligt vóór {kort(self.verzonden)}")
        return replace(self, uiterlijk=uiterlijk)

    def uitkomst(self, op: date) -> Uitkomst:
        """Return what was decided by it; raises ``RondeLoopt`` while that is not known, or is for a meeting."""
        match self.stand(op):
            case Rondestand.AKKOORD:
                return Uitkomst.CONFORM
            case Rondestand.NIET_AKKOORD:
                return Uitkomst.VERWORPEN
            case stand:
                raise RondeLoopt(stand=stand.value)

    def require_open(self, besluiten: Iterable[Besluit]) -> None:
        """Raise ``RondeAlBesloten`` when one of these besluiten came of it: nothing of it changes after that."""
        besluit = self.besluit(besluiten)
        if besluit is not None:
            raise RondeAlBesloten(nummer=besluit.nummer)

    def tel(self, antwoord: Antwoord | None) -> int:
        """Return how many answered that; ``None`` is for who did not answer yet."""
        return [reactie.antwoord for reactie in self.reacties].count(antwoord)

    def besluit(self, besluiten: Iterable[Besluit]) -> Besluit | None:
        """Return which of these besluiten came of this round, if any."""
        return next((een for een in besluiten if een.id == self.besluit_id), None)

    def wie(self, antwoord: Antwoord | None) -> tuple[Reactie, ...]:
        """Return who answered that, in order; ``None`` is for who did not answer."""
        return tuple(reactie for reactie in self.reacties if reactie.antwoord is antwoord)
