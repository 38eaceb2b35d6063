"""Scenarios of an organisation side by side: what each does with every bouwsteen, what it costs, what it differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from tk_desktop.domain.kerntaken import Bouwsteen, Keuze

SCENARIOS = (
    ("A.1", "Absolute kern"),
    ("A.2", "Kern"),
    ("B", "Koers"),
    ("C", "Ambitie"),
    ("nul", "Nullijn"),
)
"""The scenarios one begins with, by code and name (catalogue 185 to 189)."""

_BLIJFT = {"A.1": frozenset("A"), "A.2": frozenset("AB")}
"""Which categories a scenario keeps; another keeps all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario, by its code (A.1) and name."""

    id: str
    programma_id: str
    volgorde: str
    code: str
    naam: str
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenariopost:
    """What a scenario does with a bouwsteen; ``bedrag`` is what it then costs, empty while nobody knows.

    Of what is kept as it is, empty is what it costs now, also when that changes.
    """

    id: str
    scenario_id: str
    bouwsteen_id: str
    keuze: Keuze
    bedrag: int | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenariocel:
    """One bouwsteen in one scenario."""

    keuze: Keuze
    bedrag: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenariosom:
    """What a scenario costs in all; ``onzeker`` bouwstenen have no amount and are not counted as nothing.

    ``verschil`` is with what is held against it (the first scenario of ``Vergelijking``, or what it costs now), and is
    not told while either is uncertain.
    """

    scenario: Scenario
    som: int
    onzeker: int
    verschil: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """Scenarios side by side: a row for each bouwsteen with a cell for each scenario, and the sums."""

    rijen: tuple[tuple[Bouwsteen, tuple[Scenariocel, ...]], ...]
    sommen: tuple[Scenariosom, ...]
    nu: int
    nu_onzeker: int


def vergelijk(
    bouwstenen: Sequence[Bouwsteen],
    scenarios: Sequence[Scenario],
    posten: Sequence[Scenariopost],
    tegen: str | None = None,
) -> Vergelijking:
    """Put scenarios side by side; ``tegen`` is the id of the one they are held against, else what it costs now.

    A bouwsteen of which a scenario says nothing stays as it is.
    """
    per_plek = {(post.scenario_id, post.bouwsteen_id): post for post in posten}

    def cel(scenario: Scenario, steen: Bouwsteen) -> Scenariocel:
        post = per_plek.get((scenario.id, steen.id))
        if post is None:
            return Scenariocel(keuze=Keuze.BEHOUDEN, bedrag=steen.bedrag)
        volgt = steen.bedrag if post.keuze is Keuze.BEHOUDEN else None
        return Scenariocel(keuze=post.keuze, bedrag=volgt if post.bedrag is None else post.bedrag)

    rijen = tuple((steen, tuple(cel(scenario, steen) for scenario in scenarios)) for steen in bouwstenen)
    tellingen = [_sum([cellen[plek].bedrag for _, cellen in rijen]) for plek in range(len(scenarios))]
    nu = _sum([steen.bedrag for steen in bouwstenen])
    basis = next((telling for een, telling in zip(scenarios, tellingen, strict=True) if een.id == tegen), nu)
    sommen = tuple(
        Scenariosom(
            scenario=scenario,
            som=som,
            onzeker=onzeker,
            verschil=None if onzeker or basis[1] else som - basis[0],
        )
        for scenario, (som, onzeker) in zip(scenarios, tellingen, strict=True)
    )
    return Vergelijking(rijen=rijen, sommen=sommen, nu=nu[0], nu_onzeker=nu[1])


def eerste_keuze(code: str, steen: Bouwsteen) -> Scenariocel:
    """Return what a scenario does with a bouwsteen before anybody chose: the cores keep what the law asks of them.

    One without a category stays as it is: nobody said on what ground it is done.
    """
    blijft = _BLIJFT.get(code)
    if blijft is None or not steen.categorie or steen.categorie in blijft:
        return Scenariocel(keuze=Keuze.BEHOUDEN, bedrag=steen.bedrag)
    keuze = Keuze.BELEGGEN if steen.categorie == "B" else Keuze.BEEINDIGEN
    return Scenariocel(keuze=keuze, bedrag=kost_dan(keuze, steen))


def kost_dan(keuze: Keuze, steen: Bouwsteen) -> int | None:
    """Return what a bouwsteen costs by a choice alone: what it costs now, nothing, or what nobody knows yet."""
    match keuze:
        case Keuze.BEHOUDEN:
            return steen.bedrag
        case Keuze.BELEGGEN | Keuze.BEEINDIGEN:
            return 0
        case _:
            return None


def _sum(bedragen: Sequence[int | None]) -> tuple[int, int]:
    return sum(een for een in bedragen if een is not None), sum(een is None for een in bedragen)
