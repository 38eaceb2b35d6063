"""The text of a paper reduced to what stays the same however it was set and however it was read.

Another width of line, hyphens at its end, other spaces, ligatures, other quotation marks and lost glyphs are no other
words. Every letter that is kept knows where it stands on its page, so that a place found here is a place there.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tk_desktop.domain.verankering.randen import zonder_randen

VERLOREN = "\ufffd"
"""How a glyph that no machine can read stands in ``Letters.fijn``."""

_VROEG = 0.75
"""A line that is shorter than this share of the longest one on its page ends a paragraph."""

_STREEP = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_VAST = "\u2060"
_AFBREKING = re.compile(rf"(?<=[^\W\d_])[{_STREEP}](?:\s*\n\s*)?(?=[^\W\d_])")
_LOSSE_STREEP = re.compile(rf"(?<!\d)[{_STREEP}](?!\d)")
_TI_ALS_V = re.compile(r"(?<=[a-zà-ÿ])V(?=[a-zà-ÿ])")
_PUNTJES = re.compile(r"\.(?=\s?\.)")
_WOORD = re.compile(r"\S+")
_WOORD_OF_TEKEN = re.compile(r"[•▪◦·➢●○■□➔✓✔►▶☐☑☒✗✘]|[^\s•▪◦·➢●○■□➔✓✔►▶☐☑☒✗✘]+")
_EIGEN_TEKEN = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")
_ENKEL = frozenset("‘’‚‛′ʼ´`")
_DUBBEL = frozenset("“”„‟«»″")
_OPSOMMING = frozenset("•▪◦·➢●○■□➔✓✔►▶*")
_LIGATUURLETTERS = frozenset("ftil")
_VREEMD = frozenset(("Co", "Cn", "Cs"))


Bladbereik = tuple[int, int, int]
"""A page (from 1) with offsets in its text: from the first sign to before the last."""


@dataclass(frozen=True, slots=True)
class Bladbeeld:
    """What a page looks like: ``vorm`` is 64 bits that are alike for pictures that look alike.

    ``precies`` is a digest of the picture to the pixel, the same only for the very same picture; empty when not known.
    """

    vorm: int
    precies: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Documenttekst:
    """One version of a paper as it was read: the text of each page.

    ``beelden`` holds, where it is known, the picture of each page: the only thing that pages without words are known
    by.
    """

    paginas: tuple[str, ...]
    beelden: tuple[Bladbeeld, ...] = ()

    def __post_init__(self) -> None:
        if self.beelden and len(self.beelden) != len(self.paginas):
            raise ValueError("elke bladzijde heeft een beeld, of geen enkele")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The running text of all pages as one row of letters, without what repeats on every page.

    ``fijn`` keeps case and signs, and leaves out white space, hyphens and marks of items; ``grof`` keeps letters and
    digits alone, without accents, case and the letters of ligatures (f, t, i, l), which are lost first. ``plek`` tells
    the place of each letter of ``fijn`` in all texts laid end to end, ``naar_fijn`` that of each of ``grof`` in
    ``fijn``, ``woorden`` where words begin in ``grof``, ``begin`` where pages begin in all texts.
    """

    fijn: str
    plek: tuple[int, ...]
    grof: str
    naar_fijn: tuple[int, ...]
    woorden: tuple[int, ...]
    begin: tuple[int, ...]

    def in_fijn(self, plaats: int) -> int:
        """Return the first letter of ``fijn`` at or behind a place in all texts."""
        return bisect_left(self.plek, plaats)

    def in_grof(self, fijn: int) -> int:
        """Return the first letter of ``grof`` at or behind one of ``fijn``."""
        return bisect_left(self.naar_fijn, fijn)

    def is_woordbegin(self, grof: int) -> bool:
        """Tell whether a word begins at a place of ``grof``; the end of the text counts as one."""
        rang = bisect_left(self.woorden, grof)
        return grof == len(self.grof) or (rang < len(self.woorden) and self.woorden[rang] == grof)

    def plaats(self, pagina: int, offset: int) -> int:
        """Return the place in all texts of an offset on a page (from 1)."""
        return self.begin[pagina - 1] + offset

    def op_pagina(self, plaats: int) -> tuple[int, int]:
        """Return the page (from 1) and the offset there of a place in all texts."""
        pagina = bisect_right(self.begin, plaats)
        return pagina, plaats - self.begin[pagina - 1]


