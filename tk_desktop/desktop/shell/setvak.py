"""The place of the builder in the window: its commands, and its screen once it is needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.main_window import Venster

if TYPE_CHECKING:
    from tk_desktop.desktop.sets.set_bediening import Setbediening


class Setvak(QObject):
    """Gives the commands on a set.

    ``hier`` tells where the user is, ``eerste_stuk`` the paper to begin at where none is chosen, ``leg_vast`` keeps
    what is being typed.

    ``gekozen`` tells an ``Adres`` to go to, ``gesloten`` that the builder is left, ``controle_gevraagd`` the id of a
    meeting whose findings are asked for.
    """

    gekozen = Signal(object)
    gesloten = Signal()
    controle_gevraagd = Signal(str)

    def __init__(
        self,
        venster: Venster,
        sessie: Sessie,
        *,
        hier: Callable[[], Adres],
        eerste_stuk: Callable[[], str],
        leg_vast: Callable[[], None],
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._hier = hier
        self._eerste_stuk = eerste_stuk
        self._leg_vast = leg_vast
        self._bediening: Setbediening | None = None

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {
            "set.bouwen": self._bouw,
            "set.uitvoer": self._naar_uitvoer,
            "set.bekijken": self._bekijk_als_bestuurder,
            "set.verzendlijst": self._toon_verzendlijst,
            "set.afdrukken": self.druk_af,
        }

    def open(self, adres: Adres) -> QWidget:
        """Open the builder of a meeting, at a paper, and return its screen; raises ``NietGevonden``."""
        self._laad().open(adres.vergadering, adres.stuk)
        return self._laad().blad

    def herlaad(self, blad: QWidget | None) -> bool:
        """Show the set anew when ``blad`` is the screen of the builder, and tell whether it is."""
        if self._bediening is None or blad is not self._bediening.blad:
            return False
        self._bediening.reload()
        return True

    def _laad(self) -> "Setbediening":
        if self._bediening is None:
            self._bediening = laad("sets.set_bediening").Setbediening(self._sessie, self._venster)
            self._bediening.gesloten.connect(self.gesloten)
            self._bediening.gekozen.connect(self.gekozen)
            self._bediening.controle_gevraagd.connect(self.controle_gevraagd)
            self._venster.schermen.addWidget(self._bediening.blad)
        return self._bediening

    def _bouw(self) -> None:
        self._leg_vast()
        hier = self._hier()
        stuk = hier.stuk or self._eerste_stuk()
        self.gekozen.emit(Adres(scherm=Scherm.SET, vergadering=hier.vergadering, punt=hier.punt, stuk=stuk))

    def _naar_set(self) -> None:
        if self._hier().scherm is not Scherm.SET:
            self._bouw()

    def _naar_uitvoer(self) -> None:
        self._naar_set()
        self._laad().naar_uitvoer()

    def _bekijk_als_bestuurder(self) -> None:
        self._naar_set()
        self._laad().bekijk_als_bestuurder()

    def druk_af(self) -> None:
        """Ask how the set in the builder is printed, elsewhere what is chosen in the meeting that is open."""
        self._leg_vast()
        hier = self._hier()
        if hier.scherm is Scherm.SET:
            self._laad().druk_getoonde_af()
            return
        self._laad().druk_af(hier.vergadering, hier.punt, hier.stuk)

    def _toon_verzendlijst(self) -> None:
        self._laad().toon_verzendlijst(self._hier().vergadering)
