"""Finding words on a page, as a reader means them: without accents, capitals, hyphens and ends of lines."""

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_STREPEN = frozenset("-\u00ad\u2010\u2011")


class Vindplaats(NamedTuple):
    """Where words were found: a page (from 1), and from begin to before end in its text."""

    pagina: int
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Zoektekst:
    """A text as it is searched, and for each of its letters the offset that it comes from.

    Offsets stand in an array: a set of 1 500 pages that was searched once takes 30 MB and not 160.
    """

    letters: str
    plekken: Sequence[int]

    def vind(self, woorden: "Zoektekst") -> tuple[tuple[int, int], ...]:
        """Return where the words stand in the text itself, from begin to before end; none for no words."""
        gezocht = woorden.letters.strip()
        return tuple(self._vindplaatsen(gezocht)) if gezocht else ()

    def _vindplaatsen(self, gezocht: str) -> Iterator[tuple[int, int]]:
        vanaf = self.letters.find(gezocht)
        while vanaf >= 0:
            yield self.plekken[vanaf], self.plekken[vanaf + len(gezocht) - 1] + 1
            vanaf = self.letters.find(gezocht, vanaf + len(gezocht))


def as_searched(tekst: str) -> Zoektekst:
    """Return a text with only what counts when searching.

    Letters lose their accents and capitals, ligatures fall apart. White space of any length, an end of a line too, is
    one space. Hyphens go: a word that is broken at the end of a line is found, and so is ‘re-integratie’ by
    ‘reintegratie’.
    """
    letters: list[str] = []
    plekken: list[int] = []
    for plek, teken in enumerate(tekst):
        breekt_af = teken == "\n" and plek > 0 and tekst[plek - 1] in _STREPEN
        if teken in _STREPEN or breekt_af:
            continue
        if teken.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                plekken.append(plek)
            continue
        kaal = teken if teken.isascii() else unicodedata.normalize("NFKD", teken)
        for letter in kaal.casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                plekken.append(plek)
    return Zoektekst("".join(letters), array("I", plekken))
