"""The places where something was changed last, to go back to one after another (Shift+F5, as in Word)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.session.sessie import Sessie

_HOOGSTENS = 4


class Bewerkplekken(QObject):
    """Remembers the last few places, also when the window closes; ``hier`` tells where the user is."""

    def __init__(self, sessie: Sessie, hier: Callable[[], Adres]) -> None:
        super().__init__(sessie)
        self._sessie = sessie
        self._hier = hier
        self._beurt = 0
        self._laatst = sessie.geschiedenis.terug
        sessie.geschiedenis.veranderd.connect(self._onthoud)

    def volgende(self) -> Adres | None:
        """Return the place before the one that was given last, round at the end; nothing when nothing was changed.

        The first is the latest place, or the one before when the user is still there.
        """
        plekken = self._sessie.voorkeuren.bewerkt
        if not plekken:
            return None
        if self._beurt == 0 and plekken[0] == self._hier():
            self._beurt = 1
        plek = plekken[self._beurt % len(plekken)]
        self._beurt = self._beurt % len(plekken) + 1
        return plek

    def _onthoud(self) -> None:
        """Put the place of an action that is new at the front; one that is undone or done again tells nothing."""
        geschiedenis = self._sessie.geschiedenis
        nieuw = geschiedenis.terug is not self._laatst and geschiedenis.opnieuw is None
        self._laatst = geschiedenis.terug
        if nieuw:
            hier = self._hier()
            eerder = [plek for plek in self._sessie.voorkeuren.bewerkt if plek != hier]
            self._sessie.voorkeuren.bewerkt = (hier, *eerder)[:_HOOGSTENS]
            self._beurt = 0
