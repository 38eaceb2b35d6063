"""Lines that a page must bear besides its number: above the line at its foot, in red, on a white ground."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from pikepdf import Object

from tk_desktop.paper.stamps import Drukker, Letter, Vlak, lay_out, text
from tk_desktop.paper.styles import ROOD

_REGELHOOGTE = 1.25
_LEESBAAR = 0.85
"""To what share of its size a line may shrink before it is broken."""


def print_marks(drukker: Drukker, letter: Letter, page: Object, regels: Sequence[str]) -> None:
    """Put the lines on a page, the last one just above the line at its foot.

    White stands behind them, so that they can be read over whatever a sender put there.
    """
    vlak = Vlak.of(page)
    delen = [deel for regel in regels for deel in _broken(vlak, letter, regel)]
    if delen:
        lettertype = drukker.name_letter(page)
        tekening = b"".join(_mark(vlak, letter, lettertype, deel, len(delen) - rang) for rang, deel in enumerate(delen))
        drukker.print_over(page, b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n" + tekening + b"EMC\n")


def _mark(vlak: Vlak, letter: Letter, lettertype: str, tekst: str, rang: int) -> bytes:
    regel = lay_out(vlak, letter, tekst)
    hoogte = lay_out(vlak, letter, "").corps * _REGELHOOGTE
    regel = replace(regel, y=regel.y + rang * hoogte)
    rand = hoogte * 0.25
    links, onder, rechts, boven = vlak.rect(
        regel.x - rand, regel.y - rand, regel.x + letter.width(tekst) * regel.corps + rand, regel.y + hoogte - rand
    )
    wit = b"1 g %.2f %.2f %.2f %.2f re f " % (links, onder, rechts - links, boven - onder)
    rood = b"%.2f %.2f %.2f rg" % ROOD
    return b"q " + wit + text(regel, letter, lettertype, tekst, kleur=rood) + b" Q\n"


def _broken(vlak: Vlak, letter: Letter, tekst: str) -> Iterator[str]:
    """Break a line that would become too small on a page into lines of about the same length."""
    krimp = lay_out(vlak, letter, tekst).corps / lay_out(vlak, letter, "").corps
    aantal = max(1, ceil(_LEESBAAR / krimp))
    regel, over = "", aantal
    for woord in tekst.split():
        if regel and over > 1 and len(regel) + len(woord) / 2 > len(tekst) / aantal:
            yield regel
            regel, over = "", over - 1
        regel = f"{regel} {woord}".strip()
    if regel:
        yield regel
