"""Scans among the papers: which pages have no text, what stands there, and that search finds it (D20).

The received file stays as it came. What was recognised stands unseen over the pages of a copy, which is a next
version of the paper: it can be selected, searched, noted and checked, and it is what goes into a set.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from tk_desktop.base.files import aside
from tk_desktop.base.ids import new_id
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.stuk import HERKENNING, Stuk, Stukversie
from tk_desktop.domain.volgorde import tussen
from tk_desktop.intake.toevoegen import IntussenVervangen
from tk_desktop.paper.ocr import Herkendblad, OcrOntbreekt, find_ocr, pages_without_text, recognise
from tk_desktop.paper.reading import lees_pdf, tekstlaag
from tk_desktop.paper.text_layer import Bladwoorden, write_text_layer
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkenning:
    """What was read on the pages without text of a paper; ``bladen`` is empty when each has its words.

    ``kopie`` is the PDF with those words unseen over its pages.
    """

    stuk: Stuk
    versie: Stukversie
    bladen: tuple[Herkendblad, ...]
    kopie: Pad | None = None


def scans(store: Store, vergadering_id: str) -> tuple[tuple[Stuk, Stukversie], ...]:
    """Return the papers of a meeting of which some page has no text, each with its newest version."""
    versies = store.versies.nieuwste(vergadering_id)
    stukken = [stuk for stuk in store.stukken.van_vergadering(vergadering_id) if stuk.id in versies]
    return tuple(
        (stuk, versies[stuk.id])
        for stuk in stukken
        if versies[stuk.id].is_pdf and pages_without_text(_texts(store, versies[stuk.id]))
    )


def recognise_scan(store: Store, stuk: Stuk, versie: Stukversie, map_: Pad, progress: Progress) -> Herkenning:
    """Read the words on the pages without text of a paper, and write the copy that has them into ``map_``.

    Nothing is stored. Raises ``OcrOntbreekt``, ``OcrMislukt``, ``Onderbroken``, or the fault of the file.
    """
    programma = find_ocr()
    if programma is None:
        raise OcrOntbreekt
    bron = store.bestanden.plek(versie.paginabestand)
    bladen = recognise(bron, pages_without_text(_texts(store, versie)), programma, progress)
    woorden = [
        Bladwoorden(pagina=blad.pagina, woorden=blad.woorden, draai=blad.draai) for blad in bladen if blad.woorden
    ]
    kopie = map_ / "scan met tekst.pdf" if woorden else None
    if kopie is not None:
        write_text_layer(bron, kopie, woorden)
    return Herkenning(stuk=stuk, versie=versie, bladen=bladen, kopie=kopie)


def keep_scan(store: Store, gelezen: Herkenning, nu: datetime) -> Stukversie:
    """Make the copy with words the newest version of its paper, found by those words; the received file stays.

    Raises ``IntussenVervangen`` when another file came in since.
    """
    versie = gelezen.versie
    if gelezen.kopie is None:
        return versie
    paginas = lees_pdf(gelezen.kopie).paginas
    with store.transaction():
        nieuwste = store.versies.van_stuk(versie.stuk_id)[-1]
        if nieuwste.id != versie.id:
            raise IntussenVervangen(bestand=versie.bestandsnaam)
        nieuw = replace(
            versie,
            id=new_id(),
            volgorde=tussen(nieuwste.volgorde),
            tekstlaag=tekstlaag(paginas),
            ontvangen=nu,
            pdf_sha256=store.bestanden.bewaar(gelezen.kopie),
            omgezet_met=HERKENNING,
        )
        store.versies.save(nieuw)
        store.zoekregister.neem_op(Zoeksoort.PAGINA, versie.sha256, paginas)
    return nieuw


def read_scan(store: Store, stuk: Stuk, versie: Stukversie, nu: datetime, progress: Progress) -> Herkenning:
    """Read the words of a scan and keep them with its paper; raises as ``recognise_scan`` and ``keep_scan``."""
    with aside(store.cache) as klad:
        gelezen = recognise_scan(store, stuk, versie, klad, progress)
        keep_scan(store, gelezen, nu)
    return replace(gelezen, kopie=None)


def _texts(store: Store, versie: Stukversie) -> tuple[str, ...]:
    return lees_pdf(store.bestanden.plek(versie.paginabestand)).paginas
