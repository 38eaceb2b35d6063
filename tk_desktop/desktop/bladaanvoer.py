"""Images of pages for a view, one at a time: what is looked at first, and nothing that was scrolled past."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bladenbron import Bladenbron
from tk_desktop.desktop.bladvoorraad import Beeldsoort, Blad, Bladvoorraad
from tk_desktop.paper.rendering import Beeld, Maat


class Bladaanvoer(QObject):
    """Asks ``bron`` for the images that ``gewenst`` names, again after each one that came; keeps those that came.

    ``gewenst`` gives pages (from 0) with their kind of image, the most wanted first, only those that ``heeft`` does
    not have. ``bij`` gives the pages that must be kept. A file that is shown again is a new *make* of it.
    """

    maten_gekomen = Signal(object)
    """The sizes of the pages, a sequence of ``Maat``."""
    mislukt = Signal(object)
    """A ``TkError``: the file cannot be shown."""
    beeld_gekomen = Signal(int)

    def __init__(
        self,
        bron: Bladenbron,
        gewenst: Callable[[], Iterator[tuple[int, Beeldsoort]]],
        bij: Callable[[], range],
    ) -> None:
        super().__init__()
        self._bron = bron
        self._gewenst = gewenst
        self._bij = bij
        self._voorraad = Bladvoorraad()
        self._wacht = True
        self.pad: Path | None = None
        self.make = 0
        self.onderweg = False

    def open(self, pad: Path) -> None:
        """Ask for the sizes of the pages of a file; until they came no image is asked for."""
        if pad != self.pad:
            self._voorraad.wis()
        self.pad = pad
        self.make += 1
        self._wacht = True
        self._bron.maten(pad, partial(self._maten, self.make), partial(self._geen_maten, self.make))

    def sluit(self) -> None:
        """Forget the file and its images."""
        self.pad = None
        self.make += 1
        self._voorraad.wis()

    def van(self, pagina: int) -> Blad | None:
        """Return the image of a page, also an older or smaller one."""
        return self._voorraad.van(pagina)

    def heeft(self, pagina: int, soort: Beeldsoort) -> bool:
        """Tell whether an image is there."""
        return self._voorraad.heeft(pagina, soort)

    def __len__(self) -> int:
        return len(self._voorraad)

    def vraag_volgende(self) -> None:
        """Ask for the most wanted image that is not there, unless one is on its way."""
        if self.onderweg or self.pad is None or self._wacht:
            return
        for pagina, soort in self._gewenst():
            self.onderweg = True
            klaar, mislukt = partial(self._beeld, pagina, soort), partial(self._geen_beeld, pagina, soort)
            self._bron.vraag(self.pad, pagina, soort.schaal, klaar, mislukt, donker=soort.donker)
            return

    def _maten(self, make: int, maten: Sequence[Maat]) -> None:
        if make == self.make:
            self._wacht = False
            self._voorraad.beperk(len(maten))
            self.maten_gekomen.emit(maten)

    def _geen_maten(self, make: int, fout: TkError) -> None:
        if make == self.make:
            self.mislukt.emit(fout)

    def _beeld(self, pagina: int, soort: Beeldsoort, beeld: Beeld | None) -> None:
        self.onderweg = False
        if soort.make == self.make and not self._wacht:
            self._voorraad.neem(pagina, soort, beeld, self._bij())
            self.beeld_gekomen.emit(pagina)
        self.vraag_volgende()

    def _geen_beeld(self, pagina: int, soort: Beeldsoort, _: TkError) -> None:
        self._beeld(pagina, soort, None)
