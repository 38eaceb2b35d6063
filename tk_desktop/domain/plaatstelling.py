"""How many notes on a paper stand where they belong in one of its versions (F11, F12)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.aantekening import Aantekening, Oordeel, Plaats
from tk_desktop.domain.verankering.oordelen import Reden


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatstelling:
    """How the notes that came from an earlier version of a paper stand in another.

    ``op_plaats``: confirmed or surely placed there. ``gewijzigd``: probably placed, for their own words were changed.
    ``onzeker``: probably placed for any other reason. ``niet_gevonden``: in the tray. ``wacht``: not looked for yet.
    ``nieuw`` were written on this version itself: they came from nowhere, so they are no part of ``totaal``.
    """

    op_plaats: int = 0
    gewijzigd: int = 0
    onzeker: int = 0
    niet_gevonden: int = 0
    wacht: int = 0
    nieuw: int = 0

    @property
    def totaal(self) -> int:
        """All notes that came along."""
        return self.op_plaats + self.na_te_kijken + self.wacht

    @property
    def na_te_kijken(self) -> int:
        """How many their writer has to look at."""
        return self.gewijzigd + self.onzeker + self.niet_gevonden


def tel_plaatsen(aantekeningen: Iterable[Aantekening], versie: str) -> Plaatstelling:
    """Count these notes, all on one paper, by how they stand in a version of it."""
    keren = Counter(_stand(een, een.in_versie(versie)) for een in aantekeningen)
    return Plaatstelling(
        op_plaats=keren[Oordeel.ZEKER],
        gewijzigd=keren[Reden.HERSCHREVEN],
        onzeker=keren[Oordeel.WAARSCHIJNLIJK],
        niet_gevonden=keren[Oordeel.NIET_GEVONDEN],
        wacht=keren[None],
        nieuw=keren[Oordeel.GEMAAKT],
    )


def _stand(een: Aantekening, plaats: Plaats | None) -> Oordeel | Reden | None:
    """Return as what a note is counted: only words can have been rewritten, a drawing has none."""
    if plaats is None:
        return None
    match plaats.oordeel:
        case Oordeel.GEMAAKT if len(een.plaatsen) == 1:
            return Oordeel.GEMAAKT
        case Oordeel.WAARSCHIJNLIJK if plaats.reden == Reden.HERSCHREVEN and plaats.anker.citaat.strip():
            return Reden.HERSCHREVEN
        case Oordeel.WAARSCHIJNLIJK | Oordeel.NIET_GEVONDEN:
            return plaats.oordeel
        case _:
            return Oordeel.ZEKER
