"""The words of a page whose columns were drawn row by row, put in the order in which they are read.

``has_columns`` looks at a few signs of every page that is read, and at the words of one that may have columns;
``in_reading_order`` measures all signs, and is for a page that has them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.paper.bladtekst import Bladtekst, Kader, Regel
from tk_desktop.paper.sign_places import Signs
from tk_desktop.paper.text_columns import GAP, WORDS, Row, Word, reading_order

_STUK = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?")
"""A word, or the part of it before the hyphen at the end of a line."""
_REGEL = re.compile(r"\S(?:[^\r\n]*\S)?")
_Woorden = Sequence[tuple[int, int]]
_SAMPLE = 2
"""One line in so many is looked at for white in it."""
_SEEN = 2
"""Lines looked at with white in them, from which a page may have columns."""
_LINE_END = -1
"""Stands for the end of a line among the places of signs."""


def has_columns(tekst: pypdfium2.PdfTextPage, signs: Signs) -> bool:
    """Tell whether columns of a page run through each other; for a page of which no line stands on its head.

    There is white in its lines or they stand beside each other, and by its words it is read in another order.
    """
    gelezen = _one_for_each_sign(tekst)
    regels = [
        [(een.start(), een.end() - 1) for een in _STUK.finditer(gelezen, *regel.span())]
        for regel in _REGEL.finditer(gelezen)
    ]
    wit = (nummer for nummer, regel in enumerate(regels[::_SAMPLE]) if _has_white(regel, signs))
    if len(tuple(islice(wit, _SEEN))) < _SEEN and not _stand_beside(regels, signs):
        return False
    rijen = tuple(row for regel in regels for row in _measured(gelezen, regel, signs))
    return reading_order(rijen) != rijen


def _one_for_each_sign(tekst: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page with a letter for each of its signs, also for those that are no part of a text."""
    gelezen: str = tekst.get_text_range()
    aantal = tekst.count_chars()
    if len(gelezen) == aantal:
        return gelezen
    return "".join(chr(min(pdfium.FPDFText_GetUnicode(tekst, nummer), 0xFFFF)) for nummer in range(aantal))


def in_reading_order(blad: Bladtekst) -> Bladtekst:
    """Return a page with one column after another; the page itself when it has none that run through each other."""
    rijen = tuple(row for regel in blad.regels for row in _rows(blad, regel))
    gelezen = reading_order(rijen)
    return blad if gelezen == rijen else _ordered(blad, gelezen)


def _measured(gelezen: str, regel: _Woorden, signs: Signs) -> Iterator[Row]:
    """Yield the words of a line as ``_rows`` does, each by its first and its last sign."""
    woorden: list[Word] = []
    laag = hoog = 0.0
    for eerste, laatste in regel:
        een, ander = signs.place(eerste), signs.place(laatste)
        if een is None or ander is None:
            continue
        kader = een.met(ander)
        if woorden and kader.x0 < woorden[-1].x0:
            yield Row(tuple(woorden), laag, hoog)
            woorden = []
        laag, hoog = (min(laag, kader.y0), max(hoog, kader.y1)) if woorden else (kader.y0, kader.y1)
        woorden.append(Word(eerste, laatste + 1, kader.x0, kader.x1, gelezen[eerste]))
    if woorden:
        yield Row(tuple(woorden), laag, hoog)


def _has_white(regel: _Woorden, signs: Signs) -> bool:
    """Tell whether there is white in a line (the first and the last sign of each word), with prose on both sides.

    The white that counts is in its middle: of most lines no more than that is measured.
    """
    midden = regel[WORDS - 1 : len(regel) - WORDS + 1]
    if not any(_stand_apart(een, ander, signs) for een, ander in pairwise(midden)):
        return False
    stukken = [1]
    for een, ander in pairwise(regel):
        if _goes_back(een, ander, signs):
            stukken = [0]
        elif _stand_apart(een, ander, signs):
            stukken.append(0)
        stukken[-1] += 1
        if min(stukken[-2:]) >= WORDS and len(stukken) > 1:
            return True
    return False


def _stand_apart(woord: tuple[int, int], volgende: tuple[int, int], signs: Signs) -> bool:
    eind, begin = signs.place(woord[1]), signs.place(volgende[0])
    return (
        eind is not None
        and begin is not None
        and begin.x0 - eind.x1 >= GAP * min(eind.y1 - eind.y0, begin.y1 - begin.y0)
    )


