"""Tables of figures in a Word file: a cell is a cell there, so only what the columns are is to be found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tk_desktop.domain.cijfertabel import Cijfertabel, Kolomsoort
from tk_desktop.intake.cijferkoppen import Koppen, is_eenheid, is_geldkop, zonder_eenheid
from tk_desktop.intake.cijferregel import is_cijfer, zijn_jaren
from tk_desktop.intake.cijferrijen import Ruwerij, maak_tabel
from tk_desktop.intake.regels import zin_af
from tk_desktop.intake.wordblokken import celtekst, genummerd, regels_van, woorden
from tk_desktop.paper.word_reading import WordBlok, WordTabel

_MINST = 2
_BLIK = 4
"""How many paragraphs above a table its title is looked for."""
_LANGSTE_TITEL = 90


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
    breed = max((len(cellen) for _, cellen in rijen), default=0)
    rijen = [(nr, [*cellen, *[""] * (breed - len(cellen))]) for nr, cellen in rijen]
    telling = sum(len(_figures(cellen)) for _, cellen in rijen)
    woord = " ".join([*boven[:1], *(cel for _, cellen in rijen for cel in cellen)])
    if breed < _MINST or telling < _MINST or not is_geldkop(woord):
        return
    eerste = next(nr for nr, (_, cellen) in enumerate(rijen) if _figures(cellen))
    koppen = [zonder_eenheid(" ".join(cellen[nr] for _, cellen in rijen[:eerste])) for nr in range(breed)]
    ruw = [
        Ruwerij(naam=cellen[0], waarden=tuple(cellen[1:]), velden=tuple(cellen[1:]), plaats=nr)
        for nr, cellen in rijen[eerste:]
        if any(cellen)
    ]
    eenheid = [tekst for tekst in boven[:2] if is_eenheid(tekst)]
    hoofd = [cel for _, cellen in rijen[:eerste] for cel in cellen]
    namen = tuple(naam or f"Kolom {nummer}" for nummer, naam in enumerate(koppen[1:], 1))
    uit = maak_tabel(ruw, [*eenheid, *hoofd], _title(boven), Koppen(koppen[0], namen, zeker=all(koppen[1:])))
    if Kolomsoort.BEDRAG in {kolom.soort for kolom in uit.kolommen}:
        yield replace(uit, van=rijen[0][0], tot=rijen[-1][0])


def _figures(cellen: Sequence[str]) -> list[str]:
    """Return the figures behind the name of a row; years above columns are none."""
    cijfers = [cel for cel in cellen[1:] if is_cijfer(cel)]
    return [] if zijn_jaren(cijfers) else cijfers


def _title(boven: Sequence[str]) -> str:
    """Return the nearest line above that can be a title: short, and no sentence."""
    return next(
        (
            tekst
            for tekst in boven
            if len(tekst) <= _LANGSTE_TITEL and not zin_af(tekst.rstrip(")")) and not is_eenheid(tekst)
        ),
        "",
    )
