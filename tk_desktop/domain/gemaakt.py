"""What was made of a set: the pages of each part, and what the maker has to tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaaktDeel:
    """A part as it stands in the file: pages ``van``-``tot``; ``inhoud`` is a digest of what it holds.

    ``bezwaren`` tell in Dutch why a received part keeps the set from being PDF/A-3b.
    """

    anker: str
    label: str
    titel: str
    inhoud: str
    van: int
    tot: int
    bezwaren: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GemaakteSet:
    """A set that was written; ``los`` are papers without pages that travel inside it as files."""

    variant: str
    paginas: int
    delen: tuple[GemaaktDeel, ...]
    los: tuple[str, ...] = ()
    nagezonden: tuple[str, ...] = ()
    niet_mee: tuple[str, ...] = ()
    """The papers that were left out of a public set, being files without pages."""

    @property
    def is_archiefwaardig(self) -> bool:
        """Whether the file says it is PDF/A-3b: no part keeps it from that."""
        return not any(deel.bezwaren for deel in self.delen)
