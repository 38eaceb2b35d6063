"""Deadlines counted back from a meeting, on days on which people work.

Source: Algemene termijnenwet, article 3 (the general holidays: Nieuwjaarsdag, Tweede Paasdag, Hemelvaartsdag, Tweede
Pinksterdag, both Kerstdagen, Koningsdag and Bevrijdingsdag; Goede Vrijdag counts as one). The act moves the end of a
legal term forward; a board that counts back keeps its promise to the members by taking the working day before.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self

from tk_desktop.domain.datum import DAGEN
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.vergadering import Vergadering

_ZATERDAG = 5
_ZONDAG = 6
_EERSTE_MOMENT = datetime.fromtimestamp(0, UTC)


class Termijnsoort(StrEnum):
    """What has to be done before a meeting, in the order in which it comes (A5)."""

    AANLEVEREN = "stukken aanleveren"
    SLUITEN = "agenda sluiten"
    VERZENDEN = "set verzenden"
    VERHINDERING = "verhindering melden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """One deadline: the last day, and the day it was before it moved away from a weekend or a holiday."""

    soort: Termijnsoort
    dag: date
    geteld: date

    @property
    def is_verschoven(self) -> bool:
        """Whether the day that was counted is no working day."""
        return self.dag != self.geteld


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingstand:
    """When something was changed last, and how many times it was given a value: more with every change.

    Both follow from what was recorded, so they are the same on every laptop that knows the same.
    """

    moment: datetime = _EERSTE_MOMENT
    aantal: int = 0

    def met(self, ander: Self) -> Self:
        """Return how two things stand that are told as one."""
        return replace(self, moment=max(self.moment, ander.moment), aantal=self.aantal + ander.aantal)


NIETS_BEKEND = Wijzigingstand()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalenderregel:
    """A meeting in the year calendar, with its body and its deadlines (A3, A5).

    ``gewijzigd`` is how what a calendar tells of the two was changed.
    """

    gremium: Gremium
    vergadering: Vergadering
    termijnen: tuple[Termijn, ...]
    gewijzigd: Wijzigingstand = NIETS_BEKEND

    @classmethod
    def van(cls, gremium: Gremium, vergadering: Vergadering, gewijzigd: Wijzigingstand = NIETS_BEKEND) -> Self:
        """Return a meeting with the deadlines that its body counts back."""
        dagen = termijnen(gremium, vergadering.datum)
        return cls(gremium=gremium, vergadering=vergadering, termijnen=dagen, gewijzigd=gewijzigd)


def termijnen(gremium: Gremium, datum: date) -> tuple[Termijn, ...]:
    """Return the deadlines of a meeting of that body on that day, the earliest first."""
    dagen = {
        Termijnsoort.AANLEVEREN: gremium.dagen_aanleveren,
        Termijnsoort.SLUITEN: gremium.dagen_sluiten,
        Termijnsoort.VERZENDEN: gremium.dagen_verzenden,
        Termijnsoort.VERHINDERING: gremium.dagen_verhindering,
    }
    geteld = [(soort, terug(datum, aantal)) for soort, aantal in dagen.items()]
    uit = [Termijn(soort=soort, dag=werkdag_tot(dag), geteld=dag) for soort, dag in geteld]
    return tuple(sorted(uit, key=lambda termijn: (termijn.dag, list(Termijnsoort).index(termijn.soort))))


def terug(datum: date, dagen: int) -> date:
    """Return the day that many days earlier; the first day there is when that would be none."""
    return date.fromordinal(max(1, datum.toordinal() - dagen))


def werkdag_tot(dag: date) -> date:
    """Return that day, or the last working day before it."""
    while not is_werkdag(dag) and dag > date.min:
        dag -= timedelta(days=1)
    return dag


def is_werkdag(dag: date) -> bool:
    """Tell whether people work on that day: no weekend and no public holiday."""
    return dag.weekday() < _ZATERDAG and dag not in feestdagen(dag.year)


def waarom_vrij(dag: date) -> str:
    """Return why people do not work on that day: the name of the holiday or the weekday; empty on a working day."""
    if is_werkdag(dag):
        return ""
    return feestdagen(dag.year).get(dag) or DAGEN[dag.weekday()]


def feestdagen(jaar: int) -> dict[date, str]:
    """Return the Dutch public holidays of a year by their day, with their name."""
    pasen = eerste_paasdag(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == _ZONDAG:
        koningsdag = date(jaar, 4, 26)
    return {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen: "Eerste Paasdag",
        pasen + timedelta(days=1): "Tweede Paasdag",
        koningsdag: "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        pasen + timedelta(days=39): "Hemelvaartsdag",
        pasen + timedelta(days=49): "Eerste Pinksterdag",
        pasen + timedelta(days=50): "Tweede Pinksterdag",
        date(jaar, 12, 25): "Eerste Kerstdag",
        date(jaar, 12, 26): "Tweede Kerstdag",
    }


def eerste_paasdag(jaar: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    gulden = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    schrikkel, over = divmod(eeuw, 4)
    maan = (19 * gulden + eeuw - schrikkel - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * over + 2 * (rest // 4) - maan - rest % 4) % 7
    schuif = (gulden + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * schuif + 114, 31)
    return date(jaar, maand, dag + 1)
