"""One paper that is read: its pages, or what to say when there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bladen import Bladenweergave
from tk_desktop.desktop.bladenbron import Bladenbron
from tk_desktop.desktop.foutmelding import zin
from tk_desktop.desktop.leeg import LeegBlad
from tk_desktop.export.leesbestand import Leesbestand


class Leesblad(QWidget):
    """Shows one paper. ``gewisseld`` tells that another page is looked at, ``gevraagd`` to open it in another program.

    What goes above the pages (a newer version came) is put in ``boven``.
    """

    gewisseld = Signal()
    gevraagd = Signal()

    def __init__(self, bron: Bladenbron, sleutel: str, naam: str) -> None:
        super().__init__()
        self.sleutel = sleutel
        self.bestand: Leesbestand | None = None
        self._terug = 0
        self.bladen = Bladenweergave(bron, naam)
        self.boven = QVBoxLayout()
        self._wacht = QLabel("Dit stuk wordt klaargezet…")
        self._wacht.setContentsMargins(16, 16, 16, 16)
        self._fout = QLabel()
        self._fout.setWordWrap(True)
        self._fout.setContentsMargins(16, 16, 16, 16)
        self._leeg = LeegBlad("Dit bestand heeft geen bladzijden om te tonen.", "Openen in een ander programma")
        self._leeg.gevraagd.connect(self.gevraagd)
        self._stapel = QStackedWidget()
        for deel in (self._wacht, self.bladen, self._leeg, self._fout):
            self._stapel.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addLayout(self.boven)
        kolom.addWidget(self._stapel, 1)
        self.bladen.pagina_gewisseld.connect(self._gewisseld)
        self.bladen.mislukt.connect(self.weiger)
        self.setFocusProxy(self.bladen)

    @property
    def toont_bladen(self) -> bool:
        """Whether pages are shown."""
        return self._stapel.currentWidget() is self.bladen

    @property
    def pagina(self) -> int:
        """The page that is looked at, from 1; 0 when none is."""
        return self.bladen.pagina if self.toont_bladen else 0

    def noem(self, naam: str) -> None:
        """Give the pages the name the paper has now."""
        if self.bladen.accessibleName() != naam:
            self.bladen.setAccessibleName(naam)

    def toon(self, bestand: Leesbestand, pagina: int = 0) -> None:
        """Show a version of the paper; the one that is shown stays where it is, unless a page (from 1) is asked."""
        vorige = self.bestand
        self.bestand = bestand
        if bestand.pad is None:
            self._stapel.setCurrentWidget(self._leeg)
            return
        if vorige is not None and vorige.versie == bestand.versie and self.toont_bladen:
            if pagina and pagina != self.bladen.pagina:
                self.bladen.ga_naar(pagina)
            return
        self.bladen.toon(bestand.pad, pagina or self.bladen.pagina or self._terug or 1)
        self._stapel.setCurrentWidget(self.bladen)

    def rust(self) -> None:
        """Let go of the images of the pages; showing the paper brings them back where one was."""
        if self.toont_bladen:
            self._terug = self.bladen.pagina
            self.bladen.sluit()
            self._stapel.setCurrentWidget(self._wacht)

    def weiger(self, fout: TkError) -> None:
        """Say why this paper cannot be read."""
        self._fout.setText(zin(fout))
        self._stapel.setCurrentWidget(self._fout)

    def _gewisseld(self) -> None:
        self.gewisseld.emit()
