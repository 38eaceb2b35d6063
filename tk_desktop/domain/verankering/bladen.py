"""Which page of one version of a paper is which in the next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tk_desktop.domain.verankering.tekst import Bladbeeld, Documenttekst, Letters
from tk_desktop.domain.verankering.uitlijning import Blok, Uitlijning

WEINIG = 12
"""A page with fewer letters has no text to be known by."""

HOORT_BIJ = 0.3
"""A page belongs to another when it shares this much of its letters with it."""

_BITS_ANDERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladkaart:
    """How the pages of two versions overlap; all pages count from 0 here.

    ``naar_nieuw`` tells of each old page how many of its letters stand on which new page, ``naar_oud`` the reverse;
    ``letters_oud`` and ``letters_nieuw`` how many each page has. ``zonder_tekst`` joins pages of which one has no
    text, by their pictures or their order.
    """

    naar_nieuw: tuple[Mapping[int, int], ...]
    naar_oud: tuple[Mapping[int, int], ...]
    letters_oud: tuple[int, ...]
    letters_nieuw: tuple[int, ...]
    zonder_tekst: Mapping[int, int]

    def nieuw_bij(self, oud: int) -> tuple[int, float] | None:
        """Return the new page that holds most of an old one, and which share of it."""
        return _meeste(self.naar_nieuw[oud], self.letters_oud[oud])

    def oud_bij(self, nieuw: int) -> tuple[int, float] | None:
        """Return the old page of which a new one holds most, and which share of the new one that is."""
        return _meeste(self.naar_oud[nieuw], self.letters_nieuw[nieuw])


def bladkaart(
    oud: Letters, nieuw: Letters, uitlijning: Uitlijning, teksten: tuple[Documenttekst, Documenttekst]
) -> Bladkaart:
    """Return how the pages of two versions overlap."""
    grens_oud, grens_nieuw = bladgrenzen(oud), bladgrenzen(nieuw)
    naar_nieuw: list[Counter[int]] = [Counter() for _ in oud.begin]
    naar_oud: list[Counter[int]] = [Counter() for _ in nieuw.begin]
    for blok in uitlijning.blokken:
        for hier, daar, lengte in _per_blad(blok, grens_oud, grens_nieuw):
            naar_nieuw[hier][daar] += lengte
            naar_oud[daar][hier] += lengte
    breed_oud, breed_nieuw = _breedten(grens_oud), _breedten(grens_nieuw)
    vast = {
        hier: beste[0]
        for hier, tellingen in enumerate(naar_nieuw)
        if (beste := _meeste(tellingen, breed_oud[hier])) and beste[1] >= HOORT_BIJ
    }
    return Bladkaart(
        naar_nieuw=tuple(naar_nieuw),
        naar_oud=tuple(naar_oud),
        letters_oud=breed_oud,
        letters_nieuw=breed_nieuw,
        zonder_tekst=_zonder_tekst(vast, breed_oud, breed_nieuw, teksten),
    )


def bladgrenzen(tekst: Letters) -> tuple[int, ...]:
    """Return where each page begins in ``grof``, and where the last one ends."""
    return (*(tekst.in_grof(tekst.in_fijn(begin)) for begin in tekst.begin), len(tekst.grof))


def is_zelfde_beeld(een: Bladbeeld, twee: Bladbeeld) -> bool:
    """Tell whether two pictures are surely the same, to the pixel."""
    return bool(een.precies) and een.precies == twee.precies


def bits_anders(een: Bladbeeld, twee: Bladbeeld) -> int:
    """Return how many of 64 bits differ between two pictures."""
    return (een.vorm ^ twee.vorm).bit_count()


def _meeste(tellingen: Mapping[int, int], geheel: int) -> tuple[int, float] | None:
    if not tellingen:
        return None
    beste = max(tellingen, key=lambda blad: (tellingen[blad], -blad))
    return beste, tellingen[beste] / max(1, geheel)


def _breedten(grenzen: Sequence[int]) -> tuple[int, ...]:
    return tuple(tot - van for van, tot in pairwise(grenzen))


def _per_blad(blok: Blok, grens_oud: Sequence[int], grens_nieuw: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield how many letters of a stretch stand on which old page and on which new one."""
    klaar = hier = daar = 0
    while klaar < blok.lengte:
        while grens_oud[hier + 1] <= blok.oud + klaar:
            hier += 1
        while grens_nieuw[daar + 1] <= blok.nieuw + klaar:
            daar += 1
        tot = min(grens_oud[hier + 1] - blok.oud, grens_nieuw[daar + 1] - blok.nieuw, blok.lengte)
        yield hier, daar, tot - klaar
        klaar = tot


def _zonder_tekst(
    vast: Mapping[int, int],
    breed_oud: Sequence[int],
    breed_nieuw: Sequence[int],
    teksten: tuple[Documenttekst, Documenttekst],
) -> dict[int, int]:
    """Return which pages belong together where one of the two has no text: by their pictures, then by their order."""
    bezet = set(vast.values())
    los_oud = [blad for blad in range(len(breed_oud)) if blad not in vast]
    los_nieuw = [blad for blad in range(len(breed_nieuw)) if blad not in bezet]
    uit = {
        hier: daar
        for hier, daar in _zelfde_beeld(los_oud, los_nieuw, teksten)
        if min(breed_oud[hier], breed_nieuw[daar]) < WEINIG
    }
    hoeken = [(-1, -1), *sorted({**vast, **uit}.items()), (len(breed_oud), len(breed_nieuw))]
    for (hier_van, daar_van), (hier_tot, daar_tot) in pairwise(hoeken):
        hier = [blad for blad in los_oud if hier_van < blad < hier_tot]
        daar = [blad for blad in los_nieuw if daar_van < blad < daar_tot]
        if len(hier) == len(daar):
            uit |= {a: b for a, b in zip(hier, daar, strict=True) if min(breed_oud[a], breed_nieuw[b]) < WEINIG}
    return uit


def _zelfde_beeld(
    los_oud: Sequence[int], los_nieuw: Sequence[int], teksten: tuple[Documenttekst, Documenttekst]
) -> Iterator[tuple[int, int]]:
    """Yield the pages that look alike, those that look most alike first, the very same before all; each once."""
    oud, nieuw = teksten[0].beelden, teksten[1].beelden
    if not (oud and nieuw):
        return
    verschillen = sorted(
        (not is_zelfde_beeld(oud[hier], nieuw[daar]), bits_anders(oud[hier], nieuw[daar]), hier, daar)
        for hier in los_oud
        for daar in los_nieuw
    )
    gezien_oud: set[int] = set()
    gezien_nieuw: set[int] = set()
    for _, bits, hier, daar in verschillen:
        if bits <= _BITS_ANDERS and hier not in gezien_oud and daar not in gezien_nieuw:
            gezien_oud.add(hier)
            gezien_nieuw.add(daar)
            yield hier, daar
