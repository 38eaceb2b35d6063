"""Finding words in the paper that is shown: all places, one of which is looked at (F14 finds over all papers)."""

from bisect import bisect_left, insort
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladplek import Bladplek
from tk_desktop.desktop.pages.bladteksten import Bladteksten
from tk_desktop.paper.bladzoeken import Vindplaats
from tk_desktop.paper.rendering import Bladenlezer

_PER_KEER = 8
"""Pages that are searched before pages that are looked at may go first."""
_MEESTE = 10_000

_VLAK, _DONKER_VLAK = QColor("#ffc46b"), QColor("#4a2f00")
_RAND, _DONKERE_RAND = QColor("#8a4b00"), QColor("#f0b35a")


class Bladzoeker(QObject):
    """Searches the file that a view shows, from the page that is looked at; draws what it found."""

    gewijzigd = Signal()
    """More was found, or another place is looked at."""

    def __init__(self, blad: Bladenweergave, teksten: Bladteksten, bron: Bladenbron) -> None:
        super().__init__(blad)
        self._blad = blad
        self._teksten = teksten
        self._bron = bron
        self._woorden = ""
        self._beurt = 0
        self._nog: list[int] = []
        self._vanaf = 1
        self._gevonden: list[Vindplaats] = []
        self._huidige: Vindplaats | None = None
        self._breng = False
        self._wens: Vindplaats | None = None
        blad.leg_laag(self)
        blad.geopend.connect(self._opnieuw)
        teksten.gekomen.connect(self._kent_tekst)

    @property
    def woorden(self) -> str:
        """What is searched."""
        return self._woorden

    @property
    def gevonden(self) -> tuple[Vindplaats, ...]:
        """All places so far, in the order of the paper."""
        return tuple(self._gevonden)

    @property
    def huidige(self) -> Vindplaats | None:
        """The place that is looked at."""
        return self._huidige

    @property
    def nummer(self) -> int:
        """Which of the places is looked at, from 1; 0 for none."""
        return bisect_left(self._gevonden, self._huidige) + 1 if self._huidige else 0

    @property
    def bezig(self) -> bool:
        """Whether there are pages that were not searched yet."""
        return bool(self._nog)

    def zoek(self, woorden: str) -> None:
        """Search other words, or those of each line; the same again changes nothing, and none find nothing."""
        if woorden.strip() != self._woorden:
            self._wens = None
            self._woorden = woorden.strip()
            self._begin()

    def zoek_bij(self, woorden: str, plaats: Vindplaats) -> None:
        """Search words and look at a place that is known to hold them, now or when the pages are there."""
        self.zoek(woorden)
        self._wens = plaats
        if self._blad.aantal:
            self._kijk_naar(plaats)

    def volgende(self) -> None:
        """Look at the next place, after the last at the first."""
        self._stap(1)

    def vorige(self) -> None:
        """Look at the place before, before the first at the last."""
        self._stap(-1)

    def teken(self, painter: QPainter, plek: Bladplek, donker: bool) -> None:
        """Draw what was found on a page."""
        tekst = self._teksten.van(plek.pagina) if self._gevonden else None
        if tekst is None:
            return
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Screen
            if donker
            else QPainter.CompositionMode.CompositionMode_Multiply
        )
        vanaf = bisect_left(self._gevonden, Vindplaats(plek.pagina, 0, 0))
        for gevonden in self._gevonden[vanaf:]:
            if gevonden.pagina != plek.pagina:
                break
            pad = QPainterPath()
            pad.setFillRule(Qt.FillRule.WindingFill)
            for kader in tekst.kaders_van(gevonden.begin, gevonden.eind):
                pad.addRect(plek.rechthoek(kader).adjusted(-1, 0, 1, 0))
            painter.fillPath(pad, _DONKER_VLAK if donker else _VLAK)
            if gevonden == self._huidige:
                painter.setPen(QPen(_DONKERE_RAND if donker else _RAND, 2))
                painter.drawPath(pad)

    def _opnieuw(self) -> None:
        if self._woorden:
            self._begin()

    def _begin(self) -> None:
        self._beurt += 1
        self._gevonden.clear()
        self._huidige = None
        self._vanaf = max(1, self._blad.pagina)
        aantal = self._blad.aantal if self._woorden else 0
        self._nog = [*range(self._vanaf - 1, aantal), *range(min(aantal, self._vanaf - 1))]
        self._blad.viewport().update()
        self.gewijzigd.emit()
        if self._wens is not None and aantal:
            self._kijk_naar(self._wens)
        self._zoek_verder()

    def _zoek_verder(self) -> None:
        pad = self._blad.pad
        if not self._nog or pad is None:
            return
        nu = self._nog[:_PER_KEER]
        self._bron.lees(
            partial(_zoek, pad, self._woorden, tuple(nu)),
            partial(self._vond, self._beurt),
            partial(self._vond_niets, self._beurt),
        )

    def _vond(self, beurt: int, gevonden: tuple[Vindplaats, ...]) -> None:
        if beurt != self._beurt:
            return
        self._nog = self._nog[_PER_KEER:]
        if len(self._gevonden) > _MEESTE:
            self._nog = []
        for plaats in gevonden:
            insort(self._gevonden, plaats)
        if self._huidige is None and gevonden:
            self._kijk_naar(gevonden[0])
        elif gevonden or not self._nog:
            self._blad.viewport().update()
            self.gewijzigd.emit()
        self._zoek_verder()

    def _vond_niets(self, beurt: int, _: TkError) -> None:
        self._vond(beurt, ())

    def _stap(self, stap: int) -> None:
        if self._gevonden:
            self._kijk_naar(self._gevonden[(self.nummer - 1 + stap) % len(self._gevonden)])

    def _kijk_naar(self, plaats: Vindplaats) -> None:
        self._huidige = plaats
        self._breng = True
        self._kent_tekst(plaats.pagina)
        self._blad.viewport().update()
        self.gewijzigd.emit()

    def _kent_tekst(self, pagina: int) -> None:
        """Bring the place in view as soon as the words of its page are known."""
        if not self._breng or self._huidige is None or pagina != self._huidige.pagina:
            return
        tekst = self._teksten.van(pagina)
        if tekst is not None:
            self._breng = False
            for kader in tekst.kaders_van(self._huidige.begin, self._huidige.eind)[:1]:
                self._blad.breng_in_beeld(pagina, kader)


def _zoek(pad: Pad, woorden: str, paginas: tuple[int, ...], lezer: Bladenlezer) -> tuple[Vindplaats, ...]:
    plaatsen = (plaats for deel in woorden.splitlines() for plaats in lezer.zoek(pad, deel, paginas))
    return tuple(sorted(plaatsen, key=lambda plaats: (paginas.index(plaats.pagina - 1), plaats.begin)))
