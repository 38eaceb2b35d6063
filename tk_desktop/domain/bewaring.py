"""How long a reader keeps what they wrote: for good, or until some time after the verslag is approved (F16)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tk_desktop.domain.datum import lang

WACHTTIJD = timedelta(days=14)
"""Between the approval of a verslag and the day on which notes may go: time to change one's mind."""


class Bewaarkeuze(StrEnum):
    """What happens with the notes on the meetings of a body; they are kept unless the reader chooses otherwise."""

    BEWAREN = "bewaren"
    VERNIETIGEN = "vernietigen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarregel:
    """The choice of one reader for one body."""

    id: str
    eigenaar: str
    gremium_id: str
    keuze: Bewaarkeuze


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaststelling:
    """The day on which, as a reader says, the verslag of a meeting was approved."""

    id: str
    vergadering_id: str
    eigenaar: str
    datum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantal:
    """How much one reader wrote."""

    aantekeningen: int = 0
    voorbereidingen: int = 0
    bladwijzers: int = 0

    def __add__(self, ander: "Aantal") -> "Aantal":
        return Aantal(
            aantekeningen=self.aantekeningen + ander.aantekeningen,
            voorbereidingen=self.voorbereidingen + ander.voorbereidingen,
            bladwijzers=self.bladwijzers + ander.bladwijzers,
        )

    def __bool__(self) -> bool:
        return bool(self.aantekeningen or self.voorbereidingen or self.bladwijzers)

    def __str__(self) -> str:
        delen = [
            _telling(self.aantekeningen, "aantekening", "aantekeningen"),
            _telling(self.voorbereidingen, "voorbereid punt", "voorbereide punten"),
            _telling(self.bladwijzers, "bladwijzer", "bladwijzers"),
        ]
        *eerste, laatste = [deel for deel in delen if deel] or ["geen aantekeningen"]
        return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


@dataclass(frozen=True, slots=True, kw_only=True)
class Achterblijver:
    """What a reader wrote on a meeting that others took away: its table, its id, and the words that were written."""

    soort: str
    id: str
    woorden: tuple[str, ...]

    @property
    def aantal(self) -> Aantal:
        """It, as it is counted."""
        return Aantal(
            aantekeningen=int(self.soort == "aantekening"),
            voorbereidingen=int(self.soort == "voorbereiding"),
            bladwijzers=int(self.soort == "bladwijzer"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarpost:
    """One meeting on which a reader wrote.

    ``vastgesteld`` is the day on which its verslag was approved: that of the verslag itself when it is
    ``uit_verslag``, else what the reader said.
    """

    vergadering_id: str
    gremium_id: str
    naam: str
    datum: date
    aantal: Aantal
    keuze: Bewaarkeuze = Bewaarkeuze.BEWAREN
    vastgesteld: date | None = None
    uit_verslag: bool = False

    @property
    def vernietigdag(self) -> date | None:
        """The first day on which it may be destroyed; none while it is kept or the verslag is not approved."""
        if self.keuze is not Bewaarkeuze.VERNIETIGEN or self.vastgesteld is None:
            return None
        return self.vastgesteld + WACHTTIJD

    def is_aan_de_beurt(self, vandaag: date) -> bool:
        """Tell whether it may be destroyed."""
        return self.vernietigdag is not None and self.vernietigdag <= vandaag


def aan_de_beurt(posten: Iterable[Bewaarpost], vandaag: date) -> tuple[Bewaarpost, ...]:
    """Return the meetings of which everything may be destroyed on a day."""
    return tuple(post for post in posten if post.is_aan_de_beurt(vandaag))


def aankondiging(posten: Sequence[Bewaarpost], vandaag: date) -> str:
    """Return what is told before anything is destroyed; empty when there is nothing to tell.

    What may go already comes first, then what is to come, by day.
    """
    klaar = aan_de_beurt(posten, vandaag)
    zinnen = [f"{_wat(klaar)} {_staan(klaar)} klaar om te worden vernietigd."] if klaar else []
    dagen = sorted({post.vernietigdag for post in posten if post.vernietigdag and post.vernietigdag > vandaag})
    for dag in dagen:
        dan = [post for post in posten if post.vernietigdag == dag]
        zinnen.append(f"{_wat(dan)} {_worden(dan)} vernietigd op {lang(dag)}.")
    return " ".join(zinnen)


def totaal(posten: Iterable[Bewaarpost]) -> Aantal:
    """Return how much was written on these meetings together."""
    return sum((post.aantal for post in posten), Aantal())


def _wat(posten: Sequence[Bewaarpost]) -> str:
    bij = "1 vergadering" if len(posten) == 1 else f"{len(posten)} vergaderingen"
    return f"{totaal(posten)} bij {bij}"


def _is_een(posten: Sequence[Bewaarpost]) -> bool:
    aantal = totaal(posten)
    return aantal.aantekeningen + aantal.voorbereidingen + aantal.bladwijzers == 1


def _worden(posten: Sequence[Bewaarpost]) -> str:
    return "wordt" if _is_een(posten) else "worden"


def _staan(posten: Sequence[Bewaarpost]) -> str:
    return "staat" if _is_een(posten) else "staan"


def _telling(aantal: int, een: str, meer: str) -> str:
    return "" if not aantal else f"1 {een}" if aantal == 1 else f"{aantal} {meer}"
