"""What an organisation does, task by task, and what may become of each: weighed along a tree, with the reasons kept.

A building block (bouwsteen) stands in a part of the organisation, and each part has the columns of its own paper
(catalogue 191 to 201). The category follows from the answers; what a paper says of it is kept beside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Keuze(StrEnum):
    """What becomes of a task."""

    BEHOUDEN = "behouden"
    AMBITIE = "ambitie bijstellen"
    BELEGGEN = "elders beleggen"
    BEEINDIGEN = "beëindigen"
    NIEUW = "nieuw"


class Categorie(StrEnum):
    """On what ground a task is done: it decides between what one may choose."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"

    @property
    def omschrijving(self) -> str:
        """What the letter stands for."""
        return _GRONDEN[self]

    @property
    def keuzes(self) -> frozenset[Keuze]:
        """Between what one may choose; keeping a task as it is always can be."""
        return _KEUZES[self]


_GRONDEN = {
    Categorie.A: "De wet legt de taak op aan de regio.",
    Categorie.B: "De wet legt de taak op aan de gemeente.",
    Categorie.C: "Gemeenten gaven er opdracht voor.",
    Categorie.D: "Niemand gaf er uitdrukkelijk opdracht voor.",
}
_VRIJ = frozenset({Keuze.BEHOUDEN, Keuze.AMBITIE, Keuze.BELEGGEN, Keuze.BEEINDIGEN})
_KEUZES = {
    Categorie.A: _VRIJ - {Keuze.BELEGGEN, Keuze.BEEINDIGEN},
    Categorie.B: _VRIJ - {Keuze.BEEINDIGEN},
    Categorie.C: _VRIJ,
    Categorie.D: _VRIJ,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """Where an answer leads: to another question (``verder``), or to a choice; ``categorie`` when it decides that."""

    verder: str = ""
    keuze: Keuze | None = None
    categorie: Categorie | None = None

    def __post_init__(self) -> None:
        if bool(self.verder) == (self.keuze is not None):
            raise ValueError("een antwoord leidt naar een vraag of naar een keuze")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kadervraag:
    """A question of the tree, by its name (``id``), and where yes and no lead."""

    id: str
    vraag: str
    ja: Uitkomst
    nee: Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Wandeling:
    """How far somebody came: the questions that were answered, the next one, and what follows from them."""

    stappen: tuple[tuple[Kadervraag, bool], ...]
    volgende: Kadervraag | None = None
    categorie: Categorie | None = None
    keuze: Keuze | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwegingskader:
    """A decision tree, as data; it begins at its first question.

    Rules:
        * an answer leads to a question that stands further down, so that every walk ends.
    """

    vragen: tuple[Kadervraag, ...]

    def __post_init__(self) -> None:
        rang = {vraag.id: plek for plek, vraag in enumerate(self.vragen)}
        for plek, vraag in enumerate(self.vragen):
            for naar in (vraag.ja.verder, vraag.nee.verder):
                if naar and rang.get(naar, -1) <= plek:
                    raise ValueError("een antwoord leidt naar een vraag die verderop staat")
        if not self.vragen:
            raise ValueError("een kader heeft een vraag")

    def loop(self, antwoorden: Mapping[str, bool]) -> Wandeling:
        """Walk the tree with the answers that there are; answers to questions that are not met count for nothing."""
        per_id = {vraag.id: vraag for vraag in self.vragen}
        stappen: list[tuple[Kadervraag, bool]] = []
        categorie: Categorie | None = None
        vraag = self.vragen[0]
        while vraag.id in antwoorden:
            antwoord = antwoorden[vraag.id]
            stappen.append((vraag, antwoord))
            uitkomst = vraag.ja if antwoord else vraag.nee
            categorie = uitkomst.categorie or categorie
            if uitkomst.keuze is not None:
                return Wandeling(stappen=tuple(stappen), categorie=categorie, keuze=uitkomst.keuze)
            vraag = per_id[uitkomst.verder]
        return Wandeling(stappen=tuple(stappen), volgende=vraag, categorie=categorie)


KADER = Afwegingskader(
    vragen=(
        Kadervraag(
            id="regio",
            vraag="Moet de regio deze taak van de wet uitvoeren?",
            ja=Uitkomst(verder="ambitie", categorie=Categorie.A),
            nee=Uitkomst(verder="gemeente"),
        ),
        Kadervraag(
            id="gemeente",
            vraag="Moet de gemeente deze taak van de wet uitvoeren?",
            ja=Uitkomst(verder="alternatief", categorie=Categorie.B),
            nee=Uitkomst(verder="opdracht"),
        ),
        Kadervraag(
            id="opdracht",
            vraag="Gaven gemeenten uitdrukkelijk opdracht voor deze taak?",
            ja=Uitkomst(verder="opgave", categorie=Categorie.C),
            nee=Uitkomst(verder="opgave", categorie=Categorie.D),
        ),
        Kadervraag(
            id="opgave",
            vraag="Is de taak nodig voor wat het bestuur wil bereiken?",
            ja=Uitkomst(verder="alternatief"),
            nee=Uitkomst(keuze=Keuze.BEEINDIGEN),
        ),
        Kadervraag(
            id="alternatief",
            vraag="Is de taak hier beter op haar plaats dan elders, gelet op kwaliteit, kwetsbaarheid en kosten?",
            ja=Uitkomst(verder="ambitie"),
            nee=Uitkomst(keuze=Keuze.BELEGGEN),
        ),
        Kadervraag(
            id="ambitie",
            vraag="Past het ambitieniveau bij de doelen van het bestuur?",
            ja=Uitkomst(keuze=Keuze.BEHOUDEN),
            nee=Uitkomst(keuze=Keuze.AMBITIE),
        ),
    )
)
"""The tree that comes with the program (catalogue 193)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernkolom:
    """A column of the table of one part."""

    id: str
    naam: str
    volgorde: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerndeel:
    """A part of the organisation, with the columns that its own table of bouwstenen has."""

    id: str
    programma_id: str
    volgorde: str
    naam: str
    kolommen: tuple[Kernkolom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwsteenveld:
    """What stands in one column of a bouwsteen."""

    id: str
    kolom_id: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwsteen:
    """A task; ``categorie`` is what its paper says (empty: nothing), ``bedrag`` what it costs now, in euro."""

    id: str
    deel_id: str
    volgorde: str
    naam: str
    nummer: str = ""
    groep: str = ""
    categorie: str = ""
    bedrag: int | None = None
    velden: tuple[Bouwsteenveld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afweging:
    """An answer to one question of the tree about a bouwsteen, with its reason."""

    id: str
    bouwsteen_id: str
    vraag: str
    antwoord: bool
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwsteenvraag:
    """A question about a bouwsteen and its answer, empty while there is none."""

    id: str
    bouwsteen_id: str
    volgorde: str
    vraag: str
    van: str = ""
    antwoord: str = ""


def keuzes_voor(steen: Bouwsteen) -> frozenset[Keuze]:
    """Return between what one may choose for a bouwsteen; a task that is new can be of any category."""
    return Categorie(steen.categorie).keuzes | {Keuze.NIEUW} if steen.categorie else frozenset(Keuze)


def weeg(afwegingen: Sequence[Afweging], kader: Afwegingskader = KADER) -> Wandeling:
    """Return how far the answers about one bouwsteen lead."""
    return kader.loop({een.vraag: een.antwoord for een in afwegingen})


def gewogen(steen: Bouwsteen, afwegingen: Sequence[Afweging]) -> Bouwsteen:
    """Return a bouwsteen with the category that the answers about it lead to, else with what its paper says."""
    categorie = weeg([een for een in afwegingen if een.bouwsteen_id == steen.id]).categorie
    return replace(steen, categorie=categorie.value) if categorie is not None else steen
