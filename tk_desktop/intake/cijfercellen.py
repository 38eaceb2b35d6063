"""A table of figures from rows of cells, of a Word file or a sheet: only what the columns are is to be found."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.cijfertabel import Cijfertabel, Kolomsoort
from tk_desktop.intake.cijferkoppen import Koppen, is_eenheid, is_geldkop, zonder_eenheid
from tk_desktop.intake.cijferregel import is_cijfer, zijn_jaren
from tk_desktop.intake.cijferrijen import Ruwerij, maak_tabel
from tk_desktop.intake.regels import zin_af

_MINST = 2
_LANGSTE_TITEL = 90


def tabel_van_cellen(rijen: Sequence[tuple[int, Sequence[str]]], boven: Sequence[str]) -> Cijfertabel | None:
    """Return the table of rows of cells, each with the line it begins on, or nothing where it tells of no amounts.

    ``boven`` are the lines above it, the nearest first.
    """
    breed = max((len(cellen) for _, cellen in rijen), default=0)
    vol = [(nr, [*cellen, *[""] * (breed - len(cellen))]) for nr, cellen in rijen]
    telling = sum(len(_figures(cellen)) for _, cellen in vol)
    woord = " ".join([*boven[:1], *(cel for _, cellen in vol for cel in cellen)])
    if breed < _MINST or telling < _MINST or not is_geldkop(woord):
        return None
    eerste = next(nr for nr, (_, cellen) in enumerate(vol) if _figures(cellen))
    koppen = [zonder_eenheid(" ".join(cellen[nr] for _, cellen in vol[:eerste])) for nr in range(breed)]
    ruw = [
        Ruwerij(naam=cellen[0], waarden=tuple(cellen[1:]), velden=tuple(cellen[1:]), plaats=nr)
        for nr, cellen in vol[eerste:]
        if any(cellen)
    ]
    eenheid = [tekst for tekst in boven[:2] if is_eenheid(tekst)]
    hoofd = [cel for _, cellen in vol[:eerste] for cel in cellen]
    namen = tuple(naam or f"Kolom {nummer}" for nummer, naam in enumerate(koppen[1:], 1))
    uit = maak_tabel(ruw, [*eenheid, *hoofd], _title(boven), Koppen(koppen[0], namen, zeker=all(koppen[1:])))
    if Kolomsoort.BEDRAG not in {kolom.soort for kolom in uit.kolommen}:
        return None
    return replace(uit, van=vol[0][0], tot=vol[-1][0])


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
