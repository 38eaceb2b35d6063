"""How wide the columns of a table are: as was asked, save where a word would be broken."""

from collections.abc import Callable, Iterable, Sequence

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

    What a column gets more, the others give after the room that their own words leave. Where the words of all together
    do not fit, the column with the longest gives way first: that word is broken once, and the others stay whole.
    """
    asked = [share / sum(shares) * width for share in shares]
    least, broken = [], []
    for column, words in enumerate(kop):
        head = typesetter.natural_width(words, styles.column_head)[0]
        cells = [_widest(rij[column], styles.cell, typesetter.natural_width) for rij in rijen]
        parts = [_widest(rij[column], styles.cell, typesetter.hyphenated_width) for rij in rijen]
        least.append(min(max([head, *cells]) + 2 * side + 1, width * _LARGEST))
        broken.append(max([head, *parts]) + 2 * side + 1)
    for column in sorted(range(len(least)), key=lambda column: -least[column]):
        if sum(least) > width:
            least[column] = min(least[column], max(broken[column], asked[column]))
    needed = sum(max(0.0, low - have) for low, have in zip(least, asked, strict=True))
    spare = [max(0.0, have - low) for low, have in zip(least, asked, strict=True)]
    if not needed:
        return asked
    if sum(spare) < needed:
        return _levelled(least, width)
    return [max(low, have - needed * room / sum(spare)) for low, have, room in zip(least, asked, spare, strict=True)]


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
