"""Notes on paper: in a margin beside their lines, or as small numbers at their passages (F10).

For the printer only: the notes become part of the page. Places are in points of the page as it is seen.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P, Pad, leesbron
from tk_desktop.domain.aantekening import Soort
from tk_desktop.paper import stamps
from tk_desktop.paper.annotation_drawing import (
    LIJN,
    VERMENIGVULDIGD,
    Noot,
    bounds,
    fill,
    ink,
    marks,
    number_sign,
    numbers,
)
from tk_desktop.paper.annotations import measured
from tk_desktop.paper.notes_margin import RAND, SCHAAL, ZIE, Drukregel, Kantlijn, Nummering, text
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.saving import save_pdf

_PAREN = ("/Rect", "/QuadPoints", "/Vertices", "/L", "/CL")


def write_margins(
    bron: Pad, regels: Sequence[Drukregel], target: Pad, *, letter: Path, nummer: Nummering
) -> tuple[Drukregel, ...]:
    """Write a copy whose pages with notes are smaller, with the notes beside them; as many pages as before.

    Returns the notes that find no room in the margin, in order and with the number that they get for it: in the margin
    stands a reference to a list behind the paper.
    """
    over: list[Drukregel] = []
    with _opened(bron, regels, letter) as werk:
        for pagina, bij in _per_page(regels):
            vlak = werk.vlak(pagina)
            met_woorden = [regel for regel in bij if regel.woorden and regel.noot.paginas[0] == pagina]
            if not met_woorden:
                werk.overlay(pagina, vlak, _drawn(bij, pagina))
                continue
            kant = Kantlijn(vlak, werk.letter, pagina, met_woorden, nummer)
            werk.shrink(pagina, vlak, kant.x0, kant.y0)
            getekend = b"q " + numbers(SCHAAL, 0, 0, SCHAAL, kant.x0, kant.y0) + b" cm\n" + _drawn(bij, pagina) + b"\nQ"
            werk.overlay(pagina, vlak, getekend + b"\n" + kant.drawing())
            over += kant.over
        werk.save(target)
    return tuple(over)


def write_numbers(bron: Pad, regels: Sequence[Drukregel], target: P, *, letter: Path) -> P:
    """Write a copy with the notes drawn on the pages and a small number at each that has words."""
    with _opened(bron, regels, letter) as werk:
        for pagina, bij in _per_page(regels):
            vlak = werk.vlak(pagina)
            delen = [_drawn(bij, pagina)]
            bovenaan = 0
            for regel in bij:
                if regel.woorden and regel.noot.paginas[0] == pagina:
                    delen.append(_number(regel, pagina, vlak, werk.letter, bovenaan))
                    bovenaan += not _has_place(regel.noot, pagina)
            werk.overlay(pagina, vlak, b"\n".join(delen))
        werk.save(target)
    return target


def _per_page(regels: Sequence[Drukregel]) -> Iterable[tuple[int, list[Drukregel]]]:
    paginas = sorted({pagina for regel in regels for pagina in regel.noot.paginas})
    return [(pagina, [regel for regel in regels if pagina in regel.noot.paginas]) for pagina in paginas]


def _drawn(regels: Sequence[Drukregel], pagina: int) -> bytes:
    """Return what readers drew on a page themselves: marks, lines, ink, and a dot where a note stands at a spot."""
    delen: list[bytes] = []
    for noot in (regel.noot for regel in regels):
        vlakken, lijnen = noot.op(pagina), noot.lijnen_op(pagina)
        if noot.op_woorden and vlakken:
            soort = noot.soort if noot.soort.op_tekst else Soort.MARKERING
            delen.append(marks(soort, noot.kleur, vlakken))
        elif lijnen:
            delen.append(ink(noot.kleur, lijnen))
        elif _has_place(noot, pagina):
            x, y = _spot(noot, pagina)
            delen.append(fill(LIJN[noot.kleur]) + b" " + numbers(x, y - 3, 3, 3) + b" re f")
    return b"\n".join(b"q " + deel + b" Q" for deel in delen)


def _has_place(noot: Noot, pagina: int) -> bool:
    return any(vlak.pagina == pagina for vlak in noot.vlakken) or bool(noot.lijnen_op(pagina))


def _spot(noot: Noot, pagina: int) -> tuple[float, float]:
    eerste = next(vlak for vlak in noot.vlakken if vlak.pagina == pagina)
    return eerste.x0, eerste.y1


def _number(regel: Drukregel, pagina: int, vlak: stamps.Vlak, letter: stamps.Letter, rang: int) -> bytes:
    corps, tekst = 6.6, str(regel.nummer)
    breed = letter.width(tekst) * corps
    noot = regel.noot
    if _has_place(noot, pagina):
        vlakken, lijnen = noot.op(pagina), noot.lijnen_op(pagina)
        if vlakken:
            x, y = vlakken[0].x1 - 2, vlakken[0].y1 - 4
        elif lijnen:
            x, y = bounds((), lijnen)[2], bounds((), lijnen)[3] - 4
        else:
            x, y = _spot(noot, pagina)
    else:
        x, y = vlak.breedte - RAND - breed, vlak.hoogte - RAND - 8 - rang * 12
    x, y = min(max(0.0, x), vlak.breedte - breed - 8), min(max(0.0, y), vlak.hoogte - 10)
    lang = max(9.2, breed + 5)
    letters = text(letter, tekst, x + (lang - breed) / 2, y + 2.3, corps)
    return b"q " + number_sign(letters, breed, x, y, noot.kleur) + b" Q"


class _Werk:
    """One file in the making."""

    def __init__(self, pdf: Pdf, letter: stamps.Letter) -> None:
        self._pdf = pdf
        self.letter = letter
        self._staat = pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply))

    def __enter__(self) -> "_Werk":
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()

    def vlak(self, pagina: int) -> stamps.Vlak:
        """Measure a page, from 1."""
        return measured(self._pdf.pages[pagina - 1].obj)

    def shrink(self, pagina: int, vlak: stamps.Vlak, x0: float, y0: float) -> None:
        """Print a page smaller, its lower left corner at a place; what its edge hides stays hidden."""
        page = self._pdf.pages[pagina - 1].obj
        a, b, c, d, e, f = vlak.matrix
        dx = (1 - SCHAAL) * e + a * x0 + c * y0
        dy = (1 - SCHAAL) * f + b * x0 + d * y0
        links, onder, rechts, boven = vlak.rect(0, 0, vlak.breedte, vlak.hoogte)
        begin = (
            b"q " + numbers(SCHAAL, 0, 0, SCHAAL, dx, dy) + b" cm "
            + numbers(links, onder, rechts - links, boven - onder) + b" re W n\n"
        )  # fmt: skip
        page.Contents = Array(
            [self._pdf.make_stream(begin), *_contents(page), self._pdf.make_stream(b"\nQ\n")],
        )
        for annotatie in _annotations(page):
            for sleutel in _PAREN:
                if sleutel in annotatie:
                    annotatie[sleutel] = _moved(annotatie[sleutel], dx, dy)
            if isinstance(annotatie.get("/InkList"), Array):
                annotatie.InkList = Array([_moved(lijn, dx, dy) for lijn in annotatie.InkList.as_list()])

    def overlay(self, pagina: int, vlak: stamps.Vlak, tekening: bytes) -> None:
        """Draw over a page; the drawing is that of the page as it is seen."""
        page = self._pdf.pages[pagina - 1].obj
        vorm = self._pdf.make_stream(
            b"q " + numbers(*vlak.matrix) + b" cm\n" + tekening + b"\nQ\n",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([round(getal, 3) for getal in vlak.rect(0, 0, vlak.breedte, vlak.hoogte)]),
            Resources=Dictionary(
                Font=Dictionary(TKNoot=self.letter.font), ExtGState=Dictionary({VERMENIGVULDIGD: self._staat})
            ),
        )
        naam = self._named(page, vorm)
        begin, slot = self._pdf.make_stream(b"q\n"), self._pdf.make_stream(b"\nQ\n" + naam.encode() + b" Do\n")
        page.Contents = Array([begin, *_contents(page), slot])

    def save(self, target: Pad) -> None:
        """Write the file whole."""
        with replacing(target) as half:
            save_pdf(self._pdf, half)

    def _named(self, page: Object, vorm: Object) -> str:
        """Give a drawing a name among the resources of a page, which may be shared with other pages."""
        oud = _parts(page.get("/Resources"))
        ook = _parts(oud.get("/XObject"))
        naam, nummer = "/TKNoten", 0
        while naam in ook:
            nummer += 1
            naam = f"/TKNoten{nummer}"
        page.Resources = Dictionary({**oud, "/XObject": Dictionary({**ook, naam: vorm})})
        return naam


def _opened(bron: Pad, regels: Sequence[Drukregel], letter: Path) -> _Werk:
    look_before_opening(bron)
    with told_in_dutch(bron):
        pdf = pikepdf.open(leesbron(bron))
    tekens = ["0123456789–: " + ZIE, *(regel.woorden for regel in regels)]
    return _Werk(pdf, stamps.embed(pdf, letter, tekens))


def _contents(page: Object) -> list[Stream]:
    inhoud = page.get("/Contents")
    stromen = inhoud.as_list() if isinstance(inhoud, Array) else [inhoud]
    return [stroom for stroom in stromen if isinstance(stroom, Stream)]


def _annotations(page: Object) -> list[Object]:
    annotaties = page.get("/Annots")
    if not isinstance(annotaties, Array):
        return []
    return [annotatie for annotatie in annotaties.as_list() if isinstance(annotatie, Dictionary)]


def _moved(getallen: Object, dx: float, dy: float) -> Object:
    """Return a row of x and y, moved along with a page that becomes smaller."""
    if not isinstance(getallen, Array):
        return getallen
    ruw: list[object] = list(getallen.as_list())
    waarden = [float(getal) for getal in ruw if isinstance(getal, int | Decimal)]
    return Array([round(waarde * SCHAAL + (dy if plaats % 2 else dx), 3) for plaats, waarde in enumerate(waarden)])


def _parts(ding: object) -> dict[str, Object]:
    return {str(naam): deel for naam, deel in ding.items()} if isinstance(ding, Dictionary) else {}
