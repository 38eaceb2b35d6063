"""What two people did apart and nobody chose between: shown for review, nothing of it lost."""

from dataclasses import dataclass

from tk_desktop.domain.bewerking import WEG, Waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """One of the values; ``apparaat`` is who wrote it, empty for this laptop."""

    id: str
    hlc: int
    apparaat: str
    waarde: Waarde
    getoond: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field with more than one value, the latest first.

    Of the field ``_weg`` it means that somebody took a row away without having seen all of it, or while another row
    needed it: the row stays until somebody decides.
    """

    bereik: str
    tabel: str
    rij: str
    veld: str
    waarden: tuple[Kandidaat, ...]

    @property
    def over_verwijderen(self) -> bool:
        """Whether the question is if the row is to go."""
        return self.veld == WEG


@dataclass(frozen=True, slots=True, kw_only=True)
class Toepassing:
    """What came of operations of others: how many were new, and which rows (table, id) were written."""

    nieuw: int
    rijen: frozenset[tuple[str, str]]
