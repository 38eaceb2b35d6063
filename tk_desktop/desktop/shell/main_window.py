"""The frame of the window: rail, start screen, menus, messages and status. What it does, ``bediening`` wires."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.enterknop import druk_knop
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import beeldmerk
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.scherm import ruimte
from tk_desktop.desktop.parts.statusregel import Statusregel
from tk_desktop.desktop.parts.theme import Thema, kies_schaal, kies_thema
from tk_desktop.desktop.parts.toast import Toast
from tk_desktop.desktop.session.voorkeuren import SCHALEN, Voorkeuren
from tk_desktop.desktop.shell.menus import Opdrachten
from tk_desktop.desktop.shell.rail import Rail
from tk_desktop.desktop.shell.startblad import Startblad

_SMAL = 100
"""Letters wide under which the rail shows signs alone."""


_MENULETTERS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""How large the letters of the menu bar are beside the others; when none fits a menu goes behind the last one."""

_BUNDEL, _POST = (".tkb",), (".eml", ".msg", ".zip")
"""What may be dropped anywhere on the window, by the end of its name."""


class Schermen(QStackedWidget):
    """The screens, one at a time; it asks for the room of the one that is seen and not of the largest of all."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Return what the screen that is seen asks for."""
        huidig = self.currentWidget()
        return huidig.minimumSizeHint() if huidig is not None else QSize()


