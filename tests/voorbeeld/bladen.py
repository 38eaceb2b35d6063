"""The drawn bijlagen: a slide deck, a planning on A3, an infographic and a scanned sketch without text."""

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from tests.voorbeeld.notateksten import tekst_van
from tests.voorbeeld.papier import Maker, afmaken, doek, kleur
from tk_desktop.base.paths import resources

_DIA = (960.0, 540.0)


def maak_presentatie(target: Path) -> None:
    """Write the slide deck: eight slides of 16:9, a bookmark for each, links from the first to the others."""
    dias = tuple(tuple(deel.splitlines()) for deel in tekst_van("dias").removeprefix("# ").split("\n\n# "))
    buffer = io.BytesIO()
    canvas = doek(buffer, _DIA, "Ver")
    breed, hoog = _DIA
    canvas.setFillColor(kleur("#0f6e6e"))
    canvas.rect(0, 0, breed, hoog, stroke=0, fill=1)
    canvas.setFillColor(kleur("#ffd166"))
    canvas.circle(breed - 90, 70, 210, stroke=0, fill=1)
    canvas.setFillColor(kleur("#ffffff"))
    canvas.setFont("Ver-Vet", 50)
    canvas.drawString(60, hoog - 150, "Zes scholen verder")
    canvas.setFont("Ver", 20)
    canvas.drawString(62, hoog - 190, "Wat de proef met Fit de klas in heeft geleerd")
    canvas.setFont("Ver", 15)
    for rang, (titel, *_) in enumerate(dias):
        lijn = 265 - rang * 26
        canvas.drawString(62, lijn, f"{rang + 2}   {titel}")
        canvas.linkRect("", f"dia-{rang + 2}", (60, lijn - 5, 460, lijn + 16), thickness=0)
    canvas.drawString(62, 36, "Noor Wijnbergen, voorjaar 2026")
    canvas.bookmarkPage("dia-1")
    canvas.addOutlineEntry("Zes scholen verder", "dia-1", 0)
    for rang, dia in enumerate(dias, 2):
        canvas.showPage()
        _dia(canvas, rang, dia)
    canvas.save()
    maker = Maker(
        titel="Zes scholen verder", auteur="N. Wijnbergen", programma="Diavertoner 7", gemaakt="20260420093000"
    )
    afmaken(buffer.getvalue(), target, maker, linearize=True)


def _dia(canvas: Canvas, nummer: int, dia: tuple[str, ...]) -> None:
    titel, punten = dia[0], [regel for regel in dia[1:] if not regel.startswith("> ")]
    breed, hoog = _DIA
    canvas.bookmarkPage(f"dia-{nummer}")
    canvas.addOutlineEntry(titel, f"dia-{nummer}", 1)
    canvas.setFillColor(kleur("#0f6e6e"))
    canvas.rect(0, hoog - 96, breed, 96, stroke=0, fill=1)
    canvas.setFillColor(kleur("#ffd166"))
    canvas.rect(0, hoog - 104, breed, 8, stroke=0, fill=1)
    canvas.setFillColor(kleur("#ffffff"))
    canvas.setFont("Ver-Vet", 30)
    canvas.drawString(60, hoog - 62, titel)
    canvas.setFillColor(kleur("#24302f"))
    for rang, punt in enumerate(punten):
        lijn = hoog - 172 - rang * 62
        canvas.setFillColor(kleur("#0f6e6e"))
        canvas.circle(76, lijn + 8, 9, stroke=0, fill=1)
        canvas.setFillColor(kleur("#24302f"))
        canvas.setFont("Ver", 23)
        canvas.drawString(104, lijn, punt)
    if not punten:
        _lijngrafiek(canvas)
    for slot in (regel.removeprefix("> ") for regel in dia if regel.startswith("> ")):
        canvas.setFillColor(kleur("#e3f1f0"))
        canvas.roundRect(60, 62, breed - 120, 58, 8, stroke=0, fill=1)
        canvas.setFillColor(kleur("#0f6e6e"))
        canvas.setFont("Ver-Vet", 19)
        canvas.drawString(84, 84, slot)
    canvas.setFont("Ver", 11)
    canvas.setFillColor(kleur("#6b7877"))
    canvas.drawString(60, 22, "Regio Vechtstreek, Jeugdgezondheid")
    canvas.drawRightString(breed - 60, 22, str(nummer))


