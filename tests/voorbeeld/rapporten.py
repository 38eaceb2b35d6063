"""The long bijlagen: the project plan with contents and nested bookmarks, and the yearly overview with a bar chart."""

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents

from tests.voorbeeld.notateksten import tekst_van
from tests.voorbeeld.papier import Maker, Stijl, afmaken, kleur, letters, vloeit

_PLAN = Stijl(familie="Kar", corps=11.5, witruimte=7, accent="#1d4f8b", tint="#eef3fa", breedte=160 * mm)
_JAAR = Stijl(familie="Ver", corps=10.5, witruimte=9, accent="#8a2f5c", tint="#f8eff4", breedte=156 * mm)
_GRAFIEK = (("Klas 2", 4676), ("Kleuters", 5312), ("Op aanvraag", 2097), ("Thuis", 388))


class _Rapport(BaseDocTemplate):
    """A report that files its headings in the contents and in the bookmarks, two levels deep."""

    def afterFlowable(self, flowable: Flowable) -> None:
        niveau = getattr(flowable, "niveau", None)
        if niveau is None:
            return
        tekst = flowable.getPlainText() if isinstance(flowable, Paragraph) else ""
        sleutel = f"blz-{self.page}-{''.join(tekst.casefold().split())}"
        self.canv.bookmarkPage(sleutel)
        self.canv.addOutlineEntry(tekst, sleutel, niveau, closed=niveau == 0)
        if niveau == 0 or self.diep:
            self.notify("TOCEntry", (niveau, tekst, self.page - self.voorwerk, sleutel))

    diep = True
    voorwerk = 0


class _Staven(Flowable):
    """A bar chart of what was done, with its figures."""

    def __init__(self, stijl: Stijl) -> None:
        super().__init__()
        self.stijl = stijl

    def wrap(self, breedte: float, hoogte: float) -> tuple[float, float]:
        return self.stijl.breedte, 62 * mm

    def draw(self) -> None:
        top = max(getal for _, getal in _GRAFIEK)
        self.canv.setFont("Ver-Vet", 9)
        self.canv.drawString(0, 57 * mm, "Figuur 1. Waar de teams kinderen zagen, 2025")
        for rang, (naam, getal) in enumerate(sorted(_GRAFIEK, key=lambda rij: -rij[1])):
            links = (8 + rang * 37) * mm
            hoogte = 38 * mm * getal / top
            self.canv.setFillColor(kleur(self.stijl.accent))
            self.canv.rect(links, 9 * mm, 24 * mm, hoogte, stroke=0, fill=1)
            self.canv.setFillColor(kleur("#1d1d1d"))
            self.canv.setFont("Ver", 8)
            self.canv.drawCentredString(links + 12 * mm, 4.5 * mm, naam)
            self.canv.drawCentredString(links + 12 * mm, 10.5 * mm + hoogte, f"{getal:,}".replace(",", "."))
        self.canv.line(0, 9 * mm, 152 * mm, 9 * mm)


def maak_projectplan(target: Path) -> None:
    """Write the project plan: twelve pages with contents, embedded letters and no tags."""
    maker = Maker(
        titel="Projectplan Fit de klas in 2026-2029",
        auteur="N. Wijnbergen",
        programma="Kantoorschrijver 11.2",
        gemaakt="20260512101500",
    )
    inhoud = TableOfContents()
    inhoud.levelStyles = [
        _PLAN.alinea("toc0", fontName="Kar-Vet", spaceBefore=2, spaceAfter=0, leading=15),
        _PLAN.alinea("toc1", leftIndent=16, spaceAfter=0, fontSize=10.5, leading=12.5),
    ]
    inhoud.dotsMinLevel = 0
    inhoud.tableStyle = TableStyle([("FONTNAME", (0, 0), (-1, -1), "Kar"), ("TOPPADDING", (0, 0), (-1, -1), 0)])
    verhaal: list[Flowable] = [PageBreak(), Paragraph("Inhoud", _PLAN.kop(18)), inhoud]
    verhaal += _hoofdstukken("projectplan", _PLAN, genummerd=True)
    ruw = _bouw(verhaal, _PLAN, _voorblad_plan, _voet_plan)
    afmaken(ruw, target, maker)


