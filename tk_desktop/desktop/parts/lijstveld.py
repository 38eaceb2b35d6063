"""A field with a list of words in it, commas between them, and a button that offers the words known already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.tekstveld import Regelveld


class Lijstveld(QWidget):
    """``getypt`` tells the whole text, typed or ticked."""

    getypt = Signal(str)

    def __init__(self, naam: str, knop: str, tekening: str) -> None:
        super().__init__()
        self._bekend: tuple[str, ...] = ()
        self.veld = Regelveld(naam)
        self.veld.setPlaceholderText("met komma’s ertussen")
        self.veld.getypt.connect(self.getypt)
        self.knop = QToolButton()
        self.knop.setIcon(icon(tekening))
        self.knop.setAccessibleName(knop)
        self.knop.setToolTip(knop)
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = _Vinkmenu(knop, self.knop)
        self._menu.aboutToShow.connect(self._vul)
        self.knop.setMenu(self._menu)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(self.veld, 1)
        rij.addWidget(self.knop)
        Focusdeur(self, lambda: self.veld)

    def toon(self, woorden: Sequence[str], bekend: Sequence[str], *, zelfde: bool = False) -> None:
        """Show these words; ``bekend`` are offered. ``zelfde``: it is the field of the same thing as before."""
        self._bekend = tuple(bekend)
        self.knop.setVisible(bool(bekend))
        self.veld.toon(", ".join(woorden), zelfde=zelfde)

    def leg_vast(self) -> None:
        """Tell the text now when it differs from what is kept."""
        self.veld.leg_vast()

    def text(self) -> str:
        """The text as it is."""
        return self.veld.text()

    def _vul(self) -> None:
        self._menu.clear()
        nu = self._woorden()
        for woord in self._bekend:
            actie = self._menu.addAction(woord.replace("&", "&&"))
            actie.setCheckable(True)
            actie.setChecked(woord in nu)
            actie.setData(woord)
            actie.triggered.connect(self._gekozen)

    def _gekozen(self) -> None:
        aan = [str(actie.data()) for actie in self._menu.actions() if actie.isChecked()]
        eigen = [woord for woord in self._woorden() if woord not in self._bekend]
        self.veld.setText(", ".join((*aan, *eigen)))
        self.veld.leg_vast()

    def _woorden(self) -> list[str]:
        return [woord.strip() for woord in self.veld.text().split(",") if woord.strip()]


class _Vinkmenu(QMenu):
    """A menu that stays open while one ticks, with the mouse or the space bar.

    Enter chooses one and closes it, as in every menu; after something was ticked it only closes.
    """

    def __init__(self, titel: str, ouder: QWidget) -> None:
        super().__init__(titel, ouder)
        self._is_getikt = False
        self.aboutToShow.connect(self._begin)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the mouse."""
        actie = self.activeAction()
        if actie is not None and self.actionGeometry(actie).contains(event.position().toPoint()):
            self._tik(actie)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar, be done with Enter."""
        actie = self.activeAction()
        if event.key() == Qt.Key.Key_Space and actie is not None:
            self._tik(actie)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_getikt:
            self.close()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._is_getikt = False

    def _tik(self, actie: QAction) -> None:
        self._is_getikt = True
        actie.trigger()
