"""Where things stand in a drawing of a PDF: matrices, points and rectangles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.redaction_fonts import Onzeker

Matrix = tuple[float, float, float, float, float, float]
EENHEID: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_WEINIG = 24
"""The points of a shape up to which it cannot be the outlines of letters."""


@dataclass(slots=True)
class Omtrek:
    """A shape that is being made: its points on the page; ``begin`` is where it starts among what was written.

    ``knipt``: what is drawn from here on is drawn within it.
    """

    begin: int = 0
    punten: list[tuple[float, float]] = field(default_factory=list)
    recht: bool = True
    knipt: bool = False

    @property
    def eenvoudig(self) -> bool:
        """Whether it has few straight lines only."""
        return self.recht and len(self.punten) <= _WEINIG

    @property
    def doos(self) -> Kader | None:
        """The box around it."""
        return box_of(EENHEID, self.punten) if self.punten else None

    def add(self, naam: str, delen: Sequence[Any], ctm: Matrix) -> None:
        """Follow one operator that adds to it; raises ``Onzeker``."""
        getallen = [number(delen, rang) for rang in range(len(delen))]
        paren = list(zip(getallen[::2], getallen[1::2], strict=True)) if len(getallen) % 2 == 0 else []
        if naam == "re" and len(paren) == 2:
            (x, y), (b, h) = paren
            paren = [(x, y), (x + b, y), (x + b, y + h), (x, y + h)]
        nieuw = [point(ctm, x, y) for x, y in paren]
        if naam in ("c", "v", "y"):
            self.recht = False
        elif naam == "l" and nieuw and self.punten:
            (x0, y0), (x1, y1) = self.punten[-1], nieuw[-1]
            self.recht &= abs(x0 - x1) < 0.1 or abs(y0 - y1) < 0.1
        self.punten += nieuw


def number(delen: Sequence[Any], rang: int) -> float:
    """Return one operand as a number; raises ``Onzeker``."""
    try:
        return float(delen[rang])
    except (IndexError, TypeError, ValueError) as fout:
        raise Onzeker from fout


def matrix_of(delen: Sequence[Any]) -> Matrix:
    """Return six operands as a matrix; raises ``Onzeker``."""
    if len(delen) != 6:
        raise Onzeker
    a, b, c, d, e, f = (number(delen, rang) for rang in range(6))
    return (a, b, c, d, e, f)


def times(eerst: Matrix, dan: Matrix) -> Matrix:
    """Return what two matrices do, one after the other."""
    a, b, c, d, e, f = eerst
    k, m, n, o, p, q = dan
    return (a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box_of(matrix: Matrix, hoeken: Iterable[tuple[float, float]]) -> Kader:
    """Return the rectangle that holds some points after a matrix."""
    punten = [point(matrix, x, y) for x, y in hoeken]
    xs, ys = [x for x, _ in punten], [y for _, y in punten]
    return Kader(min(xs), min(ys), max(xs), max(ys))


def shared(een: Kader, ander: Kader) -> float:
    """Return how much two rectangles share."""
    breed = min(een.x1, ander.x1) - max(een.x0, ander.x0)
    hoog = min(een.y1, ander.y1) - max(een.y0, ander.y0)
    return breed * hoog if breed > 0 and hoog > 0 else 0.0


def within(doos: Kader, vlak: Kader) -> bool:
    """Tell whether a rectangle lies under a mark, give or take a point."""
    return vlak.x0 - 1 <= doos.x0 and doos.x1 <= vlak.x1 + 1 and vlak.y0 - 1 <= doos.y0 and doos.y1 <= vlak.y1 + 1