@dataclass(frozen=True, slots=True)
class Woord:
    """A word of a paper: as one reads it, as it is compared, and from where to where it stands in all texts.

    ``sleutel`` is it with every figure, sign and mark (``tekens``); ``pagina`` counts from 1; ``alinea`` tells whether
    a paragraph seems to begin with it: the line before it ended early.
    """

    tekst: str
    sleutel: str
    plaats: int
    eind: int
    pagina: int
    alinea: bool


def woorden(paginas: Sequence[str], leesbaar: Sequence[str]) -> tuple[Woord, ...]:
    """Return the words and the marks of a paper; one that was broken at the end of a line is whole.

    ``leesbaar`` are the pages with spaces where nothing is to be read, equally long.
    """
    uit: list[Woord] = []
    basis = 0
    for nummer, (ruw, pagina) in enumerate(zip(paginas, leesbaar, strict=True), 1):
        vorige = 0
        langste = max(map(len, pagina.splitlines()), default=0)
        for treffer in _WOORD_OF_TEKEN.finditer(_heel(pagina)):
            sleutel = "".join(_STRENG[teken] for teken in treffer[0])
            if sleutel:
                tussen = pagina[vorige : treffer.start()]
                einde = pagina.rfind("\n", 0, vorige)
                alinea = not vorige or ("\n" in tussen and vorige - einde < _VROEG * langste)
                leesbare = "".join(
                    ruw[treffer.start() + plek] for plek, teken in enumerate(treffer[0]) if teken != _VAST
                )
                van, tot = basis + treffer.start(), basis + treffer.end()
                uit.append(Woord(leesbare, sleutel, van, tot, nummer, alinea))
                vorige = treffer.end()
        basis += len(ruw)
    return tuple(uit)


def tekens(tekst: str) -> str:
    """Return a text as it is judged: every letter, figure, sign and mark of it, however its lines were broken."""
    return "".join(_STRENG[teken] for teken in _heel(unicodedata.normalize("NFC", tekst)))


def zelfde_tekens(links: str, rechts: str) -> bool:
    """Tell whether two texts are the same in every word, figure, sign and mark, apart from glyphs that one has lost."""
    return zelfde_woorden(tekens(links), tekens(rechts))


def letters(tekst: Documenttekst) -> Letters:
    """Reduce the text of a paper."""
    return _reduceer(tekst.paginas, zonder_randen(tekst.paginas))


def letters_van(*paginas: str) -> Letters:
    """Reduce texts in which nothing repeats on every page: a passage, or one page."""
    return _reduceer(paginas, paginas)


def zelfde_woorden(links: str, rechts: str) -> bool:
    """Tell whether two pieces of ``Letters.fijn`` read the same, apart from glyphs that one of them has lost."""
    if links == rechts:
        return True
    return (VERLOREN in links or VERLOREN in rechts) and zonder_ligaturen(links) == zonder_ligaturen(rechts)


def zonder_ligaturen(tekst: str) -> str:
    """Return a piece of ``Letters.fijn`` without the glyphs that are lost first."""
    return "".join(teken for teken in tekst if teken not in _LIGATUURLETTERS and teken != VERLOREN)


