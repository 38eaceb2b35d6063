"""The items with which every agenda of a body opens and closes."""

from dataclasses import dataclass

from tk_desktop.domain.agenda import Behandeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Standaardpunt:
    """An item that stands on every agenda of a body, at its begin or at its end (A12; catalogue 38)."""

    id: str
    gremium_id: str
    volgorde: str
    titel: str
    duur: int | None = None
    behandeling: Behandeling | None = None
    aan_einde: bool = False

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise ValueError("een standaardpunt heeft een titel")
        if self.duur is not None and self.duur < 0:
            raise ValueError("een standaardpunt duurt niet korter dan nul minuten")


def gewone_standaardpunten(gremium_id: str) -> tuple[Standaardpunt, ...]:
    """Return what an agenda opens and closes with when its body has chosen nothing else."""
    return (
        Standaardpunt(
            id="opening", gremium_id=gremium_id, volgorde="c", titel="Opening en vaststelling agenda", duur=5
        ),
        Standaardpunt(
            id="sluiting", gremium_id=gremium_id, volgorde="s", titel="Rondvraag en sluiting", duur=5, aan_einde=True
        ),
    )
