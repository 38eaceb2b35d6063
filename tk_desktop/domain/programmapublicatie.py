"""What of a programme others may read: the report over a period on a site, without what is not for them (E4, N8)."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from tk_desktop.domain.begroting import Begrotingsregel, Besluitgevolg, Meeneempost
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.projectboom import alles_onder
from tk_desktop.domain.vergaderset import Doelgroep

NIET_OPENBAAR = "Niet openbaar"
"""What the budget of a besloten project is called where it may not be named: it counts in every total."""


class Rapport(NamedTuple):
    """The report of a programme over one of its periods, by name."""

    programma_id: str
    periode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmapublicatie:
    """The report of a programme over a period, put on a site; taken off, ``ingetrokken`` and ``reden`` say so."""

    id: str
    programma_id: str
    periode: str
    doelgroep: Doelgroep
    geplaatst: datetime
    door: str = ""
    ingetrokken: datetime | None = None
    reden: str = ""

    @property
    def rapport(self) -> Rapport:
        """Which report it is."""
        return Rapport(self.programma_id, self.periode)


def besloten_projecten(stand: Programmastand) -> frozenset[str]:
    """Return the projects that are not for everybody: marked so, or under one that is."""
    besloten = frozenset(een.id for een in stand.projecten if een.besloten)
    return besloten | alles_onder(stand.projecten, besloten)


def besloten_namen(stand: Programmastand) -> tuple[str, ...]:
    """Return what the besloten projects and their budget lines are called."""
    weg = besloten_projecten(stand)
    namen = (
        *(een.naam for een in stand.projecten if een.id in weg),
        *(r.naam for r in stand.regels if r.project_id in weg),
    )
    return tuple(dict.fromkeys(namen))


def voor_iedereen(stand: Programmastand) -> Programmastand:
    """Return a programme without its besloten projects; their money stays in the totals, under no name."""
    weg = besloten_projecten(stand)
    if not weg:
        return stand
    regels = {een.id for een in stand.regels if een.project_id in weg}
    namen = besloten_namen(stand)
    return replace(
        stand,
        projecten=tuple(een for een in stand.projecten if een.id not in weg),
        stappen=tuple(een for een in stand.stappen if een.project_id not in weg),
        zorgen=tuple(een for een in stand.zorgen if not {een.project_id, een.van_project_id} & weg),
        berichten=tuple(een for een in stand.berichten if een.project_id not in weg),
        gevolgen=tuple(een for een in stand.gevolgen if not _is_of(een, weg, regels)),
        regels=tuple(_nameless(een) if een.id in regels else een for een in stand.regels),
        meenemen=tuple(
            _without_words(een) if een.regel_id in regels or een.waarvan in namen else een for een in stand.meenemen
        ),
    )


def _is_of(gevolg: Besluitgevolg, projecten: frozenset[str], regels: set[str]) -> bool:
    return gevolg.project_id in projecten or gevolg.regel_id in regels


def _nameless(regel: Begrotingsregel) -> Begrotingsregel:
    """Return a line with its amounts alone: what was written with them could tell of what it is."""
    bedragen = tuple(replace(een, tekst="") for een in regel.bedragen)
    return replace(regel, naam=NIET_OPENBAAR, project_id=None, bron_id=None, toelichting="", bedragen=bedragen)


def _without_words(post: Meeneempost) -> Meeneempost:
    return replace(post, waarvan=NIET_OPENBAAR, reden="", regel_id=None)
