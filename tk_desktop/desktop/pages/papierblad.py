"""One paper that is read: its pages, or what to say when there are none."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladindeling import Plek
from tk_desktop.desktop.pages.bladmerken import Merk
from tk_desktop.desktop.pages.bladplek import Bladplek
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.export.leesbestand import Leesbestand

_LEESBAAR = 0.6
"""Pixels to a point of the paper under which nobody reads a page: its letters are less than some six pixels high."""


class Papierblad(QWidget):
    """Shows one paper. ``gewisseld`` tells that another place is looked at, ``gevraagd`` to open it outside.

    What goes above the pages (a newer version came) is put in ``boven``; ``lezen`` has the pages, the words that are
    selected, the marks and the pen.
    """

    gewisseld = Signal()
    gevraagd = Signal()
    ontsnapt = Signal()
    """Esc was pressed, and nothing on the pages took it."""
    ingegaan = Signal()
    """Enter was pressed on the pages."""

    def __init__(self, bron: Bladenbron, sleutel: str, naam: str) -> None:
        super().__init__()
        self.sleutel = sleutel
        self.bestand: Leesbestand | None = None
        self._terug = Plek(0)
        self._straks = ""
        self.lezen = Leesblad(bron, naam)
        self.boven = QVBoxLayout()
        self._wacht = QLabel("Dit stuk wordt klaargezet…")
        self._wacht.setContentsMargins(16, 16, 16, 16)
        self._fout = QLabel()
        self._fout.setWordWrap(True)
        self._fout.setContentsMargins(16, 16, 16, 16)
        self._leeg = LeegBlad("Dit bestand heeft geen bladzijden om te tonen.", "Openen in een ander programma")
        self._leeg.gevraagd.connect(self.gevraagd)
        self._stapel = QStackedWidget()
        for deel in (self._wacht, self.lezen, self._leeg, self._fout):
            self._stapel.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addLayout(self.boven)
        kolom.addWidget(self._stapel, 1)
        self.bladen.pagina_gewisseld.connect(self._gewisseld)
        self.bladen.verschoven.connect(self._gewisseld)
        self.bladen.getekend.connect(self._gewisseld)
        self.bladen.geopend.connect(self._geopend)
        self.bladen.mislukt.connect(self.weiger)
        Focusdeur(self, lambda: self.bladen)

    @property
    def bladen(self) -> Bladenweergave:
        """The pages."""
        return self.lezen.bladen

    @property
    def toont_bladen(self) -> bool:
        """Whether pages are shown."""
        return self._stapel.currentWidget() is self.lezen

    @property
    def pagina(self) -> int:
        """The page that is looked at, from 1; 0 when none is."""
        return self.bladen.pagina if self.toont_bladen else 0

    @property
    def leesbaar(self) -> frozenset[int]:
        """The pages, from 1, of which the middle is on the screen, drawn and large enough to be read."""
        if not self.toont_bladen or not self.isVisible():
            return frozenset()
        onder = self.bladen.viewport().height()
        plekken = (plek for plek in self.bladen.plekken() if plek.schaal >= _LEESBAAR)
        midden = (plek.pagina for plek in plekken if 0 <= plek.vlak.center().y() <= onder)
        return frozenset(pagina for pagina in midden if self.bladen.heeft(pagina - 1))

    @property
    def versie(self) -> str:
        """The SHA-256 of the PDF that is shown; empty while there is none."""
        return self.bestand.versie if self.bestand is not None else ""

    def noem(self, naam: str) -> None:
        """Give the pages the name the paper has now."""
        if self.bladen.accessibleName() != naam:
            self.bladen.setAccessibleName(naam)

    def toon(self, bestand: Leesbestand, pagina: int = 0, deel: float = 0.0) -> None:
        """Show a version of the paper; the one that is shown stays where it is, unless a page (from 1) is asked."""
        vorige = self.bestand
        self.bestand = bestand
        if bestand.pad is None:
            self._stapel.setCurrentWidget(self._leeg)
            return
        if vorige is not None and vorige.versie == bestand.versie and self.toont_bladen:
            if pagina and pagina != self.bladen.pagina:
                self.bladen.ga_naar(pagina, deel)
            return
        if not pagina:
            plek = self.bladen.plek if self.bladen.aantal else self._terug
            pagina, deel = min(plek.pagina + 1, bestand.paginas), plek.deel
        self.bladen.toon(bestand.pad, pagina, deel)
        self._stapel.setCurrentWidget(self.lezen)

    def toon_merken(self, merken: Sequence[Merk], naar: str = "") -> None:
        """Show these marks; ``naar`` is one to bring into view, now or when the pages are there."""
        self.lezen.zet_merken(merken)
        if naar:
            self._straks = "" if self.bladen.aantal else naar
            self.lezen.merken.toon_merk(naar)

    def woorden(self) -> list[tuple[str, QPoint, QPoint]]:
        """Return the words that are on the screen, with where each begins and ends in its pixels."""
        return [woord for plek in self.bladen.plekken() for woord in self._woorden(plek)] if self.toont_bladen else []

    def _woorden(self, plek: Bladplek) -> Iterator[tuple[str, QPoint, QPoint]]:
        tekst, vlak = self.lezen.teksten.van(plek.pagina), self.bladen.viewport()
        if tekst is None:
            return
        for woord in re.finditer(r"\S+", tekst.tekst):
            eerste, laatste = tekst.kaders[woord.start()], tekst.kaders[woord.end() - 1]
            punten = (plek.punt(eerste.x0, eerste.midden[1]), plek.punt(laatste.x1, laatste.midden[1]))
            begin, eind = (vlak.mapToGlobal(punt) * vlak.devicePixelRatioF() for punt in punten)
            if vlak.rect().contains(punten[0].toPoint()):
                yield woord[0], begin.toPoint(), eind.toPoint()

    def rust(self) -> None:
        """Let go of the images of the pages; showing the paper brings them back where one was."""
        if self.toont_bladen:
            self._terug = self.bladen.plek
            self.bladen.sluit()
            self._stapel.setCurrentWidget(self._wacht)

    def weiger(self, fout: TkError) -> None:
        """Say why this paper cannot be read."""
        self._fout.setText(fout.zin)
        self._stapel.setCurrentWidget(self._fout)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that its pages are looked at again."""
        super().showEvent(event)
        self.gewisseld.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys that nothing on the pages took."""
        if event.key() == Qt.Key.Key_Escape:
            self.ontsnapt.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.toont_bladen:
            self.ingegaan.emit()
        else:
            super().keyPressEvent(event)

    def _geopend(self) -> None:
        if self._straks:
            naar, self._straks = self._straks, ""
            self.lezen.merken.toon_merk(naar)

    def _gewisseld(self) -> None:
        self.gewisseld.emit()
