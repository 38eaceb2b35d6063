"""Where marks go: over words that are sought, over the personal data in a text, and what lies under each."""

from collections.abc import Callable, Iterator, Sequence

import pypdfium2

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.persoonsgegevens import Gegevenssoort, find_persoonsgegevens
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.bladzoeken import as_searched
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.redaction_words import boxes_over

Plekken = Callable[[str], Iterator[tuple[int, int]]]
"""Where passages stand in the text of a page, from begin to before end."""


def marks_over_words(bron: Pad, woorden: str) -> tuple[tuple[Vlak, ...], ...]:
    """Return the rectangles over every place where words stand in a file, capitals and accents left aside."""
    gezocht = as_searched(woorden)
    return tuple(_marks(bron, lambda tekst: iter(as_searched(tekst).vind(gezocht))))


def marks_over_personal_data(bron: Pad) -> tuple[tuple[Gegevenssoort, tuple[Vlak, ...]], ...]:
    """Return the rectangles over all personal data that are found by their form in a file, each with its kind."""
    uit: list[tuple[Gegevenssoort, tuple[Vlak, ...]]] = []
    for pagina, tekst in _pages(bron):
        for gegeven in find_persoonsgegevens(tekst.tekst):
            vlakken = _boxes(pagina, tekst, gegeven.van, gegeven.tot)
            if vlakken:
                uit.append((gegeven.soort, vlakken))
    return tuple(uit)


def marks_in(bron: Pad, pagina: int, kader: Kader) -> tuple[tuple[Vlak, ...], ...]:
    """Return the rectangles over the words that one on a page (from 1) touches; where none are, that one itself."""
    for nummer, tekst in _pages(bron):
        if nummer == pagina:
            geraakt = [plek for plek, letter in enumerate(tekst.kaders) if _touches(letter, kader)]
            woorden = dict.fromkeys(tekst.woord_bij(plek) for plek in geraakt if not tekst.tekst[plek].isspace())
            regels = _joined(tekst, sorted(woorden))
            return tuple(_boxes(pagina, tekst, begin, eind) for begin, eind in regels) or ((Vlak(pagina, *kader),),)
    return ()


def _joined(tekst: Bladtekst, woorden: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return words that stand beside each other on a line as one passage."""
    uit: list[tuple[int, int]] = []
    for begin, eind in woorden:
        if uit and not tekst.tekst[uit[-1][1] : begin].strip() and "\n" not in tekst.tekst[uit[-1][1] : begin]:
            uit[-1] = (uit[-1][0], eind)
        else:
            uit.append((begin, eind))
    return uit


def _touches(letter: Kader, kader: Kader) -> bool:
    x, y = letter.midden
    return not letter.leeg and kader.x0 <= x <= kader.x1 and kader.y0 <= y <= kader.y1


def _marks(bron: Pad, plekken: Plekken) -> Iterator[tuple[Vlak, ...]]:
    for pagina, tekst in _pages(bron):
        for begin, eind in plekken(tekst.tekst):
            vlakken = _boxes(pagina, tekst, begin, eind)
            if vlakken:
                yield vlakken


def _boxes(pagina: int, tekst: Bladtekst, begin: int, eind: int) -> tuple[Vlak, ...]:
    return tuple(Vlak(pagina, *kader) for kader in boxes_over(tekst, begin, eind))


def _pages(bron: Pad) -> Iterator[tuple[int, Bladtekst]]:
    look_before_opening(bron)
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        for nummer in range(len(pdf)):
            blad = pdf[nummer]
            try:
                tekst = read_bladtekst(blad)
            finally:
                blad.close()
            yield nummer + 1, tekst
