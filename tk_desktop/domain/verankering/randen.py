"""Headers, footers, page numbers and stamps: what repeats on pages and is no part of the running text."""

import re
from collections import Counter
from collections.abc import Sequence

RANDREGELS = 4
"""So many lines at the top and at the bottom of a page are looked at."""

Regels = list[re.Match[str]]

_MINSTENS = 3
_AANDEEL = 0.3
_REGEL = re.compile(r"[^\n]*\S[^\n]*")
_CIJFERS = re.compile(r"\d+")
_PAGINANUMMER = re.compile(r"\W*(?:(?:pagina|blz\.?|blad|p\.)\W*)?\d{1,4}(?:\W*(?:van|/|\|)\W*\d{1,4})?\W*", re.I)


def zonder_randen(paginas: Sequence[str]) -> tuple[str, ...]:
    """Return the pages with spaces where they repeat a header or footer, so that every offset stays what it was."""
    randen = [_randen(pagina) for pagina in paginas]
    genoeg = max(_MINSTENS, _AANDEEL * sum(1 for boven, _ in randen if boven))
    herhaald: list[set[str]] = []
    for kant in (0, 1):
        keren = Counter(sleutel for rand in randen for sleutel in {_sleutel(regel[0]) for regel in rand[kant]})
        herhaald.append({sleutel for sleutel, n in keren.items() if n >= (_MINSTENS if sleutel == "#" else genoeg)})
    return tuple(_zonder(pagina, rand, herhaald) for pagina, rand in zip(paginas, randen, strict=True))


def _zonder(pagina: str, rand: tuple[Regels, Regels], herhaald: Sequence[set[str]]) -> str:
    """Blank the repeated lines from the edges inward, up to the first line of the page's own; never a whole page."""
    tekst = pagina
    for regels, weg in zip(rand, herhaald, strict=True):
        for regel in regels:
            if _sleutel(regel[0]) not in weg:
                break
            tekst = f"{tekst[: regel.start()]}{' ' * len(regel[0])}{tekst[regel.end() :]}"
    return tekst if tekst.strip() else pagina


def _randen(pagina: str) -> tuple[Regels, Regels]:
    """Return the first lines of a page from above, and the last from below; a line is in one of them at most."""
    regels = list(_REGEL.finditer(pagina))
    half = min(RANDREGELS, (len(regels) + 1) // 2)
    return regels[:half], regels[half:][::-1][:RANDREGELS]


def _sleutel(regel: str) -> str:
    """Return a line with every number as #: the footer of page 3 is that of page 4."""
    return "#" if _PAGINANUMMER.fullmatch(regel) else _CIJFERS.sub("#", " ".join(regel.split()))
