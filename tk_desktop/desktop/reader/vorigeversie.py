"""An earlier version of a paper to look at beside the one that is read, with the notes as they stood on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladmerken import Merk
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import geef_maat


class Vorigeversie(QDialog):
    """Shows the pages of an earlier version in a window of its own; nothing is written on them."""

    def __init__(self, bron: Bladenbron, titel: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.blad = Leesblad(bron, titel)
        self._naar = ""
        self.blad.bladen.geopend.connect(self._geopend)
        knoppen = QDialogButtonBox()
        knoppen.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.blad, 1)
        kolom.addWidget(knoppen)
        letter = self.fontMetrics()
        geef_maat(self, min(letterbreedte(letter) * 100, 820), min(letter.height() * 48, 900))
        self.finished.connect(self._sluit)

    def toon(self, pad: Pad, merken: Sequence[Merk], pagina: int = 1, naar: str = "") -> None:
        """Show a version with its marks, at a page or at one of the marks."""
        self._naar = naar
        self.blad.toon(pad, pagina)
        self.blad.zet_merken(merken)
        self.show()
        self.blad.setFocus()

    def _geopend(self) -> None:
        if self._naar:
            self.blad.merken.toon_merk(self._naar)

    def _sluit(self) -> None:
        self.blad.bladen.sluit()
