"""What a check finds, and what the user can do about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tk_desktop.domain.datum import kort


class Ernst(StrEnum):
    """How much a finding matters."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """One finding: where, what, why it matters and how to mend it; texts are Dutch sentences.

    ``code`` names the check and is stable; with ``waar`` it identifies the finding, so that it can be accepted. ``bij``
    is the id of the agenda item or paper to go to; empty when it is about the meeting or its letter. ``keuze`` is the
    id of the row of which two versions wait for a choice (``Openkeuze``), where that is what it finds.
    """

    code: str
    ernst: Ernst
    waar: str
    wat: str
    waarom: str
    zo_herstelt_u: str
    bij: str = ""
    keuze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvaarding:
    """A finding that the secretaris accepts, with the reason; who did so and when, and who took it back (A9).

    ``moment`` is empty for what was accepted before that was kept. One that was taken back stays to be read.
    """

    id: str
    vergadering_id: str
    code: str
    waar: str
    reden: str
    wie: str = ""
    moment: datetime | None = None
    ingetrokken: datetime | None = None
    ingetrokken_door: str = ""

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise ValueError("een aanvaarding heeft een reden")

    @property
    def geldt(self) -> bool:
        """Whether it was not taken back."""
        return self.ingetrokken is None

    def __str__(self) -> str:
        """Tell who judged what, and when: ``Aanvaard op 4-3-2026 door Roos van Dalen: volgt per post``."""
        terug = "" if self.geldt else f" {_wie_wanneer('Ingetrokken', self.ingetrokken, self.ingetrokken_door)}."
        punt = "" if self.geldt or self.reden.strip().endswith(".") else "."
        return f"{_wie_wanneer('Aanvaard', self.moment, self.wie)}: {self.reden.strip()}{punt}{terug}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twijfel:
    """Something that was read but is not certain, with its place in the source."""

    waar: str
    wat: str


def _wie_wanneer(woord: str, moment: datetime | None, wie: str) -> str:
    dag = f" op {kort(moment.date())}" if moment else ""
    return f"{woord}{dag}{f' door {wie}' if wie else ''}"
