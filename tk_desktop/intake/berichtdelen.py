"""What readers of messages give, whatever program wrote the message: its headers, its words and its parts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tk_desktop.domain.opmaak import platte_tekst, schrijf
from tk_desktop.intake.plakken import lees_html


class Ruwsoort(StrEnum):
    """What a part of a message is to who wrote it."""

    BESTAND = "bestand"
    OPMAAK = "opmaak"
    """A picture that stands in the text itself."""
    BERICHT = "bericht"
    VERWIJZING = "verwijzing"
    """Not in the message: it names a place where the file should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwdeel:
    """A part of a message that is not its text, with its name as written there."""

    naam: str
    media: str
    inhoud: bytes
    soort: Ruwsoort = Ruwsoort.BESTAND


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwbericht:
    """A message before anything of it was judged."""

    van: str = ""
    adres: str = ""
    moment: datetime | None = None
    onderwerp: str = ""
    tekst: str = ""
    delen: tuple[Ruwdeel, ...] = ()


def tekst_van_html(tekst: str) -> str:
    """Return the words of a message in HTML."""
    return platte_tekst(schrijf(lees_html(tekst)))
