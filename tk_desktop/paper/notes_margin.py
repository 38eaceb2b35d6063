"""The margin beside a page in print: which words of notes stand there, in what size, and where.

Places are in points of the page as it is seen. The page is smaller, its lower left corner at ``x0``, ``y0``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.aantekening import Soort
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper import stamps
from tk_desktop.paper.annotation_drawing import LIJN, MERKSTIFT, Noot, bounds, fill, numbers, stroke

SCHAAL = 0.82
"""The size at which a page is printed that has notes beside it."""

RAND = 16.0
ZIE = "zie achter het stuk"

_A4 = 842.0
_BOVEN = 24.0
"""How far under the top of its page a note at the page begins."""
_CORPSEN = (8.0, 7.4, 6.8)
_REGEL = 1.18
_TUSSEN = 5.0
_KOLOM = 7.0
_BALK = 4.5
_INKT = (0.12, 0.12, 0.14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukregel:
    """A note as it is printed: its number in its paper, and its words; one without words is only drawn."""

    nummer: int = 0
    noot: Noot
    woorden: str = ""


Nummering = Callable[[Drukregel], int]
"""Gives the next note its number in the list behind its paper."""


def text(letter: stamps.Letter, tekst: str, x: float, y: float, corps: float) -> bytes:
    """Return one line of text; the font goes by the name ``TKNoot``."""
    kies = b"BT /TKNoot " + numbers(corps) + b" Tf " + numbers(1, 0, 0, 1, x, y) + b" Tm "
    return kies + letter.codes(tekst) + b" Tj ET"


@dataclass(slots=True)
class _Kader:
    """The words of a note in the margin: its lines, and its top; ``wens`` is where it would stand by itself."""

    kleur: Kleur
    regels: tuple[str, ...]
    wens: float
    van: tuple[float, float] | None
    top: float = 0.0


class Kantlijn:
    """The margin beside one page: where the page goes, which words stand there and where.

    ``over`` are those that found no room, with the numbers that ``nummer`` gave them for the list behind the paper.
    """

    def __init__(
        self, vlak: stamps.Vlak, letter: stamps.Letter, pagina: int, regels: Sequence[Drukregel], nummer: Nummering
    ) -> None:
        self._vlak = vlak
        self._letter = letter
        self._pagina = pagina
        self._maat = max(1.0, max(vlak.breedte, vlak.hoogte) / _A4)
        self.x0 = 0.0
        self.y0 = vlak.hoogte * (1 - SCHAAL) / 2
        self._links = vlak.breedte * SCHAAL + _KOLOM * self._maat
        self._breed = vlak.breedte - RAND * self._maat - self._links - _BALK * self._maat
        self._ruim = vlak.hoogte - 2 * RAND * self._maat
        self._corps = 0.0
        self._kaders: list[_Kader] = []
        verwijzingen = self._schik(regels)
        weg = {nr for van, tot in verwijzingen.items() for nr in range(van, tot + 1)}
        genummerd = {nr: replace(regels[nr], nummer=nummer(regels[nr])) for nr in sorted(weg)}
        for van, tot in verwijzingen.items():
            self._kaders[van] = self._verwijzing(genummerd[van], genummerd[tot])
        self.over = tuple(genummerd.values())
        self._zet_neer()

    def drawing(self) -> bytes:
        """Return the words with a bar in their colour, and the lines that lead to their passages."""
        delen: list[bytes] = []
        for kader in self._kaders:
            hoog = self._hoogte(kader)
            delen.append(
                fill(MERKSTIFT[kader.kleur])
                + b" "
                + numbers(self._links, kader.top - hoog, 2 * self._maat, hoog)
                + b" re f"
            )
            if kader.van is not None:
                delen.append(self._leider(kader, kader.van))
            delen.append(fill(_INKT))
            for nummer, regel in enumerate(kader.regels):
                y = kader.top - self._corps * (0.95 + nummer * _REGEL)
                delen.append(text(self._letter, regel, self._links + _BALK * self._maat, y, self._corps))
        return b"\n".join(delen)

    def _leider(self, kader: _Kader, van: tuple[float, float]) -> bytes:
        x, y = van
        knik = max(x, self._vlak.breedte * SCHAAL - 3 * self._maat)
        weg = [numbers(x, y) + b" m", numbers(knik, y) + b" l"]
        weg.append(numbers(self._links, kader.top - self._corps * 0.6) + b" l S")
        return stroke(LIJN[kader.kleur]) + b" 0.35 w [1.5 1.2] 0 d " + b" ".join(weg) + b" [] 0 d"

    def _schik(self, regels: Sequence[Drukregel]) -> dict[int, int]:
        """Choose the size of the letters, and what stays in the margin.

        Returns which places there tell of notes that do not: from which note, and to which. Their numbers are none
        higher than those in ``regels``, so that a reference takes no more room than it does here.
        """
        for corps in _CORPSEN:
            self._corps = corps * self._maat
            self._kaders = [self._kader(regel) for regel in regels]
            if self._past():
                break
        op_lengte = sorted(range(len(regels)), key=lambda nr: -len(self._kaders[nr].regels))
        uit: dict[int, int] = {}
        for nr in op_lengte:
            if self._past():
                break
            if self._hoogte(self._kaders[nr]) > self._corps * 1.5:
                uit[nr] = nr
                self._kaders[nr] = self._verwijzing(regels[nr], regels[nr])
        while not self._past() and len(self._kaders) > 1:
            self._kaders.pop()
            uit.pop(len(self._kaders), None)
            uit[len(self._kaders) - 1] = len(regels) - 1
            self._kaders[-1] = self._verwijzing(regels[len(self._kaders) - 1], regels[-1])
        return uit

    def _verwijzing(self, eerste: Drukregel, laatste: Drukregel) -> _Kader:
        nummers = f"{eerste.nummer}" if eerste is laatste else f"{eerste.nummer}–{laatste.nummer}"
        return self._kader(replace(eerste, woorden=f"{nummers}: {ZIE}"))

    def _kader(self, regel: Drukregel) -> _Kader:
        einde = _end(regel.noot, self._pagina, self._vlak)
        van = None if einde is None else (einde[0] * SCHAAL + self.x0, einde[1] * SCHAAL + self.y0)
        hoogste = self._vlak.hoogte - RAND * self._maat
        wens = hoogste if van is None else min(hoogste, van[1] + self._corps * 1.2)
        return _Kader(regel.noot.kleur, tuple(self._gebroken(regel.woorden)), wens, van)

    def _hoogte(self, kader: _Kader) -> float:
        return self._corps * (_REGEL * len(kader.regels) + 0.15)

    def _past(self) -> bool:
        tussen = _TUSSEN * self._maat * (len(self._kaders) - 1)
        return sum(self._hoogte(kader) for kader in self._kaders) + tussen <= self._ruim

    def _zet_neer(self) -> None:
        self._kaders.sort(key=lambda kader: -kader.wens)
        lucht, bodem = _TUSSEN * self._maat, RAND * self._maat
        onder = float("inf")
        for kader in self._kaders:
            kader.top = min(kader.wens, onder)
            onder = kader.top - self._hoogte(kader) - lucht
        grens = bodem
        for kader in reversed(self._kaders):
            kader.top = max(kader.top, grens + self._hoogte(kader))
            grens = kader.top + lucht

    def _gebroken(self, tekst: str) -> Iterable[str]:
        """Yield lines that fit; a word too long for a line is cut."""
        regel = ""
        for woord in tekst.split():
            rest = woord
            while rest:
                proef = f"{regel} {rest}".strip()
                if self._letter.width(proef) * self._corps <= self._breed:
                    regel, rest = proef, ""
                elif regel:
                    yield regel
                    regel = ""
                else:
                    deel = self._passend(rest)
                    yield deel
                    rest = rest[len(deel) :]
        if regel:
            yield regel

    def _passend(self, woord: str) -> str:
        lang = len(woord)
        while lang > 1 and self._letter.width(woord[:lang]) * self._corps > self._breed:
            lang -= 1
        return woord[:lang]


def _end(noot: Noot, pagina: int, blad: stamps.Vlak) -> tuple[float, float] | None:
    """Return where the line to the words of a note starts: below the end of the first line of its passage.

    That of a note at the page starts at its edge, where it crosses no words.
    """
    lijnen = noot.lijnen_op(pagina)
    if lijnen:
        _, y0, x1, y1 = bounds((), lijnen)
        return x1, (y0 + y1) / 2
    eerste = next((vlak for vlak in noot.vlakken if vlak.pagina == pagina), None)
    if eerste is None:
        return None
    if noot.soort is Soort.BLADNOTITIE:
        return blad.breedte, blad.hoogte - _BOVEN
    return (eerste.x1, eerste.y0) if noot.op_woorden else (eerste.x0, eerste.y0 - 0.5)
