"""Text in columns that was drawn row by row, put in the order in which it is read: one column after another.

A program that lays out two columns may write the first line of both, then the second of both. Whoever reads the lines
as they come mixes the columns. A table looks much the same and is read row by row, so it is prose alone that is put in
another order: on both sides of one white strip, lines of several words that fill their column and run on in small
letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

_FEWEST = 3
"""Rows with words on both sides, from which it can be told that these are columns."""
GAP = 0.7
"""The white between columns, as a share of the height of a line; words of one line stand closer."""
_NEXT = 3.0
"""How far below a row the next of the same columns may begin, as a multiple of the height of a line."""
_HIGHER = 0.8
"""How much of the height of a line it may begin higher: lines of columns need not stand on the same height."""
WORDS = 3
"""Words on a line of a column, at least half the time."""
_FILLED = 0.6
"""How much of the width of its column a line of prose fills, at least half the time."""
_MOSTGAPS = 5
"""White strips in a row of columns, at most: a row with more is one of a table."""
_RUNS_ON = 0.5
"""Which share of the lines of a column begin in the middle of a sentence, at least."""


class Word(NamedTuple):
    """A word of a line: its offsets in the text of the page, where it stands from left to right, and its first sign."""

    begin: int
    end: int
    x0: float
    x1: float
    sign: str


@dataclass(frozen=True, slots=True)
class Row:
    """Words beside each other, from left to right, with the foot and the top of the line.

    ``whole`` is for lines of which no place is known, or that stand on their side: they are never split. ``edge`` is
    where its column ends at the right, 0 outside columns.
    """

    words: tuple[Word, ...]
    y0: float
    y1: float
    whole: bool = False
    edge: float = 0.0

    @property
    def begin(self) -> int:
        """Where it begins in the text of the page."""
        return min(word.begin for word in self.words)

    @property
    def end(self) -> int:
        """Before where it ends in the text of the page."""
        return max(word.end for word in self.words)


def reading_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows as they are read: those of columns split, and one column after another."""
    beside = tuple(_side_by_side(rows))
    return tuple(_ordered(beside, rows)) if beside else tuple(rows)


def _side_by_side(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with what stands on the same height beside them, where that follows in the text."""
    open_: Row | None = None
    for row in rows:
        if open_ is not None and _continues(open_, row):
            open_ = replace(open_, words=open_.words + row.words, y0=min(open_.y0, row.y0), y1=max(open_.y1, row.y1))
            continue
        if open_ is not None:
            yield open_
        open_ = row
    if open_ is not None:
        yield open_


def _continues(row: Row, other: Row) -> bool:
    if row.whole or other.whole:
        return False
    shared = min(row.y1, other.y1) - max(row.y0, other.y0)
    return shared > 0.6 * min(row.y1 - row.y0, other.y1 - other.y0) and other.words[0].x0 > row.words[-1].x1


def _ordered(rows: Sequence[Row], lines: Sequence[Row]) -> Iterator[Row]:
    """Yield rows in the order in which they are read; what is no column stays as it came (``lines``)."""
    at = 0
    while at < len(rows):
        end, strip = _block(rows, at)
        if strip is None:
            yield from (line for line in lines if rows[at].begin <= line.begin < rows[at].end)
        else:
            for side in _split(rows[at:end], strip):
                edge = max(row.words[-1].x1 for row in side)
                column = tuple(replace(row, edge=edge) for row in side)
                yield from _ordered(column, column)
        at = end


def _block(rows: Sequence[Row], begin: int) -> tuple[int, float | None]:
    """Return before which row columns end that begin here, and where the white between them is; else the next row."""
    best: tuple[int, float | None] = (begin + 1, None)
    gaps = tuple(_gaps(rows[begin]))
    for gap in gaps if len(gaps) <= _MOSTGAPS else ():
        end, strip = begin, gap
        for above, row in pairwise((rows[begin], *rows[begin:])):
            narrower = _narrowed(row, strip)
            if narrower is None or (row is not above and _far_below(above, row)):
                break
            end, strip = end + 1, narrower
        middle = (strip[0] + strip[1]) / 2
        if end > best[0] and _is_prose(_split(rows[begin:end], middle)):
            best = (end, middle)
    return best


def _far_below(above: Row, row: Row) -> bool:
    """Tell whether a row is no next one of the same columns: white between them, or a line higher."""
    height = max(above.y1 - above.y0, row.y1 - row.y0)
    return not -_HIGHER * height <= above.y1 - row.y1 <= _NEXT * height


def _gaps(row: Row) -> Iterator[tuple[float, float]]:
    if not row.whole:
        wide = GAP * (row.y1 - row.y0)
        yield from ((word.x1, other.x0) for word, other in pairwise(row.words) if other.x0 - word.x1 >= wide)


def _narrowed(row: Row, strip: tuple[float, float]) -> tuple[float, float] | None:
    """Return what a row leaves of a white strip; nothing where its words stand in it."""
    if row.whole:
        return None
    white = (*_gaps(row), (-inf, row.words[0].x0), (row.words[-1].x1, inf))
    left = [(max(strip[0], gap[0]), min(strip[1], gap[1])) for gap in white]
    widest = max(left, key=lambda gap: gap[1] - gap[0])
    return widest if widest[1] - widest[0] >= GAP * (row.y1 - row.y0) else None


def _split(rows: Sequence[Row], middle: float) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    left = ((row, tuple(word for word in row.words if word.x1 <= middle)) for row in rows)
    right = ((row, tuple(word for word in row.words if word.x1 > middle)) for row in rows)
    return (
        tuple(replace(row, words=words) for row, words in left if words),
        tuple(replace(row, words=words) for row, words in right if words),
    )


def _is_prose(sides: tuple[tuple[Row, ...], tuple[Row, ...]]) -> bool:
    """Tell whether both sides are text that runs on, or columns of it, and not the cells of a table."""
    return all(_runs_on(side) or _is_columns(side) for side in sides)


def _is_columns(side: tuple[Row, ...]) -> bool:
    end, strip = _block(side, 0) if side else (0, None)
    return strip is not None and end == len(side)


def _runs_on(side: tuple[Row, ...]) -> bool:
    if len(side) < _FEWEST:
        return False
    left, right = min(row.words[0].x0 for row in side), max(row.words[-1].x1 for row in side)
    filled = median((row.words[-1].x1 - row.words[0].x0) / max(1.0, right - left) for row in side)
    small = sum(row.words[0].sign.islower() for row in side[1:])
    return median(len(row.words) for row in side) >= WORDS and filled >= _FILLED and small >= _RUNS_ON * (len(side) - 1)
