"""How wide the columns of a table are: as was asked, save where a word would be broken."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Lijstpunt, Stukje, Tussenkop
from tk_desktop.paper.blad import Cel
from tk_desktop.paper.fonts import Letters
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.styles import MM, Manner, Styles
from tk_desktop.paper.typesetting import Typesetter

_Measure = Callable[[Sequence[Stukje], Manner], tuple[float, float]]
_INDENT = 2.2
"""The room before the text of a list in a cell, for each depth and in sizes of the letter: Word takes the most."""
_LARGEST = 0.4
"""The share of a table that the words of one column may ask: a web address breaks, its table does not give way."""
_WORTH_A_BREAK = 0.9
"""So much of its lines a table may have left for a word to be broken that could stay whole."""


def fitted_widths(
    kop: Sequence[Sequence[Stukje]],
    rijen: Sequence[Sequence[Cel]],
    shares: Sequence[float],
    width: float,
    *,
    side: float,
    typesetter: Typesetter,
    styles: Styles,
) -> list[float]:
    """Return the width of each column in points: its share, or what its widest word takes (``side`` is left white).

    A heading that fits in the share of its column stays on one line.

    What a column gets more, the others give after the room that their own words leave. Where the words of all together
    do not fit, the column with the longest gives way first: that word is broken once, and the others stay whole. So it
    does where the table is much shorter of it: who told most would give the room to one word of another.
    """
    asked = [share / sum(shares) * width for share in shares]
    least, broken = [], []
    for column, words in enumerate(kop):
        head, whole = typesetter.natural_width(words, styles.column_head)
        head = whole if whole + 2 * side + 1 <= asked[column] else head
        cells = [_widest(rij[column], styles.cell, typesetter.natural_width) for rij in rijen]
        parts = [_widest(rij[column], styles.cell, typesetter.hyphenated_width) for rij in rijen]
        least.append(min(max([head, *cells]) + 2 * side + 1, width * _LARGEST))
        broken.append(max([head, *parts]) + 2 * side + 1)
    longest_first = sorted(range(len(least)), key=lambda column: -least[column])
    for column in longest_first:
        if sum(least) > width:
            least[column] = min(least[column], max(broken[column], asked[column]))
    best = _divided(asked, least, width)
    if best != asked:
        lengths = [[list(_lengths(cel, styles.cell, typesetter.natural_width)) for cel in rij] for rij in rijen]
        lines = _lines(lengths, best, side)
        for column in longest_first:
            least[column] = min(least[column], max(broken[column], asked[column]))
            tried = _divided(asked, least, width)
            if _lines(lengths, tried, side) < _WORTH_A_BREAK * lines:
                best, lines = tried, _lines(lengths, tried, side)
    return best


def _divided(asked: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Divide a width as was asked, save that a column gets what it needs at least and the others give that."""
    needed = sum(max(0.0, low - have) for low, have in zip(least, asked, strict=True))
    spare = [max(0.0, have - low) for low, have in zip(least, asked, strict=True)]
    if not needed:
        return list(asked)
    if sum(spare) < needed:
        return _levelled(least, width)
    return [max(low, have - needed * room / sum(spare)) for low, have, room in zip(least, asked, spare, strict=True)]


def _lines(rijen: Sequence[Sequence[Sequence[tuple[float, float]]]], widths: Sequence[float], side: float) -> int:
    """Return about how many lines a table has: a row has those of its longest cell."""
    return sum(
        max(
            sum(ceil(length / max(width - 2 * side - indent, 1)) for length, indent in cel)
            for cel, width in zip(rij, widths, strict=True)
        )
        for rij in rijen
    )


def _levelled(least: Sequence[float], width: float) -> list[float]:
    """Divide a width that is too small: who asks little gets that, the others share what is left."""
    left, columns, uit = width, len(least), [0.0] * len(least)
    for rank in sorted(range(columns), key=lambda rank: least[rank]):
        uit[rank] = min(least[rank], left / columns)
        left, columns = left - uit[rank], columns - 1
    return uit


def fitted_mm(
    kop: Sequence[str],
    rijen: Sequence[Sequence[Cel]],
    shares: Sequence[float],
    width: float,
    *,
    side: float,
    huisstijl: Huisstijl,
) -> list[float]:
    """Return the same widths in millimetres, for a table in Word: its letters are as wide as those of a PDF."""
    typesetter, styles = Typesetter(Letters.load(huisstijl)), Styles.of(huisstijl)
    koppen = [(Stukje(tekst=words),) for words in kop]
    widths = fitted_widths(koppen, rijen, shares, width * MM, side=side * MM, typesetter=typesetter, styles=styles)
    return [points / MM for points in widths]


def _widest(cel: Iterable[Blok], manner: Manner, measure: _Measure) -> float:
    """Return the width of the widest word in a cell, with what stands before it in a list."""
    uit = 0.0
    for blok in cel:
        match blok:
            case Alinea(stukjes):
                uit = max(uit, measure(stukjes, manner)[0])
            case Tussenkop(stukjes):
                bold = [Stukje(tekst=een.tekst, vet=True) for een in stukjes]
                uit = max(uit, measure(bold, manner)[0])
            case Lijst(punten):
                uit = max(uit, _widest_in_list(punten, manner, measure, 1))
    return uit


def _widest_in_list(punten: Iterable[Lijstpunt], manner: Manner, measure: _Measure, depth: int) -> float:
    return max(
        (
            max(
                measure(punt.stukjes, manner)[0] + depth * _INDENT * manner.size,
                _widest_in_list(punt.onder, manner, measure, depth + 1),
            )
            for punt in punten
        ),
        default=0.0,
    )


def _lengths(cel: Iterable[Blok], manner: Manner, measure: _Measure) -> Iterator[tuple[float, float]]:
    """Yield how long each text of a cell is on one line, with the room before it in a list."""
    for blok in cel:
        match blok:
            case Alinea(stukjes) | Tussenkop(stukjes):
                yield measure(stukjes, manner)[1], 0.0
            case Lijst(punten):
                yield from _lengths_in_list(punten, manner, measure, 1)


def _lengths_in_list(
    punten: Iterable[Lijstpunt], manner: Manner, measure: _Measure, depth: int
) -> Iterator[tuple[float, float]]:
    for punt in punten:
        yield measure(punt.stukjes, manner)[1], depth * _INDENT * manner.size
        yield from _lengths_in_list(punt.onder, manner, measure, depth + 1)
