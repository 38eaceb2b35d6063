"""What the secretaris asks of the builder of sets: for whom, with what, in which form."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.samenstellen import Keuze
from tk_desktop.pack.uitgeven import Bestandsom


class Uitvoer(StrEnum):
    """In which form a set is made."""

    PDF = "Eén pdf"
    PER_PUNT = "Pdf per agendapunt"
    WORD = "Word (brief, agenda, nota’s)"
    ZIP = "Zip met alle stukken"
    NAZENDING = "Nazending (wat veranderde)"

    @property
    def is_map(self) -> bool:
        """Whether it becomes a folder with files instead of one file."""
        return self in (Uitvoer.PER_PUNT, Uitvoer.WORD)

    @property
    def achter(self) -> str:
        """The extension of the file."""
        return "" if self.is_map else ".zip" if self is Uitvoer.ZIP else ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setkeuze:
    """A set as it was asked for."""

    lezer: Lezer = field(default_factory=lambda: Lezer(Doelgroep.LEDEN))
    keuze: Keuze = field(default_factory=Keuze)
    uitvoer: Uitvoer = Uitvoer.PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A set that was made to look at, or a nazending: then ``gemaakt`` only tells on which pages its parts stand."""

    pdf: Pad
    gemaakt: GemaakteSet
    nazending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """What was made: the file or folder, and how to keep that it was sent.

    ``gemaakt`` is there for a set as one PDF; ``vingerafdruk`` is the SHA-256 of a file, empty for a folder. ``sommen``
    has the name and SHA-256 of each file in a folder. ``zonder`` names what these readers did not get, being besloten.
    """

    keuze: Setkeuze
    doel: Path
    sommen: tuple[Bestandsom, ...] = ()
    zonder: tuple[str, ...] = ()
    gemaakt: GemaakteSet | None = None
    vingerafdruk: str = ""

    @property
    def bestanden(self) -> int:
        """How many files there are."""
        return len(self.sommen) or 1
