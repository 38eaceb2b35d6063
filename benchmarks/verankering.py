"""Placing 500 notes on version 2 of a paper of 150 pages: the search alone, and all of it as a reader waits for it.

The search goes against difflib comparing the words of both versions; the whole, from two PDFs to places in a werkmap,
against pdfium reading the words of both.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import pypdfium2

from benchmarks.meten import Meting, in_turn
from tests.bouwers import een_gremium, een_vergadering
from tests.notenbouwers import een_aantekening
from tests.papier import a_paper
from tk_desktop.base.paths import resources
from tk_desktop.domain.aantekening import Aantekening, Anker
from tk_desktop.domain.verankering.plaatsen import CONTEXT, verplaats
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.version_pages import Versiebladen
from tk_desktop.reading.plaatsen import place_aantekeningen
from tk_desktop.store.werkmap import Store

NOTITIES = 500
BLADEN = 150
WOORDEN = 350
"""Words on a page."""
HERSCHREVEN = 0.1
MAG = 3.0


def measure(map_: Path) -> Iterator[Meting]:
    """Yield the figures of placing the notes."""
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
    yield _geheel(map_, een, twee, toeval)


def _geheel(map_: Path, een: Documenttekst, twee: Documenttekst, toeval: Random) -> Meting:
    """Return the figure of all that is done once a paper is replaced: both PDFs read, each note placed and kept."""
    paden = dict(_gedrukt(map_, tekst) for tekst in (een, twee))
    oud, nieuw = paden
    gelezen = Documenttekst(paginas=lees_pdf(paden[oud]).paginas)
    noten = [_noot(replace(_anker(gelezen, toeval), versie=oud), nummer) for nummer in range(NOTITIES)]
    with Store.open(map_ / "werkmap", maken=True) as store:
        with store.transaction():
            store.gremia.save(een_gremium(id="gremium"))
            store.vergaderingen.save(een_vergadering(id="vergadering", gremium_id="gremium"))

        def opnieuw() -> None:
            with store.transaction():
                for noot in noten:
                    store.aantekeningen.delete(noot.id)
                    store.aantekeningen.save(noot)

        def onze() -> None:
            with Versiebladen(paden.get) as bladen:
                telling = place_aantekeningen(store, "vergadering", "nota", nieuw, bladen)
            assert telling.totaal == NOTITIES

        def kaal() -> None:
            for pad in paden.values():
                with pypdfium2.PdfDocument(pad) as pdf:
                    for blad in pdf:
                        blad.get_textpage().get_text_range()

        ons, ander = in_turn(onze, kaal, keer=3, voor=opnieuw)
    return Meting(
        wat=f"hetzelfde van pdf tot werkmap: beide versies lezen, {NOTITIES} plaatsen zoeken en bewaren",
        ons=ons,
        ander=ander,
        naam_ander="pdfium leest beide",
        toegestaan=MAG,
        grens=0,
    )


def _gedrukt(map_: Path, tekst: Documenttekst) -> tuple[str, Path]:
    """Write a paper with these pages, and return its SHA-256 and its path."""
    inhoud = a_paper(*(pagina.splitlines() for pagina in tekst.paginas), maat=(800, 600))
    som = hashlib.sha256(inhoud).hexdigest()
    (map_ / som).write_bytes(inhoud)
    return som, map_ / som


def _noot(anker: Anker, nummer: int) -> Aantekening:
    return een_aantekening(anker, id=f"{nummer:032x}", agendapunt_id=None)


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
