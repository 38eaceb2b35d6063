"""Routes of proposals, the planning and control of a year, and zienswijzen, as they are kept with a programme (N6, N7).

What follows from them (days counted back, terms, who is still to say something) is computed and never stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tk_desktop.domain.overlegroute import Geplandestap, Overlap, Routestap, Tafel, Tafelrol, overlappen, plan
from tk_desktop.domain.pencyclus import Pencdag, kalender
from tk_desktop.domain.zienswijze import Zienswijze, Zienswijzenstand, stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafellid:
    """Somebody at a table, by name or function."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafeldag:
    """A day on which a table meets."""

    id: str
    dag: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegtafel:
    """A table of a programme; one that is a body of this werkmap (``gremium_id``) meets when that body does, too."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    gremium_id: str | None = None
    leden: tuple[Tafellid, ...] = ()
    dagen: tuple[Tafeldag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegroute:
    """The way of one proposal, and the day of the decision where that is known."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    besluit_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegstap:
    """A step of a route: what a table does, and how many days lie at least between it and the next."""

    id: str
    route_id: str
    volgorde: str
    tafel_id: str
    rol: Tafelrol = Tafelrol.ADVISEREN
    daarna: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Pencjaar:
    """The planning and control of a budget year, and the day on which the AB decides on that budget."""

    id: str
    programma_id: str
    jaar: int
    ab: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pencstap:
    """That what a term asks (``code``) was done, and when."""

    id: str
    pencjaar_id: str
    code: str
    gedaan: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Zienswijzeronde:
    """A draft on which gemeenten may give a zienswijze, and until when."""

    id: str
    programma_id: str
    volgorde: str
    onderwerp: str
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegstand:
    """All routes, years and zienswijzen of a programme as they stand; ``vergaderdagen`` are those of bodies by id."""

    naam: str
    tafels: tuple[Overlegtafel, ...] = ()
    routes: tuple[Overlegroute, ...] = ()
    stappen: tuple[Overlegstap, ...] = ()
    jaren: tuple[Pencjaar, ...] = ()
    gedaan: tuple[Pencstap, ...] = ()
    rondes: tuple[Zienswijzeronde, ...] = ()
    zienswijzen: tuple[Zienswijze, ...] = ()
    vergaderdagen: Mapping[str, tuple[date, ...]] = field(default_factory=dict)

    def tafel(self, id_: str) -> Overlegtafel:
        """Return the table with that id."""
        return next(een for een in self.tafels if een.id == id_)

    def stappen_van(self, route_id: str) -> tuple[Overlegstap, ...]:
        """Return the steps of a route, in their order."""
        return tuple(een for een in self.stappen if een.route_id == route_id)

    def gepland(self, route: Overlegroute) -> tuple[Geplandestap, ...]:
        """Return the steps of a route with their days; nothing while the day of the decision is not known."""
        return plan(self._route(route.id), route.besluit_op) if route.besluit_op else ()

    def overlap(self, route: Overlegroute) -> tuple[Overlap, ...]:
        """Return the tables of a route that do the same work."""
        return overlappen(self._route(route.id))

    def kalender(self, jaar: Pencjaar) -> tuple[Pencdag, ...]:
        """Return the terms of a budget year."""
        gedaan = [(een.code, een.gedaan) for een in self.gedaan if een.pencjaar_id == jaar.id]
        return kalender(jaar.jaar, jaar.ab, gedaan)

    def zienswijzen_van(self, ronde_id: str) -> tuple[Zienswijze, ...]:
        """Return what each gemeente says of a draft."""
        return tuple(een for een in self.zienswijzen if een.ronde_id == ronde_id)

    def stand(self, ronde: Zienswijzeronde) -> Zienswijzenstand:
        """Return how far the zienswijzen on a draft are."""
        return stand(self.zienswijzen_van(ronde.id), ronde.uiterlijk)

    def _route(self, route_id: str) -> tuple[Routestap, ...]:
        return tuple(
            Routestap(tafel=self._gerekend(self.tafel(een.tafel_id)), rol=een.rol, daarna=een.daarna)
            for een in self.stappen_van(route_id)
        )

    def _gerekend(self, tafel: Overlegtafel) -> Tafel:
        dagen = {een.dag for een in tafel.dagen} | set(self.vergaderdagen.get(tafel.gremium_id or "", ()))
        leden = frozenset(een.naam for een in tafel.leden)
        return Tafel(naam=tafel.naam, leden=leden, dagen=tuple(sorted(dagen)))
