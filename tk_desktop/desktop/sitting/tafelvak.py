"""The room of the meeting screen in the window, light enough to make at once; what it holds is loaded when needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN, laad
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.session.sessie import Sessie

if TYPE_CHECKING:
    from tk_desktop.desktop.sitting.zittingbediening import Zittingbediening

TAFELOPDRACHTEN = frozenset(een.id for een in OPDRACHTEN if een.plek is Plek.TAFEL)
"""Commands that can only be given while a meeting is being held."""


class _Vak(QWidget):
    """A pane that hands the keyboard to what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.inhoud: QWidget | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self.inhoud is not None:
            self.inhoud.setFocus(event.reason())


class Tafelvak(QObject):
    """Holds the pane of the meeting screen in ``blad`` and, once it is needed, what makes it work.

    ``verplaatst`` tells that another item is looked at, ``lezen_gevraagd`` the ``Adres`` of a paper that is to be read,
    ``gekozen`` that of a meeting that is to be held, or of a choice that its papers wait for. ``hier`` tells where the
    user is, ``bewaar`` keeps what is typed.
    """

    gekozen = Signal(object)
    verplaatst = Signal()
    lezen_gevraagd = Signal(object)

    def __init__(self, sessie: Sessie, hier: Callable[[], Adres], bewaar: Callable[[], None]) -> None:
        super().__init__()
        self._hier = hier
        self._bewaar = bewaar
        self._sessie = sessie
        self._bediening: Zittingbediening | None = None
        self.blad = _Vak()
        self.blad.setAccessibleName("Vergaderen")
        QVBoxLayout(self.blad).setContentsMargins(0, 0, 0, 0)
        self.setParent(self.blad)

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the pane in which keys of its own act."""
        return {Plek.TAFEL: self.blad}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the screen does."""
        return {id_: self._geef(id_) for id_ in TAFELOPDRACHTEN}

    def bij_vergadering(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that begin at the workspace of a meeting."""
        return {
            "tafel.openen": self._begin,
            "tafel.verslag": self._toon_verslag,
            "tafel.vaststellen": self._stel_vast,
            "tafel.ronde": self.toon_ronde,
        }

    def begin(self) -> None:
        """Keep what verslagen say that an older version approved without doing so; the secretariat is told."""
        if self._sessie.store.vastgestelden.ontbreken():  # else nothing of it is loaded
            laad("sitting.verslagbediening").bewaar_vastgestelde(self._sessie)

    def bediening(self) -> "Zittingbediening":
        """Return what makes the screen work, loaded when it is first needed."""
        if self._bediening is None:
            self._bediening = laad("sitting.zittingbediening").Zittingbediening(self._sessie)
            self._bediening.verplaatst.connect(self.verplaatst)
            self._bediening.lezen_gevraagd.connect(self.lezen_gevraagd)
            self._bediening.verslag.gekozen.connect(self.gekozen)
            indeling = self.blad.layout()
            if indeling is not None:
                indeling.addWidget(self._bediening.blad)
            self.blad.inhoud = self._bediening.blad
        return self._bediening

    def open(self, adres: Adres) -> None:
        """Show a meeting, at an item of it; raises ``NietGevonden`` or ``GeenAgendapunten``."""
        if adres.vergadering:
            self.bediening().open(adres)

    def adres(self) -> Adres:
        """Return which item is looked at."""
        return self._bediening.adres() if self._bediening else Adres(scherm=Scherm.TAFEL)

    def reload(self) -> None:
        """Look at the meeting again."""
        if self._bediening is not None:
            self._bediening.reload()

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        if self._bediening is not None:
            self._bediening.leg_vast()

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return self._bediening.blad.panelen() if self._bediening else [self.blad]

    def _begin(self) -> None:
        self._bewaar()
        if self._is_gekozen():
            hier = self._hier()
            self.gekozen.emit(Adres(scherm=Scherm.TAFEL, vergadering=hier.vergadering, punt=hier.punt))

    def _toon_verslag(self) -> None:
        self._bewaar()
        if self._is_gekozen():
            self.bediening().verslag.toon_verslag(self._hier().vergadering)

    def _stel_vast(self) -> None:
        self._bewaar()
        if self._is_gekozen():
            self.bediening().verslag.toon_vaststellen(self._hier().vergadering)

    def _is_gekozen(self) -> bool:
        """Tell whether there is a meeting to do it for; the user hears it when there is none."""
        if not self._hier().vergadering:
            self._sessie.gemeld.emit("Kies eerst een vergadering.", False)
        return bool(self._hier().vergadering)

    def toon_ronde(self) -> None:
        """Open the round on the item that is chosen: it goes on between two meetings, so in the workspace too."""
        self._bewaar()
        hier = self._hier()
        if not hier.vergadering:
            self._sessie.gemeld.emit("Kies eerst een agendapunt.", False)
            return
        punten = self._sessie.store.opname(hier.vergadering).agendapunten
        punt = next((een for een in punten if een.id == hier.punt), None)
        if punt is None:
            self._sessie.gemeld.emit("Kies eerst een agendapunt.", False)
        else:
            self.bediening().rondes.toon(punt)

    def _geef(self, id_: str) -> Callable[[], None]:
        def doe() -> None:
            self.bediening().opdrachten()[id_]()

        return doe