class Venster(QMainWindow):
    """One window on one werkmap, light enough to show at once; the rest is loaded when it stands.

    ``geverfd`` tells that the first picture is on the screen, ``gesloten`` that the user closes the window,
    ``gekleurd`` that its colours are others.
    """

    geverfd = Signal()
    gesloten = Signal()
    gekleurd = Signal()
    gebracht = Signal(object)
    """Paths of bundles that were dropped on the window, or named at a second start."""
    post_gebracht = Signal(object)
    """Paths of messages that were dropped on the window."""
    vol_gewisseld = Signal(bool)
    """Whether the pages have the whole screen now."""

    def __init__(self, voorkeuren: Voorkeuren) -> None:
        super().__init__()
        self.voorkeuren = voorkeuren
        self._is_geverfd = False
        self._was_groot = False
        self.mag_dicht: Callable[[], bool] = lambda: True
        """Asks whether all that stands on the screen is kept."""
        self.daarna: Callable[[Path], object] | None = None
        """What is done with the werkmap after closing, before it is opened anew; ``None`` when it stays closed."""
        self.setWindowTitle("TK Desktop")
        self.setAcceptDrops(True)
        self.setWindowIcon(beeldmerk())
        self.balk = Meldbalk()
        self.rail = Rail()
        self.start = Startblad()
        self.schermen = Schermen()
        self.schermen.addWidget(self.start)
        self.setMenuBar(QMenuBar(self))  # made here: what Qt makes, PySide may take for gone while it is there
        onder = QStatusBar(self)
        self.setStatusBar(onder)
        self.status = Statusregel(onder)
        self.opdrachten = Opdrachten(self)
        self.toast = Toast(self)
        self._leg_uit()
        self._herstel()

    def kleur(self, thema: Thema) -> None:
        """Give the window colours, and remember them."""
        self.voorkeuren.thema = thema
        kies_thema(_app(), thema)
        self.gekleurd.emit()

    def is_al_open(self) -> None:
        """Say to who started the program again, or chose the werkmap that is here, why no other window came."""
        self.toast.meld("Deze werkmap is al open, in dit venster.", kan_terug=False)

    def schaal_op(self, procent: int) -> None:
        """Give the letters a size in per cent, and remember it."""
        self.voorkeuren.schaal = procent
        kies_schaal(_app(), procent)
        for indeling in self.schermen.findChildren(QLayout):
            indeling.invalidate()  # Qt does so for what is seen alone: other screens kept the room of large letters
        self.kleur(self.voorkeuren.thema)
        self.status.toon(self.voorkeuren.rol.value, procent)
        self._meet()

    def schaal_met(self, stap: int) -> None:
        """Make the letters one size larger or smaller."""
        plek = SCHALEN.index(self.voorkeuren.schaal) + stap
        self.schaal_op(SCHALEN[max(0, min(len(SCHALEN) - 1, plek))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button that has the keyboard, as it does in a dialog."""
        if not druk_knop(self, event):
            super().keyPressEvent(event)

    def volgend_deel(self, panelen: Sequence[QWidget], stap: int) -> None:
        """Give the keyboard to the next of these panes, the rail being the last; round at the end (F6)."""
        delen = [*panelen, self.rail]
        focus = QApplication.focusWidget()
        hier = [
            nr for nr, deel in enumerate(delen) if focus is not None and (deel is focus or deel.isAncestorOf(focus))
        ]
        naar = delen[(hier[0] + stap if hier else 0 if stap > 0 else -1) % len(delen)]
        _eerste(naar).setFocus()

    def wissel_volledig(self) -> None:
        """Give the pages the whole screen, without rail, menus and status, or give all that back."""
        vol = not self.isFullScreen()
        for deel in (self.rail, self.menuBar(), self.statusBar()):
            deel.setVisible(not vol)
        self.vol_gewisseld.emit(vol)
        if vol:
            self._was_groot = self.isMaximized()
            self.showFullScreen()
        elif self._was_groot:
            self.showMaximized()
        else:
            self.showNormal()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take bundles and messages wherever they are dragged; what else is dropped is for the screen under it."""
        if _met_eind(event.mimeData(), *_BUNDEL, *_POST):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which bundles and which messages were dropped."""
        for eind, signaal in ((_BUNDEL, self.gebracht), (_POST, self.post_gebracht)):
            if paden := _met_eind(event.mimeData(), *eind):
                signaal.emit(paden)
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first picture stands."""
        super().paintEvent(event)
        if not self._is_geverfd:
            self._is_geverfd = True
            QTimer.singleShot(0, self.geverfd.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size of the window; nothing that waits for a moment asks the werkmap any more after this.

        The window stays open when something on the screen cannot be kept (``mag_dicht``).
        """
        if not self.mag_dicht():
            event.ignore()
            return
        self.gesloten.emit()
        for klok in self.findChildren(QTimer):
            klok.stop()
        self.voorkeuren.bewaar_vorm("venster", self.saveGeometry())
        self.voorkeuren.leg_vast()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show signs alone on the rail when there is little room."""
        super().resizeEvent(event)
        self._meet()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the computer when it changes them."""
        if event.type() is QEvent.Type.ThemeChange and self.voorkeuren.thema is Thema.SYSTEEM:
            kies_thema(_app(), Thema.SYSTEEM)
            self.gekleurd.emit()
        super().changeEvent(event)

    def _leg_uit(self) -> None:
        midden = QWidget()
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.balk)
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addWidget(self.rail)
        rij.addWidget(self.schermen, 1)
        kolom.addLayout(rij, 1)
        self.setCentralWidget(midden)

    def _herstel(self) -> None:
        if not self.restoreGeometry(self.voorkeuren.vorm("venster")):
            letter = QSize(letterbreedte(self.fontMetrics()) * 190, self.fontMetrics().height() * 46)
            self.resize(letter.boundedTo(ruimte(self)))
        self.status.toon(self.voorkeuren.rol.value, self.voorkeuren.schaal)

    def _meet(self) -> None:
        smal = self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        self.rail.toon_smal(smal=smal)
        self.status.toon_smal(smal=smal)
        self._pas_menus()

    def _pas_menus(self) -> None:
        """Let every menu be seen: where there is no room for all they stand closer, and then in letters that fit."""
        balk = self.menuBar()
        for krap, deel in ((False, 1.0), *((True, deel) for deel in _MENULETTERS)):
            if (balk.property("krap") == "ja") is not krap:
                balk.setProperty("krap", "ja" if krap else None)
                balk.style().unpolish(balk)
                balk.style().polish(balk)
                QApplication.sendEvent(balk, QEvent(QEvent.Type.StyleChange))  # it keeps the widths of its menus else
            letter = _app().font()
            letter.setPointSizeF(letter.pointSizeF() * deel)
            balk.setFont(letter)
            if balk.sizeHint().width() <= self.width():
                return


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("een venster vraagt een QApplication")
    return app


def _met_eind(gegevens: QMimeData, *einden: str) -> tuple[Path, ...]:
    paden = (Path(een.toLocalFile()) for een in gegevens.urls() if een.isLocalFile())
    return tuple(pad for pad in paden if pad.suffix.casefold() in einden)


def _eerste(deel: QWidget) -> QWidget:
    """Return the first widget of a pane that takes the keyboard; the pane itself when it does."""
    if deel.focusPolicy().value:
        return deel
    return next((kind for kind in deel.findChildren(QWidget) if kind.focusPolicy().value and kind.isVisible()), deel)
