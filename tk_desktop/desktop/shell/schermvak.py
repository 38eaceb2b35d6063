"""The place of a screen in the window: its commands, and the screen itself once it is needed."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.parts.opdracht import Plek


class Schermzaken(Protocol):
    """What a screen does: its commands, and an ``Adres`` to go to."""

    @property
    def blad(self) -> QWidget:
        """The screen."""

    @property
    def gekozen(self) -> SignalInstance:
        """Tells an ``Adres`` to go to."""

    def opdrachten(self) -> Mapping[str, Callable[[], None]]:
        """Return what the commands do."""

    def herlaad(self) -> None:
        """Show what stands there now."""


T = TypeVar("T", bound=Schermzaken)


class Schermvak(QObject, Generic[T]):
    """Gives the commands of the screen that ``maak`` makes; ``gekozen`` tells an ``Adres`` to go to.

    ``plek`` is where its keys act; ``ook`` names commands of it that can be given anywhere.
    """

    gekozen = Signal(object)

    def __init__(self, plek: Plek, maak: Callable[[], T], ook: Collection[str] = ()) -> None:
        self.blad = Kamer()
        super().__init__(self.blad)
        self._plek = plek
        self._maak = maak
        self._ook = ook
        self.gemaakt: T | None = None
        """What the screen does, when it was needed before."""
        self.alleen_daar = frozenset(een.id for een in OPDRACHTEN if een.plek is plek)
        """Commands that can only be given while the screen is shown."""

    @property
    def bediening(self) -> T:
        """What the screen does; made when it is first asked for."""
        if self.gemaakt is None:
            self.gemaakt = self._maak()
            self.gemaakt.gekozen.connect(self.gekozen)
            self.blad.vul(self.gemaakt.blad)
        return self.gemaakt

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the screen in which keys of its own act."""
        return {self._plek: self.blad}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of this screen do."""
        return {id_: partial(self._doe, id_) for id_ in (*self.alleen_daar, *self._ook)}

    def herlaad(self) -> None:
        """Show what stands there now."""
        self.bediening.herlaad()

    def _doe(self, id_: str) -> None:
        self.bediening.opdrachten()[id_]()
