"""Which page of which paper a page of some file is: by its words, and where it has none by the pages around it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_WOORD = re.compile(r"\w+")
_STEMPEL = 30
"""Words that a set prints on a page of a paper: number, item, the way back."""

_GENOEG = 0.9
_VER = 50
_ZELDZAAM = 60
"""A word on more pages than this does not tell which page it is."""

_HELFT = 0.5


class Bladplek(NamedTuple):
    """A page (from 1) of a paper, by the key of the paper."""

    papier: str
    pagina: int


class Bladvinder:
    """Knows the words on the pages of the papers of a meeting; the first papers win where pages are the same."""

    def __init__(self, papieren: Mapping[str, Sequence[str]]) -> None:
        self._paginas = [
            (Bladplek(papier, nummer), _words(tekst))
            for papier, teksten in papieren.items()
            for nummer, tekst in enumerate(teksten, 1)
        ]
        self._rang = {plek: rang for rang, (plek, _) in enumerate(self._paginas)}
        self._met_woord: dict[str, list[int]] = {}
        for rang, (_, woorden) in enumerate(self._paginas):
            for woord in woorden:
                self._met_woord.setdefault(woord, []).append(rang)

    def find(self, teksten: Sequence[str], paginas: Sequence[int]) -> dict[int, Bladplek]:
        """Return where these pages (from 1) of a file with these texts belong; what belongs nowhere is left out."""
        gevonden: dict[int, Bladplek] = {}
        for nummer in sorted(set(paginas)):
            plek = self._plek(teksten, nummer, gevonden)
            if plek is not None:
                gevonden[nummer] = plek
        return gevonden

    def _plek(self, teksten: Sequence[str], nummer: int, gevonden: dict[int, Bladplek]) -> Bladplek | None:
        woorden = _words(teksten[nummer - 1])
        if woorden.total() > _STEMPEL:
            return self._op_woorden(woorden, nummer, gevonden)
        hier = self._op_woorden(woorden, nummer, gevonden) if woorden else None
        return hier or self._naast(teksten, nummer, gevonden)

    def _op_woorden(self, woorden: Counter[str], nummer: int, gevonden: dict[int, Bladplek]) -> Bladplek | None:
        beste: Bladplek | None = None
        hoogste = (_GENOEG, False, False, 0)
        verwacht = self._na(max((n for n in gevonden if n < nummer), default=0), nummer, gevonden)
        for rang in self._kandidaten(woorden):
            plek, daar = self._paginas[rang]
            als = _likeness(woorden, daar)
            score = (als, plek == verwacht, plek.pagina == nummer, -rang)
            if als >= _GENOEG and (beste is None or score > hoogste):
                beste, hoogste = plek, score
        return beste

    def _kandidaten(self, woorden: Counter[str]) -> Sequence[int]:
        """Return the pages worth comparing: those with the same rare words, all where no word is rare."""
        stemmen: Counter[int] = Counter()
        for woord in woorden:
            rangen = self._met_woord.get(woord, ())
            if len(rangen) <= _ZELDZAAM:
                stemmen.update(rangen)
        if not stemmen:
            return range(len(self._paginas))
        grens = max(stemmen.values()) * _HELFT
        return sorted(rang for rang, aantal in stemmen.items() if aantal >= grens)

    def _naast(self, teksten: Sequence[str], nummer: int, gevonden: dict[int, Bladplek]) -> Bladplek | None:
        """Place a page without words behind the nearest page before it that has them, when that one is known."""
        for vorige in range(nummer - 1, max(0, nummer - _VER), -1):
            woorden = _words(teksten[vorige - 1])
            if vorige not in gevonden and woorden.total() > 0:
                plek = self._op_woorden(woorden, vorige, gevonden)
                if plek is not None:
                    return self._leeg(self._na(vorige, nummer, {vorige: plek}))
            elif vorige in gevonden:
                return self._leeg(self._na(vorige, nummer, gevonden))
        return None if any(map(_words, teksten)) else self._even_leeg(len(teksten), nummer)

    def _even_leeg(self, lengte: int, nummer: int) -> Bladplek | None:
        """Return the page of the first paper of that many pages that has no words either."""
        woorden: dict[str, list[int]] = {}
        for plek, daar in self._paginas:
            woorden.setdefault(plek.papier, []).append(daar.total())
        leeg = (papier for papier, tellingen in woorden.items() if len(tellingen) == lengte and not any(tellingen))
        papier = next(leeg, "")
        return Bladplek(papier, nummer) if papier else None

    def _na(self, vorige: int, nummer: int, gevonden: Mapping[int, Bladplek]) -> Bladplek | None:
        plek = gevonden.get(vorige)
        if plek is None:
            return None
        rang = self._rang[plek] + nummer - vorige
        return self._paginas[rang][0] if rang < len(self._paginas) else None

    def _leeg(self, plek: Bladplek | None) -> Bladplek | None:
        return plek if plek is not None and self._paginas[self._rang[plek]][1].total() == 0 else None


def _words(tekst: str) -> Counter[str]:
    return Counter(_WOORD.findall(tekst.casefold()))


def _likeness(woorden: Counter[str], daar: Counter[str]) -> float:
    """Return from 0 to 1 how much of a page is on another; a few words more, as a stamp prints, count for nothing."""
    hier_aantal, daar_aantal = woorden.total(), daar.total()
    if not daar_aantal or not -_STEMPEL <= hier_aantal - daar_aantal <= _STEMPEL + daar_aantal // 5:
        return 0.0
    samen = (woorden & daar).total()
    extra = max(0, hier_aantal - samen - _STEMPEL)
    return samen / (daar_aantal + extra)
