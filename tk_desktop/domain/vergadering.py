"""The meeting itself and the letter that invites to it."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Self

from tk_desktop.base.errors import TkError
from tk_desktop.domain.datum import klok, lang, verstreken


class EindeVoorBegin(TkError):
    """A meeting was to end before it began."""

    code = "TK-B06"
    melding = "De vergadering begon om {begin} en kan niet om {einde} zijn geëindigd."
    veilig = "Er is niets gewijzigd."
    advies = "Verbeter het begin of het einde."


class Status(StrEnum):
    """How far a meeting is (A2)."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    GEANNULEERD = "geannuleerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadering:
    """A meeting of one body on one day (ORI-A: vergadering).

    An end before the begin is a finding of the check (TP04), not a refusal: two laptops may each have moved one of the
    two, and the merged meeting must still be readable. ``begonnen`` and ``geeindigd`` are the actual times (A2);
    ``uid`` is what a calendar that was taken in calls this meeting.
    """

    id: str
    gremium_id: str
    datum: date
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    voorzitter_id: str | None = None
    secretaris_id: str | None = None
    gelegenheid: str = ""
    nieuw_tijdstip: bool = False
    status: Status = Status.GEPLAND
    videolink: str = ""
    begonnen: time | None = None
    geeindigd: time | None = None
    uid: str = ""

    @property
    def loopt(self) -> bool:
        """Whether it was opened and not closed."""
        return self.begonnen is not None and self.geeindigd is None

    def gehouden(self, van: time | None, tot: time | None) -> Self:
        """Return this meeting with when it really began and ended; raises ``EindeVoorBegin`` (G7)."""
        if van is not None and tot is not None and verstreken(van, tot) is None:
            raise EindeVoorBegin(begin=klok(van), einde=klok(tot))
        return replace(self, begonnen=van, geeindigd=tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afmelding:
    """A member who cannot come to one meeting, and who comes instead (A15).

    ``set_overgedragen`` tells that the substitute has the papers.
    """

    id: str
    vergadering_id: str
    lid_id: str
    vervanger_id: str | None = None
    reden: str = ""
    set_overgedragen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitnodigingsbrief:
    """The letter that opens a vergaderset (D18; catalogue 1-10).

    ``tekst`` is the body between salutation and closing, as rich text; placeholders are filled when it is printed.
    """

    id: str
    vergadering_id: str
    aan: str = ""
    uw_kenmerk: str = ""
    ons_kenmerk: str = ""
    datum: date | None = None
    behandeld_door: str = ""
    email: str = ""
    doorkiesnummer: str = ""
    onderwerp: str = ""
    aanhef: str = "Geachte leden,"
    tekst: str = ""
    verhindering_uiterlijk: date | None = None
    verhindering_telefoon: str = ""
    verhindering_email: str = ""
    afsluiting: str = "Hoogachtend,"
    ondertekenaar: str = ""
    functie: str = ""
    mede_namens_voorzitter: bool = False

    @property
    def afmelden(self) -> str:
        """Until when and how absence can be told, behind ‘meld u af’ (catalogue 9)."""
        tot = f"vóór {lang(self.verhindering_uiterlijk, met_dag=True)} " if self.verhindering_uiterlijk else ""
        via = " of ".join(filter(None, (self.verhindering_email.strip(), self.verhindering_telefoon.strip())))
        return f"{tot}{f'via {via}' if via else 'bij het secretariaat'}"