def _reduceer(paginas: Iterable[str], leesbaar: Iterable[str]) -> Letters:
    """Reduce the pages; ``leesbaar`` are those pages with spaces where nothing may be read, equally long."""
    begin: list[int] = []
    fijn: list[str] = []
    plek: list[int] = []
    woorden: list[int] = []
    basis = 0
    for ruw, pagina in zip(paginas, leesbaar, strict=True):
        begin.append(basis)
        tekst = _gelijke_tekens(pagina)
        stukken = [_FIJN[teken] for teken in tekst]
        fijn += stukken
        plek += [nummer for nummer, stuk in enumerate(stukken, basis) for _ in stuk]
        woorden.extend([basis + woord.start() for woord in _WOORD.finditer(tekst)])
        basis += len(ruw)
    samen = "".join(fijn)
    grof = [_GROF[teken] for teken in samen]
    naar_fijn = tuple([nummer for nummer, stuk in enumerate(grof) for _ in stuk])
    return Letters(
        fijn=samen,
        plek=tuple(plek),
        grof="".join(grof),
        naar_fijn=naar_fijn,
        woorden=_woordbegin(woorden, plek, naar_fijn),
        begin=tuple(begin),
    )


def _gelijke_tekens(pagina: str) -> str:
    """Return a text of the same length in which hyphens and loose dashes are gone and lost glyphs are known."""
    return _LOSSE_STREEP.sub(" ", _heel(pagina))


def _heel(pagina: str) -> str:
    """Return a text of the same length in which words are whole, leaders are a point and lost glyphs are known."""

    def vast(treffer: re.Match[str]) -> str:
        return _VAST * len(treffer[0])

    return _TI_ALS_V.sub(VERLOREN, _PUNTJES.sub(" ", _AFBREKING.sub(vast, pagina)))


def _woordbegin(woorden: Sequence[int], plek: Sequence[int], naar_fijn: Sequence[int]) -> tuple[int, ...]:
    """Return the first letter in ``grof`` of each word that has one, by the places where words begin."""
    plaatsen = [plek[fijn] for fijn in naar_fijn]
    eerste = dict.fromkeys(bisect_left(plaatsen, woord) for woord in woorden)
    return tuple(nummer for nummer in eerste if nummer < len(plaatsen))


class _Fijn(dict[str, str]):
    """What each character is in ``Letters.fijn``; found out once."""

    def __missing__(self, teken: str) -> str:
        self[teken] = gelezen = _fijn(teken)
        return gelezen


class _Streng(dict[str, str]):
    """What each character is where two texts are judged; found out once."""

    def __missing__(self, teken: str) -> str:
        self[teken] = gelezen = _streng(teken)
        return gelezen


class _Grof(dict[str, str]):
    """What each character of ``Letters.fijn`` is in ``Letters.grof``; found out once."""

    def __missing__(self, teken: str) -> str:
        self[teken] = gelezen = _grof(teken)
        return gelezen


def _fijn(teken: str) -> str:
    if teken in {VERLOREN, "▯"} or unicodedata.category(teken) in _VREEMD:
        return VERLOREN
    if teken.isspace() or teken in _OPSOMMING or unicodedata.category(teken) in {"Cc", "Cf"}:
        return ""
    if teken in _ENKEL:
        return "'"
    if teken in _DUBBEL:
        return '"'
    if teken in _STREEP:
        return "-"
    return "".join(deel for deel in unicodedata.normalize("NFKC", teken) if not deel.isspace())


def _streng(teken: str) -> str:
    """Return a character as it is judged: marks of items, ticks, raised figures and own glyphs are kept apart."""
    soort = unicodedata.category(teken)
    eigen = teken in _OPSOMMING or soort == "Co" or unicodedata.decomposition(teken).startswith(_EIGEN_TEKEN)
    return teken if eigen else _FIJN[teken]


def _grof(teken: str) -> str:
    ontleed = unicodedata.normalize("NFKD", teken).casefold()
    return "".join(deel for deel in ontleed if deel.isalnum() and deel not in _LIGATUURLETTERS)


_FIJN, _GROF, _STRENG = _Fijn(), _Grof(), _Streng()
