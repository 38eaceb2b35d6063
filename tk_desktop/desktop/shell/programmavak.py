"""The place of the programme in the window: its commands, and its screen once it is needed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tk_desktop.desktop.parts.commands import OPDRACHTEN, laad
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.session.sessie import Sessie

if TYPE_CHECKING:
    from tk_desktop.desktop.programme.programmabediening import Programmabediening

_INNEMEN = "programma.innemen"
_HIER = tuple(een.id for een in OPDRACHTEN if een.plek is Plek.PROGRAMMA)


class Programmavak(QObject):
    """Gives the commands on a programme; ``gekozen`` tells an ``Adres`` to go to."""

    gekozen = Signal(object)
    alleen_daar = frozenset(_HIER)
    """Commands that can only be given while the programme is on the screen."""

    def __init__(self, sessie: Sessie) -> None:
        self.blad = QWidget()
        super().__init__(self.blad)
        self._sessie = sessie
        self._bediening: Programmabediening | None = None
        QVBoxLayout(self.blad).setContentsMargins(0, 0, 0, 0)

    @property
    def bediening(self) -> "Programmabediening":
        """What the screen does; made when it is first asked for."""
        if self._bediening is None:
            self._bediening = laad("programme.programmabediening").Programmabediening(self._sessie)
            self._bediening.gekozen.connect(self.gekozen)
            if (indeling := self.blad.layout()) is not None:
                indeling.addWidget(self._bediening.blad)
            self.blad.setFocusProxy(self._bediening.blad)
        return self._bediening

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the screen in which keys of its own act."""
        return {Plek.PROGRAMMA: self.blad}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of this screen do."""
        return {id_: partial(self._doe, id_) for id_ in (*_HIER, _INNEMEN)}

    def herlaad(self) -> None:
        """Show the programme as it stands now."""
        self.bediening.herlaad()

    def leg_vast(self) -> None:
        """Keep what is being typed in a cell."""
        if self._bediening is not None:
            self._bediening.blad.leg_vast()

    def _doe(self, id_: str) -> None:
        self.bediening.opdrachten()[id_]()
