"""What two people wrote apart, one at a time: chosen with 1, 2 or 3 (SCREENS 2.9)."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.notaverschil import Aandeel, woordverschil

if TYPE_CHECKING:
    from tk_desktop.exchange.conflicten import Geschil, Keuze

_MEESTE = 4
_HOOG = 3
"""Lines of a text that are seen without scrolling."""


class Conflictvak(QWidget):
    """Shows one question with what can be chosen side by side.

    ``gekozen`` tells the ``Geschil`` and the ``Keuze``, ``plek_gevraagd`` the ``Geschil`` of which the place is asked,
    ``verplaatst`` that another question is shown.
    """

    gekozen = Signal(object, object)
    plek_gevraagd = Signal(object)
    verplaatst = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Te beoordelen")
        self._alle: Sequence[Geschil] = ()
        self._nu = 0
        self._verschil = False
        self.kop = QLabel()
        self.kop.setWordWrap(True)
        self.kop.setProperty("kop", "ja")
        self.kop.setTextFormat(Qt.TextFormat.PlainText)
        self.kaarten = [_Kaart(nummer) for nummer in range(1, _MEESTE + 1)]
        self._rij = rij = QGridLayout()
        for plek, kaart in enumerate(self.kaarten):
            rij.addWidget(kaart, 0, plek)
            kaart.gekozen.connect(self.kies)
        self.knop_volgende = QPushButton(icon("arrow-right"), "Volgende (F8)")
        self.knop_verschil = QPushButton(icon("columns-2"), "Verschil (D)")
        self.knop_verschil.setCheckable(True)
        self.knop_plek = QPushButton(icon("list-tree"), "Naar het punt")
        for knop in (self.knop_volgende, self.knop_verschil, self.knop_plek):
            knop.setAutoDefault(False)
        self.knop_volgende.clicked.connect(self.volgende)
        self.knop_verschil.clicked.connect(self.wissel_verschil)
        self.knop_plek.clicked.connect(self._naar)
        knoppen = Stroom()
        for knop in (self.knop_verschil, self.knop_volgende, self.knop_plek):
            knoppen.addWidget(knop)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.kop)
        kolom.addLayout(rij, 1)
        kolom.addLayout(knoppen)
        self.toon(())

    @property
    def huidig(self) -> "Geschil | None":
        """The question that is on the screen."""
        return self._alle[self._nu] if self._alle else None

    def toon(self, alle: "Sequence[Geschil]") -> None:
        """Show these questions; the one that is looked at stays, else the one that takes its place."""
        nu = self.huidig
        self._alle = tuple(alle)
        zelfde = [plek for plek, een in enumerate(self._alle) if nu and een.conflict == nu.conflict]
        self._nu = zelfde[0] if zelfde else min(self._nu, max(0, len(self._alle) - 1))
        self.setVisible(bool(self._alle))
        self._toon()

    def kies(self, nummer: int) -> None:
        """Choose what stands under that number, from 1."""
        nu = self.huidig
        if nu is not None and nummer <= len(nu.keuzes):
            self.gekozen.emit(nu, nu.keuzes[nummer - 1])

    def ga_naar(self, rij: str) -> None:
        """Show the first question about a row, when there is one."""
        plek = next((plek for plek, een in enumerate(self._alle) if een.conflict.rij == rij), None)
        if plek is not None:
            self._nu = plek
            self._toon()

    def volgende(self) -> None:
        """Go to the next question, after the last one to the first."""
        self._ga(1)

    def vorige(self) -> None:
        """Go to the question before this one."""
        self._ga(-1)

    def wissel_verschil(self) -> None:
        """Mark what differs between the texts, or stop doing so."""
        self._verschil = not self._verschil
        self._toon()

    def _ga(self, stap: int) -> None:
        if self._alle:
            self._nu = (self._nu + stap) % len(self._alle)
            self._toon()
            self.verplaatst.emit()

    def _naar(self) -> None:
        if self.huidig is not None:
            self.plek_gevraagd.emit(self.huidig)

    def _toon(self) -> None:
        nu = self.huidig
        if nu is None:
            self.kop.setText("")
            return
        self.kop.setText(f"Te beoordelen {self._nu + 1} van {len(self._alle)}: {nu.waar}")
        self.kop.setAccessibleDescription(self.kop.text())
        basis = nu.keuzes[0].tekst
        for plek, kaart in enumerate(self.kaarten):
            kaart.setVisible(plek < len(nu.keuzes))
            self._rij.setColumnStretch(plek, int(plek < len(nu.keuzes)))
            if plek < len(nu.keuzes):
                ander = plek and self._verschil and not nu.conflict.over_verwijderen
                kaart.toon(nu.keuzes[plek], basis if ander else None)
        self.knop_verschil.setChecked(self._verschil)
        self.knop_verschil.setEnabled(not nu.conflict.over_verwijderen)
        self.knop_volgende.setEnabled(len(self._alle) > 1)
        self.knop_plek.setEnabled(bool(nu.vergadering_id))


class _Kaart(QFrame):
    """One choice: a button with its number and whose it is, and the whole text below; ``gekozen`` tells the number."""

    gekozen = Signal(int)

    def __init__(self, nummer: int) -> None:
        super().__init__()
        self._nummer = nummer
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.knop = QPushButton(str(nummer))
        self.knop.setAutoDefault(False)
        self.knop.setMinimumWidth(1)  # large letters may cut its words, never push the window wider
        self.knop.clicked.connect(self._druk)
        self._bij = QLabel()
        self._bij.setWordWrap(True)
        self._bij.setProperty("zacht", "ja")
        self._bij.setTextFormat(Qt.TextFormat.PlainText)
        self.tekst = QTextBrowser()
        self.tekst.setAccessibleName(f"Tekst {nummer}")
        self.tekst.setOpenLinks(False)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tekst.setMinimumWidth(1)
        self.tekst.setMinimumHeight(self.fontMetrics().lineSpacing() * _HOOG)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.knop)
        kolom.addWidget(self._bij)
        kolom.addWidget(self.tekst, 1)

    def toon(self, keuze: "Keuze", basis: str | None) -> None:
        """Show a choice; what differs from ``basis`` is marked, where that is given."""
        self.knop.setText(f"{self._nummer}  {keuze.wie}")
        self.knop.setAccessibleName(f"{keuze.wie}: {keuze.tekst}")
        self.knop.setToolTip(f"{keuze.wie} ({self._nummer})")
        bij = [keuze.wanneer, "staat er nu" if keuze.staat_er else ""]
        self._bij.setText(", ".join(deel for deel in bij if deel))
        self._bij.setVisible(bool(self._bij.text()))
        self.tekst.setAccessibleName(f"Tekst {self._nummer}: {keuze.wie}")
        if basis is None:
            self.tekst.setPlainText(keuze.tekst)
        else:
            self.tekst.setHtml("".join(_gemerkt(*deel) for deel in woordverschil(basis, keuze.tekst)))

    def _druk(self) -> None:
        self.gekozen.emit(self._nummer)


def _gemerkt(aandeel: Aandeel, tekst: str) -> str:
    """Return a stretch of text with its sign: struck through what went, underlined what came."""
    inhoud = escape(tekst).replace("\n", "<br>")
    if aandeel is Aandeel.GELIJK:
        return inhoud
    weg = aandeel is Aandeel.WEG
    toon = kleuren().tonen[Toon.ROOD if weg else Toon.GROEN]
    merk = "s" if weg else "u"
    return f'<{merk} style="color:{toon.tekst}; background:{toon.vlak}">{inhoud}</{merk}>'
