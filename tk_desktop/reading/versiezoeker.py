"""Finding in one version of a paper what was written on others, by the words and the looks of its pages (F11)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Soort, Vlak
from tk_desktop.domain.verankering.inkt import Houvast, Inktwoord, Verschuiving, houvast, verschuiving
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.plaatsen import CONTEXT, Plaatsing, verplaats
from tk_desktop.domain.verankering.tekst import Bladbeeld, Bladbereik, Documenttekst
from tk_desktop.store.werkmap import Store

_NAAST = 12.0
"""Points from a letter at which a sign still stands beside it."""


class Versielezer(Protocol):
    """What is asked of the PDF of a version, by its SHA-256. Pages count from 1."""

    def paginas(self, versie: str) -> Sequence[str]:
        """Return the words of each page; nothing when that version is not there any more."""

    def beelden(self, versie: str, naast: str) -> Sequence[Bladbeeld]:
        """Return what each page looks like beside another version; nothing when this one is not there any more."""

    def vlakken(self, versie: str, passages: Iterable[Bladbereik]) -> Mapping[Bladbereik, tuple[Vlak, ...]]:
        """Return the rectangles of passages, one a line."""

    def woorden(self, versie: str, pagina: int) -> Sequence[Inktwoord]:
        """Return the words of a page where they stand, each as high as its line; none when it is not there."""

    def punt(self, versie: str, pagina: int, plek: int) -> tuple[float, float] | None:
        """Return where an offset stands on a page: (x, y) in points from the lower left."""

    def zelfde_beeld(self, toen: tuple[str, Vlak], nu: tuple[str, Vlak]) -> bool:
        """Tell whether one sees the same round a rectangle of a version as round one of another, as far as known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevonden:
    """A place for one note, found before the store is written."""

    anker: Anker
    oordeel: Oordeel
    reden: str


AFGEWEZEN = "afgewezen"
"""Why a note is in the tray that its writer put there; it stays there in later versions."""


def as_written(stond: Anker, staat: Anker) -> Anker:
    """Return the passage a note was written on, missed on the page where it was looked for."""
    return Anker(versie=staat.versie, pagina=staat.pagina, citaat=stond.citaat, voor=stond.voor, na=stond.na)


