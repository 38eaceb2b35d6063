"""The bodies that meet, and who sits in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_HET = (
    "bestuur",
    "overleg",
    "college",
    "team",
    "platform",
    "comité",
    "beraad",
    "panel",
    "presidium",
    "bureau",
    "verband",
)
_DE = ("commissie", "raad", "groep", "kamer", "tafel", "staf", "directie", "regio", "vergadering", "driehoek", "ronde")


class Rol(StrEnum):
    """What a person is in a body (catalogue 17, roles)."""

    VOORZITTER = "voorzitter"
    PLAATSVERVANGEND_VOORZITTER = "plaatsvervangend voorzitter"
    SECRETARIS = "secretaris"
    LID = "lid"
    PLAATSVERVANGER = "plaatsvervanger"
    ADVISEUR = "adviseur"

    @property
    def stemt(self) -> bool:
        """Whether who has this role usually has a vote; a seat may say otherwise."""
        return self not in {Rol.SECRETARIS, Rol.ADVISEUR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Somebody named in the papers; contact data never enters a public set."""

    id: str
    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gremium:
    """A body with its own roster, agenda and numbering (Popolo: Organization).

    The days are counted back from a meeting: until when papers come in, when the agenda closes, when the set is sent
    and until when absence is told (A5; ``domain.termijnen``). ``quorum`` is how many with a vote must be there when the
    body rules that itself (G2; ``domain.presentie.nodig_voor_quorum``), ``volmachten`` for how many others one member
    may vote when it rules that (G5).
    """

    id: str
    naam: str
    afkorting: str = ""
    huisstijl: str = "neutraal"
    dagen_aanleveren: int = 21
    dagen_sluiten: int = 14
    dagen_verzenden: int = 10
    dagen_verhindering: int = 3
    quorum: int | None = None
    volmachten: int | None = None

    def __post_init__(self) -> None:
        if not self.naam.strip():
            raise ValueError("een gremium heeft een naam")
        if min(self.dagen_aanleveren, self.dagen_sluiten, self.dagen_verzenden, self.dagen_verhindering) < 0:
            raise ValueError("een termijn telt geen negatief aantal dagen")
        if self.quorum is not None and self.quorum < 0:
            raise ValueError("een quorum telt geen negatief aantal leden")
        if self.volmachten is not None and self.volmachten < 0:
            raise ValueError("een aantal volmachten is niet negatief")

    @property
    def kort(self) -> str:
        """The short name used in stamps and file names."""
        return self.afkorting or self.naam


@dataclass(frozen=True, slots=True, kw_only=True)
class Lidmaatschap:
    """A seat of a person in a body (Popolo: Membership).

    Rules:
        * a substitute stands in for another seat of the same body (``vervangt``);
        * a mandate that ends before it begins is held on no day. A list of members with one is refused, a row merged
          from two laptops is not: it must still be readable.
    """

    id: str
    gremium_id: str
    persoon_id: str
    rol: Rol = Rol.LID
    namens: str = ""
    mandaat_van: date | None = None
    mandaat_tot: date | None = None
    vervangt: str | None = None
    stemrecht: bool = True
    stemgewicht: int = 1

    def __post_init__(self) -> None:
        if self.stemgewicht < 0:
            raise ValueError("een stemgewicht is niet negatief")

    @property
    def stemt(self) -> bool:
        """Whether this seat has a vote: a secretaris, an adviseur or a seat without weight has none."""
        return self.stemrecht and self.stemgewicht > 0 and self.rol not in (Rol.SECRETARIS, Rol.ADVISEUR)

    def geldt_op(self, dag: date) -> bool:
        """Tell whether this seat is held on that day."""
        return (self.mandaat_van is None or self.mandaat_van <= dag) and (
            self.mandaat_tot is None or dag <= self.mandaat_tot
        )


def met_lidwoord(naam: str) -> str:
    """Return the name of a body with its article: ``het Algemeen bestuur``, ``de Bestuurscommissie``.

    The first word that says what it is decides; without one it is ``de``, as most bodies are.
    """
    for woord in naam.casefold().split():
        if woord.endswith(_HET):
            return f"het {naam}"
        if woord.endswith(_DE):
            break
    return f"de {naam}"
