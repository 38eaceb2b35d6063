"""Where a passage that is only known by its words stands in the papers of a meeting."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tk_desktop.domain.aantekening import Aantekening, Anker, Oordeel, Plaats, Vlak
from tk_desktop.domain.verankering.plaatsen import Plaatsing, verplaats
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.notitieinname import Leespapier, derived_id
from tk_desktop.paper.bladtekst_reading import read_bladteksten
from tk_desktop.paper.bladzoeken import Zoektekst, as_searched
from tk_desktop.paper.reading import lees_pdf

_ROND = 200
_KORTST = 3


class _Vondst(NamedTuple):
    """A place of the words, and how many letters around it are as they should be."""

    score: int
    papier: Leespapier
    pagina: int
    begin: int
    eind: int


class Citaatzoeker:
    """Searches the papers, the first first; reads each when it is first needed."""

    def __init__(self, papieren: Sequence[Leespapier]) -> None:
        self._papieren = papieren
        self._teksten: dict[str, tuple[str, ...]] = {}
        self._gezocht: dict[str, list[Zoektekst]] = {}

    @property
    def gelezen(self) -> dict[str, tuple[str, ...]]:
        """The texts of the pages of the papers that were read, by their SHA-256."""
        return dict(self._teksten)

    def pages(self, papier: Leespapier) -> tuple[str, ...]:
        """Return the texts of the pages of a paper."""
        if papier.versie not in self._teksten:
            self._teksten[papier.versie] = lees_pdf(papier.pad).paginas
        return self._teksten[papier.versie]

    def find(self, citaat: str, voor: str, na: str) -> tuple[Leespapier, Anker] | None:
        """Return the paper with these words, and where they stand; the place whose surroundings fit best wins."""
        woorden, links, rechts = as_searched(citaat), as_searched(voor).letters, as_searched(na).letters
        if len(woorden.letters.strip()) < _KORTST:
            return None
        beste: _Vondst | None = None
        for papier in self._papieren:
            for pagina, blad in enumerate(self._searched(papier), 1):
                for begin, eind in blad.vind(woorden):
                    score = _omgeving(self.pages(papier)[pagina - 1], begin, eind, links, rechts)
                    if beste is None or score > beste.score:
                        beste = _Vondst(score, papier, pagina, begin, eind)
        return (beste.papier, self._anker(beste)) if beste is not None else None

    def _searched(self, papier: Leespapier) -> list[Zoektekst]:
        if papier.versie not in self._gezocht:
            self._gezocht[papier.versie] = [as_searched(tekst) for tekst in self.pages(papier)]
        return self._gezocht[papier.versie]

    def _anker(self, vondst: _Vondst) -> Anker:
        papier, pagina, begin, eind = vondst.papier, vondst.pagina, vondst.begin, vondst.eind
        tekst = self.pages(papier)[pagina - 1]
        blad = read_bladteksten(papier.pad, [pagina])[pagina]
        return Anker(
            versie=papier.versie,
            pagina=pagina,
            begin=begin,
            eind=eind,
            citaat=tekst[begin:eind],
            voor=tekst[max(0, begin - _ROND) : begin],
            na=tekst[eind : eind + _ROND],
            vlakken=tuple(Vlak(pagina, *(round(maat, 3) for maat in kader)) for kader in blad.kaders_van(begin, eind)),
        )


def place_lost(
    noten: Iterable[Aantekening], papieren: Sequence[Leespapier], pages: Callable[[Leespapier], Sequence[str]]
) -> tuple[Aantekening, ...]:
    """Return notes, with those that stand nowhere put where words much like theirs stand, for review (F11, F12).

    The paper where they are most alike wins, the first of those. What is like nothing stays in the tray. A note that
    stands in some version of its paper keeps what is known of it.
    """
    alle = tuple(noten)
    kwijt = [een for een in alle if een.plaatsen and all(_is_kwijt(plaats) for plaats in een.plaatsen)]
    ankers = [een.plaats.anker for een in kwijt if een.plaats is not None]
    beste: dict[str, tuple[Leespapier, Plaatsing]] = {}
    for papier in papieren if any(anker.citaat.strip() for anker in ankers) else ():
        nieuw = Documenttekst(paginas=tuple(pages(papier)))
        for een, gevonden in zip(kwijt, verplaats(ankers, None, nieuw, versie=papier.versie), strict=True):
            vorige = beste.get(een.id)
            goed = gevonden.oordeel is not Oordeel.NIET_GEVONDEN and bool(gevonden.anker.citaat.strip())
            if goed and (vorige is None or gevonden.score > vorige[1].score):
                beste[een.id] = (papier, gevonden)
    return tuple(_geplaatst(een, *beste[een.id]) if een.id in beste else een for een in alle)


def _is_kwijt(plaats: Plaats) -> bool:
    return plaats.oordeel is Oordeel.NIET_GEVONDEN


def _geplaatst(een: Aantekening, papier: Leespapier, gevonden: Plaatsing) -> Aantekening:
    anker = gevonden.anker
    plaats = Plaats(
        id=derived_id(een.id, papier.versie),
        volgorde=tussen(),
        anker=replace(anker, vlakken=tuple(_vlakken(papier, anker))),
        oordeel=Oordeel.WAARSCHIJNLIJK,
        reden=gevonden.reden.value,
    )
    return replace(een, papier=papier.sleutel, agendapunt_id=papier.agendapunt_id, plaatsen=(plaats,))


def _vlakken(papier: Leespapier, anker: Anker) -> Iterator[Vlak]:
    """Yield the rectangles of a passage, also one that runs over the end of a page."""
    for pagina, blad in read_bladteksten(papier.pad, range(anker.pagina, anker.eindpagina + 1)).items():
        begin = anker.begin if pagina == anker.pagina else 0
        eind = anker.eind if pagina == anker.eindpagina else len(blad.tekst)
        for kader in blad.kaders_van(begin, eind):
            yield Vlak(pagina, *(round(maat, 3) for maat in kader))


def _omgeving(tekst: str, begin: int, eind: int, links: str, rechts: str) -> int:
    """Return how many letters before and behind a place are as they should be."""
    voor = as_searched(tekst[max(0, begin - _ROND) : begin]).letters
    na = as_searched(tekst[eind : eind + _ROND]).letters
    return _gelijk(voor[::-1].lstrip(), links[::-1].lstrip()) + _gelijk(na.lstrip(), rechts.lstrip())


def _gelijk(een: str, ander: str) -> int:
    return next(
        (plek for plek, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander))
    )
