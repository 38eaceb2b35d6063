"""How the pages of the reader are shown: how large, two beside each other, dark; and going to a page by its number."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.reader.lezer_scherm import Lezerscherm
from tk_desktop.desktop.session.voorkeuren import Voorkeuren


class Leesweergave(QObject):
    """Wires the bar above the pages to the paper that is worked in."""

    def __init__(self, scherm: Lezerscherm, voorkeuren: Voorkeuren) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self._voorkeuren = voorkeuren
        scherm.balk.naar.connect(self._naar_pagina)
        scherm.balk.groot.connect(self._zet_zoom)
        scherm.balk.klaar.connect(scherm.bladen.setFocus)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on the pages does."""
        return {
            "lezen.zoom": self._wissel_zoom,
            "lezen.twee": self._wissel_twee,
            "lezen.donker": self._wissel_donker,
            "lezen.zoek": self._zoek,
        }

    def volg(self, blad: Papierblad) -> None:
        """Show a paper that was opened as the others are."""
        blad.bladen.zet_donker(self._voorkeuren.donkere_bladen)
        blad.bladen.zoom_gewisseld.connect(self._scherm.balk.toon_zoom)

    def toon(self) -> None:
        """Tell in the bar which page of how many is looked at."""
        blad = self._scherm.actief
        if blad is None:
            self._scherm.balk.toon(0, 0)
        else:
            self._scherm.balk.toon(blad.pagina, blad.bladen.aantal if blad.toont_bladen else 0)

    def _zoek(self) -> None:
        blad = self._scherm.actief
        if blad is not None and blad.toont_bladen:
            blad.lezen.zoek()

    def _wissel_zoom(self) -> None:
        blad = self._scherm.actief
        if blad is not None:
            blad.bladen.wissel_zoom()

    def _wissel_twee(self) -> None:
        blad = self._scherm.actief
        if blad is not None:
            blad.bladen.wissel_twee()

    def _wissel_donker(self) -> None:
        """Show all pages dark, or as they are; papers that are opened later follow, also when one reads again."""
        donker = self._voorkeuren.donkere_bladen = not self._voorkeuren.donkere_bladen
        for blad in self._scherm.alle.values():
            blad.bladen.zet_donker(donker)

    def _zet_zoom(self, zoom: object) -> None:
        blad = self._scherm.actief
        if blad is not None:
            blad.bladen.zet_zoom(zoom)  # type: ignore[arg-type]  # what the bar tells is a Zoom

    def _naar_pagina(self, pagina: int) -> None:
        blad = self._scherm.actief
        if blad is not None and blad.toont_bladen:
            blad.bladen.ga_naar(pagina)
