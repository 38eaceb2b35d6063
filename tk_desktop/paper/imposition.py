"""Pages laid out for a printer: on sheets of one size, papers starting on the right, whole copies one after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P, Pad, leesbron
from tk_desktop.base.progress import Progress
from tk_desktop.paper import stamps
from tk_desktop.paper.pdf_faults import look_before_opening, told_in_dutch
from tk_desktop.paper.rendering import Maat
from tk_desktop.paper.saving import save_pdf


@dataclass(frozen=True, slots=True)
class Zijde:
    """One side of a sheet: a page (from 0) of a file, or nothing; ``begint`` when a paper starts there."""

    bron: Pad | None
    pagina: int
    maat: Maat
    begint: bool = False


@dataclass(frozen=True, slots=True)
class Vellen:
    """How many sheets of paper, by size."""

    a4: int = 0
    a3: int = 0

    @property
    def samen(self) -> int:
        """All sheets."""
        return self.a4 + self.a3

    def maal(self, keer: int) -> "Vellen":
        """Return the sheets of so many copies."""
        return Vellen(self.a4 * keer, self.a3 * keer)


def leg_uit(zijden: Sequence[Zijde], *, dubbelzijdig: bool, rechts: bool = True) -> tuple[Zijde, ...]:
    """Return the sides in the order of the printer, with blank ones where needed (D10).

    Printed on both sides, a paper starts on the front of a sheet (``rechts``), a sheet has one size, and the whole ends
    with a full sheet, so that the next copy starts on a new one. Printed on one side nothing is put in between.
    """
    if not dubbelzijdig:
        return tuple(zijden)
    uit: list[Zijde] = []
    for zijde in zijden:
        achterkant = len(uit) % 2 == 1
        if achterkant and ((rechts and zijde.begint) or zijde.maat.is_a3 != uit[-1].maat.is_a3):
            uit.append(_leeg(uit[-1].maat))
        uit.append(zijde)
    if len(uit) % 2 == 1:
        uit.append(_leeg(uit[-1].maat))
    return tuple(uit)


def tel_vellen(uitgelegd: Sequence[Zijde], *, dubbelzijdig: bool) -> Vellen:
    """Return how many sheets one copy takes, of sides that were laid out."""
    voorkanten = uitgelegd[::2] if dubbelzijdig else uitgelegd
    a3 = sum(zijde.maat.is_a3 for zijde in voorkanten)
    return Vellen(a4=len(voorkanten) - a3, a3=a3)


def write_print(
    uitgelegd: Sequence[Zijde],
    koppen: Sequence[str],
    target: P,
    *,
    letter: Path,
    dubbelzijdig: bool,
    progress: Progress | None = None,
) -> P:
    """Write the copies after one another; each bears its line of ``koppen`` at the head of its first page.

    Text stays text; links and structure, of no use on paper, stay behind. The same sides give the same bytes.
    """
    voortgang = progress or Progress()
    with Pdf.new() as pdf:
        bronnen = {bron: _open(bron) for bron in dict.fromkeys(zijde.bron for zijde in uitgelegd) if bron is not None}
        try:
            lettertype = stamps.embed(pdf, letter, koppen)
            druk = stamps.Drukker(pdf, lettertype)
            for _ in voortgang.each(koppen, "Exemplaren klaarmaken"):
                for zijde in uitgelegd:
                    _voeg_toe(pdf, bronnen, zijde)
            for nummer, kop in enumerate(koppen):  # last: a page that bears a name is not copied once more
                if kop and uitgelegd:
                    _zet_kop(druk, lettertype, pdf.pages[nummer * len(uitgelegd)].obj, kop)
            duplex = Name.DuplexFlipLongEdge if dubbelzijdig else Name.Simplex
            pdf.Root.ViewerPreferences = Dictionary(Duplex=duplex, PrintScaling=Name("/None"))
            with replacing(target) as half:
                save_pdf(pdf, half)
        finally:
            for bron in bronnen.values():
                bron.close()
    return target


def _leeg(maat: Maat) -> Zijde:
    return Zijde(None, 0, maat)


def _open(bron: Pad) -> Pdf:
    look_before_opening(bron)
    with told_in_dutch(bron):
        pdf = pikepdf.open(leesbron(bron))
        for page in pdf.pages:
            _zonder_wegen(page.obj)
        return pdf


def _zonder_wegen(page: Object) -> None:
    """Take away what leads elsewhere: it would drag every page it leads to along."""
    for sleutel in ("/StructParents", "/B", "/AA"):
        if sleutel in page:
            del page[sleutel]
    annotaties = page.get("/Annots")
    if isinstance(annotaties, Array):
        page.Annots = Array([a for a in annotaties.as_list() if _te_zien(a)])


def _te_zien(annotatie: object) -> bool:
    return isinstance(annotatie, Dictionary) and annotatie.get("/Subtype") not in (Name.Link, Name.Popup)


def _voeg_toe(pdf: Pdf, bronnen: dict[Pad, Pdf], zijde: Zijde) -> None:
    if zijde.bron is None:
        pdf.add_blank_page(page_size=(zijde.maat.breedte, zijde.maat.hoogte))
    else:
        pdf.pages.append(bronnen[zijde.bron].pages[zijde.pagina])


def _zet_kop(druk: stamps.Drukker, letter: stamps.Letter, page: Object, kop: str) -> None:
    vlak = stamps.Vlak.of(page)
    regel = stamps.lay_out(vlak, letter, kop)
    druk.print_line(page, replace(regel, y=vlak.hoogte - regel.y - regel.corps), kop)