def _lijngrafiek(canvas: Canvas) -> None:
    metingen = (("sept 2024", 52), ("jan 2025", 55), ("juni 2025", 60), ("nov 2025", 63))
    punten = [(170 + rang * 205, 105 + (waarde - 45) * 13) for rang, (_, waarde) in enumerate(metingen)]
    canvas.setStrokeColor(kleur("#c9d6d5"))
    for waarde in (45, 50, 55, 60, 65):
        canvas.line(120, 105 + (waarde - 45) * 13, 860, 105 + (waarde - 45) * 13)
        canvas.setFont("Ver", 13)
        canvas.drawRightString(110, 100 + (waarde - 45) * 13, f"{waarde}%")
    canvas.setStrokeColor(kleur("#0f6e6e"))
    canvas.setLineWidth(4)
    for (x, y), (verder, hoger) in pairwise(punten):
        canvas.line(x, y, verder, hoger)
    for (x, y), (naam, waarde) in zip(punten, metingen, strict=True):
        canvas.setFillColor(kleur("#0f6e6e"))
        canvas.circle(x, y, 9, stroke=0, fill=1)
        canvas.setFillColor(kleur("#24302f"))
        canvas.setFont("Ver-Vet", 18)
        canvas.drawCentredString(x, y + 20, f"{waarde}%")
        canvas.setFont("Ver", 14)
        canvas.drawCentredString(x, 72, naam)


_BALKEN: tuple[tuple[str, str, int, int], ...] = (
    ("Voorbereiding", "Besluit en werving coaches", 0, 3),
    ("Voorbereiding", "Oefenkaarten en app gereed", 0, 4),
    ("Uitvoering", "Groep 1: zestien scholen", 2, 14),
    ("Uitvoering", "Groep 2: achttien scholen", 14, 26),
    ("Uitvoering", "Groep 3: zestien scholen", 26, 38),
    ("Uitvoering", "Groep 4: tien scholen", 38, 42),
    ("Scholing", "Studiemomenten leerkrachten", 3, 12),
    ("Scholing", "Studiemomenten tweede jaar", 15, 24),
    ("Scholing", "Herhaling en nieuwe collega’s", 27, 41),
    ("Meten", "Eerste meting", 3, 4),
    ("Meten", "Tussenmeting en voorstel", 15, 17),
    ("Meten", "Eindmeting en verslag", 40, 42),
    ("Pleinen", "Ontwerp met leerlingen", 4, 10),
    ("Pleinen", "Verf en los materiaal", 8, 36),
    ("Verenigingen", "Middagen met sportclubs", 5, 40),
)
_TINTEN = {
    "Voorbereiding": "#7a8ba3", "Uitvoering": "#1d4f8b", "Scholing": "#2f8f83", "Meten": "#c2571a",
    "Pleinen": "#7a9b2e", "Verenigingen": "#8a5a9e",
}  # fmt: skip


def maak_planning(target: Path) -> None:
    """Write the planning: one sheet of A3, bars over 42 months from July 2026."""
    buffer = io.BytesIO()
    breed, hoog = landscape(A3)
    canvas = doek(buffer, (breed, hoog), "Lib")
    canvas.setFont("Lib-Vet", 22)
    canvas.drawString(15 * mm, hoog - 20 * mm, "Planning Fit de klas in, juli 2026 tot en met december 2029")
    canvas.setFont("Lib", 11)
    canvas.drawString(15 * mm, hoog - 27 * mm, "Stand 11 mei 2026. De ruit is een moment waarop de commissie beslist.")
    links, boven, maand, rij = 105 * mm, hoog - 48 * mm, 7.05 * mm, 13 * mm
    _kalender(canvas, links, boven, maand, rij)
    vorige = ""
    for rang, (spoor, taak, van, tot) in enumerate(_BALKEN):
        y = boven - (rang + 1) * rij
        canvas.setFillColor(kleur("#222222"))
        if spoor != vorige:
            canvas.setFont("Lib-Vet", 11)
            canvas.drawString(15 * mm, y + 4.5 * mm, spoor)
            vorige = spoor
        canvas.setFont("Lib", 10.5)
        canvas.drawString(45 * mm, y + 4.5 * mm, taak)
        canvas.setFillColor(kleur(_TINTEN[spoor]))
        canvas.roundRect(links + van * maand, y + 2.5 * mm, (tot - van) * maand, 8 * mm, 2 * mm, stroke=0, fill=1)
    onder = boven - len(_BALKEN) * rij
    for plek, tekst in (
        (0, "4 juni 2026: projectplan"),
        (16.5, "najaar 2027: vervolg"),
        (41, "december 2029: eindverslag"),
    ):
        _ruit(canvas, links + plek * maand, onder - 8 * mm, tekst, rechts=plek < 40)
    canvas.save()
    maker = Maker(
        titel="Planning Fit de klas in", auteur="S. Hazekamp", programma="PlanBord 2.0", gemaakt="20260511142200"
    )
    afmaken(buffer.getvalue(), target, maker)


