"""The contents and the small pages of the paper that is read, beside the agenda."""

from PySide6.QtCore import QObject

from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.koppenlijst import Koppenlijst
from tk_desktop.desktop.pages.miniaturen import Miniaturen
from tk_desktop.desktop.reader.lezer_scherm import Lezerscherm


class Bladgids(QObject):
    """Lays both beside the agenda of a reader, and lets them follow the paper that is worked in."""

    def __init__(self, bron: Bladenbron, scherm: Lezerscherm) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self.koppen = Koppenlijst()
        self.miniaturen = Miniaturen(bron)
        scherm.leg_links("Inhoud", "list-tree", self.koppen)
        scherm.leg_links("Bladzijden", "files", self.miniaturen)
        scherm.actief_gewisseld.connect(self._volg)
        self.koppen.gegaan.connect(scherm.bladen.setFocus)

    def toon_koppen(self) -> None:
        """Go to the contents of the paper."""
        self._scherm.toon_links(self.koppen)

    def toon_miniaturen(self) -> None:
        """Go to the small pages."""
        self._scherm.toon_links(self.miniaturen)

    def _volg(self) -> None:
        blad = self._scherm.actief
        self.koppen.volg(blad.lezen if blad is not None else None)
        self.miniaturen.volg(blad.bladen if blad is not None else None)
