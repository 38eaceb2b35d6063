"""The items with which every agenda of a body opens and closes."""

import re
from dataclasses import dataclass

from tk_desktop.domain.agenda import Agendapunt, Behandeling

_SLUIT = frozenset({"rondvraag", "sluiting", "wvttk"})
"""Words by which an item closes an agenda that was made elsewhere (catalogue 38)."""


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


def sluit_af(punt: Agendapunt) -> bool:
    """Tell whether an item at the end of an agenda closes it: nothing that is added comes after it (A12)."""
    return punt.standaard or not _SLUIT.isdisjoint(re.findall(r"\w+", punt.titel.casefold()))


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