def _kalender(canvas: Canvas, links: float, boven: float, maand: float, rij: float) -> None:
    onder = boven - len(_BALKEN) * rij
    for rang in range(len(_BALKEN) + 1):
        canvas.setStrokeColor(kleur("#d9dde2"))
        canvas.line(15 * mm, boven - rang * rij, links + 42 * maand, boven - rang * rij)
    for jaar, van, tot in ((2026, 0, 6), (2027, 6, 18), (2028, 18, 30), (2029, 30, 42)):
        canvas.setFillColor(kleur("#1d4f8b"))
        canvas.rect(links + van * maand, boven + 6 * mm, (tot - van) * maand - 1, 7 * mm, stroke=0, fill=1)
        canvas.setFillColor(kleur("#ffffff"))
        canvas.setFont("Lib-Vet", 12)
        canvas.drawCentredString(links + (van + tot) / 2 * maand, boven + 8 * mm, str(jaar))
    canvas.setFont("Lib", 9)
    for nummer in range(42):
        canvas.setFillColor(kleur("#444444"))
        canvas.drawCentredString(links + (nummer + 0.5) * maand, boven + 1.6 * mm, "jasondjfmamj"[nummer % 12])
        canvas.setStrokeColor(kleur("#9aa3ad" if nummer % 12 == 6 else "#e7eaee"))
        canvas.line(links + nummer * maand, boven, links + nummer * maand, onder)


def _ruit(canvas: Canvas, x: float, y: float, tekst: str, *, rechts: bool) -> None:
    canvas.setFillColor(kleur("#c2571a"))
    pad = canvas.beginPath()
    for stap, (dx, dy) in enumerate(((0, 3), (3, 0), (0, -3), (-3, 0))):
        (pad.lineTo if stap else pad.moveTo)(x + dx * mm, y + dy * mm)
    pad.close()
    canvas.drawPath(pad, stroke=0, fill=1)
    canvas.setFillColor(kleur("#222222"))
    canvas.setFont("Lib", 10)
    schrijf: Callable[..., None] = canvas.drawString if rechts else canvas.drawRightString
    schrijf(x + (5 if rechts else -5) * mm, y - 1.2 * mm, tekst)


_FEITEN = (
    ("26.000", "kinderen gezien door onze teams", "#e4572e"),
    ("31.460", "vaccinaties gegeven", "#2e86ab"),
    ("611", "kleuters naar de logopedist", "#7a9b2e"),
    ("388", "gezinnen thuis geholpen", "#8a5a9e"),
    ("341", "ouders vroegen hulp bij geldzorgen", "#c08a1a"),
    ("61", "meldingen van kinkhoest", "#3d5a80"),
)


