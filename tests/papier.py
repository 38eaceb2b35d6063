"""Papers for tests: pages with lines of text on known places, turned and cut as asked."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.domain.aantekening import Vlak
from tk_desktop.paper.version_pages import Versiebladen


def a_paper(
    *bladen: Sequence[str],
    draai: int = 0,
    uitsnede: tuple[float, float, float, float] | None = None,
    maat: tuple[float, float] = (400, 600),
) -> bytes:
    """Pages of ``maat`` points with lines of 12 points below each other, the first 100 points from the top, 40 in."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=maat)
    for regels in bladen:
        canvas.setFont("Helvetica", 10)
        for nummer, regel in enumerate(regels):
            canvas.drawString(40, maat[1] - 100 - 12 * nummer, regel)
        canvas.showPage()
    canvas.save()
    if not draai and uitsnede is None:
        return stroom.getvalue()
    with pikepdf.open(BytesIO(stroom.getvalue())) as pdf:
        for blad in pdf.pages:
            blad.rotate(draai, relative=False)
            if uitsnede:
                blad.cropbox = pikepdf.Rectangle(*uitsnede)
        uit = BytesIO()
        pdf.save(uit)
    return uit.getvalue()


def a_scan(*bladen: Sequence[str], zwart_wit: bool = False) -> bytes:
    """Pages of A4 that are pictures of lines, 300 dots to the inch: grey as a photograph, or black and white."""
    beelden = []
    for regels in bladen:
        blad = Image.new("L", (2480, 3508), 250)
        pen = ImageDraw.Draw(blad)
        for nummer, regel in enumerate(regels):
            pen.text((250, 300 + 60 * nummer), regel, font=ImageFont.load_default(42), fill=20)
        beelden.append(blad.convert("1") if zwart_wit else blad)
    stroom = BytesIO()
    beelden[0].save(stroom, "PDF", resolution=300, save_all=True, append_images=beelden[1:])
    return stroom.getvalue()


def resent(inhoud: bytes, titel: str) -> bytes:
    """The same pages in another file: what a scanner or mail program makes of it when it is sent once more."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        pdf.docinfo["/Title"] = titel
        uit = BytesIO()
        pdf.save(uit, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return uit.getvalue()


def passage_op(bladen: Versiebladen, versie: str, pagina: int, begin: int, eind: int) -> tuple[Vlak, ...]:
    """Return the rectangles of one passage of a version."""
    bereik = pagina, begin, eind
    return bladen.vlakken(versie, [bereik])[bereik]


def a_story(bladen: int, regels: int = 35) -> bytes:
    """Pages full of lines, each with its own words."""
    return a_paper(
        *([f"Bladzijde {blad}, regel {regel} van de commissie" for regel in range(regels)] for blad in range(bladen))
    )


def a_linked_paper(draai: int = 0) -> bytes:
    """Two pages: a link to the web, one to the second page, and a table of contents."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(400, 600))
    canvas.linkURL("https://waterkant.example/a?b=1", (10, 10, 60, 30))
    canvas.linkRect("", "verder", (100, 500, 200, 520))
    canvas.addOutlineEntry("Inleiding", "begin", level=0)
    canvas.addOutlineEntry("De kosten", "verder", level=1)
    canvas.addOutlineEntry("Slot", "slot", level=0)
    canvas.bookmarkPage("begin")
    canvas.showPage()
    canvas.bookmarkPage("verder", fit="XYZ", left=0, top=450)
    canvas.bookmarkPage("slot", fit="XYZ", left=0, top=450)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(stroom.getvalue())) as pdf:
        for blad in pdf.pages:
            blad.rotate(draai, relative=False)
        uit = BytesIO()
        pdf.save(uit)
    return uit.getvalue()


def a_paper_that_leads_to(bestand: str, pagina: int) -> bytes:
    """Two pages, the first with a link at 100 to 200 by 500 to 520 to a page (from 1) of another file."""
    with pikepdf.open(BytesIO(a_linked_paper())) as pdf:
        (link,) = [annot for annot in pdf.pages[0].Annots if "/Dest" in annot]
        del link["/Dest"]
        waar = pikepdf.Array([pagina - 1, pikepdf.Name.Fit])
        link.A = pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=pikepdf.String(bestand), D=waar)
        uit = BytesIO()
        pdf.save(uit)
    return uit.getvalue()


def a_heavy_drawing(lijnen: int) -> bytes:
    """One page with so many curves, as a map from a drawing program: drawing them takes long."""
    punt = "{0} {1} m {2} {1} {0} {3} {2} {3} c S"
    krommen = (punt.format(nr % 590, nr % 830, nr % 590 + 40, nr % 830 + 30) for nr in range(lijnen))
    with pikepdf.new() as pdf:
        blad = pdf.add_blank_page(page_size=(595, 842))
        blad.Contents = pdf.make_stream("\n".join(krommen).encode())
        uit = BytesIO()
        pdf.save(uit)
    return uit.getvalue()
