"""What readers of messages give, whatever program wrote the message: its headers, its words and its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tk_desktop.domain.opmaak import platte_tekst, schrijf
from tk_desktop.intake.plakken import lees_html

MEESTE_BERICHTEN_DIEP = 3
"""So many messages deep in each other they are opened: a forward of a forward; what stands deeper is named."""


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
    """A part of a message that is not its text, with its name as written there; ``bericht`` is a message that it is."""

    naam: str
    media: str
    inhoud: bytes
    soort: Ruwsoort = Ruwsoort.BESTAND
    bericht: "Ruwbericht | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruwbericht:
    """A message before anything of it was judged."""

    van: str = ""
    adres: str = ""
    moment: datetime | None = None
    onderwerp: str = ""
    tekst: str = ""
    delen: tuple[Ruwdeel, ...] = ()


def opened(delen: Sequence[Ruwdeel]) -> Iterator[Ruwdeel]:
    """Yield the parts of a message, with those of a message in it in its place."""
    for deel in delen:
        if deel.bericht is None:
            yield deel
        else:
            yield from opened(deel.bericht.delen)


def inner(bericht: Ruwbericht) -> Iterator[Ruwbericht]:
    """Yield the messages in a message, as they come."""
    for deel in bericht.delen:
        if deel.bericht is not None:
            yield deel.bericht
            yield from inner(deel.bericht)


def tekst_van_html(tekst: str) -> str:
    """Return the words of a message in HTML."""
    return platte_tekst(schrijf(lees_html(tekst)))
