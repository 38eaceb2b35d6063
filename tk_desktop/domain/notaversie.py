"""A kept version of a nota: its whole contents as they were at a moment, never changed (C12)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tk_desktop.domain.nota import Nota

RUST = timedelta(minutes=30)
"""After this long without an edit, the next edit first keeps a version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notaversie:
    """What a nota was; ``reden`` tells why it was kept."""

    id: str
    nota_id: str
    volgorde: str
    moment: datetime
    reden: str
    nota: Nota

    def __post_init__(self) -> None:
        if self.nota.id != self.nota_id:
            raise ValueError("een versie bewaart haar eigen nota")


def zelfde_inhoud(een: Nota, ander: Nota) -> bool:
    """Tell whether two states of a nota hold the same; the order in which rows were read does not count."""
    return _geordend(een) == _geordend(ander)


def na_rust(vorige: datetime | None, nu: datetime) -> bool:
    """Tell whether an edit now comes after rest; the first edit ever does, and so does one of a clock put back.

    Moments that were kept before they knew their offset are local time.
    """
    return vorige is None or not timedelta(0) <= nu.astimezone() - vorige.astimezone() < RUST


def _geordend(nota: Nota) -> Nota:
    return replace(
        nota,
        behandelaars=tuple(sorted(nota.behandelaars, key=lambda rij: (rij.volgorde, rij.id))),
        argumenten=tuple(sorted(nota.argumenten, key=lambda rij: (rij.volgorde, rij.id))),
        secties=tuple(sorted(nota.secties, key=lambda rij: (rij.volgorde, rij.id))),
    )
