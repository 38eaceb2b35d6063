"""Searching every paper of the set that is read, in the order of the set, while one goes on reading (F14)."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.export.leesbestand import Leesbestand
from tk_desktop.paper.rendering import Bladenlezer
from tk_desktop.reading.setzoeken import Setvondst, find_on_pages

_PER_KEER = 16
"""Pages that are searched before pages that are looked at may go first."""
MEESTE = 2_000
"""Places after which it is enough: who finds more types another word."""


class Setzoeker(QObject):
    """Goes through the papers that are ready; ``gewijzigd`` tells that more was found or that all was searched."""

    gewijzigd = Signal()

    def __init__(self, bron: Bladenbron, ouder: QObject) -> None:
        super().__init__(ouder)
        self._bron = bron
        self._woorden = ""
        self._beurt = 0
        self._nog: list[tuple[str, Pad, int, int]] = []
        self._gevonden: list[Setvondst] = []
        self._wacht: tuple[str, ...] = ()

    @property
    def woorden(self) -> str:
        """What is searched."""
        return self._woorden

    @property
    def gevonden(self) -> tuple[Setvondst, ...]:
        """All places so far, in the order of the set."""
        return tuple(self._gevonden)

    @property
    def bezig(self) -> bool:
        """Whether there are pages that were not searched yet, or papers that are not ready."""
        return bool(self._nog or self._wacht)

    @property
    def is_vol(self) -> bool:
        """Whether there was more than is worth telling."""
        return len(self._gevonden) >= MEESTE

    def zoek(self, woorden: str, papieren: Sequence[str], klaar: Mapping[str, Leesbestand]) -> None:
        """Search words in papers by their keys; those that are not ready are searched last (``vul_aan``)."""
        self._beurt += 1
        self._woorden = woorden.strip()
        self._gevonden, self._nog, self._wacht = [], [], ()
        if self._woorden:
            self._wacht = tuple(papieren)
            self.vul_aan(klaar)
        else:
            self.gewijzigd.emit()

    def vul_aan(self, klaar: Mapping[str, Leesbestand]) -> None:
        """Search the papers too that became ready."""
        nieuw = [sleutel for sleutel in self._wacht if sleutel in klaar]
        if not self._woorden or (self._wacht and not nieuw):
            return
        begon = not self._nog
        for sleutel in nieuw:
            bestand = klaar[sleutel]
            if bestand.pad is not None:
                stappen = range(0, bestand.paginas, _PER_KEER)
                self._nog += [(sleutel, bestand.pad, van, min(van + _PER_KEER, bestand.paginas)) for van in stappen]
        self._wacht = tuple(sleutel for sleutel in self._wacht if sleutel not in nieuw)
        if begon:
            self._zoek_verder()

    def _zoek_verder(self) -> None:
        if not self._nog:
            self.gewijzigd.emit()
            return
        sleutel, pad, van, tot = self._nog[0]
        self._bron.lees(
            partial(_zoek, sleutel, pad, self._woorden, range(van, tot)),
            partial(self._vond, self._beurt),
            partial(self._vond_niets, self._beurt),
        )

    def _vond(self, beurt: int, gevonden: tuple[Setvondst, ...]) -> None:
        if beurt != self._beurt:
            return
        self._nog = self._nog[1:]
        self._gevonden += gevonden
        if self.is_vol:
            self._nog, self._wacht = [], ()
        if gevonden and self._nog:
            self.gewijzigd.emit()
        self._zoek_verder()

    def _vond_niets(self, beurt: int, _: TkError) -> None:
        self._vond(beurt, ())


def _zoek(sleutel: str, pad: Pad, woorden: str, paginas: range, lezer: Bladenlezer) -> tuple[Setvondst, ...]:
    return find_on_pages(lezer, sleutel, pad, woorden, paginas)
