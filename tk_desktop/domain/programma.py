"""A programme as a board follows it: themalijnen, phases, projects and what was told of them (FEATURES N1, N8)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Self

from tk_desktop.domain.projectdatum import loopt_achteruit


class Projectstatus(StrEnum):
    """How a project goes: always a shape and a word, for colour alone tells nobody enough (SCREENS 2.8)."""

    OP_KOERS = "op koers"
    AANDACHT = "aandacht"
    BIJSTUREN = "bijsturen"
    NIET_GESTART = "niet gestart"
    ONBEKEND = "onbekend"

    @property
    def vorm(self) -> str:
        """The shape before the word."""
        return _VORMEN[self]

    def __str__(self) -> str:
        """Return shape and word: ``● op koers``."""
        return f"{self.vorm} {self.value}"


_VORMEN = {
    Projectstatus.OP_KOERS: "●",
    Projectstatus.AANDACHT: "▲",
    Projectstatus.BIJSTUREN: "■",
    Projectstatus.NIET_GESTART: "○",
    Projectstatus.ONBEKEND: "?",
}

FASEN = ("Initiatiefase", "Definitiefase", "Ontwerpfase", "Voorbereidingsfase", "Realisatiefase", "Borgingsfase")
"""The phases a programme begins with, in their order; what they are stands in its own definitions (catalogue 221)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programma:
    """What the board steers; ``periode`` names the period that is looked at (``Programmaperiode.naam``).

    ``nakijken`` is what reading left uncertain and nobody settled yet, a line each.
    """

    id: str
    naam: str
    visie: str = ""
    periode: str = ""
    nakijken: str = ""

    @property
    def vragen(self) -> tuple[str, ...]:
        """What is still to be looked at."""
        return tuple(regel for regel in self.nakijken.split("\n") if regel.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmaperiode:
    """A stretch of time that is reported on: ``2024-1``; ``tot`` is its last day, the peildatum.

    ``begroot`` and ``gewijzigd`` say when its budget was made and changed, as papers say it: ``dec ‘23``.
    """

    id: str
    programma_id: str
    naam: str
    van: date
    tot: date
    begroot: str = ""
    gewijzigd: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Themalijn:
    """A line of work of a programme, under which projects stand."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    ambitie: str = ""
    opdrachtgever: str = ""
    trekker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectfase:
    """A phase; without ``omschrijving`` it is named and defined nowhere. ``kern`` is its definition in a word: doen."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    kern: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectkaart:
    """What is said of a project, on a paper as in the programme; ``is_sub``: it is a subproject.

    ``fase`` is the name of a phase, also of one that the programme does not know. ``start`` and ``eind`` stay as they
    were written (``domain.projectdatum`` reads them), each with the footnote to it.
    """

    is_sub: bool = False
    fase: str = ""
    opdrachtgever: str = ""
    trekker: str = ""
    start: str = ""
    eind: str = ""
    doorlooptijd: str = ""
    naamnoot: str = ""
    startnoot: str = ""
    eindnoot: str = ""
    doel: str = ""
    resultaat: str = ""
    kosten: str = ""

    def met_kaart(self, kaart: "Projectkaart") -> Self:
        """Return this with what a card says; of what that is silent stays as it was."""
        gezegd: dict[str, Any] = {veld.name: getattr(kaart, veld.name) for veld in fields(Projectkaart)}
        return replace(self, **{naam: wat for naam, wat in gezegd.items() if wat or naam == "is_sub"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Projectkaart):
    """A project, or with ``is_sub`` a subproject; ``ouder_id`` is empty where nobody says of which project.

    ``capaciteit`` (``G + M ++``) and ``opbrengst`` (``G € M €€``) are notations that ``domain.projectschaal`` reads.
    One that is ``besloten`` is for the members alone (``domain.programmapublicatie``).
    """

    id: str
    themalijn_id: str
    ouder_id: str | None = None
    volgorde: str
    naam: str
    status: Projectstatus = Projectstatus.ONBEKEND
    bijzonderheden: str = ""
    capaciteit: str = ""
    opbrengst: str = ""
    besloten: bool = False

    @property
    def loopt_achteruit(self) -> bool:
        """Whether it ends before it begins: kept as it was written, and marked."""
        return loopt_achteruit(self.start, self.eind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanpakstap:
    """A step of a project; ``status`` is the word of the paper (Loopt, On hold), ``gereed`` when (``>Q3 2020``)."""

    id: str
    project_id: str
    volgorde: str
    wat: str
    gereed: str = ""
    status: str = ""
    opmerking: str = ""


class Zorgsoort(StrEnum):
    """What may come in the way of a project."""

    RISICO = "risico"
    AFHANKELIJKHEID = "afhankelijkheid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectzorg:
    """A risk or a dependency; ``van_project_id`` is the project that it waits for, where it is one."""

    id: str
    project_id: str
    volgorde: str
    soort: Zorgsoort
    tekst: str
    van_project_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodebericht:
    """What was told of a project over a period; status and phase as they were then."""

    id: str
    project_id: str
    periode: str
    status: Projectstatus = Projectstatus.ONBEKEND
    fase: str = ""
    gedaan: str = ""
    te_doen: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmarol:
    """Who does what in a programme, and how often (catalogue 155)."""

    id: str
    programma_id: str
    volgorde: str
    rol: str
    personen: str = ""
    taken: str = ""
    frequentie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Afkorting:
    """A short form and what it stands for."""

    id: str
    programma_id: str
    kort: str
    lang: str = ""


def fase_bij(fasen: Sequence[Projectfase], naam: str) -> Projectfase | None:
    """Return the phase with that name, or nothing where the programme does not know it."""
    return next((fase for fase in fasen if fase.naam.casefold() == naam.strip().casefold()), None)