def maak_jaaroverzicht(target: Path) -> None:
    """Write the yearly overview: tables and a bar chart, page labels and a crop box inside the paper."""
    maker = Maker(
        titel="Jaaroverzicht Jeugdgezondheid 2025",
        auteur="Team Onderzoek",
        programma="DrukWerkplaats 4",
        gemaakt="20260331160000",
    )
    inhoud = TableOfContents()
    inhoud.levelStyles = [_JAAR.alinea("toc0", spaceBefore=6)]
    inhoud.tableStyle = TableStyle([("FONTNAME", (0, 0), (-1, -1), "Ver")])
    verhaal: list[Flowable] = [PageBreak(), Paragraph("In dit overzicht", _JAAR.kop(17)), inhoud]
    verhaal += _hoofdstukken("jaaroverzicht", _JAAR, genummerd=False)
    ruw = _bouw(verhaal, _JAAR, _voorblad_jaar, _voet_jaar, diep=False)
    with pikepdf.open(io.BytesIO(ruw)) as pdf:
        for blad in pdf.pages:
            blad.mediabox = pikepdf.Array([-14, -14, A4[0] + 14, A4[1] + 14])
            blad.cropbox = pikepdf.Array([0, 0, A4[0], A4[1]])
        pdf.Root.PageLabels = pikepdf.Dictionary(
            Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r), 2, pikepdf.Dictionary(S=pikepdf.Name.D, St=1)])
        )
        gesneden = io.BytesIO()
        pdf.save(gesneden, deterministic_id=True)
    afmaken(gesneden.getvalue(), target, maker, linearize=True)


def _hoofdstukken(naam: str, stijl: Stijl, *, genummerd: bool) -> list[Flowable]:
    uit: list[Flowable] = []
    delen = re.split(r"^# (.+)$", tekst_van(naam), flags=re.M)[1:]
    for rang, (kop, tekst) in enumerate(zip(delen[::2], delen[1::2], strict=True)):
        nummer = f"{rang} " if genummerd and rang else ""
        uit += [PageBreak(), _kop(f"{nummer}{kop}", stijl, 0, 18)]
        voor, _, na = tekst.partition("[[grafiek]]")
        uit += [_op_niveau(deel, stijl) for deel in vloeit(voor, stijl)]
        if na:
            uit += [_Staven(stijl), Spacer(1, 8), *(_op_niveau(deel, stijl) for deel in vloeit(na, stijl))]
    return uit


def _kop(tekst: str, stijl: Stijl, niveau: int, corps: float) -> Paragraph:
    kop: Any = Paragraph(tekst, stijl.kop(corps, spaceBefore=0))
    kop.niveau = niveau
    return kop  # type: ignore[no-any-return]


def _op_niveau(deel: Flowable, stijl: Stijl) -> Flowable:
    if isinstance(deel, Paragraph) and deel.style.name == f"kop{stijl.corps + 2}":
        deel.niveau = 1  # type: ignore[attr-defined]
    return deel


def _bouw(verhaal: Sequence[Flowable], stijl: Stijl, voorblad: Any, voet: Any, *, diep: bool = True) -> bytes:
    letters()
    buffer = io.BytesIO()
    doc = _Rapport(buffer, pagesize=A4, invariant=1, pageCompression=0, initialFontName=stijl.familie, lang="nl-NL")
    doc.diep = diep
    doc.voorwerk = 0 if diep else 2
    marge = (A4[0] - stijl.breedte) / 2
    kader = Frame(marge, 24 * mm, stijl.breedte, A4[1] - 50 * mm, 0, 0, 0, 0)
    doc.addPageTemplates(
        [
            PageTemplate("voorblad", [kader], onPage=voorblad, autoNextPageTemplate="blad"),
            PageTemplate("blad", [kader], onPage=voet),
        ]
    )
    doc.multiBuild([Spacer(1, 1), *verhaal])
    return buffer.getvalue()


