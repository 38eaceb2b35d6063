"""Whether what was to go is gone: the file that was made is read by other means than it was made with."""

from collections.abc import Collection, Mapping, Sequence

import pikepdf
import pypdfium2
from PIL import Image

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.redaction_left import left_behind
from tk_desktop.paper.redaction_names import names_beside
from tk_desktop.paper.redaction_raster import Gemerktblad, Lakvlak
from tk_desktop.paper.redaction_words import Weg, strings_beside

KIJKSCHAAL = 2.0
"""Dots to a point when a page is looked at."""
_SPELING = 24
"""How much lighter or darker dots under a mark may be than each other: what drawing makes of one colour."""
_RAND = 0.6


class LakkenMislukt(TkError):
    """After cleaning, something of what was to go could still be read in the file."""

    code = "TK-P56"
    melding = "Op bladzijde {pagina} van ‘{stuk}’ is iets wat gelakt moest worden nog te lezen."
    veilig = "Er is geen gelakte versie."
    advies = (
        "Maak het vlak ruimer. Blijft het staan, vraag de afzender dan om een versie zonder, of maak het stuk besloten."
    )


def letters_under(tekst: Bladtekst, vlakken: Sequence[Kader]) -> str:
    """Return the letters of which the middle lies under a mark."""
    uit = []
    for teken, kader in zip(tekst.tekst, tekst.kaders, strict=True):
        x, y = kader.midden
        if not teken.isspace() and any(
            vlak.x0 + _RAND < x < vlak.x1 - _RAND and vlak.y0 + _RAND < y < vlak.y1 - _RAND for vlak in vlakken
        ):
            uit.append(teken)
    return "".join(uit)


def can_be_seen(kader: Kader) -> bool:
    """Tell whether a mark is wide and high enough to look under it."""
    return min(kader.x1 - kader.x0, kader.y1 - kader.y0) >= 2 * _RAND + 1 / KIJKSCHAAL


def is_even(beeld: Image.Image, kader: Kader, hoog: float) -> bool:
    """Tell whether there is one colour under a mark, its edges left aside; not where nothing is left to look at."""
    tinten = _shades(beeld, kader, hoog)
    return bool(tinten) and tinten[-1] - tinten[0] <= _SPELING


def check(
    gelakt: Pad, bladen: Mapping[int, Gemerktblad], weg: Weg, naam: str, gehad: Collection[bytes] = frozenset()
) -> None:
    """Read the file that was made by other means than it was made with; raises ``LakkenMislukt``.

    ``gehad`` are the digests of the drawings and pictures that the marked pages had.
    """
    with pypdfium2.PdfDocument(leesbron(gelakt)) as pdf:
        for pagina, blad in bladen.items():
            open_ = pdf[pagina - 1]
            try:
                tekst = read_bladtekst(open_)
            finally:
                open_.close()
            for vlak in blad.vlakken:
                if not _says_only(letters_under(tekst, [vlak.kader]), blad.vlakken):
                    raise LakkenMislukt(stuk=naam, pagina=pagina)
    eerste = min(bladen, default=1)
    with pikepdf.open(leesbron(gelakt)) as gemaakt:
        eigen = {vlak.uitleg for blad in bladen.values() for vlak in blad.vlakken}
        if any(tekst not in eigen and weg.tells(tekst) for tekst in strings_beside(gemaakt)):
            raise LakkenMislukt(stuk=naam, pagina=eerste)
        if any(map(weg.tells_name, names_beside(gemaakt))) or left_behind(gemaakt, gehad):
            raise LakkenMislukt(stuk=naam, pagina=eerste)


def _says_only(letters: str, vlakken: Sequence[Lakvlak]) -> bool:
    """Tell whether letters in a box are those that were put there, of this box or of one that it touches."""
    eigen = {"".join(zin.split()) for vlak in vlakken for zin in (vlak.opschrift, vlak.uitleg)}
    for zin in sorted(eigen, key=len, reverse=True):
        letters = letters.replace(zin, "\n")
    return all(any(deel in zin for zin in eigen) for deel in letters.split("\n"))


def _shades(beeld: Image.Image, kader: Kader, hoog: float) -> list[int]:
    """Return how dark the dots under a mark are in a grey picture of a page, from dark to light."""
    doos = (
        round((kader.x0 + _RAND) * KIJKSCHAAL),
        round((hoog - kader.y1 + _RAND) * KIJKSCHAAL),
        round((kader.x1 - _RAND) * KIJKSCHAAL),
        round((hoog - kader.y0 - _RAND) * KIJKSCHAAL),
    )
    if doos[2] <= doos[0] or doos[3] <= doos[1]:
        return []
    return [tint for tint, aantal in enumerate(beeld.crop(doos).histogram()) if aantal]
