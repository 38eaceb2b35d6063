"""Notes put into a copy of a PDF as standard annotations, which other readers show, list and answer (F10).

Each bears a drawing of its own, so that it looks the same everywhere. The same notes give the same bytes: the only
moments in the file are those of the notes.
"""

from collections.abc import Sequence
from datetime import datetime

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P, Pad, leesbron
from tk_desktop.domain.aantekening import SECRETARIAAT, Soort, Vlak
from tk_desktop.paper import stamps
from tk_desktop.paper.annotation_drawing import (
    ICOON,
    LIJN,
    MERKSTIFT,
    VERMENIGVULDIGD,
    Noot,
    Rect,
    bounds,
    icon,
    ink,
    marks,
    pen,
)
from tk_desktop.paper.annotation_tags import Geplaatst, tag_annotations
from tk_desktop.paper.catalogue import claim_nothing
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.saving import save_pdf

_AFDRUKKEN = 4
_RECHTOP = 16
_STAND = 2 + _AFDRUKKEN + 8 + _RECHTOP
"""Hidden: a state is told in the list of notes, it is not seen on the page."""

_SOORTEN = {
    Soort.MARKERING: Name.Highlight,
    Soort.ONDERSTREPING: Name.Underline,
    Soort.DOORHALING: Name.StrikeOut,
}
_GEERFD = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
_KANT = 12.0
_TUSSEN = 4.0


