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
_NUMMER_VAN = re.compile(
    r"(?<![\d.,€$%\-])(?<!€\s)(?<!€\s-)(?<!€\s-\s)(\d{1,4})(\s*(?:van|/|\|)\s*\d{1,4})?(?![\d%])(?![.,]\d)(?!\s?[%€])",
    re.I,
)
_PAGINANUMMER = re.compile(r"\W*(?:(?:pagina|blz\.?|blad|p\.)\W*)?\d{1,4}(?:\W*(?:van|/|\|)\W*\d{1,4})?\W*", re.I)


def zonder_randen(paginas: Sequence[str]) -> tuple[str, ...]:
    """Return the pages with spaces where they repeat a header or footer, so that every offset stays what it was.

    Figures are no difference here: good for finding what belongs together, not for judging whether it is the same.
    """
    randen = [_randen(pagina) for pagina in paginas]
    genoeg = max(_MINSTENS, _AANDEEL * sum(1 for boven, _ in randen if boven))
    herhaald: list[set[str]] = []
    for kant in (0, 1):
        keren = Counter(sleutel for rand in randen for sleutel in {_sleutel(regel[0]) for regel in rand[kant]})
        herhaald.append({sleutel for sleutel, n in keren.items() if n >= (_MINSTENS if sleutel == "#" else genoeg)})
    return tuple(_zonder(pagina, rand, herhaald) for pagina, rand in zip(paginas, randen, strict=True))


def zonder_zelfde_randen(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pages of two versions with spaces where both repeat the very same line at an edge.

    Only the number of a page may differ, and that is one only where it counts along with the pages. A line with another
    figure, or one that most pages do not share, is text like any other.
    """
    weg_oud, weg_nieuw = (_gelezen_randen(paginas) for paginas in (oud, nieuw))
    beide = _vaste_regels(weg_oud, len(oud)) & _vaste_regels(weg_nieuw, len(nieuw))
    return _zonder_vaste(oud, weg_oud, beide), _zonder_vaste(nieuw, weg_nieuw, beide)


_Gelezen = list[list[tuple[int, int, str]]]
"""Of each page the lines that may be a header or footer: from where to where, and how it reads without page number."""


def _gelezen_randen(paginas: Sequence[str]) -> _Gelezen:
    rijen = [
        [regel for regel in _REGEL.finditer(ruw) if not leeg[regel.start() : regel.end()].strip()]
        for ruw, leeg in zip(paginas, zonder_randen(paginas), strict=True)
    ]
    tellen = Counter(
        int(getal) - blad
        for blad, rij in enumerate(rijen)
        for getal in {getal[1] for regel in rij for getal in _NUMMER_VAN.finditer(regel[0])}
    )
    nummering = {begin for begin, keren in tellen.items() if keren >= _MINSTENS}

    def gelezen(regel: str, blad: int) -> str:
        def nummer(getal: re.Match[str]) -> str:
            return f"#{getal[2] and '/#'}" if int(getal[1]) - blad in nummering else getal[0]

        return " ".join(_NUMMER_VAN.sub(nummer, regel).split())

    return [[(regel.start(), regel.end(), gelezen(regel[0], blad)) for regel in rij] for blad, rij in enumerate(rijen)]


def _vaste_regels(rijen: _Gelezen, bladen: int) -> set[str]:
    """Return the lines that a version repeats: those with a figure of their own only when most pages have them."""
    keren = Counter(regel for rij in rijen for regel in {regel for _, _, regel in rij})
    return {
        regel
        for regel, n in keren.items()
        if 2 * n > bladen or (n >= _MINSTENS and not any(teken.isnumeric() for teken in regel))
    }


def _zonder_vaste(paginas: Sequence[str], rijen: _Gelezen, vast: set[str]) -> tuple[str, ...]:
    uit = []
    for pagina, rij in zip(paginas, rijen, strict=True):
        tekst = pagina
        for van, tot, regel in rij:
            if regel in vast:
                tekst = f"{tekst[:van]}{' ' * (tot - van)}{tekst[tot:]}"
        uit.append(tekst)
    return tuple(uit)


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
