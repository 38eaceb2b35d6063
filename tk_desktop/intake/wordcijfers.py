"""Tables of figures in a Word file: a cell is a cell there, so only what the columns are is to be found."""

from collections.abc import Iterator, Sequence

from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.intake.cijfercellen import tabel_van_cellen
from tk_desktop.intake.wordblokken import celtekst, genummerd, regels_van, woorden
from tk_desktop.paper.word_reading import WordBlok, WordTabel

_BLIK = 4
"""How many paragraphs above a table its title is looked for."""


def vind_wordtabellen(blokken: Sequence[WordBlok]) -> tuple[Cijfertabel, ...]:
    """Return the tables with amounts among these blocks, in their order; ``regel`` counts the lines of the file."""
    regels = genummerd(blokken)
    uit: list[Cijfertabel] = []
    for plaats, blok in enumerate(blokken):
        if isinstance(blok, WordTabel):
            uit += _table(blok, regels[plaats], list(_boven(blokken, plaats)))
    return tuple(uit)


def _boven(blokken: Sequence[WordBlok], plaats: int) -> Iterator[str]:
    """Yield the nearest lines above a table, the nearest first."""
    for blok in reversed(blokken[max(0, plaats - _BLIK) : plaats]):
        if isinstance(blok, WordTabel):
            return
        if woorden(blok):
            yield woorden(blok)


def _table(tabel: WordTabel, regel: int, boven: Sequence[str]) -> Iterator[Cijfertabel]:
    rijen: list[tuple[int, list[str]]] = []
    for rij in tabel.rijen:
        rijen.append((regel, [celtekst(cel) for cel in rij]))
        regel += sum(1 for cel in rij for _ in regels_van(cel))
    uit = tabel_van_cellen(rijen, boven)
    if uit is not None:
        yield uit
