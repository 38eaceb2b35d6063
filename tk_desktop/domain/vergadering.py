"""The meeting itself and the letter that invites to it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from tk_desktop.base.errors import TkError


class TijdOnmogelijk(TkError):
    """A meeting was given an end before its begin."""

    code = "TK-V01"
    melding = "De vergadering eindigt ({einde}) voordat zij begint ({begin})."
    advies = "Pas de begin- of eindtijd aan."


class Status(StrEnum):
    """How far a meeting is (A2)."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    GEANNULEERD = "geannuleerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadering:
    """A meeting of one body on one day (ORI-A: vergadering)."""

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

    def __post_init__(self) -> None:
        if self.begin is not None and self.einde is not None and self.einde < self.begin:
            raise TijdOnmogelijk(begin=self.begin.isoformat("minutes"), einde=self.einde.isoformat("minutes"))


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
