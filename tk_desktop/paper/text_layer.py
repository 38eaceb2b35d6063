"""Words that were recognised in a scan, unseen over the pages of a copy: to be selected, searched and noted (D20)."""

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.base.paths import resources
from tk_desktop.paper.pdf_faults import told_in_dutch
from tk_desktop.paper.saving import save_pdf
from tk_desktop.paper.stamps import Drukker, Letter, Vlak, embed

_ONZICHTBAAR = 3
"""The way to draw letters that shows none (PDF 32000-1, table 106)."""
_KLEINST = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwoorden:
    """The words of a page (from 1), each with where it is seen: left, top, right and bottom, as shares of the page.

    They are seen there once the page is turned upright: so many degrees with the clock (``draai``).
    """

    pagina: int
    woorden: tuple[tuple[str, float, float, float, float], ...]
    draai: int = 0


def write_text_layer(bron: Pad, doel: Pad, bladen: Sequence[Bladwoorden]) -> None:
    """Write a copy of a PDF with these words over its pages, which look the same and lie upright.

    Raises the fault of the PDF.
    """
    tekens = {teken for blad in bladen for woord, *_ in blad.woorden for teken in woord} | {" "}
    with told_in_dutch(bron), pikepdf.open(leesbron(bron)) as pdf:
        letter = embed(pdf, resources() / "fonts" / "dejavu-sans" / "DejaVuSans.ttf", sorted(tekens))
        drukker = Drukker(pdf, letter)
        for blad in bladen:
            pdf.pages[blad.pagina - 1].rotate(blad.draai, relative=True)
            pagina = pdf.pages[blad.pagina - 1].obj
            drukker.print_over(pagina, _drawing(blad, letter, drukker.name_letter(pagina), Vlak.of(pagina)))
        with replacing(doel) as half:
            save_pdf(pdf, half)


def _drawing(blad: Bladwoorden, letter: Letter, naam: str, vlak: Vlak) -> bytes:
    """Return the words of a page, each as wide and high as it stands in the picture, a space behind it."""
    a, b, c, d, _, _ = vlak.matrix
    regels = [b"q BT %d Tr" % _ONZICHTBAAR]
    for woord, links, boven, rechts, onder in blad.woorden:
        corps = max(_KLEINST, (onder - boven) * vlak.hoogte)
        breed = letter.width(woord) * corps
        rek = 100 * (rechts - links) * vlak.breedte / breed if breed else 100
        e, f = vlak.place(links * vlak.breedte, (1 - onder) * vlak.hoogte)
        plaats = b"%d %d %d %d %.2f %.2f Tm" % (a, b, c, d, e, f)
        kies = b"%s %.2f Tf %.2f Tz" % (naam.encode("ascii"), corps, rek)
        regels.append(kies + b" " + plaats + b" " + letter.codes(f"{woord} ") + b" Tj")
    return b"\n".join([*regels, b"ET Q\n"])