def _voorblad_plan(canvas: Canvas, _doc: BaseDocTemplate) -> None:
    breed, hoog = A4
    canvas.setFillColor(kleur("#1d4f8b"))
    canvas.rect(0, hoog * 0.42, breed, hoog * 0.58, stroke=0, fill=1)
    canvas.setFillColor(kleur("#f2b632"))
    for rang in range(5):
        canvas.circle((38 + rang * 26) * mm, hoog * 0.42, (5 + rang * 1.6) * mm, stroke=0, fill=1)
    canvas.setFillColor(kleur("#ffffff"))
    canvas.setFont("Kar-Vet", 40)
    canvas.drawString(27 * mm, hoog - 82 * mm, "Fit de klas in")
    canvas.setFont("Kar", 20)
    canvas.drawString(27 * mm, hoog - 95 * mm, "Projectplan 2026-2029")
    canvas.setFillColor(kleur("#1d1d1d"))
    canvas.setFont("Kar", 12)
    regels = (
        "Van zes proefscholen naar zestig scholen in de Vechtstreek",
        "",
        "Noor Wijnbergen, programmaleider",
        "Versie 1.0, 12 mei 2026",
    )
    for rang, regel in enumerate(regels):
        canvas.drawString(27 * mm, (84 - rang * 6.5) * mm, regel)
    canvas.setFillColor(kleur("#1d4f8b"))
    canvas.setFont("Kar-Vet", 12)
    canvas.drawString(27 * mm, 24 * mm, "Regio Vechtstreek, Jeugdgezondheid")


def _voet_plan(canvas: Canvas, doc: BaseDocTemplate) -> None:
    canvas.setStrokeColor(kleur("#1d4f8b"))
    canvas.line(25 * mm, 17 * mm, 185 * mm, 17 * mm)
    canvas.setFont("Kar", 9)
    canvas.setFillColor(kleur("#555555"))
    canvas.drawString(25 * mm, 12 * mm, "Projectplan Fit de klas in 2026-2029")
    canvas.drawRightString(185 * mm, 12 * mm, f"Bladzijde {doc.page} van 12")


def _voorblad_jaar(canvas: Canvas, _doc: BaseDocTemplate) -> None:
    breed, hoog = A4
    canvas.setFillColor(kleur("#f8eff4"))
    canvas.rect(-14, -14, breed + 28, hoog + 28, stroke=0, fill=1)
    canvas.setFillColor(kleur("#8a2f5c"))
    canvas.rect(0, 0, 34 * mm, hoog, stroke=0, fill=1)
    canvas.setFont("Ver-Vet", 84)
    canvas.drawString(52 * mm, hoog - 96 * mm, "2025")
    canvas.setFont("Ver", 22)
    canvas.drawString(53 * mm, hoog - 112 * mm, "Jaaroverzicht")
    canvas.drawString(53 * mm, hoog - 122 * mm, "Jeugdgezondheid")
    canvas.setFillColor(kleur("#444444"))
    canvas.setFont("Ver", 10)
    canvas.drawString(53 * mm, 40 * mm, "Cijfers en verhalen uit de elf gemeenten")
    canvas.drawString(53 * mm, 34 * mm, "Versie maart 2026, Team Onderzoek Regio Vechtstreek")


def _voet_jaar(canvas: Canvas, doc: BaseDocTemplate) -> None:
    canvas.setFillColor(kleur("#8a2f5c"))
    canvas.rect(0, A4[1] - 9 * mm, A4[0], 9 * mm, stroke=0, fill=1)
    canvas.setFont("Ver", 8)
    canvas.drawString(27 * mm, 12 * mm, "Jaaroverzicht Jeugdgezondheid 2025")
    canvas.drawRightString(183 * mm, 12 * mm, str(doc.page - 2) if doc.page > 2 else "ii")
