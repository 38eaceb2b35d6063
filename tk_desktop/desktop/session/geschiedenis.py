"""What the user did, by name, so that it can be undone and done again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

T = TypeVar("T")
SAMEN_BINNEN = 2.0
"""Seconds between two changes in one place within which they count as one action."""

SAMEN_HOOGSTENS = 6.0
"""Seconds that such an action lasts at most, however steadily one goes on; a field ends it at a word before that."""

NIEUW = "nieuw "
"""Begins the field of something new: making it and giving it its name are one action, however long that takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One action: its name (``Punt 3 hernoemen``), where it was done, and what it changed.

    ``plek`` names the place to return to. ``samen`` names the field: what is typed there in one go is one action.
    ``ook`` does what goes with it outside the store, and hears whether the action is done again or undone.
    """

    naam: str
    wijziging: Wijziging
    plek: str = ""
    samen: str = ""
    ook: Callable[[bool], None] | None = None


class Geschiedenis(QObject):
    """Two rows of actions, done and undone, living as long as the window; ``veranderd`` tells when either changes."""

    veranderd = Signal()

    def __init__(self, store: Store, klok: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._store = store
        self._klok = klok
        self._gedaan: list[Stap] = []
        self._teruggedraaid: list[Stap] = []
        self._begonnen = self._laatst = float("-inf")

    @property
    def terug(self) -> Stap | None:
        """The action that would be undone next."""
        return self._gedaan[-1] if self._gedaan else None

    @property
    def opnieuw(self) -> Stap | None:
        """The action that would be done again next."""
        return self._teruggedraaid[-1] if self._teruggedraaid else None

    @property
    def diepte(self) -> int:
        """How many actions can be undone."""
        return len(self._gedaan)

    def doe(
        self,
        naam: str | Callable[[T], str],
        werk: Callable[[], T],
        *,
        plek: str = "",
        samen: str = "",
        ook: Callable[[bool], None] | None = None,
    ) -> T:
        """Do work on the store, all or nothing, and remember it by name; raises the ``TkError`` of the work."""
        uitkomst, wijziging = self._store.record(werk)
        self.neem_op(naam if isinstance(naam, str) else naam(uitkomst), wijziging, plek=plek, samen=samen, ook=ook)
        return uitkomst

    def neem_op(
        self,
        naam: str,
        wijziging: Wijziging,
        *,
        plek: str = "",
        samen: str = "",
        ook: Callable[[bool], None] | None = None,
    ) -> None:
        """Remember by name what was recorded, here or by the worker; what changed nothing is no action."""
        if wijziging:
            self._onthoud(Stap(naam=naam, wijziging=wijziging, plek=plek, samen=samen, ook=ook))

    def zet_apart(self) -> None:
        """Let the next action be undone on its own, though it belongs to the field of the last one."""
        self._laatst = float("-inf")

    def vergeet(self) -> None:
        """Forget all that was done: some of it is to be destroyed, and nothing before it can be undone any more."""
        self._gedaan.clear()
        self._teruggedraaid.clear()
        self._store.vergeet_wijzigingen()
        self.zet_apart()
        self.veranderd.emit()

    def maak_ongedaan(self) -> Stap | None:
        """Undo the last action and return it; nothing when there is none. Raises ``IntussenGewijzigd``."""
        if not self._gedaan:
            return None
        return self._verplaats(self._gedaan, self._teruggedraaid, heen=False)

    def doe_opnieuw(self) -> Stap | None:
        """Do the last undone action again and return it; nothing when there is none. Raises ``IntussenGewijzigd``."""
        if not self._teruggedraaid:
            return None
        return self._verplaats(self._teruggedraaid, self._gedaan, heen=True)

    def _verplaats(self, van: list[Stap], naar: list[Stap], *, heen: bool) -> Stap:
        stap = van.pop()  # one that cannot be undone is not offered again
        self._laatst = float("-inf")
        try:
            self._store.redo(stap.wijziging if heen else stap.wijziging.terug())
            naar.append(stap)
            if stap.ook is not None:
                stap.ook(heen)
        finally:
            self.veranderd.emit()
        return stap

    def _onthoud(self, stap: Stap) -> None:
        vorige, nu = self.terug, self._klok()
        op_tijd = nu - self._laatst < SAMEN_BINNEN and nu - self._begonnen < SAMEN_HOOGSTENS
        hoort_samen = (
            vorige is not None
            and stap.samen
            and stap.samen == vorige.samen
            and (stap.samen.startswith(NIEUW) or op_tijd)
        )
        if vorige is not None and hoort_samen:
            naam = stap.naam if stap.naam.startswith(vorige.naam) else vorige.naam  # the title of what was new
            self._gedaan[-1] = replace(vorige, naam=naam, wijziging=vorige.wijziging.samen_met(stap.wijziging))
        else:
            self._gedaan.append(stap)
            self._begonnen = nu
        self._teruggedraaid.clear()
        self._laatst = nu
        self.veranderd.emit()
