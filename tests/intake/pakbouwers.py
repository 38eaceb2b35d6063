"""A pack on paper, written with plain tools: pages of lines, tables with and without rules, bookmarks."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Blad = Sequence[str]


def een_pak(doel: Path, bladen: Sequence[Blad], wijzers: dict[int, str] | None = None) -> Path:
    """Write each page as lines; an empty text is room, a space an empty paragraph, ``wijzers`` bookmarks by page."""
    canvas = Canvas(str(doel), pagesize=A4, invariant=True)
    for nummer, regels in enumerate(bladen, 1):
        if wijzers and nummer in wijzers:
            canvas.bookmarkPage(str(nummer))
            canvas.addOutlineEntry(wijzers[nummer], str(nummer))
        canvas.setFont("Helvetica", 10)
        y = 780.0
        for regel in regels:
            if regel:
                canvas.drawString(60, y, regel)
            y -= 13
        canvas.showPage()
    canvas.save()
    return doel


AGENDA = (
    "Agenda bestuurscommissie Waterkant", "",
    "DATUM donderdag 12 maart 2026 PLAATS Kadehuis te Vecht",
    "TIJDSTIP 14.00 - 16.00 uur", "VOORZITTER Roos van Dalen SECRETARIS Siem Hoek", "",
    "NR. ONDERWERP VOORSTEL/ADVIES", "",
    "1. 14.00 uur", "Opening en vaststelling agenda", "",
    "2. 14.05 uur", "Adviesnota 'Herstel van de kades'", "(adviesnota met bijlagen 1 t/m 2 bijgevoegd)", "",
    "Ter besluitvorming", "",
    "3. 15.00 uur", "Jaaroverzicht Roeiboten 2025 (bijgevoegd)", "", "Ter kennisname", "",
    "4. 15.30 uur", "Rondvraag en sluiting",
)  # fmt: skip
NOTA = (
    "Adviesnota", "",
    "Openbaar Ja Registratienummer 2026-000417", "",
    "Voorstel voor bestuurscommissie Waterkant", "",
    "Datum vergadering 12 maart 2026 Agendapunt 2", "",
    "Behandelend ambtenaar Anke Wiel, adviseur, tel. 030 123 45 67", "",
    "Onderwerp", "Herstel van de kades", "",
    "Voorstel", "1. De kades te herstellen.", "",
    "Inleiding", "De kades zakken.", "",
    "Bijlage(n)", "1. Meetrapport kades", "2. Tekening van de sluis", "",
    "Besluit",
)  # fmt: skip
"""Papers of an invented body; the quotes are straight, as Helvetica has them."""
