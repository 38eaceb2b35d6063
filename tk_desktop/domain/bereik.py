"""Who a row is meant for: the scope of everything that travels between laptops (docs/decisions/0020).

A scope is written as text: ``sec``, ``alg``, ``bes:<dossier>``, ``pp:<persoon>``, ``deel:<schrijver>~<lezer>`` or
``prive:<persoon>``. The scope of a row never changes; what is to be read by others is written anew in theirs.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Bereiksoort(StrEnum):
    """The six kinds of readers."""

    SECRETARIAAT = "sec"
    """The working copy of the secretariat: everything, drafts too."""
    ALGEMEEN = "alg"
    """What was published to all on the roster."""
    BESLOTEN = "bes"
    """What was published to the readers of one dossier: a meeting, or an item that some are kept from."""
    MET_SECRETARIAAT = "pp"
    """Between one person and the secretariat."""
    GEDEELD = "deel"
    """What one person writes for one other: notes that are shared."""
    PRIVE = "prive"
    """One person's own, on their own laptops."""


_ZONDER_NAAM = frozenset({Bereiksoort.SECRETARIAAT, Bereiksoort.ALGEMEEN})
_VOOR_LEZERS = (Bereiksoort.ALGEMEEN, Bereiksoort.BESLOTEN, Bereiksoort.GEDEELD)
TUSSEN = "~"
"""Stands between the writer and the reader of what is shared, and after the writer in the id of each such row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereik:
    """One scope.

    Rules:
        * ``sec`` and ``alg`` bear no name; the other kinds bear the id of a dossier or a person;
        * that id is one word of at most 200 printable signs;
        * what is shared bears two ids of people without a colon, with a ``~`` between them.
    """

    soort: Bereiksoort
    van: str = ""

    def __post_init__(self) -> None:
        if (self.soort in _ZONDER_NAAM) != (self.van == ""):
            raise ValueError(f"een bereik {self.soort} hoort {'geen' if self.van else 'een'} naam te hebben")
        if len(self.van) > 200 or not self.van.isprintable() or any(teken.isspace() for teken in self.van):
            raise ValueError("de naam van een bereik is één woord")
        if self.soort is Bereiksoort.GEDEELD and not (
            self.van.count(TUSSEN) == 1
            and ":" not in self.van
            and self.schrijver not in ("", self.lezer)
            and self.lezer
        ):
            raise ValueError("wat gedeeld is, heeft een schrijver en een lezer")

    def __str__(self) -> str:
        return f"{self.soort}:{self.van}" if self.van else self.soort.value

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Return the scope that a text names, or raise ``ValueError``."""
        soort, scheiding, van = tekst.partition(":")
        if scheiding and not van:
            raise ValueError(f"{tekst!r} is geen bereik")
        return cls(soort=Bereiksoort(soort), van=van)

    @property
    def gepubliceerd(self) -> bool:
        """Whether somebody wrote it for readers: what stands there is never edited, only written anew."""
        return self.soort in _VOOR_LEZERS

    @property
    def schrijver(self) -> str:
        """Who writes what is shared with one reader; empty where it is not one person."""
        return self.van.partition(TUSSEN)[0] if self.soort is Bereiksoort.GEDEELD else ""

    @property
    def lezer(self) -> str:
        """With whom it is shared."""
        return self.van.partition(TUSSEN)[2] if self.soort is Bereiksoort.GEDEELD else ""


def is_gepubliceerd(naam: str) -> bool:
    """Tell by the name of a scope whether it is ``gepubliceerd``."""
    return naam.partition(":")[0] in _VOOR_LEZERS


SEC = Bereik(soort=Bereiksoort.SECRETARIAAT)
ALG = Bereik(soort=Bereiksoort.ALGEMEEN)


def besloten(dossier: str) -> Bereik:
    """Return the scope of the readers of a dossier."""
    return Bereik(soort=Bereiksoort.BESLOTEN, van=dossier)


def met_secretariaat(persoon_id: str) -> Bereik:
    """Return the scope between a person and the secretariat."""
    return Bereik(soort=Bereiksoort.MET_SECRETARIAAT, van=persoon_id)


def prive(persoon_id: str) -> Bereik:
    """Return a person's own scope."""
    return Bereik(soort=Bereiksoort.PRIVE, van=persoon_id)


def gedeeld(schrijver: str, lezer: str) -> Bereik:
    """Return the scope in which one person shares with one other."""
    return Bereik(soort=Bereiksoort.GEDEELD, van=f"{schrijver}{TUSSEN}{lezer}")


def is_gedeelde_rij(id_: str) -> bool:
    """Tell by the id of a note, or of what belongs to one, whether somebody else shared it: it is theirs to change."""
    return TUSSEN in id_.partition(":")[0]
