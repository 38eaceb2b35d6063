"""Scans among the papers: which pages have no text, what stands there, and that search finds it (D20).

The received file stays as it came. What was recognised is kept beside it, as words to be found by.
"""

from dataclasses import dataclass

from tk_desktop.base.progress import Progress
from tk_desktop.domain.stuk import Stuk, Stukversie
from tk_desktop.paper.ocr import Herkendblad, OcrOntbreekt, find_ocr, recognise
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_GENOEG = 12
"""A page with fewer letters than this (a number, a stamp) has no text of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkenning:
    """What was read on the pages without text of a paper; ``bladen`` is empty when each has its words."""

    stuk: Stuk
    versie: Stukversie
    bladen: tuple[Herkendblad, ...]


def scans(store: Store, vergadering_id: str) -> tuple[tuple[Stuk, Stukversie], ...]:
    """Return the papers of a meeting of which some page has no text, each with its newest version."""
    versies = store.versies.nieuwste(vergadering_id)
    stukken = [stuk for stuk in store.stukken.van_vergadering(vergadering_id) if stuk.id in versies]
    return tuple(
        (stuk, versies[stuk.id])
        for stuk in stukken
        if versies[stuk.id].is_pdf and _without_text(_texts(store, versies[stuk.id]))
    )


def read_scan(store: Store, stuk: Stuk, versie: Stukversie, progress: Progress) -> Herkenning:
    """Read the words on the pages without text of a paper, and let search find them.

    Raises ``OcrOntbreekt``, ``OcrMislukt``, ``Onderbroken``, or the fault of the file; nothing has changed then.
    """
    programma = find_ocr()
    if programma is None:
        raise OcrOntbreekt
    teksten = list(_texts(store, versie))
    bron = store.bestanden.plek(versie.paginabestand)
    bladen = recognise(bron, _without_text(teksten), programma, progress)
    for blad in bladen:
        teksten[blad.pagina - 1] = f"{teksten[blad.pagina - 1]}\n{blad.tekst}".strip()
    with store.transaction():
        store.zoekregister.neem_op(Zoeksoort.PAGINA, versie.sha256, teksten)
    return Herkenning(stuk=stuk, versie=versie, bladen=bladen)


def _texts(store: Store, versie: Stukversie) -> tuple[str, ...]:
    return lees_pdf(store.bestanden.plek(versie.paginabestand)).paginas


def _without_text(teksten: tuple[str, ...] | list[str]) -> tuple[int, ...]:
    return tuple(nummer for nummer, tekst in enumerate(teksten, 1) if sum(teken.isalnum() for teken in tekst) < _GENOEG)