def write_annotations(bron: Pad, noten: Sequence[Noot], target: P) -> P:
    """Write a copy of ``bron`` with the notes on it to ``target`` and return it.

    A note on a page that is not there is left out. The copy claims no PDF/A. Raises a ``TkError`` of a file that
    cannot be read, and ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    look_before_opening(bron)
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf.pages))
        annotate(pdf, noten)
        _is_no_archive(pdf)
        with replacing(target) as half:
            save_pdf(pdf, half)
    return target


def annotate(pdf: Pdf, noten: Sequence[Noot]) -> None:
    """Put the notes on the pages of an open PDF."""
    schrijver = _Schrijver(pdf)
    for noot in noten:
        for deel, pagina in enumerate(pagina for pagina in noot.paginas if 1 <= pagina <= len(pdf.pages)):
            schrijver.add(noot, pagina, noot.id if deel == 0 else f"{noot.id}-{deel + 1}", eerste=deel == 0)
    tag_annotations(pdf, schrijver.geplaatst)


def measured(page: Object) -> stamps.Vlak:
    """Measure a page, with what it has from the branch of pages it hangs on."""
    for sleutel in _GEERFD:
        tak = page.get("/Parent")
        for _ in range(32):
            if sleutel in page or not isinstance(tak, Dictionary):
                break
            if sleutel in tak:
                page[sleutel] = tak[sleutel]
            tak = tak.get("/Parent")
    return stamps.Vlak.of(page)


def aloud(noot: Noot, woorden: str) -> str:
    """Return what is read aloud of a note: its kind and colour, its words, and the passage it is about."""
    kop = f"{noot.soort.naam.capitalize()} in {noot.kleur.value}"
    bij = f" Bij: {noot.citaat}" if noot.citaat else ""
    return " ".join(f"{kop}: {woorden}{bij}".split()) if woorden or bij else kop


def icon_place(noot: Noot, pagina: int, vlak: stamps.Vlak, rang: int) -> tuple[float, float]:
    """Return the lower left corner of the sign of a note on a page as seen.

    A note at a spot stands there, one on a passage in the margin beside it, one on the page at its head on the right;
    ``rang`` counts the signs that stand there already.
    """
    punten = [ander for ander in noot.vlakken if ander.pagina == pagina]
    if noot.soort in (Soort.BLADNOTITIE, Soort.PUNTNOTITIE) or not punten:
        x = vlak.breedte - _KANT - ICOON
        y = vlak.hoogte - _KANT - ICOON - rang * (ICOON + _TUSSEN)
    elif noot.op_woorden:
        x, y = _KANT / 2, punten[0].y1 - ICOON
    else:
        x, y = punten[0].x0, punten[0].y1 - ICOON
    return max(0.0, min(x, vlak.breedte - ICOON)), max(0.0, min(y, vlak.hoogte - ICOON))


class _Schrijver:
    """Writes annotations into one file; signs at the head of a page stand below one another."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._bovenaan: dict[int, int] = {}
        self.geplaatst: list[Geplaatst] = []
        self._staat = pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply))

    def add(self, noot: Noot, pagina: int, naam: str, *, eerste: bool) -> None:
        """Put the part of a note that stands on one page there; its words go with the first part."""
        page = self._pdf.pages[pagina - 1].obj
        vlak = measured(page)
        nieuw: list[Object] = []
        vlakken, lijnen = noot.op(pagina), noot.lijnen_op(pagina)
        if noot.met_icoon and eerste:
            nieuw.append(self._text(noot, pagina, vlak, naam))
            if noot.op_woorden and vlakken:
                nieuw.append(self._passage(noot, vlak, vlakken, naam, bij=nieuw[0]))
        elif noot.op_woorden and vlakken:
            nieuw.append(self._mark(noot, vlak, vlakken, naam, eerste=eerste))
        elif lijnen:
            nieuw.append(self._ink(noot, pagina, vlak, naam, eerste=eerste))
        if nieuw and eerste and noot.antwoord:
            nieuw += [self._answer(noot, nieuw[0], naam), self._answered(noot, nieuw[0], naam)]
        for annotatie in nieuw:
            annotatie.P = page
            if "/State" not in annotatie:
                woorden = aloud(noot, str(annotatie.Contents))
                self.geplaatst.append(Geplaatst(pagina=pagina, page=page, annotatie=annotatie, woorden=woorden))
        page.Annots = Array([*annotations_of(page), *nieuw])

    def _mark(self, noot: Noot, vlak: stamps.Vlak, vlakken: Sequence[Vlak], naam: str, *, eerste: bool) -> Object:
        soort = noot.soort if noot.soort.op_tekst else Soort.MARKERING
        annotatie = self._annotation(noot, naam, _SOORTEN[soort], MERKSTIFT[noot.kleur], woorden=eerste)
        annotatie.QuadPoints = Array([round(getal, 3) for ander in vlakken for getal in _quad(vlak, ander)])
        self._draw(annotatie, vlak, bounds(vlakken), marks(soort, noot.kleur, vlakken))
        return annotatie

    def _passage(self, noot: Noot, vlak: stamps.Vlak, vlakken: Sequence[Vlak], naam: str, *, bij: Object) -> Object:
        """Mark the passage that a note is about, as one with the note."""
        annotatie = self._mark(noot, vlak, vlakken, f"{naam}-passage", eerste=False)
        annotatie.IRT = bij
        annotatie.RT = Name.Group
        return annotatie

    def _text(self, noot: Noot, pagina: int, vlak: stamps.Vlak, naam: str) -> Object:
        annotatie = self._annotation(noot, naam, Name.Text, MERKSTIFT[noot.kleur])
        annotatie.Name = Name.Help if noot.soort is Soort.VRAAG else Name.Note
        x, y = icon_place(noot, pagina, vlak, self._bovenaan.get(pagina, 0))
        if noot.soort in (Soort.BLADNOTITIE, Soort.PUNTNOTITIE):
            self._bovenaan[pagina] = self._bovenaan.get(pagina, 0) + 1
        links, boven = vlak.place(x, y + ICOON)
        annotatie.F = _AFDRUKKEN | _RECHTOP
        self._put(
            annotatie,
            (links, boven - ICOON, links + ICOON, boven),
            icon(noot.soort, noot.kleur, links, boven - ICOON),
        )
        return annotatie

    def _ink(self, noot: Noot, pagina: int, vlak: stamps.Vlak, naam: str, *, eerste: bool) -> Object:
        lijnen = noot.lijnen_op(pagina)
        annotatie = self._annotation(noot, naam, Name.Ink, LIJN[noot.kleur], woorden=eerste)
        annotatie.InkList = Array(
            [
                Array([round(getal, 3) for punt in lijn.punten for getal in vlak.place(punt.x, punt.y)])
                for lijn in lijnen
            ]
        )
        annotatie.BS = Dictionary(Type=Name.Border, W=round(pen(lijnen), 3))
        self._draw(annotatie, vlak, bounds((), lijnen), ink(noot.kleur, lijnen))
        return annotatie

    def _answer(self, noot: Noot, bij: Object, naam: str) -> Object:
        """Write the answer to a question as a reply to it, which readers show below it."""
        annotatie = self._reply(noot, bij, f"{naam}-antwoord", noot.antwoord)
        annotatie.Subj = String("Antwoord")
        return annotatie

    def _answered(self, noot: Noot, bij: Object, naam: str) -> Object:
        """Say, as Acrobat does, that a question is dealt with."""
        annotatie = self._reply(noot, bij, f"{naam}-stand", "Beantwoord")
        annotatie.StateModel = String("Review")
        annotatie.State = String("Completed")
        annotatie.F = _STAND
        return annotatie

    def _reply(self, noot: Noot, bij: Object, naam: str, tekst: str) -> Object:
        annotatie = self._annotation(noot, naam, Name.Text, MERKSTIFT[noot.kleur], woorden=False)
        annotatie.Contents = String(tekst)
        annotatie.T = String(SECRETARIAAT)
        annotatie.Name = Name.Comment
        annotatie.IRT = bij
        annotatie.RT = Name.R
        annotatie.Rect = bij.Rect
        leeg = self._pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=bij.Rect, Resources=Dictionary())
        annotatie.AP = Dictionary(N=leeg)
        return annotatie

    def _annotation(
        self, noot: Noot, naam: str, soort: Object, kleur: tuple[float, float, float], *, woorden: bool = True
    ) -> Object:
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=soort,
                NM=String(naam),
                T=String(noot.auteur),
                Subj=String(noot.soort.naam.capitalize()),
                Contents=String(noot.tekst if woorden else ""),
                C=Array([round(deel, 4) for deel in kleur]),
                F=_AFDRUKKEN,
                CreationDate=String(pdf_moment(noot.gemaakt)),
                M=String(pdf_moment(noot.gewijzigd)),
            )
        )

    def _draw(self, annotatie: Object, vlak: stamps.Vlak, gezien: Rect, tekening: bytes) -> None:
        """Give an annotation its place and its drawing, which is made on the page as seen and turned with it."""
        matrix = " ".join(f"{getal:.3f}" for getal in vlak.matrix).encode()
        self._put(annotatie, vlak.rect(*gezien), matrix + b" cm\n" + tekening)

    def _put(self, annotatie: Object, rect: Rect, tekening: bytes) -> None:
        kader = Array([round(getal, 3) for getal in rect])
        annotatie.Rect = kader
        annotatie.AP = Dictionary(
            N=self._pdf.make_stream(
                b"q " + tekening + b"\nQ\n",
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=kader,
                Resources=Dictionary(ExtGState=Dictionary({VERMENIGVULDIGD: self._staat})),
            )
        )


def pdf_moment(moment: datetime) -> str:
    """Return a moment as a PDF writes it: ``D:20260304090000+01'00'``."""
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _is_no_archive(pdf: Pdf) -> None:
    """Take back a statement that the file is PDF/A: what readers write in it was not made for that."""
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, Stream) and b"/pdfa/ns/id/" in metadata.read_bytes():
        try:
            claim_nothing(pdf)
        except etree.XMLSyntaxError:
            del pdf.Root["/Metadata"]


def _quad(vlak: stamps.Vlak, ander: Vlak) -> tuple[float, ...]:
    """Return the corners in the order that readers expect: above left, above right, below left, below right."""
    hoeken = ((ander.x0, ander.y1), (ander.x1, ander.y1), (ander.x0, ander.y0), (ander.x1, ander.y0))
    return tuple(getal for x, y in hoeken for getal in vlak.place(x, y))


def annotations_of(page: Object) -> list[Object]:
    """Return the annotations of a page; what stands among them and is none, such as ``null``, is left out."""
    annotaties = page.get("/Annots")
    if not isinstance(annotaties, Array):
        return []
    return [annotatie for annotatie in annotaties.as_list() if isinstance(annotatie, Dictionary)]
