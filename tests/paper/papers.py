"""Builders of papers for the tests: invented, of the region Vechtstreek."""

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Pdf
from PIL import Image

from tk_desktop.domain.opmaak import Alinea, gewoon, lees
from tk_desktop.paper.blad import Cel, Toon, Veld
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.tagged import TaggedDocument

DATUM = datetime.date(2026, 3, 4)


def a_document(
    *, huisstijl: str = "neutraal", titel: str = "Agenda", voettekst: str = "", merken: Sequence[str] = ()
) -> TaggedDocument:
    """An empty document of our own."""
    stijl = Huisstijl.load(huisstijl)
    return TaggedDocument(titel=titel, huisstijl=stijl, datum=DATUM, voettekst=voettekst, merken=merken)


def a_rich_document(map_: Path, *, huisstijl: str = "neutraal") -> TaggedDocument:
    """A document with everything that can stand on paper, on several pages."""
    blad = a_document(huisstijl=huisstijl, titel="Vergaderset 4 maart 2026", voettekst="Agenda bestuurscommissie")
    blad.title("Agenda bestuurscommissie Water & Welzijn", anker="agenda")
    blad.fields([[a_veld("DATUM", "4 maart 2026"), a_veld("PLAATS", "Ommen")], [a_veld("AFWEZIG")]])
    rijen = [
        (
            a_cel(f"{nummer}."),
            (*a_cel("Vaststellen van de begroting " * 8), *lees("- een\n  - twee")),
            a_cel("Instemmen"),
        )
        for nummer in range(1, 41)
    ]
    blad.table(["NR.", "ONDERWERP", "VOORSTEL/ADVIES"], rijen, [1, 6, 2])
    blad.heading(2, "Voorstel", anker="voorstel")
    blad.paragraph("Besloten tot 1 juni", Toon.NADRUK)
    blad.blocks(
        lees(
            "Zie [de site](https://regio.example/a?b=1&c=ë), [mail](mailto:x@regio.example) en [terug](#agenda)."
            "\n\n1. een **vet** punt\n  a. dieper\n2. nog *een*"
            "\n\n### Bedragen\n\n| Wie | Bedrag |\n| Ommen | € 12,50 |\n| | |"
        )
    )
    blad.paragraph("☐ ☑ ➢ → ⚠", Toon.KLEIN)
    blad.figure(a_picture(map_), breedte_mm=60, alternatieve_tekst="Kaart van de oevers")
    blad.paragraph("Ommen, 20 februari 2026", Toon.RECHTS)
    blad.page_break()
    blad.heading(3, "Ondertekening")
    blad.fields([[a_veld("A", "1"), a_veld("B"), a_veld("C", "3")], [a_veld("D", "4")]])
    return blad


def a_veld(naam: str, waarde: str = "") -> Veld:
    """A label with a plain value."""
    return Veld(naam=naam, waarde=a_cel(waarde) if waarde else ())


def a_cel(tekst: str) -> Cel:
    """A cell with one plain paragraph."""
    return (Alinea(gewoon(tekst)),)


def a_picture(map_: Path, mode: str = "RGBA", naam: str = "kaart.png") -> Path:
    """A small picture file."""
    bestand = map_ / naam
    Image.new(mode, (40, 20), 128 if mode == "L" else None).save(bestand)
    return bestand


def opened(document: TaggedDocument) -> Pdf:
    """The document as pikepdf reads it."""
    return pikepdf.open(io.BytesIO(document.build()))


def words_of(document: TaggedDocument) -> list[str]:
    """The text of each page as a reader extracts it."""
    pdf = pypdfium2.PdfDocument(document.build())
    try:
        return [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
    finally:
        pdf.close()
