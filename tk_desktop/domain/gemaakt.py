"""What was made of a set: the pages of each part, and what the maker has to tell."""

from dataclasses import dataclass

from tk_desktop.domain.vergaderset import Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaaktDeel:
    """A part as it stands in the file: pages ``van``-``tot``; ``inhoud`` is a digest of what is printed on it.

    ``sleutel`` is what the part is known by in every set, ``naam`` what a list calls it. ``bezwaren`` tell in Dutch why
    a received part keeps the set from being PDF/A-3b.
    """

    sleutel: str
    anker: str
    label: str
    titel: str
    naam: str
    inhoud: str
    van: int
    tot: int
    bezwaren: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LosBestand:
    """A paper without pages that travels inside the set as a file; ``inhoud`` is the SHA-256 of that file."""

    sleutel: str
    naam: str
    inhoud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaakteSet:
    """A set that was written, for whom, and what is in it."""

    variant: Variant
    paginas: int
    delen: tuple[GemaaktDeel, ...]
    los: tuple[LosBestand, ...] = ()
    nagezonden: tuple[str, ...] = ()
    niet_mee: tuple[str, ...] = ()
    """The papers that were left out of a public set, being files without pages."""
    genummerd: bool = True
    """Whether its pages bear a number."""

    @property
    def is_archiefwaardig(self) -> bool:
        """Whether the file says it is PDF/A-3b: no part keeps it from that."""
        return not any(deel.bezwaren for deel in self.delen)