def maak_infographic(target: Path) -> None:
    """Write the infographic: one page with six figures."""
    buffer = io.BytesIO()
    breed, hoog = A4
    canvas = doek(buffer, A4, "Kar")
    canvas.setFillColor(kleur("#fff7e8"))
    canvas.rect(0, 0, breed, hoog, stroke=0, fill=1)
    canvas.setFillColor(kleur("#22333b"))
    canvas.setFont("Kar-Vet", 38)
    canvas.drawString(18 * mm, hoog - 32 * mm, "Kinderen in beeld")
    canvas.setFont("Kar", 17)
    canvas.drawString(18 * mm, hoog - 42 * mm, "Zes getallen over 2025 uit de elf gemeenten")
    for rang, (getal, tekst, tint) in enumerate(_FEITEN):
        x, y = (18 + rang % 2 * 89) * mm, hoog - (112 + rang // 2 * 66) * mm
        canvas.setFillColor(kleur(tint))
        canvas.roundRect(x, y, 85 * mm, 60 * mm, 5 * mm, stroke=0, fill=1)
        canvas.saveState()
        kaart = canvas.beginPath()
        kaart.roundRect(x, y, 85 * mm, 60 * mm, 5 * mm)
        canvas.clipPath(kaart, stroke=0, fill=0)
        canvas.setFillColor(kleur("#ffffff"))
        canvas.setFillAlpha(0.18)
        canvas.circle(x + 72 * mm, y + 47 * mm, 22 * mm if rang % 2 else 16 * mm, stroke=0, fill=1)
        canvas.restoreState()
        canvas.setFillColor(kleur("#ffffff"))
        canvas.setFont("Kar-Vet", 44)
        canvas.drawString(x + 7 * mm, y + 28 * mm, getal)
        canvas.setFont("Kar", 14)
        canvas.drawString(x + 7 * mm, y + 15 * mm, tekst)
    canvas.setFillColor(kleur("#22333b"))
    canvas.setFont("Kar", 10.5)
    canvas.drawString(18 * mm, 22 * mm, "Bron: kinddossier en meldingen, 1 januari tot en met 31 december 2025.")
    canvas.drawString(18 * mm, 16 * mm, "Regio Vechtstreek, Team Onderzoek, april 2026")
    canvas.save()
    maker = Maker(
        titel="Kinderen in beeld 2025", auteur="Team Onderzoek", programma="Beeldmaker 3", gemaakt="20260415120000"
    )
    afmaken(buffer.getvalue(), target, maker)


def maak_scan(target: Path) -> None:
    """Write the scanned sketch: one grey picture that lies on its side in the file, no letter to search for."""
    beeld = Image.new("L", (1240, 1754), 246)
    teken = ImageDraw.Draw(beeld)
    gewoon, groot = _scanletter(30), _scanletter(44)
    teken.text((120, 130), "Schets standplaats Marsmade-Noord", font=groot, fill=40)
    teken.text((120, 200), "Opgemeten 22 april 2026, J. Oosterwold", font=gewoon, fill=70)
    teken.rectangle((170, 420, 1070, 1250), outline=60, width=4)
    teken.rectangle((250, 500, 620, 760), outline=60, width=3, fill=222)
    teken.text((300, 600), "Dorpshuis", font=gewoon, fill=40)
    teken.rectangle((690, 820, 990, 940), outline=40, width=5, fill=200)
    teken.text((730, 858), "Bus 8,5 x 2,5 m", font=gewoon, fill=30)
    teken.line((620, 700, 690, 860), fill=60, width=3)
    teken.text((470, 790), "kabel 14 m", font=gewoon, fill=60)
    for rang in range(6):
        teken.rectangle((220 + rang * 110, 1080, 310 + rang * 110, 1230), outline=110, width=2)
    teken.text((240, 1030), "zes parkeerplaatsen", font=gewoon, fill=70)
    teken.line((60, 1330, 1180, 1310), fill=80, width=6)
    teken.text((430, 1345), "Schoolstraat", font=gewoon, fill=60)
    teken.text((120, 1450), "Nodig: stopcontact 32 A, vlakke tegels, lamp bij de deur.", font=gewoon, fill=60)
    teken.text((120, 1500), "Nu nog helling van 4 graden aan de straatkant!", font=gewoon, fill=60)
    beeld = beeld.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=246).filter(ImageFilter.GaussianBlur(0.8))
    liggend = beeld.rotate(90, expand=True)
    jpeg = io.BytesIO()
    liggend.save(jpeg, "JPEG", quality=52)
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(842, 595))
        blad = pdf.pages[0]
        plaat = pikepdf.Stream(pdf, jpeg.getvalue())
        plaat.stream_dict.update(_plaatgegevens(liggend))
        blad.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=plaat))
        blad.Contents = pikepdf.Stream(pdf, b"q 842 0 0 595 0 0 cm /Scan Do Q")
        blad.Rotate = 90
        ruw = io.BytesIO()
        pdf.save(ruw, deterministic_id=True)
    afmaken(
        ruw.getvalue(),
        target,
        Maker(titel="scan0042", auteur="", programma="Kopieermachine gang 2", gemaakt="20260422163100"),
        modern=False,
    )


def _plaatgegevens(beeld: Image.Image) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=beeld.width,
        Height=beeld.height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def _scanletter(corps: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        resources() / "fonts" / "carlito" / "Carlito-Regular.ttf", corps, layout_engine=ImageFont.Layout.BASIC
    )
