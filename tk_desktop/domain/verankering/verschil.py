"""What differs between two versions of a paper, word for word and page by page (F21, E9)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tk_desktop.domain.verankering.bladen import HOORT_BIJ, bits_anders, is_zelfde_beeld
from tk_desktop.domain.verankering.reeks import gemeenschappelijk
from tk_desktop.domain.verankering.tekst import VERLOREN, Documenttekst, Letters, Woord, woorden, zonder_ligaturen
from tk_desktop.domain.verankering.versies import Versiepaar

_MEESTE_CELLEN = 4_000_000
_ZELFDE_BEELD = 3


class Deelsoort(StrEnum):
    """Whether a stretch of text stayed, came, went or stands elsewhere now."""

    GELIJK = "gelijk"
    ERBIJ = "erbij"
    WEG = "weg"
    VERPLAATST = "verplaatst"


class Bladstand(StrEnum):
    """What became of a page; ``ONBEKEND``: it has no words, and its picture is not known or looks alike.

    Pictures that look alike may still say something else: a few other words on a scanned page are too small to see.
    Only the very same picture, to the pixel, is ``GELIJK``. On a page with words the words alone are compared.
    """

    GELIJK = "gelijk"
    GEWIJZIGD = "gewijzigd"
    NIEUW = "nieuw"
    ONBEKEND = "zonder tekst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstdeel:
    """A stretch of text on one page of the new version (``nieuw``); ``oud`` is the page it stood on, 0 for none.

    What went stands where it would have been; its ``nieuw`` is that page. Paragraphs are parted by line ends.
    """

    soort: Deelsoort
    tekst: str
    oud: int
    nieuw: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladverschil:
    """A page of the new version (from 1), what became of it, and the old page that holds most of it (0: none).

    ``is_beeld``: only one of both versions has words on it, the other is a scan, so only how they look is compared.
    """

    pagina: int
    stand: Bladstand
    was: int
    is_beeld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Versieverschil:
    """All that differs: the text of the new version with what went from the old, its pages, and old pages that went."""

    delen: tuple[Tekstdeel, ...]
    bladen: tuple[Bladverschil, ...]
    vervallen: tuple[int, ...]

    @property
    def gewijzigd(self) -> tuple[Bladverschil, ...]:
        """The pages that are not as they were."""
        return tuple(blad for blad in self.bladen if blad.stand in (Bladstand.GEWIJZIGD, Bladstand.NIEUW))

    @property
    def als_beeld(self) -> tuple[Bladverschil, ...]:
        """The pages of which the words cannot be compared."""
        return tuple(blad for blad in self.bladen if blad.is_beeld)

    @property
    def leesbaar(self) -> tuple[Tekstdeel, ...]:
        """The stretches that both versions have words for: of the others nobody can tell what changed."""
        weg, erbij = {blad.was for blad in self.als_beeld}, {blad.pagina for blad in self.als_beeld}
        return tuple(
            deel
            for deel in self.delen
            if not (deel.soort is Deelsoort.WEG and deel.oud in weg)
            and not (deel.soort is Deelsoort.ERBIJ and deel.nieuw in erbij)
        )

    def pagina_van(self, oud: int) -> int:
        """Return the new page that holds most of an old one, else of the last one before it that is left; 0: none."""
        eerder = [blad for blad in self.bladen if 0 < blad.was <= oud]
        return max(eerder, key=lambda blad: (blad.was, -blad.pagina)).pagina if eerder else 0

    @property
    def is_gelijk(self) -> bool:
        """Whether surely no word changed or moved, and no page came or went."""
        return not self.vervallen and all(blad.stand is Bladstand.GELIJK for blad in self.bladen)


def vergelijk(oud: Documenttekst, nieuw: Documenttekst) -> Versieverschil:
    """Compare two versions; other lines, other pages and the same headers and footers are no difference.

    Every other word, figure, sign and mark is one, also in a header or footer.
    """
    vergelijking = _Vergelijking(Versiepaar(oud, nieuw))
    delen = tuple(vergelijking.delen())
    weg = [deel for deel in delen if deel.soort is Deelsoort.WEG and not vergelijking.werd_beeld(deel.oud)]
    bladen = tuple(vergelijking.bladen({deel.nieuw for deel in weg}))
    # of a page that is told to have changed, something is left
    blijft = {blad.was for blad in bladen if blad.stand is Bladstand.GEWIJZIGD}
    vervallen = tuple(pagina for pagina in vergelijking.vervallen() if pagina not in blijft)
    return Versieverschil(delen=delen, bladen=bladen, vervallen=vervallen)


Run = tuple[int, int, int]
"""Words in a row that stayed: from which of the old, from which of the new, and how many."""


class _Vergelijking:
    def __init__(self, paar: Versiepaar) -> None:
        self._paar = paar
        paginas = paar.oude_tekst.paginas, paar.nieuwe_tekst.paginas
        self._oud, self._nieuw = map(woorden, paginas, paar.leesbaar)
        verloren = any(VERLOREN in woord.sleutel for woord in (*self._oud, *self._nieuw))
        self._sleutels = tuple(
            [zonder_ligaturen(woord.sleutel) if verloren else woord.sleutel for woord in rij]
            for rij in (self._oud, self._nieuw)
        )
        self._runs = _runs(self._paren())
        vast = _in_volgorde(self._runs)
        self._vast = vast
        self._verplaatst = {
            daar + stap: hier + stap
            for hier, daar, lang in self._runs
            if (hier, daar, lang) not in vast
            for stap in range(lang)
        }

    def delen(self) -> Iterator[Tekstdeel]:
        """Yield the text of the new version with what went."""
        weg_naar_elders = set(self._verplaatst.values())
        hier = daar = 0
        for van, naar, lang in [*sorted(self._vast), (len(self._oud), len(self._nieuw), 0)]:
            yield from self._weg([een for een in range(hier, van) if een not in weg_naar_elders], daar)
            yield from self._erbij(range(daar, naar))
            yield from self._stuk(Deelsoort.GELIJK, range(naar, naar + lang), van - naar)
            hier, daar = van + lang, naar + lang

    def bladen(self, kwijt: Collection[int]) -> Iterator[Bladverschil]:
        """Yield what became of each page of the new version; those in ``kwijt`` lost words."""
        staan: Counter[int] = Counter(woord.pagina for woord in self._nieuw)
        bleven: Counter[int] = Counter()
        for _, daar, lang in self._vast:
            bleven.update(self._nieuw[plek].pagina for plek in range(daar, daar + lang))
        bekend: Counter[int] = Counter(bleven)
        bekend.update(self._nieuw[plek].pagina for plek in self._verplaatst)
        for pagina in range(1, len(self._paar.nieuwe_tekst.paginas) + 1):
            was = self._paar.bladen.oud_bij(pagina - 1)
            oud = was[0] + 1 if was is not None else 0
            if staan[pagina] == 0 or (bekend[pagina] == 0 and self._was_beeld(pagina)):
                yield self._zonder_tekst(pagina)
            elif bekend[pagina] < HOORT_BIJ * staan[pagina]:
                yield Bladverschil(pagina=pagina, stand=Bladstand.NIEUW, was=0)
            elif bleven[pagina] < staan[pagina] or pagina in kwijt:
                yield Bladverschil(pagina=pagina, stand=Bladstand.GEWIJZIGD, was=oud)
            else:
                yield Bladverschil(pagina=pagina, stand=Bladstand.GELIJK, was=oud)

    def vervallen(self) -> Iterator[int]:
        """Yield the old pages of which next to nothing is left."""
        staan: Counter[int] = Counter(woord.pagina for woord in self._oud)
        bleven: Counter[int] = Counter()
        for hier, _, lang in self._runs:
            bleven.update(self._oud[plek].pagina for plek in range(hier, hier + lang))
        kaart = self._paar.bladen
        for pagina in range(1, len(self._paar.oude_tekst.paginas) + 1):
            leeg = staan[pagina] == 0
            if (leeg and pagina - 1 not in kaart.zonder_tekst) or (
                not leeg and bleven[pagina] < HOORT_BIJ * staan[pagina] and pagina - 1 not in kaart.zonder_tekst
            ):
                yield pagina

    def werd_beeld(self, oud: int) -> bool:
        """Tell whether an old page (from 1) has no words any more, while something is seen in its place."""
        daar = self._paar.bladen.zonder_tekst.get(oud - 1)
        return daar is not None and not self._paar.nieuwe_tekst.paginas[daar].strip()

    def _oud_beeld(self, pagina: int) -> int | None:
        """Return the old page (from 0) that belongs to a page (from 1) by how it looks, or by its order."""
        return next((hier for hier, daar in self._paar.bladen.zonder_tekst.items() if daar == pagina - 1), None)

    def _was_beeld(self, pagina: int) -> bool:
        """Tell whether a page with words was one without."""
        oud = self._oud_beeld(pagina)
        return oud is not None and not self._paar.oude_tekst.paginas[oud].strip()

    def _zonder_tekst(self, pagina: int) -> Bladverschil:
        """Return what became of a page that can only be looked at; words that only one version has tell nothing."""
        oud = self._oud_beeld(pagina)
        if oud is None:
            return Bladverschil(pagina=pagina, stand=Bladstand.NIEUW, was=0)
        beelden_oud, beelden_nieuw = self._paar.oude_tekst.beelden, self._paar.nieuwe_tekst.beelden
        if not (beelden_oud and beelden_nieuw):
            stand = Bladstand.ONBEKEND
        elif is_zelfde_beeld(beelden_oud[oud], beelden_nieuw[pagina - 1]):
            stand = Bladstand.GELIJK
        else:
            anders = bits_anders(beelden_oud[oud], beelden_nieuw[pagina - 1])
            stand = Bladstand.ONBEKEND if anders <= _ZELFDE_BEELD else Bladstand.GEWIJZIGD
        met = [self._paar.oude_tekst.paginas[oud].strip(), self._paar.nieuwe_tekst.paginas[pagina - 1].strip()]
        return Bladverschil(pagina=pagina, stand=stand, was=oud + 1, is_beeld=any(met) and not all(met))

    def _paren(self) -> list[tuple[int, int]]:
        """Return which word is which: along the alignment first, then what lies between two that were found."""
        letters_oud, letters_nieuw = self._paar.oud, self._paar.nieuw
        links, rechts = self._sleutels
        op_plek = {
            plek: nummer
            for nummer, woord in enumerate(self._nieuw)
            if (plek := _grof(letters_nieuw, woord)) is not None
        }
        paren: list[tuple[int, int]] = []
        for nummer, woord in enumerate(self._oud):
            plek = _grof(letters_oud, woord)
            if plek is None:
                continue
            for blok in self._paar.uitlijning.over(plek, plek + 1):
                ander = op_plek.get(blok.nieuw)
                if ander is not None and links[nummer] == rechts[ander]:
                    paren.append((nummer, ander))
        return sorted([*paren, *_ertussen(paren, links, rechts)])

    def _weg(self, nummers: Sequence[int], daar: int) -> Iterator[Tekstdeel]:
        """Yield what went, per old page; it is told on the page of what came before it."""
        pagina = self._nieuw[max(0, daar - 1)].pagina if self._nieuw else 1
        for oud, groep in _per_pagina([self._oud[nummer] for nummer in nummers]):
            yield Tekstdeel(soort=Deelsoort.WEG, tekst=_tekst(groep), oud=oud, nieuw=pagina)

    def _erbij(self, nummers: Sequence[int]) -> Iterator[Tekstdeel]:
        """Yield what came, and what came from elsewhere."""
        groep: list[int] = []
        for nummer in [*nummers, None]:
            if groep and (nummer is None or self._herkomst(nummer) != self._herkomst(groep[-1])):
                oud = self._herkomst(groep[0])
                soort = Deelsoort.VERPLAATST if oud else Deelsoort.ERBIJ
                for nieuw, woorden_ in _per_pagina([self._nieuw[een] for een in groep]):
                    yield Tekstdeel(soort=soort, tekst=_tekst(woorden_), oud=oud, nieuw=nieuw)
                groep = []
            if nummer is not None:
                groep.append(nummer)

    def _herkomst(self, nummer: int) -> int:
        """Return the old page of a word that moved, 0 for one that is new."""
        vandaan = self._verplaatst.get(nummer)
        return self._oud[vandaan].pagina if vandaan is not None else 0

    def _stuk(self, soort: Deelsoort, nummers: Sequence[int], schuif: int) -> Iterator[Tekstdeel]:
        plek = nummers[0] if nummers else 0
        for nieuw, groep in _per_pagina([self._nieuw[nummer] for nummer in nummers]):
            yield Tekstdeel(soort=soort, tekst=_tekst(groep), oud=self._oud[plek + schuif].pagina, nieuw=nieuw)
            plek += len(groep)


def _grof(letters: Letters, woord: Woord) -> int | None:
    """Return where a word begins in ``Letters.grof``; none for a mark, and for what repeats on pages."""
    begin = letters.in_grof(letters.in_fijn(woord.plaats))
    return begin if begin < letters.in_grof(letters.in_fijn(woord.eind)) else None


def _ertussen(
    paren: Sequence[tuple[int, int]], links: Sequence[str], rechts: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Yield the words between known pairs that stayed as well."""
    bezet = {daar for _, daar in paren}
    vorig = (-1, -1)
    for volgend in [*paren, (len(links), len(rechts))]:
        (a0, b0), (a1, b1) = vorig, volgend
        vorig = volgend
        breed_oud, breed_nieuw = a1 - a0 - 1, b1 - b0 - 1
        if breed_oud <= 0 or breed_nieuw <= 0 or breed_oud * breed_nieuw > _MEESTE_CELLEN:
            continue
        if any(daar in bezet for daar in range(b0 + 1, b1)):
            continue
        for i, j in gemeenschappelijk(links[a0 + 1 : a1], rechts[b0 + 1 : b1]):
            yield a0 + 1 + i, b0 + 1 + j


