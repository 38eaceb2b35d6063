"""A page as a picture of what remains of it, and what lies over a page: black boxes with the number of their reason."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image, ImageChops, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.fonts import Letters, Run, printable
from tk_desktop.paper.huisstijl import Huisstijl

PUNTJES_PER_INCH = 300
_MEESTE_PUNTJES = 40_000_000
_RAND = 1.5
Woord = tuple[str, Kader]
"""A stretch of letters and where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lakvlak:
    """A black box on a page (from 1), as it is seen; ``opschrift`` stands in it, ``uitleg`` is read out there."""

    pagina: int
    kader: Kader
    opschrift: str
    uitleg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladbeeld:
    """A page as a picture, packed as it stands in a file: that is done once for the trial and the file."""

    breed: int
    hoog: int
    grijs: bool
    gepakt: bytes

    def put_in(self, pdf: Pdf) -> Stream:
        """Make it a picture of this file."""
        return pdf.make_stream(
            self.gepakt,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=self.breed,
            Height=self.hoog,
            ColorSpace=Name.DeviceGray if self.grijs else Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.FlateDecode,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladvorm:
    """How a page is seen: its size, and the matrix from the page as it is seen to the page itself."""

    breed: float
    hoog: float
    matrix: tuple[float, float, float, float, float, float]

    def op_blad(self, kader: Kader) -> Kader:
        """Return where a rectangle that is seen stands in the coordinates of the page itself."""
        a, b, c, d, e, f = self.matrix
        hoeken = [(a * x + c * y + e, b * x + d * y + f) for x in (kader.x0, kader.x1) for y in (kader.y0, kader.y1)]
        xs, ys = zip(*hoeken, strict=True)
        return Kader(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Gemerktblad:
    """A marked page: how it is seen, and its marks."""

    vorm: Bladvorm
    vlakken: tuple[Lakvlak, ...]

    @property
    def kaders(self) -> list[Kader]:
        """Where its marks are, as it is seen."""
        return [vlak.kader for vlak in self.vlakken]


def vorm_van(draai: int, doos: Kader) -> Bladvorm:
    """Return how a page with this box is seen when it is turned so many degrees."""
    links, onder, rechts, boven = doos
    breed, hoog = rechts - links, boven - onder
    match draai:
        case 90:
            return Bladvorm(breed=hoog, hoog=breed, matrix=(0, 1, -1, 0, rechts, onder))
        case 180:
            return Bladvorm(breed=breed, hoog=hoog, matrix=(-1, 0, 0, -1, rechts, boven))
        case 270:
            return Bladvorm(breed=hoog, hoog=breed, matrix=(0, -1, 1, 0, links, boven))
        case _:
            return Bladvorm(breed=breed, hoog=hoog, matrix=(1, 0, 0, 1, links, onder))


def draw_remaining(blad: pypdfium2.PdfPage, vlakken: Sequence[Kader]) -> Bladbeeld:
    """Return an open page as a picture in which every mark is black: no dot of what stood there remains."""
    breed, hoog = blad.get_size()
    schaal = min(PUNTJES_PER_INCH / 72, (_MEESTE_PUNTJES / max(1.0, breed * hoog)) ** 0.5)
    beeld: Image.Image = blad.render(scale=schaal, rev_byteorder=True, may_draw_forms=False).to_pil().convert("RGB")
    pen = ImageDraw.Draw(beeld)
    for vlak in vlakken:
        links, rechts = vlak.x0 * schaal - 1, vlak.x1 * schaal + 1
        pen.rectangle((links, (hoog - vlak.y1) * schaal - 1, rechts, (hoog - vlak.y0) * schaal + 1), fill=(0, 0, 0))
    rood, groen, blauw = beeld.split()
    grijs = not any(ImageChops.difference(rood, ander).getbbox() for ander in (groen, blauw))
    punten = (rood if grijs else beeld).tobytes()
    return Bladbeeld(breed=beeld.width, hoog=beeld.height, grijs=grijs, gepakt=zlib.compress(punten))


def lay_over(
    pdf: Pdf,
    page: Object,
    vorm: Bladvorm,
    vlakken: Sequence[Lakvlak],
    *,
    beeld: Bladbeeld | None = None,
    woorden: Sequence[Woord] = (),
) -> None:
    """Put black boxes over a page; with ``beeld`` that picture takes the place of all that is drawn on it.

    ``woorden`` are what stood outside the boxes: behind the picture, they can still be found and read out.
    """
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(vorm.breed, vorm.hoog))
    letters = Letters.load(Huisstijl.load("neutraal"))
    if beeld is not None:
        canvas.saveState()  # that letters are not drawn, would hold for the numbers in the boxes too
        _write_remaining(canvas, letters, woorden)
        canvas.restoreState()
    for vlak in vlakken:
        _write_box(canvas, letters, vlak)
    canvas.showPage()  # else a page without a word or a box would be none
    canvas.save()
    with pikepdf.open(BytesIO(stroom.getvalue())) as over:
        laag = pdf.copy_foreign(over.pages[0].as_form_xobject())
    _place(pdf, page, vorm, laag, beeld)


def _place(pdf: Pdf, page: Object, vorm: Bladvorm, laag: Object, beeld: Bladbeeld | None) -> None:
    plaats = " ".join(f"{deel:.6g}" for deel in vorm.matrix)
    if beeld is not None:
        page.Resources = Dictionary(XObject=Dictionary(Beeld=beeld.put_in(pdf), Gelakt=laag))
        maat = f"{vorm.breed:.6g} 0 0 {vorm.hoog:.6g} 0 0"
        page.Contents = pdf.make_stream(f"q {plaats} cm q {maat} cm /Beeld Do Q /Gelakt Do Q".encode())
        for sleutel in ("/StructParents", "/Group"):
            if sleutel in page:
                del page[sleutel]
        return
    tekening = f"q {plaats} cm /Gelakt Do Q".encode()
    bronnen = Dictionary(dict(page.Resources.items()))
    vormen = bronnen.get("/XObject")
    bronnen.XObject = Dictionary(dict(vormen.items()) if isinstance(vormen, Dictionary) else {})
    bronnen.XObject.Gelakt = laag
    page.Resources = bronnen
    oud = page.get("/Contents")
    stromen = list(oud.as_list()) if isinstance(oud, Array) else [oud]
    page.Contents = Array(
        [pdf.make_stream(b"q\n"), *stromen, pdf.make_stream(b"\nQ\n/Artifact BMC\n" + tekening + b"\nEMC")]
    )


def _write_box(canvas: Canvas, letters: Letters, vlak: Lakvlak) -> None:
    """Draw a box, and in it the number of its reason as large as fits; a screen reader says the reason itself."""
    kader = vlak.kader
    breed, hoog = kader.x1 - kader.x0, kader.y1 - kader.y0
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    uitleg = printable(vlak.uitleg).encode("utf-16-be").hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{uitleg}>>> BDC")
    canvas.rect(kader.x0, kader.y0, breed, hoog, stroke=0, fill=1)
    runs = letters.runs(printable(vlak.opschrift), vet=True)
    op_een = sum(run.breedte for run in runs)
    maat = min(9.0, 0.72 * hoog, (breed - 2 * _RAND) / op_een if op_een else 0.0)
    if maat >= 1:
        canvas.setFillGray(1)
        x, y = kader.x0 + (breed - op_een * maat) / 2, kader.y0 + (hoog - 0.7 * maat) / 2
        for run in runs:
            canvas.setFont(run.letter.naam, maat)
            canvas.drawString(x, y, run.tekst)
            x += run.breedte * maat
    canvas.addLiteral("EMC")


def _write_remaining(canvas: Canvas, letters: Letters, woorden: Sequence[Woord]) -> None:
    """Write words where they stand, without drawing them."""
    for tekst, kader in woorden:
        runs: Sequence[Run] = letters.runs(printable(tekst))
        op_een = sum(run.breedte for run in runs)
        maat = max(1.0, kader.y1 - kader.y0) / 1.3
        if not op_een or kader.leeg:
            continue
        deel = canvas.beginText(kader.x0, kader.y0 + 0.25 * maat)
        deel.setTextRenderMode(3)  # not drawn
        deel.setHorizScale(100 * (kader.x1 - kader.x0) / (op_een * maat))
        for run in runs:
            deel.setFont(run.letter.naam, maat)
            deel.textOut(run.tekst)
        canvas.drawText(deel)


def rest_of(tekst: Bladtekst, vlakken: Sequence[Kader]) -> list[Woord]:
    """Return the stretches of letters that stand beside every mark, line by line and word by word."""
    uit: list[Woord] = []
    for regel in tekst.regels:
        blijft = [
            plek
            for plek in range(regel.begin, regel.eind)
            if not tekst.tekst[plek].isspace() and not under(tekst.kaders[plek], vlakken)
        ]
        for _, groep in groupby(enumerate(blijft), lambda paar: paar[1] - paar[0]):
            plekken = [plek for _, plek in groep]
            kader = tekst.kaders[plekken[0]]
            for plek in plekken[1:]:
                kader = kader.met(tekst.kaders[plek])
            uit.append((tekst.tekst[plekken[0] : plekken[-1] + 1], kader))
    return uit


def under(kader: Kader, vlakken: Sequence[Kader]) -> bool:
    """Tell whether a letter stands under a mark: a fifth of it, each way, is enough."""
    breed, hoog = max(kader.x1 - kader.x0, 0.01), max(kader.y1 - kader.y0, 0.01)
    for vlak in vlakken:
        over_breed = min(kader.x1, vlak.x1) - max(kader.x0, vlak.x0)
        over_hoog = min(kader.y1, vlak.y1) - max(kader.y0, vlak.y0)
        if over_breed >= 0.2 * breed and over_hoog >= 0.2 * hoog:
            return True
    return False
