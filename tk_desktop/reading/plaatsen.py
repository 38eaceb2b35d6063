"""Notes on a paper of which another version came: each gets its place, and its writer decides on it (F11, F12)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Soort, Vlak
from tk_desktop.domain.plaatstelling import Plaatstelling, tel_plaatsen
from tk_desktop.domain.verankering.oordelen import Reden
from tk_desktop.domain.verankering.plaatsen import Plaatsing, verplaats
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.domain.volgorde import tussen
from tk_desktop.reading.aantekeningen import with_plaats
from tk_desktop.store.werkmap import Store

_NAAST = 12.0
"""Points from a letter at which a sign still stands beside it."""


class Versielezer(Protocol):
    """What is asked of the PDF of a version, by its SHA-256. Pages count from 1."""

    def paginas(self, versie: str) -> Sequence[str]:
        """Return the words of each page; nothing when that version is not there any more."""

    def beelden(self, versie: str) -> Sequence[int]:
        """Return 64 bits of the picture of each page; nothing when that version is not there any more."""

    def vlakken(self, versie: str, pagina: int, begin: int, eind: int) -> tuple[Vlak, ...]:
        """Return the rectangles of a passage on a page, one a line."""

    def punt(self, versie: str, pagina: int, plek: int) -> tuple[float, float] | None:
        """Return where an offset stands on a page: (x, y) in points from the lower left."""

    def zelfde_beeld(self, toen: tuple[str, Vlak], nu: tuple[str, Vlak]) -> bool:
        """Tell whether one sees the same round a rectangle of a version as round one of another, as far as known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gevonden:
    """A place for one note, found before the store is written."""

    anker: Anker
    oordeel: Oordeel
    reden: str


def place_aantekeningen(
    store: Store, vergadering_id: str, papier: str, versie: str, lezer: Versielezer
) -> Plaatstelling:
    """Give every note on a paper a place in this version of it, and return how all of them stand there.

    None is lost: what is not found keeps its old passage, in the tray. A note that stands in this version already stays
    as it is, so that doing it again changes nothing; the version that is placed in last counts as the newest, also when
    an older one came back. The words of a version that was read are kept for the next. Raises the ``TkError`` of a
    file that cannot be read.
    """
    gevonden = _zoek_plaatsen(store, _te_plaatsen(store, vergadering_id, papier, versie), versie, lezer)
    with store.transaction():
        for een in _te_plaatsen(store, vergadering_id, papier, versie):
            hier = gevonden.get(een.id)
            if een.in_versie(versie) is not None:
                store.aantekeningen.save(_weer_nieuwste(een, versie))
            elif hier is not None:
                store.aantekeningen.save(with_plaats(een, hier.anker, hier.oordeel, hier.reden))
        if gevonden:
            store.leesteksten.bewaar(versie, lezer.paginas(versie))
    return tel_plaatsen(_op_papier(store, vergadering_id, papier), versie)


def needs_places(aantekeningen: Iterable[Aantekening], versie: str) -> bool:
    """Tell whether one of these notes on a paper is not placed in this version, or was placed in another since."""
    return any(een.plaatsen and een.plaatsen[-1].anker.versie != versie for een in aantekeningen)


def reject_plaats(store: Store, aantekening_id: str) -> Aantekening:
    """Put a note that the program placed wrongly in the tray, with the passage it was written on, and return it."""
    with store.transaction():
        een = store.aantekeningen.get(aantekening_id)
        stond, staat = een.gemaakt_op, een.plaats
        if stond is None or staat is None or staat.oordeel is Oordeel.NIET_GEVONDEN:
            return een
        een = with_plaats(een, _als_geschreven(stond, staat.anker), Oordeel.NIET_GEVONDEN, AFGEWEZEN)
        store.aantekeningen.save(een)
    return een


AFGEWEZEN = "afgewezen"
"""Why a note is in the tray that its writer put there; it stays there in later versions."""


def _als_geschreven(stond: Anker, staat: Anker) -> Anker:
    """Return the passage a note was written on, missed on the page where it was looked for."""
    return Anker(versie=staat.versie, pagina=staat.pagina, citaat=stond.citaat, voor=stond.voor, na=stond.na)


def _op_papier(store: Store, vergadering_id: str, papier: str) -> list[Aantekening]:
    return [een for een in store.aantekeningen.van_papier(vergadering_id, papier) if een.plaatsen]


def _te_plaatsen(store: Store, vergadering_id: str, papier: str, versie: str) -> list[Aantekening]:
    return [een for een in _op_papier(store, vergadering_id, papier) if needs_places([een], versie)]


def _weer_nieuwste(een: Aantekening, versie: str) -> Aantekening:
    """Return a note whose place in a version that came back is its newest again."""
    hier = een.in_versie(versie)
    if hier is None:
        raise AssertionError("de versie is gezocht in een aantekening die er een plaats in heeft")
    return een.met_plaats(replace(hier, volgorde=tussen(een.plaatsen[-1].volgorde)))


def _zoek_plaatsen(
    store: Store, aantekeningen: Sequence[Aantekening], versie: str, lezer: Versielezer
) -> dict[str, _Gevonden]:
    """Return where these notes stand in a version, by id; those that stand there already are left out."""
    per_versie: dict[str, list[Aantekening]] = defaultdict(list)
    for een in aantekeningen:
        if een.gemaakt_op is not None and een.in_versie(versie) is None:
            per_versie[een.gemaakt_op.versie].append(een)
    if not per_versie:
        return {}
    zoeker = _Zoeker(store, versie, lezer)
    gevonden = {id_: plek for oud, groep in per_versie.items() for id_, plek in zoeker.vanuit(oud, groep)}
    kwijt = [een for een in aantekeningen if _kan_nog(een, gevonden.get(een.id))]
    return gevonden | dict(zoeker.tweede_kans(kwijt))


