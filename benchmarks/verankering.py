"""Placing 500 notes on version 2 of a paper of 150 pages, against difflib comparing the words of both versions."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

from benchmarks.meten import Meting, in_turn
from tk_desktop.base.paths import resources
from tk_desktop.domain.aantekening import Anker
from tk_desktop.domain.verankering.plaatsen import CONTEXT, verplaats
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.paper.reading import lees_pdf

NOTITIES = 500
BLADEN = 150
WOORDEN = 350
"""Words on a page."""
HERSCHREVEN = 0.1
MAG = 3.0


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figure of placing the notes; nothing is written in ``map_``."""
    del map_
    toeval = Random(7)
    schat = _schat()
    oud = [toeval.choice(schat) for _ in range(BLADEN * WOORDEN)]
    nieuw = _tweede_versie(oud, schat, toeval)
    een, twee = _gezet(oud), _gezet(nieuw)
    ankers = [_anker(een, toeval) for _ in range(NOTITIES)]

    def onze() -> None:
        verplaats(ankers, een, twee, versie="nieuw")

    def kaal() -> None:
        SequenceMatcher(None, oud, nieuw).get_matching_blocks()

    ons, ander = in_turn(onze, kaal, keer=3)
    yield Meting(
        wat=f"{NOTITIES} aantekeningen op een nieuwe versie van {BLADEN} bladzijden",
        ons=ons,
        ander=ander,
        naam_ander="difflib op de woorden",
        toegestaan=MAG,
        grens=0,
    )


def _schat() -> list[str]:
    """Return the words of the sample papers, as often as they stand there."""
    papieren = sorted((resources() / "sample").rglob("*.pdf"))
    return [woord for papier in papieren for pagina in lees_pdf(papier).paginas for woord in pagina.split()]


def _tweede_versie(oud: Sequence[str], schat: Sequence[str], toeval: Random) -> list[str]:
    """Return the words with a tenth rewritten, and the chapters (of three pages) with some moved and some put in."""
    hoofdstuk = 3 * WOORDEN
    hoofdstukken = [list(oud[van : van + hoofdstuk]) for van in range(0, len(oud), hoofdstuk)]
    hoofdstukken.insert(5, [toeval.choice(schat) for _ in range(hoofdstuk)])
    hoofdstukken.insert(20, hoofdstukken.pop(11))
    return [
        toeval.choice(schat) if toeval.random() < HERSCHREVEN else woord
        for hoofdstuk in hoofdstukken
        for woord in hoofdstuk
    ]


def _gezet(woorden: Sequence[str]) -> Documenttekst:
    bladen = (woorden[van : van + WOORDEN] for van in range(0, len(woorden), WOORDEN))
    return Documenttekst(
        paginas=tuple("\n".join(" ".join(blad[van : van + 12]) for van in range(0, len(blad), 12)) for blad in bladen)
    )


def _anker(tekst: Documenttekst, toeval: Random) -> Anker:
    pagina = toeval.randrange(len(tekst.paginas))
    blad = tekst.paginas[pagina]
    begin = toeval.randrange(len(blad) - 10)
    eind = min(len(blad), begin + toeval.randint(5, 300))
    return Anker(
        versie="oud",
        pagina=pagina + 1,
        begin=begin,
        eind=eind,
        citaat=blad[begin:eind],
        voor=blad[max(0, begin - CONTEXT) : begin],
        na=blad[eind : eind + CONTEXT],
    )
