"""The start screen: go on where one was, what comes, and what waits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import minstens_hoog
from tk_desktop.desktop.session.regels import Regel, Regellijst

_SMAL = 110
"""Letters wide under which the columns stand under each other."""


class Startblad(QWidget):
    """Three lists with places to go to; ``gekozen`` tells an ``Adres``, ``nieuw`` that a meeting is to be made."""

    gekozen = Signal(object)
    nieuw = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.verder = Regellijst(
            "Verder lezen",
            ["Waar", "Onderwerp", "Gelezen"],
            rekt=1,
            zonder_kop=True,
            leeg="Wat u opent, vindt u hier terug.",
        )
        self.verder.verwacht("De werkmap wordt geopend…")
        self.komt = Regellijst(
            "Deze week en later",
            ["Dag", "Gremium", "Stand"],
            rekt=1,
            zonder_kop=True,
            leeg="Geen vergaderingen gepland.",
        )
        self.wacht = Regellijst("Wacht op mij", ["Wat", "Waar"], rekt=0, zonder_kop=True, leeg="Er wacht niets op u.")
        self._nieuw = QPushButton("Nieuwe vergadering (Ctrl+Shift+N)")
        self._nieuw.clicked.connect(self.nieuw)
        links = self._kolom(("Verder lezen", self.verder), ("Wacht op mij", self.wacht))
        rechts = self._kolom(("Deze week en later", self.komt))
        rechts.addWidget(self._nieuw)
        inhoud, rol = QWidget(), QScrollArea()
        rol.setWidget(inhoud)
        rol.setWidgetResizable(True)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(rol)
        self._rij = QBoxLayout(QBoxLayout.Direction.LeftToRight, inhoud)
        self._rij.setContentsMargins(16, 12, 16, 12)
        self._rij.setSpacing(20)
        self._rij.addLayout(links, 3)
        self._rij.addLayout(rechts, 2)
        self.setFocusProxy(self.verder)
        for lijst in (self.verder, self.komt, self.wacht):
            lijst.gekozen.connect(self.gekozen)
            minstens_hoog(lijst, 3)

    @property
    def kan_nieuw(self) -> bool:
        """Whether a meeting can be made from here."""
        return not self._nieuw.isHidden()

    @kan_nieuw.setter
    def kan_nieuw(self, kan: bool) -> None:
        self._nieuw.setVisible(kan)

    def toon(self, verder: Sequence[Regel], komt: Sequence[Regel], wacht: Sequence[Regel]) -> None:
        """Show papers to go on with, meetings that come, and what waits for the user."""
        self.verder.toon(verder)
        self.komt.toon(komt)
        self.wacht.toon(wacht)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other when there is room."""
        smal = self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
        self._rij.setDirection(richting)
        super().resizeEvent(event)

    def _kolom(self, *delen: tuple[str, Regellijst]) -> QVBoxLayout:
        kolom = QVBoxLayout()
        for tekst, lijst in delen:
            kop = QLabel(tekst)
            kop.setProperty("kop", "2")
            kop.setBuddy(lijst)
            kolom.addWidget(kop)
            kolom.addWidget(lijst, 1)
        return kolom
