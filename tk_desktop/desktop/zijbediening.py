"""The panels beside the pages of the reader: which is shown, and the keyboard between them and the page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.voorbereidingbediening import Voorbereidingbediening
from tk_desktop.desktop.zijvak import Zijvak

if TYPE_CHECKING:
    from tk_desktop.desktop.lezer_scherm import Lezerscherm
    from tk_desktop.desktop.lezerbediening import Lezerbediening

_BREED = 46
"""Letters the pane is wide at first."""
_SMAL = 100
"""Letters wide under which there is no room for pages and a panel beside each other."""


class Zijbediening(QObject):
    """Holds the reader and the pane beside it in ``blad``."""

    def __init__(self, sessie: Sessie, lezer: "Lezerbediening") -> None:
        super().__init__()
        self._lezer = lezer
        self.vak = Zijvak()
        self.voorbereiding = Voorbereidingbediening(sessie, lezer)
        self.vak.voeg_toe(self.voorbereiding.paneel, "Voorbereiding")
        self.blad = _Naast(lezer.scherm, self.vak)
        self.setParent(self.blad)
        self.vak.terug.connect(self._terug)
        self.vak.gesloten.connect(self._terug)
        lezer.verplaatst.connect(self._volg)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the panels does."""
        return {"lezen.voorbereiding": partial(self._wissel, self.voorbereiding.paneel)}

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round besides the reader itself."""
        return [self.vak] if self.vak.isVisible() else []

    def reload(self) -> None:
        """Look again at what the open panel shows."""
        if self.vak.is_open(self.voorbereiding.paneel):
            self.voorbereiding.reload()

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        self.voorbereiding.leg_vast()

    def _wissel(self, paneel: QWidget) -> None:
        """Show a panel with the keyboard in it; one that has the keyboard already goes away."""
        if self.vak.is_open(paneel) and paneel.isAncestorOf(self.vak.window().focusWidget()):
            self.vak.sluit()
            return
        self._volg(altijd=paneel)
        self.blad.neem_plaats_van_lijst()
        self.vak.toon(paneel)
        self.blad.deel_in()

    def _volg(self, altijd: QWidget | None = None) -> None:
        paneel = self.voorbereiding.paneel
        if altijd is paneel or self.vak.is_open(paneel):
            self.voorbereiding.volg()

    def _terug(self) -> None:
        """Give the keyboard back to the pages; where the panel covers them it goes."""
        if self.blad.smal and not self.vak.isHidden():
            self.vak.hide()
        self.blad.geef_plaats_terug()
        self.blad.deel_in()
        self._lezer.scherm.bladen.setFocus()


class _Naast(QSplitter):
    """The reader and a pane beside it; where there is little room the pane covers the reader."""

    def __init__(self, lezer: "Lezerscherm", vak: Zijvak) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lezer = lezer
        self._vak = vak
        self._lijst_was_open = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(6)
        self.addWidget(lezer)
        self.addWidget(vak)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setFocusProxy(lezer)

    @property
    def smal(self) -> bool:
        """Whether there is no room for both."""
        return self.width() < self.fontMetrics().averageCharWidth() * _SMAL

    def neem_plaats_van_lijst(self) -> None:
        """Let the pane stand where the notes stood: there is room for one of them beside the pages."""
        if self._vak.isHidden():
            self._lijst_was_open = not self._lezer.rechts.isHidden()
            self._lezer.rechts.hide()

    def geef_plaats_terug(self) -> None:
        """Let the notes stand again where they stood."""
        if self._vak.isHidden() and self._lijst_was_open:
            self._lijst_was_open = False
            self._lezer.rechts.show()

    def deel_in(self) -> None:
        """Give the pane its room, or all of it."""
        self._lezer.setVisible(self._vak.isHidden() or not self.smal)
        breed = self.fontMetrics().averageCharWidth() * _BREED
        if not self._vak.isHidden() and not self.smal and self.sizes()[1] < breed // 2:
            self.setSizes([max(1, self.width() - breed), breed])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether there is still room for both."""
        super().resizeEvent(event)
        self.deel_in()

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.deel_in()
