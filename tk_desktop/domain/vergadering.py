"""The meeting itself and the letter that invites to it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


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
