"""The way of a proposal over the tables that speak of it, counted back from the day of the decision.

It shows what such a way costs: how long a proposal waits at each table, and where two tables do the same work.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from tk_desktop.domain.datum import lang


class Tafelrol(StrEnum):
    """What a table does with a proposal."""

    VOORBEREIDEN = "bereidt voor"
    ADVISEREN = "adviseert"
    ZIENSWIJZE = "geeft een zienswijze"
    BESLUITEN = "besluit"
    KENNISNEMEN = "neemt kennis"


class Gewonestap(NamedTuple):
    """A step of a usual route: a table by its name, what it does, and the days that lie at least behind it."""

    tafel: str
    rol: Tafelrol
    daarna: int


GEWONE_ROUTE = (
    Gewonestap("AO", Tafelrol.ADVISEREN, 14),
    Gewonestap("AC", Tafelrol.ADVISEREN, 7),
    Gewonestap("CMT", Tafelrol.ADVISEREN, 7),
    Gewonestap("DB", Tafelrol.VOORBEREIDEN, 14),
    Gewonestap("Colleges", Tafelrol.ZIENSWIJZE, 42),
    Gewonestap("AB", Tafelrol.BESLUITEN, 0),
)
"""Over which tables a proposal goes first, until somebody says otherwise (catalogue 119 to 122, 129)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """A table where people speak of proposals: AO, AC, CMT, DB, AB, the colleges; ``leden`` are names or functions."""

    naam: str
    leden: frozenset[str] = frozenset()
    dagen: tuple[date, ...] = ()
    """The days on which it meets; without any it meets when it is asked to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routestap:
    """A step of a route: which table does what, and how many days lie at least between it and the next step."""

    tafel: Tafel
    rol: Tafelrol
    daarna: int = 7

    def __post_init__(self) -> None:
        if self.daarna < 0:
            raise ValueError("tussen twee stappen ligt geen negatief aantal dagen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Geplandestap:
    """A step with its day; ``wacht`` days pass after it that the work of the next step does not need.

    Without ``dag`` the table does not meet in time: ``laatst`` is the last day on which it would have to.
    """

    stap: Routestap
    laatst: date
    dag: date | None
    wacht: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two tables on one route that do the same work, with the reason in a sentence."""

    een: str
    ander: str
    reden: str


def plan(route: Sequence[Routestap], besluit_op: date) -> tuple[Geplandestap, ...]:
    """Return a route with its days: the last step on the day of the decision, each other on its last day in time.

    Where a table does not meet in time the steps before it are counted from the day on which it would have to.
    """
    uit: list[Geplandestap] = []
    volgende = besluit_op
    for rang, stap in enumerate(reversed(route)):
        laatst = besluit_op if not rang else volgende - timedelta(days=stap.daarna)
        dag = laatst if not rang else _last_day(stap.tafel, laatst)
        uit.append(Geplandestap(stap=stap, laatst=laatst, dag=dag, wacht=(laatst - dag).days if dag is not None else 0))
        volgende = dag or laatst
    return tuple(reversed(uit))


def _last_day(tafel: Tafel, laatst: date) -> date | None:
    if not tafel.dagen:
        return laatst
    return max((dag for dag in tafel.dagen if dag <= laatst), default=None)


def doorlooptijd(stappen: Sequence[Geplandestap]) -> int:
    """Return how many days lie between the first step and the decision."""
    dagen = [stap.dag or stap.laatst for stap in stappen]
    return (dagen[-1] - dagen[0]).days if dagen else 0


def vragen(stappen: Sequence[Geplandestap], vandaag: date | None = None) -> tuple[str, ...]:
    """Return what stands in the way of a planned route, in sentences."""
    uit = []
    for een in stappen:
        if een.dag is None:
            uit.append(f"{een.stap.tafel.naam} vergadert niet op of voor {lang(een.laatst)}; de route past niet.")
        elif vandaag is not None and een.dag < vandaag:
            uit.append(f"{een.stap.tafel.naam} had het op {lang(een.dag)} moeten bespreken; dat is voorbij.")
    if sum(een.stap.rol is Tafelrol.BESLUITEN for een in stappen) != 1:
        uit.append("Eén tafel besluit; in deze route zijn het er geen of meer dan één.")
    return tuple(uit)


def overlappen(route: Sequence[Routestap]) -> tuple[Overlap, ...]:
    """Return the tables that do the same work: the same role at mostly the same people, or two that decide."""
    uit = []
    for een, ander in combinations(route, 2):
        kleinste = min(len(een.tafel.leden), len(ander.tafel.leden))
        samen = een.tafel.leden & ander.tafel.leden
        if een.rol is ander.rol is Tafelrol.BESLUITEN:
            reden = "Beide tafels besluiten over hetzelfde."
        elif een.rol is ander.rol and kleinste and len(samen) * 2 >= kleinste:
            reden = f"Beide tafels doen hetzelfde ({een.rol.value}), met {len(samen)} dezelfde mensen."
        elif een.tafel.naam == ander.tafel.naam:
            reden = "Het voorstel komt twee keer op dezelfde tafel."
        else:
            continue
        uit.append(Overlap(een=een.tafel.naam, ander=ander.tafel.naam, reden=reden))
    return tuple(uit)


def langst_wachten(stappen: Sequence[Geplandestap]) -> Mapping[str, int]:
    """Return by table how many days a proposal waits after it, the longest first; without waiting it is left out."""
    wacht = sorted(((een.wacht, een.stap.tafel.naam) for een in stappen if een.wacht), reverse=True)
    return {naam: dagen for dagen, naam in wacht}
