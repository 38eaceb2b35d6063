"""The core tasks of an organisation as they stand now: weighed, put side by side in scenarios, with what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tk_desktop.domain.kerntaken import (
    Afweging,
    Bouwsteen,
    Bouwsteenvraag,
    Kerndeel,
    Wandeling,
    keuzes_voor,
    weeg,
)
from tk_desktop.domain.programma import Afkorting
from tk_desktop.domain.scenarios import Scenario, Scenariocel, Scenariopost, Vergelijking, vergelijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelsom:
    """What a part costs now or in a scenario; ``onzeker`` bouwstenen of it have no amount and count for nothing."""

    som: int
    onzeker: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernstand:
    """All that is known of the core tasks of a programme; bouwstenen stand part by part, with the category they have.

    That is the one that the answers lead to, else what the paper says; ``in_stuk`` has the latter, by the id of the
    bouwsteen.
    """

    naam: str
    delen: tuple[Kerndeel, ...] = ()
    bouwstenen: tuple[Bouwsteen, ...] = ()
    afwegingen: tuple[Afweging, ...] = ()
    vragen: tuple[Bouwsteenvraag, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    posten: tuple[Scenariopost, ...] = ()
    in_stuk: Mapping[str, str] = field(default_factory=dict)
    afkortingen: tuple[Afkorting, ...] = ()

    def van_deel(self, deel_id: str) -> tuple[Bouwsteen, ...]:
        """Return the bouwstenen of one part."""
        return tuple(steen for steen in self.bouwstenen if steen.deel_id == deel_id)

    def steen(self, id_: str) -> Bouwsteen | None:
        """Return the bouwsteen with that id, or nothing."""
        return next((steen for steen in self.bouwstenen if steen.id == id_), None)

    def deel_van(self, steen: Bouwsteen) -> Kerndeel:
        """Return the part in which a bouwsteen stands."""
        return next(deel for deel in self.delen if deel.id == steen.deel_id)

    def afweging(self, bouwsteen_id: str, vraag: str) -> Afweging | None:
        """Return the answer to a question of the tree about a bouwsteen, or nothing."""
        return next((een for een in self.afwegingen if (een.bouwsteen_id, een.vraag) == (bouwsteen_id, vraag)), None)

    def wandeling(self, bouwsteen_id: str) -> Wandeling:
        """Return how far the answers about a bouwsteen lead."""
        return weeg([een for een in self.afwegingen if een.bouwsteen_id == bouwsteen_id])

    def anders_dan_stuk(self, steen: Bouwsteen) -> str:
        """Return that the paper gives a bouwsteen another category than the answers do, or nothing."""
        stuk = self.in_stuk.get(steen.id, "")
        return f"Het stuk zegt {stuk}; de weging gaat voor." if stuk and stuk != steen.categorie else ""

    def onmogelijk(self) -> tuple[str, ...]:
        """Return which choices of scenarios the category of their bouwsteen does not allow, each as a sentence.

        A choice stays as it was made when answers, a paper or another laptop give its bouwsteen another category.
        """
        return tuple(
            f"‘{steen.naam}’ valt in categorie {steen.categorie}; {scenario.code} {scenario.naam} kan daar niet kiezen "
            f"voor ‘{cel.keuze.value}’."
            for steen, cellen in self.vergelijking().rijen
            for scenario, cel in zip(self.scenarios, cellen, strict=True)
            if cel.keuze not in keuzes_voor(steen)
        )

    def vragen_over(self, bouwsteen_id: str) -> tuple[Bouwsteenvraag, ...]:
        """Return the questions about a bouwsteen."""
        return tuple(een for een in self.vragen if een.bouwsteen_id == bouwsteen_id)

    def toelichting(self, scenario_id: str, bouwsteen_id: str) -> str:
        """Return why a scenario does with a bouwsteen what it does, where somebody said so."""
        plek = (scenario_id, bouwsteen_id)
        return next((een.toelichting for een in self.posten if (een.scenario_id, een.bouwsteen_id) == plek), "")

    def vergelijking(self, tegen: str | None = None) -> Vergelijking:
        """Return the scenarios side by side, against one of them or against what it costs now."""
        return vergelijk(self.bouwstenen, self.scenarios, self.posten, tegen)

    def deelsommen(self, deel_id: str) -> tuple[Deelsom, ...]:
        """Return what a part costs now, and then in each scenario."""
        rijen = [(steen, cellen) for steen, cellen in self.vergelijking().rijen if steen.deel_id == deel_id]
        nu = _sum([steen.bedrag for steen, _ in rijen])
        return (nu, *(_sum([cellen[plek].bedrag for _, cellen in rijen]) for plek in range(len(self.scenarios))))

    def cellen(self, bouwsteen_id: str) -> tuple[Scenariocel, ...]:
        """Return what each scenario does with a bouwsteen."""
        return next((cellen for steen, cellen in self.vergelijking().rijen if steen.id == bouwsteen_id), ())


def _sum(bedragen: list[int | None]) -> Deelsom:
    return Deelsom(som=sum(een for een in bedragen if een is not None), onzeker=sum(een is None for een in bedragen))
