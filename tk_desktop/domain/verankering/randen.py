"""Headers, footers, page numbers and stamps: what repeats on pages and is no part of the running text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RANDREGELS = 4
"""So many lines at the top and at the bottom of a page are looked at."""

Regels = list[re.Match[str]]

_MINSTENS = 3
_AANDEEL = 0.3
_REGEL = re.compile(r"[^\n]*\S[^\n]*")
_CIJFERS = re.compile(r"\d+")
_NUMMER_VAN = re.compile(
    r"(?<![\d.,€$%\-])(?<!€\s)(?<!€\s-)(?<!€\s-\s)"
    r"(\d{1,4})(\s*(?:van(?: de)?|/|\|)\s*\d{1,4})?(?![\w%])(?![.,]\d)(?!\s?[%€])",
    re.I,
)
_IS_NUMMER = re.compile(
    r"\W*(?:(?:pagina|blz\.?|blad|p\.)\W*(?:\d{1,4}|#)(?:(?:\s*van\s*(?:de\s*)?|\W*[/|]\W*)(?:\d{1,4}|#))?|#(?:/#)?)\W*",
    re.I,
)
"""A line that, as it is read, is the number of its page and nothing else."""
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DAG = re.compile(
    rf"\b(?:\d{{1,2}} (?:{_MAAND}) \d{{4}}|\d{{1,2}}([-/.])\d{{1,2}}\1\d{{2,4}}|versie \d+(?:\.\d+)*)\b", re.I
)
"""The figures that a header may have without being an amount: a day, a version."""
_JAAR = re.compile(r"(?<![\d.,€-])(?<!€\s)(?:19|20)\d\d(?![\d.,%-])")
_PAGINANUMMER = re.compile(
    r"\W*(?:(?:pagina|blz\.?|blad|p\.)\W*)?\d{1,4}(?:\W*(?:van(?: de)?|/|\|)\W*\d{1,4})?\W*", re.I
)


def zonder_randen(paginas: Sequence[str]) -> tuple[str, ...]:
    """Return the pages with spaces where they repeat a header or footer, so that every offset stays what it was.

    Figures are no difference here: good for finding what belongs together, not for judging whether it is the same.
    """
    return _zonder_herhaling(paginas, _MINSTENS)


def _zonder_herhaling(paginas: Sequence[str], minstens: int) -> tuple[str, ...]:
    randen = [_randen(pagina) for pagina in paginas]
    genoeg = max(minstens, _AANDEEL * sum(1 for boven, _ in randen if boven))
    herhaald: list[set[str]] = []
    for kant in (0, 1):
        keren = Counter(sleutel for rand in randen for sleutel in {_sleutel(regel[0]) for regel in rand[kant]})
        herhaald.append({sleutel for sleutel, n in keren.items() if n >= (minstens if sleutel == "#" else genoeg)})
    return tuple(_zonder(pagina, rand, herhaald) for pagina, rand in zip(paginas, randen, strict=True))


def zonder_zelfde_randen(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pages of two versions with spaces where a header or footer is nothing to tell of.

    The number of a page never is, and is one only where it counts along with the pages or says so; nor is the very same
    line that both repeat at an edge. One that came, went or changed is told on the first page that has it. A line with
    an amount or another figure, or one that most pages do not share, is text like any other.
    """
    randen = [_gelezen_randen(paginas) for paginas in (oud, nieuw)]
    vast = [_vaste_regels(rijen, len(paginas)) for rijen, paginas in zip(randen, (oud, nieuw), strict=True)]
    beide = _bekend(vast[0], randen[0], vast[1]) & _bekend(vast[1], randen[1], vast[0])
    return (
        _zonder_vaste(oud, randen[0], beide, vast[0] - beide),
        _zonder_vaste(nieuw, randen[1], beide, vast[1] - beide),
    )


@dataclass(frozen=True, slots=True)
class _Rand:
    """A line that may be a header or footer: from where to where, how it reads without page number, and if it is one.

    ``los`` tells that it stands at an edge and repeats nothing there: it is one only when the other version repeats it.
    """

    van: int
    tot: int
    leest: str
    los: bool


