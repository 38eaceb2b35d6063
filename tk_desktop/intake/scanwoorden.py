"""The words on pages without text of a file that is being taken in, so that it is read as any other (D20).

The received file stays as it came; the words stand unseen over the pages of a copy, of which the papers are cut.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tk_desktop.base.files import sha256
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.leesstappen import Stappen
from tk_desktop.intake.pdfbladen import lees_paginas
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.ocr import Herkendblad, OcrOntbreekt, find_ocr, pages_without_text, recognise
from tk_desktop.paper.text_layer import Bladwoorden


def with_words(gelezen: GelezenBestand, cache: Bladcache, stappen: Stappen) -> GelezenBestand:
    """Return a PDF of which the pages were read with the words of those that are a picture; the same when none is.

    Raises ``OcrOntbreekt``, ``OcrMislukt``, ``Onderbroken``, or the fault of the file.
    """
    leeg = pages_without_text(gelezen.paginas)
    if not leeg:
        return gelezen
    programma = find_ocr()
    if programma is None:
        raise OcrOntbreekt
    bron = gelezen.pdf or gelezen.bron
    bladen = recognise(bron, leeg, programma, stappen.progress)
    woorden = [
        Bladwoorden(pagina=blad.pagina, woorden=blad.woorden, draai=blad.draai) for blad in bladen if blad.woorden
    ]
    if not woorden:
        return gelezen
    kopie = cache.with_words(bron, sha256(bron), woorden)
    opnieuw = stappen.doe(partial(lees_paginas, gelezen.bron, cache, kopie))
    return replace(opnieuw, opmerkingen=(*gelezen.opmerkingen, *_told(bladen)))


def _told(bladen: Sequence[Herkendblad]) -> tuple[str, ...]:
    """Return what to know of words that were recognised: how many, and on which pages some are not certain."""
    wat = (
        f"Op {meervoud(len(bladen), 'bladzijde', 'bladzijden')} stond geen tekst; de woorden zijn herkend. Vergelijk "
        "namen en bedragen met wat u op de bladzijde ziet."
    )
    onzeker = [f"{blad.pagina} ({len(blad.onzeker)})" for blad in bladen if blad.onzeker]
    waar = f"Woorden die niet zeker zijn, met het aantal per bladzijde: {', '.join(onzeker)}. Een cijfer dat niet zeker"
    return (wat, f"{waar} is, staat er als ▯.") if onzeker else (wat,)
