"""How a note of a reader looks on a page: one drawing for every viewer and for the printer.

Places are in points from the lower left corner of the page as it is seen; who puts a drawing in a file turns it with
``stamps.Vlak``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tk_desktop.domain.aantekening import Lijn, Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper.styles import Colour, colour

MERKSTIFT: dict[Kleur, Colour] = {
    Kleur.GEEL: colour("#ffe36e"),
    Kleur.GROEN: colour("#b7e4a4"),
    Kleur.BLAUW: colour("#a9d5f5"),
    Kleur.ROZE: colour("#f6b6cf"),
}
"""The colours of a marker under black text."""

LIJN: dict[Kleur, Colour] = {
    Kleur.GEEL: colour("#a87900"),
    Kleur.GROEN: colour("#2f7d32"),
    Kleur.BLAUW: colour("#1f6fb2"),
    Kleur.ROZE: colour("#b3396f"),
}
"""The same colours where they are a thin line on white, which would else not be seen."""

VERMENIGVULDIGD = "/TKMerk"
"""The name under which a drawing finds the state in which a marker leaves the text readable."""

ICOON = 15.0
PEN = 1.6
_DIKST = 0.9
_BOCHT = 0.5523

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noot:
    """A note as it goes into a PDF: on ``pagina`` (from 1), on ``vlakken`` and in ``lijnen`` of any page.

    ``citaat`` is the passage; a note without one stands at a spot. ``antwoord`` is what was answered to a question.
    """

    id: str
    pagina: int
    soort: Soort
    kleur: Kleur = Kleur.GEEL
    tekst: str = ""
    citaat: str = ""
    auteur: str = ""
    gemaakt: datetime
    gewijzigd: datetime
    vlakken: tuple[Vlak, ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    antwoord: str = ""

    @property
    def op_woorden(self) -> bool:
        """Whether words are coloured: the passage of a mark, or the one a note or question is about."""
        return self.soort.op_tekst or (self.soort in (Soort.NOTITIE, Soort.VRAAG) and bool(self.citaat))

    @property
    def met_icoon(self) -> bool:
        """Whether a sign on the page stands for its words."""
        return not self.soort.op_tekst and self.soort is not Soort.INKT

    @property
    def paginas(self) -> tuple[int, ...]:
        """The pages it stands on, in order."""
        anders = {vlak.pagina for vlak in self.vlakken} | {lijn.pagina for lijn in self.lijnen}
        return tuple(sorted(anders | {self.pagina}))

    def op(self, pagina: int) -> tuple[Vlak, ...]:
        """Return its rectangles on a page."""
        return tuple(vlak for vlak in self.vlakken if vlak.pagina == pagina and vlak.x1 > vlak.x0 and vlak.y1 > vlak.y0)

    def lijnen_op(self, pagina: int) -> tuple[Lijn, ...]:
        """Return its strokes on a page."""
        return tuple(lijn for lijn in self.lijnen if lijn.pagina == pagina and lijn.punten)


def marks(soort: Soort, kleur: Kleur, vlakken: Sequence[Vlak]) -> bytes:
    """Return the drawing of marked, underlined or struck out words."""
    if soort is Soort.ONDERSTREPING:
        strepen = [(vlak, vlak.y0 + _dikte(vlak) / 2) for vlak in vlakken]
    elif soort is Soort.DOORHALING:
        strepen = [(vlak, vlak.y0 + 0.42 * (vlak.y1 - vlak.y0)) for vlak in vlakken]
    else:
        delen = [numbers(v.x0, v.y0, v.x1 - v.x0, v.y1 - v.y0) + b" re f" for v in vlakken]
        return b"\n".join([VERMENIGVULDIGD.encode() + b" gs " + fill(MERKSTIFT[kleur]), *delen])
    delen = [
        numbers(_dikte(vlak)) + b" w " + numbers(vlak.x0, y) + b" m " + numbers(vlak.x1, y) + b" l S"
        for vlak, y in strepen
    ]
    return b"\n".join([stroke(LIJN[kleur]), *delen])


def ink(kleur: Kleur, lijnen: Sequence[Lijn]) -> bytes:
    """Return the drawing of strokes of the pen: as wide as it was pressed, in parts of one width."""
    delen = [stroke(LIJN[kleur]), b"1 J 1 j"]
    for lijn in lijnen:
        eerste, *rest = lijn.punten
        vorige, breed = eerste, 0.0
        for punt in rest or [eerste]:
            if _breedte(punt.druk) != breed:
                breed = _breedte(punt.druk)
                delen += [b"S"] if vorige is not eerste else []
                delen.append(numbers(breed) + b" w " + numbers(vorige.x, vorige.y) + b" m")
            delen.append(numbers(punt.x, punt.y) + b" l")
            vorige = punt
        delen.append(b"S")
    return b"\n".join(delen)


def pen(lijnen: Sequence[Lijn]) -> float:
    """Return the one width that strokes have for a program that draws them itself: that of the average pressure."""
    druk = [punt.druk for lijn in lijnen for punt in lijn.punten]
    return _breedte(sum(druk) / len(druk) if druk else 1.0)


def _breedte(druk: float) -> float:
    """Return how wide a pen draws: as on the screen, in steps of a tenth of a point."""
    return round(PEN * (0.4 + 0.8 * druk), 1)


def icon(soort: Soort, kleur: Kleur, x: float, y: float) -> bytes:
    """Return the drawing of the sign of a note, its lower left corner at ``x``, ``y``: lines, or a question mark."""
    m = ICOON
    delen = [
        b"0.6 w " + fill(MERKSTIFT[kleur]) + b" " + stroke(LIJN[kleur]),
        numbers(x + 0.5, y + 0.5, m - 1, m - 1) + b" re B",
        b"1.1 w 1 J " + stroke((0.12, 0.12, 0.14)),
    ]
    if soort is Soort.VRAAG:
        delen.append(_vraagteken(x + m / 2, y + m / 2))
    else:
        delen += [
            numbers(x + 3.4, y + m * deel) + b" m " + numbers(x + m - einde, y + m * deel) + b" l S"
            for deel, einde in ((0.7, 3.4), (0.5, 3.4), (0.3, 6.4))
        ]
    return b"\n".join(delen)


def number_sign(letters: bytes, breedte: float, x: float, y: float, kleur: Kleur) -> bytes:
    """Return a small round sign with a number in it; ``letters`` is the number as drawn text, ``breedte`` its width."""
    rond, hoog = 4.6, 9.2
    lang = max(hoog, breedte + 5)
    return b"\n".join(
        [
            b"0.5 w " + fill((1, 1, 1)) + b" " + stroke(LIJN[kleur]),
            _pil(x, y, lang, hoog, rond) + b" B",
            fill((0.12, 0.12, 0.14)),
            letters,
        ]
    )


def numbers(*getallen: float) -> bytes:
    """Return numbers as a PDF writes them: to a thousandth, never as ``1e-05``."""
    return " ".join(f"{getal:.3f}".rstrip("0").rstrip(".") or "0" for getal in getallen).replace("-0 ", "0 ").encode()


def fill(kleur: Colour) -> bytes:
    """Return the choice of a colour to fill with."""
    return numbers(*kleur) + b" rg"


def stroke(kleur: Colour) -> bytes:
    """Return the choice of a colour for lines."""
    return numbers(*kleur) + b" RG"


def bounds(vlakken: Sequence[Vlak], lijnen: Sequence[Lijn] = ()) -> Rect:
    """Return the rectangle around rectangles and strokes, with room for the width of a line."""
    xs = [x for vlak in vlakken for x in (vlak.x0, vlak.x1)] + [p.x for lijn in lijnen for p in lijn.punten]
    ys = [y for vlak in vlakken for y in (vlak.y0, vlak.y1)] + [p.y for lijn in lijnen for p in lijn.punten]
    rand = PEN if lijnen else 0.0
    return min(xs) - rand, min(ys) - rand, max(xs) + rand, max(ys) + rand


def _dikte(vlak: Vlak) -> float:
    return min(_DIKST, max(0.5, 0.07 * (vlak.y1 - vlak.y0)))


def _vraagteken(x: float, y: float) -> bytes:
    haak = [
        numbers(x - 2.6, y + 2.2) + b" m",
        numbers(x - 2.6, y + 5.6, x + 2.8, y + 5.6, x + 2.8, y + 2.4) + b" c",
        numbers(x + 2.8, y + 0.4, x, y + 0.6, x, y - 1.8) + b" c S",
    ]
    punt = numbers(x, y - 4.4) + b" m " + numbers(x, y - 4.4) + b" l S"
    return b"\n".join([*haak, b"1.8 w", punt])


def _pil(x: float, y: float, lang: float, hoog: float, straal: float) -> bytes:
    b = straal * _BOCHT
    rechts, boven = x + lang, y + hoog
    return b"\n".join(
        [
            numbers(x + straal, y) + b" m " + numbers(rechts - straal, y) + b" l",
            numbers(rechts - straal + b, y, rechts, y + straal - b, rechts, y + straal) + b" c",
            numbers(rechts, boven - straal + b, rechts - straal + b, boven, rechts - straal, boven) + b" c",
            numbers(x + straal, boven) + b" l",
            numbers(x + straal - b, boven, x, boven - straal + b, x, boven - straal) + b" c",
            numbers(x, y + straal - b, x + straal - b, y, x + straal, y) + b" c h",
        ]
    )