def _kan_nog(een: Aantekening, gevonden: _Gevonden | None) -> bool:
    """Tell whether a note that was not found from where it was written may be found from where it stood last."""
    laatst, eerst = een.plaats, een.gemaakt_op
    return (
        gevonden is not None
        and gevonden.oordeel is Oordeel.NIET_GEVONDEN
        and laatst is not None
        and eerst is not None
        and laatst.anker.versie != eerst.versie
        and laatst.oordeel is not Oordeel.NIET_GEVONDEN
    )


class _Zoeker:
    """Finds notes in one new version."""

    def __init__(self, store: Store, versie: str, lezer: Versielezer) -> None:
        self._store = store
        self._versie = versie
        self._lezer = lezer
        self._nieuw = Documenttekst(paginas=tuple(lezer.paginas(versie)))

    def vanuit(self, versie: str, groep: Sequence[Aantekening]) -> Iterator[tuple[str, _Gevonden]]:
        """Yield the places of notes that were written on one older version, by page: each page is read once."""
        ankers = [een.gemaakt_op for een in groep if een.gemaakt_op is not None]
        gevonden = list(zip(groep, ankers, self._verplaats(versie, ankers), strict=True))
        for een, anker, plaatsing in sorted(gevonden, key=lambda drie: drie[2].anker.pagina):
            yield een.id, self._getekend(een, anker, plaatsing)

    def tweede_kans(self, groep: Sequence[Aantekening]) -> Iterator[tuple[str, _Gevonden]]:
        """Yield the places that are found from where notes stood last; what is found twice removed is never sure."""
        for een in groep:
            if een.plaats is None:
                continue
            anker = een.plaats.anker
            (plaatsing,) = self._verplaats(anker.versie, [anker])
            if plaatsing.oordeel is not Oordeel.NIET_GEVONDEN:
                onzeker = replace(plaatsing, oordeel=Oordeel.WAARSCHIJNLIJK)
                yield een.id, self._getekend(een, anker, onzeker)

    def _verplaats(self, versie: str, ankers: Sequence[Anker]) -> tuple[Plaatsing, ...]:
        paginas = self._store.leesteksten.van(versie) or tuple(self._lezer.paginas(versie))
        oud, nieuw = Documenttekst(paginas=paginas), self._nieuw
        if paginas and any(not pagina.strip() for pagina in (*paginas, *nieuw.paginas)):
            oud, nieuw = self._met_beelden(versie, oud), self._met_beelden(self._versie, nieuw)
        return verplaats(ankers, oud if paginas else None, nieuw, versie=self._versie)

    def _met_beelden(self, versie: str, tekst: Documenttekst) -> Documenttekst:
        beelden = tuple(self._lezer.beelden(versie))
        return replace(tekst, beelden=beelden) if len(beelden) == len(tekst.paginas) else tekst

    def _getekend(self, een: Aantekening, stond: Anker, plaatsing: Plaatsing) -> _Gevonden:
        """Return a place with the rectangles where it is drawn."""
        anker, oordeel = plaatsing.anker, plaatsing.oordeel
        if een.plaats is not None and een.plaats.reden == AFGEWEZEN:
            return _Gevonden(anker=_als_geschreven(stond, anker), oordeel=Oordeel.NIET_GEVONDEN, reden=AFGEWEZEN)
        if oordeel is not Oordeel.NIET_GEVONDEN and anker.citaat and anker.eind > 0:
            anker = replace(anker, vlakken=self._vlakken(anker))
        elif anker.vlakken and not anker.citaat:
            anker = self._verschoven(stond, anker)
            if oordeel is Oordeel.ZEKER and not (self._bij_letters(een, stond) or self._ziet_hetzelfde(stond, anker)):
                return _Gevonden(anker=anker, oordeel=Oordeel.WAARSCHIJNLIJK, reden=Reden.BEELD.value)
        return _Gevonden(anker=anker, oordeel=oordeel, reden=plaatsing.reden.value)

    def _vlakken(self, anker: Anker) -> tuple[Vlak, ...]:
        uit: list[Vlak] = []
        for pagina in range(anker.pagina, anker.eindpagina + 1):
            begin = anker.begin if pagina == anker.pagina else 0
            eind = anker.eind if pagina == anker.eindpagina else len(self._nieuw.paginas[pagina - 1])
            uit += self._lezer.vlakken(self._versie, pagina, begin, eind)
        return tuple(uit)

    def _verschoven(self, stond: Anker, anker: Anker) -> Anker:
        """Return a spot moved up or down with the words it stands at."""
        van = self._lezer.punt(stond.versie, stond.pagina, stond.begin)
        naar = self._lezer.punt(self._versie, anker.pagina, anker.begin)
        if van is None or naar is None:
            return anker
        hoger = naar[1] - van[1]
        vlakken = tuple(replace(vlak, y0=vlak.y0 + hoger, y1=vlak.y1 + hoger) for vlak in anker.vlakken)
        return replace(anker, vlakken=vlakken)

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