def _goes_back(woord: tuple[int, int], volgende: tuple[int, int], signs: Signs) -> bool:
    eind, begin = signs.place(woord[1]), signs.place(volgende[0])
    return eind is not None and begin is not None and begin.x0 < eind.x0


def _stand_beside(regels: Sequence[_Woorden], signs: Signs) -> bool:
    """Tell whether a line of prose begins beside the one before."""
    lang = [regel for regel in regels if len(regel) >= WORDS]
    einden = [(signs.place(regel[0][0]), signs.place(regel[-1][1])) for regel in lang]
    kaders = [een.met(ander) for een, ander in einden if een and ander]
    return any(
        min(een.y1, ander.y1) > max(een.y0, ander.y0) and (een.x1 < ander.x0 or ander.x1 < een.x0)
        for een, ander in pairwise(kaders)
    )


def _rows(blad: Bladtekst, regel: Regel) -> Iterator[Row]:
    """Yield the words of a line, parted where it goes back to the left; one on its side stays whole."""
    langs = blad.woorden_van(regel) if blad.richting(regel)[0] == 0 else ()
    woorden = tuple(Word(begin, eind, kader.x0, kader.x1, blad.tekst[begin]) for begin, eind, kader in langs)
    if not woorden:
        heel = Word(regel.begin, regel.eind, regel.kader.x0, regel.kader.x1, "")
        yield Row((heel,), regel.kader.y0, regel.kader.y1, whole=True)
        return
    begin = 0
    for nummer in range(1, len(woorden) + 1):
        if nummer == len(woorden) or woorden[nummer].x0 < woorden[nummer - 1].x0:
            stuk = woorden[begin:nummer]
            kader = _kader(blad, stuk[0].begin, stuk[-1].end)
            yield Row(stuk, kader.y0, kader.y1)
            begin = nummer


def _kader(blad: Bladtekst, begin: int, eind: int) -> Kader:
    return reduce(Kader.met, (kader for kader in blad.kaders[begin:eind] if not kader.leeg))


class _Piece(NamedTuple):
    """A piece of the text of a page that stays together; ``after`` is behind the white that follows it."""

    begin: int
    end: int
    after: int
    edge: float


def _ordered(blad: Bladtekst, rijen: Sequence[Row]) -> Bladtekst:
    """Return a page with its signs in the order of these rows; an end of a line comes where it has none yet."""
    orde: list[int] = []
    regels: list[Regel] = []
    for stuk, volgende in pairwise([*_pieces(blad, rijen), None]):
        if stuk is None:
            break
        hier = len(orde)
        orde += range(stuk.begin, stuk.end)
        regels.append(Regel(hier, len(orde), _kader(blad, stuk.begin, stuk.end), stuk.edge))
        if volgende is not None:
            orde += range(stuk.end, stuk.after) if _follows(stuk, volgende) else (_LINE_END,)
    kaders: list[Kader] = []
    for plek in orde:
        kaders.append(blad.kaders[plek] if plek != _LINE_END else kaders[-1]._replace(x0=kaders[-1].x1))
    return Bladtekst(
        tekst="".join(blad.tekst[plek] if plek != _LINE_END else "\n" for plek in orde),
        kaders=tuple(kaders),
        regels=tuple(regels),
        afbrekingen=frozenset(nieuw for nieuw, plek in enumerate(orde) if plek in blad.afbrekingen),
    )


def _pieces(blad: Bladtekst, rijen: Sequence[Row]) -> list[_Piece]:
    """Return these rows as all of the text, those of one line that still follow each other as one."""
    begin = sorted(row.begin for row in rijen)
    after = dict(pairwise([*begin, len(blad.tekst)]))
    uit: list[_Piece] = []
    for row in rijen:
        van, tot = row.begin if row.begin != begin[0] else 0, after[row.begin]
        stuk = _Piece(van, van + len(blad.tekst[van:tot].rstrip()), tot, row.edge)
        zelfde_regel = uit and blad.regelnummer(uit[-1].begin) == blad.regelnummer(row.begin)
        if zelfde_regel and _follows(uit[-1], stuk):
            stuk = stuk._replace(begin=uit.pop().begin)
        uit.append(stuk)
    return uit


def _follows(stuk: _Piece, volgende: _Piece) -> bool:
    """Tell whether pieces outside columns still stand one behind the other."""
    return stuk.after == volgende.begin and not stuk.edge and not volgende.edge