class Versiezoeker:
    """Finds notes and pages in one new version."""

    def __init__(self, store: Store, versie: str, lezer: Versielezer) -> None:
        self._store = store
        self._versie = versie
        self._lezer = lezer
        self._nieuw = Documenttekst(paginas=tuple(lezer.paginas(versie)))
        self._oud: dict[str, tuple[str, ...]] = {}

    def vanuit(self, versie: str, groep: Sequence[Aantekening]) -> Iterator[tuple[str, Gevonden]]:
        """Yield the places of notes that were written on one older version, by page: each page is read once."""
        ankers = [een.gemaakt_op for een in groep if een.gemaakt_op is not None]
        yield from self._zoek(versie, list(zip(groep, ankers, strict=True)))

    def tweede_kans(self, groep: Sequence[Aantekening]) -> Iterator[tuple[str, Gevonden]]:
        """Yield the places that are found from where notes stood last; what is found twice removed is never sure."""
        for een in groep:
            if een.plaats is None:
                continue
            anker = een.plaats.anker
            ((_, gevonden),) = self._zoek(anker.versie, [(een, anker)])
            if gevonden.oordeel is not Oordeel.NIET_GEVONDEN:
                yield een.id, replace(gevonden, oordeel=Oordeel.WAARSCHIJNLIJK)

    def _zoek(self, versie: str, groep: Sequence[tuple[Aantekening, Anker]]) -> Iterator[tuple[str, Gevonden]]:
        """Yield where notes stand, from their places in one older version."""
        inkt = {een.id: self._houvast(anker) for een, anker in groep if een.soort is Soort.INKT}
        woorden = [woord for vast in inkt.values() for woord in vast.woorden]
        ankers = [self._anker_van(versie, woord) for woord in woorden]
        plaatsingen = self.verplaats(versie, [*(anker for _, anker in groep), *ankers])
        waar = self._op_het_blad(plaatsingen)
        staan = dict(zip(woorden, (self._waar_staat(een, waar) for een in plaatsingen[len(groep) :]), strict=True))
        gevonden = [(een, anker, plaatsing) for (een, anker), plaatsing in zip(groep, plaatsingen, strict=False)]
        for een, anker, plaatsing in sorted(gevonden, key=lambda drie: drie[2].anker.pagina):
            vast = inkt.get(een.id, Houvast())
            ging = verschuiving(vast, [staan[woord] for woord in vast.woorden])
            if vast.woorden and not _is_afgewezen(een) and (ging or self._heeft_woorden(plaatsing.anker.pagina)):
                yield een.id, self._met_woorden(anker, plaatsing, ging)
            else:
                yield een.id, self._getekend(een, anker, plaatsing, waar)

    def _heeft_woorden(self, pagina: int) -> bool:
        """Tell whether a page (from 1) of the new version can be read; on a scan nobody knows where words went."""
        return any(tekst.strip() for tekst in self._nieuw.paginas[pagina - 1 : pagina])

    def _houvast(self, anker: Anker) -> Houvast:
        """Return the words by which ink is held; none on a page without, or that is not there any more."""
        if not anker.vlakken:
            return Houvast()
        paginas = self._oude_paginas(anker.versie)
        vlak = anker.vlakken[0]
        tekst = paginas[vlak.pagina - 1] if vlak.pagina <= len(paginas) else ""
        woorden = self._lezer.woorden(anker.versie, vlak.pagina)
        return houvast(vlak, [woord for woord in woorden if tekst[woord.begin : woord.eind] == woord.tekst])

    def _anker_van(self, versie: str, woord: Inktwoord) -> Anker:
        pagina = woord.vlak.pagina
        tekst = self._oude_paginas(versie)[pagina - 1]
        return Anker(
            versie=versie,
            pagina=pagina,
            begin=woord.begin,
            eind=woord.eind,
            citaat=woord.tekst,
            voor=tekst[: woord.begin][-CONTEXT:],
            na=tekst[woord.eind :][:CONTEXT],
        )

    def _waar_staat(self, plaatsing: Plaatsing, waar: Mapping[Bladbereik, tuple[Vlak, ...]]) -> Vlak | None:
        """Return where a word by which ink is held stands now; nothing when it was not found."""
        if not _staat_op_woorden(plaatsing):
            return None
        return next((vlak for stuk in self._passages(plaatsing.anker) for vlak in waar[stuk]), None)

    def _met_woorden(self, stond: Anker, plaatsing: Plaatsing, ging: Verschuiving | None) -> Gevonden:
        """Return the place of ink that went along with its words: sure where their surroundings read and look the same.

        Of words that came apart or went it is in the tray.
        """
        if ging is None:
            anker = as_written(stond, plaatsing.anker)
            return Gevonden(anker=anker, oordeel=Oordeel.NIET_GEVONDEN, reden=Reden.UITEEN.value)
        anker, pagina = plaatsing.anker, stond.pagina + ging.bladen
        daar = plaatsing.oordeel is not Oordeel.NIET_GEVONDEN and anker.pagina == pagina
        begin = anker.begin if daar else 0
        vlakken = tuple(ging.van(vlak) for vlak in stond.vlakken)
        anker = Anker(versie=self._versie, pagina=pagina, begin=begin, eind=begin, vlakken=vlakken)
        if not daar:
            return Gevonden(anker=anker, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.OMGEVING.value)
        if plaatsing.oordeel is Oordeel.ZEKER and not self._ziet_hetzelfde(stond, anker):
            return Gevonden(anker=anker, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.BEELD.value)
        return Gevonden(anker=anker, oordeel=plaatsing.oordeel, reden=plaatsing.reden.value)

    def verplaats(self, versie: str, ankers: Sequence[Anker]) -> tuple[Plaatsing, ...]:
        """Return where places of one older version stand by their words, or by the pictures of pages without."""
        paginas = self._oude_paginas(versie)
        oud, nieuw = Documenttekst(paginas=paginas), self._nieuw
        if paginas and any(not pagina.strip() for pagina in (*paginas, *nieuw.paginas)):
            oud, nieuw = self._met_beelden(versie, oud, self._versie), self._met_beelden(self._versie, nieuw, versie)
        return verplaats(ankers, oud if paginas else None, nieuw, versie=self._versie)

    def _oude_paginas(self, versie: str) -> tuple[str, ...]:
        """Return the words of an older version as they were when notes were written on it."""
        if versie not in self._oud:
            self._oud[versie] = self._store.leesteksten.van(versie) or tuple(self._lezer.paginas(versie))
        return self._oud[versie]

    def _met_beelden(self, versie: str, tekst: Documenttekst, naast: str) -> Documenttekst:
        beelden = tuple(self._lezer.beelden(versie, naast))
        return replace(tekst, beelden=beelden) if len(beelden) == len(tekst.paginas) else tekst

    def _getekend(
        self, een: Aantekening, stond: Anker, plaatsing: Plaatsing, waar: Mapping[Bladbereik, tuple[Vlak, ...]]
    ) -> Gevonden:
        """Return a place with the rectangles where it is drawn."""
        anker, oordeel = plaatsing.anker, plaatsing.oordeel
        if _is_afgewezen(een):
            return Gevonden(anker=as_written(stond, anker), oordeel=Oordeel.NIET_GEVONDEN, reden=AFGEWEZEN)
        if _staat_op_woorden(plaatsing):
            anker = replace(anker, vlakken=tuple(vlak for stuk in self._passages(anker) for vlak in waar[stuk]))
        elif anker.vlakken and not anker.citaat:
            bij_letters = self._bij_letters(een, stond)
            anker = self._verschoven(stond, anker, opzij=bij_letters and een.soort is not Soort.BLADNOTITIE)
            zelfde_blad = een.soort is Soort.BLADNOTITIE and plaatsing.reden is Reden.EXACT
            if oordeel is Oordeel.ZEKER and not (zelfde_blad or bij_letters or self._ziet_hetzelfde(stond, anker)):
                return Gevonden(anker=anker, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.BEELD.value)
        return Gevonden(anker=anker, oordeel=oordeel, reden=plaatsing.reden.value)

    def _op_het_blad(self, plaatsingen: Sequence[Plaatsing]) -> Mapping[Bladbereik, tuple[Vlak, ...]]:
        """Return the rectangles of all places on words."""
        ankers = [plaatsing.anker for plaatsing in plaatsingen if _staat_op_woorden(plaatsing)]
        return self._lezer.vlakken(self._versie, {stuk for anker in ankers for stuk in self._passages(anker)})

    def _passages(self, anker: Anker) -> Iterator[Bladbereik]:
        """Yield what a place takes of each page."""
        for pagina in range(anker.pagina, anker.eindpagina + 1):
            begin = anker.begin if pagina == anker.pagina else 0
            eind = anker.eind if pagina == anker.eindpagina else len(self._nieuw.paginas[pagina - 1])
            yield pagina, begin, eind

    def _verschoven(self, stond: Anker, anker: Anker, *, opzij: bool) -> Anker:
        """Return a spot moved up or down with the words it stands at, and aside where it hangs between letters."""
        van = self._lezer.punt(stond.versie, stond.pagina, stond.begin)
        naar = self._lezer.punt(self._versie, anker.pagina, anker.begin)
        if van is None or naar is None:
            return anker
        verder = Verschuiving(0, naar[0] - van[0] if opzij else 0.0, naar[1] - van[1])
        return replace(anker, vlakken=tuple(verder.van(vlak) for vlak in anker.vlakken))

    def _bij_letters(self, een: Aantekening, stond: Anker) -> bool:
        """Tell whether a note hangs on the letters beside it alone: a sign of its own, drawn where they stand.

        Ink is drawn round what is seen there, and a note of another program may stand on a drawing.
        """
        if een.soort is Soort.INKT:
            return False
        punt = self._lezer.punt(stond.versie, stond.pagina, stond.begin)
        vlak = stond.vlakken[0]
        if punt is None:
            return een.soort is Soort.BLADNOTITIE
        return abs(vlak.x0 - punt[0]) <= _NAAST and vlak.y0 - _NAAST <= punt[1] <= vlak.y1 + _NAAST

    def _ziet_hetzelfde(self, stond: Anker, anker: Anker) -> bool:
        """Tell whether the page looks the same round a spot: words alone do not tell whether a drawing moved."""
        return all(
            self._lezer.zelfde_beeld((stond.versie, toen), (self._versie, nu))
            for toen, nu in zip(stond.vlakken, anker.vlakken, strict=True)
        )


def _is_afgewezen(een: Aantekening) -> bool:
    return een.plaats is not None and een.plaats.reden == AFGEWEZEN


def _staat_op_woorden(plaatsing: Plaatsing) -> bool:
    anker = plaatsing.anker
    return plaatsing.oordeel is not Oordeel.NIET_GEVONDEN and bool(anker.citaat) and anker.eind > 0
