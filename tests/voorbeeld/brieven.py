"""The written bijlagen: a letter that came in twice, and two earlier verslagen."""

import io
import re
from pathlib import Path

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus.doctemplate import BaseDocTemplate

from tests.voorbeeld.notateksten import tekst_van
from tests.voorbeeld.papier import Maker, Stijl, afmaken, doek, kleur, letters, opgemaakt, vloeit
from tk_desktop.domain.opmaak import lees_stukjes

_AO = Stijl(familie="Kar", corps=12.5, witruimte=8, accent="#555555", tint="#f3f3f3", breedte=165 * mm)
_VERSLAG = Stijl(familie="Lib", corps=11, accent="#0b6b3a", tint="#ffffff", breedte=257 * mm, witruimte=4)
_KOLOMMEN = ("NR.", "ONDERWERP", "VOORSTEL-ADVIES", "BESLISSING", "ACTIE DOOR")


INGESLOTEN = ("Lib", "Lib-Vet")
NIET_INGESLOTEN = ("Helvetica", "Helvetica-Bold")


def maak_brief(target: Path, letter: tuple[str, str] = INGESLOTEN) -> None:
    """Write the letter of the swimming pools: two pages; ``NIET_INGESLOTEN`` leaves its letters to the reader."""
    buffer = io.BytesIO()
    gewoon, _ = letter
    canvas = doek(buffer, A4, gewoon)
    stijl = ParagraphStyle("brief", fontName=gewoon, fontSize=11, leading=15.5, spaceAfter=9, alignment=TA_LEFT)
    inhoud: list[Flowable] = [
        Paragraph(opgemaakt(lees_stukjes(r)), stijl) for r in tekst_van("zwembaden").split("\n\n")
    ]
    bladzijde = 1
    _briefhoofd(canvas, *letter)
    Frame(28 * mm, 28 * mm, 152 * mm, 158 * mm, 0, 0, 0, 0).addFromList(inhoud, canvas)
    while inhoud:
        _briefvoet(canvas, gewoon, bladzijde)
        canvas.showPage()
        bladzijde += 1
        Frame(28 * mm, 28 * mm, 152 * mm, 235 * mm, 0, 0, 0, 0).addFromList(inhoud, canvas)
    _briefvoet(canvas, gewoon, bladzijde)
    canvas.save()
    maker = Maker(titel="", auteur="VZV", programma="Oud Brievenpakket 5.1", gemaakt="20260428110000")
    afmaken(buffer.getvalue(), target, maker, modern=False)


def _briefhoofd(canvas: Canvas, gewoon: str, vet: str) -> None:
    hoog = A4[1]
    canvas.setFillColor(kleur("#12558f"))
    canvas.setFont(vet, 17)
    canvas.drawString(28 * mm, hoog - 26 * mm, "Vereniging Zwembaden Vechtdelta")
    canvas.setStrokeColor(kleur("#5aa9d6"))
    canvas.setLineWidth(2.2)
    for rang in range(3):
        pad = canvas.beginPath()
        y = hoog - (31 + rang * 2.4) * mm
        pad.moveTo(28 * mm, y)
        for golf in range(8):
            x = (28 + golf * 19) * mm
            pad.curveTo(x + 6 * mm, y + 3 * mm, x + 13 * mm, y - 3 * mm, x + 19 * mm, y)
        canvas.drawPath(pad)
    canvas.setFillColor(kleur("#000000"))
    canvas.setFont(gewoon, 10.5)
    adres = ("Regio Vechtstreek", "Bestuurscommissie Gezond Opgroeien", "Kadeplein 3", "Lindervoort")
    for rang, regel in enumerate(adres):
        canvas.drawString(28 * mm, hoog - (50 + rang * 5.4) * mm, regel)
    velden = (
        ("Datum", "28 april 2026"),
        ("Ons kenmerk", "VZV 26-31"),
        ("Betreft", "Lesuren in het schooljaar 2026-2027"),
    )
    for rang, (naam, waarde) in enumerate(velden):
        y = hoog - (82 + rang * 5.4) * mm
        canvas.setFont(vet, 10.5)
        canvas.drawString(28 * mm, y, naam)
        canvas.setFont(gewoon, 10.5)
        canvas.drawString(58 * mm, y, waarde)


def _briefvoet(canvas: Canvas, gewoon: str, bladzijde: int) -> None:
    canvas.setFont(gewoon, 8.5)
    canvas.setFillColor(kleur("#12558f"))
    canvas.drawString(
        28 * mm, 15 * mm, "Vereniging Zwembaden Vechtdelta, Badweg 1, Grootlaar, info@zwembadenvechtdelta.example"
    )
    canvas.drawRightString(180 * mm, 15 * mm, f"{bladzijde}/2")
    canvas.setFillColor(kleur("#000000"))


