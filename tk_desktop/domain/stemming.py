"""Votes: how is voted, by whom, and what follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError


class Stemwijze(StrEnum):
    """How a vote is taken (G3; Gemeentewet 31 and 32)."""

    HANDOPSTEKEN = "handopsteken"
    HOOFDELIJK = "hoofdelijk"
    SCHRIFTELIJK = "schriftelijk"

    @property
    def is_geheim(self) -> bool:
        """Whether nobody may know who voted what."""
        return self is Stemwijze.SCHRIFTELIJK


class Stemsoort(StrEnum):
    """On what is voted: the proposal, a change of it, or a wish beside it (G10; Gemeentewet 147b, reglement)."""

    VOORSTEL = "voorstel"
    AMENDEMENT = "amendement"
    MOTIE = "motie"


class Keuze(StrEnum):
    """What somebody voted."""

    VOOR = "voor"
    TEGEN = "tegen"
    ONTHOUDING = "onthouding"


class Stemuitslag(StrEnum):
    """What a vote ends in; a tie decides nothing (Gemeentewet 32)."""

    AANGENOMEN = "aangenomen"
    VERWORPEN = "verworpen"
    STAKEN = "de stemmen staken"


class TeVeelStemmen(TkError):
    """More votes were to be counted than there are members who take part."""

    code = "TK-B10"
    melding = "Er zijn {uitgebracht} stemmen geteld en er kunnen er {mogelijk} worden uitgebracht."
    veilig = "Er is niets gewijzigd."
    advies = "Tel opnieuw, of kijk bij de presentie wie er bij dit punt is."


class AantalNegatief(TkError):
    """Fewer than no votes were to be counted."""

    code = "TK-B77"
    melding = "Een aantal stemmen is nul of meer; {aantal} kan niet."
    veilig = "Er is niets gewijzigd."
    advies = "Tel opnieuw en vul in hoeveel stemmen het zijn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """One who took part in a vote, frozen when it was called; ``keuze`` is ``None`` until, or unless, it was given."""

    id: str
    volgorde: str
    naam: str
    namens: str = ""
    gewicht: int = 1
    keuze: Keuze | None = None

    def __post_init__(self) -> None:
        if self.gewicht < 0:
            raise ValueError("een stemgewicht is niet negatief")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemming:
    """A vote on an item with who took part in it (G3, G4; ORI-A: stemming).

    Rules:
        * ``stemmen`` are frozen when the vote is called: who comes in later does not vote;
        * with show of hands and secret votes only numbers are known (``voor``, ``tegen``, ``onthouden``); by roll call
          they follow from what each voted, and weighted votes are always by roll call;
        * a secret vote tells of nobody what they voted: one that does cannot be made;
        * more votes than those who take part are refused where they are told (``geteld``, ``met_stemmen``), and read
          as a finding: two laptops may each tell a part;
        * abstaining is not voting: the majority is that of the votes given (Gemeentewet 30).

    Of an amendement or a motie ``onderwerp`` has the words and ``indiener`` who handed it in; one that nobody voted on
    was not brought to a vote.
    """

    id: str
    agendapunt_id: str
    volgorde: str
    onderwerp: str
    wijze: Stemwijze = Stemwijze.HANDOPSTEKEN
    gewogen: bool = False
    voor: int = 0
    tegen: int = 0
    onthouden: int = 0
    besloten: bool = False
    soort: Stemsoort = Stemsoort.VOORSTEL
    indiener: str = ""
    stemmen: tuple[Stem, ...] = ()

    def __post_init__(self) -> None:
        if min(self.voor, self.tegen, self.onthouden) < 0:
            raise ValueError("een aantal stemmen is niet negatief")
        if self.wijze.is_geheim and any(stem.keuze is not None for stem in self.stemmen):
            raise ValueError("bij een geheime stemming staat bij niemand wat hij stemde")

    def tel(self, keuze: Keuze) -> int:
        """Return how much was voted that way: heads, or weights when the vote is weighted."""
        if self.wijze is Stemwijze.HOOFDELIJK:
            return sum(stem.gewicht if self.gewogen else 1 for stem in self.stemmen if stem.keuze is keuze)
        return {Keuze.VOOR: self.voor, Keuze.TEGEN: self.tegen, Keuze.ONTHOUDING: self.onthouden}[keuze]

    @property
    def uitgebracht(self) -> int:
        """How much was voted, abstentions included."""
        return sum(self.tel(keuze) for keuze in Keuze)

    @property
    def mogelijk(self) -> int:
        """How much could be voted by those who take part."""
        return sum(stem.gewicht if self.gewogen else 1 for stem in self.stemmen)

    @property
    def te_gaan(self) -> int:
        """How many have not been asked yet in a roll call."""
        return sum(stem.keuze is None for stem in self.stemmen) if self.wijze is Stemwijze.HOOFDELIJK else 0

    @property
    def is_af(self) -> bool:
        """Whether nobody waits for it: all who were called voted, or it was never brought to a vote.

        A vote on the proposal is always brought to one; of an amendement or a motie the words alone can be kept.
        """
        return not self.te_gaan if self.uitgebracht else self.soort is not Stemsoort.VOORSTEL

    @property
    def klopt(self) -> bool:
        """Whether no more was voted than could be."""
        return self.uitgebracht <= self.mogelijk

    def geteld(self, *, voor: int, tegen: int, onthouden: int = 0) -> Self:
        """Return this vote with how many voted what; raises ``TeVeelStemmen`` or ``AantalNegatief``."""
        laagste = min(voor, tegen, onthouden)
        if laagste < 0:
            raise AantalNegatief(aantal=laagste)
        return replace(self, voor=voor, tegen=tegen, onthouden=onthouden)._require_klopt()

    def met_stemmen(self, stemmen: Iterable[Stem]) -> Self:
        """Return this vote with others who take part; raises ``TeVeelStemmen`` when more was voted than they can."""
        return replace(self, stemmen=tuple(stemmen))._require_klopt()

    def _require_klopt(self) -> Self:
        if not self.klopt:
            raise TeVeelStemmen(uitgebracht=self.uitgebracht, mogelijk=self.mogelijk)
        return self

    @property
    def uitslag(self) -> Stemuitslag:
        """What the vote ends in: a majority of the votes for or against that were given."""
        voor, tegen = self.tel(Keuze.VOOR), self.tel(Keuze.TEGEN)
        if voor == tegen:
            return Stemuitslag.STAKEN
        return Stemuitslag.AANGENOMEN if voor > tegen else Stemuitslag.VERWORPEN

    def wie(self, keuze: Keuze) -> tuple[Stem, ...]:
        """Return who voted that way; nobody when only numbers are known."""
        return tuple(stem for stem in self.stemmen if stem.keuze is keuze) if not self.wijze.is_geheim else ()
