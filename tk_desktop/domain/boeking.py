"""Who and which room is asked twice at one time (A4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time

from tk_desktop.domain.datum import kort, minuten, spanne, uur
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.vergadering import Status, Vergadering

_GEWONE_DUUR = 120
"""How many minutes a meeting without an end is taken to last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezetting:
    """A meeting with the people it asks, by their ids: members on that day, chair, secretary and who comes instead.

    Who reported absence is not asked any more. ``gremium`` is the short name of the body.
    """

    vergadering: Vergadering
    gremium: str
    namen: Mapping[str, str]

    def __str__(self) -> str:
        """Name the meeting and its time: ``AO WK (10.00 – 12.00 uur)``."""
        begin, einde = self.vergadering.begin, self.vergadering.einde
        if begin and einde:
            return f"{self.gremium} ({spanne(begin, einde)})"
        return f"{self.gremium} ({uur(begin)})" if begin else self.gremium


@dataclass(frozen=True, slots=True, kw_only=True)
class Dubbelboeking:
    """What a meeting asks that another one asks at that time too: people, a room, or both."""

    ander: Bezetting
    namen: tuple[str, ...] = ()
    zaal: str = ""

    @property
    def over_mensen(self) -> str:
        """Who is asked twice, in a Dutch sentence; empty when nobody is."""
        if not self.namen:
            return ""
        return f"{opsomming(self.namen)} {'zit' if len(self.namen) == 1 else 'zitten'} dan ook bij {self.ander}."

    @property
    def over_zaal(self) -> str:
        """Which room is asked twice, in a Dutch sentence; empty when none is."""
        return f"In {self.zaal} is dan ook {self.ander}." if self.zaal else ""

    @property
    def zinnen(self) -> tuple[str, ...]:
        """All that is asked twice, a Dutch sentence each."""
        return tuple(zin for zin in (self.over_mensen, self.over_zaal) if zin)

    @property
    def naam(self) -> str:
        """The other meeting with its day, which stays the same while only its time moves: ``AO WK 11-3-2026``."""
        return f"{self.ander.gremium} {kort(self.ander.vergadering.datum)}"


def dubbelboekingen(hier: Bezetting, elders: Iterable[Bezetting]) -> tuple[Dubbelboeking, ...]:
    """Return what a meeting asks twice, for each other meeting that is at the same time; a cancelled one asks nothing.

    A meeting without a begin may be at any time of its day.
    """
    uit = []
    for ander in elders:
        een, twee = hier.vergadering, ander.vergadering
        if een.id == twee.id or Status.GEANNULEERD in (een.status, twee.status) or not _overlapt(een, twee):
            continue
        zaal = een.plaats.strip()
        dubbel = Dubbelboeking(
            ander=ander,
            namen=tuple(sorted(naam for id_, naam in hier.namen.items() if id_ in ander.namen)),
            zaal=zaal if zaal.casefold() == twee.plaats.strip().casefold() else "",
        )
        if dubbel.zinnen:
            uit.append(dubbel)
    return tuple(uit)


def _overlapt(een: Vergadering, ander: Vergadering) -> bool:
    if een.datum != ander.datum:
        return False
    if een.begin is None or ander.begin is None:
        return True
    return minuten(een.begin) < _tot(ander.begin, ander.einde) and minuten(ander.begin) < _tot(een.begin, een.einde)


def _tot(begin: time, einde: time | None) -> int:
    if einde is not None and einde > begin:
        return minuten(einde)
    return minuten(begin) + _GEWONE_DUUR