def _runs(paren: Sequence[tuple[int, int]]) -> list[Run]:
    uit: list[Run] = []
    for hier, daar in paren:
        if uit and (hier, daar) == (uit[-1][0] + uit[-1][2], uit[-1][1] + uit[-1][2]):
            uit[-1] = (uit[-1][0], uit[-1][1], uit[-1][2] + 1)
        else:
            uit.append((hier, daar, 1))
    return uit


def _in_volgorde(runs: Sequence[Run]) -> set[Run]:
    """Return the runs that kept their order, the longest first: the others moved."""
    uit: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run[2], run)):
        rang = bisect_left(uit, run)
        voor, na = uit[rang - 1] if rang else None, uit[rang] if rang < len(uit) else None
        if (voor is None or voor[1] < run[1]) and (na is None or run[1] < na[1]):
            uit.insert(rang, run)
    return set(uit)


def _per_pagina(rij: Sequence[Woord]) -> Iterator[tuple[int, list[Woord]]]:
    groep: list[Woord] = []
    for woord in rij:
        if groep and woord.pagina != groep[-1].pagina:
            yield groep[0].pagina, groep
            groep = []
        groep.append(woord)
    if groep:
        yield groep[0].pagina, groep


def _tekst(groep: Sequence[Woord]) -> str:
    """Return words as one reads them; a paragraph begins on a line of its own."""
    delen = [groep[0].tekst, *(f"\n{woord.tekst}" if woord.alinea else f" {woord.tekst}" for woord in groep[1:])]
    begin = "\n" if groep[0].alinea else ""
    return begin + "".join(delen)
