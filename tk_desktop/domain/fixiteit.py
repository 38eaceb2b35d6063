"""Holding all kept files against the SHA-256 by which they are named, once a year (K12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tk_desktop.domain.datum import kort

_JAAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixiteit:
    """One time that all kept files were looked at: how many, and the SHA-256 of those that changed or are gone."""

    moment: datetime
    wie: str
    gekeken: int
    veranderd: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()

    @property
    def goed(self) -> bool:
        """Whether every file is as it came in."""
        return not (self.veranderd or self.ontbreekt)

    @property
    def zin(self) -> str:
        """What came of it, in a sentence."""
        door = f" door {self.wie}" if self.wie else ""
        uitkomst = "alles klopt" if self.goed else f"{len(self.veranderd)} veranderd, {len(self.ontbreekt)} weg"
        wat = "1 bestand" if self.gekeken == 1 else f"{self.gekeken} bestanden"
        return f"{kort(self.moment.date())}{door}: {wat} nagekeken, {uitkomst}."


def file_name(som: str, namen: Mapping[str, str]) -> str:
    """Return a file by the begin of its digest, with what it is where somebody knows that."""
    return f"{som[:12]}… ({namen[som]})" if som in namen else f"{som[:12]}…"


def is_due(laatste: Fixiteit | None, oudste: date | None, vandaag: date) -> bool:
    """Tell whether files wait for a look: over a year after the last one, or after the oldest file came in.

    ``oudste`` is the day on which that was, ``None`` when there are no files.
    """
    vanaf = laatste.moment.date() if laatste is not None else oudste
    return oudste is not None and vanaf is not None and (vandaag - vanaf).days > _JAAR
