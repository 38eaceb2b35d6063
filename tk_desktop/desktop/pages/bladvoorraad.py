"""Images of pages that were drawn before, kept as long as there is room."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage

from tk_desktop.paper.bladbeeld import Beeld

_RUIMTE = 160 * 1024 * 1024
"""Bytes of images that are kept at most."""


@dataclass(frozen=True, slots=True)
class Beeldsoort:
    """Which image of a page: of which make of the file, with how many pixels to a point, and whether dark."""

    make: int
    schaal: float
    donker: bool = False


@dataclass(frozen=True, slots=True)
class Blad:
    """An image of a page; without image when the page cannot be drawn."""

    soort: Beeldsoort
    beeld: QImage | None = None
    gegevens: Beeld | None = None  # the image looks into these bytes


class Bladvoorraad:
    """One image for each page, the newest; those far from what is looked at go first."""

    def __init__(self) -> None:
        self._bladen: OrderedDict[int, Blad] = OrderedDict()

    def __len__(self) -> int:
        return len(self._bladen)

    def van(self, pagina: int) -> Blad | None:
        """Return the image of a page, also an older or smaller one."""
        return self._bladen.get(pagina)

    def heeft(self, pagina: int, soort: Beeldsoort) -> bool:
        """Tell whether a page is there as it is asked for."""
        blad = self._bladen.get(pagina)
        return blad is not None and blad.soort == soort

    def neem(self, pagina: int, soort: Beeldsoort, gegevens: Beeld | None, bij: range) -> None:
        """Keep an image, or that there is none; pages ``bij`` those on screen always stay."""
        beeld = None
        if gegevens is not None:
            punten = gegevens.punten
            beeld = QImage(punten, gegevens.breedte, gegevens.hoogte, gegevens.stap, QImage.Format.Format_RGB32)
        self._bladen[pagina] = Blad(soort, beeld, gegevens)
        self._bladen.move_to_end(pagina)
        vol = sum(len(blad.gegevens.punten) for blad in self._bladen.values() if blad.gegevens)
        for oud in [ander for ander in self._bladen if ander not in bij]:
            if vol <= _RUIMTE:
                return
            weg = self._bladen.pop(oud).gegevens
            vol -= len(weg.punten) if weg else 0

    def beperk(self, aantal: int) -> None:
        """Forget the pages that are no more: there are ``aantal`` now."""
        for pagina in [pagina for pagina in self._bladen if pagina >= aantal]:
            del self._bladen[pagina]

    def beperk_tot(self, paginas: range) -> None:
        """Forget all pages but these."""
        for pagina in [pagina for pagina in self._bladen if pagina not in paginas]:
            del self._bladen[pagina]

    def wis(self) -> None:
        """Forget all."""
        self._bladen.clear()
