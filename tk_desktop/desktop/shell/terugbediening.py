"""Undo and redo in the window: their commands with the name of the action, and the button of a short message."""

from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.parts.veldspoor import Veldspoor, staat_in_veld
from tk_desktop.desktop.session.geschiedenis import Stap
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst

_TYPT = Regelveld | Tekstveld | RijkeTekst
"""Fields that tell where an action of typing ends."""


class Terugbediening(QObject):
    """Wires the history of the session to the window.

    Before anything is undone ``leg_vast`` keeps what is typed, and ``naar`` shows the place where that was done.
    """

    def __init__(
        self, venster: Venster, sessie: Sessie, leg_vast: Callable[[], None], naar: Callable[[str], None]
    ) -> None:
        super().__init__(venster)
        self._venster = venster
        self._sessie = sessie
        self._leg_vast = leg_vast
        self._naar = naar
        self._gemelde: Stap | None = None
        self._gehoord: WeakSet[QWidget] = WeakSet()
        sessie.gemeld.connect(self.meld)
        sessie.geschiedenis.veranderd.connect(self._na_actie)
        venster.toast.ongedaan.connect(self._ongedaan)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._luister)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {"bewerken.ongedaan": self._ongedaan, "bewerken.opnieuw": self._opnieuw}

    def benoem(self) -> None:
        """Name both commands by the action they are about; without one they cannot be given."""
        geschiedenis, acties = self._sessie.geschiedenis, self._venster.opdrachten.acties
        for id_, woord, stap in (
            ("bewerken.ongedaan", "&Ongedaan maken", geschiedenis.terug),
            ("bewerken.opnieuw", "Op&nieuw", geschiedenis.opnieuw),
        ):
            acties[id_].setText(_benoemd(woord, stap))
            self._venster.opdrachten.laat([id_], stap is not None)

    def meld(self, tekst: str, kan_terug: bool) -> None:
        """Tell something in a short message, with a button to undo it when that can be done."""
        self._venster.toast.meld(tekst, kan_terug=kan_terug)
        self._gemelde = self._sessie.geschiedenis.terug if kan_terug else None

    def _luister(self, _: QWidget | None, nu: QWidget | None) -> None:
        """Hear from each field in which is typed, here or in a dialog, where an action ends."""
        if isinstance(nu, _TYPT) and nu not in self._gehoord:
            self._gehoord.add(nu)
            nu.afgerond.connect(self._sessie.geschiedenis.zet_apart)

    def _ongedaan(self) -> None:
        self._leg_vast()
        self._in_zicht(self._sessie.geschiedenis.terug, self._sessie.maak_ongedaan)

    def _opnieuw(self) -> None:
        self._leg_vast()
        self._in_zicht(self._sessie.geschiedenis.opnieuw, self._sessie.doe_opnieuw)

    def _in_zicht(self, stap: Stap | None, doe: Callable[[], None]) -> None:
        """Undo or redo where it was done, and show which field it changed."""
        typt = staat_in_veld()
        if stap is not None:
            self._naar(stap.plek)
        scherm = self._venster.schermen.currentWidget()
        if stap is None or scherm is None:
            doe()
            return
        spoor = Veldspoor.van(scherm, typt=typt)
        doe()
        if scherm is self._venster.schermen.currentWidget():
            spoor.wijs_aan(scherm)

    def _na_actie(self) -> None:
        """Name what is undone next; a message whose button would undo something else by now goes away."""
        if self._gemelde is not None and self._gemelde is not self._sessie.geschiedenis.terug:
            self._gemelde = None
            self._venster.toast.hide()
        self.benoem()


def _benoemd(woord: str, stap: Stap | None) -> str:
    if stap is None:
        return woord
    naam = f"{stap.naam[:1].lower()}{stap.naam[1:]}".replace("&", "&&")
    return f"{woord}: {naam}"
