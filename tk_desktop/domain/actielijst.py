"""The list of acties and toezeggingen: filtered, counted and measured (SCREENS 2.7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from tk_desktop.domain.actie import Actie, Actiesoort


class Keuzelijst(StrEnum):
    """Which actions a list shows."""

    OPEN = "open"
    TE_LAAT = "te laat"
    GEDAAN = "afgerond"
    ALLES = "alles"


class Indeling(StrEnum):
    """By what a list is divided (I6)."""

    PERSOON = "persoon"
    GREMIUM = "gremium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actiepost:
    """An action in the list, with the body and the place it comes from: ``BC WK 11-3-2026, punt 2`` (I8).

    ``terug`` is where it comes back: ``BC WK 4-3-2026, punt 8a``. ``besloten`` says it is not for everybody:
    said so itself, or because its item is behind closed doors (``vast``).
    """

    actie: Actie
    gremium: str
    uit: str = ""
    terug: str = ""
    besloten: bool = False
    vast: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actiecijfers:
    """How a list stands (I7): numbers, and the age in whole days, by the middle one."""

    open: int
    te_laat: int
    afgerond: int
    zonder_eigenaar: int
    ouderdom_open: int
    doorlooptijd: int


def kies(
    posten: Iterable[Actiepost],
    keuze: Keuzelijst,
    vandaag: date,
    *,
    door: str = "",
    gremium: str = "",
    soort: Actiesoort | None = None,
    openbaar: bool = False,
) -> tuple[Actiepost, ...]:
    """Return the actions a list shows, the nearest day first and those without a day last (I5, I6).

    ``door`` and ``gremium`` may be the beginning of a word of the owner or the body, whatever its case. ``openbaar``
    leaves out what is besloten.
    """
    gekozen = [
        post
        for post in posten
        if _past(post.actie, keuze, vandaag)
        and (_bevat(post.actie.door, door) or _bevat(post.actie.portefeuillehouder, door))
        and _bevat(post.gremium, gremium)
        and (soort is None or post.actie.soort is soort)
        and not (openbaar and post.besloten)
    ]
    return tuple(
        sorted(
            gekozen,
            key=lambda post: (post.actie.voor or date.max, post.actie.ontstaan, post.actie.volgorde, post.actie.id),
        )
    )


def cijfers(posten: Iterable[Actiepost], vandaag: date) -> Actiecijfers:
    """Measure a list (I7)."""
    acties = [post.actie for post in posten]
    open_ = [actie for actie in acties if actie.staat.is_open]
    klaar = [actie for actie in acties if not actie.staat.is_open]
    return Actiecijfers(
        open=len(open_),
        te_laat=sum(actie.is_te_laat(vandaag) for actie in open_),
        afgerond=len(klaar),
        zonder_eigenaar=sum(not actie.door for actie in open_),
        ouderdom_open=_midden(actie.ouderdom(vandaag) for actie in open_),
        doorlooptijd=_midden(actie.ouderdom(vandaag) for actie in klaar),
    )


def deel_in(posten: Iterable[Actiepost], indeling: Indeling) -> tuple[tuple[str, tuple[Actiepost, ...]], ...]:
    """Return the actions of each person or body, in their order, the names in alphabet; those of nobody come last.

    Names that differ in case alone are one, as the first of them is written.
    """
    delen: dict[str, list[Actiepost]] = {}
    for post in posten:
        delen.setdefault(_naam(post, indeling).casefold(), []).append(post)
    rij = sorted(delen.items(), key=lambda deel: (not deel[0], deel[0]))
    return tuple((_naam(groep[0], indeling), tuple(groep)) for _, groep in rij)


def _naam(post: Actiepost, indeling: Indeling) -> str:
    return post.actie.door if indeling is Indeling.PERSOON else post.gremium


def _past(actie: Actie, keuze: Keuzelijst, vandaag: date) -> bool:
    match keuze:
        case Keuzelijst.OPEN:
            return actie.staat.is_open
        case Keuzelijst.TE_LAAT:
            return actie.is_te_laat(vandaag)
        case Keuzelijst.GEDAAN:
            return not actie.staat.is_open
        case Keuzelijst.ALLES:
            return True


def _bevat(woorden: str, begin: str) -> bool:
    gezocht = begin.casefold().strip()
    gelezen = woorden.casefold()
    delen = [gelezen, *gelezen.replace("/", " ").replace("-", " ").split()]
    return any(deel.startswith(gezocht) for deel in delen)


def _midden(dagen: Iterable[int]) -> int:
    rij = list(dagen)
    return int(median(rij)) if rij else 0