_Gelezen = list[list[_Rand]]
"""Of each page the lines that may be a header or footer."""


def _gelezen_randen(paginas: Sequence[str]) -> _Gelezen:
    kort = len(paginas) < _MINSTENS
    herhaald = _zonder_herhaling(paginas, min(_MINSTENS, max(2, len(paginas))))
    rijen = [
        [(regel, bool(leeg[regel.start() : regel.end()].strip())) for regel in _regels(ruw, leeg, kort=kort)]
        for ruw, leeg in zip(paginas, herhaald, strict=True)
    ]
    tellen = Counter(
        int(getal) - blad
        for blad, rij in enumerate(rijen)
        for getal in {getal[1] for regel, _ in rij for getal in _NUMMER_VAN.finditer(regel[0])}
    )
    nummering = {begin for begin, keren in tellen.items() if keren >= _MINSTENS} or ({1} if kort else set())

    def gelezen(regel: str, blad: int) -> str:
        dagen = [dag.span() for dag in _DAG.finditer(regel)]

        def nummer(getal: re.Match[str]) -> str:
            telt_mee = int(getal[1]) - blad in nummering and not any(van <= getal.start() < tot for van, tot in dagen)
            return f"#{'/#' if getal[2] else ''}" if telt_mee else getal[0]

        return " ".join(_NUMMER_VAN.sub(nummer, regel).split())

    return [
        [_Rand(regel.start(), regel.end(), gelezen(regel[0], blad), los) for regel, los in rij]
        for blad, rij in enumerate(rijen)
    ]


def _regels(ruw: str, leeg: str, *, kort: bool) -> Iterator[re.Match[str]]:
    """Yield the lines that a page repeats; of a short paper, all lines at an edge."""
    if kort:
        boven, onder = _randen(ruw)
        yield from boven
        yield from onder
    else:
        yield from (regel for regel in _REGEL.finditer(ruw) if not leeg[regel.start() : regel.end()].strip())


def _vaste_regels(rijen: _Gelezen, bladen: int) -> set[str]:
    """Return the lines that a version repeats: those with a figure of their own only when most pages have them.

    The year that a header has beside the number of its page is no such figure: left and right pages may differ.
    """
    keren = Counter(leest for rij in rijen for leest in {rand.leest for rand in rij if not rand.los})
    return {regel for regel, n in keren.items() if 2 * n > bladen or (n >= _MINSTENS and not _has_figure(regel))}


def _has_figure(regel: str) -> bool:
    zonder_jaar = _JAAR.sub("", regel) if "#" in regel else regel
    return any(teken.isnumeric() for teken in zonder_jaar)


def _bekend(vast: set[str], rijen: _Gelezen, elders: set[str]) -> set[str]:
    """Return what a version repeats, with what it has at an edge and the other one repeats."""
    return vast | {rand.leest for rij in rijen for rand in rij if rand.leest in elders}


def _zonder_vaste(paginas: Sequence[str], rijen: _Gelezen, vast: set[str], eigen: set[str]) -> tuple[str, ...]:
    """Blank page numbers and lines in ``vast``, and after their first time those in ``eigen`` without an amount."""
    uit = []
    verteld: set[str] = set()
    for pagina, rij in zip(paginas, rijen, strict=True):
        tekst = pagina
        for rand in rij:
            eenmaal = rand.leest in eigen and not any(teken.isnumeric() for teken in _DAG.sub("", rand.leest))
            buitenste = not (rand.los and pagina[: rand.van].strip() and pagina[rand.tot :].strip())
            nummer = buitenste and _IS_NUMMER.fullmatch(rand.leest)
            if rand.leest in vast or nummer or (eenmaal and rand.leest in verteld):
                tekst = f"{tekst[: rand.van]}{' ' * (rand.tot - rand.van)}{tekst[rand.tot :]}"
            elif eenmaal:
                verteld.add(rand.leest)
        uit.append(tekst if tekst.strip() else pagina)
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
