"""How many notes on a paper stand where they belong in one of its versions (F11, F12)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.aantekening import Aantekening, Oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatstelling:
    """How the notes on a paper stand in one version of it.

    ``op_plaats``: written, confirmed or surely placed there. ``gewijzigd``: probably placed, for the text was changed.
    ``niet_gevonden``: in the tray. ``wacht``: not looked for yet.
    """

    op_plaats: int = 0
    gewijzigd: int = 0
    niet_gevonden: int = 0
    wacht: int = 0

    @property
    def totaal(self) -> int:
        """All notes on the paper."""
        return self.op_plaats + self.gewijzigd + self.niet_gevonden + self.wacht

    @property
    def na_te_kijken(self) -> int:
        """How many their writer has to look at."""
        return self.gewijzigd + self.niet_gevonden


def tel_plaatsen(aantekeningen: Iterable[Aantekening], versie: str) -> Plaatstelling:
    """Count these notes, all on one paper, by how they stand in a version of it."""
    keren: Counter[Oordeel | None] = Counter()
    for een in aantekeningen:
        plaats = een.in_versie(versie)
        keren[plaats.oordeel if plaats else None] += 1
    return Plaatstelling(
        op_plaats=keren[Oordeel.GEMAAKT] + keren[Oordeel.BEVESTIGD] + keren[Oordeel.ZEKER],
        gewijzigd=keren[Oordeel.WAARSCHIJNLIJK],
        niet_gevonden=keren[Oordeel.NIET_GEVONDEN],
        wacht=keren[None],
    )
