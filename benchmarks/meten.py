"""Measuring two things in turn, so that a noisy machine slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """A figure: ours and that of the peer (medians), the allowance, and the ratio to stay under.

    All are seconds, unless ``eenheid`` names something else.
    """

    wat: str
    ons: float
    ander: float
    naam_ander: str
    toegestaan: float
    grens: float
    eenheid: str = "ms"

    @property
    def verhouding(self) -> float:
        """How many times what is allowed at ratio 1 we take."""
        return self.ons / (self.ander + self.toegestaan)

    @property
    def mag(self) -> float:
        """The most that it may be."""
        return self.grens * self.ander + self.toegestaan

    @property
    def haalt(self) -> bool:
        """Whether it is no more than that."""
        return self.ons <= self.mag

    @property
    def regel(self) -> str:
        """The line that is printed."""
        oordeel = "haalt" if self.haalt else "MIST"
        ons, ander, mag, toe = (self.gezegd(waarde) for waarde in (self.ons, self.ander, self.mag, self.toegestaan))
        return f"{self.wat}: {ons}; {self.naam_ander} {ander}; mag {mag} ({self.grens} x + {toe}): {oordeel}"

    def gezegd(self, waarde: float) -> str:
        """Return a value of this figure with its unit."""
        if self.eenheid != "ms":
            return f"{waarde:.0f} {self.eenheid}"
        return f"{waarde * 1000:.0f} ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kromme:
    """How a figure grows: a line of a chart, its points as how much there was and what it then took."""

    grafiek: str
    naam: str
    punten: tuple[tuple[float, float], ...]
    as_x: str
    as_y: str


def in_turn(
    ons: Callable[[], object],
    ander: Callable[[], object],
    *,
    keer: int = 5,
    voor: Callable[[], object] = lambda: None,
) -> tuple[float, float]:
    """Return the median seconds of both, run in turn after one run that does not count; ``voor`` is not timed."""
    tijden: tuple[list[float], list[float]] = ([], [])
    for ronde in range(keer + 1):
        for rij, werk in zip(tijden, (ons, ander), strict=True):
            voor()
            begin = time.perf_counter()
            werk()
            if ronde:
                rij.append(time.perf_counter() - begin)
    return statistics.median(tijden[0]), statistics.median(tijden[1])
