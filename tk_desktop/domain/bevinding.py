"""What a check finds, and what the user can do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """How much a finding matters."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """One finding: where, what, why it matters and how to mend it; texts are Dutch sentences.

    ``code`` names the check and is stable; with ``waar`` it identifies the finding, so that it can be accepted. ``bij``
    is the id of the agenda item or paper to go to; empty when it is about the meeting or its letter.
    """

    code: str
    ernst: Ernst
    waar: str
    wat: str
    waarom: str
    zo_herstelt_u: str
    bij: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvaarding:
    """A finding that the secretaris accepts, with the reason."""

    id: str
    vergadering_id: str
    code: str
    waar: str
    reden: str

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise ValueError("een aanvaarding heeft een reden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Twijfel:
    """Something that was read but is not certain, with its place in the source."""

    waar: str
    wat: str
