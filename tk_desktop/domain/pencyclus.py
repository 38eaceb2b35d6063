"""The planning and control calendar of a gemeenschappelijke regeling: the terms of the law, as data (N6).

``vóór 30 april`` means the day before at the latest. A regeling may set stricter terms of its own beside these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Penctermijn:
    """A term: a day of a year before the budget year (``jaar`` 0 is that year itself), or weeks before the AB decides.

    Rules:
        * a term is a day or a number of weeks.
    """

    code: str
    wat: str
    bron: str
    maand: int = 0
    dag: int = 0
    jaar: int = -1
    weken_voor: int = 0

    def __post_init__(self) -> None:
        if bool(self.weken_voor) == bool(self.maand and self.dag):
            raise ValueError("een termijn is een dag of een aantal weken")

    def uiterlijk(self, begrotingsjaar: int, ab: date | None) -> date | None:
        """Return the last day in time, or nothing while the day of the AB that it hangs on is not known."""
        if self.weken_voor:
            return None if ab is None else ab - timedelta(weeks=self.weken_voor)
        return date(begrotingsjaar + self.jaar, self.maand, self.dag) - timedelta(days=1)


WETTELIJK = (
    Penctermijn(
        code="kaders",
        wat="De financiële en beleidsmatige kaders en de voorlopige jaarrekening naar de raden",
        bron="Wgr, artikel 34b",
        maand=4,
        dag=30,
    ),
    Penctermijn(
        code="ontwerp",
        wat="De ontwerpbegroting naar de raden, die een zienswijze kunnen geven",
        bron="Wgr, artikel 35",
        weken_voor=12,
    ),
    Penctermijn(
        code="jaarrekening",
        wat="De vastgestelde jaarrekening naar gedeputeerde staten",
        bron="Wgr, artikel 34",
        maand=7,
        dag=15,
    ),
    Penctermijn(
        code="begroting",
        wat="De vastgestelde begroting naar gedeputeerde staten",
        bron="Wgr, artikel 34",
        maand=9,
        dag=15,
    ),
)
"""What the law asks of the budget of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pencdag:
    """A term with its last day, empty while it hangs on a day that is not known; ``gedaan`` is when it was done."""

    termijn: Penctermijn
    uiterlijk: date | None
    gedaan: date | None = None

    def te_laat(self, vandaag: date) -> bool:
        """Whether it was done too late, or was not done while its last day has passed."""
        return self.uiterlijk is not None and (self.gedaan or vandaag) > self.uiterlijk


def kalender(
    begrotingsjaar: int,
    ab: date | None,
    gedaan: Sequence[tuple[str, date]] = (),
    termijnen: Sequence[Penctermijn] = WETTELIJK,
) -> tuple[Pencdag, ...]:
    """Return the terms of a budget year by day, those without a day last.

    ``gedaan`` tells by code what was done when.
    """
    toen = dict(gedaan)
    dagen = [
        Pencdag(termijn=een, uiterlijk=een.uiterlijk(begrotingsjaar, ab), gedaan=toen.get(een.code))
        for een in termijnen
    ]
    return tuple(sorted(dagen, key=lambda een: (een.uiterlijk is None, een.uiterlijk or date.max)))
