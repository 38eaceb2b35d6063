"""Prints the text of a real vergaderset as PDF, in several page layouts, and tells on which page each line came."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.base.paths import resources

LETTER_ = "Zaaddruk"
TEKENS = "ZaaddrukTekens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmaak:
    """A page layout: its size, margins and letters (one size for what is wide, another for what is narrow)."""

    naam: str
    maat: tuple[float, float]
    marge: float
    corps: float
    klein: float


OPMAKEN = (
    Opmaak(naam="A4 met ruime marges", maat=A4, marge=72, corps=9, klein=9),
    Opmaak(naam="A4 met grotere letters", maat=A4, marge=50, corps=12.5, klein=12.5),
    Opmaak(naam="Letter met twee lettergroottes", maat=LETTER, marge=60, corps=11, klein=8.5),
)


def druk(
    regels: Sequence[str],
    nieuw_blad: Collection[int],
    opmaak: Opmaak,
    doel: Path,
    wijzers: Mapping[int, str] | None = None,
) -> dict[int, int]:
    """Print lines (counted from 1); ``nieuw_blad`` begin a page, ``wijzers`` get a bookmark.

    Return the page on which each line begins.
    """
    lettermap = resources() / "fonts"
    registerFont(TTFont(LETTER_, lettermap / "liberation-sans" / "LiberationSans-Regular.ttf"))
    registerFont(TTFont(TEKENS, lettermap / "dejavu-sans" / "DejaVuSans.ttf"))
    breed, hoog = opmaak.maat
    canvas = Canvas(str(doel), pagesize=opmaak.maat, invariant=True)
    y, blad = hoog - opmaak.marge, 1
    paginas: dict[int, int] = {}
    leeg_blad = True
    for nr, regel in enumerate(regels, 1):
        corps = opmaak.klein if len(regel) > 90 else opmaak.corps
        stap = 1.25 * opmaak.corps
        if nr in nieuw_blad and not leeg_blad:
            canvas.showPage()
            y, blad, leeg_blad = hoog - opmaak.marge, blad + 1, True
        for deel in _delen(regel, corps, breed - 2 * opmaak.marge):
            if y < opmaak.marge:
                canvas.showPage()
                y, blad, leeg_blad = hoog - opmaak.marge, blad + 1, True
            if nr not in paginas and wijzers and nr in wijzers:
                canvas.bookmarkPage(f"r{nr}")
                canvas.addOutlineEntry(wijzers[nr], f"r{nr}")
            paginas.setdefault(nr, blad)
            if deel:
                _schrijf(canvas, opmaak.marge, y, deel, corps)
                leeg_blad = leeg_blad and not deel.strip()
            y -= stap
    canvas.save()
    return paginas


def _delen(regel: str, corps: float, breedte: float) -> list[str]:
    """Return a line in the parts that fit, each with the space behind its last word."""
    uit, deel = [], ""
    for woord in regel.replace(" ", " \0").split("\0"):
        if deel.strip() and _breedte((deel + woord).rstrip(), corps) > breedte:
            uit.append(deel)
            deel = woord
        else:
            deel += woord
    return [*uit, deel]


def _per_letter(tekst: str) -> list[tuple[str, str]]:
    """Return the stretches of a line with the letter each is in: signs that one does not have come from the other."""
    letter_ = getFont(LETTER_)
    bekend = letter_.face.charToGlyph if isinstance(letter_, TTFont) else {}
    uit: list[tuple[str, str]] = []
    for teken in tekst:
        letter = LETTER_ if ord(teken) in bekend else TEKENS
        if uit and uit[-1][0] == letter:
            uit[-1] = (letter, uit[-1][1] + teken)
        else:
            uit.append((letter, teken))
    return uit


def _breedte(tekst: str, corps: float) -> float:
    return sum(stringWidth(stuk, letter, corps) for letter, stuk in _per_letter(tekst))


def _schrijf(canvas: Canvas, x: float, y: float, tekst: str, corps: float) -> None:
    woorden = canvas.beginText(x, y)
    for letter, stuk in _per_letter(tekst):
        woorden.setFont(letter, corps)
        woorden.textOut(stuk)
    canvas.drawText(woorden)
