"""Acties and toezeggingen: what somebody is to do, by when, and where that was said."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from tk_desktop.domain.opmaak import heeft_besloten, platte_tekst


class Actiesoort(StrEnum):
    """What it is: a task that was given, or a promise that was made (I1, I4)."""

    ACTIE = "actie"
    TOEZEGGING = "toezegging"


class Actiestaat(StrEnum):
    """How far it is."""

    OPEN = "open"
    BEZIG = "bezig"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"

    @property
    def is_open(self) -> bool:
        """Whether it still goes along to the next agenda and verslag (I3)."""
        return self in (Actiestaat.OPEN, Actiestaat.BEZIG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standregel:
    """What was told of an action on some day: ‘gemaild’ (SCREENS 2.7, column Laatste)."""

    id: str
    volgorde: str
    datum: date
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """An action or a promise, with where it was said (I1, I4, I8; catalogue 98, 99).

    ``door`` is a person, role or organisation, as it was said: ``GGD/dpg``; ``voor`` the day by which. ``oorsprong`` is
    the sentence in the verslag from which it comes. ``besloten`` says it was said behind closed doors: it is in no
    public list. ``terug_punt_id`` is the item under which it comes back later (I3). An action without an
    owner or with a day in the past can be kept; the check names it (I5).
    """

    id: str
    volgorde: str
    gremium_id: str
    tekst: str
    ontstaan: date
    soort: Actiesoort = Actiesoort.ACTIE
    door: str = ""
    voor: date | None = None
    staat: Actiestaat = Actiestaat.OPEN
    afgedaan: date | None = None
    vergadering_id: str | None = None
    agendapunt_id: str | None = None
    oorsprong: str = ""
    portefeuillehouder: str = ""
    besloten: bool = False
    terug_punt_id: str | None = None
    standen: tuple[Standregel, ...] = ()

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("een actie zegt wat er te doen is")

    @property
    def is_dicht(self) -> bool:
        """Whether it is not for everybody: said so, or because a passage of what it says is besloten (J9)."""
        woorden = (self.tekst, self.door, self.oorsprong, self.portefeuillehouder)
        return self.besloten or any(map(heeft_besloten, (*woorden, *(stand.tekst for stand in self.standen))))

    def zoektekst(self) -> str:
        """Return the words by which it is found (K1), with what was told of it."""
        delen = (self.tekst, self.door, self.portefeuillehouder, self.oorsprong, *(een.tekst for een in self.standen))
        return "\n".join(filter(None, map(platte_tekst, delen)))

    @property
    def begon_te_laat(self) -> bool:
        """Whether the day by which it is to be done was over when it was agreed."""
        return self.voor is not None and self.voor < self.ontstaan

    def is_te_laat(self, vandaag: date) -> bool:
        """Tell whether its day is over and it is not done (I5)."""
        return self.staat.is_open and self.voor is not None and self.voor < vandaag

    def ouderdom(self, vandaag: date) -> int:
        """Return for how many days it has been, or was, open (I7)."""
        einde = self.afgedaan if self.afgedaan is not None and not self.staat.is_open else vandaag
        return max(0, (einde - self.ontstaan).days)

    def stand_op(self, dag: date) -> Self | None:
        """Return it as it stood at the end of a day, ``None`` when it was not open then (I3, I6).

        What was told later is left out; one that was closed later was open still.
        """
        later_klaar = self.afgedaan is not None and self.afgedaan > dag
        if self.ontstaan > dag or not (self.staat.is_open or later_klaar):
            return None
        standen = tuple(stand for stand in self.standen if stand.datum <= dag)
        if self.staat.is_open:
            return replace(self, standen=standen)
        return replace(self, staat=Actiestaat.OPEN, afgedaan=None, standen=standen)

    @property
    def laatste(self) -> Standregel | None:
        """What was told of it last."""
        return self.standen[-1] if self.standen else None
