"""What a row looks like, given the values that nobody replaced: a pure function, the same on every laptop."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple

from tk_desktop.domain.bereik import SEC
from tk_desktop.domain.bewerking import RIJ, WEG, Waarde, gezien
from tk_desktop.store.reizend import PLAATSEN
from tk_desktop.store.vormen import Kolom, Vorm

VERBORGEN, GETOOND, ZONDER_DOEL, WEG_GELDT_NIET, ONBEKEND, ELDERS = range(6)
"""``kop.getoond``; see ``db/migrations/0014``."""

_MEESTE_POGINGEN = 200
_WOORD = re.compile(r"\w+")


class Kop(NamedTuple):
    """A value of a field that nobody replaced."""

    veld: str
    bereik: str
    id: str
    hlc: int
    waarde: Waarde
    getoond: int
    rij: str

    @property
    def rang(self) -> tuple[int, str]:
        """By what the latest is chosen."""
        return (self.hlc, self.id)


KaleKop = tuple[str, str, str, int, Waarde, int, str]
"""The fields of a ``Kop`` as they come from the database."""


def gewone_rij(vorm: Vorm, koppen: Sequence[KaleKop]) -> tuple[Waarde, ...] | None:
    """Return what stands in the columns of a row of one scope of which every value was written once and is shown.

    ``None`` of any other row: ``rijstand`` tells of those. Nearly all rows are of this kind, and soon told.
    """
    velden = {veld: waarde for veld, _, _, _, waarde, _, _ in koppen}
    if len(velden) < len(koppen) or not vorm.verplicht <= velden.keys() <= vorm.velden:
        return None
    eerste = koppen[0][1]
    for _, bereik, _, _, _, getoond, _ in koppen:
        if bereik != eerste or getoond != GETOOND:
            return None
    return tuple([velden.get(naam, standaard) for naam, standaard in vorm.standaarden])


class Keuze(NamedTuple):
    """A value that a field may show, and the ids of the values that it is made of."""

    waarde: Waarde
    ids: frozenset[str]


Samenvoeger = Callable[[Sequence[Kop]], str | None]
"""Brings the values of a long text together (the earliest first), or finds that they differ too much."""


@dataclass(slots=True, kw_only=True)
class Rijstand:
    """One row, in the scope that counts for it."""

    rij: str
    bereik: str
    weg: bool
    """Taken away by somebody who had seen every value."""
    compleet: bool
    """Whether it has every value without which a row cannot be."""
    keuzes: dict[str, Sequence[Keuze]] = field(default_factory=dict)
    """For each column what it may show, the first choice first."""
    gekozen: dict[str, int] = field(default_factory=dict)
    """For each column which choice is shown, when that is not the first."""
    blijft: bool = False
    """Shown although it was taken away: another row needs it."""
    koppen: Sequence[Kop] = ()

    def waarde(self, kolom: str) -> Waarde:
        """Return what a column shows."""
        return self._keuze(kolom).waarde

    def _keuze(self, kolom: str) -> Keuze:
        return self.keuzes[kolom][self.gekozen.get(kolom, 0)]

    def vlaggen(self, vorm: Vorm) -> Iterator[tuple[Kop, int]]:
        """Yield what ``getoond`` has to be, as far as the row by itself tells, where it is something else now.

        What a row that does not stand waits for stays noted until it stands: when that comes, it is looked at again.
        """
        staat = self.blijft or (self.compleet and not self.weg)
        for kop in self.koppen:
            vlag = GETOOND
            if kop.bereik != self.bereik:
                vlag = ELDERS
            elif kop.veld == WEG:
                vlag = WEG_GELDT_NIET if staat and kop.waarde is not None and not vorm.reizend.verzameling else GETOOND
            elif kop.veld in self.keuzes:
                vlag = GETOOND if kop.id in self._keuze(kop.veld).ids else VERBORGEN
            elif kop.veld != RIJ:
                vlag = ONBEKEND
            wacht = kop.getoond == ZONDER_DOEL and vlag == GETOOND and not staat
            if vlag != kop.getoond and not wacht:
                yield kop, vlag

    def combinaties(self, kolommen: Iterable[str]) -> Iterator[Mapping[str, int]]:
        """Yield which choices these columns may show together, those that are the latest first."""
        genoemd = [kolom for kolom in self.keuzes if kolom in kolommen]
        mogelijk = [range(len(self.keuzes[kolom])) for kolom in genoemd]
        for combinatie in sorted(islice(product(*mogelijk), _MEESTE_POGINGEN), key=lambda een: (sum(een), een)):
            yield dict(zip(genoemd, combinatie, strict=True))

    def verdacht(self, klacht: str) -> frozenset[str]:
        """Return the columns that a complaint of the database names and that may show something else."""
        woorden = set(_WOORD.findall(klacht))
        return frozenset(kolom for kolom, keuzes in self.keuzes.items() if kolom in woorden and len(keuzes) > 1)


def rijstand(vorm: Vorm, rij: str, koppen: Iterable[Kop], hier: Callable[[str], bool], samen: Samenvoeger) -> Rijstand:
    """Return how a row stands; ``hier`` tells which scopes are shown on this laptop."""
    alle = [kop for kop in koppen if hier(kop.bereik)]
    per_bereik: dict[str, dict[str, list[Kop]]] = defaultdict(lambda: defaultdict(list))
    for kop in alle:
        per_bereik[kop.bereik][kop.veld].append(kop)
    standen = [_in_bereik(vorm, rij, bereik, velden) for bereik, velden in per_bereik.items()]
    stand = max(standen, key=lambda een: (_staat_vast(een, per_bereik), een.bereik))
    stand.koppen = alle
    if stand.compleet:
        velden = per_bereik[stand.bereik]
        for naam, kolom in vorm.kolommen.items():
            stand.keuzes[naam] = _keuzes(vorm, kolom, velden.get(naam, ()), samen)
    return stand


def _staat_vast(stand: Rijstand, per_bereik: Mapping[str, Mapping[str, Sequence[Kop]]]) -> tuple[bool, bool, int, str]:
    """Return by what one of the scopes that hold a row is chosen: where it stands, and was made last.

    A row of the secretariat stays that: a member who sends one with its number cannot put it in its place.
    """
    gemaakt = max((kop.rang for kop in per_bereik[stand.bereik].get(RIJ, ())), default=(0, ""))
    return (stand.compleet and not stand.weg, stand.bereik == str(SEC), *gemaakt)


def _in_bereik(vorm: Vorm, rij: str, bereik: str, velden: Mapping[str, Sequence[Kop]]) -> Rijstand:
    verplicht = all(not kolom.verplicht or velden.get(naam) for naam, kolom in vorm.kolommen.items())
    return Rijstand(rij=rij, bereik=bereik, weg=_is_weg(velden), compleet=RIJ in velden and verplicht)


def _is_weg(velden: Mapping[str, Sequence[Kop]]) -> bool:
    if WEG not in velden:
        return False
    nu = {kop.id for veld, koppen in velden.items() if veld not in (RIJ, WEG) for kop in koppen}
    return any(nu <= gezien(kop.waarde) for kop in velden[WEG] if kop.waarde is not None)


def _keuzes(vorm: Vorm, kolom: Kolom, koppen: Sequence[Kop], samen: Samenvoeger) -> Sequence[Keuze]:
    standaard = () if kolom.verplicht else (Keuze(kolom.standaard, frozenset()),)
    if len(koppen) < 2:
        return (*(Keuze(kop.waarde, frozenset({kop.id})) for kop in koppen), *standaard)
    nieuwste_eerst = sorted(koppen, key=lambda kop: kop.rang, reverse=True)
    if kolom.naam in vorm.reizend.streng:
        nieuwste_eerst.sort(key=lambda kop: kop.waarde if isinstance(kop.waarde, int) else 0, reverse=True)
    waarden: dict[tuple[bool, Waarde], set[str]] = {}
    for kop in nieuwste_eerst:
        waarden.setdefault((isinstance(kop.waarde, str), kop.waarde), set()).add(kop.id)
    alle = frozenset(kop.id for kop in koppen)
    stil = kolom.naam in PLAATSEN or kolom.naam in vorm.reizend.stil
    los = [Keuze(waarde, alle if stil else frozenset(ids)) for (_, waarde), ids in waarden.items()]
    if len(los) > 1 and kolom.naam in vorm.reizend.lang:
        tekst = samen(nieuwste_eerst[::-1])
        if tekst is not None:
            los.insert(0, Keuze(tekst, alle))
    return (*los, *standaard)
