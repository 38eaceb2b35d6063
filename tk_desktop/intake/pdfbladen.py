"""The pages of a received PDF: their text, mended where its fonts explain it, and what it is proposed to be."""

from collections.abc import Sequence
from pathlib import Path

from tk_desktop.base.files import sha256
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.stuk import HERKENNING, LETTERNAMEN
from tk_desktop.intake.bestandssoorten import PDF
from tk_desktop.intake.cijferblad import vind_bladtabellen
from tk_desktop.intake.gelezen import GelezenBestand, Leeswijze
from tk_desktop.intake.indeling import indeling_van, indelingen
from tk_desktop.intake.lettertabellen import VERLOREN
from tk_desktop.intake.pak import lees_bladen
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.hidden import hidden_words
from tk_desktop.paper.pakbladen import Pakbladen, read_pak
from tk_desktop.paper.pdf_faults import PdfBeschadigd
from tk_desktop.paper.reading import lees_pdf, strange_pages
from tk_desktop.paper.signatures import signed_pages


def read_bladen(bron: Path, cache: Bladcache, leesbaar: Pad | None = None) -> Pakbladen:
    """Read the lines of a PDF, of the copy with mended letters if there is one; raises the fault of the PDF."""
    if leesbaar is not None:
        return read_pak(leesbaar)
    try:
        return read_pak(bron)
    except PdfBeschadigd:
        return read_pak(cache.received(bron, sha256(bron)).pdf)


def lees_voorstel(bron: Path, bladen: Pakbladen, wijze: Leeswijze) -> Pakvoorstel:
    """Return what a PDF with these pages is proposed to be; raises ``IndelingOnbekend`` or ``IndelingOnjuist``."""
    keuzes = (indeling_van(wijze.indeling, wijze.map),) if wijze.indeling else indelingen(wijze.map)
    return lees_bladen(bron, bladen, keuzes)


def lees_paginas(bron: Path, cache: Bladcache, kopie: Pad | None = None) -> GelezenBestand:
    """Read the pages of a PDF and make it fit for a set; letters that its own fonts explain are words again.

    ``kopie`` is the same file with the words that were recognised in its pictures.
    """
    te_lezen = kopie or bron
    gereed = cache.received(te_lezen, sha256(te_lezen))
    try:
        gelezen = lees_pdf(te_lezen)
    except PdfBeschadigd:
        gelezen = lees_pdf(gereed.pdf)  # what was mended on the way to the set can be read there
    vreemd = strange_pages(gelezen.paginas)
    leesbaar = cache.readable(te_lezen, sha256(te_lezen)) if vreemd and kopie is None else None
    if leesbaar is not None:
        gereed, gelezen = cache.received(leesbaar, sha256(leesbaar)), lees_pdf(leesbaar)
    return GelezenBestand(
        bron=bron,
        media=PDF,
        paginas=gelezen.paginas,
        verborgen=tuple(tekst for tekst in hidden_words(gereed.pdf) if tekst not in gelezen.paginas),
        tekstlaag=gelezen.tekstlaag,
        verwijderd=gereed.verwijderd,
        tabellen=vind_bladtabellen(gereed.pdf, gelezen.paginas),
        pdf=leesbaar or kopie,
        omgezet_met=LETTERNAMEN if leesbaar is not None else HERKENNING if kopie is not None else "",
        getekend=_signed(bron, gereed.pdf),
        opmerkingen=_told_of_letters(vreemd, gelezen.paginas) if leesbaar is not None else (),
    )


def _signed(bron: Path, gereed: Pad) -> tuple[int, ...]:
    """Return the pages on which somebody signed; a file that is damaged is looked at as it was mended for a set."""
    try:
        return signed_pages(bron)
    except PdfBeschadigd:
        return signed_pages(gereed)


def _told_of_letters(vreemd: Sequence[int], paginas: Sequence[str]) -> tuple[str, ...]:
    """Return what to know of a text layer that was mended: on which pages, and where letters stay lost."""
    waar = opsomming(str(nummer) for nummer in vreemd)
    wat = (
        f"De tekst op bladzijde {waar} was niet te lezen. Zij is hersteld met {LETTERNAMEN}: vergelijk namen en "
        "bedragen met wat u op de bladzijde ziet. Het ontvangen bestand blijft zoals het kwam."
    )
    weg = [f"bladzijde {nummer} ({paginas[nummer - 1].count(VERLOREN)})" for nummer in vreemd]
    weg = [een for een, nummer in zip(weg, vreemd, strict=True) if VERLOREN in paginas[nummer - 1]]
    mist = (
        f"Verloren tekens (▯) die niet worden geraden staan op {opsomming(weg)}: vul ze aan van papier." if weg else ""
    )
    return tuple(filter(None, (wat, mist)))
