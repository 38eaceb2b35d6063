"""The reader: the set left, the open papers in the middle, the notes right (SCREENS 2.5)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.werktabs import Werktabs
from tk_desktop.desktop.reader.leesdelen import Leesdelen
from tk_desktop.desktop.reader.lezer_balk import Leesbalk
from tk_desktop.desktop.reader.lezer_boom import Leesboom
from tk_desktop.desktop.reader.lezer_tabs import Leestabs

_SMAL = 110
"""Letters wide under which the panes beside the pages are shown one at a time, when they are asked for."""


_RUIM = 220
"""Letters wide under which what stands right gives its room to a second paper, and gets it back afterwards."""

_LAAG = 24
"""Lines high under which the strip under the pages goes: its commands have keys."""


class Lezerscherm(QWidget):
    """Lays out the panes; ``bladen`` is the pane in which the keys for notes act, ``rechts`` what stands right.

    ``actief_gewisseld`` tells that another paper is worked in: a tab was chosen, or the other one of two was clicked.
    """

    actief_gewisseld = Signal()

    def __init__(self, bladen: QStackedWidget, acties: Mapping[str, QAction]) -> None:
        super().__init__()
        self.boom = Leesboom()
        self.boom.addAction(acties["notitie.punt"])  # of the item one stands on there, which may have no pages
        self.tabs = Leestabs()
        self.balk = Leesbalk(acties)
        self.links = _tabs("Links van de bladzijden")
        self.links.voeg_toe(self.boom, "Agenda", "list")
        self.rechts = _tabs("Rechts van de bladzijden")
        self.rechts.setTabBarAutoHide(True)
        self._kop = QLabel()
        self._kop.setProperty("kop", "2")
        self._kop.setTextFormat(Qt.TextFormat.PlainText)
        self._kop.setContentsMargins(12, 8, 12, 4)
        self._kop.setWordWrap(True)
        self._vakken = (QStackedWidget(), QStackedWidget())
        self._bladen: dict[str, Papierblad] = {}
        self._hier = 0
        self._smal: bool | None = None
        self._onder: list[QWidget] = []
        self._geef_terug = False
        self._dicht: set[QWidget] = set()
        self._vol = False
        self._naast = QSplitter(Qt.Orientation.Horizontal)
        self._naast.setChildrenCollapsible(False)
        for vak in self._vakken:
            self._naast.addWidget(vak)
        self._vakken[1].hide()
        self.bladen = bladen
        bladen.addWidget(self._naast)
        midden = QWidget()
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.tabs)
        kolom.addWidget(self.balk)
        kolom.addWidget(bladen, 1)
        self._midden = kolom
        self.delen = Leesdelen(self.links, midden, self.rechts)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.setSpacing(0)
        geheel.addWidget(self._kop)
        geheel.addWidget(self.delen, 1)
        Focusdeur(self, lambda: self.actief or self.boom)
        Focusdeur(bladen, lambda: self.actief or self.boom)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_gewisseld)
        Lettermaat(self, self._andere_letters)

    @property
    def actief(self) -> Papierblad | None:
        """The paper that is worked in."""
        blad = self._vakken[self._hier].currentWidget()
        return blad if isinstance(blad, Papierblad) else None

    @property
    def alle(self) -> Mapping[str, Papierblad]:
        """Every open paper by its key."""
        return self._bladen

    @property
    def is_naast(self) -> bool:
        """Whether two papers are shown beside each other."""
        return not self._vakken[1].isHidden()

    def leg_links(self, naam: str, teken: str, paneel: QWidget) -> None:
        """Put a pane beside the agenda, in a tab with a sign for where there is no room for its name."""
        self.links.voeg_toe(paneel, naam, teken)

    def toon_links(self, paneel: QWidget) -> None:
        """Show one of the panes at the left, with the keyboard in it."""
        self.links.setCurrentWidget(paneel)
        if self.links.isVisible():
            paneel.setFocus()
        else:
            self.wissel_inhoud()

    def leg_rechts(self, naam: str, teken: str, paneel: QWidget) -> None:
        """Put a pane at the right; when there are more, each has a tab with a sign beside its name."""
        self.rechts.voeg_toe(paneel, naam, teken)

    def noem_rechts(self, paneel: QWidget, naam: str) -> None:
        """Give the tab of a pane at the right another name."""
        plek = self.rechts.indexOf(paneel)
        if self.rechts.tabText(plek) != naam:
            self.rechts.setTabText(plek, naam)
            self.rechts.setTabToolTip(plek, naam)

    def leg_onder(self, strook: QWidget) -> None:
        """Put a strip under the pages; it goes when there is little height."""
        self._midden.addWidget(strook)
        self._onder.append(strook)

    def toon_rechts(self, paneel: QWidget) -> None:
        """Show one of the panes at the right, with the keyboard in it."""
        self.rechts.setCurrentWidget(paneel)
        if not self.rechts.isVisible():
            self.wissel_lijst()
        paneel.setFocus()

    @property
    def paneel(self) -> str:
        """The name of what stands right; empty when that was closed."""
        plek = self.rechts.currentIndex()
        return "" if self.rechts in self._dicht else self.rechts.tabText(plek).partition(" (")[0]

    def zet_paneel(self, naam: str) -> None:
        """Show the pane of that name at the right when there is room; without a name none. The keyboard stays."""
        namen = [self.rechts.tabText(nummer).partition(" (")[0] for nummer in range(self.rechts.count())]
        if naam in namen:
            self.rechts.setCurrentIndex(namen.index(naam))
        elif not naam:
            self._dicht.add(self.rechts)
            self._toon_zij(self.rechts, False)

    @property
    def is_smal(self) -> bool:
        """Whether there is little room, so that the panes come one at a time."""
        return bool(self._smal)

    def toon_kop(self, tekst: str) -> None:
        """Say which meeting this is."""
        self._kop.setText(tekst)

    def toon_blad(self, blad: Papierblad) -> None:
        """Show a paper where one works; one that stands in the other half is only gone to."""
        self._bladen[blad.sleutel] = blad
        for nummer, vak in enumerate(self._vakken):
            if vak.currentWidget() is blad and not vak.isHidden():
                self._hier = nummer
                break
        else:
            self._vakken[self._hier].addWidget(blad)
            self._vakken[self._hier].setCurrentWidget(blad)
        QWidget.setTabOrder(self.balk.laatste, blad.bladen)
        self.actief_gewisseld.emit()

    def naast(self, blad: Papierblad | None) -> None:
        """Show a paper beside the one that is read; nothing: show one alone (F20)."""
        if blad is None:
            blijft = self.actief
            self._hier = 0  # first: a paper that moves lets go of the keyboard, and the other half would get it
            if blijft is not None:
                self._vakken[0].addWidget(blijft)
                self._vakken[0].setCurrentWidget(blijft)
            self._vakken[1].hide()
            self._toon_zij(self.rechts, self._geef_terug or self.rechts.isVisible())
            self._geef_terug = False
            self.actief_gewisseld.emit()
            return
        if not self.is_naast and self.width() < letterbreedte(self.fontMetrics()) * _RUIM:
            self._geef_terug = self.rechts.isVisible()
            self._toon_zij(self.rechts, False)
        self._vakken[1].show()
        self._naast.setSizes([1000, 1000])
        self._hier = 1
        self.toon_blad(blad)

    def sluit_blad(self, sleutel: str) -> None:
        """Take a paper off the screen."""
        blad = self._bladen.pop(sleutel, None)
        if blad is None:
            return
        blad.bladen.sluit()
        for vak in self._vakken:
            vak.removeWidget(blad)
        blad.deleteLater()
        if self.is_naast and self._vakken[1].currentWidget() is None:
            self.naast(None)

    def wissel_inhoud(self) -> None:
        """Show or hide the set at the left; it gets the keyboard when it appears."""
        self._wissel(self.links, self.rechts)

    def wissel_lijst(self) -> None:
        """Show or hide what stands right."""
        self._wissel(self.rechts, self.links)

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round."""
        alle = (self.links.currentWidget(), self.actief or self.bladen, self.rechts.currentWidget())
        return [paneel for paneel in alle if paneel is not None and paneel.isVisible()]

    def zet_vol(self, vol: bool) -> None:
        """Leave nothing but the pages and the bar with the way back, or bring all back."""
        self._vol = vol
        self.tabs.setVisible(not vol)
        self._smal = None
        self._deel_in()
        self.bladen.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the pages when there is little."""
        super().resizeEvent(event)
        self._deel_in()

    def _andere_letters(self, _: QFontMetrics) -> None:
        if self._smal is not None:
            self._deel_in()

    def _deel_in(self) -> None:
        smal = self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        if smal != self._smal:
            self._smal = smal
            for zij in (self.links, self.rechts):
                self._toon_zij(zij, not (smal or self._vol or zij in self._dicht))
            self._kop.setVisible(not (smal or self._vol))
        for strook in self._onder:
            strook.setVisible(not self._vol and self.height() > self.fontMetrics().lineSpacing() * _LAAG)

    def _toon_zij(self, paneel: QWidget, zichtbaar: bool) -> None:
        """Show or hide what stands beside the pages; they get the keyboard when that was in what goes."""
        focus = QApplication.focusWidget()
        if not zichtbaar and focus is not None and paneel.isAncestorOf(focus):
            self.bladen.setFocus()
        paneel.setVisible(zichtbaar)
        self.delen.verdeel()

    def _wissel(self, paneel: QWidget, ander: QWidget) -> None:
        self._toon_zij(paneel, not paneel.isVisible())
        if not self._smal and not self._vol:
            self._dicht = self._dicht - {paneel} if paneel.isVisible() else self._dicht | {paneel}
        if paneel.isVisible():
            if self._smal:
                self._toon_zij(ander, False)
            (paneel.currentWidget() if isinstance(paneel, QTabWidget) else paneel).setFocus()
        else:
            self.bladen.setFocus()

    def _focus_gewisseld(self, _: QWidget | None, nu: QWidget | None) -> None:
        """Work in the half that was clicked."""
        for nummer, vak in enumerate(self._vakken):
            if nu is not None and nummer != self._hier and vak.isAncestorOf(nu) and self.is_naast:
                self._hier = nummer
                self.actief_gewisseld.emit()


def _tabs(naam: str) -> Werktabs:
    tabs = Werktabs()
    tabs.setAccessibleName(naam)
    tabs.tabBar().setExpanding(False)
    tabs.setFocusProxy(None)  # type: ignore[arg-type]  # nothing: the bar of tabs is a stop of Tab by itself
    tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tabs.tabBar().setAccessibleName(naam)
    return tabs