def maak_ao_verslag(target: Path) -> None:
    """Write the verslag of the officials: a plain text with an action table."""
    letters()
    buffer = io.BytesIO()
    doc = SimpleDocTemplate(
        buffer, pagesize=A4, invariant=1, pageCompression=0, initialFontName="Kar",
        leftMargin=22 * mm, rightMargin=22 * mm, topMargin=24 * mm, bottomMargin=24 * mm,
    )  # fmt: skip
    kop, _, tekst = tekst_van("ao").removeprefix("# ").partition("\n")

    def voet(canvas: Canvas, blad: BaseDocTemplate) -> None:
        canvas.setFont("Kar", 9)
        canvas.drawRightString(188 * mm, 13 * mm, f"Verslag AO GO 7 mei 2026 - {blad.page}")

    verhaal: list[Flowable] = [Paragraph(f"Verslag {kop}", _AO.kop(17, spaceBefore=0)), *vloeit(tekst, _AO)]
    doc.build(verhaal, onFirstPage=voet, onLaterPages=voet)
    maker = Maker(
        titel="Verslag AO GO 7 mei 2026",
        auteur="F. Roelink",
        programma="Kantoorschrijver 11.2",
        gemaakt="20260511090000",
    )
    afmaken(buffer.getvalue(), target, maker)


def maak_bc_verslag(target: Path) -> None:
    """Write the earlier verslag of the commission: five columns on landscape pages, presence with municipality."""
    letters()
    buffer = io.BytesIO()
    doc = BaseDocTemplate(
        buffer, pagesize=landscape(A4), invariant=1, pageCompression=0, initialFontName="Lib", lang="nl-NL"
    )
    kader = Frame(20 * mm, 20 * mm, 257 * mm, 166 * mm, 0, 0, 0, 0)
    doc.addPageTemplates([PageTemplate("blad", [kader], onPage=_verslagvoet)])
    hoofd, *punten = re.split(r"\n\n\n+(?=\S)", tekst_van("verslag"))
    verhaal: list[Flowable] = [
        Paragraph("Verslag Bestuurscommissie Gezond Opgroeien", _VERSLAG.kop(18, spaceBefore=0)),
        _verslaghoofd(hoofd),
        Spacer(1, 10),
        _verslagtabel(punten),
        Spacer(1, 12),
        Paragraph("Voor vaststelling in de vergadering van 4 juni 2026,", _VERSLAG.alinea()),
        Spacer(1, 30),
        _handtekeningen(),
    ]
    doc.build(verhaal)
    maker = Maker(
        titel="Verslag BC GO 12 maart 2026",
        auteur="F. Roelink",
        programma="Bestuursschrijver 3.4",
        gemaakt="20260326100000",
    )
    afmaken(buffer.getvalue(), target, maker)


def _verslaghoofd(tekst: str) -> Table:
    rijen = []
    for regel in tekst.splitlines():
        naam, _, waarde = regel.partition(": ")
        rijen.append(
            [
                Paragraph(f"<b>{naam}</b>", _VERSLAG.alinea(spaceAfter=0)),
                Paragraph(opgemaakt(lees_stukjes(waarde)), _VERSLAG.alinea(spaceAfter=0)),
            ]
        )
    uit = Table(rijen, colWidths=[34 * mm, 223 * mm])
    uit.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), "Lib"),
                ("BACKGROUND", (0, 0), (-1, -1), kleur("#e9f3ec")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return uit


def _verslagtabel(punten: list[str]) -> Table:
    breedtes = [b * mm for b in (13, 52, 70, 92, 30)]
    rijen: list[list[object]] = [
        [Paragraph(f"<b>{kop}</b>", _VERSLAG.alinea(textColor=kleur("#ffffff"))) for kop in _KOLOMMEN]
    ]
    regels = []
    for rang, punt in enumerate(punten, 1):
        if punt.startswith("–"):
            regels.append(("SPAN", (1, rang), (-1, rang)))
        cellen = [deel.strip() for deel in re.split(r"^\|\|$", punt, flags=re.M)]
        rijen.append([vloeit(cel, _VERSLAG) or "" for cel in cellen])
    uit = Table(rijen, colWidths=breedtes, repeatRows=1, splitInRow=0)
    uit.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), "Lib"),
                ("BACKGROUND", (0, 0), (-1, 0), kleur("#0b6b3a")),
                ("GRID", (0, 0), (-1, -1), 0.5, kleur("#b7c4ba")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                *regels,
            ]
        )
    )
    return uit


def _handtekeningen() -> Table:
    """Return the two places to sign."""
    rij = [
        Paragraph(tekst, _VERSLAG.alinea())
        for tekst in ("Marjolein Terweel,<br/>voorzitter", "Willemijn Hartkoorn,<br/>secretaris")
    ]
    uit = Table([rij], colWidths=[110 * mm, 110 * mm], hAlign="LEFT")
    uit.setStyle(
        TableStyle([("FONTNAME", (0, 0), (-1, -1), "Lib"), ("LINEABOVE", (0, 0), (-1, -1), 0.6, kleur("#20241f"))])
    )
    return uit


def _verslagvoet(canvas: Canvas, doc: BaseDocTemplate) -> None:
    canvas.setFont("Lib", 8)
    canvas.setFillColor(kleur("#555555"))
    canvas.drawString(20 * mm, 11 * mm, "Verslag BC GO 12 maart 2026")
    canvas.drawRightString(277 * mm, 11 * mm, f"{doc.page}")
