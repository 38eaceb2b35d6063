"""Which stretches of one version of a text stand where in the next, also when parts changed places.

In three steps, as in patience comparison: words that occur once in both versions, each grown as far as both read the
same; the longest first, no letter twice; then what lies between them, letter for letter and word for word.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tk_desktop.domain.verankering.reeks import gemeenschappelijk
from tk_desktop.domain.verankering.tekst import Letters

ZAAD = 16
"""So many letters from the begin of a word must occur once in both versions to start from: some four words."""

_ZAAD_IN_GAT = 7
_ALLEEN = 40
"""A stretch that stands far from all it stood beside must be this long: chance finds short ones."""
_NABIJ = 400
_MEESTE_CELLEN = 9_000_000


Gat = tuple[int, int, int, int]
"""What lies between stretches: (old from, to, new from, to)."""


@dataclass(frozen=True, slots=True)
class Blok:
    """So many letters that read the same: from ``oud`` in one text, from ``nieuw`` in the other.

    ``zeker``: it grew from words that occur once in each. What was found between two others is as sure as they are.
    """

    oud: int
    nieuw: int
    lengte: int
    zeker: bool = False

    @property
    def oud_eind(self) -> int:
        """The first letter of the old text behind it."""
        return self.oud + self.lengte

    @property
    def nieuw_eind(self) -> int:
        """The first letter of the new text behind it."""
        return self.nieuw + self.lengte


@dataclass(frozen=True)
class Uitlijning:
    """All stretches that stayed, in the order of the old text; none shares a letter with another."""

    blokken: tuple[Blok, ...]

    @cached_property
    def _begin(self) -> list[int]:
        return [blok.oud for blok in self.blokken]

    @cached_property
    def in_nieuw(self) -> tuple[Blok, ...]:
        """The stretches in the order of the new text."""
        return tuple(sorted(self.blokken, key=lambda blok: blok.nieuw))

    @cached_property
    def _begin_nieuw(self) -> list[int]:
        return [blok.nieuw for blok in self.in_nieuw]

    def over(self, begin: int, eind: int) -> tuple[Blok, ...]:
        """Return the stretches, cut to size, that hold letters of the old text from ``begin`` to ``eind``."""
        eerste = max(0, bisect_right(self._begin, begin) - 1)
        laatste = bisect_left(self._begin, eind)
        return tuple(_knip(self.blokken[eerste:laatste], begin, eind))

    def blok_op(self, plaats: int) -> Blok:
        """Return the whole stretch that holds a letter of the old text; there must be one."""
        return self.blokken[bisect_right(self._begin, plaats) - 1]

    def voor(self, plaats: int) -> Blok | None:
        """Return the last stretch that ends at or before a place of the old text."""
        rang = bisect_left(self._begin, plaats) - 1
        if rang >= 0 and self.blokken[rang].oud_eind > plaats:
            rang -= 1
        return self.blokken[rang] if rang >= 0 else None

    def na(self, plaats: int) -> Blok | None:
        """Return the first stretch that begins at or behind a place of the old text."""
        rang = bisect_left(self._begin, plaats)
        return self.blokken[rang] if rang < len(self.blokken) else None

    def buren_in_nieuw(self, eerste: Blok, laatste: Blok) -> tuple[Blok | None, Blok | None]:
        """Return the stretches right before one and right behind another in the new text."""
        voor, na = bisect_left(self._begin_nieuw, eerste.nieuw), bisect_right(self._begin_nieuw, laatste.nieuw)
        return self.in_nieuw[voor - 1] if voor else None, self.in_nieuw[na] if na < len(self.in_nieuw) else None

    def uit_oud(self, begin: int, eind: int) -> int:
        """Return how many letters of the new text from ``begin`` to ``eind`` stood in the old text as well."""
        eerste = max(0, bisect_right(self._begin_nieuw, begin) - 1)
        laatste = bisect_left(self._begin_nieuw, eind)
        blokken = self.in_nieuw[eerste:laatste]
        return sum(max(0, min(blok.nieuw_eind, eind) - max(blok.nieuw, begin)) for blok in blokken)


def lijn_uit(oud: Letters, nieuw: Letters) -> Uitlijning:
    """Align two versions of a text."""
    blokken = _zonder_toeval(_gretig(_gegroeid(oud, nieuw), len(oud.grof), len(nieuw.grof)))
    for vul in (_zaai_in_gat, _woorden_in_gat):
        blokken = _vul_gaten(blokken, oud, nieuw, vul)
    return Uitlijning(blokken=tuple(blokken))


def lijn_stuk_uit(oud: Letters, nieuw: Letters, van: int, tot: int) -> Uitlijning:
    """Align a short text with a part of a long one; what is long and occurs there once is ``zeker``."""
    blokken = _woorden_in_gat(oud, nieuw, (0, len(oud.grof), van, tot))
    return Uitlijning(
        blokken=tuple(
            replace(blok, zeker=blok.lengte >= ZAAD and _eens(oud.grof[blok.oud : blok.oud_eind], nieuw.grof))
            for blok in blokken
        )
    )


def _eens(deel: str, tekst: str) -> bool:
    """Tell whether a text holds a part once; parts that share letters count as two."""
    return tekst.find(deel) == tekst.rfind(deel) >= 0


def _knip(blokken: Iterable[Blok], begin: int, eind: int) -> Iterator[Blok]:
    for blok in blokken:
        van, tot = max(blok.oud, begin), min(blok.oud_eind, eind)
        if van < tot:
            yield Blok(van, blok.nieuw + van - blok.oud, tot - van, blok.zeker)


def _gegroeid(oud: Letters, nieuw: Letters) -> list[Blok]:
    """Return the stretches around all words that occur once in both; they may still share letters."""
    hier, daar = _eenmalig(oud.grof, oud.woorden, ZAAD), _eenmalig(nieuw.grof, nieuw.woorden, ZAAD)
    tot: dict[int, int] = {}
    uit = []
    for zaad, plaats in hier.items():
        ander = daar.get(zaad)
        if ander is not None and tot.get(ander - plaats, 0) <= plaats:
            blok = _groei(oud, nieuw, plaats, ander, zeker=True)
            tot[ander - plaats] = blok.oud_eind
            uit.append(blok)
    return uit


def _eenmalig(tekst: str, woorden: Iterable[int], lengte: int) -> dict[str, int]:
    """Return the begins of words that occur once in a text, by their letters."""
    laatste = len(tekst) - lengte
    zaden = [(tekst[plaats : plaats + lengte], plaats) for plaats in woorden if plaats <= laatste]
    keren = Counter(zaad for zaad, _ in zaden)
    return {zaad: plaats for zaad, plaats in zaden if keren[zaad] == 1}


def _groei(oud: Letters, nieuw: Letters, hier: int, daar: int, *, gat: Gat | None = None, zeker: bool = False) -> Blok:
    """Return the longest stretch of whole words that reads the same around two places, within a gap."""
    a0, a1, b0, b1 = gat or (0, len(oud.grof), 0, len(nieuw.grof))
    links, rechts = oud.grof, nieuw.grof
    verder = _gelijk(lambda n: links[hier : hier + n] == rechts[daar : daar + n], min(a1 - hier, b1 - daar))
    terug = _gelijk(lambda n: links[hier - n : hier] == rechts[daar - n : daar], min(hier - a0, daar - b0))
    return _hele_woorden(oud, nieuw, Blok(hier - terug, daar - terug, terug + verder, zeker))


def _hele_woorden(oud: Letters, nieuw: Letters, blok: Blok) -> Blok:
    """Return a stretch without the letters at its edges that by chance are those of another word as well."""
    schuif = blok.nieuw - blok.oud
    begin = bisect_left(oud.woorden, blok.oud)
    eind = bisect_right(oud.woorden, blok.oud_eind) - 1
    while begin <= eind and not nieuw.is_woordbegin(oud.woorden[begin] + schuif):
        begin += 1
    while eind > begin and not nieuw.is_woordbegin(oud.woorden[eind] + schuif):
        eind -= 1
    van = oud.woorden[begin] if begin <= eind else blok.oud
    tot = oud.woorden[eind] if eind > begin else blok.oud_eind
    if blok.oud_eind == len(oud.grof) and blok.nieuw_eind == len(nieuw.grof):
        tot = blok.oud_eind
    return Blok(van, van + schuif, tot - van, blok.zeker)


def _gelijk(zelfde: Callable[[int], bool], hoogstens: int) -> int:
    """Return the largest length for which ``zelfde`` holds: doubling first, then halving."""
    goed, stap = 0, 16
    while goed + stap <= hoogstens and zelfde(goed + stap):
        goed += stap
        stap *= 2
    fout = min(goed + stap, hoogstens + 1)
    while goed + 1 < fout:
        midden = (goed + fout) // 2
        if zelfde(midden):
            goed = midden
        else:
            fout = midden
    return goed


def _gretig(blokken: Iterable[Blok], lengte_oud: int, lengte_nieuw: int) -> list[Blok]:
    """Return the longest stretches, shorter ones cut where they meet a longer one, in the order of the old text."""
    bezet_oud, bezet_nieuw = bytearray(lengte_oud), bytearray(lengte_nieuw)
    uit = []
    for blok in sorted(blokken, key=lambda blok: (-blok.lengte, blok.oud, blok.nieuw)):
        over = _vrij(blok, bezet_oud, bezet_nieuw)
        if over is not None:
            uit.append(over)
            bezet_oud[over.oud : over.oud_eind] = b"\1" * over.lengte
            bezet_nieuw[over.nieuw : over.nieuw_eind] = b"\1" * over.lengte
    return sorted(uit, key=lambda blok: blok.oud)


def _vrij(blok: Blok, bezet_oud: bytearray, bezet_nieuw: bytearray) -> Blok | None:
    """Return the longest part of a stretch that no other has taken."""
    if not (any(bezet_oud[blok.oud : blok.oud_eind]) or any(bezet_nieuw[blok.nieuw : blok.nieuw_eind])):
        return blok
    bezet = bytes(
        een | twee
        for een, twee in zip(
            bezet_oud[blok.oud : blok.oud_eind], bezet_nieuw[blok.nieuw : blok.nieuw_eind], strict=True
        )
    )
    langste = max(bezet.split(b"\1"), key=len)
    if len(langste) < ZAAD // 2:
        return None
    van = bezet.index(langste)
    return Blok(blok.oud + van, blok.nieuw + van, len(langste), blok.zeker)


def _zonder_toeval(blokken: list[Blok]) -> list[Blok]:
    """Leave out short stretches that stand near none of the stretches they stood beside."""
    return [blok for rang, blok in enumerate(blokken) if blok.lengte >= _ALLEEN or _gesteund(blokken, rang)]


def _gesteund(blokken: list[Blok], rang: int) -> bool:
    blok = blokken[rang]
    buren = [blokken[ander] for ander in (rang - 1, rang + 1) if 0 <= ander < len(blokken)]
    return any(_nabij(blok, buur) for buur in buren)


def _nabij(een: Blok, ander: Blok) -> bool:
    """Tell whether two stretches stand about as far apart as they stood, in the same order."""
    eerste, tweede = (een, ander) if een.oud < ander.oud else (ander, een)
    stond, staat = tweede.oud - eerste.oud_eind, tweede.nieuw - eerste.nieuw_eind
    return 0 <= staat <= 2 * stond + _NABIJ and stond <= 2 * staat + _NABIJ


def _vul_gaten(
    blokken: list[Blok], oud: Letters, nieuw: Letters, vul: Callable[[Letters, Letters, Gat], list[Blok]]
) -> list[Blok]:
    """Return the stretches with those that ``vul`` finds between them; the gaps that have most in common first."""
    gevonden = [(gat, vul(oud, nieuw, gat)) for gat in _gaten(blokken, len(oud.grof), len(nieuw.grof))]
    gevonden.sort(key=lambda paar: -sum(blok.lengte for blok in paar[1]))
    uit = list(blokken)
    gevuld: set[tuple[str, int]] = set()
    for (van, _, daar, _), nieuwe in gevonden:
        if gevuld.isdisjoint({("oud", van), ("nieuw", daar)}):
            gevuld |= {("oud", van), ("nieuw", daar)}
            uit.extend(nieuwe)
    return sorted(uit, key=lambda blok: blok.oud)


def _gaten(blokken: list[Blok], lengte_oud: int, lengte_nieuw: int) -> Iterator[Gat]:
    """Yield what lies between stretches: one gap between two that stayed neighbours, else behind one and before one."""
    randen = [Blok(0, 0, 0), *blokken, Blok(lengte_oud, lengte_nieuw, 0)]
    in_nieuw = sorted(range(len(randen)), key=lambda nummer: randen[nummer].nieuw)
    rang = {nummer: plaats for plaats, nummer in enumerate(in_nieuw)}
    for nummer, (vorig, volgend) in enumerate(pairwise(randen)):
        van, tot = vorig.oud_eind, volgend.oud
        if van == tot:
            continue
        erna = randen[in_nieuw[min(rang[nummer] + 1, len(randen) - 1)]]
        ervoor = randen[in_nieuw[max(rang[nummer + 1] - 1, 0)]]
        for van_nieuw, tot_nieuw in {(vorig.nieuw_eind, erna.nieuw), (ervoor.nieuw_eind, volgend.nieuw)}:
            if van_nieuw < tot_nieuw:
                yield van, tot, van_nieuw, tot_nieuw


def _zaai_in_gat(oud: Letters, nieuw: Letters, gat: Gat) -> list[Blok]:
    """Find in a gap the words that occur once on both sides of it, grown and the longest first."""
    a0, a1, b0, b1 = gat
    if min(a1 - a0, b1 - b0) < 3 * ZAAD:
        return []
    hier = _eenmalig(oud.grof, _tussen(oud.woorden, a0, a1 - _ZAAD_IN_GAT), _ZAAD_IN_GAT)
    daar = _eenmalig(nieuw.grof, _tussen(nieuw.woorden, b0, b1 - _ZAAD_IN_GAT), _ZAAD_IN_GAT)
    blokken = [_groei(oud, nieuw, plaats, daar[zaad], gat=gat) for zaad, plaats in hier.items() if zaad in daar]
    return _rijzend(blokken)


def _tussen(rijzend: Sequence[int], van: int, tot: int) -> list[int]:
    return list(rijzend[bisect_left(rijzend, van) : bisect_left(rijzend, tot)])


def _rijzend(blokken: Iterable[Blok]) -> list[Blok]:
    """Return the longest stretches that keep their order and share no letter."""
    uit: list[Blok] = []
    for blok in sorted(set(blokken), key=lambda blok: (-blok.lengte, blok.oud, blok.nieuw)):
        rang = bisect_left(uit, blok.oud, key=lambda ander: ander.oud)
        vorig, volgend = uit[rang - 1] if rang else None, uit[rang] if rang < len(uit) else None
        past_voor = vorig is None or (vorig.oud_eind <= blok.oud and vorig.nieuw_eind <= blok.nieuw)
        past_na = volgend is None or (blok.oud_eind <= volgend.oud and blok.nieuw_eind <= volgend.nieuw)
        if past_voor and past_na:
            uit.insert(rang, blok)
    return uit


def _woorden_in_gat(oud: Letters, nieuw: Letters, gat: Gat) -> list[Blok]:
    """Find in a gap the most words that stayed in their order."""
    a0, a1, b0, b1 = gat
    links, rechts = _woordrij(oud, a0, a1), _woordrij(nieuw, b0, b1)
    if not links or not rechts or len(links) * len(rechts) > _MEESTE_CELLEN:
        return []
    paren = gemeenschappelijk([woord for _, woord in links], [woord for _, woord in rechts])
    uit: list[Blok] = []
    for i, j in paren:
        (hier, woord), daar = links[i], rechts[j][0]
        if uit and uit[-1].oud_eind == hier and uit[-1].nieuw_eind == daar:
            uit[-1] = Blok(uit[-1].oud, uit[-1].nieuw, uit[-1].lengte + len(woord))
        else:
            uit.append(Blok(hier, daar, len(woord)))
    return uit


def _woordrij(tekst: Letters, van: int, tot: int) -> list[tuple[int, str]]:
    begin = _tussen(tekst.woorden, van, tot)
    if not begin or begin[0] != van:
        begin.insert(0, van)
    return [(een, tekst.grof[een:ander]) for een, ander in zip(begin, [*begin[1:], tot], strict=True)]
