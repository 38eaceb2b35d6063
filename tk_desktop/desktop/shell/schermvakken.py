"""The screens of acties, besluiten and programma: each is made when one first goes there, or gives its command."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.adres import Scherm
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.opdracht import Plek
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.schermvak import Schermvak

if TYPE_CHECKING:
    from tk_desktop.desktop.programme.programmabediening import Programmabediening
    from tk_desktop.desktop.sitting.actiebediening import Actiebediening
    from tk_desktop.desktop.sitting.registerbediening import Registerbediening


class Schermvakken(QObject):
    """Keeps their places and commands; ``actie_gekozen`` tells an actie that was opened from its besluit."""

    actie_gekozen = Signal(str)

    def __init__(self, sessie: Sessie, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self.actievak = Schermvak(Plek.ACTIES, self._maak_acties)
        self.registervak = Schermvak(Plek.BESLUITEN, self._maak_register)
        self.programmavak = Schermvak(Plek.PROGRAMMA, self._maak_programma, ook=("programma.innemen",))
        self._vakken: dict[Scherm, Schermvak[Any]] = {
            Scherm.ACTIES: self.actievak,
            Scherm.BESLUITEN: self.registervak,
            Scherm.PROGRAMMA: self.programmavak,
        }

    def bladen(self) -> dict[Scherm, QWidget]:
        """Return where each of them stands."""
        return {scherm: vak.blad for scherm, vak in self._vakken.items()}

    def herladers(self) -> dict[QWidget | None, Callable[[], None]]:
        """Return what shows each of them as it stands now."""
        return {vak.blad: vak.herlaad for vak in self._vakken.values()}

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the screens in which keys of their own act."""
        return {plek: blad for vak in self._vakken.values() for plek, blad in vak.plekken().items()}

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what their commands do."""
        return {id_: doe for vak in self._vakken.values() for id_, doe in vak.opdrachten().items()}

    def alleen_elders(self, hier: Scherm) -> frozenset[str]:
        """Return the commands that can only be given on another of these screens than this one."""
        return frozenset().union(*(vak.alleen_daar for scherm, vak in self._vakken.items() if scherm is not hier))

    def leg_vast(self) -> None:
        """Keep what is being typed in the screens that were made."""
        for vak in (self.actievak, self.programmavak):
            if vak.gemaakt is not None:
                vak.gemaakt.blad.leg_vast()

    def _maak_acties(self) -> "Actiebediening":
        return laad("sitting.actiebediening").Actiebediening(self._sessie)  # type: ignore[no-any-return]

    def _maak_register(self) -> "Registerbediening":
        register: Registerbediening = laad("sitting.registerbediening").Registerbediening(self._sessie)
        register.actie_gekozen.connect(self.actie_gekozen)
        return register

    def _maak_programma(self) -> "Programmabediening":
        return laad("programme.programmabediening").Programmabediening(self._sessie)  # type: ignore[no-any-return]
