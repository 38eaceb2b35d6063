"""Finding a passage by its own words and those around it alone, where no alignment of versions leads to it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.verankering.oordelen import NIET_GEVONDEN, Uitspraak, beoordeel
from tk_desktop.domain.verankering.tekst import Letters, letters_van
from tk_desktop.domain.verankering.uitlijning import Uitlijning, lijn_stuk_uit
from tk_desktop.domain.verankering.venster import Venster, venster

_ZAAD = 8
_TE_GEWOON = 40
_KANDIDATEN = 4
_SPELING = 60
_DUIDELIJK_BETER = 0.15
_VRIJWEL_ALLES = 0.9
"""So much of a passage and all its kept context must stand there still for a place to be sure."""

_STERKTE = (Oordeel.NIET_GEVONDEN, Oordeel.WAARSCHIJNLIJK, Oordeel.ZEKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage with the running text before and after it, as ``Anker`` keeps them."""

    citaat: str
    voor: str
    na: str


@dataclass(frozen=True)
class Register:
    """A text with the places of all groups of letters that words begin with; ``woorden`` are those that count."""

    tekst: Letters
    woorden: tuple[int, ...]

    @cached_property
    def _plaatsen(self) -> dict[str, list[int]]:
        plaatsen: dict[str, list[int]] = defaultdict(list)
        for plaats in self.woorden:
            plaatsen[self.tekst.grof[plaats : plaats + _ZAAD]].append(plaats)
        return plaatsen

    def zoek(self, passage: Passage) -> tuple[Venster, Uitspraak] | None:
        """Return the one place that a passage most probably stands at; sure only when no other comes near."""
        klein = letters_van(passage.voor, passage.citaat, passage.na)
        begin, eind = (klein.in_fijn(klein.begin[deel]) for deel in (1, 2))
        if begin == eind:
            return None
        zoek = klein.fijn[begin:eind]
        keren = self.tekst.fijn.count(zoek)
        gevonden: list[tuple[Venster, Uitspraak]] = []
        for uitlijning in self._kandidaten(klein):
            daar = venster(klein, self.tekst, uitlijning, begin, eind)
            if daar is not None:
                uitspraak = beoordeel(zoek, daar, self.tekst, keren)
                if sum(blok.lengte for blok in uitlijning.blokken) < _VRIJWEL_ALLES * len(klein.grof):
                    uitspraak = _hoogstens_waarschijnlijk(uitspraak)
                if uitspraak is not NIET_GEVONDEN:
                    gevonden.append((daar, uitspraak))
        return _beste(gevonden)

    def lijkt(self, passage: Passage) -> float:
        """Return from 0 to 1 how much of a passage with its context stands in order at the place most like it."""
        klein = letters_van(passage.voor, passage.citaat, passage.na)
        gelijk = (sum(blok.lengte for blok in uitlijning.blokken) for uitlijning in self._kandidaten(klein))
        return max(gelijk, default=0) / max(1, len(klein.grof))

    def _kandidaten(self, klein: Letters) -> Iterator[Uitlijning]:
        """Yield the passage with its surroundings laid on the places that have most words with it in common."""
        stemmen: Counter[int] = Counter()
        for plaats in klein.woorden:
            daar = self._plaatsen.get(klein.grof[plaats : plaats + _ZAAD], ())
            if len(daar) <= _TE_GEWOON:
                stemmen.update((ander - plaats) // _SPELING for ander in daar)
        beurten: Counter[int] = Counter({vak: stem + stemmen[vak + 1] for vak, stem in stemmen.items()})
        gehad: set[int] = set()
        for vak, _ in beurten.most_common(2 * _KANDIDATEN):
            if gehad.isdisjoint({vak - 1, vak, vak + 1}) and len(gehad) < _KANDIDATEN:
                gehad.add(vak)
                van = max(0, (vak - 1) * _SPELING)
                tot = min(len(self.tekst.grof), (vak + 3) * _SPELING + len(klein.grof))
                yield lijn_stuk_uit(klein, self.tekst, van, tot)


def _beste(gevonden: Sequence[tuple[Venster, Uitspraak]]) -> tuple[Venster, Uitspraak] | None:
    """Return the best place; it is not sure when another is nearly as good."""
    if not gevonden:
        return None
    op_rij = sorted(gevonden, key=lambda paar: (-_STERKTE.index(paar[1].oordeel), -paar[1].score, paar[0].begin))
    daar, uitspraak = op_rij[0]
    anders = [ander.score for plek, ander in op_rij if plek.begin != daar.begin]
    if max(anders, default=0.0) > uitspraak.score - _DUIDELIJK_BETER:
        uitspraak = _hoogstens_waarschijnlijk(uitspraak)
    return daar, uitspraak


def _hoogstens_waarschijnlijk(uitspraak: Uitspraak) -> Uitspraak:
    if uitspraak.oordeel is Oordeel.ZEKER:
        return replace(uitspraak, oordeel=Oordeel.WAARSCHIJNLIJK)
    return uitspraak
